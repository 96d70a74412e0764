import { type Day, parseDay } from '../rules/day.ts'
import { type MilestoneName, milestoneNames } from '../rules/milestones.ts'

/** A date that a card warns of. */
export interface Warning {
  readonly milestone: MilestoneName
  readonly date: Day
}

/** A tracked item as a card knew it: one that has changed since is shown as it stands instead. */
export interface Handle {
  readonly id: string
  readonly version: number
  /** What a reminder warns of; none on a card about the item itself. */
  readonly warns?: readonly Warning[]
}

/** Tracked items that one card speaks of. */
export const MAX_HANDLES = 50

const BETWEEN = '~'

/** A handle as text: id, version and what is warned of, `license-ends=2026-04-15`. */
export function writeHandle({ id, version, warns }: Handle): string {
  const warnings = warns?.map(({ milestone, date }) => `${milestone}=${date}`)
  return [id, version, ...(warnings ? [warnings.join()] : [])].join(BETWEEN)
}

/** Undefined for what is no handle. */
export function readHandle(text: string): Handle | undefined {
  const [id = '', version = '', warnings] = text.split(BETWEEN)
  const warns = warnings?.split(',').flatMap(warn => {
    const [name, date = ''] = warn.split('=')
    const [milestone, day] = [milestoneNames.find(known => known === name), parseDay(date)]
    return milestone && day ? [{ milestone, date: day }] : []
  })
  if (!/^[\w-]{1,64}$/.test(id) || !/^\d{1,9}$/.test(version)) return undefined
  return { id, version: Number(version), ...(warns ? { warns } : {}) }
}
