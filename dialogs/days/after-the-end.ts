import type { Aspect, Intent } from '../../cards/intents.ts'
import { addDays, type Day } from '../../rules/day.ts'
import type { Facts } from '../../rules/facts.ts'
import type { Conversation, Reading } from '../ports.ts'
import { kindNamed, TRIAL } from '../understanding/days/subject-words.ts'

// What follows an end that is known, or can be worked out.

/** The facts with the end of a trial whose start and length were told; an extended one ends later, nobody said when. */
export function withTrialEnd(facts: Facts): Facts {
  const { trialEnd, trialStart, trialDays, extended } = facts
  return trialEnd || !trialStart || !trialDays || extended ? facts : { ...facts, trialEnd: addDays(trialStart, trialDays - 1) }
}

const lead = String.raw`^\W*(?:(?:and|so|but|then)\W+)*`
const later = '(?:after(?:wards?)?(?: (?:that|this|it|then|the end|it ends|it is over|the trial))?|then|next|later(?: on)?)'
const nothing = `(?:do nothing|(?:don[’']?t|do not)(?: (?:do|act|extend|renew|ask|buy)(?: (?:anything|it|that|this|for it|in time|(?:(?:the|our|my|this) )?${TRIAL}))?)?|let it (?:expire|run out|lapse|end))`
const undone = `(?:what (?:happens |will happen |would happen )?|and )?(?:if|when) (?:(?:i|we) ${nothing}|not|nothing (?:is done|happens))`
const afterwards = new RegExp(
  `${lead}(?:${later}|what (?:happens|comes|follows|is|about)? ?${later}|what(?:'?s)? ${later}|what (?:will |would |does )?(?:happens?|comes?|follows?)(?: ${later})?|${undone})\\W*$`,
  'i',
)
const data = new RegExp(
  `${lead}(?:what (?:happens|will happen|becomes) (?:to|with|of)|what about|where (?:does|do|is|are)|how about|and) (?:the|our|my|all) (?:data|alerts?|inventory|history)(?: (?:go|then|after(?:wards| that)?|at the end))?\\W*$`,
  'i',
)
/** Answers whose end a person looks beyond. */
const ending: readonly (Intent | undefined)[] = ['extend-trial', 'trial-terms']

/** "And afterwards?" after an answer about a trial whose end is known. */
export function afterwardsOf({ topic, open, facts, supposed }: Conversation, text: string): { intent: Intent; aspect: Aspect } | undefined {
  const known = { ...facts, ...supposed }
  // The headline names the days to renew; what is after them is the data.
  if (topic === 'license-lifecycle' && !open && known.licenseEnd && afterwards.test(text))
    return { intent: topic, aspect: 'retention-rule' }
  if (!ending.includes(topic) || open || !withTrialEnd(known).trialEnd) return undefined
  if (data.test(text)) return { intent: 'license-lifecycle', aspect: 'retention-rule' }
  return afterwards.test(text) ? { intent: 'trial-terms', aspect: 'trial-after' } : undefined
}

const whatNow =
  /\b(?:what now|now what|and now|what next|what (?:can|do|should|must|shall|could) (?:we|i) do|what (?:happens|will happen)|how (?:do|can) we go on|grace|options)\b/i
const ofSomethingElse = /\b(?:exten\w+|prolong\w*|more time|longer|refund\w*|money|remind\w*|licen[cs]e (?:for|we)|data|alerts)\b/i

/** "Our trial finished yesterday, what now?" asks for what follows. */
export function ofEndedTrial(reading: Reading, text: string, today: Day): Reading {
  const { band, wishes, facts } = reading
  const { trialEnd } = facts
  if (band === 'sure' || wishes.length > 1 || !trialEnd || trialEnd >= today) return reading
  if (kindNamed(text) !== 'trial' || !whatNow.test(text) || ofSomethingElse.test(text)) return reading
  return { ...reading, wishes: [{ intent: 'trial-terms', aspect: 'trial-after', sure: 1 }], band: 'sure' }
}
