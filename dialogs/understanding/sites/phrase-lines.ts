import { mergeNumbers } from '../numbers.ts'
import type { Line } from '../text.ts'
import { tokenize } from '../tokens.ts'
import { readGrowth } from './growth.ts'
import type { ListRead } from './line-kinds.ts'
import { counts } from './list-bounds.ts'
import { BULLET, type Entry } from './list-entries.ts'
import { isPlaceNoun } from './site-words.ts'
import { readSites } from './sites.ts'
import { findSpoiled, withUntold } from './spoiled.ts'

// Lines of a list that tell more than a name and a count.

/** "Site C: 2 50": only figures, which make no number. */
const isFigures = ({ line, label }: Entry) =>
  label !== '' && /^[^\p{L}]*\d[^\p{L}]*$/u.test(line.text.slice(line.text.indexOf(label) + label.length))

/** "4 depots with 45 devices each", "York: 120 devices, growing 10%": a line that only the grammar of sentences reads. */
export function isPhrase(entry: Entry | undefined): boolean {
  if (!entry) return true
  const { cell, label, marked, value, line } = entry
  if (hasPartBehind(line)) return true
  if (cell.kind === 'text') return !isFigures(entry) && (value === undefined || readPhrase({ ...line, text: value }).sites.length > 0)
  if (/\d.*\b(?:with|each|of|having)\b/iu.test(label)) return true
  // "12x80, 500"
  if (/\d ?[x×*] ?\d[\d.']*k?$/iu.test(label.trim()) && /^ ?[,;/+&]/u.test(line.text.slice(line.text.indexOf(label) + label.length)))
    return true
  // "Lyon: 100, 200, 300", and no "Lyon: 1, 200"
  if (/[:=] ?\d[\d.']+k?(?:, ?\d[\d.']+k?)*$/iu.test(label.trim())) return true
  // "Graz 310 PLCs + 40 laptops", "Graz 310 (incl. 40 laptops)"
  if (!marked && /\d (?!(?:ot|it|iot)\b)(?:\p{L}[^\d]{0,40})?(?:[+&] ?|\b(?:plus|incl\.?|including) )\d[\d.,]* \p{L}/iu.test(line.text))
    return true
  if (marked && counts(entry)) return /^\d{1,4} \p{L}+$/u.test(label.trim())
  return /^\d|^(?:an?|one|two|three|four|five|six)\b|\b(?:with|each|having)\b|\d.*[,;]|\d.* [/|] /u.test(label)
}

/** "Graz 310 (40 laptops)", "Graz 310, 40 laptops", and no "Hall 2 (40 laptops)". */
export function hasPartBehind({ text }: Line): boolean {
  const named =
    /(\p{L}+)[ :=]{1,3}\d[\d.,']{0,9}k? ?[(,] ?\d[\d.,']{0,9} (?!(?:devices?|devs?|assets?|endpoints?|ot|it|iot)\b)\p{L}/iu.exec(text)?.[1]
  return named !== undefined && !isPlaceNoun(named.toLowerCase())
}

export function readPhrase(line: Line): Pick<ListRead, 'sites' | 'unreadable'> {
  if (!/\d/u.test(line.text)) return { sites: [], unreadable: [] }
  const tokens = mergeNumbers(tokenize([{ ...line, text: line.text.replace(BULLET, '') }]))
  const { spans } = readGrowth(tokens)
  const within = (ranges: typeof spans) => (at: number) => ranges.some(span => at >= span.from && at < span.to)
  const spoiled = findSpoiled(tokens, within(spans))
  const { sites, untold = [] } = readSites(tokens, within([...spans, ...spoiled.spans]), { intent: 'size-license' })
  const unreadable = withUntold(tokens, spoiled.unreadable, untold)
  return { sites, unreadable: sites.length > 0 ? unreadable : [] }
}
