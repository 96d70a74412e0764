import type { Site } from '../../rules/facts.ts'
import type { Unreadable } from '../ports.ts'
import { type Cell, NO_COUNT, NOT_A_NUMBER, readCell } from './site-cells.ts'
import { siteName } from './site-names.ts'
import { TOTAL } from './site-words.ts'
import type { Line } from './text.ts'

export interface ListRead {
  readonly sites: readonly Site[]
  readonly unreadable: readonly Unreadable[]
  /** Numbers of the lines that belong to the list, so that nothing else reads them. */
  readonly lines: ReadonlySet<number>
}

interface Row {
  readonly line: Line
  readonly cells: readonly string[]
}

interface Columns {
  readonly header?: Row
  /** How many cells a row has: as the header, or as most rows. */
  readonly width: number
  readonly name?: number
  /** Columns whose counts are added: one, or OT and IT. */
  readonly devices: readonly number[]
  readonly siteCount?: number
}

type Split = (text: string) => readonly string[]

/** Cells of a CSV line; a quoted field may hold the separator. */
function csv(separator: string): Split {
  return text => {
    const cells: string[] = []
    let cell = ''
    let quoted = false
    for (const letter of text) {
      if (letter === '"') quoted = !quoted
      else if (letter === separator && !quoted) {
        cells.push(cell.trim())
        cell = ''
      } else cell += letter
    }
    return [...cells, cell.trim()]
  }
}

const pipes: Split = text => {
  const cells = text.trim().split('|')
  const inner = text.trim().startsWith('|') ? cells.slice(1) : cells
  return (text.trim().endsWith('|') ? inner.slice(0, -1) : inner).map(cell => cell.replace(/[*`_]/gu, '').trim())
}

/** "Cork, 1,020": where separators have a space behind them, a comma without one belongs to a number. */
const commas: Split = text => csv(',')(/,\s/u.test(text) ? text.replace(/(?<=[\s,]\d{1,3}),(?=\d{3}(?!\d))/gu, "'") : text)

const SPLITS: readonly { readonly has: RegExp; readonly split: Split }[] = [
  {
    has: /\t/u,
    split: text =>
      text
        .replace(/^[ ]+/u, '')
        .split('\t')
        .map(cell => cell.trim().replace(/^"|"$/gu, '')),
  },
  { has: /\|/u, split: pipes },
  { has: /;/u, split: csv(';') },
  { has: /\S(?: {2,})\S/u, split: text => text.trim().split(/ {2,}/u) },
  { has: /,/u, split: commas },
]

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

type Meaning = 'name' | 'place' | 'devices' | 'each' | 'total' | 'ot' | 'it' | 'sites' | 'other'

const MEANINGS: readonly (readonly [Meaning, RegExp])[] = [
  [
    'other',
    /\b(?:people|headcount|employees?|staff|users?|fte|m\^?2|m2|sqm|sqft|area|year|since|built|phone|tel|zip|postcode|post code|plz|postal|code|id|no|nr|#|ref|price|cost|budget|eur|usd|shifts?|sensors?|licen[cs]es?|sku|size|date|owner|contact|manager|e-?mail|notes?|comments?|remarks?|status|priority|country|land|region|state|county|segment|type|category|kw|mw|address|growth|forecast|planned|future|target|next year|servers?|laptops?|office|vlans?|subnets?|ip range|version|floors?|buildings?|revenue|currency|cctv)\b/iu,
  ],
  [
    'sites',
    /\b(?:number of|no\.? of|nr\.? of|# ?of|#|qty|quantity|count of|how many|anzahl) ?(?:of )?(?:sites|locations|plants|stores|branches|standorte|facilities|shops|depots|stations|units)\b|^(?:sites|locations|stores|branches|plants|depots|stations|standorte) ?(?:#|count|qty)?$/iu,
  ],
  ['each', /(?:per|each|\/|pro|par) ?(?:site|location|plant|store|branch|standort|facility|unit|station)?\b.*|\beach\b/iu],
  ['total', /^(?:grand )?total\b|\btotal\b|\bsum\b|\bsumme\b|\bgesamt|\ball\b|\bcombined\b/iu],
  ['ot', /\b(?:ot|ics|scada|industrial)\b/iu],
  ['it', /\b(?:it|iot|iiot|eiot|medical)\b/iu],
  [
    'devices',
    /\b(?:devices?|devs?|dvcs?|assets?|endpoints?|count|qty|quantity|number|num|nodes?|hosts?|machines?|equipments?|ger[äa]e?te|anzahl|appareils?|[ée]quipements?|dispositivos?|equipos?|plcs?|ips?|things|stück|menge|nombre|cantidad|quantidade|inventory|amount|installed|liczba|antal|enheter|apparaten|aantal)\b/iu,
  ],
  [
    'name',
    /\b(?:sites?|plants?|facilit(?:y|ies)|locations?|name|standorte?|werke?|branch(?:es)?|stores?|depots?|factor(?:y|ies)|stations?|hospitals?|buildings?|campus|terminals?|mines?|warehouses?|mills?|usines?|lieu|sede|planta|filiale|ubicación|lokalizacja|zakład)\b/iu,
  ],
  ['place', /\b(?:city|town|ort|stadt|ville|ciudad|cidade|place|where|customer|client|account|area)\b/iu],
]

const EACH_DEVICES =
  /\b(?:devices?|assets?|endpoints?|avg|average)\b.*\b(?:per|each|\/|pro)\b|\b(?:per|each) (?:site|location|plant|store|branch|station|depot)\b/iu

function meaningOf(cell: string): Meaning | undefined {
  const text = cell.trim()
  if (text === '') return undefined
  if (EACH_DEVICES.test(text)) return 'each'
  const device = /\b(?:devices?|devs?|assets?|endpoints?|geräte|appareils?|nodes|hosts)\b/iu.test(text)
  for (const [meaning, pattern] of MEANINGS) {
    if (!pattern.test(text)) continue
    if (meaning === 'each') continue
    if (meaning === 'other' && device && !/\b(?:growth|forecast|planned|future|target|next year|office|cctv|sensors?)\b/iu.test(text))
      continue
    if (
      meaning === 'other' &&
      /\b(?:site|plant|location|facility|store|standort)\b/iu.test(text) &&
      !/\b(?:m2|area|type|manager|owner|contact|address|size|status)\b/iu.test(text)
    )
      return /\b(?:id|no|nr|#|code)\b/iu.test(text) ? 'place' : 'name'
    return meaning
  }
  return undefined
}

/** A row of words of which one at least names a column. */
function isHeader(row: Row): boolean {
  if (row.cells.some(cell => readCell(cell).kind === 'count' && !(/^\p{L}/u.test(cell) && meaningOf(cell)))) return false
  const meanings = row.cells.map(meaningOf)
  return (
    meanings.some(meaning => meaning !== undefined && meaning !== 'other') &&
    row.cells.every(cell => readCell(cell).kind !== 'bad' || meaningOf(cell) !== undefined || cell === '#' || cell === '?')
  )
}

function headed(header: Row, rows: readonly Row[]): Columns | undefined {
  const meanings = header.cells.map(meaningOf)
  const numeric = (column: number) => rows.filter(row => readCell(row.cells[column] ?? '').kind === 'count').length
  const isNumeric = (column: number) => numeric(column) * 2 > rows.length
  const columnsOf = (...wanted: Meaning[]) =>
    meanings.flatMap((meaning, column) => (meaning && wanted.includes(meaning) && numeric(column) > 0 ? [column] : []))
  const devices =
    firstSome(columnsOf('each'), columnsOf('total').slice(0, 1), present(header, columnsOf('devices')), columnsOf('ot', 'it')) ??
    unnamed(meanings, rows)
  if (!devices) return undefined
  const names = meanings.flatMap((meaning, column) => (meaning === 'name' && !devices.includes(column) ? [column] : []))
  const siteCount = meanings.findIndex((meaning, column) => meaning === 'sites' && isNumeric(column) && !devices.includes(column))
  const textual = (column: number) => column >= 0 && !devices.includes(column) && column !== siteCount && !isNumeric(column)
  const sitesAsName = meanings.findIndex((meaning, column) => meaning === 'sites' && textual(column))
  const name =
    names.find(column => !isNumeric(column)) ?? (sitesAsName >= 0 ? sitesAsName : (names[0] ?? firstText(header, meanings, textual)))
  return { header, width: header.cells.length, devices, ...(name === undefined ? {} : { name }), ...(siteCount >= 0 ? { siteCount } : {}) }
}

/** Of several columns of devices the one of now: so called, or of the latest year. */
function present(header: Row, columns: readonly number[]): number[] {
  const title = (column: number) => header.cells[column] ?? ''
  const year = (column: number) => Number(/\b20\d{2}\b/u.exec(title(column))?.[0] ?? 0)
  const now = columns.find(column => /\b(?:current|currently|now|today|actual|latest|live|present)\b/iu.test(title(column)))
  const latest = [...columns].sort((one, two) => year(two) - year(one))[0]
  const chosen = now ?? latest
  return chosen === undefined ? [] : [chosen]
}

const firstSome = (...lists: number[][]) => lists.find(list => list.length > 0)

/** A column of counts whose heading says nothing, right of the others. */
function unnamed(meanings: readonly (Meaning | undefined)[], rows: readonly Row[]): number[] | undefined {
  const column = meanings.findLastIndex(
    (meaning, at) => meaning === undefined && rows.some(row => readCell(row.cells[at] ?? '').kind === 'count'),
  )
  return column >= 0 ? [column] : undefined
}

function firstText(header: Row, meanings: readonly (Meaning | undefined)[], textual: (column: number) => boolean): number | undefined {
  const place = meanings.findIndex((meaning, column) => meaning === 'place' && textual(column))
  if (place >= 0) return place
  const any = header.cells.findIndex((_, column) => meanings[column] === undefined && textual(column))
  if (any >= 0) return any
  const last = header.cells.findIndex((_, column) => textual(column))
  return last >= 0 ? last : undefined
}

/** Without a header: the name is the first column of words, the devices the last column of counts that is no numbering and no year. */
function guessed(rows: readonly Row[]): Columns | undefined {
  const width = usualWidth(rows)
  const kinds = (column: number) => rows.map(row => readCell(row.cells[column] ?? ''))
  const share = (column: number, kind: Cell['kind']) => kinds(column).filter(cell => cell.kind === kind).length / rows.length
  const columns = Array.from({ length: width }, (_, column) => column)
  const numeric = columns.filter(column => share(column, 'count') >= 0.5)
  const proper = numeric.filter(column => !isNumbering(kinds(column)) && !isYears(kinds(column)))
  const counts = proper.length > 0 ? proper : numeric
  const devices = sumColumn(counts, rows) ?? counts.at(-1)
  if (devices === undefined) return undefined
  const name = columns.find(column => column !== devices && share(column, 'text') > 0.5)
  return { width, devices: [devices], ...(name === undefined ? {} : { name }) }
}

/** The width of most rows, the smaller one of two as frequent. */
function usualWidth(rows: readonly Row[]): number {
  const often = new Map<number, number>()
  for (const { cells } of rows) often.set(cells.length, (often.get(cells.length) ?? 0) + 1)
  return [...often].sort(([width, times], [other, others]) => others - times || width - other)[0]?.[0] ?? 0
}

const isNumbering = (cells: readonly Cell[]) =>
  cells.length > 1 && cells.every((cell, at) => cell.kind === 'count' && cell.devices === at + 1)
const isYears = (cells: readonly Cell[]) => cells.every(cell => cell.kind === 'count' && cell.devices >= 1950 && cell.devices <= 2035)

/** Of several columns of counts the one that adds up the others. */
function sumColumn(columns: readonly number[], rows: readonly Row[]): number | undefined {
  if (columns.length < 3) return undefined
  const value = (row: Row, column: number) => {
    const cell = readCell(row.cells[column] ?? '')
    return cell.kind === 'count' ? cell.devices : 0
  }
  return columns.find(column =>
    rows.every(row => columns.reduce((sum, other) => sum + (other === column ? 0 : value(row, other)), 0) === value(row, column)),
  )
}

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
    if (row.cells.some(cell => TOTAL.test(cell)) || isHeader(row)) continue
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
