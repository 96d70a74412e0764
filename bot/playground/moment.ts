import { type Day, dayIn, daysBetween } from '../../rules/day.ts'

/** The moment of an activity as Teams writes it. */
export interface Moment {
  /** Instant in UTC. */
  readonly timestamp: string
  /** The same instant on the person's own clock, with its offset. */
  readonly localTimestamp: string
  /** IANA name. */
  readonly localTimezone: string
}

/** The person's time of day now in `zone`, on the day `today` where that is set and on the real one where it is not. */
export function momentOf(now: Date, zone: string, today?: Day): Moment {
  const realDay = dayIn(zone, now)
  const day = today ?? realDay
  // The offset is that of the set day, which may lie on the other side of a clock change.
  const offset = offsetIn(zone, new Date(now.getTime() + daysBetween(realDay, day) * 86_400_000))
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', timeStyle: 'medium' }).format(now)
  const localTimestamp = `${day}T${time}.${String(now.getMilliseconds()).padStart(3, '0')}${offset}`
  return { timestamp: new Date(localTimestamp).toISOString(), localTimestamp, localTimezone: zone }
}

/** `+05:30`; Intl writes "GMT" for zero and leaves nothing else out. */
function offsetIn(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find(part => part.type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? '+00:00' : name.slice(3)
}
