import type { Unreadable } from '../ports.ts'
import type { ListRead } from './line-kinds.ts'
import { isDeviceNoun, isPlural, singular } from './site-words.ts'
import type { Line } from './text.ts'
import type { Token } from './tokens.ts'

// Kinds of devices where a list has its labels: "PLCs: 300, HMIs: 20". They stand at one site and count together.

const GENERIC = /^(?:device|asset|endpoint|thing|box|dev|one|element|object|component|entry|record|row|equipment)$/u
const MODIFIER =
  /^(?:ot|it|iot|iiot|ip|network|networked|edge|barcode|access|industrial|managed|unmanaged|field|safety|vision|security|mobile|wireless|wired|control|level|temperature|pressure|flow|medical|building|fire|smart|windows|legacy|cctv|plc|scada|welding|packaging|label|office|process|power|core|other|misc)$/u

/** "PLCs", "HMI", "robots": a noun of devices that says which; a name in the singular ("Gateway") is none. */
const isKindNoun = (raw: string) => {
  const noun = raw.toLowerCase()
  if (/^(?:OT|IT|IoT)$/u.test(raw)) return true
  return isDeviceNoun(noun) && !GENERIC.test(singular(noun)) && (isPlural(noun) || /^\p{Lu}{2,5}s?$/u.test(raw))
}

/** Where the label of a count names a kind of devices: "PLCs: 300", "IP cameras 40", "robots (300)". */
export function kindBefore(
  tokens: readonly Token[],
  at: number,
): { readonly name: string; readonly from: number; readonly to: number } | undefined {
  const mark = tokens[at - 1]?.text ?? ''
  const label = /^[:=(]$/u.test(mark) ? at - 2 : at - 1
  const noun = tokens[label]
  if (noun?.kind !== 'word' || !isKindNoun(noun.raw)) return undefined
  let from = label
  while (from > label - 2 && MODIFIER.test(tokens[from - 1]?.text ?? '')) from -= 1
  // "400 PLCs, 20 ...": the noun of the count before.
  if (tokens[from - 1]?.kind === 'number') return undefined
  const name = tokens.slice(from, label + 1).map(({ text }) => text)
  return { name: name.join(' '), from, to: mark === '(' && tokens[at + 1]?.text === ')' ? at + 2 : at + 1 }
}

/** Whether a label of a line or row is one of devices, and no site's. */
function isKind(name: string): boolean {
  const words = name.split(' ')
  return isKindNoun(words.at(-1) ?? '') && words.slice(0, -1).every(word => MODIFIER.test(word.toLowerCase()) || /^\p{Ll}/u.test(word))
}

const NO_SITE = 'a kind of devices, not a site: part of another count, or more?'

/** A list of kinds of devices is one site; among sites they are told, for nobody said where they stand. */
export function withKindsTogether(read: ListRead | undefined, lines: readonly Line[]): ListRead | undefined {
  const kinds = read?.sites.filter(({ name = '', count }) => count === undefined && isKind(name)) ?? []
  if (!read || kinds.length === 0) return read
  const { sites, siteLines, unreadable } = read
  const isOne = kinds.length === sites.length && kinds.length > 1
  if (isOne)
    return { ...read, sites: [{ devices: kinds.reduce((sum, { devices }) => sum + devices, 0) }], siteLines: siteLines.slice(0, 1) }
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
