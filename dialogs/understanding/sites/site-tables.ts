import type { Site } from '../../../rules/facts.ts'
import type { Unreadable } from '../../ports.ts'
import type { Line } from '../text.ts'
import { WHY } from './found.ts'
import { namesDevices } from './kind-columns.ts'
import { isLoneName, isRule, isTotal } from './line-kinds.ts'
import { isOfCount, NO_SITE } from './list-entries.ts'
import { isSection } from './regions.ts'
import { type Cell, readCell } from './site-cells.ts'
import { isCounted, labelName } from './site-names.ts'
import { fitted, isSplitThousand, SEPARATORS, type Separator } from './table-cells.ts'
import { type Columns, guessed, headed, isHeader, type Row } from './table-columns.ts'

/** A table found in a message: what each of its lines holds, by the line's number. */
export interface Table {
  readonly rows: ReadonlyMap<number, TableRow>
  /** How many rows have a count. */
  readonly counted: number
  /** Where the last column starts at the earliest, in a table aligned by spaces: what ends before has no count. */
  readonly edge?: number
}

export interface TableRow {
  readonly row: Row
  /** None for a header, and where it is asked which of them count. */
  readonly columns?: Columns
  /** Why the rows below the header can't be read. */
  readonly why?: string
}

/** A table pasted into the message, by tabs, pipes, semicolons, aligned spaces or commas: the one that most lines fit. */
export function findTable(lines: readonly Line[]): Table | undefined {
  const ends = lines.findLast(line => line.role === 'aside')?.number ?? 0
  const body = lines.filter(line => line.role === 'body')
  let best: Table | undefined
  for (const separator of SEPARATORS) {
    if (body.filter(line => separator.has.test(line.text)).length < 2) continue
    const table = tableOf(body, separator, ends)
    if (table && table.counted > (best?.counted ?? 0)) best = table
    if (best && best.counted * 2 > body.length) return best
  }
  return best
}

/** Whether lines are nothing but a table below a header that names devices. */
export function isDeviceTable(lines: readonly Line[]): boolean {
  const table = findTable(lines)
  const rows = table ? [...table.rows.values()] : []
  const isHeaded = rows[0]?.columns === undefined && namesDevices(rows[0]?.row.cells ?? [])
  return (
    isHeaded && lines.every(({ role, text, number }) => role !== 'body' || text.trim() === '' || isRule(text) || table?.rows.has(number))
  )
}

/** @param ends the line of a closing: what stands below it without a count is the signature */
function tableOf(body: readonly Line[], separator: Separator, ends: number): Table | undefined {
  const all = rowsIn(body, separator)
  while (all.length > 0 && (all.at(-1)?.line.number ?? 0) > ends && ends > 0 && !all.at(-1)?.values.some(isMeantAsCount)) all.pop()
  const tables = partsOf(all)
  const needed = tables.some(({ header }) => header) ? 1 : 2
  if (all.filter(hasCount).length < needed) return undefined
  const rows = new Map<number, TableRow>()
  let proper = 0
  for (const part of tables) {
    const counted = readPart(part, separator, rows)
    if (counted === undefined) return undefined
    proper += counted
  }
  if (proper < needed) return undefined
  const starts = separator.aligned
    ? all.filter(hasCount).map(({ line, cells }) => line.text.trimEnd().length - (cells.at(-1)?.length ?? 0))
    : []
  return { rows, counted: proper, ...(starts.length > 0 ? { edge: Math.min(...starts) } : {}) }
}

/** Reads one part of a table into `rows`; how many of them have counts, none where it is no table. */
function readPart({ header, data: told }: Part, separator: Separator, rows: Map<number, TableRow>): number | undefined {
  const data = header ? inThousands(header.cells, told) : told
  const withCounts = data.filter(hasCount)
  const columns = header ? headed(header.cells, withCounts) : guessed(withCounts)
  const why = columns?.isAsked ? { why: WHICH_COLUMN } : {}
  for (const row of header?.rows ?? []) rows.set(row.line.number, { row, ...why })
  if (!columns) return 0
  if (header && columns.isAsked) {
    for (const row of data) rows.set(row.line.number, { row })
    return withCounts.length
  }
  const unsure = !header && separator.literally !== undefined && mayBeThousands(withCounts, columns)
  // "York,800" beside "Lyon,1,200": no column is between them.
  if (unsure && data.some(({ cells }) => cells.length < columns.width)) return undefined
  const isTwo = unsure || columns.isAsked
  let counted = 0
  for (const row of header ? data : withinCounts(data)) {
    const fits = isTwo ? withTwoNumbers(row, columns) : fit(row, columns, separator)
    rows.set(row.line.number, { row: fits, columns })
    if (isTwo || columns.devices.some(column => fits.values[column]?.kind === 'count')) counted += 1
  }
  return counted
}

const THOUSANDS = /\((?:in )?(?:k|thousands?|tsd\.?|'?000s?)\)|\bin (?:k|thousands?|tsd)\b|\bx ?1[,.]?000\b|(?:^|\s)'000s?\b/iu

/** Rows below "Devices (k)", "in thousands" with their numbers as they are meant. */
function inThousands(titles: readonly string[], data: readonly Row[]): readonly Row[] {
  const isScaled = titles.map(title => THOUSANDS.test(title))
  if (!isScaled.includes(true)) return data
  const scaled = (cell: string, column: number) => (isScaled[column] && /^\d+(?:[.,]\d+)?$/u.test(cell) ? `${cell}k` : cell)
  return data.map(({ line, cells }) => rowOf(line, cells.map(scaled)))
}

/** "Lyon,1,200": a number with its mark, or two columns. */
const mayBeThousands = (rows: readonly Row[], { width, devices: [devices = 0] }: Columns) =>
  rows.filter(({ cells }) => cells.length >= width).every(({ cells }) => isSplitThousand(cells[devices - 1], cells[devices]))

function withTwoNumbers(row: Row, { devices }: Columns): Row {
  const bad: Cell = { kind: 'bad', why: WHY.choice }
  return { ...row, values: row.values.map((value, column) => (devices.includes(column) ? bad : value)) }
}

/** Without the lines of prose before and behind the rows, which may hold the mark as well ("Hello,"). */
function withinCounts(data: readonly Row[]): readonly Row[] {
  const isMeant = ({ cells, values }: Row) =>
    values.some(isMeantAsCount) ||
    cells.slice(1).some(cell => /^\S*\d\S*$/u.test(cell)) ||
    (isLoneName(cells[0] ?? '') && !/[?!:]$/u.test(cells.at(-1) ?? ''))
  return data.slice(data.findIndex(isMeant), data.findLastIndex(isMeant) + 1)
}

const isMeantAsCount = ({ kind }: Cell) => kind === 'count' || kind === 'bad'
/** In characters; a longer one is a sentence. */
const MAX_CELL = 160

const hasCount = ({ values }: Row) => values.some(({ kind }) => kind === 'count')

function rowsIn(body: readonly Line[], { has, split, literally }: Separator): Row[] {
  const marked = body.filter(({ text }) => has.test(text) && !isRule(text))
  const all = marked.map(line => ({ line, cells: split(line.text) })).filter(({ line, cells }) => !isListed(cells, line.text))
  const isRow = (cells: readonly string[]) => cells.length >= 2 && cells.length <= 40 && cells.every(cell => cell.length <= MAX_CELL)
  const single = all.filter(({ cells }) => cells.length < 2).length
  const [first] = all
  const isBelowWords = first !== undefined && first.cells.filter(cell => cell !== '').length > 1 && !/\d/u.test(first.line.text)
  // Few lines with a mark in their number alone ("Plant 50,697") are rows as the others are, and so are all below "Id,Devices"; many are a
  // list ("Leeds 1,200").
  const resplit = literally && (single * 2 < all.length || isBelowWords) ? literally : undefined
  return all.flatMap(({ line, cells }): Row[] => {
    const better = resplit && cells.length < 2 ? resplit(line.text) : cells
    return isRow(better) ? [rowOf(line, better)] : []
  })
}

/** "Lyon: 100, 200, 300", "Lyon 100, 200": a list of its own. */
const isListed = (cells: readonly string[], text: string) =>
  cells.some((cell, at) => /^~?\d/u.test(cells[at + 1] ?? '') && isLabelled(cell)) ||
  (isCounted(cells[0] ?? '') && text.includes(`${cells[0]}, `))

/** "Lyon: 100"; by its last mark, as a pattern over all of a cell would begin anew at each letter. */
function isLabelled(cell: string): boolean {
  const mark = Math.max(cell.lastIndexOf(':'), cell.lastIndexOf('='))
  return mark > 0 && /^ ?~?\d[\d.,' ]*k?$/iu.test(cell.slice(mark + 1)) && /\p{L}[^:=]*$/u.test(cell.slice(0, mark).slice(-MAX_CELL))
}

const rowOf = (line: Line, cells: readonly string[]): Row => ({ line, cells, values: cells.map(readCell) })

function fit(row: Row, { width, name }: Columns, { literally }: Separator): Row {
  const literal = literally && row.cells.length < width ? literally(row.line.text) : row.cells
  const cells =
    literal.length > width ? fitted(row.line.text, literal, width, name, cell => /^(?:count|bad)$/u.test(readCell(cell).kind)) : literal
  return cells === row.cells ? row : rowOf(row.line, cells)
}

const WHICH_COLUMN = 'which column has the devices? Send the one that counts all of a site, or their sum'

interface Part {
  readonly header?: { readonly cells: readonly string[]; readonly rows: readonly Row[] }
  readonly data: readonly Row[]
}

/** The table at its headers: each with the rows below it, until another one. A header may take several rows, and be repeated. */
function partsOf(rows: readonly Row[]): readonly Part[] {
  const parts: { header?: Part['header']; data: Row[] }[] = []
  let open: Row[] = []
  const isAnother = (row: Row) =>
    isHeader(row, parts.length === 0 || (parts.length === 1 && !parts[0]?.header && (parts[0]?.data.length ?? 0) < 2))
  for (const row of rows) {
    if (isAnother(row)) {
      open.push(row)
      continue
    }
    if (open.length > 0) addHeader(parts, open)
    open = []
    if (parts.length === 0) parts.push({ data: [] })
    parts.at(-1)?.data.push(row)
  }
  if (open.length > 0) addHeader(parts, open)
  const [first, ...others] = parts
  return first && !first.header && others.length > 0 && first.data.every(isTitle) ? others : parts
}

/** "Inventory;March 2026" above a header. */
const isTitle = ({ values }: Row) => !values.some(value => value.kind === 'count' && !(value.devices >= 1990 && value.devices <= 2035))

/** The same header again goes on with the same columns. */
function addHeader(parts: { header?: Part['header']; data: Row[] }[], rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const cells = Array.from({ length: width }, (_, column) =>
    rows
      .map(row => row.cells[column] ?? '')
      .join(' ')
      .trim(),
  )
  const same = parts.find(({ header }) => header?.cells.join('|').toLowerCase() === cells.join('|').toLowerCase())
  if (!same?.header) {
    parts.push({ header: { cells, rows }, data: [] })
    return
  }
  same.header = { cells, rows: [...same.header.rows, ...rows] }
  parts.splice(parts.indexOf(same), 1)
  parts.push(same)
}

/** What one row says, in the light of the sites above it: one of them, or their total. `since` of them stand above the last total. */
export function readRow(
  { row, columns, why }: TableRow,
  sites: readonly Site[],
  since: number,
): Site | Unreadable | { readonly total: Cell } | undefined {
  if (!columns) return why === undefined ? undefined : { line: row.line.number, text: row.cells.join(' | '), why }
  const label = columns.name === undefined ? (row.cells.find(cell => cell !== '') ?? '') : (row.cells[columns.name] ?? '')
  const count = addUp(columns.devices.map(column => row.values[column] ?? { kind: 'empty' }))
  const named = columns.name === undefined ? '' : label
  if (isTotal(named === '' ? textIn(row) : named, count, sites, since)) return { total: count }
  const name = columns.name === undefined ? undefined : labelName(label, row.line)
  const fault = (why: string): Unreadable => ({ line: row.line.number, text: row.line.text.trim(), why })
  if (count.kind === 'count')
    return tooWide(row, columns) || isOfCount(named) ? fault(WHY.choice) : siteOf(count, name, row.values[columns.siteCount ?? -1])
  if (NO_SITE.test(label) || (!name && columns.name !== undefined && row.cells.every(cell => cell === ''))) return undefined
  if (count.kind === 'bad') return fault(count.why)
  if (!row.cells.some(cell => /[\p{L}\p{N}]/u.test(cell))) return undefined
  if (count.kind === 'text') return fault(WHY.text)
  return row.cells.filter(cell => cell !== '').length < 2 && isSection(label) ? undefined : fault(WHY.none)
}

/** The first words of a row without a name: its total may stand in another column. */
const textIn = ({ cells, values }: Row) => cells.find((cell, column) => values[column]?.kind === 'text' && /\p{L}/u.test(cell)) ?? ''

/** More counts than the table has columns, or one that may be of sites: which one is meant can't be told. */
function tooWide({ values }: Row, { width, doubted = -1 }: Columns): boolean {
  const other = values[doubted]
  return values.slice(width).some(({ kind }) => kind === 'count') || (other?.kind === 'count' && other.devices > 1)
}

function addUp(cells: readonly Cell[]): Cell {
  const [only] = cells
  if (cells.length <= 1) return only ?? { kind: 'empty' }
  const fault = cells.find(cell => cell.kind === 'bad' && cell.why !== WHY.zero) ?? cells.find(cell => cell.kind === 'text')
  if (fault) return fault
  const devices = cells.reduce((sum, cell) => sum + (cell.kind === 'count' ? cell.devices : 0), 0)
  return devices > 0 ? { kind: 'count', devices } : (cells.find(cell => cell.kind === 'bad') ?? { kind: 'empty' })
}

function siteOf(cell: { devices: number; count?: number }, name: string | undefined, sites: Cell | undefined): Site {
  const count = sites?.kind === 'count' ? sites.devices : cell.count
  return { devices: cell.devices, ...(count && count > 1 ? { count } : {}), ...(name ? { name } : {}) }
}
