import { countIn, sumOf, type ValueRow } from './column-values.ts'

// A column "Qty": the devices, where no other has them; beside them how many sites have so many each.

const QUANTITY = /^(?:count|qty\.?|quantity|number|num\.?|amount|anzahl|menge|nombre|cantidad|quantidade|liczba|antal|aantal)$/iu
const NUMBER = /^(?:no\.?|nr\.?|#)$/iu
const OF_LICENCES = /\b(?:licen[cs]es?|sizes?|skus?|prices?)\b/iu

export interface Quantity {
  /** The column that counts the sites of each row. */
  readonly siteCount?: number
  /** One that may, or says something else. */
  readonly doubted?: number
}

/** Whether a header says how many, and not of what. */
export const isQuantity = (title: string | undefined) => QUANTITY.test(title?.trim() ?? '')

/** Whether a quantity beside OT and IT is less than both together, so that it counts something else. */
export const isNoTotal = (quantity: number | undefined, sorts: readonly number[], rows: readonly ValueRow[]) =>
  quantity !== undefined && rows.some(row => countIn(row, quantity) > 0 && countIn(row, quantity) < sumOf(row, sorts))

/** "Qty" counts sites where it is far below their devices, else it is in doubt; "No." may be the number of the site. */
export function quantityBeside(
  header: readonly string[],
  devices: readonly number[],
  rows: readonly ValueRow[],
  isEach: boolean,
): Quantity {
  if (header.some(title => OF_LICENCES.test(title)) || devices.some(column => isQuantity(header[column]))) return {}
  const isCount = (title: string, column: number) =>
    (isQuantity(title) || NUMBER.test(title.trim())) && !devices.includes(column) && rows.some(row => countIn(row, column) > 1)
  const column = header.findIndex(isCount)
  if (column < 0) return {}
  const isFarBelow = rows.every(row => countIn(row, column) <= 1 || countIn(row, column) * 2 <= sumOf(row, devices))
  const ofAll = devices.some(each => /\b(?:total|sum|summe|gesamt|all)\b/iu.test(header[each] ?? ''))
  if (isQuantity(header[column])) return isEach || (isFarBelow && !ofAll) ? { siteCount: column } : { doubted: column }
  const numbers = rows.map(row => countIn(row, column)).filter(number => number > 0)
  const isRising = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0))
  return isRising ? {} : { doubted: column }
}
