import { isPartOfYear } from '../days/calendar-words.ts'
import { between, ending, type Token, word } from '../tokens.ts'
import { isCapacity } from './capacities.ts'
import { type Counted, countedBy } from './counted-nouns.ts'
import { endOfFurther, hold, holdThere, isFurther, isFurtherPlaces, isRest } from './held-places.ts'
import { isLicenceSize, isNumberOf, isRuledOut } from './other-numbers.ts'
import { isDeviceNoun, isPlaceNoun, isPlacesNoun, isPlural } from './site-words.ts'

/**
 * A number of a sentence and what it counts: `devices` by their noun, `places`, `plain` where nothing says, `capacity` what a licence
 * holds, `change` what is added or a part, `label` part of a name ("terminal 4"), `other` anything else.
 */
export interface Figure {
  readonly at: number
  /** The first token behind what it counts. */
  readonly to: number
  readonly value: number
  readonly role: 'devices' | 'places' | 'plain' | 'change' | 'capacity' | 'label' | 'other'
  /** All of the places, of which the next count of places is a part: "3 of 12 sites". */
  readonly whole?: boolean
  /** Counted by "devices" itself or a word that means nothing else. */
  readonly explicit?: boolean
}

/** Of devices, said or not. */
export const countsDevices = ({ role }: Figure): boolean => role === 'devices' || role === 'plain'

/** Every number that isn't taken by a date, an amount or a percentage. */
export function findFigures(tokens: readonly Token[], taken: (at: number) => boolean): Figure[] {
  const figures: Figure[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    const both = token?.text === 'both' ? bothFrom(tokens, at) : undefined
    if (both) figures.push(both)
    if (token?.kind !== 'number' || taken(at) || token.value === undefined) continue
    figures.push(figureAt(tokens, at, isNegative(tokens, at) ? -token.value : token.value))
  }
  return wholeFirst(tokens, figures)
}

/** "Both plants have 700", "both of our plants": two places. */
function bothFrom(tokens: readonly Token[], at: number): Figure | undefined {
  let noun = word(tokens, at + 1) === 'of' ? at + 2 : at + 1
  if (/^(?:the|our|my|their|his|her|these|those)$/u.test(word(tokens, noun))) noun += 1
  const isNoun = isPlacesNoun(word(tokens, noun))
  return isNoun ? { at, to: noun + 1, value: 2, role: 'places' } : undefined
}

/** "3 of our 12 sites have 400": 12 sites, 3 of which have 400. */
function wholeFirst(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const ordered = [...figures]
  for (const [index, part] of figures.entries()) {
    const half = halfOf(tokens, part)
    if (half !== undefined) {
      ordered.splice(ordered.indexOf(part), 1, { ...part, at: half, to: half + 1, whole: true }, { ...part, value: part.value / 2 })
      continue
    }
    const all = figures[index + 1]
    if (all?.role !== 'places' || all.value <= part.value || part.value < 1) continue
    if (!/^(?:out )?of(?: (?:the|our|their|these|those|his|her))?$/u.test(between(tokens, part.at + 1, all.at))) continue
    const whole: Figure = { ...part, to: part.at + 1, value: all.value, role: 'places', whole: true }
    ordered.splice(ordered.indexOf(part), 2, whole, { ...all, value: part.value })
  }
  return ordered
}

/** Where "half of our 20 sites" begins, if they can be halved. */
function halfOf(tokens: readonly Token[], { role, value, at }: Figure): number | undefined {
  const from = /^(?:the|our|their|these|those)$/u.test(word(tokens, at - 1)) ? at - 1 : at
  const half = word(tokens, from - 1) === 'of' ? from - 2 : from - 1
  return role === 'places' && value % 2 === 0 && word(tokens, half) === 'half' ? half : undefined
}

/** "-5 devices", "minus 5": a sign of its own, no hyphen, range or bullet. */
function isNegative(tokens: readonly Token[], at: number): boolean {
  if (word(tokens, at - 1) === 'minus') return true
  const [sign, before] = [tokens[at - 1], tokens[at - 2]]
  if (sign?.text !== '-' || tokens[at]?.spaced) return false
  return !before || before.kind === 'break' || (sign.spaced && before.kind !== 'number') || /^[:=(,]$/u.test(before.text)
}

function figureAt(tokens: readonly Token[], at: number, value: number): Figure {
  const counted = countedBy(tokens, at)
  const figure = (role: Figure['role'], to = at + 1): Figure => ({ at, to, value, role })
  if (!Number.isInteger(value) || isNumberOf(tokens, at) || isLicenceSize(tokens, at) || isRuledOut(tokens, at)) return figure('other')
  if (isFurther(tokens, at, counted)) return figure('places', endOfFurther(tokens, counted.to))
  const isOfRest = isRest(tokens, at, counted.role)
  if (!isOfRest && isChange(tokens, at, counted.to)) return figure('change')
  if (isCapacity(tokens, at, counted.to)) return figure('capacity')
  if (isLabel(tokens, at, value, counted.role)) return figure('label')
  if (isSpelledOne(tokens[at])) return oneOf(tokens, at, counted, figure)
  if (counted.role === 'places' && value > 500) return figure('plain')
  if (isFurtherPlaces(tokens, at) && counted.role === 'unknown') return figure('places')
  if (isOfRest || (counted.role === 'unknown' && value <= 200 && hold(tokens, at))) return figure('places')
  const role = counted.role === 'unknown' ? 'plain' : counted.role
  return counted.explicit ? { ...figure(role, counted.to), explicit: true } : figure(role, counted.to)
}

const isSpelledOne = (token: Token | undefined) => token?.text === 'one'

/** "one" is mostly a pronoun; it counts a site before a place, or with what it holds ("one with 6000"). */
function oneOf(tokens: readonly Token[], at: number, counted: Counted, figure: (role: Figure['role'], to?: number) => Figure): Figure {
  const before = word(tokens, at - 1)
  if (
    /^(?:the|this|that|which|first|second|small|big|north|south|other|another|last|any|no|which|free|paid|each|every|quick|new|old|l|m|s|xs|xl)$/u.test(
      before,
    )
  ) {
    return figure('other')
  }
  // "2 buildings on one campus": where they are, not how many there are.
  if (counted.role === 'places') return figure(/^(?:on|within|inside)$/u.test(before) ? 'other' : 'places', counted.to)
  const link = /^(?:with|w|at|of|has|having|x|@)$/u.test(word(tokens, at + 1)) || holdThere(tokens, at)
  const ahead = tokens.slice(at + 2, at + 6).some(token => token.kind === 'number')
  return link && ahead ? figure('places') : figure('other')
}

/** "Another 240 IT devices", "another 300 are in Rome": devices of another sort or place, behind a count of others. */
function isOfOther(tokens: readonly Token[], at: number): boolean {
  if (!tokens.slice(Math.max(0, at - 8), at - 1).some(({ kind }) => kind === 'number')) return false
  if (/^(?:IT|OT|IoT|IIoT)$/u.test(tokens[at + 1]?.raw ?? '')) return true
  const place = at + 2 + tokens.slice(at + 1, at + 6).findIndex(({ text }) => /^(?:in|at)$/u.test(text))
  return place > at + 1 && /^\p{Lu}/u.test(tokens[place]?.raw ?? '') && !isPartOfYear(word(tokens, place))
}

const CHANGE = ending(
  'extra|additional|another|further|adds|adding|added|add|those|these|decommissioning|decommission|removing|retiring|scrapping|dropping|sometimes|which|last|next',
  'incl(?: \\.)?|including|included|thereof|whereof',
  '(?:overage|surplus|excess|because|above|over|beyond|exceed|exceeds|exceeded|short|increase|decrease)(?: \\S+){0,2} (?:of|by)',
)

/** More or fewer than what is there, or a part of it: "the extra 60", "80 more devices", "20 are printers", "five over". */
function isChange(tokens: readonly Token[], at: number, to: number): boolean {
  const before = word(tokens, at - 1)
  if (/^(?:another|additional|additionally|further)$/u.test(before) && isOfOther(tokens, at)) return false
  if (CHANGE.test(between(tokens, Math.max(0, at - 4), at))) return true
  if (before === '+' && tokens[at - 2]?.kind !== 'number' && !isDeviceNoun(word(tokens, at - 2)) && tokens[at - 2]?.raw !== 'IT')
    return true
  if (/^(?:over|under|short)$/u.test(word(tokens, to)) && to > at + 1)
    return tokens[to + 1]?.kind !== 'word' && tokens[to + 1]?.kind !== 'number'
  const [one, two] = [word(tokens, at + 1), word(tokens, at + 2)]
  if (/^(?:more|extra|additional|too|over|are|additionally|fewer|less|further|other|new|short|above|spare)$/u.test(one))
    return !(one === 'over' && /^(?:number|word)$/u.test(tokens[at + 2]?.kind ?? ''))
  if (one === 'of' && /^(?:them|which|those|these)$/u.test(two)) return /^(?:are|is|were)$/u.test(word(tokens, at + 3))
  return /^(?:more|too|extra)$/u.test(word(tokens, to)) && word(tokens, to + 1) !== 'than'
}

/** "Site 2, site 3: 200": the next one has its number and its count. */
const isNumbered = (tokens: readonly Token[], at: number) =>
  /^[:=(-]$/u.test(word(tokens, at + 1)) ? tokens[at + 2]?.kind === 'number' : tokens[at + 1]?.kind === 'number'

/** "terminal 4 has", "halle 1: 55", "line 4 opens": the number belongs to the place's name. */
function isLabel(tokens: readonly Token[], at: number, value: number, role: Counted['role']): boolean {
  const before = tokens[at - 1]
  if (value > 199 || before?.kind !== 'word' || role === 'devices') return false
  if (tokens[at]?.spaced === false && word(tokens, at - 1) === '-') return true
  if (!(isPlaceNoun(before.text) || before.text === 'unit') || isPlural(before.text) || tokens[at - 2]?.value === 1) return false
  const next = tokens[at + 1]
  if (!next) return false
  if (next.kind === 'number') return true
  if (next.text === ',' && before.text === word(tokens, at + 2) && tokens[at + 3]?.kind === 'number') return isNumbered(tokens, at + 3)
  const counts = tokens.slice(at + 2, at + 7).some(token => token.kind === 'number')
  if (/^[:=(-]$/u.test(next.text)) return counts
  if (/^(?:has|have|with|is|at|got|counts|reports|needs|shows|w|around|about)$/u.test(next.text)) return counts
  return /^(?:opens|comes|goes|will|starts|closes|launches)$/u.test(next.text)
}
