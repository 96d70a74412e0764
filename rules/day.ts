import { DateTime } from 'luxon'

/** A calendar day, `YYYY-MM-DD`: never an instant. Made only in this file. */
export type Day = string & { readonly __day: never }

export const FIRST_DAY = '2015-01-01' as Day
export const LAST_TODAY = '2099-12-31' as Day

const utc = (day: Day) => DateTime.fromISO(day, { zone: 'utc' })
const toDay = (date: DateTime) => date.toFormat('yyyy-MM-dd') as Day

/** The day that `text` writes as `YYYY-MM-DD`, or undefined where the calendar has no such day. */
export function parseDay(text: string): Day | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && utc(text as Day).isValid ? (text as Day) : undefined
}

/** The day of a year, month (1 to 12) and day of the month, or undefined where there is none (31 February). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const date = DateTime.utc(year, month, dayOfMonth)
  return date.isValid ? toDay(date) : undefined
}

/** The parts of a day: month 1 to 12, weekday 1 (Monday) to 7. */
export function partsOf(day: Day): { year: number; month: number; day: number; weekday: number } {
  const { year, month, day: dayOfMonth, weekday } = utc(day)
  return { year, month, day: dayOfMonth, weekday }
}

export function addDays(day: Day, days: number): Day {
  return toDay(utc(day).plus({ days }))
}

/** Months later, on the same day of the month or the last there is. */
export function addMonths(day: Day, months: number): Day {
  return toDay(utc(day).plus({ months }))
}

/** Years later, on the same date; 29 February becomes 28 February. */
export function addYears(day: Day, years: number): Day {
  return toDay(utc(day).plus({ years }))
}

/** Calendar days from one day to another, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return utc(to).diff(utc(from), 'days').days
}

/** The calendar day of an instant in an IANA zone or a fixed offset (`UTC+02:00`); in UTC where the zone is not known. */
export function dayIn(zone: string, instant: Date): Day {
  const local = DateTime.fromJSDate(instant, { zone })
  return toDay(local.isValid ? local : DateTime.fromJSDate(instant, { zone: 'utc' }))
}

/** The calendar day written in an ISO instant, in the instant's own offset; undefined where it is none. */
export function dayOfInstant(iso: string): Day | undefined {
  const local = DateTime.fromISO(iso, { setZone: true })
  return local.isValid ? toDay(local) : undefined
}

/** Whether luxon and the runtime know this zone. */
export function isZone(zone: string): boolean {
  return DateTime.fromMillis(0, { zone }).isValid
}

/** The instant at which a full hour (0 to 23) strikes on a day in a zone; the zone as in `dayIn`. */
export function instantIn(zone: string, day: Day, hour: number): Date {
  const local = DateTime.fromISO(day, { zone }).set({ hour })
  return (local.isValid ? local : utc(day).set({ hour })).toJSDate()
}

/** The hour (0 to 23) that an instant falls into in a zone, as in `dayIn`. */
export function hourIn(zone: string, instant: Date): number {
  const local = DateTime.fromJSDate(instant, { zone })
  return (local.isValid ? local : DateTime.fromJSDate(instant, { zone: 'utc' })).hour
}
