import { spelt } from './spelling.ts'
import type { Line } from './text.ts'

/**
 * A piece of a message. `word` letters; `number` digits with a value; `ordinal` 15th; `date` a date in figures; `code` what only looks
 * like a number (part numbers, addresses, times); `mark` punctuation; `break` the end of a line.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'ordinal' | 'date' | 'code' | 'mark' | 'break'
  /** Lower case. */
  readonly text: string
  readonly raw: string
  /** The line's number in the text as given. */
  readonly line: number
  readonly start: number
  readonly end: number
  /** White space stands before it. */
  readonly spaced: boolean
  readonly value?: number
  /** From a subject or a forwarded heading. */
  readonly heading?: boolean
}

/** One number with commas: 1,200,300 and 12,34,567. "400,900,600" would be more than is ever counted: a list. */
const GROUPED = '(?:\\d(?:,\\d{3}){2,}|\\d{1,2}(?:,\\d{2}){1,3},\\d{3})'

const LEXEME = new RegExp(
  [
    '(?<date>\\d{4}(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})(?![\\d/])|\\d{1,2}([./-])\\d{1,2}\\2(?:\\d{4}|\\d{2})(?!\\d|[./-]\\d)|\\d{1,2}\\.\\d{1,2}\\.(?![\\d.]))',
    '(?<code>https?://\\S{1,300}|[\\w.+-]{1,64}@[\\w-]{1,60}\\.[\\w.-]{1,60}|\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d)(?:/\\d{1,2}(?!\\d))?|\\d{1,2}:\\d{2}(?!\\d)|\\+\\d{1,3}(?:[ -]?[\\d()]){5,20}|0\\d{3,4}(?:[ -]\\d{3,4}){2}(?!\\d)|0\\d{1,4}(?:[ /.-]\\d{2,4}){3,5}(?!\\d)|0\\d{2,}|#\\d{1,10}|\\p{Lu}{1,4}-?\\d{1,8}(?:[-.]\\d{1,8}){1,3}|(?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC)-)\\p{Lu}{1,4}-\\d{4,8}(?!\\d))',
    `(?<list>(?!${GROUPED}(?![\\d,]))[1-9]\\d{0,6}(?:,[1-9]\\d{0,6}){2,1000}(?![\\d.%]|,\\d))`,
    "(?<number>\\d{1,2}(?:,\\d{2}){1,3},\\d{3}(?!\\d)|\\d{1,3}(?<separator>[,.'])\\d{3}(?:\\k<separator>\\d{3}){0,3}(?:[.,]\\d{1,2})?(?![\\d]|[.,]\\d)|\\d{1,12}(?:[.,]\\d{1,4})?(?!\\d))",
    "(?<word>\\p{L}[\\p{L}\\p{M}\\d_]{0,60}(?:'\\p{L}{1,10}|\\.\\p{L}(?!\\p{L})){0,3})",
    '(?<digits>\\d+)',
    '(?<space>[^\\S\\n]+)',
    '(?<mark>[\\s\\S])',
  ].join('|'),
  'uy',
)

/** What a token says; nothing where there is none. */
export const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? ''

/** The words from one token to before another. */
export const between = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(token => token.text)
    .join(' ')

/** Patterns of the words that end before a token: `words` has to end with one of them. */
export const ending = (...words: readonly string[]): RegExp => new RegExp(`(?:^| )(?:${words.join('|')})$`, 'u')

/** The same as they were written. */
export const written = (tokens: readonly Token[], from: number, to: number): string =>
  tokens.slice(from, to).reduce((all, { raw, spaced }) => all + (spaced && all ? ' ' : '') + raw, '')

/** What needs no closer look, which is most of a message: a word or number before what surely ends it, a mark that begins nothing. */
const PLAIN = /[A-Za-z]{1,61}(?=[ ,?!]|$)|[1-9]\d{0,11}(?= |$)|[ ,?!]/y

/** Letters that may stand right behind a number without making it a code: 14d, 3x250, 80dev, 900usd. */
const UNITS =
  /^(?:d|days?|w|wks?|weeks?|mo|months?|h|hrs?|hours?|x|dev|devs|devices?|sites?|usd|eur|gbp|chf|aud|cad|inr|pcs?|nos?|ea|each|am|pm|st|nd|rd|th|k|ish|pct)$/u

/** So much of a message is read where it isn't a list of sites. */
const MAX_TOKENS = 4000

/** The message's tokens; lines that are asides or blank only leave a break. */
export function tokenize(lines: readonly Line[]): Token[] {
  const tokens: Token[] = []
  for (const line of lines) {
    if (tokens.length >= MAX_TOKENS) break
    if (line.role === 'body' || line.role === 'heading') lexLine(line, tokens)
    tokens.push({ kind: 'break', text: '\n', raw: '\n', line: line.number, start: line.text.length, end: line.text.length, spaced: false })
  }
  return tokens
}

function lexLine({ text: whole, number: line, role }: Line, into: Token[]): void {
  let spaced = false
  for (let start = 0; start < whole.length && into.length < MAX_TOKENS; ) {
    const { kind, to: end } = lexemeAt(whole, start)
    if (kind === 'space') spaced = true
    else if (kind === 'list') {
      lexList(whole.slice(start, end), { line, start, spaced }, into)
      spaced = false
    } else {
      const raw = whole.slice(start, end)
      const text = kind === 'word' ? spelt(raw.toLowerCase()) : raw.toLowerCase()
      const token = { kind, text, raw, line, start, end, spaced }
      const valued = kind === 'number' ? { ...token, value: figureValue(raw) } : token
      into.push(role === 'heading' ? { ...valued, heading: true } : valued)
      if (kind === 'word') fuse(into)
      spaced = false
    }
    start = end
  }
}

/** The numbers of "400,900,600", each for itself, and the commas between them. */
function lexList(list: string, { line, start, spaced }: Pick<Token, 'line' | 'start' | 'spaced'>, into: Token[]): void {
  let from = start
  for (const raw of list.split(/(,)/u)) {
    const place = { text: raw, raw, line, start: from, end: from + raw.length, spaced: spaced && from === start }
    into.push(raw === ',' ? { kind: 'mark', ...place } : { kind: 'number', ...place, value: Number(raw) })
    from += raw.length
  }
}

/** What stands at a place of a line, and where it ends. */
function lexemeAt(text: string, at: number): { kind: Token['kind'] | 'space' | 'list'; to: number } {
  PLAIN.lastIndex = at
  if (PLAIN.test(text)) {
    const first = text[at] as string
    const kind = first === ' ' ? 'space' : first >= 'A' ? 'word' : first >= '0' && first <= '9' ? 'number' : 'mark'
    return { kind, to: PLAIN.lastIndex }
  }
  LEXEME.lastIndex = at
  const { date, code, digits, list, number, word, space } = LEXEME.exec(text)?.groups ?? {}
  const kind = date ? 'date' : code || digits ? 'code' : list ? 'list' : number ? 'number' : word ? 'word' : space ? 'space' : 'mark'
  return { kind, to: LEXEME.lastIndex }
}

/** Joins a number with letters glued to it: 15th, 1.2k; other letters than units make a code (3f2a). "6 k" is 6k. */
function fuse(tokens: Token[]): void {
  const last = tokens.at(-1)
  const number = tokens.at(-2)
  if (last?.kind !== 'word' || number?.kind !== 'number' || last.line !== number.line) return
  const isApart = last.text === 'k' && last.start === number.end + 1 && IN_THOUSANDS.test(number.raw)
  if (last.spaced && !isApart) return
  const glued = { ...number, text: number.text + last.text, raw: number.raw + last.raw, end: last.end }
  if (/^(?:st|nd|rd|th)$/u.test(last.text)) tokens.splice(-2, 2, { ...glued, kind: 'ordinal' })
  else if (/^k\d{1,3}$/u.test(last.text) && /^\d{1,2}$/u.test(number.raw)) {
    tokens.splice(-2, 2, { ...glued, value: Math.round(Number(`${number.raw}.${last.text.slice(1)}`) * 1000) })
  } else if (last.text === 'k') tokens.splice(-2, 2, { ...glued, value: thousandfold(number) })
  else if (!UNITS.test(last.text) && !/^x\d/u.test(last.text)) tokens.splice(-2, 2, { ...glued, kind: 'code' })
  else if (/^x\d/u.test(last.text)) {
    const by = { ...last, text: 'x', raw: last.raw.slice(0, 1), end: last.start + 1 }
    const digits = last.raw.slice(1)
    tokens.splice(-1, 1, by, {
      ...last,
      kind: /^\d+k?$/iu.test(digits) ? 'number' : 'code',
      text: digits.toLowerCase(),
      raw: digits,
      start: last.start + 1,
      value: /k$/iu.test(digits) ? Number(digits.slice(0, -1)) * 1000 : Number(digits),
    })
  }
}

/** What may be counted in thousands. */
const IN_THOUSANDS = /^\d{1,3}(?:[.,]\d{1,2})?$/u

/** "400 900 6 k" as "400 900 6k": to those who look at words, the k alone is a stranger. */
export const withGluedThousands = (text: string) => text.replace(/(?<![\d.,'\p{L}])(\d{1,3}(?:[.,]\d{1,2})?) k(?![\p{L}\d'])/giu, '$1k')

/** 1.2k, 3,6k, 12.5k: before a k the separator is always a decimal one. */
const thousandfold = (number: Token) => Math.round(Number(number.raw.replace(/[,']/gu, '.')) * 1000)

/** "300 400", "300,400": over a hundred thousand, or two numbers. */
export const MAY_BE_TWO = /^\d{3}[ ,](?!000)\d{3}$/u

/** The value of figures with any thousands separator; one with another separator behind it is a decimal. */
export function figureValue(figures: string): number {
  if (/^\d{1,2}(?:,\d{2})+,\d{3}$/u.test(figures)) return Number(figures.replaceAll(',', ''))
  // A group has a figure before it: 0.001 is a thousandth.
  const grouped = /^(?!0[.,])(\d{1,3}(?:([,.'\s])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/u.exec(figures)
  if (grouped) return Number(`${(grouped[1] ?? '').replace(/[,.'\s]/gu, '')}.${grouped[3] ?? 0}`)
  return Number(figures.replace(',', '.'))
}
