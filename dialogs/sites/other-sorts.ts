import type { Site } from '../../rules/facts.ts'
import { isCorrection } from '../phrases.ts'
import { isDeviceNoun, PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { doubtOf } from '../understanding/sites/sort-parts.ts'
import { MORE, OTHER_NUMBERS } from './numbers-told.ts'
import { type Change, countsPlaces, EACH, MAX_CHANGE } from './site-changes.ts'

// OT and IT devices told of one after the other: all devices of a site count, whatever their sort, so that the later ones come to those in view.

const IT = /\bIT\b|\bit (?:devices?|assets?|endpoints?|ones)\b|\dk? it\b/u
const OT = /\b(?:i?i?ot|ics) (?:devices?|assets?|endpoints?|ones)\b|\b(?:OT|IoT|IIoT|ICS)\b|\dk? ot\b/u
const OF_ALL = new RegExp(`${EACH.source}|\\b(?:everywhere|both|all (?:of )?(?:them|the |our )?(?:${PLACES})?)\\b`, 'iu')
const BESIDES =
  /^\W*(?:and|plus|also|then|add)\b|\b(?:also|too|as well|plus|on top|in addition|additional(?:ly)?|besides|another|extra|further|more|add|forgot|missed|left out)\b|\+/iu
/** "Metz also has 300": as another one has, or more than it has? */
const ALSO = /\b(?:also|too|as well|on top|in addition|besides)\b/iu
const OTHER_PLACE = new RegExp(`\\b(?:another|new|further|second|third|other|more) (?:one|${PLACE}|${PLACES})\\b`, 'iu')
const REPLACES = /\b(?:not|instead|rather|actually|really|now|was|were|from)\b|->|→/iu

/** "150 IT", "and 150 IT devices", "we forgot 150 IT ones": nothing but devices of a sort. */
const ALONE =
  /^\W*(?:(?:and|plus|also|then|add|with|oh|but|we|i|they|there|have|has|had|are|is|['’]?s|forgot|missed|left out|the|another|about)\W+){0,6}(?:\d[\d,.]{0,9}k? (?:more |extra |additional |further )?(?:it|ot|iot|iiot|ics)(?: (?:devices?|assets?|endpoints?|ones|machines|things))?|(?:it|ot|iot|iiot|ics)(?: (?:devices?|assets?|endpoints?))?:? \d[\d,.]{0,9}k?)(?: (?:too|also|as well|on top|there|besides))*\W*$/iu

interface Sorted {
  /** The devices of a sort by the site in view that has them. */
  readonly devices: ReadonlyMap<Site, number>
  readonly besides: boolean
}

/** The devices of one sort that a message tells of sites in view; undefined where it tells of none, or corrects what was told. */
function sortedIn({ before, text, mentions, numbers }: Change): Sorted | undefined {
  const [first, ...others] = numbers
  const isOfOther = numbers.some(each => each.percent || countsPlaces(each)) || OTHER_PLACE.test(text) || OTHER_NUMBERS.test(text)
  const isTold = IT.test(text) || OT.test(text)
  if (!first || isOfOther || !(isTold || ALSO.test(text))) return undefined
  const sites = mentions.flatMap(mention => mention.sites)
  const isOfSort = isTold || (isDeviceNoun(first.noun) && !/^(?:devices?|assets?|endpoints?)$/u.test(first.noun))
  if (!isOfSort && (sites.length === 0 || before.some(({ devices }) => devices === first.value))) return undefined
  const besides = BESIDES.test(text) && (isOfSort || MORE.test(text))
  if (IT.test(text) && OT.test(text)) {
    const [site, another] = new Set(sites)
    // "Metz is 900 IT plus 300 OT" is told as a whole.
    const isWhole = others.length === 1 && site && !another && !/\bnot\b(?! only)/iu.test(text)
    return isWhole ? { devices: new Map([[site, (others[0]?.value ?? 0) + first.value - site.devices]]), besides: true } : undefined
  }
  if (isCorrection(text) || (REPLACES.test(text) && !besides)) return undefined
  if (sites.length === 0) {
    const [only, another] = before
    const isOne = only && !another && (only.count ?? 1) === 1 && ALONE.test(text)
    const isOfAll = OF_ALL.test(text) && !/\p{Lu}\p{Ll}/u.test(text.slice(1))
    if (others.length > 0 || !(isOne || isOfAll)) return undefined
    // "400 OT", "plus 150 OT": may be another site.
    return { devices: new Map(before.map(site => [site, first.value])), besides: besides && (isOfAll || IT.test(text)) }
  }
  if (others.length === 0) return { devices: new Map(sites.map(site => [site, first.value])), besides }
  // "IT: Lyon 150, Metz 200", "150 in Lyon, 200 in Metz".
  const inTurn = mentions.length === numbers.length && sites.length === mentions.length
  return inTurn ? { devices: new Map(sites.map((site, at) => [site, numbers[at]?.value ?? 0])), besides } : undefined
}

/** "Plus 150 IT", of a site that isn't named. */
export const isOtherSort = (text: string) => text.length <= MAX_CHANGE && BESIDES.test(text) && ALONE.test(text)

/** "Metz also has 300 OT", "and IT: Lyon 150, Metz 200", "and 80 IT each": the list with them. */
export function withOtherSort(change: Change): readonly Site[] | undefined {
  const sorted = sortedIn(change)
  return sorted?.besides
    ? change.before.map(site => ({ ...site, devices: site.devices + (sorted.devices.get(site) ?? 0) })).filter(({ devices }) => devices > 0)
    : undefined
}

/** "Metz has 300 OT" of a list that says 900: why it can't be counted. */
export function doubtedSort(change: Change): string | undefined {
  const sorted = sortedIn(change)
  const [site, another] = sorted && !sorted.besides ? [...sorted.devices.keys()] : []
  return site && doubtOf(another ? undefined : site.devices)
}
