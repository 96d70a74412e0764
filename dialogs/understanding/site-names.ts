import { isDirection } from './site-words.ts'

/** A label as a site's name: no bullets or closing marks, and no "site" or "plant" around a place name. Undefined where nothing is left. */
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
