import type { Line } from '../text.ts'
import { MONTH } from './calendar-words.ts'

const month = `(${MONTH})`
const dayFirst = new RegExp(`(?<![\\p{L}\\d.-])(\\d{1,2})${month}(\\d{4}|\\d{2})?(?![\\p{L}\\d-])`, 'giu')
const monthFirst = new RegExp(`(?<![\\p{L}\\d.-])${month}([1-9]|[12]\\d|3[01])(?![\\p{L}\\d.-])`, 'giu')
const range = /(?<![\d./-])(\d{1,2}([./])\d{1,2}\2\d{4})-(?=\d{1,2}\2\d{1,2}\2\d{4}(?!\d))/gu
const eastern = /(\d{4})年(\d{1,2})月(\d{1,2})日?/gu

/** A line with days written in one piece as days of several words: 15APR26, 06Mar2026, apr15, 2026年4月11日; and 1.3.2026-28.2.2027. */
export function withSpacedDays(line: Line): Line {
  const text = line.text
    .replace(dayFirst, (_, day: string, name: string, year = '') => `${day} ${name} ${year}`.trimEnd())
    .replace(monthFirst, '$1 $2')
    .replace(range, '$1 - ')
    .replace(eastern, '$1-$2-$3')
  return text === line.text ? line : { ...line, text }
}
