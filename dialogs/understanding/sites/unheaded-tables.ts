import type { Cell } from './site-cells.ts'
import type { Columns, Row } from './table-columns.ts'

// The columns of a table that has no header.

/** Without a header: the name is the first column of words, the devices the last column of counts that is no numbering and no year. */
export function guessed(rows: readonly Row[]): Columns | undefined {
  const width = usualWidth(rows)
  const kinds = (column: number) => rows.map((row): Cell => row.values[column] ?? { kind: 'empty' })
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

/** 1, 2, 3, 5: from 1, row by row, but for rows that have no count. */
function isNumbering(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap(cell => (cell.kind === 'count' ? [cell.devices] : []))
  const steps = numbers.slice(1).filter((value, at) => value > (numbers[at] ?? 0) && value <= (numbers[at] ?? 0) + 3)
  return cells.length > 1 && (numbers[0] ?? 0) <= 3 && steps.length >= (numbers.length - 1) * 0.95 && numbers.length >= cells.length * 0.9
}
const isYears = (cells: readonly Cell[]) => cells.every(cell => cell.kind === 'count' && cell.devices >= 1950 && cell.devices <= 2035)

/** Of several columns of counts the one that adds up the others. */
function sumColumn(columns: readonly number[], rows: readonly Row[]): number | undefined {
  if (columns.length < 3) return undefined
  const value = (row: Row, column: number) => {
    const cell = row.values[column]
    return cell?.kind === 'count' ? cell.devices : 0
  }
  return columns.find(column =>
    rows.every(row => columns.reduce((sum, other) => sum + (other === column ? 0 : value(row, other)), 0) === value(row, column)),
  )
}
