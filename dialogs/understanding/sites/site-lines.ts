import type { Site } from '../../../rules/facts.ts'
import { between, type Token } from '../tokens.ts'
import type { Figure } from './figures.ts'
import type { Found } from './found.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { nameBefore } from './site-phrases.ts'

// Lines, halls and rooms, of which a site has several.

const LINES = /^(?:lines?|halls?|rooms?|wings?|bays?|floors?|sections?)$/u
const IN_ONE =
  /\b(?:in|at|on|within|all|is|are|it's|just|only|still|really) (?:one|the same|a single|1) (?:site|plant|factory|campus|location|facility|building)\b/u
/** Those on a campus may be sites each. */
const AT_ONE = new RegExp(IN_ONE.source.replace('|campus', ''), 'u')
const ONE = /^(?:site|plant|factory|campus|location|facility|building)$/u

const BUILDINGS = /^(?:buildings|bldgs|blocks|sheds|hangars)$/u
const PARTS = /^(?:lines|halls|rooms|wings|bays|floors|sections|buildings|bldgs)$/u

/** "One campus, 4 buildings: 300, 200, 150, 90", "one site: 400 in hall A, 300 in hall B": what the parts of one site have. */
export function isOneOfParts(tokens: readonly Token[], figures: readonly Figure[]): boolean {
  const isOne = ({ role, value, to }: Figure) => role === 'places' && value === 1 && ONE.test(tokens[to - 1]?.text ?? '')
  return figures.some((figure, at) => {
    const parts = figures[at + 1]
    const isHeading =
      tokens[figure.to]?.text === ':' &&
      !tokens.slice(figure.to).some(({ text }) => /^(?:another|other|second|one|sites|plants)$/u.test(text))
    if (isOne(figure) && isHeading && figures.filter(({ role }) => role === 'places').length === 1) return true
    return isOne(figure) && parts?.role === 'places' && parts.value > 1 && PARTS.test(tokens[parts.to - 1]?.text ?? '')
  })
}

const are = (nouns: RegExp, { tokens }: Phrase, { count = 1, places }: Draft) =>
  places !== undefined && count > 1 && tokens.slice(places.at, places.to).some(({ text }) => nouns.test(text))

const areLines = (phrase: Phrase, draft: Draft) => are(LINES, phrase, draft)

const WITH = /^(?:with|of|has|having|comprising|containing|consisting of|made up of)$/u

/** "2 buildings with 400 devices each at one site", "one site, 2 buildings with 400 each": buildings else are sites. */
function areOfOneSite(phrase: Phrase, draft: Draft): boolean {
  const { tokens, figures } = phrase
  const { places } = draft
  const before = places && figures[figures.indexOf(places) - 1]
  const isBehindOne =
    before?.role === 'places' &&
    before.value === 1 &&
    ONE.test(tokens[before.to - 1]?.text ?? '') &&
    !/\b(?:and|plus|\+|&)/u.test(between(tokens, before.to, places?.at ?? 0))
  return are(BUILDINGS, phrase, draft) && (isBehindOne || AT_ONE.test(between(tokens, 0, tokens.length)))
}

/** "A campus with 3 buildings of 400 devices": one site, most likely. */
const areOnCampus = (phrase: Phrase, draft: Draft) =>
  are(BUILDINGS, phrase, draft) &&
  WITH.test(phrase.tokens[(draft.places?.at ?? 0) - 1]?.text ?? '') &&
  ONE.test(phrase.tokens[(draft.places?.at ?? 0) - 2]?.text ?? '')

/** "Each of the 6 sites has 2 buildings with 150 devices", "Lyon has 2 buildings with 150 devices each" */
function areOfEach(phrase: Phrase, draft: Draft): boolean {
  const { tokens, figures } = phrase
  const before = draft.places && figures[figures.indexOf(draft.places) - 1]
  const isNamed = draft.places && nameBefore(tokens, draft.places) !== undefined
  if (isNamed) return are(BUILDINGS, phrase, draft)
  const isOfSeveral = before?.role === 'places' && before.value > 1
  return (
    isOfSeveral &&
    are(BUILDINGS, phrase, draft) &&
    /\b(?:each|every|has|have|with)\b/u.test(between(tokens, before.to, draft.places?.at ?? 0))
  )
}

/** "4 lines with 60 devices each in one plant", "1 plant, 4 lines, 60 devices each". */
const isInOne = ({ tokens, figures }: Phrase) =>
  IN_ONE.test(between(tokens, 0, tokens.length)) ||
  figures.some(({ role, value, to }) => role === 'places' && value === 1 && ONE.test(tokens[to - 1]?.text ?? ''))

/** "Riga with 5 lines of 30", "4 lines with 60 devices each in one plant": the lines of one site are no sites. */
export function wholeOf(phrase: Phrase, draft: Draft): Site | undefined {
  const { devices, count = 1, places } = draft
  if (places && areOfOneSite(phrase, draft)) return { devices: devices * count }
  if (!places || !areLines(phrase, draft)) return undefined
  const name = nameBefore(phrase.tokens, places)
  return name !== undefined || isInOne(phrase) ? { devices: devices * count, ...(name ? { name } : {}) } : undefined
}

/** "4 production lines with 80 PLCs each": of one site or of several, which nobody said. */
export function linesOfNoSite(phrase: Phrase, drafts: readonly Draft[]): readonly { readonly draft: Draft; readonly found: Found }[] {
  return drafts.flatMap(draft => {
    const { places, figure } = draft
    if (!places || !(areLines(phrase, draft) || areOnCampus(phrase, draft) || areOfEach(phrase, draft)) || wholeOf(phrase, draft)) return []
    const [from, to] = [Math.min(places.at, figure.at), Math.max(places.to, figure.to)]
    return [{ draft, found: { from, to, why: 'all of one site, or each a site of its own?' } }]
  })
}
