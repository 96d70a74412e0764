import type { Unreadable } from '../../ports.ts'
import { between, MAY_BE_TWO, type Token, word, written } from '../tokens.ts'
import { isSizeEnd } from './capacities.ts'
import { comparedAt, isName, sameAt } from './compared-counts.ts'
import { type Found, isTurned, WHY } from './found.ts'
import { heldAt } from './held-devices.ts'
import { opening } from './partial-growth.ts'
import { isPerFloor } from './site-parts.ts'
import { isDeviceNoun, isFloor, isOtherNoun, isPlaceNoun } from './site-words.ts'
import { vaguePlacesAt } from './vague-places.ts'

export interface Spoiled {
  readonly unreadable: readonly Unreadable[]
  /** The numbers in them, which count nothing else. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/** Counts in a sentence or a one-line list that are no one number: "Hull 400-450", "between 400 and 450 devices", ">1,000", "450.5 devices", "Goole tbd". */
export function findSpoiled(tokens: readonly Token[], taken: (at: number) => boolean): Spoiled {
  const found: Found[] = []
  const labelled = tokens.filter(
    (token, at) => token.kind === 'number' && !taken(at) && /^\p{Lu}|^[:=(-]$/u.test(tokens[at - 1]?.raw ?? ''),
  )
  const listed = labelled.length >= 2
  const hasFloors = tokens.some(({ text }) => text !== 'floor' && text !== 'level' && isFloor(text))
  for (let at = 0; at < tokens.length; at += 1) {
    if (taken(at)) continue
    const spoiled =
      heldAt(tokens, at) ??
      vaguePlacesAt(tokens, at) ??
      runOnAt(tokens, at) ??
      turnedAt(tokens, at) ??
      rangeAt(tokens, at, taken) ??
      choiceAt(tokens, at, taken) ??
      boundAt(tokens, at) ??
      orMoreAt(tokens, at) ??
      (hasFloors ? undefined : perFloorAt(tokens, at)) ??
      boundInWords(tokens, at, taken) ??
      vagueAt(tokens, at) ??
      decimalAt(tokens, at, listed) ??
      comparedAt(tokens, at) ??
      sameAt(tokens, at) ??
      (labelled.length > 0 ? moreThanAt(tokens, at) : undefined) ??
      (labelled.length > 0 ? unknownAt(tokens, at) : undefined)
    if (!spoiled) continue
    found.push(spoiled)
    at = spoiled.to - 1
  }
  return { unreadable: found.map(each => asUnreadable(tokens, each)), spans: found }
}

/** "80 90 120": numbers in a row, of which two may be read as one. */
function runOnAt(tokens: readonly Token[], at: number): Found | undefined {
  if (tokens[at]?.kind !== 'number') return undefined
  const raw = (place: number) => tokens[place]?.raw ?? ''
  const isOne =
    (/^\d{1,3}(?: \d{3})+$/u.test(raw(at)) && tokens[at - 1]?.kind === 'number') ||
    // "100, 200,300"
    (MAY_BE_TWO.test(raw(at)) && !isDeviceNoun(word(tokens, at + 1)))
  // "Leeds: 2 50", "Leeds: 1, 200"
  const next = /^\d$/u.test(raw(at)) && raw(at + 1) === ',' && /^\d{3}$/u.test(raw(at + 2)) ? at + 2 : at + 1
  const isTwo = /^[:=]$/u.test(word(tokens, at - 1)) && /^\d+$/u.test(raw(next)) && /^(?:\n|[,;]|)$/u.test(word(tokens, next + 1))
  // "12x80 500": 80,500 each, or one more of 500; a lone figure is a site's in neither ("3 x 1 200").
  const isTimes =
    /^\d{2}(?: \d{3})+$/u.test(raw(at)) && /^(?:[x×*]|times)$/u.test(word(tokens, at - 1)) && tokens[at - 2]?.kind === 'number'
  if (isTimes) return { from: at - 2, to: at + 1, why: WHY.choice }
  return isOne || isTwo ? { from: at, to: isOne ? at + 1 : next + 1, why: WHY.choice } : undefined
}

/** "400x3" */
function turnedAt(tokens: readonly Token[], at: number): Found | undefined {
  const [count, times, devices] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (count?.kind !== 'number' || devices?.kind !== 'number' || !/^[x×*]$/u.test(times?.text ?? '')) return undefined
  return isTurned(count.value ?? 0, devices.value ?? 0) ? { from: at, to: at + 3, why: WHY.turned } : undefined
}

const isCount = (token: Token | undefined) => token?.kind === 'number' && (token.value ?? 0) >= 10

function rangeAt(tokens: readonly Token[], at: number, taken: (at: number) => boolean): Found | undefined {
  const [first, joint, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!isCount(second) || taken(at + 2) || !joint) return undefined
  // "4-6k", "3 to 4 thousand": what is said of the second holds for the first; the number of a place has its own ("Plant 4 - 6k").
  const mayBeFew = first?.kind === 'number' && !isPlaceNoun(word(tokens, at - 1))
  const scale = mayBeFew ? sharedScale(first, second) : 1
  const isOfDevices = scale > 1 || isDeviceNoun(word(tokens, at + 3))
  const isTight = joint.text === 'and' || (joint.text === '-' && !joint.spaced)
  if (!isCount(first) && scale === 1 && !(mayBeFew && isOfDevices && isTight)) return undefined
  const [low, high] = [(first?.value ?? 0) * scale, second?.value ?? 0]
  // "Anything between 1,000 and 5,000?" asks for a licence.
  const isBetween = word(tokens, at - 1) === 'between' && joint.text === 'and' && !(isSizeEnd(low) && isSizeEnd(high))
  const dashed = joint.text === '-' && joint.spaced === second?.spaced && word(tokens, at - 1) !== '-' && word(tokens, at + 3) !== '-'
  const worded = /^(?:to|or)$/u.test(joint.text) && isOfDevices && !MOVES.test(between(tokens, Math.max(0, at - 3), at))
  return low < high && (isBetween || dashed || worded) ? { from: isBetween ? at - 1 : at, to: at + 3, why: WHY.range } : undefined
}

/** "Grows from 300 to 600 devices" tells two times, "has from 300 to 600" one. */
const MOVES =
  /(?<!\b(?:has|have|with|anywhere|anything|ranging|ranges|varies|varying|is|are) )\bfrom$|\b(?:grow|grows|grew|growing|increase|increases|increased|goes?|going|went|add|adds|added)$/u

/** What stands between two numbers of which one is meant. */
const MAYBE =
  /^(?:[,;(] )?(?:(?:or|maybe|perhaps|possibly|sometimes|peak|peaks|peaking|(?:could|may|might|can) be)(?: |$))+(?:(?:about|around|even|at|more like) ?)*$/u
const GIVE_OR_TAKE = /^(?:[,(] )?(?:\+ ?\/ ?-|±|give or take)$/u
const LATER = /^(?:next|by|in|at|later|soon|within|after|until|from)$/u

/** "Ulm 240 or 260", "240, peak 260", "1,000 devices +/- 50": no one number; in "240 now, maybe 260 by summer" it grows. */
function choiceAt(tokens: readonly Token[], at: number, taken: (at: number) => boolean): Found | undefined {
  if (!isCount(tokens[at])) return undefined
  const from = isDeviceNoun(word(tokens, at + 1)) ? at + 2 : at + 1
  const second = [1, 2, 3, 4].map(ahead => from + ahead).find(next => tokens[next]?.kind === 'number') ?? 0
  const [one, other] = [tokens[at]?.value ?? 0, tokens[second]?.value ?? 0]
  const way = second > 0 && !taken(second) ? between(tokens, from, second) : ''
  if (GIVE_OR_TAKE.test(way)) return { from: at, to: second + 1, why: WHY.range }
  const end = isDeviceNoun(word(tokens, second + 1)) ? second + 2 : second + 1
  const isSame = one < other * 2 && other < one * 2 && !isPlaceNoun(word(tokens, second + 1)) && !LATER.test(word(tokens, end))
  return MAYBE.test(way) && isSame && !(isSizeEnd(one) && isSizeEnd(other)) ? { from: at, to: second + 1, why: WHY.choice } : undefined
}

/** Thousands or hundreds that are said of the second number alone: "4-6k", "3 to 4 hundred"; 1 where each number is whole by itself. */
function sharedScale({ value: low = 0, raw }: Token, second: Token | undefined): number {
  const said = /(?:\d|\p{L}) ?(k|thousand|hundred)$/iu.exec(second?.raw ?? '')?.[1]?.toLowerCase()
  const scale = said === 'hundred' ? 100 : said ? 1000 : 1
  return /^(?:\d{1,3}|\p{L}+)$/u.test(raw) && low * scale < (second?.value ?? 0) ? scale : 1
}

function boundAt(tokens: readonly Token[], at: number): Found | undefined {
  const sign = tokens[at]
  if (!sign || !/^[<>≤≥]$/u.test(sign.text) || !isCount(tokens[at + 1]) || /^[-=<>]$/u.test(word(tokens, at - 1))) return undefined
  // At the start of a line it quotes a mail.
  if (tokens[at - 1]?.kind === 'break' || (at === 0 && tokens[1]?.spaced)) return undefined
  return { from: at, to: at + 2, why: WHY.bound }
}

/** "300+ devices", "300 devices or more", "300 plus each": no sum. */
function orMoreAt(tokens: readonly Token[], at: number): Found | undefined {
  const [plus, next] = [tokens[at + 1], tokens[at + 2]]
  if (!isCount(tokens[at])) return undefined
  const from = isDeviceNoun(word(tokens, at + 1)) ? at + 2 : at + 1
  const worded =
    /^(?:(?:or|and) (?:more|up|above|over)|plus each)\b/u.test(between(tokens, from, from + 2)) &&
    tokens[from + 2]?.kind !== 'number' &&
    !isOtherNoun(word(tokens, from + 2))
  if (worded) return { from: at, to: from + (word(tokens, from) === 'plus' ? 1 : 2), why: WHY.bound }
  if (plus?.text !== '+' || plus.spaced || next?.kind === 'number') return undefined
  return { from: at, to: at + 2, why: WHY.bound }
}

/** "120 devices per floor", of which nobody says how many there are. */
const perFloorAt = (tokens: readonly Token[], at: number): Found | undefined =>
  isCount(tokens[at]) && isPerFloor(tokens, at) ? { from: at, to: at + 1, why: 'a number for each floor, not for the site' } : undefined

const LEAST = /^(?:(?:more|greater|bigger) than|over|above|at least|min|minimum|minimum of|exceeding|(?:upwards|north) of)$/u
const MOST = /^(?:up to|max(?: \.)?|maximum|maximum of|at most|(?:less|fewer|smaller) than|no more than|not more than|under|below)$/u

/** "More than 1,000 devices in Lyon", "Nice max 95": a bound for a place of its own. The most for all places alike, and "up to" the end of a size, stay numbers; the least would size them too small. */
function boundInWords(tokens: readonly Token[], at: number, taken: (at: number) => boolean): Found | undefined {
  if (tokens[at]?.kind !== 'word') return undefined
  const number = [1, 2, 3].map(ahead => at + ahead).find(next => tokens[next]?.kind === 'number')
  if (number === undefined || !isCount(tokens[number]) || taken(number)) return undefined
  const words = between(tokens, at, number)
  if (!LEAST.test(words) && !MOST.test(words)) return undefined
  const behind = isDeviceNoun(word(tokens, number + 1)) ? number + 2 : number + 1
  const named = isName(tokens[at - 1]) || (/^[:=(-]$/u.test(word(tokens, at - 1)) && isName(tokens[at - 2]))
  const placed = /^(?:in|at)$/u.test(word(tokens, behind)) && isName(tokens[behind + 1])
  // "Over 5,000 devices at one plant, which licence?"; "does XL go up to 4,900 devices?" tells what is there.
  const alone =
    words !== 'up to' && behind > number + 1 && tokens.filter(({ kind, text }) => kind === 'number' && text !== 'one').length === 1
  const isOfElse = isPlaceNoun(word(tokens, behind)) || isOtherNoun(word(tokens, behind))
  const forAll = LEAST.test(words) && !isOfElse && isForAll(tokens, at, behind)
  return named || placed || alone || forAll ? { from: at, to: number + 1, why: WHY.bound } : undefined
}

/** "10 sites with at least 250", "over 500 each"; "none over 500" is the most. */
function isForAll(tokens: readonly Token[], at: number, behind: number): boolean {
  if (/^(?:no|not|none|never|nothing|neither)$/u.test(word(tokens, at - 1))) return false
  const lead = tokens.slice(opening(tokens, at), at)
  return EACH.test(`${lead.map(({ text }) => text).join(' ')} # ${between(tokens, behind, behind + 4)}`) || hasPlaces(lead)
}
const EACH = /\b(?:each|every|apiece)\b|# (?:per|in all|at all)\b/u
const hasPlaces = (lead: readonly Token[]) => lead.some(({ kind }, at) => kind === 'number' && isPlaceNoun(lead[at + 1]?.text ?? ''))

/** "Dozens of devices", "a few hundred devices". */
function vagueAt(tokens: readonly Token[], at: number): Found | undefined {
  const few = /^(?:few|several|many|some)$/u.test(word(tokens, at))
  const scale = few ? at + 1 : at
  if (!(few ? /^(?:hundreds?|thousands?|dozens?|tens)$/u : /^(?:hundreds|thousands|dozens|tens)$/u).test(word(tokens, scale)))
    return undefined
  const to = word(tokens, scale + 1) === 'of' ? scale + 2 : scale + 1
  return isDeviceNoun(word(tokens, to)) ? { from: at, to, why: 'no exact number' } : undefined
}

function decimalAt(tokens: readonly Token[], at: number, listed: boolean): Found | undefined {
  if (!isCount(tokens[at]) || Number.isInteger(tokens[at]?.value)) return undefined
  const labelled = listed && /^\p{Lu}|^[:=]$/u.test(tokens[at - 1]?.raw ?? '') && tokens[at + 1]?.kind !== 'word'
  return labelled || isDeviceNoun(word(tokens, at + 1)) ? { from: at, to: at + 1, why: WHY.decimal } : undefined
}

/** "Lyon has 400, Porto 500 more": than some other, beside a number that stands by itself. */
function moreThanAt(tokens: readonly Token[], at: number): Found | undefined {
  const isMore = (place: number) => /^(?:more|less|fewer)$/u.test(word(tokens, place))
  const lead = /^(?:has|have|is)$/u.test(word(tokens, at - 1)) ? at - 2 : at - 1
  if (!isCount(tokens[at]) || !isMore(at + 1) || !isName(tokens[lead])) return undefined
  const isBeside = tokens.some((token, index) => isCount(token) && index < at && !isMore(index + 1) && !isMore(index + 2))
  return isBeside ? { from: at, to: at + 2, why: WHY.other } : undefined
}

/** "9OO": letters for figures. */
const MISTYPED = /^(?=.*[oil])\d[\doil]{1,6}$/u

function unknownAt(tokens: readonly Token[], at: number): Found | undefined {
  const sign = /^[:=-]$/u.test(word(tokens, at - 1))
  const place = sign ? at - 2 : at - 1
  const label = tokens[place]
  const numbered = label?.kind === 'number' && isPlaceNoun(word(tokens, place - 1))
  if (!numbered && (label?.kind !== 'word' || !/^\p{Lu}.*\p{Ll}/u.test(label.raw))) return undefined
  const spelled = word(tokens, at) === 'n' && word(tokens, at + 1) === '/' && word(tokens, at + 2) === 'a'
  // "Leeds 400, Hull ?": not the end of a question.
  const asked = (sign || (tokens[at]?.spaced && /^[,;]$/u.test(word(tokens, place - 1)))) && word(tokens, at) === '?'
  if (!spelled && !asked && !/^(?:tbd|tbc|tba|unknown)$/u.test(word(tokens, at)) && !MISTYPED.test(word(tokens, at))) return undefined
  return { from: numbered ? place - 1 : at, to: spelled ? at + 3 : at + 1, why: WHY.unknown }
}

/** What was found with its label and noun, as the person wrote it. */
export function asUnreadable(tokens: readonly Token[], { from, to, why }: Found): Unreadable {
  let start = from
  while (start > from - 3 && /^\p{Lu}|^[:=(]$/u.test(tokens[start - 1]?.raw ?? '') && tokens[start - 1]?.kind !== 'break') start -= 1
  const end = isDeviceNoun(word(tokens, to)) ? to + 1 : to
  return { line: tokens[from]?.line ?? 1, text: written(tokens, start, end).replace(/^[:=(]\s*/u, ''), why }
}

/** What no number is told of besides; what is told already is not told again. */
export function withUntold(tokens: readonly Token[], told: readonly Unreadable[], untold: readonly Found[]): Unreadable[] {
  const others = untold.map(each => asUnreadable(tokens, each)).filter(({ text }) => !told.some(other => other.text === text))
  return [...told, ...others]
}
