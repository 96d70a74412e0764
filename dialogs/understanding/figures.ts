import { isCapacity } from './capacities.ts'
import { isDeviceNoun, isOtherNoun, isPlaceNoun, isPlural } from './site-words.ts'
import type { Token } from './tokens.ts'

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

const word = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? ''

/** Every number that isn't taken by a date, an amount or a percentage. */
export function findFigures(tokens: readonly Token[], taken: (at: number) => boolean): Figure[] {
  const figures: Figure[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'number' || taken(at) || token.value === undefined) continue
    figures.push(figureAt(tokens, at, isNegative(tokens, at) ? -token.value : token.value))
  }
  return wholeFirst(tokens, figures)
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
    const between = tokens.slice(part.at + 1, all.at).map(({ text }) => text)
    if (!/^(?:out )?of(?: (?:the|our|their|these|those|his|her))?$/u.test(between.join(' '))) continue
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
  if (isFurther(tokens, at, counted)) return figure('places', counted.to)
  if (isChange(tokens, at, counted.to)) return figure('change')
  if (isCapacity(tokens, at, counted.to)) return figure('capacity')
  if (isLabel(tokens, at, value, counted.role)) return figure('label')
  if (isSpelledOne(tokens[at])) return oneOf(tokens, at, counted, figure)
  if (counted.role === 'places' && value > 500) return figure('plain')
  if (isFurtherPlaces(tokens, at) && counted.role === 'unknown') return figure('places')
  if (isRest(tokens, at, counted.role) || (counted.role === 'unknown' && value <= 200 && hold(tokens, at))) return figure('places')
  const role = counted.role === 'unknown' ? 'plain' : counted.role
  return counted.explicit ? { ...figure(role, counted.to), explicit: true } : figure(role, counted.to)
}

/** "2 with about 1,100, 3 have 240", "5 sites of 250 and 2 of 251": places by what each of them holds. */
function hold(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 5), at).map(({ text }) => text)
  if (
    word(tokens, at + 1) === 'of' &&
    /^(?:and|,|;|\+|plus)$/u.test(before.at(-1) ?? '') &&
    before.includes('of') &&
    isCounted(tokens, at + 2)
  )
    return true
  return holdsFrom(tokens, at + 1) || holdThere(tokens, at) || holdEach(tokens, at)
}

/** "2 sites in Spain with 300 each and 3 in Italy with 900": places elsewhere, behind others. */
function holdThere(tokens: readonly Token[], at: number): boolean {
  const isBehind = tokens
    .slice(0, at)
    .some(({ kind }, index) => kind === 'number' && isPlural(word(tokens, index + 1)) && isPlaceNoun(word(tokens, index + 1)))
  if (!isBehind || !/^(?:in|at)$/u.test(word(tokens, at + 1))) return false
  let next = at + 2
  while (next < at + 5 && /^\p{Lu}/u.test(tokens[next]?.raw ?? '')) next += 1
  const isBracketed = word(tokens, next) === '(' && isCounted(tokens, next + 1) && /^(?:each|apiece)$/u.test(word(tokens, next + 2))
  return next > at + 2 && (holdsFrom(tokens, next) || isBracketed)
}

/** "A dozen tiny cabins with 6 each": places by whatever name. */
function holdEach(tokens: readonly Token[], at: number): boolean {
  let next = at + 1
  while (next < at + 4 && tokens[next]?.kind === 'word' && !STOP.test(word(tokens, next))) next += 1
  const isNamed = next > at + 1 && isPlural(word(tokens, next - 1)) && !isDeviceNoun(word(tokens, next - 1))
  return isNamed && holdsFrom(tokens, next) && tokens.slice(next + 2, next + 5).some(({ text }) => /^(?:each|apiece)$/u.test(text))
}

/** "with about 1,100", "have 240": what places hold. */
function holdsFrom(tokens: readonly Token[], at: number, orOf = false): boolean {
  if (!/^(?:with|w|have|has|having|@|at)$/u.test(word(tokens, at)) && !(orOf && word(tokens, at) === 'of')) return false
  let next = at + 1
  while (/^(?:about|around|approx|roughly|~|\/|only|some|circa|ca)$/u.test(word(tokens, next)) && next < at + 4) next += 1
  return isCounted(tokens, next)
}

/** "Add 2 more sites with 60 devices each", "and 2 more with 60": places of their own, not a change to those there are. */
function isFurther(tokens: readonly Token[], at: number, { role, to }: Counted): boolean {
  const isMore = /^(?:more|other|others|further|additional|new|extra)$/u.test(word(tokens, at + 1))
  if (role === 'places')
    return (isMore || /^(?:another|additional|further|add)$/u.test(word(tokens, at - 1))) && holdsFrom(tokens, to, true)
  // "Plus 3 of 1.2k", at the start.
  if (role === 'unknown' && word(tokens, at + 1) === 'of' && isAddition(tokens, at)) return holdsFrom(tokens, at + 1, true)
  // "Of which 2 have 300"
  if (role === 'unknown' && /^(?:which|them|those)$/u.test(word(tokens, at - 1)) && word(tokens, at - 2) === 'of')
    return holdsFrom(tokens, at + 1)
  return role === 'unknown' && isMore && holdsFrom(tokens, at + 2, true)
}

/** Nothing but "and", "plus", "add" before it. */
const isAddition = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).every(({ text, kind }) => kind === 'break' || /^(?:and|plus|add|also|then|\+|,)$/u.test(text)) && at > 0

/** A number of something that may be devices. */
const isCounted = (tokens: readonly Token[], at: number) =>
  tokens[at]?.kind === 'number' && countedBy(tokens, at).role !== 'places' && !/^(?:%|percent)$/u.test(word(tokens, at + 1))

/** "3 sites in Germany and 2 in France": more of the places counted before. */
export function isFurtherPlaces(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:and|,|plus|\+)$/u.test(word(tokens, at - 1)) || !/^(?:in|at)$/u.test(word(tokens, at + 1))) return false
  const before = tokens.slice(Math.max(0, at - 6), at - 1)
  const counted = before.findLastIndex(({ kind }) => kind === 'number')
  return (
    /^\p{Lu}/u.test(tokens[at + 2]?.raw ?? '') &&
    counted >= 0 &&
    isPlaceNoun(before[counted + 1]?.text ?? '') &&
    /^(?:in|at)$/u.test(before[counted + 2]?.text ?? '')
  )
}

/** "other two 120 each": two of the places counted before. */
const isRest = (tokens: readonly Token[], at: number, role: Counted['role']) =>
  role === 'unknown' &&
  /^(?:other|others|remaining)$/u.test(word(tokens, at - 1)) &&
  tokens.slice(at + 1, at + 4).some(token => token.kind === 'number')

/** "not 313", ">1,000", "400-450", "24/7", "one site or two": no count. */
const isRuledOut = (tokens: readonly Token[], at: number) =>
  word(tokens, at - 1) === 'not' ||
  isRoundTheClock(tokens, at) ||
  // "120 devices (69002)", "4 sensors per site": where they are, and what watches them.
  (word(tokens, at - 1) === '(' &&
    word(tokens, at + 1) === ')' &&
    (isDeviceNoun(word(tokens, at - 2)) || (tokens[at - 2]?.kind === 'number' && !isPlaceNoun(word(tokens, at - 3))))) ||
  (/^sensors?$/u.test(word(tokens, at + 1)) && word(tokens, at + 2) === 'per') ||
  (word(tokens, at - 1) === 'or' && (tokens[at]?.value ?? 0) < 10 && isPlaceNoun(word(tokens, at - 2)) && tokens[at - 3]?.text === 'one') ||
  /^(?:hundredth|thousandth)$/u.test(word(tokens, at + 1)) ||
  (/^[<>≤≥]$/u.test(word(tokens, at - 1)) && word(tokens, at - 2) !== '-' && word(tokens, at - 2) !== '=')

/** "24/7", "24x7": how long is worked, not a list of counts. */
function isRoundTheClock(tokens: readonly Token[], at: number): boolean {
  const from = /^[/x×]$/u.test(word(tokens, at - 1)) ? at - 2 : at
  const next = tokens[from + 3]
  return (
    word(tokens, from) === '24' &&
    /^[/x×]$/u.test(word(tokens, from + 1)) &&
    word(tokens, from + 2) === '7' &&
    !/^[/+]$/u.test(next?.text ?? '')
  )
}

/** "2 XL", "two L's", "3 x M": licences, not devices. */
function isLicenceSize(tokens: readonly Token[], at: number): boolean {
  const size = tokens[/^[x×]$/u.test(word(tokens, at + 1)) ? at + 2 : at + 1]
  return /^(?:x?[sl]|m|xxl|[23]xl)(?:'?s)?$/u.test(size?.text ?? '') && /^\p{Lu}|^xl/u.test(size?.raw ?? '')
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

interface Counted {
  readonly role: 'devices' | 'places' | 'other' | 'unknown'
  readonly to: number
  readonly explicit?: boolean
}

const STOP =
  /^(?:in|dans|en|im|à|mit|com|con|auf|bei|at|on|for|of|with|w|to|per|each|ea|every|across|over|from|by|is|are|was|were|has|have|had|that|which|who|what|but|so|if|or|then|we|i|they|he|she|it|you|can|do|does|will|would|should|and|plus|each\.|x|all|total|now|today|currently|max|than|as|into|near|inside|behind|under|above|between|the|a|an|our|your|my|their|this|and\/or|apiece|altogether|combined|evenly|split|when|because|while|only|just|not|no|yes|right|please|pls|ok|until|before|after|since|ago|go|going|exactly|flat|there|next|this|last|later|soon)$/u

/** The noun phrase behind a number: its last noun of a known kind, "devices" above all. */
function countedBy(tokens: readonly Token[], at: number): Counted {
  let found: Counted = { role: 'unknown', to: at + 1 }
  for (let next = at + 1; next < Math.min(at + 8, tokens.length); next += 1) {
    const token = tokens[next]
    const text = token?.text ?? ''
    if ((text === '-' && !token?.spaced && !tokens[next + 1]?.spaced) || text === '"') continue
    if (text === '(' && tokens[next + 1]?.value === tokens[at]?.value && word(tokens, next + 2) === ')') {
      next += 2
      continue
    }
    if (text === 'and' && next > at + 1 && next < at + 6 && /^(?:building|it|ot|iot|medical|hmis?)$/u.test(word(tokens, next - 1))) continue
    if (token?.kind !== 'word' || (STOP.test(text) && word(tokens, next - 1) !== '-')) break
    if (/^(?:devices?|dev|devs|dvcs?|assets?|endpoints?)$/u.test(text)) {
      // "5 250-device sites" and "a 3300-device refinery": the device count stands right before it.
      return { role: 'devices', to: next + 1, explicit: true }
    }
    if (isOtherNoun(text) && found.role === 'unknown' && isDeviceNoun(word(tokens, next + 1))) continue
    if (isOtherNoun(text) && found.role === 'unknown') return { role: 'other', to: next + 1 }
    // "Site A 300 site B 700": the next one's name.
    if (isPlaceNoun(text) && !isPlural(text) && /^\p{Lu}$/u.test(tokens[next + 1]?.raw ?? '')) break
    if (isPlaceNoun(text) || text === 'ones') found = { role: 'places', to: next + 1 }
    else if (text === 'nos' && isNumberOfPlaces(tokens, at)) return { role: 'places', to: next + 1 }
    else if (text === 'nos' && word(tokens, next + 1) === '.' && /^(?:,|;|and|of|&)$/u.test(word(tokens, next + 2)))
      found = { role: 'devices', to: next + 2 }
    else if (isDeviceNoun(text)) found = { role: 'devices', to: next + 1 }
  }
  if (found.role === 'unknown' && word(tokens, at + 1) === 'of' && /^(?:them|these|those|which|our|the)$/u.test(word(tokens, at + 2))) {
    return { role: 'places', to: at + 3 }
  }
  if (found.role === 'unknown' && isNumberOfPlaces(tokens, at)) return { role: 'places', to: at + 1 }
  return found
}

/** "number of plants = 6", "sites: 12". */
const isNumberOfPlaces = (tokens: readonly Token[], at: number) => {
  const areSo = word(tokens, at - 1) === 'are' && isPlaceNoun(word(tokens, at - 2)) && isPlural(word(tokens, at - 2))
  // "our 3 sites are 90, 430 and 1,050": what each of them has.
  const areEach = tokens[at - 3]?.kind === 'number' || (word(tokens, at + 1) === ',' && tokens[at + 2]?.kind === 'number')
  if (areSo && !areEach && /^(?:,|\.|;|in|nos?|only|\n)$/u.test(word(tokens, at + 1))) return true
  const sign = /^(?:=|:|is)$/u.test(word(tokens, at - 1))
  // "Sites: 14, devices per site: 120"
  const plural = isPlaceNoun(word(tokens, at - 2)) && isPlural(word(tokens, at - 2))
  const opening = isPlaceNoun(word(tokens, at - 1)) && isPlural(word(tokens, at - 1)) && (tokens[at - 2]?.kind ?? 'break') === 'break'
  if (
    ((sign && plural) || opening) &&
    /^[,;\n]$/u.test(word(tokens, at + 1)) &&
    /^(?:devices|assets|endpoints)$/u.test(word(tokens, at + 2))
  )
    return true
  if (sign && word(tokens, at - 2) === 'count' && isPlaceNoun(word(tokens, at - 3))) return true
  return sign && plural && word(tokens, at - 3) === 'of'
}

const NUMBERED =
  /^(?:row|page|version|v|day|days|year|item|step|rule|section|article|option|question|ticket|order|invoice|po|ref|reference|quote|tender|rfp|bestellung|phone|tel|ext|fy|vlan|level|phase|chapter|part|case|room|windows|iso|iec|class|type|bullet|nis|annex|clause|budget|lot|scenario|variant|rack|cabinet|gate|suite|postcode|zip|plz)$/u
const ABBREVIATED = /^(?:no|nr|ref|tel|p|art|sec|ext|rev|ver|v)$/u

/** Behind these a number is the number of something, not a count: row 14, no. 7, version 7, "day 8", "in 2024". */
function isNumberOf(tokens: readonly Token[], at: number): boolean {
  const before = word(tokens, at - 1)
  if (NUMBERED.test(before)) return true
  if (
    (before === '.' && ABBREVIATED.test(word(tokens, at - 2))) ||
    (before === ':' &&
      /^(?:po|ref|tel|phone|invoice|order|ticket|ext)$/u.test(word(tokens, at - 2)) &&
      !isPlaceNoun(word(tokens, at + 1)) &&
      !isDeviceNoun(word(tokens, at + 1)))
  )
    return true
  if (before === 'number')
    return !/^(?:real|actual|new|true|correct|final|total|device|current|right|their|our)$/u.test(word(tokens, at - 2))
  const value = tokens[at]?.value ?? 0
  if (value === 365 && /^(?:office|microsoft|m)$/u.test(before)) return true
  return (
    value >= 1990 &&
    value <= 2035 &&
    /^(?:in|since|from|year|until|by|early|late|mid|back|for|of|fy|start|starts|starting|begin|founded|established|est|end|live|q[1-4]|h[12]|spring|summer|autumn|fall|winter)$/u.test(
      before,
    ) &&
    !isDeviceNoun(word(tokens, at + 1)) &&
    !/[.,' k]/u.test(tokens[at]?.raw ?? '')
  )
}

/** More or fewer than what is there, or a part of it: "the extra 60", "80 more devices", "20 are printers", "five over". */
function isChange(tokens: readonly Token[], at: number, to: number): boolean {
  const before = word(tokens, at - 1)
  if (
    /^(?:extra|additional|another|further|adds|adding|added|add|those|these|decommissioning|decommission|removing|retiring|scrapping|dropping|sometimes|which|last|next|incl|including|included|thereof|whereof)$/u.test(
      before === '.' && word(tokens, at - 2) === 'incl' ? 'incl' : before,
    )
  )
    return true
  if (
    /^(?:of|by)$/u.test(before) &&
    [2, 3, 4].some(back =>
      /^(?:overage|surplus|excess|because|above|over|beyond|exceed|exceeds|exceeded|short|increase|decrease)$/u.test(
        word(tokens, at - back),
      ),
    )
  )
    return true
  if (before === '+' && tokens[at - 2]?.kind !== 'number' && !isDeviceNoun(word(tokens, at - 2)) && tokens[at - 2]?.raw !== 'IT')
    return true
  if (/^(?:over|under|short)$/u.test(word(tokens, to)) && to > at + 1)
    return tokens[to + 1]?.kind !== 'word' && tokens[to + 1]?.kind !== 'number'
  const [one, two] = [word(tokens, at + 1), word(tokens, at + 2)]
  if (/^(?:more|extra|additional|too|over|are|additionally|fewer|less|further|other|new|short|above|spare)$/u.test(one))
    return !(one === 'over' && /^(?:number|word)$/u.test(tokens[at + 2]?.kind ?? ''))
  if (one === 'of' && /^(?:them|which|those|these)$/u.test(two)) return /^(?:are|is|were)$/u.test(word(tokens, at + 3))
  return /^(?:more|too|extra)$/u.test(word(tokens, to))
}

/** "terminal 4 has", "halle 1: 55", "line 4 opens": the number belongs to the place's name. */
function isLabel(tokens: readonly Token[], at: number, value: number, role: Counted['role']): boolean {
  const before = tokens[at - 1]
  if (value > 199 || before?.kind !== 'word' || role === 'devices') return false
  if (tokens[at]?.spaced === false && word(tokens, at - 1) === '-') return true
  if (!(isPlaceNoun(before.text) || before.text === 'unit') || isPlural(before.text) || tokens[at - 2]?.kind === 'number') return false
  const next = tokens[at + 1]
  if (!next) return false
  if (next.kind === 'number') return true
  const counts = tokens.slice(at + 2, at + 7).some(token => token.kind === 'number')
  if (/^[:=(-]$/u.test(next.text)) return counts
  if (/^(?:has|have|with|is|at|got|counts|reports|needs|shows|w|around|about)$/u.test(next.text)) return counts
  return /^(?:opens|comes|goes|will|starts|closes|launches)$/u.test(next.text)
}
