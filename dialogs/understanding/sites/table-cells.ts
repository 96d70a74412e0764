/** Cells of one line. */
export type Split = (text: string) => readonly string[]

/** Cells of a CSV line; a field in quotes may hold the separator, and quotes doubled. A quote inside a field is a letter as any other. */
function csv(separator: string): Split {
  return text => {
    const cells: string[] = []
    let cell = ''
    let quoted = false
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at] as string
      if (letter === '"' && (quoted ? true : cell.trim() === '')) {
        if (quoted && text[at + 1] === '"') {
          cell += letter
          at += 1
        } else quoted = !quoted
      } else if (letter === separator && !quoted) {
        cells.push(cell.trim())
        cell = ''
      } else cell += letter
    }
    // A quote that nothing closes was none.
    return quoted ? text.split(separator).map(each => each.trim()) : [...cells, cell.trim()]
  }
}

const pipes: Split = text => {
  // A first cell may be empty: " | OT | IT" has three.
  const framed = text.startsWith('|') || /^\s*\|.*\|\s*$/u.test(text)
  const cells = (framed ? text.trim() : text).split(/(?<!\\)\|/u)
  return (framed ? cells.slice(1, cells.at(-1) === '' ? -1 : undefined) : cells).map(cell =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/^([*_`]{1,3})(.*)\1$/u, '$2')
      .trim(),
  )
}

/** "Cork, 1,020": where separators have a space behind them, a comma without one belongs to a number. */
const IN_NUMBER = /(?<=(?:^\W{0,3}|[\s,])\d{1,3}),(?=\d{3}(?!\d))/gu
const IN_NUMBER_BEHIND_NAME = /(?<=(?:^\W{0,3}|\s)\d{1,3}),(?=\d{3}(?!\d))/gu
const commas: Split = text => csv(',')(text.replace(/,\s/u.test(text) ? IN_NUMBER : IN_NUMBER_BEHIND_NAME, "'"))

export interface Separator {
  /** Marks a line that may be a row. */
  readonly has: RegExp
  readonly split: Split
  /** Where numbers may hold the same mark, the cells if none did: "Plant 50,697" has two. */
  readonly literally?: Split
  readonly aligned?: true
}

/** How rows may be split, the surest mark first. */
export const SEPARATORS: readonly Separator[] = [
  { has: /\t/u, split: text => csv('\t')(text.replace(/^ +/u, '')) },
  { has: /\|/u, split: pipes },
  { has: /;/u, split: csv(';') },
  { has: /\S {2,}\S/u, split: text => text.trim().split(/ {2,}/u), aligned: true },
  { has: /,/u, split: commas, literally: csv(',') },
]

const isHead = (cell: string) => /^[~<>-]?\s?\d{1,3}$/u.test(cell)
const isTail = (cell: string | undefined) => /^\d{3}(?:\.\d+)?(?: \p{L}+)?$/u.test(cell ?? '')

/** Whether a mark of thousands may stand between two cells. */
export const isSplitThousand = (head: string | undefined, tail: string | undefined) => isHead(head ?? '') && isTail(tail)

/** A row of a line brought to the width of the table: thousands that were split at their comma, and then a name that was, are put together again. */
export function fitted(
  line: string,
  cells: readonly string[],
  width: number,
  name: number | undefined,
  isValue: (cell: string) => boolean,
): readonly string[] {
  const row = [...cells]
  while (row.length > width && row.at(-1) === '') row.pop()
  for (let at = 0; at < row.length - 1; at += 1) {
    if (!isHead(row[at] ?? '')) continue
    // "100, 200, 300" are three numbers.
    while (row.length > width && isTail(row[at + 1]) && line.includes(`${row[at]},${row[at + 1]}`))
      row.splice(at, 2, `${row[at]},${row[at + 1]}`)
  }
  const surplus = row.length - width
  if (surplus <= 0 || name === undefined) return row
  const joined = row.slice(name, name + surplus + 1)
  if (joined.some(isValue) || !row.slice(name + surplus + 1).some(isValue)) return row
  row.splice(name, surplus + 1, joined.join(', '))
  return row
}
