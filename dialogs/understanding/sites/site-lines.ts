import type { Site } from '../../../rules/facts.ts'
import { between, type Token, word } from '../tokens.ts'
import type { Figure } from './figures.ts'
import type { Found } from './found.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { nameBefore } from './site-phrases.ts'
import { isBuilding, isPlural, isRoom } from './site-words.ts'

// Lines, halls and rooms, of which a site has several.

const ONE = 'site|plant|factory|campus|location|facility|building'
const IN_ONE = new RegExp(`\\b(?:in|at|on|within|all|is|are|it's|just|only|still|really) (?:one|the same|a single|1) (?:${ONE})\\b`, 'u')
/** Those on a campus may be sites each. */
const AT_ONE = new RegExp(IN_ONE.source.replace('|campus', ''), 'u')

/** "One plant", "1 campus". */
const isOne = (tokens: readonly Token[], { role, value, to }: Figure) =>
  role === 'places' && value === 1 && ONE.split('|').includes(word(tokens, to - 1))

/** "One campus, 4 buildings: 300, 200, 150, 90", "one site: 400 in hall A, 300 in hall B": what the parts of one site have. */
export function isOneOfParts(tokens: readonly Token[], figures: readonly Figure[]): boolean {
  return figures.some((figure, at) => {
    if (!isOne(tokens, figure)) return false
    const parts = figures[at + 1]
    const noun = word(tokens, (parts?.to ?? 0) - 1)
    const isHeading =
      word(tokens, figure.to) === ':' &&
      figures.filter(({ role }) => role === 'places').length === 1 &&
      !tokens.slice(figure.to).some(({ text }) => /^(?:another|other|second|one|sites|plants)$/u.test(text))
    return isHeading || (parts?.role === 'places' && parts.value > 1 && (isRoom(noun) || /^(?:buildings|bldgs)$/u.test(noun)))
  })
}

/** Whether several of such a kind are what a count stands in. */
const are = (isOf: (noun: string) => boolean, { tokens }: Phrase, { count = 1, places }: Draft) =>
  places !== undefined && count > 1 && tokens.slice(places.at, places.to).some(({ text }) => isPlural(text) && isOf(text))

/** What counts places before those of a draft. */
const before = ({ figures }: Phrase, { places }: Draft) => {
  const figure = places && figures[figures.indexOf(places) - 1]
  return figure?.role === 'places' ? figure : undefined
}

/** "2 buildings with 400 devices each at one site", "one site, 2 buildings with 400 each": buildings else are sites. */
function areOfOneSite(phrase: Phrase, draft: Draft): boolean {
  const { tokens } = phrase
  const one = before(phrase, draft)
  const isBehindOne = one && isOne(tokens, one) && !/\b(?:and|plus|\+|&)/u.test(between(tokens, one.to, draft.places?.at ?? 0))
  return are(isBuilding, phrase, draft) && (isBehindOne || AT_ONE.test(between(tokens, 0, tokens.length)))
}

const ON_CAMPUS = new RegExp(`\\b(?:${ONE}) (?:with|of|has|having|comprising|containing)$`, 'u')

/** "A campus with 3 buildings of 400 devices": one site, most likely. */
const areOnCampus = (phrase: Phrase, draft: Draft) => {
  const at = draft.places?.at ?? 0
  return are(isBuilding, phrase, draft) && ON_CAMPUS.test(between(phrase.tokens, Math.max(0, at - 2), at))
}

/** "Each of the 6 sites has 2 buildings with 150 devices", "Lyon has 2 buildings with 150 devices each" */
function areOfEach(phrase: Phrase, draft: Draft): boolean {
  if (!draft.places || !are(isBuilding, phrase, draft)) return false
  const several = before(phrase, draft)
  return (
    nameBefore(phrase.tokens, draft.places) !== undefined ||
    (several !== undefined &&
      several.value > 1 &&
      /\b(?:each|every|has|have|with)\b/u.test(between(phrase.tokens, several.to, draft.places.at)))
  )
}

/** "4 lines with 60 devices each in one plant", "1 plant, 4 lines, 60 devices each". */
const isInOne = ({ tokens, figures }: Phrase) =>
  IN_ONE.test(between(tokens, 0, tokens.length)) || figures.some(figure => isOne(tokens, figure))

/** "Riga with 5 lines of 30", "4 lines with 60 devices each in one plant": the lines of one site are no sites. */
export function wholeOf(phrase: Phrase, draft: Draft): Site | undefined {
  const { devices, count = 1, places } = draft
  if (places && areOfOneSite(phrase, draft)) return { devices: devices * count }
  if (!places || !are(isRoom, phrase, draft)) return undefined
  const name = nameBefore(phrase.tokens, places)
  return name !== undefined || isInOne(phrase) ? { devices: devices * count, ...(name ? { name } : {}) } : undefined
}

/** "4 production lines with 80 PLCs each": of one site or of several, which nobody said. */
export function linesOfNoSite(phrase: Phrase, drafts: readonly Draft[]): readonly { readonly draft: Draft; readonly found: Found }[] {
  return drafts.flatMap(draft => {
    const { places, figure } = draft
    if (!places || !(are(isRoom, phrase, draft) || areOnCampus(phrase, draft) || areOfEach(phrase, draft)) || wholeOf(phrase, draft))
      return []
    const [from, to] = [Math.min(places.at, figure.at), Math.max(places.to, figure.to)]
    return [{ draft, found: { from, to, why: 'all of one site, or each a site of its own?' } }]
  })
}
