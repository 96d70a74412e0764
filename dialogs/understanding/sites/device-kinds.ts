import type { Token } from '../tokens.ts'
import { isDeviceNoun, isPlural, singular } from './site-words.ts'

// Kinds of devices where a list has its labels: "PLCs: 300, HMIs: 20". They stand at one site and count together.

const GENERIC = /^(?:device|asset|endpoint|thing|box|dev|one|element|object|component|entry|record|row|equipment)$/u
/** What stands before such a noun and is no name. */
export const MODIFIER =
  /^(?:ot|it|iot|iiot|ip|network|networked|edge|barcode|access|industrial|managed|unmanaged|field|safety|vision|security|mobile|wireless|wired|control|level|temperature|pressure|flow|medical|building|fire|smart|windows|legacy|cctv|plc|scada|welding|packaging|label|office|process|power|core|other|misc)$/u

/** "PLCs", "HMI", "robots": a noun of devices that says which; a name in the singular ("Gateway") is none. */
export const isKindNoun = (raw: string) => {
  const noun = raw.toLowerCase()
  if (/^(?:OT|IT|IoT)$/u.test(raw)) return true
  return isDeviceNoun(noun) && !GENERIC.test(singular(noun)) && (isPlural(noun) || /^\p{Lu}{2,5}s?$/u.test(raw))
}

const SORT = /^(?:ot|it|iot|iiot|eiot|ics)$/u
/** So many labels may stand one behind the other without a mark: "OT 300 IT 150". */
const MOST_SORTS = 4

/**
 * Where a label begins that says a count to be of OT or of IT: "OT 300", "IT: 150", "OT devices: 300". Undefined where there is none, or it is
 * that of the count before: "400 OT 100 IT".
 */
export function sortBefore(tokens: readonly Token[], at: number, most = MOST_SORTS): number | undefined {
  const word = (place: number) => tokens[place]?.text ?? ''
  const label = /^[:=]$/u.test(word(at - 1)) ? at - 2 : at - 1
  const sort = GENERIC.test(singular(word(label))) ? label - 1 : label
  if (!SORT.test(word(sort)) || !/^\p{Lu}/u.test(tokens[sort]?.raw ?? '')) return undefined
  if (tokens[sort - 1]?.kind !== 'number') return sort
  return most > 1 && sortBefore(tokens, sort - 1, most - 1) !== undefined ? sort : undefined
}

/** Where the label of a count names a kind of devices: "PLCs: 300", "IP cameras 40", "robots (300)". */
export function kindBefore(
  tokens: readonly Token[],
  at: number,
): { readonly name: string; readonly from: number; readonly to: number } | undefined {
  const mark = tokens[at - 1]?.text ?? ''
  const label = /^[:=(]$/u.test(mark) ? at - 2 : at - 1
  const noun = tokens[label]
  if (noun?.kind !== 'word' || !isKindNoun(noun.raw)) return undefined
  let from = label
  while (from > label - 2 && MODIFIER.test(tokens[from - 1]?.text ?? '')) from -= 1
  // "400 PLCs, 20 ...": the noun of the count before.
  if (tokens[from - 1]?.kind === 'number') return undefined
  const name = tokens.slice(from, label + 1).map(({ text }) => text)
  return { name: name.join(' '), from, to: mark === '(' && tokens[at + 1]?.text === ')' ? at + 2 : at + 1 }
}
