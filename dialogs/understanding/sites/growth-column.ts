import type { Unreadable } from '../../ports.ts'
import type { Line } from '../text.ts'
import type { ListRead } from './line-kinds.ts'

/** Why a growth is not taken into account. */
export const OWN_GROWTH = 'each site with a growth of its own; give the numbers with it'

const HEADED = /\b(?:growth|increase|expansion|uplift|wachstum)\b/iu
const PERCENT = /(-?\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|percent)/giu

export interface ColumnRead {
  readonly percent?: number
  readonly unreadable: readonly Unreadable[]
}

/** The column of a table that is headed "Growth": one growth for all its sites, else told, for it would be left out without a word. */
export function growthInColumn(lines: readonly Line[], { siteLines }: ListRead): ColumnRead {
  const first = siteLines[0] ?? 0
  const header = lines.find(({ number, text }) => number < first && HEADED.test(text) && !/\d/u.test(text) && /[\t|;,]/u.test(text))
  if (!header) return { unreadable: [] }
  const rows = new Set(siteLines)
  const told = lines.filter(({ number }) => rows.has(number)).map(({ text }) => [...text.matchAll(PERCENT)].map(([, value]) => value))
  const [only, another] = new Set(told.flat())
  const isOne = only !== undefined && !only.startsWith('-') && another === undefined && told.every(row => row.length === 1)
  return isOne
    ? { percent: Number(only.replace(',', '.')), unreadable: [] }
    : { unreadable: [{ line: header.number, text: header.text.trim(), why: OWN_GROWTH }] }
}
