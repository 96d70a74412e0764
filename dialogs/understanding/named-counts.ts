import type { Reading, SaidAt } from '../ports.ts'
import { bare } from './bare-reading.ts'
import { MONTH, WEEKDAY } from './days/calendar-words.ts'
import { readEntities } from './entities.ts'
import { strangersIn } from './other-products.ts'
import { isOtherNoun } from './sites/site-words.ts'
import { figureValue } from './tokens.ts'

// Names and numbers in one line, however they are joined: "hamburg 450, berlin 1200", "Lyon w/ 450; Porto – 900", "450 in Lyon and 90 in Porto".

const MAX = 300
const MOST = 40
const LEAD =
  /^\W*(?:for )?(?:the |our |a )?(?:customer|client|account|prospect) [\p{L}\p{N}&.'’-]{2,30}(?: [\p{L}\p{N}&.'’-]{2,30}){0,2}: /iu
const name = "(?<name>\\p{L}[\\p{L}\\p{M}.'’-]{1,30}(?: [\\p{L}\\p{M}.'’-]{2,30}){0,3})(?: \\([\\p{L}\\p{M} ]{2,20}\\))?"
const figure = '~?(?<figure>[1-9][\\d.,]{0,8}k?)(?: (?:ot |it )?(?:devices?|assets?|endpoints?))?'
const PARTS = [
  new RegExp(
    `^\\W{0,3}${name}(?: ?(?:[:=~–—-]|->|=>|→)| (?:w/|with|has|have|is|ca\\.?|approx\\.?|about|around|roughly|circa))? ?${figure}\\W{0,3}$`,
    'iu',
  ),
  new RegExp(`^\\W{0,3}${figure} (?:in|at) ${name}\\W{0,3}$`, 'iu'),
]
const NO_NAME = new RegExp(
  `\\b(?:we|i|they|it|you|he|she|this|that|there|what|which|how|when|who|if|the|a|an|our|my|from|to|until|by|on|since|total|sum|growth|price|budget|page|room|floor|version|build|line|row|step|day|year|week|month|${MONTH}|${WEEKDAY}|trial|bought|licen[cs]es?|ends?|started|xs|xl)\\b`,
  'iu',
)
/** A name in small letters with a small number may be anything: "room 12". */
const SMALL = 20

/** Undefined where any part of the message is no name with a number, or its sites are read otherwise. */
export function namedCounts(
  text: string,
  words: readonly string[],
  { today, locale }: Pick<SaidAt, 'today' | 'locale'>,
): Reading | undefined {
  if (text.length > MAX || !/\d/u.test(text) || /[?%€$£]/u.test(text) || words.includes('zdate') || strangersIn(words).length > 0)
    return undefined
  const parts = text
    .trim()
    .replace(LEAD, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .split(/[,;|&+\n]|(?<!w)\/|\band\b/iu)
    .filter(part => part.trim() !== '')
  if (parts.length < 2 || parts.length > MOST || !parts.every(isNamedCount)) return undefined
  const entities = readEntities(text, { today, locale, intent: 'size-license', asked: 'sites' })
  const { sites = [] } = entities.facts
  const isRead = sites.length === parts.length && sites.every(site => site.name && (site.count ?? 1) === 1)
  return isRead ? { ...bare('size-license', 0.9), ...entities } : undefined
}

function isNamedCount(part: string): boolean {
  const groups = PARTS.map(pattern => pattern.exec(part.trim())?.groups).find(found => found !== undefined)
  const { name = '', figure: count = '' } = groups ?? {}
  const isSmall = /^\p{Ll}/u.test(name) && figureValue(count) < SMALL && !/k$/iu.test(count)
  return name !== '' && !isSmall && !NO_NAME.test(name) && !name.toLowerCase().split(' ').some(isOtherNoun)
}
