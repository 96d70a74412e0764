import { addMonths, daysBetween } from '../../rules/day.ts'
import type { Facts } from '../../rules/facts.ts'
import type { Brought } from '../answering.ts'
import { nothingSaid } from '../answering.ts'
import { without } from '../known-facts.ts'
import type { Conversation } from '../ports.ts'
import { inDays, LENGTH, lengthOf } from '../understanding/days/lengths.ts'
import { withTrialEnd } from './after-the-end.ts'

// A length of time alone, said of a trial whose start is known: how long it is, not how long it still runs.

const MAX_LENGTH = 80
const lead =
  "(?:sorry|no|nope|oops|wait|hm+|uh+|well|ok(?:ay)?|yes|and|but|actually|rather|i (?:think|believe|guess|meant?)|make (?:it|that)|it(?:['’]s| is| was| has| had| got| (?:lasts|runs|ran)(?: for)?)?|that['’]?s|ours|(?:our|the|my|this) trial|trial|is|was|has|had|(?:lasts|runs|ran)(?: for)?|got|of|length|duration|only|just|about|exactly|full|an?)"
const told = new RegExp(
  `^\\W*(?:${lead}\\b\\W*){0,8}\\b(${LENGTH})(?:\\W*(?:long|in total|altogether|in all|trial|period|licen[cs]e|version|then|now|i (?:think|believe|guess)|sorry|not \\d{1,3}(?: days)?))*\\W*$`,
  'i',
)

/** What a message says of the length of the trial that is spoken of; undefined where it says nothing else, or that trial's end was told by its day. */
export function lengthTold({ facts, supposed = {}, topic, asked, reminding }: Conversation, text: string): TrialLength | undefined {
  const known = { ...facts, ...supposed }
  const { trialStart, trialEnd } = known
  const ofTrial =
    topic === 'set-reminder' ? reminding?.kind === 'trial' || asked === 'trialEnd' : topic !== undefined && topic !== 'refund-window'
  // "For 30 days?" asks how long it can be extended.
  const isAsked = text.includes('?') && supposed.trialStart === undefined
  if (!trialStart || !ofTrial || isAsked || text.length > MAX_LENGTH) return undefined
  if (trialEnd && trialEnd !== withTrialEnd(without(known, ['trialEnd'])).trialEnd) return undefined
  // Of two ways to count a month, the one that ends earlier.
  const length = lengthOf(told.exec(text)?.[1] ?? '')
  const trialDays = length && inDays(length, months => Math.min(months * 30, daysBetween(trialStart, addMonths(trialStart, months))))
  if (!trialDays || trialDays > 365) return undefined
  return {
    former: without(facts, ['trialEnd']),
    brought: { ...nothingSaid, said: { trialDays }, supposed: supposed.trialStart !== undefined, followsUp: true },
  }
}

/** The facts that stay, and what the message brings. */
interface TrialLength {
  readonly former: Facts
  readonly brought: Brought
}
