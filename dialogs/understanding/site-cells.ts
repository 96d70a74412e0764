import { mergeNumbers } from './numbers.ts'
import { isDeviceNoun } from './site-words.ts'
import { figureValue, tokenize } from './tokens.ts'

/** What a cell or the end of a line says: so many devices, something meant as a count that is none, nothing, or just text. */
export type Cell =
  | { readonly kind: 'count'; readonly devices: number; readonly count?: number }
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' }

const FIGURES = "\\d{1,3}(?:[,.' ]\\d{3}){1,3}(?![\\d])|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,9}(?:[.,]\\d{1,3})?"
const ONE = new RegExp(`^([-+]? ?)(${FIGURES})( ?k)?$`, 'iu')
const RANGE = new RegExp(
  `^(?:(?:between|from|entre|zwischen|von|de) )?(?:${FIGURES}) ?k? ?(?:-|to|bis|à|a|et|e|en|und|y|i|tot|do|\\.{2,3}|~|and|until) ?(?:${FIGURES}) ?k?$`,
  'iu',
)
const CHOICE = new RegExp(`^(?:${FIGURES}) ?k? ?(?:/|or|oder|ou|\\||vs) ?(?:${FIGURES}) ?k?$`, 'iu')
const BOUND = new RegExp(
  `^(?:[<>≤≥]=?|=[<>]|more than|less than|over|under|above|below|max\\.?|min\\.?|maximum|minimum|up to|at least|at most|fewer than|not more than|mehr als|über|unter|mind\\.?|bis zu|plus de) ?(?:${FIGURES}) ?k?$|^(?:${FIGURES}) ?k? ?(?:\\+|or more|or less|and up|plus|max|min)$`,
  'iu',
)
const TIMES = new RegExp(`^(\\d{1,4}) ?(?:x|×|\\*) ?(${FIGURES})( ?k)?$`, 'iu')
const SUM = new RegExp(`^(?:${FIGURES})(?: (?:ot|it|iot))?(?: ?(?:\\+|and|&|,|/) ?(?:${FIGURES})(?: (?:ot|it|iot))?){1,5}$`, 'iu')
const UNKNOWN =
  /^(?:t\.?b\.?[dacn]\.?|n\.? ?\/? ?[ak]\.?|unknown|not known|unclear|we don't know|not sure|[?]{1,5}|to be (?:defined|confirmed|determined|decided|checked|advised)|pending|none|null|nil|later|follows|to follow|x{2,4}|\.{2,4}|open|missing|offen|unbekannt|folgt|waiting|awaiting|no idea|not yet|not counted(?: yet)?|don't know|dont know|dunno|check|ask|wip|in progress|not available|inconnu|desconocido|error|err|#n\/a|#ref!|nan|no data|no info|no count|no number|k\.a\.|hidden|soon)(?:[ ,(-]{1,3}[^\d]{0,30})?$/iu
const ABOUT =
  /^(?:[~≈]|c?ca\.?|circa|approx\.?|approximately|about|around|roughly|abt\.?|est\.?|estimated|est:|env\.?|environ|rund|etwa|some|exactly|=) ?/iu
const NOTE = / ?[([][^)\]]{0,80}[)\]]$/u
const DOUBT = / ?(?:\?|\*|!|\.|,|;| approx\.?| est\.?| ca\.?| or so| estimated| roughly)$/iu

const WHY = {
  range: 'a range, not one number',
  choice: 'two numbers, not one',
  bound: 'more or less than a number, not one number',
  unknown: 'no device count yet',
  zero: 'zero devices',
  negative: 'a negative number',
  decimal: 'not a whole number',
  text: 'not a number',
} as const

const bad = (why: keyof typeof WHY): Cell => ({ kind: 'bad', why: WHY[why] })
export const NO_COUNT = 'no device count'
export const NOT_A_NUMBER = WHY.text

/** Reads a cell of a device column, or the part of a line where a count stands. */
export function readCell(text: string): Cell {
  const trimmed = text.replace(/\s+/gu, ' ').replace(/^"|"$/gu, '').trim()
  if (/^(?:-{0,3}|_{1,5}|\/)$/u.test(trimmed)) return { kind: 'empty' }
  if (UNKNOWN.test(trimmed)) return bad('unknown')
  if (/\b(?:ot|it|iot)\b|\+/iu.test(trimmed) && SUM.test(trimmed)) return sumOf(trimmed)
  const figures = withoutUnit(trimmed.replace(ABOUT, '').replace(NOTE, '').replace(DOUBT, ''))
  return readFigures(figures)
}

/** "430 OT + 20 IT", "150 + 20". */
const sumOf = (text: string): Cell => ({
  kind: 'count',
  devices: text.split(/\+|\band\b|&|, |\//u).reduce((sum, part) => sum + figureValue(part.replace(/[a-z ]/giu, '')), 0),
})

function readFigures(figures: string): Cell {
  if (figures === '') return { kind: 'text' }
  if (UNKNOWN.test(figures)) return bad('unknown')
  const one = ONE.exec(figures)
  if (one) return whole(one[1]?.trim() === '-' ? -1 : 1, one[2] ?? '', Boolean(one[3]))
  if (RANGE.test(figures)) return bad('range')
  if (CHOICE.test(figures)) return bad('choice')
  if (BOUND.test(figures)) return bad('bound')
  const times = TIMES.exec(figures)
  if (times) {
    const each = whole(1, times[2] ?? '', Boolean(times[3]))
    return each.kind === 'count' && Number(times[1]) > 1 ? { ...each, count: Number(times[1]) } : each
  }
  return inWords(figures)
}

function whole(sign: number, figures: string, thousands: boolean): Cell {
  const value = thousands ? Math.round(Number(figures.replace(/[,' ]/gu, '.')) * 1000) : figureValue(figures)
  if (!Number.isInteger(value)) return bad('decimal')
  if (value === 0) return bad('zero')
  return sign < 0 ? bad('negative') : { kind: 'count', devices: value }
}

/** "twelve hundred", "four and a half thousand": one number and nothing else. */
function inWords(text: string): Cell {
  if (/\d/u.test(text) || text.length > 60) return { kind: 'text' }
  const tokens = mergeNumbers(tokenize([{ number: 1, text, role: 'body' }]))
  const [only, end] = tokens
  return only?.kind === 'number' && end?.kind === 'break' && only.value && Number.isInteger(only.value)
    ? { kind: 'count', devices: only.value }
    : { kind: 'text' }
}

const KINDS =
  /^(?:ot|it|iot|ics|total|networked|network|connected|active|known|discovered|monitored|live|in|all|up|industrial|medical|currently|now|today|each|altogether)$/iu

/** "430 OT devices" and "devices: 430" are 430; other words behind a number stay, and make it text. */
function withoutUnit(text: string): string {
  const words = text.split(' ')
  let to = words.length
  while (to > 1 && (isDeviceNoun(bareWord(words[to - 1])) || KINDS.test(bareWord(words[to - 1])))) to -= 1
  let from = 0
  while (from < to - 1 && isDeviceNoun(bareWord(words[from]))) from += 1
  const rest = words
    .slice(from, to)
    .join(' ')
    .replace(/[.,;:!]$/u, '')
    .replace(ABOUT, '')
  return rest.replace(/^(\d[\d.,']*k?)-?(?:devices?|devs?|pcs|units?|st|stk|nos)$/iu, '$1')
}

const bareWord = (word: string | undefined) => (word ?? '').toLowerCase().replace(/[.,;:()!?]/gu, '')
