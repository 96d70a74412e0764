import type { Token } from '../tokens.ts'
import type { Readings, Year } from './calendar.ts'

/**
 * What the words of a date say of it beyond the day: `left` that something ends then, `ago` that it lies behind, `ahead` that it lies
 * ahead, `since` that what follows happened then ("8 days since the purchase"), `over` that something ended then ("25 days past expiry"),
 * `into` that it started then ("three weeks into the trial").
 */
export type Hint = 'left' | 'ago' | 'ahead' | 'since' | 'over' | 'into'

/** A date that was found: the first token behind it, what it reads as, and what its own words say of it. */
export interface Found {
  readonly to: number
  readonly readings: Readings
  readonly hint?: Hint
  /** It lies near this day, and no word says how far from it ("a few days after 1 March"). */
  readonly loose?: true
  /** A length before it may be counted from it: from which token on, and what it reads as then ("two weeks before 1 May"). */
  readonly beside?: { readonly from: number; readonly readings: Readings }
}

export const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? ''

/** The words from one token up to, not including, another, with a blank between them. */
export const wordsIn = (tokens: readonly Token[], from = 0, to = tokens.length): string =>
  tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .map(({ text }) => text)
    .join(' ')

/** What counts things: a number before it is no year. */
const COUNTED = /^(?:ot|it|iot|devices?|devs?|assets?|endpoints?|plcs?|machines?|hosts?|nodes?|sites?|plants?|things?)$/u

const yearsOn: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

/** A year at `at`, after an optional comma or apostrophe: 2026, '26, 26, next year. */
export function yearAt(tokens: readonly Token[], at: number): { year?: Year; to: number } {
  let next = at
  while ([',', "'", '-', '/', '.', 'of', 'de'].includes(word(tokens, next)) && next < at + 2) next += 1
  const on = word(tokens, next + 1) === 'year' ? yearsOn[word(tokens, next)] : undefined
  // "15 April, next year we buy" begins anew.
  if (on !== undefined && word(tokens, next - 1) !== ',') return { year: { on }, to: next + 2 }
  const token = tokens[next]
  if (token?.kind !== 'number' || token.raw !== token.text || COUNTED.test(word(tokens, next + 1))) return { to: at }
  if (/^(?:19|20|21)\d{2}$/u.test(token.raw) || (/^[2-9]\d{3}$/u.test(token.raw) && next === at && tokens[next + 1]?.kind !== 'word')) {
    return { year: Number(token.raw), to: next + 1 }
  }
  const short =
    /^[2-4]\d$/u.test(token.raw) && word(tokens, next - 1) !== ',' && word(tokens, next - 1) !== '.' && !isUnit(tokens, next + 1)
  return short && tokens[next + 1]?.text !== '%' ? { year: 2000 + Number(token.raw), to: next + 1 } : { to: at }
}

const MONTHS_ON: Readonly<Record<string, number>> = { this: 0, current: 0, next: 1, last: -1 }
const FAR_MONTHS: Readonly<Record<string, number>> = { 'after next': 2, 'before last': -2 }

/** "the month", "this month", "next month", "the month after next" without its article: how many months from this one. */
export function monthFrom(tokens: readonly Token[], at: number): { readonly offset: number; readonly to: number } | undefined {
  const on = MONTHS_ON[word(tokens, at)]
  const month = on === undefined ? at : at + 1
  if (word(tokens, month) !== 'month') return undefined
  const far = on === undefined ? FAR_MONTHS[`${word(tokens, month + 1)} ${word(tokens, month + 2)}`] : undefined
  return { offset: far ?? on ?? 0, to: far === undefined ? month + 1 : month + 3 }
}

export const isUnit = (tokens: readonly Token[], at: number) => tokens[at]?.kind === 'word' && !FUNCTION_WORDS.has(word(tokens, at))

export const isDay = (token: Token): boolean =>
  token.value !== undefined && token.value >= 1 && token.value <= 31 && Number.isInteger(token.value)

export const isCounting = (tokens: readonly Token[], at: number): boolean =>
  COUNTED.test(word(tokens, at)) || word(tokens, at) === '%' || word(tokens, at) === 'x'

/** Words that don't count or name: behind a number they leave it free to be a day. */
export const FUNCTION_WORDS = new Set(
  'and or but so can could is was are we i you it he she they the a an if when what which who how please pls already now at for in on to from with of do does will would should may might as because then than still this that not any my our their his her last by until till already w and, thx thanks sorry has have had am pm there though although or'.split(
    ' ',
  ),
)
