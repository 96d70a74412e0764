import { addDays } from '../../../rules/day.ts'
import type { Token } from '../tokens.ts'
import { endOfMonth, endOfMonthFrom, monthDay, onDay, type Readings } from './calendar.ts'
import { HOLIDAYS, MONTHS } from './calendar-words.ts'
import { type Found, isDay, monthFrom, word, yearAt } from './date-parts.ts'

/** Words for a day to how many days it lies ahead. */
export const NEAR: Readonly<Record<string, readonly [days: number, tense?: 'ahead' | 'behind']>> = {
  today: [0],
  tonight: [0],
  heute: [0],
  tomorrow: [1],
  tmrw: [1],
  tmr: [1],
  tomorow: [1],
  tommorow: [1],
  tommorrow: [1],
  '2moro': [1],
  '2morrow': [1],
  morgen: [1],
  demain: [1],
  mañana: [1],
  yesterday: [-1],
  yday: [-1],
  yest: [-1],
  yesterdays: [-1],
  gestern: [-1],
  hier: [-1],
  ayer: [-1],
}
/** Every day of `nearDay` and `monthEnd` begins with one of these. */
export const NEAR_OPENERS: ReadonlySet<string> = new Set([
  ...Object.keys(NEAR),
  ...'day just last this earlier eom month end ende'.split(' '),
])

export const DAYTIMES = new Set(['morning', 'afternoon', 'evening', 'night', 'midnight', 'noon'])

const days = (offset: number): Readings => onDay((_, today) => addDays(today, offset))

/** Today, tomorrow, "the day before yesterday", "last night", "this morning", "a week ago today" (as its own span). */
export function nearDay(tokens: readonly Token[], at: number): Found | undefined {
  const [one, two, three] = [word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)]
  if (one === 'day' && two === 'after' && NEAR[three]?.[0] === 1) return { to: at + 3, readings: days(2) }
  if (one === 'day' && two === 'before' && NEAR[three]?.[0] === -1) return { to: at + 3, readings: days(-2) }
  if (one === 'just' && two === 'now') return { to: at + 2, readings: days(0) }
  if (one === 'last' && two === 'night') return { to: at + 2, readings: days(-1) }
  if ((one === 'this' || one === 'earlier') && (DAYTIMES.has(two) || two === 'today')) return { to: at + 2, readings: days(0) }
  const near = Object.hasOwn(NEAR, one) ? NEAR[one] : undefined
  // "Tomorrow week": a week after it.
  if (near && near[0] >= 0 && (two === 'week' || two === 'fortnight'))
    return { to: at + 2, readings: days(near[0] + (two === 'week' ? 7 : 14)) }
  return near && { to: DAYTIMES.has(two) ? at + 2 : at + 1, readings: days(near[0]) }
}

/** "end of the month", "last day of march", "end of next month", "month end", "1st of next month" is a day of a month. */
export function monthEnd(tokens: readonly Token[], at: number): Found | undefined {
  let next = at
  if (word(tokens, at) === 'eom' || (word(tokens, at) === 'month' && ['end', "end's"].includes(word(tokens, at + 1)))) {
    return { to: word(tokens, at) === 'eom' ? at + 1 : at + 2, readings: endOfMonthFrom(0) }
  }
  if (word(tokens, next) === 'last' && word(tokens, next + 1) === 'day') next += 2
  else if (word(tokens, next) === 'end' || word(tokens, next) === 'ende') next += 1
  else return undefined
  const bare = next
  while (['of', 'the', 'in', 'month'].includes(word(tokens, next)) && next < bare + 4) next += 1
  const month = MONTHS.get(word(tokens, next))
  if (
    month !== undefined &&
    tokens[next + 1]?.kind !== 'ordinal' &&
    !(tokens[next + 1]?.kind === 'number' && isDay(tokens[next + 1] as Token))
  ) {
    const { year, to } = yearAt(tokens, next + 1)
    return { to, readings: endOfMonth(month, year) }
  }
  const from = monthFrom(tokens, word(tokens, next - 1) === 'month' && word(tokens, bare) === 'of' ? next - 1 : next)
  return from && { to: from.to, readings: endOfMonthFrom(from.offset) }
}

export function holiday(tokens: readonly Token[], at: number): Found | undefined {
  const spelt = (index: number) => word(tokens, index).replaceAll("'", '')
  const first = spelt(at)
  if (!HOLIDAY_OPENERS.has(first)) return undefined
  const found = HOLIDAYS.find(([words]) => words.every((each, index) => spelt(at + index) === each))
  return found && { to: at + found[0].length, readings: monthDay(found[1], found[2]) }
}

/** The first words of `holiday`, without apostrophes. */
export const HOLIDAY_OPENERS: ReadonlySet<string> = new Set(HOLIDAYS.map(([[word = '']]) => word))
