import type { Site } from '../../../rules/facts.ts'
import type { Unreadable } from '../../ports.ts'
import type { Line } from '../text.ts'

/** Each site has one licence: its counts may be parts of it, counts of different days, or another place. */
const TWICE = 'a name that comes twice: one site, and with how many devices in all?'

interface Read {
  readonly sites: readonly Site[]
  readonly unreadable: readonly Unreadable[]
  readonly siteLines?: readonly number[]
}

/**
 * What was read without the sites whose names come more than once, which are told.
 * @param isApart whether something else tells two sites of one name apart
 */
export function withoutTwins<T extends Read>(
  read: T,
  lines: readonly Line[],
  isApart: (sites: readonly number[]) => boolean = () => false,
): T {
  const { sites, siteLines } = read
  const named = sites.flatMap(({ name, count }, at) => (name && count === undefined ? [at] : []))
  const groups = Map.groupBy(named, at => sites[at]?.name?.toLowerCase())
  const twins = new Set([...groups.values()].filter(group => group.length > 1 && !isApart(group)).flat())
  if (twins.size === 0) return read
  const told = [...twins].map((at): Unreadable => {
    const { name = '', devices } = sites[at] as Site
    const line = lines.find(({ number, text }) => (siteLines ? number === siteLines[at] : text.includes(name)))
    return { line: line?.number ?? 1, text: siteLines && line ? line.text.trim() : `${name} ${devices}`, why: TWICE }
  })
  return {
    ...read,
    sites: sites.filter((_, at) => !twins.has(at)),
    unreadable: [...read.unreadable, ...told].sort((one, two) => one.line - two.line),
    ...(siteLines ? { siteLines: siteLines.filter((_, at) => !twins.has(at)) } : {}),
  }
}
