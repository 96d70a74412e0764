import type { Site } from '../../../rules/facts.ts'
import { between, type Token } from '../tokens.ts'
import { isPlaceNoun } from './site-words.ts'

// A growth that is told of some of the sites only: "Lyon 400 growing 10%, Metz 950 flat", "20% growth, except Metz".

const EXCEPT =
  /\b(?:except(?:ing)?|excluding|excluded|apart from|aside from|other than|but (?:not|for)|(?:all|every\w*|each)(?: of them| sites?| plants?)? but|(?:for|at|in|on) the (?:first|second|third|fourth|last|biggest|largest|smallest|bigger|smaller|others?|rest)|not (?:for|at|in|the)|only (?:for|at|in|on)|(?:for|at|in|on) [^,;]{0,20}only)\b/u
/** What does not grow with the others. */
export const FLAT =
  /\b(?:flat|static|stable|unchanged|constant|no growth|without growth|(?:stays?|remains?)(?= (?:as|at|the|flat|put)\b|$| [,;.])|(?:does not|doesn't|won't|will not|not) grow(?:ing)?)\b/u
/** In tokens. */
const NEAR = 12

const counts = (token: Token, sites: readonly Site[]) => token.kind === 'number' && sites.some(({ devices }) => devices === token.value)

/** Whether the growth at a token holds for some of several sites and not for the others. */
export function isOfSome(tokens: readonly Token[], at: number, sites: readonly Site[]): boolean {
  if (sites.length < 2) return false
  if (FLAT.test(between(tokens, 0, tokens.length)) || EXCEPT.test(between(tokens, at, at + NEAR))) return true
  // "Lyon 400 (+10%), Metz 950": between the numbers of sites.
  const isAmong = tokens.slice(0, at).some(token => counts(token, sites)) && tokens.slice(at + 1).some(token => counts(token, sites))
  // "Lyon 400, Metz 950 (+10%)"
  const open = tokens[at - 1]?.text === '+' ? at - 2 : at - 1
  const isBracketed = tokens[open]?.text === '(' && tokens[open - 1]?.kind === 'number' && sites.every(({ name }) => name)
  return isAmong || isBracketed || isAtOne(tokens, at, sites) || isOfOne(tokens, at, sites)
}

/** Where the words begin that say who grows: behind the last mark. */
export const opening = (tokens: readonly Token[], at: number) =>
  tokens.findLastIndex(({ kind, text }, index) => index < at && (kind === 'break' || /^[,;.:?!]$/u.test(text))) + 1

const namesSome = (words: string, sites: readonly Site[]) => {
  const named = sites.filter(({ name }) => name && words.includes(` ${name.toLowerCase()} `))
  return named.length > 0 && named.length < sites.length
}

/** "Lyon will grow by 50%", of several. */
function isOfOne(tokens: readonly Token[], at: number, sites: readonly Site[]): boolean {
  const clause = tokens.slice(opening(tokens, at), at)
  if (clause.some(token => counts(token, sites))) return false
  const said = ` ${clause.map(({ text }) => text).join(' ')} `
  return namesSome(said, sites)
}

const GROWS = /^(?:grows?|doubles?|triples?|quadruples?|increases?|expands?|rises?|gains?|gets?|goes|go)$/u
const AUXILIARY = /^(?:will|would|could|can|may|might|should|is|are|going|to|also|only|each)$/u
const ALL = /^(?:all|every|each|both|whole|entire|any)$/u
const ANY_PLACE = /^(?:sites?|locations?|places?|facility|facilities)$/u

/** "The warehouses double", "only the plants grow by 20 %", "if the small ones grow": sites of a kind, which may not be all of them. */
export function isOfKind(tokens: readonly Token[], at: number): boolean {
  const from = opening(tokens, at)
  const verb = tokens.findIndex(({ text }, index) => index >= from && index <= at && GROWS.test(text))
  let noun = verb - 1
  while (noun > from && AUXILIARY.test(tokens[noun]?.text ?? '')) noun -= 1
  const { text = '' } = tokens[noun] ?? {}
  const before = tokens.slice(from, Math.max(from, noun)).map(each => each.text)
  const isPlaces =
    text === 'ones' || text === 'one' || (isPlaceNoun(text) && !(ANY_PLACE.test(text) && before.at(-1) !== 'only' && isPlain(before)))
  return verb > from && isPlaces && !before.some(each => ALL.test(each))
}

/** "The sites", "our sites", and no "big sites". */
const isPlain = (before: readonly string[]) => /^(?:the|our|my|their|these|those|if|that|what|and|when|)$/u.test(before.at(-1) ?? '')

/** "20% growth in Lyon" */
function isAtOne(tokens: readonly Token[], at: number, sites: readonly Site[]): boolean {
  const place = tokens.findIndex(({ text }, index) => index > at && index < at + 6 && /^(?:in|at|for|of)$/u.test(text))
  if (place < 0) return false
  return namesSome(` ${between(tokens, place + 1, place + NEAR)} `, sites)
}
