import type { Unreadable } from '../../ports.ts'
import type { Line } from '../text.ts'
import { isKindNoun, MODIFIER } from './device-kinds.ts'
import type { ListRead } from './line-kinds.ts'
import { isDeviceNoun } from './site-words.ts'

/** Whether a label of a line or row is one of devices, and no site's. */
export function isKind(name: string): boolean {
  const words = name.split(' ')
  return isKindNoun(words.at(-1) ?? '') && words.slice(0, -1).every(word => MODIFIER.test(word.toLowerCase()) || /^\p{Ll}/u.test(word))
}

const NO_SITE = 'a kind of devices, not a site: part of another count, or more?'

/** A list of kinds of devices is one site; among sites they are told, for nobody said where they stand. */
export function withKindsTogether(read: ListRead | undefined, lines: readonly Line[]): ListRead | undefined {
  const kinds = read?.sites.filter(({ name = '', count }) => count === undefined && isKind(name)) ?? []
  if (!read || kinds.length === 0) return read
  const { sites, siteLines, unreadable } = read
  // "PLC", "HMI", "Camera"
  const isOne =
    sites.length > 1 && sites.every(({ name = '', count }) => count === undefined && (isKind(name) || isDeviceNoun(name.toLowerCase())))
  if (isOne)
    return { ...read, sites: [{ devices: sites.reduce((sum, { devices }) => sum + devices, 0) }], siteLines: siteLines.slice(0, 1) }
  if (kinds.length === sites.length) return read
  const told = sites.flatMap((site, at): Unreadable[] => {
    const line = siteLines[at]
    return kinds.includes(site) && line !== undefined
      ? [{ line, text: lines.find(({ number }) => number === line)?.text.trim() ?? '', why: NO_SITE }]
      : []
  })
  const isSite = sites.map(site => !kinds.includes(site))
  return {
    ...read,
    sites: sites.filter((_, at) => isSite[at]),
    siteLines: siteLines.filter((_, at) => isSite[at]),
    unreadable: [...unreadable, ...told].sort((one, two) => one.line - two.line),
  }
}
