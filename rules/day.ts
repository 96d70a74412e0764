import { DateTime } from 'luxon'

/** A calendar day, `YYYY-MM-DD`: never an instant. Made only in this file. */
export type Day = string & { readonly __day: never }

export const FIRST_DAY = '2015-01-01' as Day
export const LAST_TODAY = '2099-12-31' as Day

/** A day of 24 hours, in milliseconds. */
export const DAY_MS = 86_400_000

/** What was found out by a key, so that it need not be again: zones are few and each question about one is dear. */
function found<Value>(most: number): (key: string, find: () => Value) => Value {
  const known = new Map<string, Value>()
  return (key, find) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const value = find()
    known.set(key, value)
    return value
  }
}
const zones = found<boolean>(1000)
const striking = found<number>(5000)

// A day is counted with in milliseconds of UTC, where every day has as many: a library's dates cost a hundred times as much.
const msOf = (day: Day) => Date.parse(day)
const digits = (number: number, length: number) => String(number).padStart(length, '0')
const written = (year: number, month: number, dayOfMonth: number) => `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`
function toDay(ms: number): Day {
  const date = new Date(ms)
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) as Day
}
const localDay = (date: DateTime) => date.toFormat('yyyy-MM-dd') as Day
const utc = (day: Day) => DateTime.fromISO(day, { zone: 'utc' })

/** The day that `text` writes as `YYYY-MM-DD`, or undefined where the calendar has no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  // 31 February is read as a day in March.
  return new Date(msOf(text as Day)).getUTCDate() === Number(text.slice(8)) ? (text as Day) : undefined
}

/** The day of a year, month (1 to 12) and day of the month, or undefined where there is none (31 February). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  return parseDay(written(year, month, dayOfMonth))
}

/** The parts of a day: month 1 to 12. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }
}

/** 1 (Monday) to 7. */
export const weekdayOf = (day: Day): number => new Date(msOf(day)).getUTCDay() || 7

export function addDays(day: Day, days: number): Day {
  return toDay(msOf(day) + days * DAY_MS)
}

/** Months later, on the same day of the month or the last there is. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const last = new Date(Date.UTC(year, month + months, 0))
  return toDay(last.setUTCDate(Math.min(dayOfMonth, last.getUTCDate())))
}

/** Years later, on the same date; 29 February becomes 28 February. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, 12 * years)
}

/** Calendar days from one day to another, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return (msOf(to) - msOf(from)) / DAY_MS
}

/** The calendar day of an instant in an IANA zone or a fixed offset (`UTC+02:00`); in UTC where the zone is not known. */
export function dayIn(zone: string, instant: Date): Day {
  const local = DateTime.fromJSDate(instant, { zone })
  return local.isValid ? localDay(local) : toDay(instant.getTime())
}

/** The calendar day written in an ISO instant, in the instant's own offset; undefined where it is none. */
export function dayOfInstant(iso: string): Day | undefined {
  const usual = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/.exec(iso)?.[1]
  if (usual) return parseDay(usual)
  const local = DateTime.fromISO(iso, { setZone: true })
  return local.isValid ? localDay(local) : undefined
}

/** Whether luxon and the runtime know this zone. */
export const isZone = (zone: string): boolean => zones(zone, () => DateTime.fromMillis(0, { zone }).isValid)

/** The instant at which a full hour (0 to 23) strikes on a day in a zone; the zone as in `dayIn`. */
export function instantIn(zone: string, day: Day, hour: number): Date {
  return new Date(
    striking(`${zone} ${day} ${hour}`, () => {
      const local = DateTime.fromISO(day, { zone }).set({ hour })
      return (local.isValid ? local : utc(day).set({ hour })).toMillis()
    }),
  )
}

/** The hour (0 to 23) that an instant falls into in a zone, as in `dayIn`. */
export function hourIn(zone: string, instant: Date): number {
  const local = DateTime.fromJSDate(instant, { zone })
  return (local.isValid ? local : DateTime.fromJSDate(instant, { zone: 'utc' })).hour
}
