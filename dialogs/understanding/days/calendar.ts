import { addDays, addMonths, type Day, dayOf, daysBetween, partsOf, weekdayOf } from '../../../rules/day.ts'
import type { Unit } from './calendar-words.ts'

/** Whether the sentence looks forward (ends) or back (expired, bought): decides the year, month or week that isn't said. */
export type Tense = 'ahead' | 'behind'

/** What a date can mean on `today`: one day, two where it reads both ways, none where the calendar has no such day. */
export type Readings = (tense: Tense, today: Day) => readonly Day[]

const list = (day: Day | undefined): readonly Day[] => (day ? [day] : [])

export const onDay = (find: (tense: Tense, today: Day) => Day | undefined): Readings => {
  return (tense, today) => list(find(tense, today))
}

/** A year by its number, or counted from this one: "next year" is one on. */
export type Year = number | { readonly on: number }

const yearOf = (year: Year, thisYear: number) => (typeof year === 'number' ? year : thisYear + year.on)

/** A day and month, with or without a year; the nearest year that fits where none is said. */
export function monthDay(month: number, day: number, year?: Year): Readings {
  if (year !== undefined) return onDay((_, today) => dayOf(yearOf(year, partsOf(today).year), month, day))
  return onDay((tense, today) => {
    const thisYear = partsOf(today).year
    const here = dayOf(thisYear, month, day)
    if (!here) return leapDay(tense, thisYear, month, day, today)
    if (tense === 'ahead') return here >= today ? here : dayOf(thisYear + 1, month, day)
    return here <= today ? here : dayOf(thisYear - 1, month, day)
  })
}

/** How far a day that not every year has may lie from today, in days. */
const MOST_APART = 330

/** 29 February of a year beside this one, which has none. */
function leapDay(tense: Tense, thisYear: number, month: number, day: number, today: Day): Day | undefined {
  const found = dayOf(tense === 'ahead' ? thisYear + 1 : thisYear - 1, month, day)
  return found && Math.abs(daysBetween(today, found)) <= MOST_APART ? found : undefined
}

/** "the 31st": in this month or the nearest that has one and fits. */
export function dayOfMonth(day: number): Readings {
  return onDay((tense, today) => {
    const { year, month } = partsOf(today)
    for (let step = 0; step <= 2; step += 1) {
      const found = inMonth(year, month + (tense === 'ahead' ? step : -step), day)
      if (found && (tense === 'ahead' ? found >= today : found <= today)) return found
    }
    return undefined
  })
}

/** A day of the month that lies `offset` months from this one. */
export const dayOfMonthFrom = (offset: number, day: number): Readings =>
  onDay((_, today) => inMonth(partsOf(today).year, partsOf(today).month + offset, day))

function inMonth(year: number, month: number, day: number): Day | undefined {
  const turned = (month - 1 + 12) % 12
  return dayOf(year + Math.floor((month - 1) / 12), turned + 1, day)
}

/** The last day of the month `offset` months from this one. */
export const endOfMonthFrom = (offset: number): Readings =>
  onDay((_, today) => {
    const first = inMonth(partsOf(today).year, partsOf(today).month + offset + 1, 1)
    return first && addDays(first, -1)
  })

/** The last day of a month by name. */
export function endOfMonth(month: number, year?: Year): Readings {
  return onDay((tense, today) => {
    const now = partsOf(today)
    const last = (of: number) => addDays(dayOf(month === 12 ? of + 1 : of, month === 12 ? 1 : month + 1, 1) ?? today, -1)
    if (year !== undefined) return last(yearOf(year, now.year))
    if (tense === 'ahead') return last(now.year) >= today ? last(now.year) : last(now.year + 1)
    return last(now.year) <= today ? last(now.year) : last(now.year - 1)
  })
}

export type Week = 'this' | 'next' | 'last' | 'past' | undefined

/** A weekday: "on Friday", "this Friday", "last Friday" (the latest one before yesterday), "next Friday" (of the week that starts next Monday). */
export function weekday(wanted: number, week: Week): Readings {
  return onDay((tense, today) => {
    const now = weekdayOf(today)
    const forward = (wanted - now + 7) % 7
    if (week === 'next') return addDays(today, wanted - now + 7)
    // Of yesterday nobody says "last Monday": that is the one before.
    if (week === 'last' && forward === 6) return addDays(today, -8)
    if (week === 'last' || week === 'past' || (tense === 'behind' && week === undefined))
      return addDays(today, forward === 0 ? -7 : forward - 7)
    if (week === 'this') return addDays(today, tense === 'behind' && forward > 0 ? forward - 7 : forward)
    return addDays(today, forward === 0 ? 7 : forward)
  })
}

/** "Thursday next week", "Tuesday last week": by calendar weeks from Monday. */
export const weekdayOfWeek = (wanted: number, weeks: number): Readings =>
  onDay((_, today) => addDays(today, wanted - weekdayOf(today) + 7 * weeks))

/** The `nth` of a weekday in a month, from its end where negative; of the month by name, else of the one `offset` months from this one. */
export function weekdayOfMonth(wanted: number, nth: number, of: { month: number; year?: Year } | { offset: number }): Readings {
  return onDay((tense, today) => {
    const now = partsOf(today)
    const isNamed = 'month' in of
    const year = yearOf((isNamed ? of.year : undefined) ?? now.year, now.year)
    const here = nthIn(year, isNamed ? of.month : now.month + of.offset, wanted, nth)
    const isOpen = isNamed ? of.year === undefined : of.offset === 0
    if (!here || !isOpen || here === today || here > today === (tense === 'ahead')) return here
    const turn = tense === 'ahead' ? 1 : -1
    return isNamed ? nthIn(year + turn, of.month, wanted, nth) : nthIn(year, now.month + turn, wanted, nth)
  })
}

function nthIn(year: number, month: number, wanted: number, nth: number): Day | undefined {
  const [first, next] = [inMonth(year, month, 1), inMonth(year, month + 1, 1)]
  if (!first || !next) return undefined
  const day =
    nth > 0
      ? addDays(first, ((wanted - weekdayOf(first) + 7) % 7) + 7 * (nth - 1))
      : addDays(next, -1 - ((weekdayOf(addDays(next, -1)) - wanted + 7) % 7) + 7 * (nth + 1))
  return day < next ? day : undefined
}

export interface Span {
  readonly days: number
  readonly months: number
  /** The days are counted from Monday to Friday only. */
  readonly working?: true
}

export function spanOf(quantity: number, unit: Unit): Span {
  if (unit === 'month' || unit === 'year') {
    const months = quantity * (unit === 'year' ? 12 : 1)
    return { months: Math.trunc(months), days: Math.round((months % 1) * 30) }
  }
  const days =
    unit === 'minute'
      ? 0
      : unit === 'hour'
        ? Math.trunc(quantity / 24)
        : unit === 'week'
          ? quantity * 7
          : unit === 'fortnight'
            ? quantity * 14
            : quantity
  return { days: Math.round(days), months: 0 }
}

/** A length of time from a day, forward or back. */
export const shift = (from: Day, { days, months, working }: Span, direction: 1 | -1): Day =>
  working ? overWorkingDays(from, days, direction) : addDays(addMonths(from, months * direction), days * direction)

/** Holidays are not known here: they would make the day a later one. */
function overWorkingDays(from: Day, days: number, direction: 1 | -1): Day {
  // Whole weeks at once, the rest day by day.
  let day = addDays(from, Math.trunc(days / 5) * 7 * direction)
  // A weekend has no working day of its own: one steps off it first.
  while (days >= 5 && weekdayOf(day) > 5) day = addDays(day, -direction)
  for (let left = days % 5; left > 0; ) {
    day = addDays(day, direction)
    if (weekdayOf(day) <= 5) left -= 1
  }
  return day
}

/** In which order day and month are written in figures: where one lives, or surely so because another date of the message shows it. */
export interface Order {
  readonly monthFirst: boolean
  readonly sure: boolean
}

/** Figures that read as day and month both ways give two readings, the locale's own order first. */
export function eitherWay(first: number, second: number, year: number | undefined, { monthFirst, sure }: Order): Readings {
  const dayFirst = monthDay(second, first, year)
  const usWay = monthDay(first, second, year)
  return (tense, today) => {
    const read = (monthFirst ? [usWay, dayFirst] : [dayFirst, usWay]).map(way => way(tense, today))
    const [own = []] = read
    const found = sure && own.length > 0 ? own : read.flat()
    return [...new Set(found)]
  }
}
