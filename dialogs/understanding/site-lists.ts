import type { Site } from '../../rules/facts.ts'
import type { Unreadable } from '../ports.ts'
import { readGrowth } from './growth.ts'
import { mergeNumbers } from './numbers.ts'
import { type Cell, NO_COUNT, NOT_A_NUMBER, readCell } from './site-cells.ts'
import { siteName } from './site-names.ts'
import type { ListRead } from './site-tables.ts'
import { isDeviceNoun, isOtherNoun, isPlaceNoun, TOTAL } from './site-words.ts'
import { readSites } from './sites.ts'
import { findSpoiled } from './spoiled.ts'
import type { Line } from './text.ts'
import { tokenize } from './tokens.ts'

const BULLET = /^\s*(?:[-*•·‣◦>+]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|[☐✓✔]\s*)/iu

interface Entry {
  readonly line: Line
  readonly bulleted: boolean
  readonly label: string
  readonly cell: Cell
}

/** Words before a value that name something else than a site. */
const NO_SITE =
  /^(?:phone|tel|telephone|fax|mobile|ref|reference|po|order|invoice|ticket|case|id|budget|people|headcount|employees|users|area|year|growth|planned growth|expected growth|price|amount|date|deadline|contact|version|expiry|start|end|trial (?:start|end)|licen[cs]e|sku|size|cloud|account|role|tenant|number of sites|sites|no of sites|page|re|fw|fwd|subject|room|ext|vat|zip|shifts|note|notes|ps|p\.s|and|or|is|are|we have|we are|we're|about|only|i have|i need|currently|so|for|at|in|than|of|with)$/iu
/** A line of its own that gives the count of the site named on the line before. */
const COUNT_LABEL =
  /^(?:(?:number of |no\.? of |total |# ?)?(?:ot |it |iot |networked |connected )?(?:devices?|assets?|endpoints?|device count|geräte|appareils|nodes|hosts|machines)(?: count)?|count|qty|quantity|total(?: devices)?)$/iu
/** "Leeds devices: 430" is Leeds. */
const COUNT_WORDS = /[\s,;|-]{1,3}(?:ot |it |iot )?(?:devices?|assets?|endpoints?|device count)$/iu
const NAME_LABEL = /^(?:site|site name|plant|location|name|facility|standort|plant name|facility name|location name)$/iu

/** One line as an entry: "Leeds: 430", "4) Vejle 99", "Karlstad = tbd", "430 - Leeds", "400". */
function entryOf(line: Line): Entry | undefined {
  const bullet = BULLET.exec(line.text)
  const text = line.text
    .slice(bullet?.[0].length ?? 0)
    .trim()
    .replace(/[*`]{2}/gu, '')
    .replace(/^(?:site|plant|location|name)\s?[:=]\s?(?=[^:=]*[:=])/iu, '')
    .replace(/(?<=\d.{0,20}) \([^()\d]{1,40}[:=][^()]{0,40}\)$/u, '')
  if (text === '' || text.length > 120 || /^https?:/u.test(text)) return undefined
  const parts = byBrackets(text) ?? byMark(text) ?? byEnd(text) ?? byStart(text) ?? alone(text, bullet !== null)
  if (!parts) return undefined
  const letter = /^\s*\(?(\p{Lu})[.)]/u.exec(line.text)?.[1]
  if (letter && parts.label === '') return { line, bulleted: true, cell: parts.cell, label: letter }
  const label = COUNT_LABEL.test(parts.label.trim()) ? parts.label : parts.label.replace(COUNT_WORDS, '')
  return { line, bulleted: bullet !== null, cell: parts.cell, label }
}

type Parts = Pick<Entry, 'label' | 'cell'>

/** "Leeds: 430", "Lyon - 320", "A = 120", "Kemi -> 77": what follows the last mark is the value. */
function byMark(text: string): Parts | undefined {
  const match =
    /^(.{1,80}?)\s*(?::|=+>?|-+>|→|\.{3,}|\t|\||(?:(?<!\d),|,(?=\s))(?=\s*[\d~<>?]|\s*(?:tbd|n\/a|unknown))|\s-+(?=\s)|(?<=\p{L})-+(?=\d))\s*(.{0,60})$/u.exec(
      text,
    )
  const open = /^(\p{L}.{0,60}?)\s-+$/u.exec(text)
  if (open) return { label: open[1] ?? '', cell: { kind: 'empty' } }
  if (!match) return undefined
  const [label, value] = [match[1] ?? '', match[2] ?? '']
  const cell = readCell(value)
  if (cell.kind === 'count' || cell.kind === 'bad') return { label, cell }
  if (cell.kind === 'empty' && /[:=]\s*-*\s*$/u.test(text)) return { label, cell: { kind: 'empty' } }
  const nested = byMark(value)
  if (nested && nested.cell.kind !== 'text' && nested.cell.kind !== 'empty') return { label: `${label} ${nested.label}`, cell: nested.cell }
  return { label, cell: { kind: 'text' } }
}

/** "Leeds (430)". */
function byBrackets(text: string): Parts | undefined {
  const match = /^([^()]{1,80}?)\s*[([]([^()]{1,40})[)\]]\s*\.?$/u.exec(text)
  const cell = readCell(match?.[2] ?? '')
  return match && (cell.kind === 'count' || cell.kind === 'bad') ? { label: match[1] ?? '', cell } : undefined
}

/** "Vejle 99", "Hospital North 640 devices", "Hull tbd": the shortest end that is a value. */
function byEnd(text: string): Parts | undefined {
  const words = text.split(/\s+/u)
  if (words.length < 2 || words.length > 10) return undefined
  let found: Parts | undefined
  for (let at = words.length - 1; at >= Math.max(1, words.length - 5); at -= 1) {
    const cell = readCell(words.slice(at).join(' '))
    if (cell.kind === 'count' || cell.kind === 'bad') found = longer(found, { label: words.slice(0, at).join(' '), cell })
  }
  return found && /\p{L}/u.test(found.label) && found.label.split(' ').length <= 6 ? found : undefined
}

/** A longer end wins where it takes in a sign or a group ("> 1 000"), not where it takes a number off the label ("Plant 2 350"). */
function longer(found: Parts | undefined, next: Parts): Parts {
  if (!found) return next
  const lastWord = /\S+$/u.exec(next.label)?.[0].toLowerCase() ?? ''
  const tookLabelNumber = isPlaceNoun(lastWord) || /^(?:no|nr|#|number|unit|phase)\.?$/u.test(lastWord)
  return tookLabelNumber ? found : next
}

/** "430 Leeds", "430 devices - Leeds", "430x Leeds". */
function byStart(text: string): Parts | undefined {
  const match =
    /^([~<>≥≤]?\s*\d[\d.,' ]{0,10}\d?k?|\d|n\/a|tb[acd]|\?{1,3}|unknown)(?:\s*(?:devices?|devs?|assets?|x))?\s*(?:-|:|=|,|;|\bin\b|\bat\b|\bfor\b|@)?\s+(\p{L}.{1,50})$/iu.exec(
      text,
    )
  if (!match) return undefined
  const [first = ''] = (match[2] ?? '').toLowerCase().split(/\s+/u)
  if (isDeviceNoun(first) || isPlaceNoun(first) || isOtherNoun(first) || !/^\p{Lu}/u.test(match[2] ?? '')) return undefined
  const cell = readCell(match[1] ?? '')
  return cell.kind === 'count' || cell.kind === 'bad' ? { label: match[2] ?? '', cell } : undefined
}

/** "400", "430 devices", "tbd" alone on their line. */
function alone(text: string, bulleted: boolean): Parts | undefined {
  const cell = readCell(text)
  return cell.kind === 'count' || (cell.kind === 'bad' && (bulleted || /\d/u.test(text))) ? { label: '', cell } : undefined
}

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
