import type { Line } from '../text.ts'
import type { ListRead } from './line-kinds.ts'

// Lists that look like sites and are none: the devices of one site by year, licences by size.

const BY_YEAR = /^\W{0,4}(?<year>20[2-4]\d)\W{1,4}\d[\d.,' ]{0,12}k?(?: (?:devices?|assets?|endpoints?))?\W{0,4}$/iu
const OF_YEAR = 'the devices of a year; of which year are they to be sized?'
const SIZE = /^(?:(?:size|licen[cs]e) )?(?:xs|s|m|l|xl|2xl|3xl)(?: (?:licen[cs]es?|size))?$/iu
const LICENSES = 'licences of a size; send the devices at each site'

/** "2026 400, 2027 600", a line each: years that follow each other; undefined where other lines have numbers. */
export function yearsIn(lines: readonly Line[]): ListRead | undefined {
  const told = lines.filter(({ role, text }) => role === 'body' && /\d/u.test(text))
  const years = told.map(({ text }) => Number(BY_YEAR.exec(text)?.groups?.year ?? Number.NaN))
  const [first = 0] = years
  if (told.length < 2 || !years.every((year, index) => year === first + index)) return undefined
  return noSites(told, OF_YEAR)
}

/** "XS 3, M 2", a line each: a list whose names are all sizes counts licences. */
export function withoutLicenses(read: ListRead | undefined, lines: readonly Line[]): ListRead | undefined {
  if (!read || read.sites.length === 0 || !read.sites.every(({ name }) => name !== undefined && SIZE.test(name))) return read
  const told = noSites(
    lines.filter(({ number }) => read.siteLines.includes(number)),
    LICENSES,
  )
  return { ...read, ...told, unreadable: [...told.unreadable, ...read.unreadable], lines: read.lines }
}

const noSites = (lines: readonly Line[], why: string): ListRead => ({
  sites: [],
  unreadable: lines.map(({ number, text }) => ({ line: number, text: text.trim(), why })),
  siteLines: [],
  lines: new Set(lines.map(({ number }) => number)),
})
