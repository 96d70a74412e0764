import { type Token, word } from '../tokens.ts'
import { type Counted, countedBy, STOP } from './counted-nouns.ts'
import { isHolder } from './held-devices.ts'
import { isDeviceNoun, isPlaceNoun, isPlacesNoun, isPlural } from './site-words.ts'

// Numbers of places that no noun says to be such: what they hold does, or the places before them.

/** "2 with about 1,100, 3 have 240", "5 sites of 250 and 2 of 251": places by what each of them holds. */
export function hold(tokens: readonly Token[], at: number): boolean {
  if (isHolder(tokens, at)) return false
  const before = tokens.slice(Math.max(0, at - 5), at).map(({ text }) => text)
  if (
    word(tokens, at + 1) === 'of' &&
    /^(?:and|,|;|\+|plus)$/u.test(before.at(-1) ?? '') &&
    before.includes('of') &&
    isCounted(tokens, at + 2)
  )
    return true
  // "Ten sites: nine of 90 and one of 9,000".
  if (word(tokens, at + 1) === 'of' && /^[:,;(]$/u.test(before.at(-1) ?? '') && isCounted(tokens, at + 2) && isBehindPlaces(tokens, at))
    return true
  // "10 small sites at 80, 2 large at 700"
  if (SIZED.test(word(tokens, at + 1)) && isBehindPlaces(tokens, at)) return holdsFrom(tokens, at + 2)
  return holdsFrom(tokens, at + 1) || holdThere(tokens, at) || holdEach(tokens, at)
}

const SIZED = /^(?:big|bigger|large|larger|medium|small|smaller|tiny|huge)$/u

/** Places were counted before. */
const isBehindPlaces = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).some(({ kind }, index) => kind === 'number' && isPlacesNoun(word(tokens, index + 1)))

/** "2 sites in Spain with 300 each and 3 in Italy with 900": places elsewhere, behind others. */
export function holdThere(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:in|at)$/u.test(word(tokens, at + 1)) || !isBehindPlaces(tokens, at)) return false
  let next = at + 2
  while (next < at + 5 && /^\p{Lu}/u.test(tokens[next]?.raw ?? '')) next += 1
  const isBracketed = word(tokens, next) === '(' && isCounted(tokens, next + 1) && /^(?:each|apiece)$/u.test(word(tokens, next + 2))
  const isEach = isCounted(tokens, next) && /^(?:each|apiece)$/u.test(word(tokens, next + 1))
  return next > at + 2 && (holdsFrom(tokens, next) || isBracketed || isEach)
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

const MORE = /^(?:more|other|others|further|additional|additionally|new|extra)$/u

/** Behind "2 plants", or "2 plants more". */
export const endOfFurther = (tokens: readonly Token[], to: number) => (MORE.test(word(tokens, to)) ? to + 1 : to)

/** "Add 2 more sites with 60 devices each", "2 plants more with 60", "and 2 more with 60": places of their own, not a change to those there are. */
export function isFurther(tokens: readonly Token[], at: number, { role, to }: Counted): boolean {
  const isMore = MORE.test(word(tokens, at + 1))
  if (role === 'places' && MORE.test(word(tokens, to))) return holdsFrom(tokens, to + 1, true)
  if (role === 'places' && (isMore || word(tokens, at - 1) === 'another') && holdEachBehind(tokens, to)) return true
  // "And another 3 with 1,000"
  if (role === 'unknown' && word(tokens, at - 1) === 'another' && holdsFrom(tokens, at + 1)) return true
  if (role === 'places')
    return (isMore || /^(?:another|additional|further|add)$/u.test(word(tokens, at - 1))) && holdsFrom(tokens, to, true)
  // "Plus 3 of 1.2k", at the start.
  if (role === 'unknown' && word(tokens, at + 1) === 'of' && isAddition(tokens, at)) return holdsFrom(tokens, at + 1, true)
  // "Of which 2 have 300"
  if (role === 'unknown' && /^(?:which|them|those)$/u.test(word(tokens, at - 1)) && word(tokens, at - 2) === 'of')
    return holdsFrom(tokens, at + 1)
  return role === 'unknown' && isMore && holdsFrom(tokens, at + 2, true)
}

/** "3 more plants, 1,000 each" */
const holdEachBehind = (tokens: readonly Token[], to: number) =>
  /^[,:;-]$/u.test(word(tokens, to)) &&
  isCounted(tokens, to + 1) &&
  tokens.slice(to + 2, to + 4).some(({ text }) => /^(?:each|apiece)$/u.test(text))

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
export const isRest = (tokens: readonly Token[], at: number, role: Counted['role']) =>
  role === 'unknown' &&
  /^(?:other|others|remaining)$/u.test(word(tokens, at - 1)) &&
  // "Next to each other 400 and 300"
  word(tokens, at - 2) !== 'each' &&
  tokens.slice(at + 1, at + 4).some(token => token.kind === 'number')
