import type { Unused } from '../../cards/unused.ts'
import type { Facts, Site } from '../../rules/facts.ts'
import { isCorrection, isOnlyNumbers, MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Unreadable } from '../ports.ts'
import { isNoSubject } from '../subjects.ts'
import { entryOf } from '../understanding/sites/list-entries.ts'
import { labelName } from '../understanding/sites/site-names.ts'
import { isPlaceNoun, PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { isOfDoubt } from '../understanding/sites/sort-parts.ts'
import { stillUntold } from '../understanding/sites/untold-sites.ts'
import { likeAnother } from './like-another.ts'
import { withOtherSort } from './other-sorts.ts'
import { alsoNamed, atPlaces, isAdded, withoutPlaces } from './site-additions.ts'
import { wholeNames } from './site-calls.ts'
import { type Change, changed, changeIn, EACH, isIn, renamedAlone, sameName } from './site-changes.ts'
import { regrouped } from './site-groups.ts'
import { keptAsIs, swappedIn, withoutSome } from './site-removals.ts'
import { fewerOfThem, someOfThem } from './some-of-them.ts'
import { changedEverywhere, fewerEverywhere, moreThere, numberForNumber } from './unnamed-changes.ts'

const countOnly =
  /\b(?<count>\d[\d,]{0,12})\s+(?:(?:(?:such|identical|similar|equal|of (?:these|those)) )?(?<noun>\p{L}+s)|of them(?! (?:are|is|were|will|run|have|has|in|at|on)\b))\b/iu

/** "No, 120", of sites that are alike: what each of them has. */
const isOfEach = (text: string) => isCorrection(text) && !ofAll.test(text)
const ofAll = new RegExp(`\\b(?:${PLACE}|${PLACES}|total|altogether|together|only|just)\\b`, 'i')

/** The sites of a message by the names that they have in view, or that its few words give them. */
export const namedAsInView = (before: readonly Site[], said: Facts['sites'], text: string) =>
  withWholeNames(before, withLabel(before, withWholeNames(before, withoutVerbs(said)), text))

/** "Add Ulm 60, Bonn 70", "Ulm too, 450" */
function withoutVerbs(said: Facts['sites']): Facts['sites'] {
  const bare = (name = '') => name.replace(LEADS, '').replace(/ (?:too|also|as well)$/iu, '')
  const isLed = said?.some(({ name }) => name !== undefined && bare(name) !== name && bare(name) !== '')
  return isLed ? said?.map(site => (site.name && bare(site.name) ? { ...site, name: bare(site.name) } : site)) : said
}
const LEADS = /^(?:(?:add|and|plus|also|forgot|missed|sorry|oh)\s+)+(?=\p{Lu})/iu

const READERS: readonly ((change: Change) => readonly Site[] | string | undefined)[] = [
  likeAnother,
  withOtherSort,
  changedEverywhere,
  renamedAlone,
  numberForNumber,
  swappedIn,
  fewerOfThem,
  fewerEverywhere,
  regrouped,
  keptAsIs,
  withoutSome,
  someOfThem,
  atPlaces,
  alsoNamed,
]

/** What a message's own words make of the list in view, whatever else they may mean, or why that can't be done. */
export function inWords(change: Change): readonly Site[] | string | undefined {
  for (const read of READERS) {
    const made = read(change)
    if (made) return made
  }
  return undefined
}

/**
 * What one reader after the other makes of a message that speaks of the list in view: "add another with 80", "Lyon has 1,200", "120 each", "make it 12 sites", "without Lyon".
 * Whether it is all that the message says is not looked at.
 * @param unreadable the lines that could not be taken into it
 * @returns the sites as said where the message is a list of its own, undefined where it says nothing of sites
 */
export function sitesWith(
  before: readonly Site[],
  said: Facts['sites'],
  text: string,
  unreadable: readonly Unreadable[] = [],
): Facts['sites'] {
  const change = changeIn(before, text)
  const made = change && inWords(change)
  if (made && typeof made !== 'string') return made
  const changes = withCorrected(before, said, text, unreadable) ?? (change && (mixed(change, said) ?? moreThere(change)))
  if (changes) return changes
  if (!said) return withCount(before, text)
  if (isAdded(before, said, text) || isFurther(before, said, text)) return [...before, ...withoutPlaces(before, said)]
  const replaced = withNamed(before, said) ?? withGroup(before, said, text) ?? withKind(before, said, text)
  if (replaced) return replaced
  const [only] = before
  const [one] = said
  if (
    only &&
    one &&
    before.length === 1 &&
    said.length === 1 &&
    (only.count ?? 1) > 1 &&
    one.count === undefined &&
    (EACH.test(text) || isOfEach(text))
  )
    return [{ ...only, devices: one.devices }]
  return said
}

function withWholeNames(before: readonly Site[], said: Facts['sites']): Facts['sites'] {
  if (!said || said.every(({ name }) => name === undefined || isIn(before, name))) return said
  const wholeOf = wholeNames(before)
  const isShort = said.some(({ name }) => name !== undefined && !isIn(before, name) && wholeOf(name) !== name)
  return isShort ? said.map(site => (site.name === undefined ? site : { ...site, name: wholeOf(site.name) })) : said
}

/** "100 each", or only "100", where it was asked how many devices each of so many sites has. */
export function ofEachPlace({ places, asked }: Conversation, said: Facts['sites'], text: string): Facts['sites'] {
  const [only, another] = said ?? []
  if (!places || asked !== 'sites' || !only || another || only.name || only.count !== undefined) return said
  const isOfEach = EACH.test(text) || isOnlyNumbers(text) || /\b(?:all|everywhere)\b/iu.test(text)
  return isOfEach && !/\b(?:total|altogether|together)\b/iu.test(text) ? [{ ...only, count: places }] : said
}

/** Whether the numbers of a message are those of sites it names, so that "double Lyon" is no growth of all. */
export const changesNamed = (before: Facts['sites'], text: string): boolean => {
  const change = before && changeIn(before, text)
  return change !== undefined && changed(change) !== undefined
}

/** "hq is 990", "add porto with 300", "hq: 990": the name of a site not in view may be written small. */
const LABELLED =
  /^\W*(?:(?:and|also|add|plus|oh|ok|then|please)\W+)*(?:the |our )?(?<name>\p{L}[\p{L}\p{N} .'/&-]{0,60}?)\s*(?:[:=]|\b(?:is|has|have|with|at|needs|of)\b)\s*(?:now |about |around |~ ?)?\d[\d.,' ]*k?(?: (?:ot |it )?(?:devices?|assets?|endpoints?)| ot| it)?(?: now)?\W*$/iu
const NO_NAMES = new RegExp(
  `^(?:it|that|this|there.*|they|we|i|he|she|you|what|how|which|and|also|then|everything|all|each|both|ones|another.*|a|an|.*\\b(?:one|also|too|still|${PLACE}|growth|total|number|count|trial|licen[cs]e|make|set|change|sorry|actually|no|not|if|about|devices?|with|for)\\b.*)$`,
  'iu',
)

const labelled = (text: string) => (text.length <= MAX_PHRASE ? LABELLED.exec(text)?.groups?.name?.trim() : undefined)

function withLabel(before: readonly Site[], said: Facts['sites'], text: string): Facts['sites'] {
  const [only] = said ?? []
  const name = labelled(text)
  if (!only || said?.length !== 1 || only.name || only.count || !name || NO_NAMES.test(name) || isIn(before, name)) return said
  return before.some(site => site.name ?? site.count) ? [{ ...only, name }] : said
}

const NAME_AND_NUMBER = /^\W*(?<name>\p{Lu}[\p{L}\p{M}.'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}.'’-]{1,30}){0,2}) \d[\d,.]{1,8}k?(?: devices?)?\W*$/u
const OF_OTHERS =
  /^(?:microsoft|windows|office|azure|defender|thanks?|option|plan|phase|version|total|growth|quote|order|site|plant|line)\b/iu

function isNameAndNumber(text: string): boolean {
  const name = NAME_AND_NUMBER.exec(text)?.groups?.name
  return name !== undefined && !OF_OTHERS.test(name) && !isNoSubject(name)
}

/** "Porto has 300", "Porto 300", of a site that isn't among several that are named. */
const isFurther = (before: readonly Site[], said: readonly Site[], text: string) =>
  before.filter(({ name }) => name).length > 1 &&
  said.length === 1 &&
  said.every(({ name }) => name && !isIn(before, name)) &&
  (labelled(text) !== undefined || isNameAndNumber(text))

/** "Change Lyon to 950", "Lyon goes to 950": what begins or ends so is no name. */
const ORDERS =
  /^(?:change|set|update|put|correct|raise|lower|bump|increase|reduce|adjust|cut|bring)\b|\b(?:goes|grows|went|grew|rises|drops|shrinks) (?:up |down )?(?:to|by)\b|\b(?:lost|loses|gained|gains|minus|less|(?:up|down) to)$/iu

/** The sites in view that a message names, and those that it names besides. */
function mixed(change: Change, said: Facts['sites']): Facts['sites'] {
  const { before } = change
  // "Lyon 400 -> 500": the former number is no part of the name.
  const isMention = (words: string) => {
    const name = words.toLowerCase().replace(/^(?:the|our) /u, '')
    const isPlace = /^(?:number|no|nr)\.?$/u.test(name)
    return (
      isPlace ||
      change.mentions.some(mention => name.startsWith(mention.name) && !/^(?!['’]s\b).*\p{L}{2}/u.test(name.slice(mention.name.length)))
    )
  }
  const fresh = said?.filter(({ name }) => name !== undefined && !isIn(before, name) && !ORDERS.test(name) && !isMention(name)) ?? []
  if (fresh.length === 0) return /\b(?:another(?! \d)|one more)\b/iu.test(change.text) ? undefined : changed(change)
  const known = said?.filter(({ name }) => isIn(before, name)) ?? []
  if (known.length === 0 || known.length + fresh.length !== said?.length || change.before.length < 2) return undefined
  return [...before.map(site => known.find(({ name }) => sameName(site, name)) ?? site), ...fresh]
}

/** Replaces the sites of the same names, of a list that has them all in view. */
function withNamed(before: readonly Site[], said: readonly Site[]): Facts['sites'] {
  if (said.length >= before.length || !said.every(({ name }) => isIn(before, name))) return undefined
  return before.map(site => said.find(({ name }) => sameName(site, name)) ?? site)
}

/** "Make it 25 x 80": one of several groups, by what each of its sites has. */
function withGroup(before: readonly Site[], [group, another]: readonly Site[], text: string): Facts['sites'] {
  if (!group?.count || another || before.length < 2 || !(isCorrection(text) || /\bmake (?:it|that)\b|\bnow\b/iu.test(text)))
    return undefined
  const alike = before.filter(({ devices }) => devices === group.devices)
  return alike.length === 1 ? before.map(site => (site === alike[0] ? { ...site, count: group.count ?? 1 } : site)) : undefined
}

/** "Offices have 40 each", "hq is 2,500", of groups and a site that have no names: the only one that can be meant. */
function withKind(before: readonly Site[], [one, another]: readonly Site[], text: string): Facts['sites'] {
  if (!one || another || one.count !== undefined || before.length < 2) return undefined
  const groups = before.filter(({ count = 1 }) => count > 1)
  const kind = /^\W*(?:the |our |all |these )*(\p{L}+s)\s+(?:have|are|has|with|at)\b/iu.exec(text)?.[1]?.toLowerCase()
  if (groups.length === 1 && EACH.test(text) && kind && isPlaceNoun(kind))
    return before.map(site => (site === groups[0] ? { ...site, devices: one.devices } : site))
  const singles = before.filter(site => !groups.includes(site))
  const isLabelled = one.name !== undefined && !isIn(before, one.name) && labelled(text)?.toLowerCase() === one.name.toLowerCase()
  return isLabelled && singles.length === 1 && !singles[0]?.name && groups.length > 0
    ? before.map(site => (site === singles[0] ? one : site))
    : undefined
}

/** "Take 450", "200": the one count that could not be read. */
const chooses =
  /^\W*(?:(?:ok|then|so|just|let'?s|please)\W+)*(?:take|use|say|assume|go with|count|make (?:it|that)|(?:it|that one|this one|that) (?:has|is|needs|gets)|with)\s+(?:it as |about )?[\d.,]+k?(?: devices)?\W*$/iu

/** "Oslo has 420", "line 3 is 420": a line that could not be read, put right. */
function withCorrected(before: readonly Site[], said: Facts['sites'], text: string, unreadable: readonly Unreadable[]): Facts['sites'] {
  const number = Number(/\bline (\d{1,5})\b/iu.exec(text)?.[1])
  const line = unreadable.find(each => each.line === number)
  const [only] = said ?? []
  if (line && only && said?.length === 1) {
    const name = only.name && !/^line\b/iu.test(only.name) ? only.name : labelOf(line)
    return [...before, { ...only, ...(name ? { name } : {}) }]
  }
  const [missing, another] = unreadable
  if (missing && isOfDoubt(missing.why)) return undefined
  if (missing && !another && only && said?.length === 1 && only.count === undefined && (isOnlyNumbers(text) || chooses.test(text))) {
    const name = labelOf(missing)?.replace(/\s*[?]+$/u, '')
    const isName = name && !/\d|^(?:and|plus|also|add|one more|another|a further)\b/iu.test(name)
    return [...before, { devices: only.devices, ...(isName ? { name } : {}) }]
  }
  const isCorrection = said?.every(({ name }) => name && !isIn(before, name) && unreadable.some(each => names(each, name)))
  return isCorrection && said ? [...before, ...said] : undefined
}

const names = ({ text }: Unreadable, name: string) => text.toLowerCase().includes(name.toLowerCase())

function labelOf({ line, text }: Unreadable): string | undefined {
  return labelName(entryOf({ number: line, text, role: 'body' })?.label ?? text, { raw: text })
}

/** What could still not be taken from the list, once it has these sites. */
export function stillUnused(unused: Unused | undefined, before: Facts['sites'] = [], now: Facts['sites'] = []): Unused | undefined {
  const fresh = now.filter(({ name }) => name && !isIn(before, name))
  const added = countOf(now) - countOf(before)
  const left = unused?.unreadable.flatMap(line => {
    const why = stillUntold(line.why, added)
    const isCome = added > 0 && /^\W*(?:(?:and|plus|also|add)\W+)*(?:another|one more|one other)\b/iu.test(line.text)
    return why === undefined || isCome || fresh.some(({ name = '' }) => names(line, name)) ? [] : [{ ...line, why }]
  })
  return unused && left && { ...unused, unreadable: left }
}

const countOf = (sites: readonly Site[]) => sites.reduce((sum, { count = 1 }) => sum + count, 0)

function withCount(before: readonly Site[], text: string): Facts['sites'] {
  const { count: said, noun } = countOnly.exec(text)?.groups ?? {}
  if (noun && !isPlaceNoun(noun.toLowerCase())) return undefined
  const count = Number(said?.replaceAll(',', ''))
  const many = before.filter(site => (site.count ?? 1) > 1)
  const [changed] = before.length === 1 ? before : many
  if (!changed || (before.length > 1 && many.length !== 1) || !(count > 0)) return undefined
  return before.map(site => (site === changed ? { ...site, count } : site))
}
