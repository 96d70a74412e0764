import { MAX_COUNT, MAX_DEVICES } from '../../../rules/facts.ts'
import { mergeNumbers } from '../numbers.ts'
import { figureValue, MAY_BE_TWO, type Token, tokenize } from '../tokens.ts'
import { isTurned, WHY } from './found.ts'
import { heldAt } from './held-devices.ts'
import { isDeviceNoun } from './site-words.ts'
import { readSites } from './sites.ts'

/** What a cell or the end of a line says: so many devices, something meant as a count that is none, nothing, or just text. */
export type Cell =
  | { readonly kind: 'count'; readonly devices: number; readonly count?: number }
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' }

const FIGURES = "\\d{1,3}(?:[,.' ]\\d{3}){1,4}(?![\\d])(?:[.,]\\d{1,2}(?!\\d))?|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,15}(?:[.,]\\d{1,3})?"
const ONE = new RegExp(`^([-+]? ?)(${FIGURES})( ?k)?$`, 'iu')
const SCIENTIFIC = /^(\d{1,3}(?:[.,]\d{1,12})?)e\+?(\d{1,2})$/iu
const RANGE = new RegExp(
  `^(?:(?:between|from|entre|zwischen|von|de) )?(?:${FIGURES}) ?k? ?(?:-|to|bis|à|a|et|e|en|und|y|i|tot|do|\\.{2,3}|~|and|until) ?(?:${FIGURES}) ?k?$`,
  'iu',
)
const CHOICE = new RegExp(`^(?:${FIGURES}) ?k? ?(?:/|or|oder|ou|\\||vs|,|;) ?(?:${FIGURES}) ?k?$`, 'iu')
const BOUND = new RegExp(
  `^(?:[<>≤≥]=?|=[<>]|more than|less than|over|under|above|below|max\\.?:?|min\\.?:?|maximum|minimum|up to|at least|at most|fewer than|not more than|no more than|mehr als|über|unter|mind\\.?|mindestens|höchstens|bis zu|bis|plus de|moins de) ?(?:${FIGURES}) ?k?$|^(?:${FIGURES}) ?k? ?(?:\\+|or more|or less|or fewer|and up|plus|max\\.?|min\\.?)$`,
  'iu',
)
const TIMES = new RegExp(`^(\\d{1,5}) ?(?:x|×|\\*) ?(${FIGURES})( ?k)?(?: each)?$`, 'iu')
const TIMES_BEHIND = new RegExp(`^(${FIGURES})( ?k)? ?\\( ?(?:(?:x|×|\\*) ?(\\d{1,5})|(\\d{1,5}) ?(?:x|×)) ?\\)$`, 'iu')
const SUM = new RegExp(`^(?:${FIGURES})(?: (?:ot|it|iot))?(?: ?(?:\\+|and|&|,|/) ?(?:${FIGURES})(?: (?:ot|it|iot))?){1,5}$`, 'iu')
const PERCENT = new RegExp(`^[-+]?(?:${FIGURES}) ?(?:%|percent|pct)$`, 'iu')
const UNKNOWN =
  /^(?:t\.?b\.?[dacn]\.?|n\.? ?\/? ?[ak]\.?|unknown|not known|unclear|we don't know|not sure|[?]{1,5}|to be (?:defined|confirmed|determined|decided|checked|advised|counted)|pending|none|none yet|null|nil|later|follows|to follow|x{2,4}|\.{2,4}|open|missing|offen|unbekannt|folgt|waiting|awaiting|no idea|not yet|not counted(?: yet)?|don't know|dont know|dunno|check|ask|wip|in progress|not available|inconnu|desconocido|error|err|nan|no data|no info|no count|no number|k\.a\.|hidden|soon|(?:a )?few|many|several|some|lots|plenty|various)(?:[ ,(-]{1,3}[^\d]{0,30})?$/iu
const SPREADSHEET_ERROR = /^#(?:n\/a|ref|value|div\/0|name|null|num|getting_data|spill|calc)[!?]?$|^#{3,30}$/iu
const ABOUT =
  /^(?:[~≈±]|\+\/-|c?ca\.?|c\.|circa|approx\.?:?|appr\.|approximately|about|around|roughly|nearly|almost|abt\.?|est\.?|estimated|est:|env\.?|environ|rund|etwa|some|exactly|=) ?/iu
const NOTE = / ?[([][^)\]]{0,80}[)\]]$/u
/** Words behind a count, with a mark between: "400 - confirmed", "430, incl. spares". */
const REMARK = /(?<=^[^\p{L}]{0,6}\d[\d.,' ]{0,14}k?(?: \p{L}{2,12}){0,2})(?: - |[,;] ?| \/\/ ?| # ?| <-+ ?)[^\d%]{2,60}$/u
const DOUBT = / ?(?:\?|\*|!|\.|,|;| approx\.?| est\.?| ca\.?| or so| estimated| roughly|-?ish)$/iu

const bad = (why: keyof typeof WHY): Cell => ({ kind: 'bad', why: WHY[why] })

const PLAIN = /^\d{1,7}$/u
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|(?:twen|thir|four?|fif|six|seven|eigh|nine)ty|hundreds?|thousand|dozen|grand)\b/iu

/** Reads a cell of a device column, or the part of a line where a count stands. */
export function readCell(text: string): Cell {
  if (PLAIN.test(text)) return counted(Number(text))
  if (text.length > 120) return { kind: 'text' }
  if (/\d\t+ ?\d/u.test(text)) return bad('choice')
  const trimmed = text
    .replace(/\p{Extended_Pictographic}|\ufe0f|✓/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^ ?"|" ?$/gu, '')
    .trim()
    // A spreadsheet marks a number kept as text so.
    .replace(/^'(?=[-+~]?\d)/u, '')
  if (/^(?:-{0,3}|_{1,5}|\/)$/u.test(trimmed)) return { kind: 'empty' }
  if (SPREADSHEET_ERROR.test(trimmed)) return bad('error')
  if (UNKNOWN.test(trimmed)) return bad('unknown')
  if (!/\d/u.test(trimmed) && !NUMBER_WORD.test(trimmed)) return UNKNOWN.test(withoutUnit(trimmed)) ? bad('unknown') : { kind: 'text' }
  const kinds = trimmed.replace(/ (?:devices?|assets?|endpoints?)$/iu, '')
  if (/\b(?:ot|it|iot)\b|\+/iu.test(kinds) && SUM.test(kinds)) return sumOf(kinds)
  const total = TOTAL_OF_SORTS.test(trimmed) ? onlyCount(tokensOf(trimmed)) : undefined
  if (total) return total
  const behind = TIMES_BEHIND.exec(trimmed)
  if (behind) return times(whole(1, behind[1] ?? '', Boolean(behind[2])), Number(behind[3] ?? behind[4]))
  return readFigures(withoutUnit(trimmed.replace(ABOUT, '').replace(NOTE, '').replace(REMARK, '').replace(DOUBT, '')), trimmed)
}

/** "430 OT + 20 IT", "150 + 20". */
const sumOf = (text: string): Cell => ({
  kind: 'count',
  devices: text.split(/\+|\band\b|&|, |\//u).reduce((sum, part) => sum + figureValue(part.replace(/[a-z ]/giu, '')), 0),
})

/** "400 total, 300 OT", "300 OT of 400 in total". */
const TOTAL_OF_SORTS = /^(?=.*\b(?:total|altogether|overall|in all|of which|thereof|incl\w*)\b)(?=.*\b(?:ot|it|iot)\b)/iu

const tokensOf = (text: string) => mergeNumbers(tokenize([{ number: 1, text, role: 'body' }])).slice(0, -1)

/** The one site that a cell's words are of. */
function onlyCount(tokens: readonly Token[]): Cell | undefined {
  const { sites, untold = [] } = readSites(tokens, () => false, { intent: 'size-license' })
  const [only] = sites
  return only && sites.length === 1 && untold.length === 0 && !only.name && !only.count ? counted(only.devices) : undefined
}

/** Why a whole answer is no one number of devices: "up to 500", "300 to 400", "400 or 500", "1.5 devices"; undefined where it is one, or several. */
export function spoiledCount(text: string): string | undefined {
  const cell = text.length <= 60 && !/[/,;|\n]|\d ?-|\d\s+\d|\band\b/iu.test(text) ? readCell(text) : undefined
  return cell?.kind === 'bad' && [WHY.bound, WHY.range, WHY.choice, WHY.decimal].some(why => why === cell.why) ? cell.why : undefined
}

function readFigures(figures: string, all: string): Cell {
  if (figures === '') return { kind: 'text' }
  const one = ONE.exec(figures)
  if (one) return whole(one[1]?.trim() === '-' ? -1 : 1, one[2] ?? '', Boolean(one[3]))
  const scientific = SCIENTIFIC.exec(figures)
  if (scientific) return counted(Number(`${scientific[1]?.replace(',', '.')}e${scientific[2]}`))
  if (PERCENT.test(figures)) return bad('percent')
  if (RANGE.test(figures)) return bad('range')
  if (CHOICE.test(figures)) return bad('choice')
  if (BOUND.test(figures)) return bad('bound')
  const several = TIMES.exec(figures)
  if (several && isTurned(Number(several[1]), figureValue(several[2] ?? '')) && !several[3]) return bad('turned')
  if (several) return times(whole(1, several[2] ?? '', Boolean(several[3])), Number(several[1]))
  return inWords(figures, all)
}

function whole(sign: number, figures: string, thousands: boolean): Cell {
  if (MAY_BE_TWO.test(figures)) return bad('choice')
  const value = thousands ? Math.round(Number(figures.replace(/[,' ]/gu, '.')) * 1000) : figureValue(figures)
  return sign < 0 && value !== 0 ? bad('negative') : counted(value)
}

function counted(value: number): Cell {
  if (!Number.isInteger(value)) return bad('decimal')
  if (value === 0) return bad('zero')
  return value > MAX_DEVICES ? bad('large') : { kind: 'count', devices: value }
}

/** So many sites of one count. */
function times(each: Cell, count: number): Cell {
  if (each.kind !== 'count') return each
  if (count > MAX_COUNT) return bad('many')
  return count > 1 ? { ...each, count } : each
}

/** "twelve hundred", "four and a half thousand", "3 sites of 250": one number, or one number of several sites, and nothing else. */
function inWords(text: string, all: string): Cell {
  if (text.length > 60) return { kind: 'text' }
  const tokens = tokensOf(all)
  const numbers = tokens.filter(({ kind }) => kind === 'number')
  const [first, joint, second] = tokens
  if (first?.kind !== 'number') return { kind: 'text' }
  if (tokens.length === 3 && second?.kind === 'number' && /^(?:or|to|and|-|\/)$/u.test(joint?.text ?? '')) return bad('choice')
  if (numbers.length === 2 && tokens.length <= 8 && !heldAt(tokens, 0)) {
    const { sites } = readSites(tokens, () => false, { intent: 'size-license' })
    const [only] = sites
    return only && sites.length === 1 && only.count && !only.name ? times(counted(only.devices), only.count) : { kind: 'text' }
  }
  return tokens.length === 1 && /\p{L}{3}/u.test(text) && first.value ? counted(first.value) : { kind: 'text' }
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
