import { sizeWords } from '../../cards/words/en/size-license.ts'
import type { Scene } from '../scene.ts'
import { orderOf } from '../size-license.ts'
import { NUMBER_WORD } from '../understanding/number-words.ts'
import { MODIFIER } from '../understanding/sites/device-kinds.ts'
import { isDeviceNoun, isSortWord } from '../understanding/sites/site-words.ts'
import { type Change, changeIn, sitesInView } from './site-changes.ts'
import { numberIn } from './site-places.ts'

// How many of the devices in view are of one sort: all of them count alike, so that the list stays as it is.

const figure = String.raw`\d[\d.,]{0,9}k?(?: ?(?:%|percent|per cent))?`
const part = `(?:about |around |roughly |~ ?|some )?(?:${figure}|${NUMBER_WORD}|(?:a |one )?(?:half|third|quarter)|most|many|some|all|none|the (?:rest|others?|majority))`
const whole = String.raw`(?:them|(?:the|these|those|its|their|our|that)\b(?! (?:sites|plants|stores))[^,.;:]{0,30})`
const lead = String.raw`^\W*(?:(?:and|but|oh|ok|btw|by the way|fyi|also|well|so|note|actually)\W+){0,3}`
const PARTS = new RegExp(
  `${lead}(?:of ${whole}[ ,]{1,2}(?:only |just )?(?<some>${part}) (?:are|is)|(?<of>${part}) of ${whole} (?:are|is|being)) (?:just |only |really |actually |of )?(?<sort>\\p{L}[\\p{L} ,&/-]{1,60}?)(?: (?:devices?|assets?|endpoints?|stuff|gear|equipment))?(?: and (?:the (?:rest|others?)|${figure})(?: (?:are|is))? (?<other>\\p{L}{2,12}))?\\W*$`,
  'iu',
)

/** "IT", "cameras and printers" */
function areDevices(words: string): boolean {
  const nouns = words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(word => word !== '' && word !== 'and' && word !== 'or')
  const isOfDevices = (word: string) => isSortWord(word) || (isDeviceNoun(word) && !/^(?:sensors?|devices?)$/u.test(word))
  return nouns.some(isOfDevices) && nouns.every(word => isOfDevices(word) || MODIFIER.test(word))
}

/** A part is no more than the largest site has. */
function isWithin({ before, numbers }: Change, text: string): boolean {
  const counts = numbers.filter(({ percent }) => !percent).map(({ value }) => value)
  const most = Math.max(...before.map(({ devices }) => devices))
  const [, named] = /\bof the (\d[\d.,]{0,9}k?)\b/iu.exec(text) ?? []
  return counts.every(value => value <= most) && (!named || before.some(({ devices }) => devices === numberIn(named)))
}

/** "Of the 900, 200 are IT", "half of them are cameras": that it changes nothing, with the list; undefined for everything else. */
export function sortsIn(scene: Scene, text: string): string | undefined {
  const before = sitesInView(scene.stood)
  const change = before && !scene.stood.open && !text.includes('?') ? changeIn(before, text) : undefined
  const { some, of, sort, other } = (change && PARTS.exec(change.text)?.groups) || {}
  if (!change || !(some ?? of) || !sort || !areDevices(sort) || (other && !areDevices(other)) || !isWithin(change, text)) return undefined
  const order = orderOf(scene, scene.stood.unused)
  return order && `${sizeWords.sortsAlike}\n${order.replace(/\n{2,}/g, '\n')}`
}
