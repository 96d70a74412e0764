import type { Line } from '../text.ts'
import { WHY } from './found.ts'
import { type Cell, readCell } from './site-cells.ts'
import { isDeviceNoun, isOtherNoun, isPlaceNoun } from './site-words.ts'

export const BULLET = /^\s*(?:[-*•·‣◦>+]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|[☐✓✔]\s*)/iu

export interface Entry {
  readonly line: Line
  readonly bulleted: boolean
  readonly label: string
  readonly cell: Cell
  /** A mark stands between label and count: "Leeds: 430". */
  readonly marked: boolean
  /** What stands behind the mark, where it is no count. */
  readonly value?: string
}

/** Words before a value that name something else than a site. */
export const NO_SITE =
  /^(?:(?:opp|opportunity|deal|quote|crm|customer|project|close|closing|go[- ]?live|expected|due|delivery|created|valid|order|account|stage|probability|revenue)(?: (?:id|no\.?|nr\.?|number|date|value|amount|until|till|close|stage|#))?|(?:phone|tel|telephone|fax|mobile|mob|cell|handy|(?:call|ring|reach|text|whatsapp)(?: me| us)?(?: (?:on|at|back))?)[\d ()/.:+-]*|fy|ref|reference|po|order|invoice|ticket|case|id|budget|people|headcount|employees|users|area|year|growth|planned growth|expected growth|price|amount|date|deadline|contact|version|expiry|start|end|trial (?:start|end)|licen[cs]es?|sku|size|cloud|account|role|tenant|number of sites|sites|no of sites|page|re|fw|fwd|subject|room|ext|vat|zip|shifts|note|notes|ps|p\.s|and|or|is|are|we have|we are|we're|about|only|i have|i need|currently|so|for|at|in|than|of|with)$/iu
/** A line of its own that gives the count of the site named on the line before. */
export const COUNT_LABEL =
  /^(?:(?:number of |no\.? of |total |# ?)?(?:ot |it |iot |networked |connected )?(?:devices?|assets?|endpoints?|device count|geräte|appareils|nodes|hosts|machines)(?: count)?|count|qty|quantity|total(?: devices)?)$/iu
/** "Leeds devices: 430" is Leeds. */
const COUNT_WORDS = /[\s,;|-]{1,3}(?:ot |it |iot )?(?:devices?|assets?|endpoints?|device count)$/iu
export const NAME_LABEL = /^(?:site|site name|plant|location|name|facility|standort|plant name|facility name|location name)$/iu

/** Longer lines are no entries but prose. */
export const MAX_LINE = 180

/** One line as an entry: "Leeds: 430", "4) Vejle 99", "Karlstad = tbd", "430 - Leeds", "400". */
export function entryOf(line: Line): Entry | undefined {
  const bullet = BULLET.exec(line.text)
  const text = line.text
    .slice(bullet?.[0].length ?? 0)
    .trim()
    .replace(/[*`]{2}/gu, '')
    .replace(/^(?:site|plant|location|name)\s?[:=]\s?(?=[^:=]*[:=])/iu, '')
    .replace(/(?<=\d.{0,20}) \([^()\d]{1,40}[:=][^()]{0,40}\)$/u, '')
  if (text === '' || text.length > MAX_LINE || /^https?:/u.test(text) || TELEPHONE.test(text)) return undefined
  const marked = byBrackets(text) ?? byMark(text)
  // "Line 3 - Hall 2 400": the dash is the name's.
  const inName = marked?.cell.kind === 'text' && !/[:=|;\t→]|->/u.test(text) ? byEnd(text) : undefined
  const parts =
    entirely(text) ??
    inName ??
    (marked?.cell.kind === 'text' ? byStart(text) : undefined) ??
    marked ??
    byEnd(text) ??
    byStart(text) ??
    alone(text)
  if (!parts) return undefined
  // "Lyon: 400 devices, 300 PLCs": which number is meant can't be told.
  const cell: Cell = parts.cell.kind === 'count' && isOfCount(parts.label) ? { kind: 'bad', why: WHY.choice } : parts.cell
  const base = { line, cell, marked: marked !== undefined && parts === marked, ...(parts.value ? { value: parts.value } : {}) }
  const letter = /^\s*\(?(\p{Lu})[.)]/u.exec(line.text)?.[1]
  if (letter && parts.label === '') return { ...base, bulleted: true, label: letter }
  const label = COUNT_LABEL.test(parts.label.trim()) ? parts.label : parts.label.replace(COUNT_WORDS, '')
  return { ...base, bulleted: bullet !== null, label }
}

/** "John 0170 1234567", "+49 170 1234567" */
const TELEPHONE = /(?:^|[\s:])(?:0\d{2,5}[ )/-]{1,2}\d{6,10}|\+\d{1,3}[ /-]\d[\d ()/-]{6,14})\W*$/u

/** "Lyon: 400 devices" as a label of another number. */
export const isOfCount = (label: string) => isDeviceNoun(/\d[\d.,]{0,9}k? (\p{L}+)\W*$/u.exec(label)?.[1]?.toLowerCase() ?? '')

type Parts = Pick<Entry, 'label' | 'cell' | 'value'>

const MARK =
  /\s*(?::|=+>?|-+>|→|\.{3,}|\t|\||;|(?:(?<!\d),|,(?=\s))(?=\s*[\d~<>?]|\s*(?:tbd|n\/a|unknown))|\s-+(?=\s)|(?<=\p{L})-+(?=\d))\s*/gu
/** So many marks are tried in one line. */
const MAX_MARKS = 8

/** "Leeds: 430", "Lyon - 320", "A = 120", "Line 3 - Hall 2 - 77": what follows a mark is the value; the first mark with one counts. */
function byMark(text: string): Parts | undefined {
  const open = /^([\p{L}\d].{0,100}?)\s-+$/u.exec(text)
  if (open) return { label: (open[1] ?? '').replace(/\s*[:=]$/u, ''), cell: { kind: 'empty' } }
  let first: Parts | undefined
  for (const mark of [...text.matchAll(MARK)].slice(0, MAX_MARKS)) {
    const [label, value] = [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)]
    if (label === '' || (mark[0] === ':' && isTime(label, value))) continue
    const cell = readCell(value)
    if (cell.kind === 'count') return rangeAcross(label, mark[0], value) ?? { label, cell }
    if (cell.kind === 'bad') return { label, cell }
    const empty = cell.kind === 'empty' && /[:=]\s*-*\s*$/u.test(text)
    if (empty && !first) return { label, cell: { kind: 'empty' } }
    first ??= { label, cell: { kind: 'text' }, value }
  }
  return first
}

/** "Our call at 10:30". */
const isTime = (label: string, value: string) =>
  /\b(?:at|from|by|until|till|to|um|@) [012]?\d$/iu.test(label) && /^[0-5]\d(?!\d)/u.test(value)

/** "Leeds 100 - 200": a range, where the number before the dash belongs to no label ("Plant 2 - 350"). */
function rangeAcross(label: string, mark: string, value: string): Parts | undefined {
  const parts = mark.trim() === '-' ? /^(.*\p{L}.*) (\d[\d.,']*k?)$/u.exec(label) : undefined
  const [low, high] = [readCell(parts?.[2] ?? ''), readCell(value)]
  if (!parts || low.kind !== 'count' || high.kind !== 'count' || isNumbered(parts[1] ?? '')) return undefined
  const isClose = low.devices < high.devices && high.devices <= 3 * low.devices
  return isClose ? { label: parts[1] ?? '', cell: readCell(`${parts[2]}-${value}`) } : undefined
}

/** "Plant", "unit": what is followed by its number. */
function isNumbered(label: string): boolean {
  const lastWord = /\S+$/u.exec(label)?.[0].toLowerCase() ?? ''
  return isPlaceNoun(lastWord) || /^(?:no|nr|#|number|unit|phase)\.?$/u.test(lastWord)
}

/** "Leeds (430)". */
function byBrackets(text: string): Parts | undefined {
  const match = /^([^()]{1,110}?)\s*[([]([^()]{1,40})[)\]]\s*\.?$/u.exec(text)
  const cell = readCell(match?.[2] ?? '')
  // "Graz 310 devices (8010)": the count stands before.
  const counted = /\d\s?(\p{L}+)$/u.exec(match?.[1] ?? '')?.[1]
  if (counted && isDeviceNoun(counted.toLowerCase())) return undefined
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
  const taken = found.label.slice(next.label.length).trim()
  if (!/^\d/u.test(taken) || / (?:to|or|of|and|x|×|[-/])$/iu.test(found.label) || ('count' in next.cell && next.cell.count)) return next
  return isNumbered(next.label) ? found : next
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

/** "Four hundred", "12 x 80": all of it is the number. */
const entirely = (text: string): Parts | undefined => (ALL_NUMBER.test(text) ? alone(text) : undefined)
const ALL_NUMBER = /^\D{0,60}\b(?:hundred|thousand|dozen|grand)\b\D{0,60}$|^\d{1,5} ?[x×*] ?\d[\d.,]*k?$/iu

/** "400", "430 devices", "tbd" alone on their line. */
function alone(text: string): Parts | undefined {
  const cell = readCell(text)
  return cell.kind === 'count' || cell.kind === 'bad' ? { label: '', cell } : undefined
}
