import type { Facts } from '../../rules/facts.ts'
import type { Conversation } from '../ports.ts'
import { MONTH } from '../understanding/days/calendar-words.ts'
import { mergeNumbers } from '../understanding/numbers.ts'
import { PLACES } from '../understanding/sites/site-words.ts'
import { readSites } from '../understanding/sites/sites.ts'
import { readLines } from '../understanding/text.ts'
import { tokenize } from '../understanding/tokens.ts'

const name = String.raw`\p{L}[\p{L}\p{M}'’-]{2,30}(?: \p{L}[\p{L}\p{M}'’-]{2,30})?`
const named = String.raw`${name}:? \d[\d.,]{1,8}k?(?: devices?)?`
const more = String.raw`(?:\s?(?:[,;&+]|and)?\s${named}){0,30}`
const LIST = new RegExp(
  `(?:^|[,;.:\\n]\\s?|\\b(?:and|with|for) )(?:(?:our|the|my|we have|we['’]ve|there are) )?(?:(?:${PLACES}|devices)(?: are)?[: ]\\s?)?(?<list>(?:${named}\\s?(?:[,;&+]|and)?\\s${named}${more}|\\d{1,3} (?:${PLACES}) (?:with|of|x) \\d[\\d.,k/ ]{1,40}(?:(?:and|each|devices?|\\d[\\d.,]{0,8}k?)\\s?){0,4}))\\W*$`,
  'iu',
)
const NO_SITES = new RegExp(`\\b(?:${MONTH}|on|in|by|ends?|started|days?|euros?|eur|usd|paid|costs?|licen[cs]es?)\\b`, 'iu')

/** "Trial ends 15 April, sites Paris 400, Lyon 900": the list that stands behind what was asked, kept for when its sizes are; none beside one that is known. */
export function sitesBeside({ facts, supposed }: Conversation, said: Facts, text: string): Facts['sites'] {
  if (facts.sites ?? supposed?.sites ?? said.sites) return undefined
  const { list } = (text.length <= 300 && !text.includes('?') && LIST.exec(text)?.groups) || {}
  if (!list || NO_SITES.test(list)) return undefined
  const { sites } = readSites(mergeNumbers(tokenize(readLines(list))), () => false, { intent: 'size-license', asked: 'sites' })
  return sites.length > 0 ? sites : undefined
}
