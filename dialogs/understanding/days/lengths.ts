import { addDays, addMonths, type Day } from '../../../rules/day.ts'
import { NUMBER_WORD, numberOf } from '../number-words.ts'

// Lengths of time as a few words say them: "3 days", "seven days", "a fortnight", "a couple of weeks". Whole messages are read by their tokens, in spans.ts.

export interface Length {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
}

// Longer words come first: "a couple" is no "a".
const words = `(?:a )?couple(?: of)?|${NUMBER_WORD}|an?`
/** How many there are, for patterns. */
export const AMOUNT = `\\d{1,3}|${words}`
/** What they are counted in, for patterns. */
export const UNIT = 'days?|weeks?|wks?|fortnights?|months?|mths?'
/** A length of time up to some months, for patterns. */
export const LENGTH = `(?:(?:(?:\\d{1,3}[ -]?|(?:${words})[ -])(?:${UNIT})|fortnight)\\b)`

/** How many such an amount is. */
export const amountOf = (words: string): number =>
  /^an?$/i.test(words) ? 1 : /couple/i.test(words) ? 2 : (numberOf(words) ?? Number(words))

const parts = new RegExp(`^(${AMOUNT})?[ -]?([a-z]+)$`, 'i')
const units = { d: 'day', w: 'week', m: 'month', y: 'year' } as const

/** What such words say; undefined where they say no length of time. */
export function lengthOf(words: string): Length | undefined {
  const [, many = 'a', name = ''] = parts.exec(words) ?? []
  const count = amountOf(many)
  const first = name.charAt(0).toLowerCase()
  if (first === 'f') return { count: 2 * count, unit: 'week' }
  return first in units ? { count, unit: units[first as keyof typeof units] } : undefined
}

const more = 'more|further|extra|additional'
const gap = `(?:\\s+(?:${more}|whole|full))?[\\s-]+`
const unit = `(?:${UNIT}|years?|yrs?)`
const told = new RegExp(
  `\\b(?<half>half )?(?:another|${more}|(?<many>${AMOUNT}))${gap}(?<unit>${unit})\\b(?<and>\\s+and\\s+(?:a half|(?:${AMOUNT})${gap}${unit})\\b)?`,
  'i',
)

/** The length of time that a message tells: "30 days", "another year", "one more month"; "half a year" and "a week and three days" are no such length. */
export function lengthIn(text: string): Length | undefined {
  const { half, many = 'a', unit, and } = told.exec(text)?.groups ?? {}
  return unit && !half && !and ? lengthOf(`${many} ${unit}`) : undefined
}

/** The days of a length; months have none of their own, and `ofMonths` says what they come to. */
export const inDays = ({ count, unit }: Length, ofMonths: (months: number) => number): number =>
  unit === 'day' ? count : unit === 'week' ? 7 * count : ofMonths(unit === 'year' ? 12 * count : count)

/** The day so long after another, or before it where the count is negative. */
export const after = (day: Day, { count, unit }: Length): Day =>
  unit === 'day' || unit === 'week'
    ? addDays(day, unit === 'week' ? 7 * count : count)
    : addMonths(day, unit === 'year' ? 12 * count : count)
