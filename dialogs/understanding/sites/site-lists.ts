import type { Site } from '../../../rules/facts.ts'
import type { Unreadable } from '../../ports.ts'
import { remembered } from '../remembered.ts'
import { type Line, readLines as linesOf } from '../text.ts'
import { sitesComeTo, WHY } from './found.ts'
import { withKindBlocks } from './kind-blocks.ts'
import { withKindsTogether } from './kind-lists.ts'
import { isLoneName, isRule, isSumBelow, isTotal, type ListRead, maybeTotal, sumOf } from './line-kinds.ts'
import {
  aroundTable,
  block,
  counts,
  firstWords,
  isBroken,
  isKin,
  isLabel,
  isPartTold,
  isProper,
  isProse,
  SAYS,
  withNamesBehind,
  withoutTitle,
} from './list-bounds.ts'
import { COUNT_LABEL, type Entry, entryOf, MAX_LINE, NAME_LABEL, NO_SITE } from './list-entries.ts'
import { withoutLicenses, yearsIn } from './other-rows.ts'
import { withoutPartsIn } from './part-lines.ts'
import { hasPartBehind, isPhrase, readPhrase } from './phrase-lines.ts'
import { isSection } from './regions.ts'
import { readSideways } from './sideways-tables.ts'
import type { Cell } from './site-cells.ts'
import { labelName } from './site-names.ts'
import { findTable, readRow, type Table } from './site-tables.ts'
import { withRowsTogether } from './sorted-rows.ts'
import { isHeading } from './table-columns.ts'

/** Sites pasted as a table or listed a line each, with bullets or without; undefined where there are none. Every line is accounted for. */
export const readPasted = remembered((told: readonly Line[]): ListRead | undefined => {
  const blocks = withKindBlocks(told)
  const lines = blocks.map(withoutPartsIn)
  const read = yearsIn(lines) ?? readSideways(lines) ?? readBody(lines) ?? (blocks === told ? undefined : readOne(lines))
  return withoutLicenses(withKindsTogether(withRowsTogether(read, lines), lines), lines)
})

function readBody(lines: readonly Line[]): ListRead | undefined {
  const table = findTable(lines)
  const entries = new Map<number, Entry>()
  for (const line of lines) {
    const entry = line.role === 'body' && !table?.rows.has(line.number) ? entryOf(line) : undefined
    if (entry) entries.set(line.number, entry)
  }
  if (table && table.counted * 2 >= [...entries.values()].filter(isProper).length)
    return readLines(aroundTable(lines, table, entries), { table, entries })
  return table ? readList(lines, new Map(lines.flatMap(line => toEntry(line)))) : readList(lines, entries)
}

/** A short label, a mark and a count, and nothing else. */
const PAIR = /^\W*(\p{L}[\p{L}\p{N} .'&/-]{0,40}?)\s*[:=]\s*~?\d[\d.,' ]*k?(?: (?:ot |it )?(?:devices?|assets?|endpoints?))?\W*$/iu
const NO_LABEL = /\b(?:one|devices?|assets?|endpoints?|sites?|in|at|of|per|size|sized?|total|count|question)\b|\d$/iu

/** "hq: 990" alone. */
export function readPair([line]: readonly Line[]): ListRead | undefined {
  if (!line || line.text.length > MAX_LINE) return undefined
  const label = PAIR.exec(line.text)?.[1]
  const entry = label && !NO_LABEL.test(label) && !SAYS.test(label) ? entryOf(line) : undefined
  if (entry?.cell.kind !== 'count' || !isProper(entry) || isTotal(entry.label, entry.cell, [], 0)) return undefined
  return readLines([entry.line], { entries: new Map([[entry.line.number, entry]]) })
}

/** A list of a single line; undefined where the line is a sentence, or names no site. */
export function readOne(told: readonly Line[]): ListRead | undefined {
  const lines = told.map(withoutPartsIn)
  const entries = new Map(lines.flatMap(line => toEntry(line)))
  const [entry] = entries.values()
  const isEntry = entry && isProper(entry) && !isProse(entry) && isLabel(entry.label)
  return isEntry ? readLines(lines, { entries }) : undefined
}

/** With a name, or a number of sites, which "about 400" and "only 400" don't begin with. */
const begins =
  /^\s*(?!(?:about|around|ca\b|circa|customer|client|approx\w*|roughly|maybe|perhaps|only|some|probably|we|it|its|i|the|there|over|under|yes|no|ok|so|just|exactly|total|all|my|our|each|actually|really|sorry|oops|wait|correction|rather|instead|not|nope|well|hmm?|then|also|and|plus|at|up|more|less|start|make|add|both|everything|every|times|x|drop|remove|delete|without|swap|replace|split)\b)(?:\p{L}|\d+ ?[x×*] ?\d)/iu

/** "Lyon 400", "Leeds tbd": a list of one line, where sites are asked for. */
export function oneSite(text: string, words: readonly string[]): ListRead | undefined {
  if (words.length > 6 || text.trim().includes('\n') || words.includes('zask') || words.includes('zdate') || !begins.test(text))
    return undefined
  return readOne(linesOf(text.trim()))
}

function toEntry(line: Line): [number, Entry][] {
  const entry = line.role === 'body' ? entryOf(line) : undefined
  return entry ? [[line.number, entry]] : []
}

function readList(lines: readonly Line[], entries: ReadonlyMap<number, Entry>): ListRead | undefined {
  const all = [...entries.values()]
  const labelled = readPairs(all)
  if (labelled) return labelled
  const proper = withoutTitle(all.filter(isProper))
  const sound = proper.filter(entry => entry.cell.kind === 'count' && !isTotal(entry.label, entry.cell, [], 0))
  const named = sound.length > 0 ? withNamesBehind(lines, entries, proper) : undefined
  if (named) return readLines(named.lines, named)
  if (proper.length < 2 || sound.length < 1 || (sound.length < 2 && !proper.some(entry => entry.bulleted || /\p{L}/u.test(entry.label))))
    return undefined
  return readLines(block(lines, entries, proper), { entries })
}

interface Found {
  readonly table?: Table
  readonly entries: ReadonlyMap<number, Entry>
}

/** What has been read of a list so far. */
interface Progress {
  readonly sites: Site[]
  readonly unreadable: Unreadable[]
  readonly lines: Set<number>
  /** How many of the sites stand above the last row that adds up. */
  since: number
  /** A name alone on the line before. */
  name?: string | undefined
}

/** Reads the lines of a list one by one, each as a row of its table or as an entry. */
function readLines(within: readonly Line[], found: Found): ListRead {
  const progress: Progress = { sites: [], unreadable: [], lines: new Set(found.table ? within.map(({ number }) => number) : []), since: 0 }
  const kin = firstWords(within.flatMap(({ number }) => found.entries.get(number) ?? []))
  const siteLines: number[] = []
  for (const line of within.filter(each => each.role === 'body' && !isRule(each.text))) {
    if (!readTableRow(line, found, progress)) readEntry(line, within, kin, found, progress)
    while (siteLines.length < progress.sites.length) siteLines.push(line.number)
  }
  const { sites, unreadable, lines } = progress
  const proper = sites.map((_, at) => !isSumBelow(sites, at))
  return { sites: sites.filter((_, at) => proper[at]), unreadable, siteLines: siteLines.filter((_, at) => proper[at]), lines }
}

/** False where the line is no row of the table. */
function readTableRow(line: Line, { table }: Found, progress: Progress): boolean {
  const row = table?.rows.get(line.number)
  if (!row) return false
  const { sites, unreadable, since } = progress
  const read = readRow(row, sites, since)
  if (read && 'total' in read) {
    unreadable.push(...wrongTotal(line, read.total, progress))
    progress.since = sites.length
  } else if (read && 'why' in read) unreadable.push(read)
  else if (read) sites.push(read)
  progress.name = undefined
  return true
}

function readEntry(line: Line, within: readonly Line[], kin: ReadonlySet<string>, { table, entries }: Found, progress: Progress): void {
  const { sites, unreadable, lines, since, name } = progress
  const entry = cutOff(entries.get(line.number), table?.edge)
  const label = entry?.label.trim() ?? ''
  const lone = !entry && isLoneName(line.text)
  const broken = !entry && isBroken(line)
  if (entry || lone || broken) lines.add(line.number)
  if (NO_SITE.test(label) || (entry && isHeader(entry))) return
  const drop = (why: string) => unreadable.push({ line: line.number, text: line.text.trim(), why })
  if (entry && isTotal(label, entry.cell, sites, since)) {
    if (!name && maybeTotal(label, entry.cell, sites)) drop(WHY.sum)
    unreadable.push(...wrongTotal(line, entry.cell, progress))
    progress.since = sites.length
    return
  }
  if (entry && isPartTold(entry) && !hasPartBehind(line)) return void drop(WHY.choice)
  const phrase = isPhrase(entry) && !broken ? readPhrase(line) : { sites: [], unreadable: [] }
  if (phrase.sites.length > 0) {
    lines.add(line.number)
    sites.push(...phrase.sites)
    unreadable.push(...phrase.unreadable)
  } else if (entry && !isProse(entry))
    addEntry(entry, label === '' && name ? name : label, isKin(label, kin) || follows(line, entries), sites, unreadable)
  else if (broken) drop(WHY.text)
  else if (lone && !isCountLine(within, entries, line.number + 1)) drop(/\d\p{L}/u.test(line.text) ? WHY.text : WHY.none)
  progress.name = lone ? line.text.trim() : undefined
}

/** A total that those above don't come to, where each of them was read; "Total: 3" counts the sites. */
function wrongTotal(line: Line, total: Cell, { sites, unreadable, since }: Progress): readonly Unreadable[] {
  if (total.kind !== 'count' || total.count !== undefined || unreadable.length > 0 || sites.length - since < 2) return []
  const [all, part] = [sumOf(sites), sumOf(sites.slice(since))]
  const places = sites.reduce((sum, { count = 1 }) => sum + count, 0)
  if ([all, part, places, sites.length].includes(total.devices)) return []
  return [{ line: line.number, text: line.text.trim(), why: sitesComeTo(since > 0 ? part : all) }]
}

/** "Line 3 - Hall 10" in a table aligned by spaces: the number is the name's, for the counts stand further right. */
function cutOff(entry: Entry | undefined, edge: number | undefined): Entry | undefined {
  if (!entry || entry.marked || edge === undefined || entry.line.text.trimEnd().length > edge) return entry
  return { ...entry, label: entry.line.text.trim(), cell: { kind: 'empty' } }
}

/** "Site name: Device count" above a list. */
const isHeader = ({ label, cell, line }: Entry) =>
  cell.kind === 'text' && isHeading(label, line.text.slice(line.text.indexOf(label) + label.length).replace(/^[^\p{L}#]+/u, ''))

/** Right behind a line with a count, so that no section starts here. */
function follows({ number }: Line, entries: ReadonlyMap<number, Entry>): boolean {
  const before = entries.get(number - 1)
  return before?.marked === true && counts(before)
}

/** A count alone on its line, with its name on the line before. */
const isCountLine = (within: readonly Line[], entries: ReadonlyMap<number, Entry>, number: number) =>
  entries.get(number)?.label === '' && number <= (within.at(-1)?.number ?? 0)

function addEntry({ line, cell, bulleted }: Entry, label: string, kin: boolean, sites: Site[], unreadable: Unreadable[]): void {
  const drop = (why: string) => unreadable.push({ line: line.number, text: line.text.trim(), why })
  if (cell.kind === 'bad') drop(cell.why)
  else if (cell.kind === 'text') drop(WHY.text)
  else if (cell.kind === 'empty' && !isSection(label) && (bulleted || kin || !/:\s*$/u.test(line.text))) drop(WHY.none)
  if (cell.kind !== 'count') return
  const times = /(?<!\p{L})[x×] ?(\d{1,3})$| ?\((\d{1,3})\)$| (\d{1,3}) ?[@x×]$/iu.exec(label)
  const count = times ? Number(times[1] ?? times[2] ?? times[3]) : cell.count
  const name = COUNT_LABEL.test(label) ? undefined : labelName(times ? label.slice(0, times.index) : label, line)
  sites.push({ devices: cell.devices, ...(count && count > 1 ? { count } : {}), ...(name ? { name } : {}) })
}

/** So many lines may stand between a site's name and its count. */
const MAX_APART = 4

/** "Site: Teesport / OT assets: 1,275": names and counts on lines of their own; undefined where most counts stand otherwise. */
function readPairs(all: readonly Entry[]): ListRead | undefined {
  const sites: Site[] = []
  const unreadable: Unreadable[] = []
  const siteLines: number[] = []
  const lines = new Set<number>()
  let open: { readonly name: string | undefined; readonly line: number } | undefined
  for (const { label, cell, line } of all) {
    if (NAME_LABEL.test(label.trim()) && cell.kind === 'text') {
      open = { name: labelName(line.text.replace(/^[^:=-]{0,60}[:=-]\s*/u, ''), line), line: line.number }
      lines.add(line.number)
    } else if (open?.name && COUNT_LABEL.test(label.trim()) && line.number - open.line <= MAX_APART && /^(?:count|bad)$/u.test(cell.kind)) {
      lines.add(line.number)
      if (cell.kind === 'count') {
        sites.push({ devices: cell.devices, name: open.name })
        siteLines.push(line.number)
      } else if (cell.kind === 'bad') unreadable.push({ line: line.number, text: line.text.trim(), why: cell.why })
      open = undefined
    }
  }
  const read = sites.length + unreadable.length
  return sites.length > 0 && read * 2 > all.filter(counts).length ? { sites, unreadable, siteLines, lines } : undefined
}
