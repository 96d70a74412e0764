import type { Site } from '../../../rules/facts.ts'
import type { Line } from '../text.ts'
import type { ListRead } from './line-kinds.ts'

// A list that gives a site's OT and IT devices in rows of their own: "Lyon - OT | 300", "Lyon - IT | 100".

const SORT = /(?<![\p{L}\p{N}])(?:OT|IT|IoT|IIoT)(?![\p{L}\p{N}])/gu
const IN_NAME = /^(?:OT|IT|IoT|IIoT)[ \-–/:]+(?=\p{L})|[ \-–/(:]+(?:OT|IT|IoT|IIoT)\)?$/u

interface Row {
  readonly site: Site
  readonly line: number
  /** The site's name without the sort. */
  readonly base: string
  readonly sort: string | undefined
}

/** All devices of a site count together [D4IOT-SITE]: its rows become one. */
export function withSortsTogether(read: ListRead | undefined, lines: readonly Line[]): ListRead | undefined {
  if (!read || read.sites.length < 2 || !lines.some(({ text }) => text.search(SORT) >= 0)) return read
  const textOf = new Map(lines.map(({ number, text }) => [number, text]))
  const rows = read.sites.map((site, at): Row => {
    const line = read.siteLines[at] ?? 0
    const sorts = new Set(textOf.get(line)?.match(SORT) ?? [])
    return {
      site,
      line,
      base: (site.name ?? '').replace(IN_NAME, '').replace(/^(?:devices|assets|endpoints)$/iu, ''),
      sort: sorts.size === 1 ? [...sorts][0] : undefined,
    }
  })
  const groups = Map.groupBy(rows, ({ base }) => base.toLowerCase())
  const isParted = (group: readonly Row[]) =>
    group.length > 1 &&
    // "OT devices: 800 / IT devices: 300", and nothing else.
    (group[0]?.base !== '' || group.length === rows.length) &&
    group.every(({ sort, site }) => sort !== undefined && site.count === undefined) &&
    new Set(group.map(({ sort }) => sort)).size === group.length
  if (![...groups.values()].some(isParted)) return read
  const merged = [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first || !isParted(group)) return group
    return [
      { ...first, site: { ...(first.base ? { name: first.base } : {}), devices: group.reduce((sum, { site }) => sum + site.devices, 0) } },
    ]
  })
  const ordered = merged.sort((one, two) => one.line - two.line)
  return { ...read, sites: ordered.map(({ site }) => site), siteLines: ordered.map(({ line }) => line) }
}
