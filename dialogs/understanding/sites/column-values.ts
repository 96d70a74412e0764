import type { Cell } from './site-cells.ts'

/** A row of a table, by what each of its cells would be as a count. */
export interface ValueRow {
  readonly values: readonly Cell[]
}

/** The count of a row in a column, 0 where there is none. */
export function countIn(row: ValueRow, column: number): number {
  const cell = row.values[column]
  return cell?.kind === 'count' ? cell.devices : 0
}

/** What a column holds, row by row. */
export const cellsOf = (rows: readonly ValueRow[], column: number) => rows.map(({ values }): Cell => values[column] ?? { kind: 'empty' })

export const sumOf = (row: ValueRow, columns: readonly number[]) => columns.reduce((all, column) => all + countIn(row, column), 0)

/** Whether some columns come to another one in every row. */
export const comeTo = (rows: readonly ValueRow[], parts: readonly number[], all: number) =>
  rows.every(row => sumOf(row, parts) === countIn(row, all))

/** Of several columns of counts the one that adds up the others. */
export const addingUp = (columns: readonly number[], rows: readonly ValueRow[]): number | undefined =>
  columns.length < 3
    ? undefined
    : columns.find(column =>
        comeTo(
          rows,
          columns.filter(other => other !== column),
          column,
        ),
      )

/** 1, 2, 3, 5: from 1, row by row, but for rows that have no count. */
export function isNumbering(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap(cell => (cell.kind === 'count' ? [cell.devices] : []))
  const steps = numbers.slice(1).filter((value, at) => value > (numbers[at] ?? 0) && value <= (numbers[at] ?? 0) + 3)
  return cells.length > 1 && (numbers[0] ?? 0) <= 3 && steps.length >= (numbers.length - 1) * 0.95 && numbers.length >= cells.length * 0.9
}

export const isYears = (cells: readonly Cell[]) =>
  cells.every(cell => cell.kind === 'count' && cell.devices >= 1950 && cell.devices <= 2035)
