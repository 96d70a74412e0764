import type { Site } from '../../../rules/facts.ts'
import type { Unreadable } from '../../ports.ts'
import { isSection } from './regions.ts'
import type { Cell } from './site-cells.ts'
import { MAYBE_TOTAL, TOTAL } from './site-words.ts'

/** A list of sites as read from the lines of a message. */
export interface ListRead {
  readonly sites: readonly Site[]
  readonly unreadable: readonly Unreadable[]
  /** The line of each site. */
  readonly siteLines: readonly number[]
  /** Numbers of the lines that belong to the list, so that nothing else reads them. */
  readonly lines: ReadonlySet<number>
}

/** A line drawn between rows. */
export const isRule = (text: string) => /^[\s|:=+_*~#-]{3,}$/u.test(text)

/** A few words that may be a place's name, and nothing else on the line. */
export const isLoneName = (text: string) =>
  /^\s*(?:[-*•·]\s+|\d{1,3}[.)]\s+)?(?:\d{1,3}(?:st|nd|rd|th) )?[\p{Lu}\p{Lo}][\p{L}\p{M}\d.'/#-]*(?: [\p{L}\p{M}\d.'&/#-]+){0,4}(?: \([^()]{1,30}\))?\s*\.?$/u.test(
    text,
  ) &&
  !/\b(?:thanks|regards|totals?|notes?|hello|hi|dear|please|cheers)\b/iu.test(text) &&
  !isSection(text)

/** Among bare numbers, one that is as much as those before may be their total or a site as well. */
export const maybeTotal = (label: string, cell: Cell, sites: readonly Site[]) =>
  label === '' && cell.kind === 'count' && sites.length > 1 && sites.every(({ name }) => !name) && sumOf(sites) === cell.devices

/** The devices of all sites. */
export const sumOf = (sites: readonly Site[]) => sites.reduce((sum, site) => sum + site.devices * (site.count ?? 1), 0)

/**
 * Whether a row adds up those above it, by its label or by its count.
 * @param since how many of the sites stand above the last such row
 */
export function isTotal(label: string, cell: Cell, sites: readonly Site[], since: number): boolean {
  const text = label.trim()
  if (text !== '' && TOTAL.test(text)) return true
  if (text !== '' && !MAYBE_TOTAL.test(text)) return false
  if (cell.kind !== 'count') return text !== ''
  const part = sites.slice(since)
  if (sites.length > 1 && [sumOf(sites), sumOf(part)].includes(cell.devices)) return true
  return text !== '' && cell.devices >= Math.max(0, ...part.map(({ devices }) => devices))
}

/** "North region 700" above the rows that come to 700. */
export function isSumBelow(sites: readonly Site[], at: number): boolean {
  const { name, devices } = sites[at] as Site
  if (!name || !isSection(name)) return false
  let [sum, next] = [0, at + 1]
  while (sum < devices && next < sites.length) sum += (sites[next]?.devices ?? 0) * (sites[next++]?.count ?? 1)
  return sum === devices && next - at > 2
}
