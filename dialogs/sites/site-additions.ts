import type { Site } from '../../rules/facts.ts'
import { isQuestion, MAX_PHRASE } from '../phrases.ts'
import { NUMBER_WORD } from '../understanding/number-words.ts'
import { isDeviceNoun, isOtherNoun, isPlaceNoun, isSortWord, PLACE } from '../understanding/sites/site-words.ts'
import { isFresh } from './like-another.ts'
import { OTHER_NUMBERS } from './numbers-told.ts'
import { type Change, figuresIn, isIn } from './site-changes.ts'
import { placesIn } from './site-places.ts'

// Sites that come to the list in view: "there's another one with 90", "the third site has 90" after two.

const opens = '^\\W*(?:(?:and|also|then|oh|ok|so|but|well|yes|wait|sorry|actually|hm+)\\W{1,3}){0,3}'
const adds = new RegExp(
  `${opens}(?:plus|add|another|one more|additionally|as well|don['’]?t forget)|^\\W*(?:(?:and|also|then|oh|ok)\\W+)*(?:also|and (?:also|another|one|a|\\p{Lu}))`,
  'u',
)
/** "And 3 sites of 1,200", "and 20k in Liege". */
const addsNumber = new RegExp(`^\\W*(?:and|plus|also|add|then)\\s+(?:also |another |~ ?)?(?:\\d|(?:${NUMBER_WORD}|a dozen)\\b)`, 'iu')

const verb = '(?:have|has|had|get|got|open|add|run|own|need|build)(?: got)?'
const has = `(?:there(?: ?['’]?s| is| are| was| were| would be)|(?:we|i|they|you)(?:['’]ve|['’]ll)?(?: still| will| would| do)? ${verb}|the customer has)`
const alsoHas = new RegExp(
  `${opens}(?:there(?: ?['’]?s| is| are) also|(?:we|i|they|you|the customer)(?: also ${verb}| ${verb} also|['’]ve also got)) (?<what>[^\\d]{1,60})`,
  'iu',
)
const further =
  '(?:another|one more|(?:an?|one) (?:(?:further|additional|extra|new|other|smaller|bigger|larger|small|big|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\\b|\\d{1,2}(?:nd|rd|th)\\b))'
const tells = new RegExp(
  `${opens}(?:what if )?(?:${has} (?:also |still |even )?${further}\\b|(?:what|how) about ${further}\\b|(?:(?:i|we)(?: have|['’]ve)? )?(?:forgot|missed|left out)\\b|(?:the|our) other (?:one|${PLACE}) (?:has|is|with)\\b)`,
  'iu',
)
/** "We also have Porto with 90". */
const isAlso = (text: string) => /^(?:one|an?|the)\b|^\p{Lu}/u.test(alsoHas.exec(text)?.groups?.what ?? '')

/** Whether the sites of a message come to those in view. */
export function isAdded(before: readonly Site[], said: readonly Site[], text: string): boolean {
  if (adds.test(text) || (addsNumber.test(text) && !isQuestion(text)) || isRest(said, text) || isMorePlaces(text)) return true
  const [only, another] = said
  if (!only || another || text.length > MAX_PHRASE || isIn(before, only.name)) return false
  const isOtherOne = !/\bthe other\b|\bour other\b/iu.test(text) || before.length === 1
  return (tells.test(text) && isOtherOne) || isAlso(text) || isNextPlace(before, text)
}

/** "The other 9 have 80 each". */
const isRest = (said: readonly Site[], text: string) =>
  /^\W*(?:and |then )?(?:the |those )?(?:others?|rest|remaining)\b/iu.test(text) && said.every(({ count = 1, name }) => count > 1 && !name)

/** "One more" is another one. */
const many = `\\d{1,4}|(?!one\\b)(?:${NUMBER_WORD})|a dozen`
const morePlaces = new RegExp(
  `${opens}(?:${has} (?:also )?)?(?:${many}) (?:more|additional|further|extra|other|new) (?<nouns>\\p{L}+(?: \\p{L}+)?)`,
  'iu',
)

/** "2 more with 80" */
const moreWith = new RegExp(
  `${opens}(?:${has} (?:also )?)?(?:${many}) (?:more|additional|further|extra|others?) (?:with|w|of|at|having|@) (?:about |around |~ ?)?\\d`,
  'iu',
)

/** "2 more sites with 90 each". */
export const isMorePlaces = (text: string) =>
  text.length <= MAX_PHRASE &&
  (moreWith.test(text) || (morePlaces.exec(text)?.groups?.nouns ?? '').toLowerCase().split(' ').some(isPlaceNoun))

/** "The second site has 90", of a list of one. */
const isNextPlace = (before: readonly Site[], text: string) => placesIn(before, text).some(({ isNext }) => isNext)

const AND_NAMED = new RegExp(
  `${opens}(?:(?:and|plus|also|add|don['’]?t forget)\\s+|\\+\\s?)(?:(?:the|our|a|one in|in|at)\\s+)?(?<name>\\p{L}[\\p{L}\\p{M}'’.-]{1,30}(?: \\p{L}[\\p{L}\\p{M}'’.-]{1,30})?),? (?:w\\/ ?|with |has |at )?(?:about |~ ?)?\\d[\\d.,]{0,9}k?(?: devices?)?(?: (?:too|please|pls|as well))*\\W*$`,
  'iu',
)

/** "Oh and bonn 1.2k", "+ bonn 95", beside sites with names. */
export function alsoNamed({ before, text, mentions, numbers: [only, another] }: Change): readonly Site[] | undefined {
  const { name } = AND_NAMED.exec(text)?.groups ?? {}
  if (!name || !only || another || only.percent || mentions.length > 0 || OTHER_NUMBERS.test(text)) return undefined
  const isOther = (word: string) => isDeviceNoun(word) || isOtherNoun(word) || isSortWord(word) || NO_NAME.test(word)
  const areNamed = before.some(site => site.name ?? (site.count ?? 1) > 1)
  if (!areNamed || name.toLowerCase().split(' ').some(isOther) || !(isFresh(before, name) || isPlaceNoun(name.toLowerCase())))
    return undefined
  return [...before, { devices: only.value, name }]
}
const NO_NAME =
  /^(?:about|around|growth|reserve|headroom|buffer|another|more|extra|further|additional|additionally|one|a|up|total|to|by|with|then|also|only|each|every|number|maybe|roughly|now|for|of|sites?|plants?|is|are|has|we|they|it|that|minus|site|remind|us|me|budget|price|x|times)$/u

/** "The second has 90 and the third 60": each place with its number, the further ones behind the last. */
export function atPlaces({ before, text }: Change): readonly Site[] | undefined {
  if (OTHER_NUMBERS.test(text)) return undefined
  const places = placesIn(before, text)
  const figures = figuresIn(text, places)
  const further = places.filter(({ at }) => at >= before.length)
  const isInTurn = places.every(({ from }, index) => {
    const figure = figures[index]
    return figure && !figure.percent && figure.from > from && figure.from < (places[index + 1]?.from ?? text.length)
  })
  const isOneEach = isInTurn && figures.length === places.length && places.every(({ sites }) => sites.length < 2)
  const areNext = further.length > 0 && further.every(({ at }, index) => at === before.length + index)
  if (places.length < 2 || !isOneEach || !areNext) return undefined
  const devicesAt = (place: number) => figures[places.findIndex(({ at }) => at === place)]?.value
  return [
    ...before.map((site, at) => ({ ...site, devices: devicesAt(at) ?? site.devices })),
    ...further.map(({ at }) => ({ devices: devicesAt(at) ?? 0 })),
  ]
}

/** What a further site is called, where "second site" and "one more" are no names. */
export const withoutPlaces = (before: readonly Site[], said: readonly Site[]): readonly Site[] =>
  said.map(({ name, ...site }) => (name === undefined || isPlace(before, name) ? site : { ...site, name }))

const isPlace = (before: readonly Site[], name: string) =>
  /^(?:one more|another(?: one)?|(?:the |our )?other one|a? ?further one|number|and)$/iu.test(name) ||
  placesIn(before, `the ${name}`).some(({ from, to }) => from <= 4 && to >= name.length + 4)
