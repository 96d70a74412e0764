import { addDays, addMonths, type Day, dayOf, partsOf, weekdayOf } from '../../../rules/day.ts'
import { MONTH, monthNumber } from './calendar-words.ts'

// Weeks and months in which somebody wants to act: "next week", "in April". They have no exact day.

/** From the first day to the last, both included. */
export interface Stretch {
  readonly first: Day
  readonly last: Day
}

const some =
  '(?:(?:some ?time|only|early|late|later|mid|middle of|beginning of|start of)[ -])?(?:(?:in|during|at|on) )?(?:the )?(?:(?:early|late|mid)[ -])?'
const counted = '(?:next|coming|following) (?:week|weekend|month|quarter)|week(?:end)? after next|month after next'
const month = `(?:${MONTH})(?: 20\\d\\d)?`
/** Such a time in patterns, as it stands in a sentence: "may" alone is no month. */
export const STRETCH = `${some}(?:${counted}|(?<=\\b(?:in|during|early|mid|late|of|is|until|till)[ -])${month})`

const whole = new RegExp(`^${some}(?:${counted}|${month})$`, 'i')
const named = new RegExp(`\\b(${MONTH})(?: (20\\d\\d))?$`, 'i')

/** The days of the week or month that such words mean, where it lies ahead. */
export function stretchOf(words: string, today: Day): Stretch | undefined {
  if (!whole.test(words)) return undefined
  const { year, month } = partsOf(today)
  const week = /\bweek(end)? (after next)$|\b(?:next|coming|following) week(end)?$/i.exec(words)
  if (week) {
    const monday = addDays(today, 8 - weekdayOf(today) + (week[2] ? 7 : 0))
    return { first: addDays(monday, (week[1] ?? week[3]) ? 5 : 0), last: addDays(monday, 6) }
  }
  const thisMonth = dayOf(year, month, 1) ?? today
  if (/\bquarter$/i.test(words)) return monthsFrom(addMonths(thisMonth, 3 - ((month - 1) % 3)), 3)
  if (/\bmonth(?: after next)?$/i.test(words)) return partOf(words, monthsFrom(addMonths(thisMonth, /after next$/i.test(words) ? 2 : 1), 1))
  const [, name = '', inYear] = named.exec(words) ?? []
  const number = monthNumber(name)
  const first = number ? dayOf(inYear ? Number(inYear) : number < month ? year + 1 : year, number, 1) : undefined
  const found = first && partOf(words, monthsFrom(first, 1))
  return found && found.first > today ? found : undefined
}

const monthsFrom = (first: Day, months: number): Stretch => ({ first, last: addDays(addMonths(first, months), -1) })

/** "Early April", "mid-April", "late in April": a third of the month. */
function partOf(words: string, { first, last }: Stretch): Stretch {
  if (/\b(?:early|beginning|start)\b/i.test(words)) return { first, last: addDays(first, 9) }
  if (/\bmid(?:dle)?\b/i.test(words)) return { first: addDays(first, 10), last: addDays(first, 19) }
  return /\blate\b/i.test(words) ? { first: addDays(first, 20), last } : { first, last }
}
