import type { Site } from '../../rules/facts.ts'
import type { Unreadable } from '../ports.ts'
import { type Cell, NO_COUNT, NOT_A_NUMBER, readCell } from './site-cells.ts'
import { siteName } from './site-names.ts'
import { TOTAL } from './site-words.ts'
import { SPLITS, type Split } from './table-cells.ts'
import { type Columns, guessed, headed, isHeader, type Row } from './table-columns.ts'
import type { Line } from './text.ts'

export interface ListRead {
  readonly sites: readonly Site[]
  readonly unreadable: readonly Unreadable[]
  /** Numbers of the lines that belong to the list, so that nothing else reads them. */
  readonly lines: ReadonlySet<number>
}

/** A table pasted into the message, by tabs, pipes, semicolons, aligned spaces or commas; undefined where there is none. */
export function readTable(lines: readonly Line[]): ListRead | undefined {
  const body = lines.filter(line => line.role === 'body')
  for (const { has, split } of SPLITS) {
    if (body.filter(line => has.test(line.text)).length < 2) continue
    const read = readWith(lines, has, split)
    if (read) return read
  }
  return undefined
}

function readWith(lines: readonly Line[], has: RegExp, split: Split): ListRead | undefined {
  const rows = lines.flatMap(line =>
    line.role === 'body' && has.test(line.text) && !isRule(line.text) ? [{ line, cells: split(line.text) }] : [],
  )
  const table = rows.filter(row => row.cells.length >= 2 && row.cells.length <= 30 && row.cells.every(cell => cell.length <= 80))
  const header = table.find(row => isHeader(row))
  const data = table.filter(row => row !== header && (!header || row.line.number > header.line.number))
  const counted = data.filter(row => row.cells.some(cell => readCell(cell).kind === 'count'))
  if (counted.length < (header ? 1 : 2)) return undefined
  const columns = header ? headed(header, counted) : guessed(counted)
  if (!columns) return undefined
  const first =
    header?.line.number ?? data.find(row => row.cells.some(cell => /^(?:count|bad)$/u.test(readCell(cell).kind)))?.line.number ?? 0
  const last = data.findLast(row => isDataRow(row, columns))?.line.number ?? 0
  const within = lines.filter(line => line.number >= first && line.number <= last)
  const proper = counted.filter(row => columns.devices.some(column => readCell(cellAt(row, columns, column)).kind === 'count'))
  return proper.length >= (header ? 1 : 2) ? readRows(within, new Map(table.map(row => [row.line.number, row])), columns) : undefined
}

const isRule = (text: string) => /^[\s|:=+_-]{3,}$/u.test(text)

/** A row may have more cells than the header where thousands were split at a comma: "Lille,1,450". */
function cellAt(row: Row, columns: Columns, column: number): string {
  const { width } = columns
  if (row.cells.length !== width + 1 || column !== width - 1) return row.cells[column] ?? ''
  const [head, tail] = row.cells.slice(-2)
  return /^\d{1,3}$/u.test(head ?? '') && /^\d{3}$/u.test(tail ?? '') ? `${head},${tail}` : (row.cells[column] ?? '')
}

function isDataRow(row: Row, columns: Columns): boolean {
  const cells = columns.devices.map(column => readCell(cellAt(row, columns, column)).kind)
  return (
    cells.includes('count') ||
    cells.includes('bad') ||
    (columns.name !== undefined && row.cells.length > 1 && (row.cells[columns.name] ?? '') !== '')
  )
}

function readRows(within: readonly Line[], rows: ReadonlyMap<number, Row>, columns: Columns): ListRead {
  const sites: Site[] = []
  const unreadable: Unreadable[] = []
  const drop = (line: Line, why: string) => unreadable.push({ line: line.number, text: line.text.trim(), why })
  for (const line of within) {
    const row = rows.get(line.number)
    if (line.role !== 'body' || isRule(line.text) || row === columns.header) continue
    if (!row) {
      if (isLoneName(line.text)) drop(line, NO_COUNT)
      continue
    }
    if (row.cells.some(cell => TOTAL.test(cell)) || isHeaderAgain(row, columns)) continue
    const name = columns.name === undefined ? undefined : siteName(row.cells[columns.name] ?? '')
    const count = addUp(columns.devices.map(column => readCell(cellAt(row, columns, column))))
    if (count.kind === 'count') {
      if (!name && isSumOf(sites, count.devices)) continue
      sites.push(siteOf(count, name, columns.siteCount === undefined ? undefined : readCell(row.cells[columns.siteCount] ?? '')))
    } else if (count.kind === 'bad') drop(line, count.why)
    else if (name && !(count.kind === 'empty' && isSection(row))) drop(line, count.kind === 'empty' ? NO_COUNT : NOT_A_NUMBER)
  }
  return { sites, unreadable, lines: new Set(within.map(line => line.number)) }
}

/** The header repeated further down; a row with a misread figure ("Site 23;1O0") is none. */
const isHeaderAgain = (row: Row, { header }: Columns) =>
  isHeader(row) && (!row.cells.some(cell => /\d/u.test(cell)) || row.cells.join('|') === header?.cells.join('|'))

const isSumOf = (sites: readonly Site[], devices: number) =>
  sites.length > 1 && sites.reduce((sum, site) => sum + site.devices * (site.count ?? 1), 0) === devices

/** "North region:" between the rows opens a section. */
const isSection = (row: Row) =>
  /:$|\b(?:region|area|country|division|cluster|group|zone)\b/iu.test(row.cells.find(cell => cell !== '') ?? '')

const isLoneName = (text: string) =>
  /^\s*\p{Lu}[\p{L}\d.'-]*(?: [\p{L}\d.'-]+){0,3}\s*$/u.test(text) &&
  !/\b(?:region|area|country|division|cluster|group|zone|thanks|regards|total|note)\b/iu.test(text)

function addUp(cells: readonly Cell[]): Cell {
  const [only] = cells
  if (cells.length <= 1) return only ?? { kind: 'empty' }
  const fault = cells.find(cell => cell.kind === 'bad' && cell.why !== 'zero devices') ?? cells.find(cell => cell.kind === 'text')
  if (fault) return fault
  const devices = cells.reduce((sum, cell) => sum + (cell.kind === 'count' ? cell.devices : 0), 0)
  return devices > 0 ? { kind: 'count', devices } : (cells.find(cell => cell.kind === 'bad') ?? { kind: 'empty' })
}

function siteOf(cell: { devices: number; count?: number }, name: string | undefined, sites: Cell | undefined): Site {
  const count = sites?.kind === 'count' ? sites.devices : cell.count
  return { devices: cell.devices, ...(count && count > 1 ? { count } : {}), ...(name ? { name } : {}) }
}
