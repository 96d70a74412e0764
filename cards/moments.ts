import { type Day, daysBetween } from '../rules/day.ts'
import type { Moment } from './parts.ts'
import type { View } from './view.ts'
import { frame } from './words/en/frame.ts'

/** Dates with today among them, in order. `key` is the one that the answer turns on, ahead or behind; ahead, its days are counted. */
export function momentsOf(
  dates: readonly (readonly [day: Day, what: string, more?: string])[],
  { today, format, asOf, handedOn }: View,
  key?: Day,
): Moment[] {
  const now = asOf || handedOn ? frame.thatDay : frame.today
  const moments = dates.map(([day, what, more]) => ({
    day,
    date: day === key && day > today && !handedOn ? frame.inDays(format.day(day), format.days(daysBetween(today, day))) : format.day(day),
    what: day === today ? `${what} (${now.toLowerCase()})` : what,
    ...(more ? { more } : {}),
    mark: day === key ? (day < today ? ('missed' as const) : ('key' as const)) : day < today ? ('past' as const) : ('ahead' as const),
  }))
  const present = { day: today, date: format.day(today), what: now, mark: 'today' as const }
  const all = dates.some(([day]) => day === today) ? moments : [...moments, present]
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ day: _, ...moment }) => moment)
}
