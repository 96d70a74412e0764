import { isPartOfYear, MONTH } from '../days/calendar-words.ts'
import { between, type Token } from '../tokens.ts'
import { countsDevices, type Figure } from './figures.ts'
import type { Found } from './found.ts'
import { isOtherNoun, PLACE } from './site-words.ts'

// Devices that are still to come: "480 devices today and another 80 in June", "each will grow by 50".

/** Why they are not in the list. */
const TO_COME = 'devices to come; give the number of the site with them'

const AHEAD = new RegExp(
  `\\b(?:will|'ll|going|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|com(?:e|es|ing)|arriv(?:e|es|ing)|join(?:s|ing)?|gets?|getting|add(?:s|ing)?|grow(?:s|ing)?|ordered|on order|scheduled|soon|later|shortly|next (?:year|month|quarter|week|spring|summer|autumn|fall|winter)|this (?:year|month|quarter|spring|summer|autumn|fall|winter))\\b|\\b(?:in|by|from) (?:(?:the )?(?:spring|summer|autumn|fall|winter)|(?:${MONTH})\\b|q[1-4]|h[12]|20\\d\\d)`,
  'u',
)
const GROWS =
  /\b(?:(?:growth|expansion|increase|extension)(?: (?:of|by|:))?|(?:grow|expand|increase|rise)(?:s|ing)? by)(?: (?:about|around|some|another))?$/u
const COMES_TO = /(?:^|[,;(] )(?:and|plus|\+|with)(?: (?:another|about|around|some))?$/u
const PLUS = /(?:^|[,;( ] ?)(?:plus|\+)$/u
const EACH = new RegExp(`^(?:devices? )?(?:each|apiece|everywhere|per (?:${PLACE}))$`, 'u')
/** Fewer, a part, a comparison, or a difference that is among them already: "the extra 31". */
const NO_MORE =
  /\b(?:than|fewer|less|remov\w+|retir\w+|scrap\w+|decommission\w*|drop\w*|of (?:them|which|those|these)|printers are)\b|\b(?:the|these|those) (?:extra|additional|further|other|more)$/u

export interface Planned {
  readonly figures: Figure[]
  readonly growthPercent?: number
  /** Those that are told beside several counts. */
  readonly told: readonly Found[]
}

/** The growth from one number of devices to another, in percent of two decimals, so that the first grown by it is the other. */
export const growthTo = (now: number, then: number): number => (now < 10_000 ? Math.floor : Math.ceil)(((then - now) * 10_000) / now) / 100

/** Takes the devices to come from the counts: beside one count they are its growth, beside several they are told. */
export function withoutPlanned(tokens: readonly Token[], figures: readonly Figure[]): Planned {
  const planned = figures.filter((figure, index) => isPlanned(tokens, figures, figure, index))
  const rest = figures.filter(figure => !planned.includes(figure))
  const [now, another] = rest.filter(countsDevices)
  const [more, ...others] = planned
  if (!more || !now) return { figures: [...figures], told: [] }
  const isOne = !another && others.length === 0 && !rest.some(({ role, value }) => role === 'places' && value > 1)
  if (isOne) return { figures: rest, growthPercent: growthTo(now.value, now.value + more.value), told: [] }
  return { figures: rest, told: planned.map(({ at, to }) => ({ from: at, to, why: TO_COME })) }
}

const ends = (token: Token | undefined) => token?.kind === 'break' || token?.kind === 'number' || /^[,;.)?!]$/u.test(token?.text ?? '')

function isPlanned(tokens: readonly Token[], figures: readonly Figure[], figure: Figure, index: number): boolean {
  // "Which one?"
  if (figure.value === 1) return false
  // "Over the next 3 years"
  if (isOtherNoun(tokens[figure.at + 1]?.text ?? '')) return false
  if (!(countsDevices(figure) || figure.role === 'change') || !figures.some((each, at) => at < index && countsDevices(each))) return false
  const start = figures[index - 1]?.at ?? 0
  const lead = between(tokens, Math.max(start + 1, figure.at - 8), figure.at)
  let end = figure.at + 1
  while (end < tokens.length && !ends(tokens[end])) end += 1
  const behind = tokens.slice(figure.at + 1, end)
  const tail = between(tokens, figure.at + 1, end)
  if (NO_MORE.test(lead) || NO_MORE.test(tail)) return false
  if (GROWS.test(lead)) return true
  // "And another 300 in Porto"
  if (behind.some(({ raw, text }) => /^\p{Lu}\p{Ll}/u.test(raw) && !isPartOfYear(text))) return false
  // "400/900/6k plus 100 each"
  const isOfSeveral = figures.slice(0, index).filter(({ value }) => value > 1).length > 1
  if (PLUS.test(lead) && EACH.test(tail) && isOfSeveral) return true
  return figure.role === 'change'
    ? AHEAD.test(lead) || AHEAD.test(tail)
    : COMES_TO.test(lead.replace(/^devices? ?/u, '')) && AHEAD.test(tail)
}
