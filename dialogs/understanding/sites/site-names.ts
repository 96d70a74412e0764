import { MAX_SITE_NAME } from '../../../rules/facts.ts'
import type { Line } from '../text.ts'
import { isDirection, isPlaceNoun } from './site-words.ts'

/** A label in a sentence as a site's name: no bullets or closing marks, and no "site" or "plant" around a place name. Undefined where nothing is left. */
export function siteName(label: string): string | undefined {
  const clean = label
    .replace(/\s+/gu, ' ')
    .replace(/^(?:[-*•·>"'( ]|the (?=\p{Lu}))+/u, '')
    .replace(/[-:=,;.>"'( *]+$/u, '')
    .replace(/\s*\([^)]{0,60}\)$/u, '')
    .trim()
  if (clean === '' || /^blank\)?$/iu.test(clean) || clean.length > 80 || !/[\p{L}\d]/u.test(clean)) return undefined
  return withoutPlaceNoun(clean)
}

const PLACE = '(?:site|plant|factory|facility|location|standort|werk)'
const BEHIND = new RegExp(`^(.{2,60}?) (?:${PLACE}|unit)$`, 'iu')
const BEFORE = new RegExp(`^${PLACE}(?: in| at| of)? (.{2,60})$`, 'iu')

function withoutPlaceNoun(name: string): string {
  const rest = (BEHIND.exec(name) ?? BEFORE.exec(name))?.[1]
  // "Plant A", "North plant" and "coal handling plant" are names as they stand; "Leeds site" is Leeds.
  if (!rest || !/^\p{Lu}\p{Ll}{2,}/u.test(rest) || isDirection(rest.toLowerCase())) return name
  return rest
}

const SMALL_NOUN = new RegExp(`^${PLACE} | (?:${PLACE}|unit)$`, 'u')

/**
 * A label of a list or table as the site's name, as it is written on its line but for bullets, quotes and closing marks. A "Leeds Plant"
 * is called so; a "Leeds plant" is Leeds. A name longer than the rules take is cut, and ends in "…".
 */
export function labelName(label: string, line: Pick<Line, 'raw'>): string | undefined {
  const clean = label
    .replace(/\s+/gu, ' ')
    .replace(/^(?:[-*•·> ]|\((?=[^)]*$))+/u, '')
    .replace(/[-:=,;>(*~| ]+$/u, '')
    .replace(/^(["'*_`]{1,3})(.+)\1$/u, '$2')
    .trim()
  if (/^\(?blank\)?$/iu.test(clean) || !/[\p{L}\p{N}\p{So}]/u.test(clean)) return undefined
  const name = asWritten(SMALL_NOUN.test(clean) ? withoutPlaceNoun(clean) : clean, line)
  const letters = [...name]
  return letters.length > MAX_SITE_NAME ? `${letters.slice(0, MAX_SITE_NAME - 1).join('')}…` : name
}

/** What the plain form of a line made one of each. */
const VARIANTS: Readonly<Record<string, string>> = {
  ' ': '\\s+',
  "'": "['\\u2018\\u2019\\u201a\\u201b\\u2032`´]",
  '"': '["\\u201c-\\u201f«»]',
  '-': '[-\\u2010-\\u2015\\u2212]',
}

/** The name with the dashes and apostrophes of the line as given. */
function asWritten(name: string, { raw }: Pick<Line, 'raw'>): string {
  if (raw === undefined) return name
  const pattern = name.replace(/[ '"-]|[^\p{L}\p{N}]/gu, mark => VARIANTS[mark] ?? `\\u{${mark.codePointAt(0)?.toString(16)}}`)
  const written = new RegExp(pattern, 'u').exec(raw)?.[0]
  return written ? written.replace(/\s+/gu, ' ') : name
}

/** In characters; of a noun and the number behind it. */
const LONGEST_END = 60

/** "Porto 900", and no "Plant 900" or "Area 51": what ends in a number that is no part of a name. */
export function isCounted(label: string, digits = 3): boolean {
  // Only the end: a pattern over all of a long label would begin anew at each letter.
  const [, noun = '', number = ''] = /(\p{L}{2,}) (\d[\d.,]{0,8}k?)$/iu.exec(label.trimEnd().slice(-LONGEST_END)) ?? []
  return noun !== '' && !isPlaceNoun(noun.toLowerCase()) && (number.length >= digits || /k$/iu.test(number))
}
