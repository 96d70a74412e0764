export type Split = (text: string) => readonly string[]

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
const commas: Split = text =>
  csv(',')(text.replace(/,\s/u.test(text) ? /(?<=[\s,]\d{1,3}),(?=\d{3}(?!\d))/gu : /(?<=\s\d{1,3}),(?=\d{3}(?!\d))/gu, "'"))

/** How rows may be split, the surest mark first. */
export const SPLITS: readonly { readonly has: RegExp; readonly split: Split }[] = [
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
