import type { Site } from '../../../rules/facts.ts'
import { between, type Token, word, written } from '../tokens.ts'
import { isProperLower, nameOf, sharedNames } from './count-names.ts'
import { type Found, WHY } from './found.ts'
import { isSection } from './regions.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { runFrom } from './site-phrases.ts'
import { CLOSING, isDeviceNoun, isDirection, isOtherNoun, isPlaceNoun, isPlural } from './site-words.ts'

// Names in the list of a sentence that have no count: "Lyon 400, Leeds, Porto 900".

const SEPARATOR = /^(?:[,;/|+&\n]|and)$/u
const ENDS = /^[.!?]$/u

/** What is said beside a list, and is no place. */
const NO_PLACE = new RegExp(
  `^(?:${CLOSING}|thank|urgent|asap|quick|quote|quotation|offer|pricing|price|cost|correct|right|wrong|same|both|sorted|done|help|okay|customer|client|again|sum|summary|order|confirmed|estimated|approx|existing|later|soon|rest|others?|more|less|unknown|everything|everyone|maybe|perhaps|probably|sorry|oops|wait|question|questions|note|update|info|fyi|today|tomorrow|yesterday|q[1-4]|next|last|first|second|third|also|another|further|unless|except|excluding|including)$`,
  'iu',
)

/** Behind the name of a city they are no site of their own: "Austin 400, Texas". */
const STATES =
  /^(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york|south wales)|(?:north|south) (?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|west virginia|washington|wisconsin|wyoming|ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|victoria|queensland|bavaria|bayern|saxony|sachsen|hesse|hessen|catalonia|lombardy|scotland|wales|england|northern ireland)$/iu

/** More than that are no list of names and counts in one line, and each is looked up among the others. */
const MAX_PARTS = 1000

const isRegion = (name: string) => isSection(name) || STATES.test(name)

/** What stands between two separators of a list. */
interface Part {
  readonly from: number
  readonly to: number
  /** The separator before it. */
  readonly after: string
  /** The name of a site with a count. */
  readonly counted?: string
  /** A name and nothing else. */
  readonly lone?: string
  /** Of the lone name it is said that its count is not known yet: "Nice tbd". */
  readonly unknown?: boolean
}

/** The names that stand in a list between, behind or beside those with a count, and have none. */
export function namesWithoutCount(phrase: Phrase, drafts: readonly Draft[], sites: readonly Site[]): Found[] {
  const separators = sites.length > 0 ? phrase.tokens.filter(({ text }) => SEPARATOR.test(text)).length : 0
  if (separators === 0 || separators > MAX_PARTS) return []
  const parts = partsOf(phrase, drafts)
  const isTold = ({ lone }: Part) => sites.some(({ name }) => name === lone)
  return parts.flatMap((part, at): Found[] =>
    isListed(parts, at) && !isTold(part) ? [{ from: part.from, to: part.to, why: WHY.none }] : [],
  )
}

/** Whether a name without a count is one of the list's. */
function isListed(parts: readonly Part[], at: number): boolean {
  const { lone, after, unknown } = parts[at] as Part
  if (lone === undefined) return false
  const before = parts.slice(0, at).findLast(part => part.lone === undefined)
  const behind = parts.slice(at + 1).find(part => part.lone === undefined)
  const next = parts[at + 1]
  // "Munich, Germany 400"
  if (next?.after === ',' && isRegion(next.counted ?? next.lone ?? '')) return false
  const isCounted = before?.counted !== undefined || behind?.counted !== undefined
  if (unknown) return isCounted
  if (/^\p{Ll}/u.test(lone)) return before?.counted !== undefined && behind?.counted !== undefined
  if (before?.counted !== undefined) return true
  // The first one may be who is written to, or of: "Bob, Lyon 400".
  return (
    before === undefined &&
    behind?.counted !== undefined &&
    (after !== '' || /^(?:and|[&+/])$/u.test(next?.after ?? '') || next?.lone !== undefined)
  )
}

function partsOf(phrase: Phrase, drafts: readonly Draft[]): Part[] {
  const { tokens } = phrase
  const parts: Part[] = []
  let [from, after] = [0, '']
  const close = (to: number) => {
    if (to > from) parts.push(partAt(phrase, drafts, { from, to, after }))
  }
  for (let at = 0; at <= tokens.length; at += 1) {
    const text = word(tokens, at)
    const ends = at === tokens.length || SEPARATOR.test(text) || (ENDS.test(text) && (tokens[at + 1]?.kind ?? 'break') === 'break')
    if (!ends) continue
    close(at)
    if (SEPARATOR.test(text)) after = text
    from = at + 1
  }
  return parts
}

function partAt(phrase: Phrase, drafts: readonly Draft[], part: Part): Part {
  const { tokens, labels } = phrase
  const { from } = part
  const to = endOfName(tokens, part)
  const unknown = to < part.to || isDoubted(tokens, to)
  const within = drafts.filter(({ figure }) => figure.at >= from && figure.at < to)
  const [only, another] = within
  if (only && !another) {
    const counted = labels.get(only.figure.at) ?? nameOf(phrase, only.figure) ?? lowerName(tokens, from)
    return counted === undefined ? part : { ...part, counted }
  }
  if (tokens.slice(from, to).some(({ kind }) => kind === 'number') && !isNumberedPlace(tokens, from, to)) return part
  const name = written(tokens, from, to)
  const isLone = runFrom(tokens, from) === to || isNumberedPlace(tokens, from, to) || (to === from + 1 && lowerName(tokens, from))
  return isLone && isPlaceName(name) ? { ...part, lone: name, ...(unknown ? { unknown } : {}) } : part
}

const UNKNOWN =
  /^(?:is |still |is still )?(?:tb[adc]|unknown|unclear|pending|to follow|to come|follows|comes later|to be (?:confirmed|counted|defined|determined)|not (?:known|counted|clear)(?: yet)?|no idea(?: yet)?|don't know(?: yet)?)$/u
/** In words. */
const MOST_NAME = 3
/** "Nice tbd", "nice not counted yet" */
function endOfName(tokens: readonly Token[], { from, to }: Part): number {
  for (let end = from + 1; end < to && end <= from + MOST_NAME; end += 1) if (UNKNOWN.test(between(tokens, end, to))) return end
  return to
}

/** "Bonn ?" */
const isDoubted = (tokens: readonly Token[], to: number) => word(tokens, to) === '?' && tokens[to]?.spaced === true

const lowerName = (tokens: readonly Token[], at: number) => (isProperLower(tokens[at]) ? tokens[at]?.raw : undefined)

/** "Plant B", "site 3". */
const isNumberedPlace = (tokens: readonly Token[], from: number, to: number) =>
  to === from + 2 && isPlaceNoun(word(tokens, from)) && !isPlural(word(tokens, from)) && /^(?:\p{L}|\d{1,2})$/u.test(word(tokens, from + 1))

/** Whether capitalised words may be a place's name, and are no thanks, region or thing. */
export function isPlaceName(name: string): boolean {
  const [first = '', ...others] = name.toLowerCase().split(' ')
  if (NO_PLACE.test(first) || isRegion(name)) return false
  return others.length > 0 || !(isDeviceNoun(first) || isOtherNoun(first) || isPlaceNoun(first) || isDirection(first))
}

/** "400 devices in Lyon and Leeds", "Lyon and Leeds have 400": nobody said what each of them has. */
export function pooledNames({ tokens, figures, evenly, same }: Phrase, [only, ...others]: readonly Draft[]): Pooled | undefined {
  if (!only || others.length > 0 || figures.length > 1 || only.each || only.count !== undefined || evenly || same) return undefined
  const names = sharedNames(tokens, only.figure).filter(name => !isRegion(name))
  if (names.length < 2 || !isJoined(tokens, names)) return undefined
  const { at } = only.figure
  return { places: names.length, untold: { from: at, to: at + 1, why: `no number for each of the ${names.length} sites` } }
}

export interface Pooled {
  readonly places: number
  readonly untold: Found
}

/** By "and", not as "Austin, Texas" is, nor as whoever does something: "in Lyon and Bob wants to know". */
function isJoined(tokens: readonly Token[], names: readonly string[]): boolean {
  const words = (names.at(-1) ?? '').toLowerCase().split(' ')
  const at = tokens.findLastIndex(({ text }) => text === words[0])
  const next = tokens[at + words.length]
  const acts =
    next?.kind === 'word' && !/^(?:have|has|had|with|are|is|which|what|how|please|pls|and|need|needs|together|run|got|at)$/u.test(next.text)
  return /^(?:and|&|\+|\/)$/u.test(word(tokens, at - 1)) && !acts
}
