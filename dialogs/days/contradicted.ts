import { addDays, type Day, daysBetween } from '../../rules/day.ts'
import type { Facts } from '../../rules/facts.ts'
import { isCorrection } from '../phrases.ts'

// An end that goes when a start is told: both can't be.

/** A trial lasts 30 days at least [D4IOT-LIC], less some for those who count its end otherwise, and 90 at most, twice that when extended. */
const SHORTEST = 28
const LONGEST = 180

/** Whether a trial may run from one day to the other. */
export function mayRun(start: Day, end: Day): boolean {
  const days = daysBetween(start, end)
  return days >= SHORTEST && days <= LONGEST
}

export const endOfLength = (start: Day, days: number): Day => addDays(start, days - 1)

/** "14 March is when we started, not the end" */
export const deniesEnd = (text: string) =>
  /\b(?:not|isn['’]?t|wasn['’]?t|rather than|instead of|unsure|don['’]?t know)\b[^.,;?!]{0,20}\b(?:ends?|ended|expiry|expires)\b/i.test(
    text,
  )

/** Whether the end of a trial that was told before is none any more: the day was the start, or whoever puts it right tells a start too near to it. */
export function endIsGone({ trialEnd, trialStart: former }: Facts, said: Facts, text = ''): boolean {
  const { trialStart } = said
  if (!trialEnd || !trialStart || said.trialEnd || former === trialStart) return false
  if (trialStart >= trialEnd || deniesEnd(text)) return true
  return !former && isCorrection(text) && !mayRun(trialStart, trialEnd)
}
