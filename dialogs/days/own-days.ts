import { MAX_OWN_DAYS } from '../../cards/actions.ts'
import { MAX_PHRASE } from '../phrases.ts'
import { month, writtenDays } from '../understanding/days/acting-day.ts'
import { ANY_WEEKDAY, MONTH_BEGUN, WEEKDAY, weekdayNumber } from '../understanding/days/calendar-words.ts'
import { AMOUNT, amountOf, inDays, LENGTH, lengthOf, UNIT } from '../understanding/days/lengths.ts'
import { shiftsEnd } from './spoken-days.ts'

// On which days a person wants to be reminded, besides the standard ones, as messages say it.

/** "The day before" is one. */
const amount = `${AMOUNT}|the`
const ahead = 'before|ahead|prior|earlier|beforehand|in advance|upfront|out'
const things = 'reminder|notice|notification|card|ping|alert|warning|message|one'
/** "And" is no "an d". */
const unit = `(?:[\\s-]{1,3}|(?<=\\d))(?:d|w|${UNIT})\\b`
/** "10 and 3 days", "1 week, 3 days and 1 day". */
const lengths = `(?:${amount})(?:(?:${unit})?(?:\\s{0,3},\\s{0,3}(?:and\\s{1,3})?|\\s{0,3}[&+]\\s{0,3}|\\s{1,3}and\\s{1,3})(?:${amount})){0,9}${unit}`
/** "The trial ends two days before 1 May": an end counted from a day, no day of a reminder. */
const endCounted = new RegExp(
  `\\b(?:ends?|ended|ending|expir\\w+|lapses?|finish(?:es)?|runs? out|until|till|end date)(?: (?:is|exactly|on|the|about)){0,2} (?:${lengths})\\s+(?:before|ahead of|prior to|earlier than) (?:the )?(?=\\d|(?:${ANY_WEEKDAY}|${MONTH_BEGUN}|yesterday|tomorrow|today|last|next|this|christmas|new year))`,
  'gi',
)
const daysBefore = new RegExp(`\\b(${lengths})\\s+(?:(?:${things})s?\\s+)?(?:${ahead})\\b`, 'gi')
/** Another length than was said before, and nothing else: "make that 2 weeks", "no, 10 days". */
const otherLengths = new RegExp(
  `^\\W*(?:(?:no|sorry|oops|wait|hm+|well|actually|rather|better|or|ok|please|can you|(?:let['’]?s )?(?:make|change|set) (?:it|that|this|them)(?: to)?|i (?:mean|meant)|i['’]d prefer|i prefer|let['’]?s say|say)\\W+){0,4}(${lengths})(?:\\W+(?:${ahead}|please|instead|rather|then|better))*\\W*$`,
  'i',
)
/** "The 5-day reminder". */
const daysReminder = new RegExp(`\\b((?:${amount})[\\s-]+(?:${UNIT}))[\\s-]+(?:${things})s?\\b`, 'gi')
const theDay =
  /\b(?:on|and|also|at) (?:the|that|its) (?:(?:very|actual|same) )?(?:(?:last|final|end) day|day(?: itself| of (?:the )?(?:end|expiry)| (?:it|that) (?:ends|expires))?)(?! (?:before|after|when|i|we))\b|\bthe day itself\b/i

const eachLength = new RegExp(`\\b(${amount})(${unit})?\\b`, 'gi')

/** A reminder so many months before comes about then: nobody counts the days. */
const daysEach = (unit: string) => inDays(lengthOf(unit) ?? { count: 1, unit: 'day' }, months => 30 * months)

/** The days of lengths of time; a number without a unit has that of the next one. */
function daysIn(text: string): readonly number[] {
  const found = [...text.matchAll(eachLength)].reverse()
  let each = 1
  return found
    .map(([, count = '', of]) => {
      each = of ? daysEach(of.replace(/^[\s-]+/, '')) : each
      return (/^the$/i.test(count) ? 1 : amountOf(count)) * each
    })
    .reverse()
}

const daysOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, said = '']) => daysIn(said))

/** What days before the end always have among their words. Every message is asked for them, and most have none of these. */
const someAhead = new RegExp(`\\b(?:${ahead}|day)\\b`, 'i')

const distinct = (days: readonly number[]) => [...new Set(days)].filter(day => day >= 0 && day <= MAX_OWN_DAYS).slice(0, 10)

const refusing = /\b(not|no|without|drop|remove|skip|delete|cancel|stop|lose|except|leave out|minus|don'?t|do not|never mind)\b/i

/** The parts of a message that say what not to do, and the others. */
function halves(text: string): { readonly wanted: string; readonly unwanted: string } {
  const parts = text.replace(/\b(don'?t|do not|never) forget( to)?\b|\bnot (only|just)\b/gi, '').split(/[,;.]\s|\b(?:but|instead of)\b/i)
  return {
    wanted: parts.filter(part => !refusing.test(part)).join(', '),
    unwanted: parts.filter(part => refusing.test(part)).join(', '),
  }
}

/** Days before the end that are asked for: "5 days before", "a week ahead", "10 and 3 days in advance", "the day before"; 0 is "on the day". */
export function ownDaysIn(text: string): readonly number[] {
  if (!someAhead.test(text) || shiftsEnd(text)) return []
  const { wanted } = halves(text.replace(endCounted, ' '))
  return distinct([...daysOf(wanted, daysBefore), ...(theDay.test(wanted) ? [0] : [])])
}

/** The days before the end that take the place of those said last: "make that 2 weeks", "no, 10 days before". */
export function otherDaysIn(text: string): readonly number[] {
  const [, said] = text.length > MAX_PHRASE ? [] : (otherLengths.exec(text) ?? [])
  return said ? distinct(daysIn(said)) : []
}

/** Days before the end that are not wanted: "not 5 days before", "drop the 5-day reminder", "without the day before". */
export function unwantedDaysIn(text: string): readonly number[] {
  if (!refusing.test(text)) return []
  const { unwanted } = halves(text)
  return distinct([...daysOf(unwanted, daysBefore), ...daysOf(unwanted, daysReminder), ...(theDay.test(unwanted) ? [0] : [])])
}

const weekdayBefore = new RegExp(`\\bthe (${WEEKDAY}) before\\b(?! \\d)`, 'gi')

/** "The Friday before": the last such weekday before the end, from 1 for Monday. */
export const weekdaysBeforeIn = (text: string): readonly number[] =>
  [...text.matchAll(weekdayBefore)].map(([, name = '']) => weekdayNumber(name))

const date = [...writtenDays, '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}', '\\d{1,2}\\.\\d{1,2}\\.(?!\\d)'].join('|')
/** "Wednesday, 8 April": the weekday is no day of its own there. */
const named = `(?:${ANY_WEEKDAY})[.,]? \\(?`
const day = [
  `(?:(?:next |this )?${named})?(?:${date})`,
  `(?:the )?(?:first|second|third|fourth|last|\\d(?:st|nd|rd|th)) (?:${WEEKDAY}) (?:of|in) (?:${month}|(?:the|this|next) month)(?: \\d{4})?`,
  `(?:next |this )?(?:${WEEKDAY})(?! before)`,
  'tomorrow',
  'next week',
  `(?:the )?(?:end|beginning|start|middle) of (?:${month}|(?:the|this|next) month)`,
].join('|')
const later = `in ${LENGTH}`
const asking =
  '(?:remind|ping|tell|nudge|notify|alert|warn|message|poke)(?:ed)? (?:me|us)|(?:set|add|create|make|schedule)(?: me| us)? (?:a|an|one|another) (?:more )?reminder'
const onDay = new RegExp(
  `\\b(?:${asking})\\b(?:(?! ends?| expir| runs? out| before| renewal| deadline| due)[^,.:;?!]){0,40}? (?:(?:on|for|at) )?((?:${day})|${later})\\b`,
  'i',
)
/** A day as it is written, for patterns. */
export const dayWords = `${day}|${later}`

const dayAlone = new RegExp(
  `^\\W*(?:(?:ok|then|no|sorry|on|for|i mean|make it)\\W+)*(?:${day}|${later})(?:\\W+(?:please|then|instead))*\\W*$`,
  'i',
)

/** Whether a message names a day and nothing else. */
export const isDayAlone = (text: string) => dayAlone.test(text)

/** The words of the day on which a reminder is asked for: "remind me on 2 April", "ping us in two weeks". */
export const onDayIn = (text: string): string | undefined => onDay.exec(text)?.[1]

/** "Also on the last day", "and 3 days before": more of them, and nothing else. */
export const addsOwnDays = (text: string) =>
  text.length < 80 && /^\W*(?:(?:and|also|plus|ok|please|add)\b\W*)+/i.test(text) && !/\?/.test(text) && hasOnlyOwnDays(text)

const someDate = new RegExp(`\\d|\\b(?:today|tomorrow|yesterday|(?:${WEEKDAY})\\b|${MONTH_BEGUN})`, 'i')
/** The days are asked for and no date is given: "also 10 days before" is no day of its own. */
export const hasOnlyOwnDays = (text: string) => ownDaysIn(text).length > 0 && !someDate.test(text.replace(daysBefore, ''))
