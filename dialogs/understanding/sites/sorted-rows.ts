import type { Site } from '../../../rules/facts.ts'
import type { Line } from '../text.ts'
import { isKindTitle } from './kind-columns.ts'
import type { ListRead } from './line-kinds.ts'
import { withoutTwins } from './same-names.ts'
import { SEPARATORS } from './table-cells.ts'
import { tellsPlaces } from './table-columns.ts'

// A list that gives a site's devices in rows of their own: "Lyon - OT | 300", "Lyon - IT | 100", "Lyon | PLC | 320".

const SORT = /(?<![\p{L}\p{N}])(?:OT|IT|IoT|IIoT)(?![\p{L}\p{N}])/gu
const IN_NAME = /^(?:OT|IT|IoT|IIoT)[ \-–/:]+(?=\p{L})|[ \-–/(:]+(?:OT|IT|IoT|IIoT)\)?$/u

interface Row {
  readonly site: Site
  readonly line: number
  /** The site's name without the sort. */
  readonly base: string
}

const cellsOf = (text: string) => SEPARATORS.find(({ has }) => has.test(text))?.split(text) ?? []

/** The kind that a row says: in a cell of its own, or behind its count ("Lyon: 300 PLCs"). */
function kindIn(text: string, name: string): string | undefined {
  const cells = cellsOf(text).filter(cell => cell !== name)
  const [, last = ''] = / (\p{L}[\p{L}/-]{0,30})[ .,;)]{0,3}$/u.exec(text) ?? []
  return [...cells, last].find(cell => cell !== '' && isKindTitle(cell))?.toLowerCase()
}

/** All devices of a site count together [D4IOT-SITE]: its rows become one. Where nothing says that they are its kinds, it is asked. */
export function withRowsTogether(read: ListRead | undefined, lines: readonly Line[]): ListRead | undefined {
  if (!read || read.sites.length < 2) return read
  const textOf = new Map(lines.map(({ number, text }) => [number, text]))
  const [first = 0] = read.siteLines
  const titles = cellsOf(lines.findLast(({ number, role, text }) => number < first && role === 'body' && /\p{L}/u.test(text))?.text ?? '')
  const rowAt = (at: number) => cellsOf(textOf.get(together.siteLines[at] ?? 0) ?? '')
  const together = withSortsTogether(read, textOf)
  return withoutTwins(together, lines, group =>
    titles.some((title, column) => {
      const told = group.map(at => rowAt(at)[column] ?? '')
      return tellsPlaces(title) && new Set(told).size === group.length
    }),
  )
}

/** Of which sort or kind a row is; none where it says several, or nothing. */
function sortIn(text: string, name: string): string | undefined {
  const [sort, another] = new Set(text.match(SORT) ?? [])
  return sort === undefined ? kindIn(text, name) : another === undefined ? sort : undefined
}

function withSortsTogether(read: ListRead, textOf: ReadonlyMap<number, string>): ListRead {
  const rows = read.sites.map((site, at): Row => {
    const base = (site.name ?? '').replace(IN_NAME, '').replace(/^(?:devices|assets|endpoints)$/iu, '')
    return { site, line: read.siteLines[at] ?? 0, base }
  })
  const isParted = (group: readonly Row[]) => {
    // "OT devices: 800 / IT devices: 300", and nothing else.
    if (group.length < 2 || (group[0]?.base === '' && group.length < rows.length)) return false
    const sorts = new Set(group.map(({ site, line }) => sortIn(textOf.get(line) ?? '', site.name ?? '')))
    return sorts.size === group.length && !sorts.has(undefined) && group.every(({ site }) => site.count === undefined)
  }
  const groups = [...Map.groupBy(rows, ({ base }) => base.toLowerCase()).values()]
  if (groups.length === rows.length) return read
  const merged = groups.flatMap(group => {
    const [first] = group
    if (!first || !isParted(group)) return group
    return [
      { ...first, site: { ...(first.base ? { name: first.base } : {}), devices: group.reduce((sum, { site }) => sum + site.devices, 0) } },
    ]
  })
  if (merged.length === rows.length) return read
  const ordered = merged.sort((one, two) => one.line - two.line)
  return { ...read, sites: ordered.map(({ site }) => site), siteLines: ordered.map(({ line }) => line) }
}
