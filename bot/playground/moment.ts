import { DAY_MS, type Day, dayIn, daysBetween, instantIn, parseDay } from '../../rules/day.ts'
import { quietUntil } from '../delivery.ts'
import type { Setting } from './chats.ts'

/** The bot sends reminders in the daytime only; whoever looks at a day sees what happens on it. */
const NOON = 12

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
  const offset = offsetIn(zone, new Date(now.getTime() + daysBetween(realDay, day) * DAY_MS))
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', timeStyle: 'medium' }).format(now)
  const localTimestamp = `${day}T${time}.${String(now.getMilliseconds()).padStart(3, '0')}${offset}`
  return { timestamp: new Date(localTimestamp).toISOString(), localTimestamp, localTimezone: zone }
}

/** The bot's time while the page is set to a day: the real time of day, or noon where nobody is sent anything at that hour. */
export function timeOf({ today, zone }: Setting, now: Date): Date {
  const day = today === undefined ? undefined : parseDay(today)
  if (!day || day === dayIn(zone, now)) return now
  return quietUntil(zone, now) ? instantIn(zone, day, NOON) : new Date(momentOf(now, zone, day).timestamp)
}

/** `+05:30`; Intl writes "GMT" for zero and leaves nothing else out. */
function offsetIn(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find(part => part.type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? '+00:00' : name.slice(3)
}
