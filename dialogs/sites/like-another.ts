import type { Site } from '../../rules/facts.ts'
import { isNoSubject } from '../subjects.ts'
import { NUMBER_WORD, numberOf } from '../understanding/number-words.ts'
import { isPlaceName } from '../understanding/sites/names-without-count.ts'
import { PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { type Change, isIn, marked } from './site-changes.ts'

// Sites that have as many devices as one in view: "2 more like Liege", "Bonn is the same as Lyon".

const lead = String.raw`^[^\p{L}\p{N}@]*(?:(?:and|also|oh|ok|so|then|plus|add|no|sorry|actually|please|there(?:['’]s| is| are)|we(?: also)? have|we(?:['’]ve)? got|a)\W+){0,4}`
const place = `(?:ones?|${PLACE}|${PLACES})`
const number = '(?:number|size|count|amount|devices?|number of devices|device count)'
const like = `(?:(?:exactly |just |about )?like|(?:exactly |just |about )?(?:the )?same(?: ${number})? as|similar to|(?:exactly |just )?as (?:big|large|small|many(?: devices)?) as|identical to)`
const tail = String.raw`(?: (?:has|one|site|please|pls|too|as well|again))*\W*$`

const MORE = new RegExp(
  `${lead}(?:(?<many>\\d{1,3}|${NUMBER_WORD}) (?:more|others?|further|additional|extra)|another|one more|one other)(?: (?<count>\\d{1,3}|(?!one\\b)(?:${NUMBER_WORD})))?(?: ${place})?(?: (?:the|which is|that is|of))? ${like} @${tail}`,
  'iu',
)
const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]{1,30}`
const NAMED = new RegExp(
  `${lead}(?:the |our )?(?<name>@|\\p{L}[\\p{L}\\p{M}'’-]{1,30}(?: ${word}){0,2}?)(?:,| ?[:=])? (?:(?:is|has|gets|needs|with|will be|will have|should be|should have|at)(?: (?:exactly|about|also|of))? )?${like} @${tail}`,
  'iu',
)
const AGAIN = new RegExp(
  `${lead}(?:the )?(?:same|ditto)(?: (?:again|number|size|count))? (?:for|in|at) (?<name>${word}(?: ${word}){0,2})${tail}`,
  'iu',
)
const NO_NAME =
  /^(?:it|that|this|they|these|those|there|all|both|each|everything|one|another|more|others?|number|line|the|is|what|which|how|make|keep|treat|sounds?|looks?|seems?|feels?|much|just|be|size|something|anything|quote|price)\b/iu

/** A name of no site in view. */
export const isFresh = (before: readonly Site[], name: string) =>
  !NO_NAME.test(name) && !isNoSubject(name) && isPlaceName(name) && !isIn(before, name)

/** The list with such sites; undefined where it is not plain like which one they are. */
export function likeAnother(change: Change): readonly Site[] | undefined {
  const { before, mentions } = change
  const [one, another, third] = mentions
  const text = marked(change)
  const { devices } = (another ?? one)?.sites[0] ?? {}
  if (third || mentions.some(({ sites }) => sites.length !== 1)) return undefined
  const { name } = NAMED.exec(text)?.groups ?? {}
  if (devices !== undefined && another)
    return name === '@' ? before.map(site => (one?.sites[0] === site ? { ...site, devices } : site)) : undefined
  if (devices === undefined) return again(change)
  const more = MORE.exec(text)?.groups
  if (more) return [...before, alike(devices, manyOf(more.many ?? more.count ?? '1'))]
  return name && isFresh(before, name) ? [...before, { devices, name }] : undefined
}

/** "Same again for Bonn", where all have as many. */
function again({ before, text }: Change): readonly Site[] | undefined {
  const [first, ...others] = before
  const { name } = AGAIN.exec(text)?.groups ?? {}
  const areAlike = others.every(({ devices }) => devices === first?.devices)
  return first && name && areAlike && isFresh(before, name) ? [...before, { devices: first.devices, name }] : undefined
}

const manyOf = (words: string) => numberOf(words.toLowerCase()) ?? Number(words)
const alike = (devices: number, count: number): Site => ({ devices, ...(count > 1 ? { count } : {}) })
