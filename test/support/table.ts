import type { Facts } from '../../rules/facts.ts'

/** A row of a table: the columns as text, "" where a cell is empty. */
export type Row<Column extends string> = Readonly<Record<Column, string>>

/**
 * Rows written as a table, so that they read like the rules they test.
 * @example table('ends', 'answer', 'why')`
 *   2026-03-25 | yes | the fifteenth day before the end is still open
 * `
 */
export function table<const Columns extends readonly string[]>(...columns: Columns) {
  return ({ raw: [text = ''] }: TemplateStringsArray): Row<Columns[number]>[] =>
    text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => {
        const cells = line.split('|').map(cell => cell.trim())
        if (cells.length !== columns.length) throw new Error(`${cells.length} cells for ${columns.length} columns: ${line}`)
        return Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as Row<Columns[number]>
      })
}

/** Facts written as `trialEnd=2026-04-15 role=other extended=true`. */
export function factsIn(text: string): Facts {
  const pairs = text.split(' ').filter(pair => pair !== '')
  return Object.fromEntries(pairs.map(pair => pair.split('=')).map(([key, value = '']) => [key, meant(value)]))
}

function meant(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?[\d.]+$/.test(text) ? Number(text) : text
}

/** A cell that lists words: `a b`. */
export const wordsIn = (cell: string) => cell.split(' ').filter(word => word !== '')
