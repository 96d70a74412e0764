import { addYears, type Day } from '../../rules/day.ts'
import type { Kind } from '../../rules/facts.ts'

/** "It was renewed until 14 March": what went on ends after its former end. */
export const tellsRenewal = (text: string) => /\brenewed\b/i.test(text) && !/(?:\b(?:not|never)|n['’]t)\b/i.test(text)

const ofYear = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b/

/**
 * The end of what went on, which lies after the former one: a day without a year is a licence's in the year after, for that is its term.
 * Undefined where the day can be no such end.
 */
export function laterEnd(kind: Kind, former: Day, end: Day, words: string): Day | undefined {
  if (end > former) return end
  const next = kind === 'paid' && !ofYear.test(words) ? addYears(end, 1) : undefined
  return next && next > former ? next : undefined
}
