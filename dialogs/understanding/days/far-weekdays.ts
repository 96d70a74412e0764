import { addDays, type Day, daysBetween, weekdayOf } from '../../../rules/day.ts'
import type { Token } from '../tokens.ts'
import { type Readings, weekday, weekdayOfMonth, weekdayOfWeek } from './calendar.ts'
import { MONTHS, WEEKDAYS } from './calendar-words.ts'
import { type Found, monthFrom, word, yearAt } from './date-parts.ts'

// Weekdays that are not the next or last one.

/** "the first Monday in April", "last Friday of the month", "2nd Tuesday of next month". */
export function countedWeekday(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  const nth = token?.text === 'last' ? -1 : token?.kind === 'ordinal' ? token.value : undefined
  const wanted = WEEKDAYS.get(word(tokens, at + 1))
  if (!nth || nth > 5 || wanted === undefined || !/^(?:of|in)$/u.test(word(tokens, at + 2))) return undefined
  const next = word(tokens, at + 3) === 'the' ? at + 4 : at + 3
  const month = MONTHS.get(word(tokens, next))
  if (month !== undefined) {
    const { year, to } = yearAt(tokens, next + 1)
    return { to, readings: weekdayOfMonth(wanted, nth, { month, ...(year === undefined ? {} : { year }) }) }
  }
  const { offset, to } = monthFrom(tokens, next) ?? {}
  return offset === undefined || to === undefined ? undefined : { to, readings: weekdayOfMonth(wanted, nth, { offset }) }
}

const WEEKS: Readonly<Record<string, number>> = { week: 1, fortnight: 2 }

/** "Friday fortnight", "the Friday before last", "the Friday after next", "Friday of the week after next", "the week before last on Friday". */
export function farWeekday(tokens: readonly Token[], at: number): Found | undefined {
  const weeks = farWeek(tokens, at)
  if (weeks) {
    const place = /^(?:on|,)$/u.test(word(tokens, weeks.to)) ? weeks.to + 1 : weeks.to
    const wanted = WEEKDAYS.get(word(tokens, place))
    return wanted === undefined ? undefined : { to: place + 1, readings: weekdayOfWeek(wanted, weeks.offset) }
  }
  const lead = word(tokens, at)
  const place = lead === 'last' || lead === 'next' ? at + 1 : at
  const wanted = WEEKDAYS.get(word(tokens, place))
  if (wanted === undefined) return undefined
  const next = place + 1
  const [one, two] = [word(tokens, next), word(tokens, next + 1)]
  const [coming, past, last] = [weekday(wanted, undefined), weekday(wanted, 'past'), weekday(wanted, 'last')]
  if (one === 'before' && two === 'last') return { to: next + 2, readings: either(-7, past, last) }
  if (one === 'but' && two === 'one' && lead === 'last') return { to: next + 2, readings: either(-7, past, last) }
  // Whether this week's is "next" nobody agrees on.
  if (one === 'after' && two === 'next') return { to: next + 2, readings: either(7, coming, weekday(wanted, 'next')) }
  if (lead === 'next' && WEEKS[one]) return undefined
  if (WEEKS[one] && lead === 'last') return { to: next + 1, readings: either(-7 * WEEKS[one], past, last) }
  if (WEEKS[one]) return { to: next + 1, readings: either(7 * WEEKS[one], coming) }
  const behind = farWeek(tokens, ['of', 'in', ','].includes(one) ? next + 1 : next)
  return behind && { to: behind.to, readings: weekdayOfWeek(wanted, behind.offset) }
}

/** So far from today a day of the other side is meant where the weekday is that one's; further off it is the weekday that is wrong. */
const NEAR = 120

/** "Monday 29 March": what the date reads as and is such a day; where it is none, the date itself and the nearest such day. */
export const onNamedDay =
  (wanted: number, date: Readings): Readings =>
  (tense, today) => {
    const here = date(tense, today)
    const isNamed = (day: Day) => weekdayOf(day) === wanted
    const there = date(tense === 'ahead' ? 'behind' : 'ahead', today).filter(day => Math.abs(daysBetween(day, today)) <= NEAR)
    const fitting = [here, there].map(days => days.filter(isNamed)).find(([day]) => day)
    const [first] = here
    if (fitting || !first) return fitting ?? here
    const ahead = (wanted - weekdayOf(first) + 7) % 7
    return [...here, addDays(first, ahead > 3 ? ahead - 7 : ahead)]
  }

/** "the week after next", "week before last": how many weeks from this one. */
function farWeek(tokens: readonly Token[], at: number): { readonly offset: number; readonly to: number } | undefined {
  const place = word(tokens, at) === 'the' ? at + 1 : at
  if (word(tokens, place) !== 'week') return undefined
  const far = `${word(tokens, place + 1)} ${word(tokens, place + 2)}`
  const offset = far === 'after next' ? 2 : far === 'before last' ? -2 : undefined
  return offset === undefined ? undefined : { offset, to: place + 3 }
}

/** So many days from the one or the other. */
const either =
  (days: number, ...each: readonly Readings[]): Readings =>
  (_, today) =>
    [...new Set(each.flatMap(read => read('ahead', today)).map(day => addDays(day, days)))].sort()
