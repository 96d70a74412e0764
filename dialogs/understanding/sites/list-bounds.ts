import type { Line } from '../text.ts'
import { isLoneName } from './line-kinds.ts'
import { BULLET, type Entry, NO_SITE } from './list-entries.ts'
import { isCounted } from './site-names.ts'
import type { Table } from './site-tables.ts'
import { CLOSING } from './site-words.ts'

/** Says how many devices, or was meant to. */
export const counts = (entry: Entry) => entry.cell.kind === 'count' || entry.cell.kind === 'bad'

export const isProper = (entry: Entry) =>
  counts(entry) &&
  !NO_SITE.test(entry.label.trim()) &&
  (!isProse(entry) || SEVERAL.test(entry.label)) &&
  (entry.label !== '' || entry.bulleted || /\d/u.test(entry.line.text))

/** "4 depots with", "1 plant with". */
const SEVERAL =
  /^(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:\p{L}+ )?(?:sites?|plants?|depots?|stores?|warehouses?|branches|factor(?:y|ies)|stations?|hubs?|locations?|facilit(?:y|ies))\b/iu

/** "Site inventory 2026" above the entries. */
export function withoutTitle(proper: readonly Entry[]): readonly Entry[] {
  const [first, ...others] = proper
  if (!first || first.marked || first.bulleted || first.cell.kind !== 'count' || !/\b(?:19|20)\d\d$/u.test(first.line.text.trim()))
    return proper
  const isYear = first.cell.devices >= 1990 && first.cell.devices <= 2035
  return isYear && others.filter(({ marked, bulleted }) => marked || bulleted).length * 2 > others.length ? others : proper
}

/** The lines from the first entry to the last, and those right before and behind that were meant as one ("York - 12O", "4) Vejle:"). */
export function block(lines: readonly Line[], entries: ReadonlyMap<number, Entry>, proper: readonly Entry[]): readonly Line[] {
  let [first, last] = [proper[0]?.line.number ?? 0, proper.at(-1)?.line.number ?? 0]
  if (entries.get(first)?.label === '' && lines[first - 2]?.role === 'body' && isLoneName(lines[first - 2]?.text ?? '')) first -= 1
  const kin = firstWords(proper)
  const bulleted = proper.filter(entry => entry.bulleted).length * 2 > proper.length
  // Behind a blank line or a note only what is written like the others: one word where a number should be.
  const isLike = (at: number) => {
    const entry = entries.get(at + 1)
    return entry?.bulleted === bulleted && entry.marked && !/\s/u.test((entry.value ?? ' ').trim()) && isMeant(lines[at], entries, kin)
  }
  for (let at = first - 2; ; at = first - 2) {
    const next = nextWords(lines, at, -1, entries)
    if (isMeant(lines[at], entries, kin)) first -= 1
    else if (next !== at && isLike(next)) first = next + 1
    else break
  }
  for (;;) {
    const next = nextWords(lines, last, 1, entries)
    if (isMeant(lines[last], entries, kin) || isNameWithout(lines, last) || isAddition(lines[last])) last += 1
    else if (next !== last && isLike(next)) last = next + 1
    else break
  }
  return lines.slice(first - 1, last)
}

/** So many names without a count may end a list. */
const MAX_NAMES = 5
const CLOSES = new RegExp(`^(?:${CLOSING})\\b`, 'iu')

/** "Lyon 400 / Porto 300 / Leeds": a list that ends with names, where all of the message is entries and names; undefined for any other. */
export function withNamesBehind(
  lines: readonly Line[],
  entries: ReadonlyMap<number, Entry>,
  proper: readonly Entry[],
): { readonly lines: readonly Line[]; readonly entries: ReadonlyMap<number, Entry> } | undefined {
  const [first, last] = [proper[0]?.line.number, proper.at(-1)?.line.number ?? 0]
  const all = lines.slice(0, lines.findLastIndex(({ role }) => role !== 'blank') + 1)
  const before = all.slice(0, last)
  const names = all.slice(last).map(line => ({ ...line, text: line.text.replace(/[\s,;|:-]{1,20}$/u, '') }))
  const isName = ({ role, text }: Line) => role === 'body' && isLoneName(text) && !CLOSES.test(text)
  if (first !== 1 || names.length === 0 || names.length > MAX_NAMES || !names.every(isName)) return undefined
  const isList = proper.every(({ label }) => /\p{L}/u.test(label)) && before.every(line => entries.has(line.number) || isName(line))
  return isList ? { lines: [...before, ...names], entries: new Map([...entries].filter(([number]) => number <= last)) } : undefined
}

/** So many lines between entries may be none. */
const MAX_BETWEEN = 4

/** The next line, in steps of one up or down, behind what is blank, ruled, a note or a few words. */
function nextWords(lines: readonly Line[], from: number, step: 1 | -1, entries: ReadonlyMap<number, Entry>): number {
  const isPassed = ({ role, text, number }: Line) => {
    const label = entries.get(number)?.label.trim()
    return role === 'blank' || (role === 'body' && (label === undefined ? text.length <= 60 && !/\d/u.test(text) : NO_SITE.test(label)))
  }
  let at = from
  for (let line = lines[at]; line && isPassed(line) && Math.abs(at - from) < MAX_BETWEEN; line = lines[at]) at += step
  return at
}

/** "Plus 3 depots with 80 devices each" below a list. */
const isAddition = (line: Line | undefined) =>
  line?.role === 'body' && /^\W*(?:plus|and|also|additionally)\b.*\d.*\b(?:devices?|assets?|endpoints?|each)\b/iu.test(line.text)

/** The lines of a table, and the entries right around it that are written otherwise. */
export function aroundTable(lines: readonly Line[], table: Table, entries: ReadonlyMap<number, Entry>): readonly Line[] {
  const numbers = [...table.rows.keys()].sort((one, two) => one - two)
  let [first, last] = [numbers[0] ?? 1, numbers.at(-1) ?? 0]
  const isEntry = (line: Line | undefined) => {
    const entry = line && entries.get(line.number)
    return isAddition(line) || (entry !== undefined && isProper(entry) && (entry.marked || entry.bulleted || /\p{L}/u.test(entry.label)))
  }
  if (table.rows.get(first)?.columns) while (isEntry(lines[first - 2])) first -= 1
  for (let next = last; next < lines.length && (lines[next]?.role === 'blank' || isEntry(lines[next])); next += 1)
    if (isEntry(lines[next])) last = next + 1
  return lines.slice(first - 1, last)
}

/** Words that several labels begin with ("Site A", "Site B"). */
export function firstWords(proper: readonly Entry[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const several = new Set<string>()
  for (const { label } of proper) {
    const word = label.trim().split(' ')[0]?.toLowerCase() ?? ''
    if (seen.has(word) && /\p{L}/u.test(word)) several.add(word)
    seen.add(word)
  }
  return several
}

export const isKin = (label: string, kin: ReadonlySet<string>) => / /u.test(label) && kin.has(label.split(' ')[0]?.toLowerCase() ?? '')

/** "Heidenheim" with a dash on the next line. */
const isNameWithout = (lines: readonly Line[], at: number) =>
  /^\s*[-?]{1,3}\s*$/u.test(lines[at + 1]?.text ?? '') && isLoneName(lines[at]?.text ?? '')

/** "York 12O", "Hull 2l5": a last word like a number. */
const MISREAD = /\s(?=\S*\d)[\dOolISB]{2,7}$/u
/** "Plant 66 East 1.5.2": a last word with figures that is no count. */
export const isBroken = (line: Line) =>
  /\s\S*\d\S*$/u.test(line.text.trim()) && !SAYS.test(line.text) && line.text.split(/\s+/u).length <= 8

function isMeant(line: Line | undefined, entries: ReadonlyMap<number, Entry>, kin: ReadonlySet<string>): boolean {
  if (line?.role !== 'body') return false
  const entry = entries.get(line.number)
  if (!entry) return isLoneName(line.text) && (BULLET.test(line.text) || MISREAD.test(line.text))
  if (isProse(entry) || NO_SITE.test(entry.label.trim()) || /^(?:notes?|ps|hint|thanks)\b/iu.test(entry.label)) return false
  if (isKin(entry.label.trim(), kin) || /^\p{Lu}[^:=]{1,30}[:=]\s*~?\d/u.test(line.text)) return true
  return entry.bulleted || (entry.cell.kind === 'empty' ? !/:\s*$/u.test(line.text) : /\d/u.test(line.text.slice(-6)))
}

/** Words of sentences. */
export const SAYS =
  /\b(?:we|i|they|have|has|is|are|was|need|with|for|the trial|licen[cs]e|bought|expects?|will|how|which|what|ends?|started?|can|should|my|our)\b/iu

/** A sentence that happens to end in a number is no entry. */
export function isProse(entry: Entry): boolean {
  const words = entry.label.split(/\s+/u)
  if (entry.bulleted || (entry.marked && entry.cell.kind !== 'text'))
    return words.length > 10 || /^(?:we|i|they|how|which|what|can|should|please)\b/iu.test(entry.label)
  return words.length > 6 || SAYS.test(entry.label)
}

/** "Porto 900, 200 OT", "Porto 900, 200": how many there are, and perhaps how many of them. "Porto: 1, 200": one number, or two. */
export const isPartTold = ({ label, line }: Entry) =>
  /[:=] ?\d$/u.test(label) ||
  (isCounted(label, 2) && /\b(?:OT|IT|IoT)\W*$/u.test(line.text)) ||
  (isCounted(label) && /^, /u.test(line.text.slice(line.text.indexOf(label) + label.length)))

/** "Both grow 10%" names no site. */
const GROWS = /\b(?:gr[eo]w(?:s|n|ing)?|ris(?:es?|ing)|increas(?:es?|ing)|expand(?:s|ing)?|plus)\b/iu

/** "OT: 300, IT" has a count of its own. */
export const isLabel = (label: string) => !GROWS.test(label) && /\p{L}/u.test(label) && !/[:=] ?\d/u.test(label)
