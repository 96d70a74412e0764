import type { Line } from '../text.ts'
import { addingUp, cellsOf, isNumbering, isYears } from './column-values.ts'
import { COUNTING, type DeviceColumns, deviceColumns, isYear, type Meaning } from './device-columns.ts'
import { type Quantity, quantityBeside } from './quantity-columns.ts'
import type { Cell } from './site-cells.ts'
import { isOtherNoun } from './site-words.ts'

export interface Row {
  readonly line: Line
  readonly cells: readonly string[]
  /** What each cell would be as a count. */
  readonly values: readonly Cell[]
}

export interface Columns extends Quantity, DeviceColumns {
  /** How many cells a row has: as the header, or as most rows. */
  readonly width: number
  readonly name?: number
}

const MEANINGS: readonly (readonly [Meaning, RegExp])[] = [
  [
    'other',
    /\b(?:people|headcount|employees?|staff|users?|fte|m\^?2|m2|sqm|sqft|area|year|since|built|phone|tel|zip|postcode|post code|plz|postal|code|id|no|nr|#|ref|price|cost|budget|eur|usd|shifts?|sensors?|licen[cs]es?|sku|size|date|owner|contact|manager|e-?mail|notes?|comments?|remarks?|status|priority|country|land|region|state|county|segment|type|category|kw|mw|address|growth|forecast|plan|planned|expected|future|target|next year|servers?|laptops?|office|vlans?|subnets?|ip range|version|floors?|buildings?|revenue|currency|cctv)\b/iu,
  ],
  [
    'sites',
    /\b(?:number of|no\.? of|nr\.? of|# ?of|#|qty|quantity|count of|how many|anzahl) ?(?:of )?(?:sites|locations|plants|stores|branches|standorte|facilities|shops|depots|stations|units)\b|^(?:sites|locations|stores|branches|plants|depots|stations|standorte) ?(?:#|count|qty)?$/iu,
  ],
  ['each', /(?:per|each|\/|pro|par) ?(?:site|location|plant|store|branch|standort|facility|unit|station)?\b.*|\beach\b/iu],
  ['total', /^(?:grand )?total\b|\btotal\b|\bsum\b|\bsumme\b|\bgesamt|\ball\b|\bcombined\b/iu],
  ['ot', /\b(?:ot|ics|scada|industrial)\b/iu],
  ['it', /\b(?:it|ti|iot|iiot|eiot|medical)\b/iu],
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
  /\b(?:avg|average|mean)\.? (?:no\.? of |number of )?(?:devices?|assets?|endpoints?)\b|\b(?:devices?|assets?|endpoints?|avg|average)\b.*\b(?:per|each|\/|pro)\b|\b(?:per|each) (?:site|location|plant|store|branch|station|depot)\b/iu

/** Words that stand above names and are none. */
const HEADS_NAMES =
  /^(?:(?:sites?|plants?|locations?|facilit(?:y|ies)|branch(?:es)?|stores?|depots?|factor(?:y|ies)|stations?|standorte?|werke?|usines?|lieu|sede|planta|filialen?|places?|city|cities|customer|client|where|name)(?:[ /-](?:names?|sites?|plants?|locations?|city))?|names?)(?: ?[([].{0,30}[)\]])?$/iu

/** Whether a title says that there are names beside or below it. */
export const headsNames = (title: string) => HEADS_NAMES.test(title.trim())

/** Whether a title says what is counted or told of a site, and is no site's name. */
export const tellsOfSites = (title: string) => meaningOf(title) === 'other' || COUNTING.has(meaningOf(title))

/** Whether a column tells sites of one name apart: "Country", "Customer". */
export const tellsPlaces = (title: string) =>
  meaningOf(title) === 'place' || /\b(?:company|country|land|region|state|province|county|address|location)\b/iu.test(title)

/** "Store number", "Site ID". */
const NUMBER_OF_PLACE =
  /^(?:sites?|plant|location|facility|store|branch|depot|station|standort|werk) ?(?:id|ids|no\.?|nr\.?|number|#|code|key)$/iu

/** "No. of sites", which is no number of one. */
const NUMBER_OF_PLACES =
  /^(?:no|nr|num|number|#|count)\.? ?of (?:sites|locations|plants|stores|branches|facilities|shops|depots|stations|warehouses|offices)$/iu

/** Whether these words may head a column of names and one of counts. */
export function isHeading(name: string, count: string): boolean {
  const meaning = meaningOf(name)
  return (meaning === 'name' || meaning === 'place' || meaning === 'sites') && COUNTING.has(meaningOf(count))
}

function meaningOf(cell: string): Meaning | undefined {
  const text = cell.trim()
  if (text === '') return undefined
  if (EACH_DEVICES.test(text)) return 'each'
  if (NUMBER_OF_PLACES.test(text)) return 'sites'
  if (NUMBER_OF_PLACE.test(text)) return 'place'
  const device = /\b(?:devices?|devs?|assets?|endpoints?|geräte|appareils?|nodes|hosts)\b/iu.test(text)
  for (const [meaning, pattern] of MEANINGS) {
    if (!pattern.test(text)) continue
    if (meaning === 'each') continue
    if (
      meaning === 'other' &&
      device &&
      !/\b(?:growth|forecast|plan|planned|expected|future|target|next year|cctv|sensors?)\b/iu.test(text)
    )
      continue
    if (
      meaning === 'other' &&
      /\b(?:site|plant|location|facility|store|standort)\b/iu.test(text) &&
      !/\b(?:m2|area|type|manager|owner|contact|address|size|status)\b/iu.test(text)
    )
      return /\b(?:id|no|nr|#|code)\b/iu.test(text) ? 'place' : 'name'
    return meaning
  }
  return isOtherNoun(text.toLowerCase()) ? 'other' : undefined
}

/**
 * A row of words that name columns. The first one may be known by one word ("Site | Mar 2026"); further down it must name both a site and
 * its devices, for a "Hospital" or an "IT hub" may be a row.
 */
export function isHeader({ cells, values }: Row, isFirst: boolean): boolean {
  if (cells.filter(cell => cell !== '').length < 2) return false
  // "Site | 2024 | 2025"
  if (isFirst && HEADS_NAMES.test(cells[0]?.trim() ?? '') && cells.slice(1).every(isYear)) return true
  const meanings = cells.map(meaningOf)
  const isFigure = (column: number) => values[column]?.kind === 'count' && !(/^\p{L}/u.test(cells[column] ?? '') && meanings[column])
  if (cells.some((_, column) => isFigure(column))) return false
  const isFaulty = (column: number) =>
    values[column]?.kind === 'bad' && cells[column] !== '#' && (meanings[column] === undefined || /^#/u.test(cells[column] ?? ''))
  if (cells.some((_, column) => isFaulty(column))) return false
  const some = (...wanted: (Meaning | undefined)[]) => meanings.some(meaning => wanted.includes(meaning))
  const counts = meanings.some(meaning => COUNTING.has(meaning))
  // "Site | Mar 2026" is a header, "Plant 1 | €400" and "Old Town | see note" are not.
  if (isFirst) return counts || cells.some(cell => HEADS_NAMES.test(cell.trim()))
  return (
    counts &&
    (some('name', 'place') || meanings.filter(meaning => COUNTING.has(meaning)).length >= 2) &&
    !cells.some(cell => /\d/u.test(cell))
  )
}

/** The columns below a header, whose words in several rows stand together. */
export function headed(header: readonly string[], rows: readonly Row[]): Columns | undefined {
  const meanings = header.map(meaningOf)
  const numeric = (column: number) => rows.filter(row => row.values[column]?.kind === 'count').length
  const isNumeric = (column: number) => numeric(column) * 2 > rows.length
  const found = deviceColumns({ titles: header, meanings, rows })
  if (!found) return undefined
  const { devices } = found
  const names = meanings.flatMap((meaning, column) => (meaning === 'name' && !devices.includes(column) ? [column] : []))
  const told = meanings.findIndex((meaning, column) => meaning === 'sites' && isNumeric(column) && !devices.includes(column))
  const quantity =
    told >= 0
      ? {}
      : quantityBeside(
          header,
          devices,
          rows,
          devices.some(column => meanings[column] === 'each'),
        )
  const siteCount = told >= 0 ? told : (quantity.siteCount ?? -1)
  const textual = (column: number) => column >= 0 && !devices.includes(column) && column !== siteCount && !isNumeric(column)
  const sitesAsName = meanings.findIndex((meaning, column) => meaning === 'sites' && textual(column))
  const name =
    names.find(column => !isNumeric(column)) ??
    (sitesAsName >= 0 ? sitesAsName : (names[0] ?? firstText(header, meanings, textual) ?? numbered(header, devices)))
  return { ...quantity, ...found, width: header.length, ...(name === undefined ? {} : { name }), ...(siteCount >= 0 ? { siteCount } : {}) }
}

/** Sites may go by their numbers alone. */
function numbered(header: readonly string[], devices: readonly number[]): number | undefined {
  const column = header.findIndex((title, at) => NUMBER_OF_PLACE.test(title.trim()) && !devices.includes(at))
  return column >= 0 ? column : undefined
}

function firstText(
  header: readonly string[],
  meanings: readonly (Meaning | undefined)[],
  textual: (column: number) => boolean,
): number | undefined {
  const place = meanings.findIndex((meaning, column) => meaning === 'place' && textual(column))
  if (place >= 0) return place
  const any = header.findIndex((_, column) => meanings[column] === undefined && textual(column))
  if (any >= 0) return any
  const last = header.findIndex((_, column) => textual(column))
  return last >= 0 ? last : undefined
}

/** Without a header: the name is the first column of words, the devices the one column of counts that is no numbering and no year. */
export function guessed(rows: readonly Row[]): Columns | undefined {
  const width = usualWidth(rows)
  const kinds = (column: number) => cellsOf(rows, column)
  const share = (column: number, kind: Cell['kind']) => kinds(column).filter(cell => cell.kind === kind).length / rows.length
  const columns = Array.from({ length: width }, (_, column) => column)
  const numeric = columns.filter(column => share(column, 'count') >= 0.5)
  const proper = numeric.filter(column => !isNumbering(kinds(column)) && !isYears(kinds(column)))
  const counts = proper.length > 0 ? proper : numeric
  const devices = addingUp(counts, rows) ?? counts.at(-1)
  if (devices === undefined) return undefined
  const isAsked = counts.length > 1 && addingUp(counts, rows) === undefined
  const name = columns.find(column => column !== devices && share(column, 'text') > 0.5)
  return { width, devices: [devices], ...(isAsked ? { isAsked } : {}), ...(name === undefined ? {} : { name }) }
}

/** The width of most rows, the smaller one of two as frequent. */
function usualWidth(rows: readonly Row[]): number {
  const often = new Map<number, number>()
  for (const { cells } of rows) often.set(cells.length, (often.get(cells.length) ?? 0) + 1)
  return [...often].sort(([width, times], [other, others]) => others - times || width - other)[0]?.[0] ?? 0
}
