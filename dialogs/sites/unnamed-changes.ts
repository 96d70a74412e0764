import type { Site } from '../../rules/facts.ts'
import { isDeviceNoun, isPlaceNoun, PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { FEWER, MORE, OTHER_NUMBERS } from './numbers-told.ts'
import { figuresIn, MAX_CHANGE, shareIn } from './site-changes.ts'

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
export function moreThere(before: readonly Site[], text: string): readonly Site[] | undefined {
  const [site, another] = before
  if (!site || another || (site.count ?? 1) > 1 || text.length > MAX_CHANGE || ANOTHER.test(text)) return undefined
  if (!(ADDS.test(text) && THERE.test(text.replace(EXISTS, ''))) && !isMoreOfIt(text)) return undefined
  const [only, more] = figuresIn(text)
  const noun = only && /^\s*(?:more |extra |additional )?(\p{L}+)/u.exec(text.slice(only.to))?.[1]?.toLowerCase()
  if (!only || more || only.percent || (noun && isPlaceNoun(noun)) || OTHER_NUMBERS.test(text)) return undefined
  return [{ ...site, devices: site.devices + only.value }]
}

const EVERYWHERE = new RegExp(
  `\\b(?:each|every|all|both)(?: of)?(?: the| these| those| our| my)?(?: \\w+)? (?:${PLACE}|${PLACES}|them|ones?)\\b|^\\W*(?:(?:and|so|ok|but|if|what if)\\W+){0,2}(?:each|every one|all|they all)(?: of (?:them|these|those))? (?:will |would |may |might |also )?(?:grows?|gets?|gains?|adds?|increases?|expands?|rises?|loses?|shrinks?|has|have)\\b|\\b(?:everywhere|both)\\b|^[^\\p{L}\\d]*(?:(?:no|sorry|actually|make (?:it|that|them))[^\\p{L}\\d]+)*\\d[\\d.,]*k? (?:devices? )?(?:each|apiece|per (?:${PLACE}))\\W*$|^[^\\p{L}\\d]*(?:and |also )?(?:(?:plus|add) |\\+ ?)\\d.*\\b(?:per|(?:at|in|on|to) (?:each|every))(?: (?:${PLACE}|farm|station|one))?\\W*$|\\b(?:add|plus) \\d[\\d.,]*k?(?: \\p{L}+){0,2} (?:each|apiece|everywhere)\\W*$|^[^\\p{L}\\d]*(?:(?:and|also|plus|so|no|sorry|actually|with|they (?:all )?have)[^\\p{L}\\d]+){0,2}(?:\\d[\\d.,]*k? (?:more |extra |additional |fewer |less )(?:\\p{L}+ )?(?:for |in |at |on )?each|each (?:has |have |with )?\\d[\\d.,]*k? (?:more|extra|additional|fewer|less)(?: devices?)?)\\W*$`,
  'iu',
)

const BOUNDED = /\b(?:max|maximum|min|minimum|up to|at least|at most|less than|more than|below|above|under|over|between)\b|[<>]/iu

/** "10 % fewer everywhere", "minus 10%": of all sites, for it names none. */
export function fewerEverywhere(before: readonly Site[], text: string): readonly Site[] | undefined {
  if (before.length === 0 || text.length > MAX_CHANGE || text.includes('\n') || !/%|per ?cent|pct/iu.test(text)) return undefined
  const [only, another] = figuresIn(text)
  if (!only?.percent || another || OTHER_NUMBERS.test(text) || ELSEWHERE.test(text)) return undefined
  const left = Math.round(shareIn(text, only) * 100)
  if (left >= 10_000) return undefined
  const sites = before.map(site => ({ ...site, devices: Math.ceil((site.devices * left) / 10_000) }))
  return sites.every(({ devices }) => devices > 0) ? sites : undefined
}
/** "10 % less in Rome"; "reduce it to 10 %" and "10 % less growth" may be of the growth, and "10 % off" of the price. */
const ELSEWHERE = /\b(?:in|at|for|of) (?:the )?\p{Lu}|\bto \d|\b(?:growth|headroom|reserve|buffer|off)\b/u

/** "20 more devices at each site", "both have 300": the same change to every site of a list of several. */
export function changedEverywhere(before: readonly Site[], text: string): readonly Site[] | undefined {
  const isOne = before.length === 1 && (before[0]?.count ?? 1) === 1
  if (
    before.length === 0 ||
    isOne ||
    text.length > MAX_CHANGE ||
    text.trim().includes('\n') ||
    !EVERYWHERE.test(text) ||
    BOUNDED.test(text)
  )
    return undefined
  const [only, ...others] = figuresIn(text)
  if (!only || others.length > 0 || only.percent || OTHER_NUMBERS.test(text)) return undefined
  // "Each site has 3 buildings", "... 2 sensors".
  const noun = /^\s*(\p{L}+)/u.exec(text.trim().slice(only.to))?.[1]?.toLowerCase() ?? ''
  if (isPlaceNoun(noun) || /^sensors?$/u.test(noun) || (/\bboth\b/iu.test(text) && before.length !== 2)) return undefined
  const more = MORE.test(text) || /\badd\b/iu.test(text)
  const sign = more ? 1 : FEWER.test(text) ? -1 : 0
  // "So 2 for both" are licences.
  if (sign === 0 && only.value < 10 && !isDeviceNoun(noun)) return undefined
  const sites = before.map(site => ({ ...site, devices: sign === 0 ? only.value : site.devices + sign * only.value }))
  return sites.every(({ devices }) => devices > 0 && Number.isInteger(devices)) ? sites : undefined
}
