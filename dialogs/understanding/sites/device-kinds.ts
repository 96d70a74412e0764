import { between, type Token, word } from '../tokens.ts'
import { isAnyDevice, isDeviceNoun, isPlural, isSortWord } from './site-words.ts'

// Of which devices a count is, behind it or as its label: "300 OT", "PLCs: 300, HMIs: 20". They stand at one site and count together.

/** What stands before such a noun and is no name. */
export const MODIFIER =
  /^(?:ot|it|iot|iiot|ip|network|networked|edge|barcode|access|industrial|managed|unmanaged|field|safety|vision|security|mobile|wireless|wired|control|level|temperature|pressure|flow|medical|building|fire|smart|windows|legacy|cctv|plc|scada|welding|packaging|label|office|process|power|core|other|misc)$/u

/** "PLCs", "HMI", "robots": a noun of devices that says which; a name in the singular ("Gateway") is none. */
export const isKindNoun = (raw: string) => {
  const noun = raw.toLowerCase()
  if (/^(?:OT|IT|IoT)$/u.test(raw)) return true
  return isDeviceNoun(noun) && !isAnyDevice(noun) && (isPlural(noun) || /^\p{Lu}{2,5}s?$/u.test(raw))
}

/** So many labels may stand one behind the other without a mark: "OT 300 IT 150". */
const MOST_SORTS = 4

const labelBefore = (tokens: readonly Token[], at: number) => (/^[:=]$/u.test(word(tokens, at - 1)) ? at - 2 : at - 1)

/**
 * Where a label begins that says a count to be of OT or of IT: "OT 300", "IT: 150", "OT devices: 300". Undefined where there is none, or it is
 * that of the count before: "400 OT 100 IT".
 */
function sortBefore(tokens: readonly Token[], at: number, most = MOST_SORTS): number | undefined {
  const label = labelBefore(tokens, at)
  const sort = isAnyDevice(word(tokens, label)) ? label - 1 : label
  if (!isSortWord(word(tokens, sort))) return undefined
  // "It" in small letters is one only behind the count of another: "ot 600 it 300".
  const isFirst = tokens[sort - 1]?.kind !== 'number'
  if (isFirst && tokens[sort]?.raw === 'it') return undefined
  if (isFirst) return sort
  return most > 1 && sortBefore(tokens, sort - 1, most - 1) !== undefined ? sort : undefined
}

/** What sort or kind of devices a count is of, and the tokens of both. */
export interface Sort {
  readonly name: string
  /** One of the sorts into which all devices fall. */
  readonly ofAll: boolean
  readonly from: number
  readonly to: number
}

/** "300 OT", "300 of them are IT devices", "OT: 300"; "40 laptops", "PLCs: 300". */
export function sortAt(tokens: readonly Token[], at: number): Sort | undefined {
  const noun = word(tokens, at + 1)
  const end = isDeviceNoun(noun) && !isSortWord(noun) ? at + 2 : at + 1
  const ofAll = (sort: number, from: number, to: number) => ({ name: word(tokens, sort), ofAll: true, from, to })
  const label = sortBefore(tokens, at)
  if (label !== undefined) return ofAll(label, label, end)
  let next = at + 1
  if (/^of (?:them|which|those|these)$/u.test(between(tokens, next, next + 2))) next += 2
  if (/^(?:are|is|being)$/u.test(word(tokens, next))) next += 1
  if (isSort(tokens, next)) return ofAll(next, at, isDeviceNoun(word(tokens, next + 1)) ? next + 2 : next + 1)
  const small = labelBefore(tokens, at)
  if (isSort(tokens, small) && tokens[small - 1]?.kind !== 'number') return ofAll(small, small, end)
  const isKind = next === at + 1 && end > next && !isAnyDevice(noun) && !/^sensors?$/u.test(noun)
  return kindBefore(tokens, at) ?? (isKind ? { name: noun, ofAll: false, from: at, to: end } : undefined)
}

/** "OT", "it" in small letters only where no pronoun can stand. */
function isSort(tokens: readonly Token[], at: number): boolean {
  const [sort, next] = [tokens[at], tokens[at + 1]]
  if (!sort || !isSortWord(sort.text)) return false
  return sort.text !== 'it' || sort.raw === 'IT' || next?.kind !== 'word' || isDeviceNoun(next.text) || /^(?:and|in|at)$/u.test(next.text)
}

/** Where the label of a count names a kind of devices: "PLCs: 300", "IP cameras 40", "robots (300)". */
export function kindBefore(tokens: readonly Token[], at: number, most = MOST_SORTS): Sort | undefined {
  const mark = word(tokens, at - 1)
  const label = /^[:=(]$/u.test(mark) ? at - 2 : at - 1
  const noun = tokens[label]
  if (noun?.kind !== 'word' || !isKindNoun(noun.raw)) return undefined
  let from = label
  while (from > label - 2 && MODIFIER.test(tokens[from - 1]?.text ?? '')) from -= 1
  // "400 PLCs, 20 ...": the noun of the count before, unless that has one of its own: "cameras 40 plcs 300".
  if (tokens[from - 1]?.kind === 'number' && (most < 1 || !kindBefore(tokens, from - 1, most - 1))) return undefined
  return {
    name: between(tokens, from, label + 1),
    ofAll: false,
    from,
    to: mark === '(' && word(tokens, at + 1) === ')' ? at + 2 : at + 1,
  }
}
