import type { Site } from '../../../rules/facts.ts'
import type { Unreadable } from '../../ports.ts'
import type { Line } from '../text.ts'
import { WHY } from './found.ts'
import { namesDevices } from './kind-columns.ts'
import { isRule, type ListRead } from './line-kinds.ts'
import { type Cell, readCell } from './site-cells.ts'
import { labelName } from './site-names.ts'
import { TOTAL } from './site-words.ts'
import { SEPARATORS } from './table-cells.ts'
import { headsNames, tellsOfSites } from './table-columns.ts'

// A table on its side: a column for each site, "Plant | Lyon | Porto" above "Devices | 450 | 1,200".

const MAX_ROWS = 12
const ALL = /^(?:(?:grand )?total|sum|all|number of|no\.? of|#|ot ?[+&] ?it)?\W*(?:devices?|assets?|endpoints?)?$/iu

interface Counted {
  readonly title: string
  readonly cells: readonly string[]
}

/** Undefined where the rows are those of sites, or there is more than the table. */
export function readSideways(lines: readonly Line[]): ListRead | undefined {
  const body = lines.filter(({ role, text }) => role === 'body' && text.trim() !== '' && !isRule(text))
  const mark = SEPARATORS.slice(0, 3).find(({ has }) => body.every(({ text }) => has.test(text)))
  const [head, ...others] = body
  if (!mark || !head || others.length === 0 || others.length > MAX_ROWS) return undefined
  const [title = '', ...names] = split(mark.split, head)
  const isHead = (title === '' || headsNames(title)) && names.length > 1 && names.every(isName)
  const rows = others.map(line => split(mark.split, line)).map(([first = '', ...cells]): Counted => ({ title: first, cells }))
  const counted = rows.filter(row => namesDevices([row.title]) || ALL.test(row.title))
  if (!isHead || counted.length === 0 || rows.some(({ cells }) => cells.length > names.length)) return undefined
  const whole = counted.find(row => ALL.test(row.title))
  const sites: Site[] = []
  const unreadable: Unreadable[] = []
  for (const [column, label] of names.entries()) {
    const name = labelName(label, {})
    if (TOTAL.test(label) || name === undefined) continue
    const cells = (whole ? [whole] : counted).map(row => readCell(row.cells[column] ?? ''))
    const fault = cells.find((cell): cell is Extract<Cell, { why: string }> => cell.kind === 'bad')
    const devices = cells.reduce((sum, cell) => sum + (cell.kind === 'count' ? cell.devices : 0), 0)
    if (fault || devices === 0) unreadable.push({ line: head.number, text: label, why: fault?.why ?? WHY.none })
    else sites.push({ devices, name })
  }
  if (sites.length === 0) return undefined
  return { sites, unreadable, siteLines: sites.map(() => head.number), lines: new Set(body.map(({ number }) => number)) }
}

const split = (cellsOf: (text: string) => readonly string[], { text }: Line) => {
  const cells = [...cellsOf(text)]
  while (cells.at(-1) === '') cells.pop()
  return cells
}

/** "Lyon", and no heading of a column. */
const isName = (cell: string) => /^\p{L}/u.test(cell) && readCell(cell).kind === 'text' && (TOTAL.test(cell) || !tellsOfSites(cell))
