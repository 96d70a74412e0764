import type { Facts } from '../../rules/facts.ts'
import { MAX_PHRASE } from '../phrases.ts'
import type { Conversation } from '../ports.ts'
import { MONTH } from '../understanding/days/calendar-words.ts'
import { mergeNumbers } from '../understanding/numbers.ts'
import { isPlaceName } from '../understanding/sites/names-without-count.ts'
import { PLACES } from '../understanding/sites/site-words.ts'
import { readSites } from '../understanding/sites/sites.ts'
import { readLines } from '../understanding/text.ts'
import { tokenize } from '../understanding/tokens.ts'

// A list of sites behind something else that is told: "trial ends 15 April, sites Paris 400, Lyon 900".

const number = String.raw`\d(?:[.,]?\d){0,7}k?`
/** A name and its number at the end of what is left. */
const LAST = new RegExp(
  String.raw`(?:^|[\s,;:&+])(?<name>(?:\p{Lu}\p{Ll}{1,20} )?\p{L}[\p{L}\p{M}'’-]{2,30}):? (?<count>${number})(?: devices)?\W{0,3}$`,
  'u',
)
const GROUP = new RegExp(
  String.raw`\b\d{1,3} (?:${PLACES}) (?:with|of|x) ${number}(?:(?:, | and |/)${number}){0,20}(?: devices)?(?: each)?\W{0,3}$`,
  'iu',
)
const NO_SITE = new RegExp(`^(?:${MONTH}|on|in|by|ends?|started|days?|euros?|eur|usd|paid|costs?|licen[cs]es?|order|quote|admins?)$`, 'iu')
const MOST = 30

/** The pairs of a name and a number with which a message ends. */
function pairsIn(text: string): readonly string[] {
  const pairs: string[] = []
  let rest = text.trimEnd()
  for (let last = LAST.exec(rest); last?.groups && pairs.length < MOST; last = LAST.exec(rest)) {
    const { name = '', count = '' } = last.groups
    if (NO_SITE.test(name) || !isPlaceName(name)) break
    pairs.unshift(`${name} ${count}`)
    rest = rest
      .slice(0, last.index)
      .replace(/(?:^|\s)and$/u, '')
      .trimEnd()
  }
  return pairs
}

/** The sites of such a list, kept for when its sizes are asked for; undefined where there is none, or one is known. */
export function sitesBeside({ facts, supposed }: Conversation, said: Facts, text: string): Facts['sites'] {
  if (facts.sites ?? supposed?.sites ?? said.sites) return undefined
  if (text.length > MAX_PHRASE || text.includes('?')) return undefined
  const pairs = pairsIn(text)
  const list = pairs.length > 1 ? pairs.join(', ') : GROUP.exec(text)?.[0]
  if (!list) return undefined
  const { sites } = readSites(mergeNumbers(tokenize(readLines(list))), () => false, { intent: 'size-license', asked: 'sites' })
  return sites.length > 0 ? sites : undefined
}
