import { numbered, TENS, SMALL_NUMBERS as UNITS } from './number-words.ts'
import { isDeviceNoun, isPlaceNoun, isPlural } from './sites/site-words.ts'
import { type Token, word } from './tokens.ts'

const SCALES = new Map([
  ['hundred', 100],
  ['hundreds', 100],
  ['thousand', 1000],
  ['grand', 1000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
  ['lakh', 100_000],
  ['lakhs', 100_000],
  ['crore', 10_000_000],
  ['dozen', 12],
])
const ORDINALS = new Map([
  ...numbered(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth',
    1,
  ),
  ...numbered('seventeenth eighteenth nineteenth twentieth', 17),
  ['twelveth', 12] as const,
  ['thirtieth', 30] as const,
])

/** Small numbers in the languages that people mix in. */
export const FOREIGN: ReadonlyMap<string, number> = new Map(
  [
    'ein eine einen einem einer un une uma um una uno jeden een en',
    'zwei deux dos dois duas due dwa dwie twee två to',
    'drei trois tres três tre trzy drie tre',
    'vier quatre cuatro quatro quattro cztery fyra fire',
    'fünf funf cinq cinco cinque pięć vijf fem',
    'sechs six seis sei sześć zes sex',
    'sieben sept siete sete sette siedem zeven sju',
    'acht huit ocho oito otto osiem åtta otte',
    'neun neuf nueve nove dziewięć negen nio ni',
    'zehn dix diez dez dieci dziesięć tien tio ti',
  ].flatMap((words, at) => words.split(' ').map(text => [text, at + 1] as const)),
)

/** Every number in words begins with one of these. */
const OPENERS: ReadonlySet<string> = new Set(
  [UNITS, TENS, SCALES, ORDINALS, FOREIGN].flatMap(known => [...known.keys()]).concat('a', 'an', 'couple', 'half'),
)

interface Read {
  readonly value: number
  readonly next: number
}

/** Two digits in words at `at`: eleven, twenty two, twenty-two. */
function below100(tokens: readonly Token[], at: number): Read | undefined {
  const text = word(tokens, at)
  const unit = UNITS.get(text)
  if (unit !== undefined) return { value: unit, next: at + 1 }
  const ten = TENS.get(text)
  if (ten === undefined) return undefined
  const after = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
  const ones = UNITS.get(tokens[after]?.text ?? '')
  return ones !== undefined && ones < 10 ? { value: ten + ones, next: after + 1 } : { value: ten, next: at + 1 }
}

/** A number in figures or words below a scale word: 5, 1.2, twelve, "four and a half". */
function multiplier(tokens: readonly Token[], at: number): Read | undefined {
  const token = tokens[at]
  const words = token?.kind === 'number' && token.value !== undefined ? { value: token.value, next: at + 1 } : below100(tokens, at)
  if (!words) return undefined
  const half = ['and', 'a', 'half'].every((each, offset) => tokens[words.next + offset]?.text === each)
  return half && SCALES.has(tokens[words.next + 3]?.text ?? '') ? { value: words.value + 0.5, next: words.next + 3 } : words
}

/** As spoken: "one seventy-five" is 175, "two six five" is 265. */
function spoken(tokens: readonly Token[], at: number): Read | undefined {
  const hundreds = UNITS.get(word(tokens, at))
  if (hundreds === undefined || hundreds > 9) return undefined
  const rest = below100(tokens, at + 1)
  if (rest && TENS.has(word(tokens, at + 1)) && !SCALES.has(word(tokens, rest.next)))
    return { value: hundreds * 100 + rest.value, next: rest.next }
  const [tens, ones] = [UNITS.get(word(tokens, at + 1)) ?? 10, UNITS.get(word(tokens, at + 2)) ?? 10]
  return tens < 10 && ones < 10 ? { value: hundreds * 100 + tens * 10 + ones, next: at + 3 } : undefined
}

/** "hundred" and "thousand" parts one after the other: 4 thousand 9 hundred, three hundred and eighty two. */
function spelled(tokens: readonly Token[], start: number): Read | undefined {
  let at = start
  let sum = 0
  let ceiling = Number.POSITIVE_INFINITY
  for (;;) {
    const joined = sum > 0 && tokens[at]?.text === 'and' ? at + 1 : at
    const part = multiplier(tokens, joined)
    const scale = part && SCALES.get(tokens[part.next]?.text ?? '')
    if (part && scale && part.value * scale < ceiling) {
      sum += part.value * scale
      at = part.next + 1
      ceiling = scale
      if (SCALES.get(tokens[at]?.text ?? '') === 1000 && scale === 100) return { value: sum * 1000, next: at + 1 }
      continue
    }
    // The rest below the scale: "and ten". Not where a new number with its own scale or a new site begins.
    if (
      sum > 0 &&
      part &&
      part.value < Math.min(ceiling, 100) &&
      Number.isInteger(part.value) &&
      !SCALES.has(tokens[part.next]?.text ?? '')
    ) {
      const figures = tokens[joined]?.kind === 'number'
      if (!figures || tokens[joined - 1]?.text === 'and') return { value: sum + part.value, next: part.next }
    }
    return sum > 0 ? { value: sum, next: at } : undefined
  }
}

/** "a hundred", "half a thousand", "a dozen", "a hundred and ten"; "the hundred" too. */
function article(tokens: readonly Token[], at: number): Read | undefined {
  const first = word(tokens, at)
  const couple = first === 'a' && word(tokens, at + 1) === 'couple' ? at + 2 : first === 'couple' ? at + 1 : undefined
  const scaled = couple === undefined ? undefined : SCALES.get(word(tokens, word(tokens, couple) === 'of' ? couple + 1 : couple))
  if (couple !== undefined && scaled) return { value: 2 * scaled, next: word(tokens, couple) === 'of' ? couple + 2 : couple + 1 }
  if (first === 'half' && (tokens[at + 1]?.text === 'a' || tokens[at + 1]?.text === 'of')) {
    const scale = SCALES.get(tokens[at + 2]?.text ?? '')
    return scale ? { value: scale / 2, next: at + 3 } : undefined
  }
  const from = first === 'a' || first === 'an' ? at + 1 : at
  const scale = SCALES.get(tokens[from]?.text ?? '')
  if (!scale) return undefined
  if (from === at && word(tokens, at - 1) === 'the' && word(tokens, at - 2) === 'by') return undefined
  if (scale === 12) return { value: 12, next: from + 1 }
  const one: Token = { kind: 'number', text: '1', raw: '1', value: 1, line: 0, start: 0, end: 0, spaced: true }
  const read = spelled([one, ...tokens.slice(from, from + 10)], 0)
  return read && { value: read.value, next: from + read.next - 1 }
}

/** 1 200 and 12 500 000: groups of three behind single spaces. Three figures in front stay apart ("400 900 6k" are three numbers). */
function spaced(tokens: readonly Token[], at: number): Read | undefined {
  const first = tokens[at]
  if (first?.kind !== 'number' || !/^\d{1,2}$/u.test(first.raw) || first.value === 0) return undefined
  let next = at + 1
  let figures = first.raw
  while (next < at + 3 && isGroup(tokens[next - 1], tokens[next])) {
    figures += (tokens[next]?.raw ?? '').slice(0, 3)
    next += 1
  }
  if (next === at + 1) return undefined
  return { value: Number(figures), next }
}

const isGroup = (before: Token | undefined, token: Token | undefined) =>
  (token?.kind === 'number' || token?.kind === 'code') &&
  token.spaced &&
  before !== undefined &&
  token.start === before.end + 1 &&
  /^\d{3}(?:[.,]\d{2})?$/u.test(token.raw)

/** "Plant 2 350": the number of a thing, not the head of a group. */
const isNumberOfPlace = (tokens: readonly Token[], at: number) => {
  const before = tokens[at - 1]
  return before?.kind === 'word' && isPlaceNoun(before.text) && !isPlural(before.text)
}

/** "twenty second", "sixteenth". */
function ordinal(tokens: readonly Token[], at: number): Read | undefined {
  const text = word(tokens, at)
  const single = ORDINALS.get(text)
  if (single !== undefined) return { value: single, next: at + 1 }
  const ten = TENS.get(text)
  const after = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
  const ones = ORDINALS.get(tokens[after]?.text ?? '')
  return ten && ones && ones < 10 ? { value: ten + ones, next: after + 1 } : undefined
}

/**
 * Joins numbers in words and in spaced groups into single `number` tokens, ordinals in words into `ordinal`.
 */
export function mergeNumbers(tokens: readonly Token[]): Token[] {
  const merged: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const opens = token.kind === 'number' || (token.kind === 'word' && OPENERS.has(token.text))
    const order = opens && token.kind === 'word' ? ordinal(tokens, at) : undefined
    const read = opens
      ? (order ??
        (token.kind === 'word' || isNumberOfPlace(tokens, at) ? undefined : spaced(tokens, at)) ??
        spelled(tokens, at) ??
        article(tokens, at) ??
        spoken(tokens, at) ??
        below100(tokens, at) ??
        foreign(tokens, at))
      : undefined
    if (!read) {
      merged.push(token)
      at += 1
      continue
    }
    const last = tokens[read.next - 1] as Token
    merged.push({ ...join(tokens, at, read.next), kind: order ? 'ordinal' : 'number', end: last.end, value: read.value })
    at = read.next
  }
  return merged
}

/** "cuatro plantas", "drei Standorte": only before what is counted, for many such words mean something else in English. */
function foreign(tokens: readonly Token[], at: number): Read | undefined {
  const value = tokens[at]?.kind === 'word' ? FOREIGN.get(word(tokens, at)) : undefined
  const next = word(tokens, at + 1)
  return value && value > 1 && (isPlaceNoun(next) || isDeviceNoun(next)) && isPlural(next) ? { value, next: at + 1 } : undefined
}

function join(tokens: readonly Token[], from: number, to: number): Token {
  const first = tokens[from] as Token
  const raw = tokens.slice(from, to).reduce((text, token) => text + (token.spaced && text ? ' ' : '') + token.raw, '')
  return { ...first, raw, text: raw.toLowerCase() }
}
