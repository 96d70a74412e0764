import type { Site } from '../../rules/facts.ts'
import { isDeviceNoun, isPlaceNoun, PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { FEWER, MORE, OTHER_NUMBERS } from './numbers-told.ts'
import { type Change, countsPlaces, isFormer, MAX_CHANGE, shareIn } from './site-changes.ts'
import { numberIn } from './site-places.ts'

// Changes of a list in view that name no site: of all of them, or of the only one.

const ADDS = /\b(?:add(?:s|ed|ing)?|another|extra|additional|plus|more|further)\b/iu

const THERE = new RegExp(
  `\\b(?:there|here|to (?:it|that|this|them)|(?:in|at|on) (?:it|the same (?:place|${PLACE}))|(?:what )?if (?:we|they|you) add)\\b`,
  'iu',
)

/** "There's another one" is a further site. */
const EXISTS = /\bthere(?: ?['’]?s| is| are| was)\b/giu
const ANOTHER = /\b(?:another|one more|an? (?:second|third|further|additional|new|other)) (?!\d)/iu

const MORE_OF_IT =
  /^\W*(?:(?:and|with|plus|also|add|so|ok|then|what (?:about|if)|how about|if|we|they|get|gets|had|have|has|there|are|is|were|will|['’]?ll|be|it|need)\W+){0,6}(?:(?:another )?\d[\d,.]{0,9}k? (?:more|extra|additional)(?: (?<noun>\p{L}+)(?: \p{L}+){0,2})?|\d[\d,.]{0,9}k? (?:\p{L}+ )?(?<counted>\p{L}+) more)\W*$/iu

/** "And with 2 switches more", "30 more devices": more of what is there, rather than more places. */
export function isMoreOfIt(text: string): boolean {
  const said = text.length <= MAX_CHANGE ? MORE_OF_IT.exec(text)?.groups : undefined
  return said !== undefined && !isPlaceNoun((said.noun ?? said.counted ?? '').toLowerCase())
}

const ALSO_THERE =
  /^\W*(?:(?:and|but|oh|ok|sorry)\W+){0,2}(?:we|i|they|there|you)\b[^\d,;.]{0,25}?\b(?:also|forgot|missed)\b[^\d,;.]{0,15}\d[\d,.]{0,9}k? (?<noun>\p{L}+)\W*$/iu

/** "We also have 20 cameras": at a site in view or at one of their own. */
export const isOfSomeSite = (text: string): boolean =>
  text.length <= MAX_CHANGE && isDeviceNoun(ALSO_THERE.exec(text)?.groups?.noun?.toLowerCase() ?? '')

/** "Another 300 devices there", "what if we add 300 devices?", of the one site in view. */
export function moreThere({ before, text, numbers: [only, more] }: Change): readonly Site[] | undefined {
  const [site, another] = before
  if (!site || another || (site.count ?? 1) > 1 || ANOTHER.test(text)) return undefined
  if (!(ADDS.test(text) && THERE.test(text.replace(EXISTS, ''))) && !isMoreOfIt(text)) return undefined
  if (!only || more || only.percent || countsPlaces(only) || OTHER_NUMBERS.test(text)) return undefined
  return [{ ...site, devices: site.devices + only.value }]
}

const EVERYWHERE = new RegExp(
  `\\b(?:each|every|all|both)(?: of)?(?: the| these| those| our| my)?(?: \\w+)? (?:${PLACE}|${PLACES}|them|ones?)\\b|^\\W*(?:(?:and|so|ok|but|if|what if)\\W+){0,2}(?:each|every one|all|they all)(?: of (?:them|these|those))? (?:will |would |may |might |also )?(?:grows?|gets?|gains?|adds?|increases?|expands?|rises?|loses?|shrinks?|has|have)\\b|\\b(?:everywhere|both)\\b|^[^\\p{L}\\d]*(?:(?:no|sorry|actually|make (?:it|that|them))[^\\p{L}\\d]+)*\\d[\\d.,]*k? (?:devices? )?(?:each|apiece|per (?:${PLACE}))\\W*$|^[^\\p{L}\\d]*(?:and |also )?(?:(?:plus|add) |\\+ ?)\\d.*\\b(?:per|(?:at|in|on|to) (?:each|every))(?: (?:${PLACE}|farm|station|one))?\\W*$|\\b(?:add|plus) \\d[\\d.,]*k?(?: \\p{L}+){0,2} (?:each|apiece|everywhere)\\W*$|^[^\\p{L}\\d]*(?:(?:and|also|plus|so|no|sorry|actually|with|they (?:all )?have)[^\\p{L}\\d]+){0,2}(?:\\d[\\d.,]*k? (?:more |extra |additional |fewer |less )(?:\\p{L}+ )?(?:for |in |at |on )?each|each (?:has |have |with )?\\d[\\d.,]*k? (?:more|extra|additional|fewer|less)(?: devices?)?)\\W*$`,
  'iu',
)

const BOUNDED = /\b(?:max|maximum|min|minimum|up to|at least|at most|less than|more than|below|above|under|over|between)\b|[<>]/iu

/** "10 % fewer everywhere", "minus 10%": of all sites, for it names none. */
export function fewerEverywhere({ before, text, mentions, numbers: [only, another] }: Change): readonly Site[] | undefined {
  if (mentions.length > 0 || !only?.percent || another || OTHER_NUMBERS.test(text) || ELSEWHERE.test(text)) return undefined
  const left = Math.round(shareIn(text, only) * 100)
  if (left >= 10_000) return undefined
  const sites = before.map(site => ({ ...site, devices: Math.ceil((site.devices * left) / 10_000) }))
  return sites.every(({ devices }) => devices > 0) ? sites : undefined
}
/** "10 % less in Rome"; "reduce it to 10 %" and "10 % less growth" may be of the growth, and "10 % off" of the price. */
const ELSEWHERE = /\b(?:in|at|for|of) (?:the )?\p{Lu}|\bto \d|\b(?:growth|headroom|reserve|buffer|off)\b/u

/** "20 more devices at each site", "both have 300": the same change to every site of a list of several. */
export function changedEverywhere({ before, text, numbers: [only, another] }: Change): readonly Site[] | undefined {
  const isOne = before.length === 1 && (before[0]?.count ?? 1) === 1
  if (isOne || !EVERYWHERE.test(text) || BOUNDED.test(text)) return undefined
  if (!only || another || only.percent || OTHER_NUMBERS.test(text)) return undefined
  // "Each site has 3 buildings", "... 2 sensors".
  if (countsPlaces(only) || /^sensors?$/u.test(only.noun) || (/\bboth\b/iu.test(text) && before.length !== 2)) return undefined
  const more = MORE.test(text) || /\badd\b/iu.test(text)
  const sign = more ? 1 : FEWER.test(text) ? -1 : 0
  // "So 2 for both" are licences.
  if (sign === 0 && only.value < 10 && !isDeviceNoun(only.noun)) return undefined
  const sites = before.map(site => ({ ...site, devices: sign === 0 ? only.value : site.devices + sign * only.value }))
  return sites.every(({ devices }) => devices > 0 && Number.isInteger(devices)) ? sites : undefined
}

const REPLACES =
  /\b(?:instead|really|actually|not|rather|should be|correct\w*|change[sd]? .*\bto|changes? to|replace|swap|make|becomes?|sorry|no|is|are|was)\b|\d ?(?:->|=>)/iu

/** "The 5200 is really 4900", "not 480 but 500", "900 -> 950": of the one site with so many devices. */
export function numberForNumber({ before, text, mentions }: Change): readonly Site[] | undefined {
  const numbers = mentions.length === 0 && REPLACES.test(text) ? [...text.matchAll(/\b\d[\d,.]*k?\b(?!\s?(?:%|percent|pct))/gi)] : []
  const [one = 0, other = 0] = numbers.map(([number]) => numberIn(number))
  if (numbers.length !== 2 || one === other) return undefined
  const inView = (devices: number) => before.filter(site => site.devices === devices).length === 1
  const [former, now] = isFormer(text, numbers[1]?.index ?? 0) ? [other, one] : [one, other]
  return inView(former) && !inView(now) ? before.map(site => (site.devices === former ? { ...site, devices: now } : site)) : undefined
}
