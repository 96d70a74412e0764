import { type Unplaced, whichSiteCard, withUnplaced } from '../../cards/which-site.ts'
import type { Facts } from '../../rules/facts.ts'
import { isQuestion, MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { viewOf } from '../topic.ts'
import type { Trace } from '../turn.ts'
import { PLACE } from '../understanding/sites/site-words.ts'
import { isOtherSort } from './other-sorts.ts'
import { sitesInView } from './site-changes.ts'
import { namedAsInView, sitesWith } from './site-edits.ts'
import { placesIn } from './site-places.ts'
import { meantBy } from './site-removals.ts'
import { isMoreOfIt, isOfSomeSite } from './unnamed-changes.ts'

// A number of devices that corrects a list of several sites without saying which of them.

const puts =
  /\bmake (?:it|that)\b|^\W*should (?:be|read)\b|^\W*(?:(?:and|or|ok|no|so|then|let'?s|just|please|exactly|precisely|it['’]s)\W+)*(?:(?:use|take|say|assume|go with|quote|back to|(?:it|that|this)(?: one)? (?:has|is|needs))\s+)?~?\d[\d.,]*k?(?: devices)?\W*$/i
const corrects = /\b(?:really|actually|should (?:be|have|read)|sorry|oops|correction|i meant?|rather|instead|no|nope)\b/i
const another = new RegExp(
  `^\\W*(?:(?:and|but|so|ok)\\W+)*(?:the|our|that) other (?:one|${PLACE})\\b|^\\W*(?:change|set|update|put|correct)\\b`,
  'i',
)
/** The list itself is put right: one site is all there is. */
const replaces = new RegExp(
  `\\b(?:only|just|one|single|1) (?:[a-z]+ )?(?:${PLACE}|building)\\b|\\b(?:list|all of them|in total|altogether)\\b`,
  'i',
)

/** "Bergen is really 4,800", "sorry, 1,900", "the other one has 90", "2 switches more", of a list that has several sites and no Bergen; undefined for all else. */
export function unplacedIn(stood: Conversation, { facts, wishes }: Reading, text: string): Unplaced | undefined {
  const before = sitesInView(stood) ?? []
  if (before.length === 0) return undefined
  const { sites: said = [] } = facts
  const [only] = said
  if (!only || said.length > 1 || (only.count ?? 1) > 1 || wishes.length > 1 || text.length > MAX_PHRASE) return undefined
  if (!only.name && ((before.length > 1 && (isMoreOfIt(text) || isOtherSort(text))) || isOfSomeSite(text)))
    return { devices: only.devices, more: true }
  const isElsewhere = placesIn(before, text).some(({ sites }) => sites.length === 0)
  if (before.length < (isElsewhere ? 1 : 2)) return undefined
  const isOne = isElsewhere || puts.test(text) || ((corrects.test(text) || another.test(text)) && !isQuestion(text))
  if (!isOne || replaces.test(text)) return undefined
  const told = namedAsInView(before, said, text)
  return sitesWith(before, told, text, stood.unused?.unreadable) === told ? { devices: only.devices } : undefined
}

/** Asks which site has so many devices. */
export function whichSite(scene: Scene, unplaced: Unplaced, trace: Trace): Outcome {
  const { stood } = scene
  const sites = sitesInView(stood) ?? []
  const facts = { ...stood.facts, ...stood.supposed }
  const view = viewOf({ ...blank(scene, 'size-license'), facts, supposed: stood.supposed !== undefined, about: stood.subject })
  return { answer: shown([whichSiteCard(unplaced, sites, view)], trace), kept: { ...stood, unplaced, misses: 0 } }
}

const isFurther = new RegExp(`^(?:an? |one )?(?:new|further|other|another|additional|extra)(?: (?:one|${PLACE}))?$`, 'iu')

/** "Porto", "the second one", "a new one", where it was asked which site is meant: the list with it. */
export function placedIn(stood: Conversation, text: string): Facts['sites'] {
  const { unplaced } = stood
  const before = sitesInView(stood)
  if (unplaced === undefined || !before || text.length > 100) return undefined
  const words = text.replace(/^\W*(?:it'?s |it is |that'?s |i meant? |the )*/iu, '').replace(/\W+$/u, '')
  if (isFurther.test(words)) return [...before, { devices: unplaced.devices }]
  const [site, another] = meantBy(before, words)
  return site && !another ? before.map(each => (each === site ? withUnplaced(each, unplaced) : each)) : undefined
}
