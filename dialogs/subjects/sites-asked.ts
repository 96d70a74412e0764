import { MAX_NAME } from '../../cards/actions.ts'
import type { Kind } from '../../rules/facts.ts'
import { MAX_PHRASE } from '../phrases.ts'
import { day, isName, name, thing } from '../reminders/items-told.ts'
import { onlyKindNamed, THING, THINGS } from '../understanding/days/subject-words.ts'
import { strangersIn } from '../understanding/other-products.ts'
import { PLACE, PLACES } from '../understanding/sites/site-words.ts'

// Several sites or customers of one message, each with a day of its own: "Lyon's trial ends 15 April, Porto's on 20 March. Extend?"

export interface SiteAsked {
  readonly name: string
  /** What is said of its day, as it would be said of one alone. */
  readonly told: string
  /** What stands behind it: its own account, perhaps, or behind the last one the question. */
  readonly more: readonly string[]
}

export interface SitesAsked {
  readonly sites: readonly SiteAsked[]
  /** What is said of all of them, beside the question: what no word says so of is that one's behind which it stands. */
  readonly ofAll: string
  /** Trials or licences; undefined where words speak of both or neither. */
  readonly kind: Kind | undefined
  /** More is told than could be told apart. */
  readonly unsure: boolean
  /** They have no names: where they are only different days, it is asked which one is meant. */
  readonly unnamed?: boolean
}

/** A fact in brackets behind a day: "14 April (EA)". */
const bracketed = /\((?=(?:on |an? |already |with )?(?:mca|mos[ap]|ea|csp|gcc|dod|commercial|global|billing|extended)\b)([^()\d]{2,40})\)/gi
/** Of whoever speaks, or of all: from such a part on nothing is one site's own. */
const ofAllOrUs = /\b(?:i|i['’](?:m|ve)|we|we['’](?:re|ve)|us|our|my|both|all|each|every\w*|they are|they['’]re all)\b/i
const MAX_PART = 120
/** "We have two trials: ..." */
const opening = new RegExp(
  `^[^:\\d]{0,80}\\b(?:trials|licen[cs]es|subscriptions|pilots|${PLACES}|customers|clients|two|three|both|these|following)\\b[^:\\d]{0,30}:`,
  'i',
)
const between = /[,;?!\n]|(?<!\d\.\d{1,2})\.(?=\s|$)|\s[-–—]\s|\b(?:and|but|while|whereas|plus)\b|&/i

// Parts have their blanks one at a time: where a pattern leaves room for more, in many places, it tries them all.
const lead =
  '(?:(?:(?:the|our|my|a|for|of|in|at|also|one|customer|client|can|could|we|i|they|have|has|got|there|are|another|extend|if|what|is|so|hi|hello) )*)'
const does =
  '(?<does>ends?|ended|ending|expires?|expired|expiring|runs? out|ran out|running out|runs until|is over|was over|lasts until|until|till|started|starts|began|bought|ordered|purchased|is|was)'
const when = ` ?[,:(=–-]? ?(?:(?:which|that|it|will|was|has) ){0,2}(?:${does}\\b)? ?(?:on|at|by|from|since)? ?${day}\\W*$`
const shapes = [
  new RegExp(`^\\W*${lead}${name}(?:['’]s)? ?[:–-]? ?(?:(?:the|its|their|whose|with a) )?${thing}${when}`, 'iu'),
  new RegExp(`^\\W*${lead}${thing} (?:(?:for|in|at|of|called|named|customer|client) ){1,3}${name}${when}`, 'iu'),
  new RegExp(`^\\W*${lead}${name}(?:['’]s)?(?: (?:one|${PLACE}))?${when}`, 'iu'),
  new RegExp(
    `^\\W*(?:${lead}${thing} )?(?:${does}\\b)? ?(?:on|at|by)? ?${day} ?(?:\\( ?(?:in|for|at)? ?|(?:in|for|at) )${name} ?\\)?\\W*$`,
    'iu',
  ),
]

/** The sites of a message, two or more with different names; undefined for every other message. */
export function sitesAsked(text: string): SitesAsked | undefined {
  // Most messages tell one day or none, which costs less to see than where sites are told of.
  if (text.length > MAX_PHRASE || !/\d/.test(text) || (text.match(eachDay) ?? []).length < 2) return undefined
  const parts = text
    .replace(opening, ',')
    .replace(bracketed, ', $1')
    .replace(/(\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?), (\d{4})\b/gu, '$1 $2')
    .split(between)
    .map(part => ofOurs(part.trim().replace(/\s+/g, ' ')))
  const found = parts.map(part => (part.length > MAX_PART ? undefined : siteIn(part)))
  const places = found.flatMap((site, at) => (site ? [{ ...site, at }] : []))
  const names = new Set(places.map(({ name }) => name.toLowerCase()))
  // A further one with a day that can't be told from the others would be left out.
  const left = parts.filter((part, at) => !found[at] && namesSite.test(part) && anyDay.test(part))
  const isLeftOut = left.some(part => anyThing.test(part))
  if (places.length < 2 && (isCrossed(text) || areCalled(text) || (places.length === 1 && isLeftOut)))
    return { ...none, kind: onlyKindNamed(text) }
  if (places.length < 2 && areUnnamed(text)) return { ...none, kind: onlyKindNamed(text), unnamed: true }
  if (places.length < 2 || names.size < places.length) return undefined
  const sites = places.map((site, index) => {
    // "Lyon's ended 20 February, Porto's on 1 December": the same happened to both.
    const before = places.slice(0, index + 1)
    const [does, thing] = [before.findLast(({ does }) => does)?.does, before.findLast(({ thing }) => thing)?.thing]
    const told = does ? `${thing ? `the ${thing}` : 'it'} ${does} ${site.day}` : site.day
    return { name: site.name, told, more: ownOf(parts, places, index) }
  })
  return { sites, kind: onlyKindNamed(text), unsure: left.length > 0, ofAll: ofAll(text, parts, places) }
}

type Places = readonly { readonly name: string; readonly at: number }[]

/** What stands behind a site up to the next one or what is said of all, and what names it elsewhere ("EA only for Fabrikam"). */
function ownOf(parts: readonly string[], places: Places, index: number): readonly string[] {
  const { at = 0, name = '' } = places[index] ?? {}
  const behind = parts.slice(at + 1, places[index + 1]?.at)
  const general = behind.findIndex(part => ofAllOrUs.test(part))
  const isOthers = (part: string) => places.some((other, of) => of !== index && part.includes(other.name))
  const named = parts.filter((part, of) => part.includes(name) && places.every(({ at }) => at !== of))
  const near = (general < 0 ? behind : behind.slice(0, general)).filter(part => part !== '' && !isOthers(part))
  return [...new Set([...near, ...named])]
}

/** What stands before the first site, and behind the last one what is said of all. */
function ofAll(text: string, parts: readonly string[], places: Places): string {
  const behind = parts.slice((places.at(-1)?.at ?? 0) + 1)
  const general = behind.findIndex(part => ofAllOrUs.test(part))
  const before = [opening.exec(text)?.[0] ?? '', ...parts.slice(0, places[0]?.at)]
  return [...before, ...(general < 0 ? [] : behind.slice(general))].filter(part => part.trim() !== '').join(', ')
}

/** A part that tells of another product names no site, and ours is no name. */
const ofOurs = (part: string) => {
  const own = part.replace(/\b(?:microsoft )?(?:d4iot|(?:defender|mdf?) ?(?:for )?iot)\b ?/gi, '')
  const words = own.toLowerCase().split(' ')
  const isOther = own === part && (words.some(word => bundle.test(word)) || strangersIn(words).some(found => found.startsWith('product')))
  return isOther ? '' : own
}
const bundle = /^(?:m365|o365|m?e[35]|f[13])$/

const none = { sites: [], unsure: true, ofAll: '' } as const
const called = /\b(?:[Cc]ustomer|[Cc]lient|[Tt]enant|[Cc]ompany) ([A-Z]\b|\d{1,2}\b|\p{Lu}\p{L}+)/gu
/** "Customer A is on EA, trial ends 14 April. Customer B ..." */
const areCalled = (text: string) => new Set([...text.matchAll(called)].map(([, name]) => name)).size > 1 && onlyKindNamed(text) === 'trial'
const anyThing = new RegExp(`\\b${thing.replace('?<thing>', '?:')}\\b`, 'i')
const anyDay = new RegExp(day, 'i')
const namesSite = /(?<=\S.*)(?<!\p{L})\p{Lu}\p{Ll}+|^\W*\p{Lu}\p{Ll}+['’]?s?\s+\d/su

const eachDay = new RegExp(day.replace('?<day>', '?:'), 'gi')
const startAndEnd = /\b(?:start\w*|began|bought)\b[\s\S]*\b(?:end\w*|expir\w+)\b/i

/** "The trials in Lyon and Porto end 15 April and 20 March": which has which day is anybody's guess. */
function isCrossed(text: string): boolean {
  const names = (text.match(/(?<=\p{L} )\p{Lu}\p{Ll}+/gu) ?? []).filter(each => isName(each, undefined))
  const days = text.match(eachDay) ?? []
  return several.test(text) && new Set(names).size > 1 && new Set(days).size > 1 && !startAndEnd.test(text)
}
const several = new RegExp(`\\b(?:${THINGS}|both)\\b`, 'i')

const aDay = day.replace('?<day>', '?:')
const aThing = thing.replace('?<thing>', '?:')
const happens =
  '(?:ends?|ended|ending|expires?|expired|expiring|started|starts|began|runs?|lasts|is|was|until|till|on|at|by|to|from|since|over)'
/** "One ends 15 April, the other 20 March" */
const theOther = new RegExp(
  `\\b(?:one|first|an?|1st|this|ours?|mine)\\b[^?!]{1,80}\\b(?:(?:the|our|my) (?:other|second|2nd)|another|a second)(?: (?:one|${aThing}))?[\\s,:(]*(?:${happens}\\b[\\s,:]*){0,3}${aDay}`,
  'i',
)
/** "Our trials end 15 April and 20 March" */
const ofSeveral = new RegExp(
  `\\b(?:${THINGS}|both)\\b[^.?!]{0,40}?${aDay}\\s*(?:,|and|&|\\+|resp(?:ectively)?\\W)+\\s*(?:(?:the other|on|the) )*${aDay}`,
  'i',
)
const byLetter = new RegExp(`\\b${THING} (?:no\\.? ?|#)?([A-Z]|\\d)\\b(?!\\d)`, 'g')

/** Several trials or licences of one message that have a day each and no name. */
function areUnnamed(text: string): boolean {
  if (new Set(text.match(eachDay) ?? []).size < 2) return false
  const letters = new Set([...text.matchAll(byLetter)].map(([, letter]) => letter))
  return letters.size > 1 || theOther.test(text) || (ofSeveral.test(text) && !startAndEnd.test(text))
}

interface Found {
  readonly name: string
  readonly day: string
  readonly thing: string | undefined
  readonly does: string | undefined
}

function siteIn(part: string): Found | undefined {
  for (const shape of shapes) {
    const { name, thing, does, day } = shape.exec(part)?.groups ?? {}
    const called = name?.replace(/['’]s$/, '')
    if (!called || !day || !/^\p{Lu}/u.test(called) || !isName(called, thing)) continue
    return { name: called.slice(0, MAX_NAME), day, thing: thing?.replace(/s$/i, ''), does: does?.replace(/^end$/i, 'ends') }
  }
  return undefined
}
