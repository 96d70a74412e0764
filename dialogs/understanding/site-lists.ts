import type { Site } from '../../rules/facts.ts'
import type { Unreadable } from '../ports.ts'
import { readGrowth } from './growth.ts'
import { BULLET, COUNT_LABEL, type Entry, entryOf, NAME_LABEL, NO_SITE } from './list-entries.ts'
import { mergeNumbers } from './numbers.ts'
import { NO_COUNT, NOT_A_NUMBER } from './site-cells.ts'
import { siteName } from './site-names.ts'
import type { ListRead } from './site-tables.ts'
import { TOTAL } from './site-words.ts'
import { readSites } from './sites.ts'
import { findSpoiled } from './spoiled.ts'
import type { Line } from './text.ts'
import { tokenize } from './tokens.ts'

const counts = (entry: Entry) => entry.cell.kind === 'count' || entry.cell.kind === 'bad'

/** Sites listed a line each, with bullets or without; undefined where fewer than two lines are entries. */
export function readList(lines: readonly Line[]): ListRead | undefined {
  const entries = new Map<number, Entry>()
  for (const line of lines) {
    const entry = line.role === 'body' ? entryOf(line) : undefined
    if (entry) entries.set(line.number, entry)
  }
  const all = [...entries.values()]
  const labelled = readPairs(all)
  if (labelled) return labelled
  const proper = all.filter(entry => counts(entry) && !NO_SITE.test(entry.label.trim()) && !isProse(entry))
  const sound = proper.filter(entry => entry.cell.kind === 'count' && !TOTAL.test(entry.label.trim()))
  if (proper.length < 2 || sound.length < 1 || (sound.length < 2 && !proper.some(entry => entry.bulleted || /\p{L}/u.test(entry.label))))
    return undefined
  return readEntries(block(lines, entries, proper), entries)
}

/** The lines from the first entry to the last, and those right before and behind that were meant as one ("York - 12O", "4) Vejle:"). */
function block(lines: readonly Line[], entries: ReadonlyMap<number, Entry>, proper: readonly Entry[]): readonly Line[] {
  let [first, last] = [proper[0]?.line.number ?? 0, proper.at(-1)?.line.number ?? 0]
  if (entries.get(first)?.label === '' && lines[first - 2]?.role === 'body' && isLoneName(lines[first - 2]?.text ?? '')) first -= 1
  const kin = firstWords(proper)
  while (isMeant(lines[first - 2], entries, kin)) first -= 1
  while (isMeant(lines[last], entries, kin) || isNameWithout(lines, last)) last += 1
  return lines.slice(first - 1, last)
}

/** Words that several labels begin with ("Site A", "Site B"). */
function firstWords(proper: readonly Entry[]): ReadonlySet<string> {
  const words = proper.map(({ label }) => label.trim().split(' ')[0]?.toLowerCase() ?? '')
  return new Set(words.filter((word, at) => /\p{L}/u.test(word) && words.indexOf(word) !== at))
}

const isKin = (label: string, kin: ReadonlySet<string>) => / /u.test(label) && kin.has(label.split(' ')[0]?.toLowerCase() ?? '')

/** "Heidenheim" with a dash on the next line. */
const isNameWithout = (lines: readonly Line[], at: number) =>
  /^\s*[-?]{1,3}\s*$/u.test(lines[at + 1]?.text ?? '') && isLoneName(lines[at]?.text ?? '')

function isMeant(line: Line | undefined, entries: ReadonlyMap<number, Entry>, kin: ReadonlySet<string>): boolean {
  if (line?.role !== 'body') return false
  const entry = entries.get(line.number)
  if (!entry) return BULLET.test(line.text) && isLoneName(line.text)
  if (isProse(entry) || NO_SITE.test(entry.label.trim()) || /^(?:notes?|ps|hint|thanks)\b/iu.test(entry.label)) return false
  if (isKin(entry.label.trim(), kin) || /^\p{Lu}[^:=]{1,30}[:=]\s*~?\d/u.test(line.text)) return true
  return entry.bulleted || (entry.cell.kind === 'empty' ? !/:\s*$/u.test(line.text) : /\d/u.test(line.text.slice(-6)))
}

/** A sentence that happens to end in a number is no entry. */
const isProse = (entry: Entry) => {
  const words = entry.label.split(/\s+/u)
  if (entry.bulleted) return words.length > 8
  return (
    words.length > 6 ||
    /\b(?:we|i|they|have|has|is|are|was|need|with|for|the trial|licen[cs]e|bought|expects?|will|how|which|what|ends?|started?|can|should|my|our)\b/iu.test(
      entry.label,
    )
  )
}

/** "Site C: 2 50": only figures, which make no number. */
const isFigures = ({ line, label }: Entry) =>
  label !== '' && /^[^\p{L}]*\d[^\p{L}]*$/u.test(line.text.slice(line.text.indexOf(label) + label.length))

/** "4 depots with 45 devices each", "York: 120 devices, growing 10%": a line that only the grammar of sentences reads. */
const isPhrase = (entry: Entry | undefined) =>
  !entry ||
  (entry.cell.kind === 'text' && !isFigures(entry)) ||
  /^\d|^(?:an?|one|two|three|four|five|six)\b|\b(?:with|each|of|having)\b|\d.*[,;]|\d.* [/|] /u.test(entry.label)

function readPhrase(line: Line): Pick<ListRead, 'sites' | 'unreadable'> {
  if (!/\d/u.test(line.text)) return { sites: [], unreadable: [] }
  const tokens = mergeNumbers(tokenize([{ ...line, text: line.text.replace(BULLET, '') }]))
  const { spans } = readGrowth(tokens, 'size-license')
  const within = (ranges: typeof spans) => (at: number) => ranges.some(span => at >= span.from && at < span.to)
  const spoiled = findSpoiled(tokens, within(spans))
  const { sites } = readSites(tokens, within([...spans, ...spoiled.spans]), { intent: 'size-license' })
  return { sites, unreadable: sites.length > 0 ? spoiled.unreadable : [] }
}

function readEntries(within: readonly Line[], entries: ReadonlyMap<number, Entry>): ListRead {
  const sites: Site[] = []
  const unreadable: Unreadable[] = []
  const lines = new Set<number>()
  const kin = firstWords(within.flatMap(({ number }) => entries.get(number) ?? []))
  let name: string | undefined
  for (const line of within.filter(each => each.role === 'body')) {
    const entry = entries.get(line.number)
    const label = entry?.label.trim() ?? ''
    const lone = !entry && isLoneName(line.text)
    const phrase = isPhrase(entry) ? readPhrase(line) : { sites: [], unreadable: [] }
    if (entry || lone || phrase.sites.length > 0) lines.add(line.number)
    if (NO_SITE.test(label) || TOTAL.test(label)) continue
    if (phrase.sites.length > 0) {
      sites.push(...phrase.sites)
      unreadable.push(...phrase.unreadable)
    } else if (entry && !isProse(entry)) addEntry(entry, label === '' && name ? name : label, isKin(label, kin), sites, unreadable)
    else if (lone && !isCountLine(within, entries, line.number + 1))
      unreadable.push({ line: line.number, text: line.text.trim(), why: /\d\p{L}/u.test(line.text) ? NOT_A_NUMBER : NO_COUNT })
    name = lone ? line.text.trim() : undefined
  }
  return { sites, unreadable, lines }
}

/** A count alone on its line, with its name on the line before. */
const isCountLine = (within: readonly Line[], entries: ReadonlyMap<number, Entry>, number: number) =>
  within.some(line => line.number === number) && entries.get(number)?.label === ''

function addEntry({ line, cell, bulleted }: Entry, label: string, kin: boolean, sites: Site[], unreadable: Unreadable[]): void {
  const drop = (why: string) => unreadable.push({ line: line.number, text: line.text.trim(), why })
  if (cell.kind === 'bad') drop(cell.why)
  else if (cell.kind === 'text') drop(NOT_A_NUMBER)
  else if (cell.kind === 'empty' && (bulleted || kin || !/:\s*$/u.test(line.text))) drop(NO_COUNT)
  if (cell.kind !== 'count' || (label === '' && isSum(sites, cell.devices))) return
  const times = / ?[x×] ?(\d{1,3})$| ?\((\d{1,3})\)$| (\d{1,3}) ?[@x×]$/iu.exec(label)
  const count = times ? Number(times[1] ?? times[2] ?? times[3]) : cell.count
  const name = COUNT_LABEL.test(label) ? undefined : siteName(times ? label.slice(0, times.index) : label)
  sites.push({ devices: cell.devices, ...(count && count > 1 ? { count } : {}), ...(name ? { name } : {}) })
}

const isSum = (sites: readonly Site[], devices: number) =>
  sites.length > 1 && sites.reduce((sum, site) => sum + site.devices * (site.count ?? 1), 0) === devices

const isLoneName = (text: string) =>
  /^\s*(?:[-*•·]\s+|\d{1,3}[.)]\s+)?\p{Lu}[\p{L}\d.'-]*(?: [\p{L}\d.'-]+){0,3}\s*\.?$/u.test(text) &&
  !/\b(?:region|area|country|division|cluster|group|zone|thanks|regards|total|note)\b/iu.test(text)

/** "Site: Teesport / OT assets: 1,275": a name and a count on lines of their own. */
function readPairs(all: readonly Entry[]): ListRead | undefined {
  const sites: Site[] = []
  const unreadable: Unreadable[] = []
  const lines = new Set<number>()
  let name: string | undefined
  let named = 0
  for (const entry of all) {
    const label = entry.label.trim()
    if (NAME_LABEL.test(label) && entry.cell.kind === 'text') {
      name = siteName(entry.line.text.replace(/^[^:=-]{0,60}[:=-]\s*/u, ''))
      named += 1
      lines.add(entry.line.number)
    } else if (COUNT_LABEL.test(label) && counts(entry) && named > 0 && name) {
      lines.add(entry.line.number)
      if (entry.cell.kind === 'count') sites.push({ devices: entry.cell.devices, name })
      else if (entry.cell.kind === 'bad') unreadable.push({ line: entry.line.number, text: entry.line.text.trim(), why: entry.cell.why })
      name = undefined
    }
  }
  return sites.length > 0 ? { sites, unreadable, lines } : undefined
}
