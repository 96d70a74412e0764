import type { Day } from '../rules/day.ts'
import type { Moment } from './parts.ts'
import type { View } from './view.ts'
import { frame } from './words/en/frame.ts'

/** Dates with today among them, in order; of the dates from today on the first of `keys` is marked as the one that matters. */
export function momentsOf(
  dates: readonly (readonly [day: Day, what: string, more?: string])[],
  { today, format }: View,
  key?: Day,
): Moment[] {
  const moments = dates.map(([day, what, more]) => ({
    day,
    date: format.day(day),
    what: day === today ? `${what} (${frame.today.toLowerCase()})` : what,
    ...(more ? { more } : {}),
    mark: day === key ? ('key' as const) : day < today ? ('past' as const) : ('ahead' as const),
  }))
  const now = { day: today, date: format.day(today), what: frame.today, mark: 'today' as const }
  const all = dates.some(([day]) => day === today) ? moments : [...moments, now]
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ day: _, ...moment }) => moment)
}
