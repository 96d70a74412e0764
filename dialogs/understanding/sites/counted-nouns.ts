import { type Token, word } from '../tokens.ts'
import { isDeviceNoun, isOtherNoun, isPlaceNoun, isPlacesNoun, isPlural } from './site-words.ts'

// What a number counts, by the noun phrase behind it.

export interface Counted {
  readonly role: 'devices' | 'places' | 'other' | 'unknown'
  readonly to: number
  readonly explicit?: boolean
}

export const STOP =
  /^(?:in|dans|en|im|à|mit|com|con|auf|bei|at|on|for|of|with|w|to|per|each|ea|every|across|over|from|by|is|are|was|were|has|have|had|that|which|who|what|but|so|if|or|then|we|i|they|he|she|it|you|can|do|does|will|would|should|and|plus|each\.|x|all|total|now|today|currently|max|than|as|into|near|inside|behind|under|above|between|the|a|an|our|your|my|their|this|and\/or|apiece|altogether|combined|evenly|split|when|because|while|only|just|not|no|yes|right|please|pls|ok|until|before|after|since|ago|go|going|exactly|flat|there|next|this|last|later|soon)$/u

/** The noun phrase behind a number: its last noun of a known kind, "devices" above all. */
export function countedBy(tokens: readonly Token[], at: number): Counted {
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
    // "three times 90"
    if (text === 'times' && next === at + 1 && tokens[next + 1]?.kind === 'number') break
    if (isOtherNoun(text) && found.role === 'unknown' && isDeviceNoun(word(tokens, next + 1))) continue
    if (next === at + 1 && isBeforeLicences(tokens, at)) break
    if (isOtherNoun(text) && found.role === 'unknown') return { role: 'other', to: next + 1 }
    // "Site A 300 site B 700": the next one's name.
    const isNext =
      /^\p{Lu}$/u.test(tokens[next + 1]?.raw ?? '') || (tokens[next + 1]?.kind === 'number' && tokens[next + 2]?.kind === 'number')
    if (isPlaceNoun(text) && !isPlural(text) && isNext) break
    if (isPlaceNoun(text) || text === 'ones') found = { role: 'places', to: next + 1 }
    else if (text === 'nos' && isNumberOfPlaces(tokens, at)) return { role: 'places', to: next + 1 }
    else if (text === 'nos' && word(tokens, next + 1) === '.' && /^(?:,|;|and|of|&)$/u.test(word(tokens, next + 2)))
      found = { role: 'devices', to: next + 2 }
    else if (isDeviceNoun(text)) found = { role: 'devices', to: next + 1 }
  }
  if (found.role === 'unknown' && word(tokens, at + 1) === 'of' && /^(?:them|these|those|which|our|the)$/u.test(word(tokens, at + 2))) {
    return { role: 'places', to: isPlaceNoun(word(tokens, at + 3)) ? at + 4 : at + 3 }
  }
  if (found.role === 'unknown' && isNumberOfPlaces(tokens, at)) return { role: 'places', to: at + 1 }
  return found
}

/** "site2: 450 licences?", "site2 450 lic?": what a list is for, behind its last count. */
export const isBeforeLicences = (tokens: readonly Token[], at: number) =>
  /^(?:licen[cs]es|lic)$/u.test(word(tokens, at + 1)) &&
  word(tokens, at + 2) === '?' &&
  (/^\p{L}+\d+$/u.test(word(tokens, at - 1)) || (/^[:=]$/u.test(word(tokens, at - 1)) && !isPlural(word(tokens, at - 2))))

/** "number of plants = 6", "sites: 12". */
const isNumberOfPlaces = (tokens: readonly Token[], at: number) => {
  const [one, two, three, next] = [word(tokens, at - 1), word(tokens, at - 2), word(tokens, at - 3), word(tokens, at + 1)]
  // "our 3 sites are 90, 430 and 1,050": what each of them has.
  const areEach = tokens[at - 3]?.kind === 'number' || (next === ',' && tokens[at + 2]?.kind === 'number')
  if (one === 'are' && isPlacesNoun(two) && !areEach && /^(?:,|\.|;|in|nos?|only|\n)$/u.test(next)) return true
  const isSigned = /^(?:=|:|is)$/u.test(one)
  const isOpening = isPlacesNoun(one) && (tokens[at - 2]?.kind ?? 'break') === 'break'
  // "Sites: 14, devices per site: 120"
  const isBesideDevices = /^[,;\n]$/u.test(next) && /^(?:devices|assets|endpoints)$/u.test(word(tokens, at + 2))
  if (isBesideDevices && (isOpening || (isSigned && isPlacesNoun(two)))) return true
  return isSigned && ((two === 'count' && isPlaceNoun(three)) || (isPlacesNoun(two) && three === 'of'))
}
