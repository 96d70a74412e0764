import type { Site } from '../../../rules/facts.ts'
import { between, type Token, word } from '../tokens.ts'
import type { Figure } from './figures.ts'
import type { Found } from './found.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { isPart, isPlacesNoun } from './site-words.ts'

// Sites of which nobody said how many devices they have, or how many they are.

const TOTALS = /^(?:total|altogether|overall|combined|totally|totalling|totaling)$/u
/** Before or behind the number that it is said of. */
const ALL_TOLD = 'in all|all in all|all up|all told|all in|in sum'
const TOLD_BEFORE = new RegExp(`(?:^| )(?:${ALL_TOLD}|(?:all |in )?sum(?: (?:is|of|:|=))?)(?: (?:about|around|some|:|,))*$`, 'u')
const TOLD_BEHIND = new RegExp(`^(?:${ALL_TOLD})`, 'u')

/** "1,000 devices in total", "all in all 44"; not the 200 of "5 sites in total, 3 have 200". */
export function isTotal(tokens: readonly Token[], figure: Figure): boolean {
  const behind = tokens.slice(figure.at + 1, figure.to + 4)
  const end = behind.findIndex(token => token.kind === 'break' || /^[.;?!]$/u.test(token.text))
  const before = tokens.slice(Math.max(0, figure.at - 4), figure.at)
  const near = [...before.slice(before.findLastIndex(({ kind }) => kind === 'number') + 1), ...(end < 0 ? behind : behind.slice(0, end))]
  return (
    near.some(token => TOTALS.test(token.text)) ||
    TOLD_BEHIND.test(between(tokens, figure.to, figure.to + 3)) ||
    TOLD_BEFORE.test(between(tokens, Math.max(0, figure.at - 4), figure.at))
  )
}

/** "3 Spanish at 600", "2 big ones, 10 small (80)", "four 300": so many sites or not, where no word says it. */
export function numbersUnsaid({ tokens }: Phrase, unsaid: readonly Figure[], drafts: readonly Draft[]): { draft: Draft; found: Found }[] {
  return drafts.flatMap(draft => {
    const { at } = draft.figure
    const number = draft.count === undefined ? unsaid.find(figure => figure.at < at && at - figure.to <= MOST_BETWEEN) : undefined
    const isBefore = number && !/[,;.:?!\n]/u.test(between(tokens, number.to, at))
    return isBefore ? [{ draft, found: { from: number.at, to: draft.figure.to, why: UNSAID } }] : []
  })
}

/** In tokens. */
const MOST_BETWEEN = 4
const UNSAID = 'so many sites, with as many devices each?'

/** "10 sites, 1,000 devices in total", "1,000 devices across 10 sites": sites are never pooled, and nobody said what each of them has. */
export function pooledIn(phrase: Phrase, [only, ...others]: readonly Draft[]): Found | undefined {
  const { tokens, evenly, same } = phrase
  const places = countedPlaces(phrase)
  if (!only || !places || others.length > 0 || only.each || only.count !== undefined || evenly || same) return undefined
  const { figure } = only
  const isSpread =
    places.at > figure.at &&
    /^(?:\w+ ){0,2}(?:across|over|among|amongst|between|throughout|on|at|in)(?: (?:all|our|the|their|his|these))*$/u.test(
      between(tokens, figure.to, places.at),
    )
  const isBare =
    places.at < figure.at && /^(?:,|with|and|:|;)?(?: ?\n)?(?: ?devices? ?[:=]?)?$/u.test(between(tokens, places.to, figure.at))
  if (!isTotal(tokens, figure) && !isSpread && !isBare) return undefined
  return { from: figure.at, to: figure.at + 1, why: `no number for each of the ${places.value} sites` }
}

/** "A few sites with 100 devices each": nobody said how many. */
export function uncounted({ tokens, figures }: Phrase, [only, ...others]: readonly Draft[]): Found | undefined {
  if (!only || others.length > 0 || only.count !== undefined || figures.some(({ role }) => role === 'places')) return undefined
  const at = tokens.findIndex(({ text }) => /^(?:few|several|many|some|multiple|couple)$/u.test(text))
  const noun = word(tokens, at + 1) === 'of' ? at + 2 : at + 1
  const isPlaces = at >= 0 && noun < only.figure.at && isPlacesNoun(word(tokens, noun))
  const links =
    isPlaces &&
    /^(?:,|with|w|of|at|having|that have|each|all|around|about|roughly|~)(?: (?:about|around|with|have|has))*$/u.test(
      between(tokens, noun + 1, only.figure.at),
    )
  return links ? { from: at, to: noun + 1, why: 'no number of sites' } : undefined
}

/** "3 sites, Lyon has 400": the others, of which nothing is told. */
export function restOf(phrase: Phrase, sites: readonly Site[]): Found | undefined {
  const places = phrase.figures.find(({ whole }) => whole) ?? countedPlaces(phrase) ?? andOne(phrase) ?? wholeBefore(phrase)
  const told = sites.reduce((sum, { count = 1 }) => sum + count, 0)
  if (!places || phrase.same || phrase.evenly || told === 0 || told >= places.value) return undefined
  const part = places.whole ? phrase.figures[phrase.figures.indexOf(places) + 1] : undefined
  return { from: places.at, to: part?.to ?? places.to, why: noCountFor(places.value - told) }
}

/** "2 sites in Ghent with 300 and one in Bruges with 900": three sites. */
function andOne({ tokens, figures }: Phrase): Figure | undefined {
  const [places, one, ...others] = figures.filter(({ role }) => role === 'places')
  const isAnother = one?.value === 1 && /^(?:and|plus|,|&)$/u.test(word(tokens, one.at - 1))
  const isSo = places && isAnother && places.value > 1 && others.length === 0
  return isSo ? { ...places, value: places.value + 1 } : undefined
}

/** "10 sites: 4 with 100, 5 with 250": told before its parts. */
function wholeBefore({ tokens, figures }: Phrase): Figure | undefined {
  const [whole, ...parts] = figures.filter(({ role }) => role === 'places')
  const isBefore = whole && figures[0] === whole && figures[1] === parts[0] && /^(?:[:,;(-]|of)$/u.test(word(tokens, whole.to))
  return isBefore &&
    parts.length > 1 &&
    parts.every(({ to }) => /^\d/u.test(tokens[to]?.raw ?? '') || /^(?:with|w|have|has|of|at|x)$/u.test(word(tokens, to)))
    ? whole
    : undefined
}

/** Why so many sites are not in the list. */
const noCountFor = (sites: number) => `no device count for ${sites} of them`

/** What is left to tell once so many more sites are in the list; undefined where it is nothing. */
export function stillUntold(why: string, added: number): string | undefined {
  const sites = Number(/^no device count for (\d+) of them$/u.exec(why)?.[1] ?? Number.NaN) - added
  return Number.isNaN(sites) ? why : sites > 0 ? noCountFor(sites) : undefined
}

/** How many sites are told of, for the answer to how many devices each has. */
export const placesIn = (phrase: Pick<Phrase, 'tokens' | 'figures'>): { readonly places?: number } => {
  const places = countedPlaces(phrase)?.value
  return places === undefined ? {} : { places }
}

/** The one number of sites that is told; undefined where there are several, or they may be parts of one. */
export function countedPlaces({ tokens, figures }: Pick<Phrase, 'tokens' | 'figures'>): Figure | undefined {
  const [places, ...others] = figures.filter(({ role, value }) => role === 'places' && value > 1)
  const isOne = figures.some(({ role, value }) => role === 'places' && value === 1)
  if (!places || others.length > 0 || isOne || tokens.slice(places.at, places.to).some(({ text }) => isPart(text))) return undefined
  return places
}
