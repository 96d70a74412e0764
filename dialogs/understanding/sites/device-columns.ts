import { addingUp, cellsOf, comeTo, countIn, isNumbering, isYears, type ValueRow } from './column-values.ts'
import { isKindTitle, isOfSort } from './kind-columns.ts'
import { isNoTotal, isQuantity } from './quantity-columns.ts'

// Which columns of a table with a header hold its devices. Where several may, it is asked: one of them would size a site too small.

/** What a heading says of its column; none where no word of it is known. */
export type Meaning = 'name' | 'place' | 'devices' | 'each' | 'total' | 'ot' | 'it' | 'sites' | 'other'

/** What is meant as a count of devices or sites. */
export const COUNTING: ReadonlySet<Meaning | undefined> = new Set<Meaning | undefined>(['devices', 'each', 'total', 'ot', 'it', 'sites'])

export interface Headings {
  readonly titles: readonly string[]
  readonly meanings: readonly (Meaning | undefined)[]
  readonly rows: readonly ValueRow[]
}

export interface DeviceColumns {
  /** Columns whose counts are added: one, or those of kinds. */
  readonly devices: readonly number[]
  /** Any of them may be meant, or all together. */
  readonly isAsked?: true
}

const YEAR = /^(?:20[0-4]\d|(?:year|yr|jahr|y) ?[1-9])$/iu
export const isYear = (title: string | undefined) => YEAR.test(title?.trim() ?? '')

/** A heading of all devices, whatever else is counted beside them: every word of it says so. "Office devices" are some. */
const WHOLE =
  /^(?:(?:#|no\.?|nr\.?|num|number|numbers|count|counts|qty|quantity|anzahl|nombre|of|the|all|actual|known|found|discovered|detected|monitored|connected|networked|network|current|currently|now|today|actually|latest|present|in|at|on|per|site|devices?|devs?|dvcs?|assets?|equipments?|ger[äa]e?te|appareils?|[ée]quipements?|dispositivos?|equipos?|\(?(?:q[1-4]|\d{1,4})\)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?:[ ._/-]+|$))+$/iu
const PLAIN = /^(?:(?:#|no\.? of|number of|all|actual) ?)?(?:devices?|assets?|endpoints?)(?: (?:count|number|qty))?$/iu
const NOW = /\b(?:current|currently|now|today|actual|latest|live|present)\b/iu

const one = (column: number): DeviceColumns => ({ devices: [column] })
const ask = (devices: readonly number[]): DeviceColumns => ({ devices, isAsked: true })

/** None where no column of numbers may be of devices. */
export function deviceColumns(headings: Headings): DeviceColumns | undefined {
  const { titles, meanings, rows } = headings
  const isCounting = (column: number) =>
    COUNTING.has(meanings[column]) || isKindTitle(titles[column]) || !isNumbering(cellsOf(rows, column))
  const numeric = titles.map((_, column) => column).filter(column => rows.some(row => countIn(row, column) > 0) && isCounting(column))
  const of = (...wanted: readonly (Meaning | undefined)[]) => numeric.filter(column => wanted.includes(meanings[column]))
  const [each, totals] = [of('each'), of('total')]
  const sorts = of('ot', 'it').filter(column => isOfSort(titles[column]) || !isKindTitle(titles[column]))
  if (each.length > 0) return { devices: each }
  if (totals.length > 0) return { devices: totals.every(column => isOfSort(titles[column])) ? totals : totals.slice(0, 1) }
  const kinds = numeric.filter(column => !sorts.includes(column) && isKindTitle(titles[column]))
  const isOfDevices = (column: number) => !kinds.includes(column)
  const counted = of('devices').filter(isOfDevices)
  const named = counted.filter(column => !isQuantity(titles[column]))
  const isOfSites = named.length === 0 && sorts.length > 1 && isNoTotal(counted[0], sorts, rows)
  const unknown = of(undefined).filter(column => isOfDevices(column) && !isYear(titles[column]) && !isYears(cellsOf(rows, column)))
  if (counted.length > 0 && !isOfSites) return ofAll(headings, named.length > 0 ? named : counted, [...sorts, ...kinds, ...unknown])
  if (sorts.length + kinds.length > 0) return ofKinds(headings, sorts, kinds, unknown)
  return unnamed(headings, numeric)
}

/** Of columns of all devices the one of now: so called, or of the latest year. */
function ofAll({ titles, rows }: Headings, columns: readonly number[], others: readonly number[]): DeviceColumns {
  const title = (column: number) => titles[column]?.trim() ?? ''
  const year = (column: number) => Number(/\b20\d{2}\b/u.exec(title(column))?.[0] ?? 0)
  const latest = [...columns].sort((one, two) => year(two) - year(one))[0] as number
  const chosen =
    columns.find(column => NOW.test(title(column))) ??
    (columns.length === 1 || year(latest) > 0 ? latest : undefined) ??
    columns.find(column => PLAIN.test(title(column))) ??
    addingUp(columns, rows)
  if (chosen === undefined) return ask(columns)
  // What is more than all can't be a part of them: "Devices | BMS".
  const isAll =
    others.length === 0 ||
    (WHOLE.test(title(chosen)) && rows.every(row => others.every(other => countIn(row, other) <= (countIn(row, chosen) || Infinity))))
  return isAll ? one(chosen) : ask([chosen, ...others])
}

/** Kinds of devices count together, unless one may be a part of another, or nobody knows what is counted beside them. */
function ofKinds({ rows }: Headings, sorts: readonly number[], kinds: readonly number[], unknown: readonly number[]): DeviceColumns {
  const all = [...sorts, ...kinds, ...unknown]
  const sum = addingUp(all, rows)
  if (sum !== undefined) return one(sum)
  if (sorts.length === 0 || kinds.length === 0) return unknown.length > 0 ? ask(all) : { devices: all }
  // "OT | IT | PLCs | HMIs"
  const isBrokenDown = unknown.length === 0 && sorts.some(sort => comeTo(rows, kinds, sort))
  return isBrokenDown ? { devices: sorts } : ask(all)
}

/** Columns of counts whose headings say nothing. */
function unnamed({ titles, meanings, rows }: Headings, numeric: readonly number[]): DeviceColumns | undefined {
  const silent = numeric.filter(column => meanings[column] === undefined || isYear(titles[column]))
  const [latest] = silent.filter(column => isYear(titles[column])).sort((one, two) => Number(titles[two]) - Number(titles[one]))
  const [only, another] = silent
  const chosen = latest ?? (another === undefined ? only : addingUp(silent, rows))
  if (chosen !== undefined) return one(chosen)
  const isOther = numeric.some(column => meanings[column] === 'other')
  return numeric.length > 1 || isOther ? ask(silent.length > 1 ? silent : numeric) : undefined
}
