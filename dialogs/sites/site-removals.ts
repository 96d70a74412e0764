import type { Facts, Site } from '../../rules/facts.ts'
import { PLACE } from '../understanding/sites/site-words.ts'
import { wholeNames } from './site-calls.ts'
import { type Change, isIn, sameName } from './site-changes.ts'
import { numberIn, placesIn } from './site-places.ts'

// Sites that go from the list in view: "without Lyon", "skip the last one".

const removes = [
  /\b(?:without|w\/o|except|drop|remove|delete|take out|leave out|minus|scrap|scratch|kill|skip|ignore|exclude|omit|ditch|strike|cancel|forget(?: about)?|lose)\s+(?:the )?(.+?)\W*$/iu,
  /\b(?:take|leave|cut|cross|strike|kick|throw)\s+(?:the )?(.+?)\s+(?:out|off|away)\b/iu,
  /^\W*(?:(?:actually|sorry|no|and|also|oh|but|wait|(?:what )?if)\W+)*(.+?) (?:(?:is|has been|was|were) (?:closed|gone|sold|out|closing)|closes|shuts(?: down)?)\b/iu,
]

/** "Not Lyon"; "not 400" is about a number. */
const removesNamed = /\bnot\s+(?:the )?(\D.*?)\W*$/iu

/** "From the list", ", it's closed": where they go from, and why. */
const BESIDE =
  /(?:[,;(]? ?\b(?:because |since |as )?(?:it|that|they|we)(?:['’](?:s|re|ve)| is| are| was| were| has| have)?(?: been| just| now| already)? (?:closed?|closing|sold|gone|out|shut|wrong)\b[^\d,;]*| (?:from|off|in|on) (?:the|this|that|our|my) (?:list|table|order|quote|sheet)\b[^\d,;]*)$/iu

const THANKS = /,? (?:for now|(?:please,? )?(?:thanks|thank you|thx))$/iu

/** "Without Lyon and Porto", "drop the last one": undefined where one of them isn't in the list, or none would be left. */
export function withoutSome(said: Said): Facts['sites'] {
  const left = leftBy(said)
  return left && left.length > 0 ? left : undefined
}

const TAKEN = 'forget(?: about)?|lose|miss|drop|remove|delete|skip|scrap|exclude|omit|ditch|strike|cancel|touch|leave out|take out|cut'
const NEVER = `(?:do(?:n['’]?t| not)|never|let['’]?s not|(?<!\\bwhy )not to|(?:must|should)(?:n['’]?t| not))`
/** "Don't forget Lyon" */
const KEEPS = new RegExp(`\\b${NEVER} (?:please |just |accidentally )?(?:${TAKEN})\\b(?!.*\\?)`, 'iu')
const STAYS = new RegExp(
  `^\\W*(?:(?:and|but|no|oh|ok|sorry|wait|actually|please|so|just|we|i|you|want to|should|need to)\\W+){0,4}(?:(?:${NEVER} (?:please |just |accidentally )?(?:${TAKEN})|keep(?! (?:just|only))|leave(?=.* (?:in|alone|as is|as it is|there|untouched)\\W*$)) (?:the )?(?<kept>.{1,60}?)|(?:the )?(?<stays>.{1,60}?) (?:(?:still |both |all )?stays?|remains?|(?:needs? to|should|must|ha(?:s|ve) to) stay))(?: (?:please|pls|in|out|off|alone|as is|as it is|there|untouched|unchanged|too|as well|though|either|then|now|the same|(?:on|in|from) (?:the|our|my) (?:list|quote|order)))*\\W*$`,
  'iu',
)

/** "Don't forget Lyon", "keep Lyon", "Lyon stays": the list as it is; undefined where no site in view is meant. */
export function keptAsIs({ before, text, numbers }: Change): readonly Site[] | undefined {
  const { kept, stays } = (numbers.length === 0 && STAYS.exec(text)?.groups) || {}
  const names = (kept ?? stays)?.split(BETWEEN).filter(part => part !== '') ?? []
  return names.length > 0 && names.every(name => meantBy(before, name.replace(/^the /iu, '')).length > 0) ? before : undefined
}
const BETWEEN = /\s*(?:,|&|\band\b)\s*/iu

const ALL = /\b(?:all|everything|list|table|(?:all|all the|the|these|those) sites|all (?:of )?them)\W*$/iu

/** "Remove Lyon and Porto" where there is no other, "clear the list". */
export const leavesNone = (said: Said) => ALL.test(said.text.replace(/\bfrom the list\W*$/iu, '')) || leftBy(said)?.length === 0

type Said = Pick<Change, 'before' | 'text'>

function leftBy({ before, text }: Said): Facts['sites'] {
  // "With 20% growth, except Metz" takes none out.
  if (KEEPS.test(text) || /(?:\bgrow\w*|%).*\b(?:except|without|but|excluding|exclude|not|minus)\b/iu.test(text)) return undefined
  const what = [...removes, removesNamed].map(pattern => pattern.exec(text)?.[1]).find(words => words !== undefined)
  const bare = what
    ?.replace(BESIDE, '')
    .replace(THANKS, '')
    .replace(/\W+(?:(?:and|but|with|plus|a) ){0,3}\+?\d[\d.,]{0,5} ?(?:%|percent)[^%]{0,40}$/iu, '')
  if (bare === undefined || /\bgrowth\b/iu.test(bare)) return undefined
  const parts = isIn(before, bare.trim()) ? [bare] : bare.split(BETWEEN).filter(part => part !== '')
  const gone = parts.map(part => meantBy(before, part.replace(/^the /iu, '')))
  if (gone.some(sites => sites.length === 0)) return undefined
  return before.filter(site => !gone.flat().includes(site))
}

const NOUN = new RegExp(`\\s+(?:${PLACE}|one|entry|please|as well|too|again)$|^(?:${PLACE})(?: (?:in|at|called|named))? `, 'iu')

/** The sites that a few words mean: by name, by place in the list, by size or by number of devices. */
export function meantBy(before: readonly Site[], words: string): readonly Site[] {
  const bare = words.replace(NOUN, '').trim()
  const whole = wholeNames(before)(bare)
  const named = before.filter(site => sameName(site, words) || sameName(site, whole))
  if (named.length > 0) return named
  const number = Number(/^(?:site|number|no\.?|#) ?(\d{1,3})$/iu.exec(words)?.[1])
  if (number > 0) return before.slice(number - 1, number)
  const place = `the ${words.replace(/\s+(?:entry|please|as well|too|again)$/iu, '')}`
  const [placed] = placesIn(before, place)
  if (placed?.from === 4 && placed.to === place.length) return placed.sites
  const figure = /^(?:(?:one|[a-z]+) (?:with|of|that has) )?(\d[\d,.]*k?)(?: devices)?$/i.exec(bare)?.[1]
  const devices = figure ? numberIn(figure) : undefined
  return before.filter(site => site.devices === devices)
}

const SWAPS =
  /^\W*(?<gone>(?:drop|remove|delete|without|skip|scrap|take out|leave out|forget)\b.{2,60}?)\W+(?:and |then |but )?add (?:the |our )?(?<name>\p{L}[\p{L}\p{M}'’ -]{1,40}?) (?:with |at |: ?)?(?:about )?(?<devices>\d[\d,.]{0,9}k?)(?: (?:ot |it )?devices?)?\W*$/iu

/** "Drop Lyon, add Leeds 300". */
export function swappedIn({ before, text }: Change): Facts['sites'] {
  const { gone, name, devices } = SWAPS.exec(text)?.groups ?? {}
  const left = gone ? withoutSome({ before, text: gone }) : undefined
  return left && name && devices ? [...left, { devices: numberIn(devices), name }] : undefined
}
