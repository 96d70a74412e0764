import { addingUp, cellsOf, isNumbering, isYears } from './column-values.ts'
import type { Cell } from './site-cells.ts'
import type { Columns, Row } from './table-columns.ts'

// The columns of a table that has no header.

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
