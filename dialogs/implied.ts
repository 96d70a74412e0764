import type { Intent } from '../cards/intents.ts'
import type { Day } from '../rules/day.ts'
import type { FactKey } from '../rules/facts.ts'
import { isQuestion } from './phrases.ts'
import type { Conversation, Reading } from './ports.ts'
import { topicOf } from './topics.ts'

// What a message asks for without saying so.

/** Whoever says more of what to do with a day than what it is. */
const wishes =
  /\b(?:remind\w*|track\w*|notif\w*|alert\w*|note|calendar|please|want\w*|need\w*|would|can|could|may (?:we|i)|might|should|possible|if|stop|cancel\w*|how|what|when)\b/i
/** Bundles of other products, whose licences are none of ours. */
const bundles = /\b(?:m?e[135]|f[13]|[mo]?365)\b/i
/** So long a message tells a story, and its date is not all there is to it. */
const MAX_STATEMENT = 120

/** "Our trial ends on 4 May.", as a question of what follows from that: until when it can be extended, or where its end has led. */
export function ofStatement(reading: Reading, { topic }: Conversation, text: string, today: Day): Reading {
  const key = factAlone(reading, text)
  const isPlain = !isQuestion(text) && !wishes.test(text) && text.length <= MAX_STATEMENT
  if (!key || !isPlain || reading.band === 'sure' || topicOf(topic)?.facts.includes(key)) return reading
  const [first] = reading.wishes
  if (first.intent === 'out-of-scope' || bundles.test(text) || reading.otherProduct) return reading
  const { trialEnd } = reading.facts
  const intent = key === 'trialEnd' && trialEnd && trialEnd < today ? 'license-lifecycle' : following[key]
  if (intent) return { ...reading, wishes: [{ intent, sure: 1 }], band: 'sure' }
  return key === 'licenseStart' ? { ...reading, ...ofStart } : reading
}

const following: Readonly<Partial<Record<FactKey, Intent>>> = {
  trialEnd: 'extend-trial',
  trialStart: 'extend-trial',
  licenseEnd: 'license-lifecycle',
}
/** A start may lead to either. */
const ofStart = { wishes: [{ intent: 'refund-window', sure: 0.5 }], band: 'half', orElse: ['license-lifecycle', 'set-reminder'] } as const

const trialAndDay = /^\W*(?:(?:our|my|the) )?(?:trial|evaluation|poc|pilot)\W+[\w .,/-]{3,20}$/i

/** The one fact that a message states, and its own words name: "trial 15 April" says enough. */
function factAlone(
  { facts: { kind: _, otherActiveLicense: __, role: ___, billingAccount: ____, ...facts }, unclear, unreadable, guessed = [] }: Reading,
  text: string,
): FactKey | undefined {
  const said = [...(Object.keys(facts) as FactKey[]), ...unclear.map(({ fact }) => fact)]
  // Where the end is known, the start says no more.
  const keys = said.filter(
    key => !(key === 'trialStart' && said.includes('trialEnd')) && !(key === 'licenseStart' && said.includes('licenseEnd')),
  )
  const [key, another] = keys
  return key && !another && unreadable.length === 0 && (!guessed.includes(key) || (key === 'trialEnd' && trialAndDay.test(text)))
    ? key
    : undefined
}

const size =
  /^\W*(?:(?:and|or|ok|so|then|what about|how about|for|with|in|an?|the|size)\W+){1,6}(?:xs|s|m|l|xl|[23]xl)(?: (?:size|sized|licen[cs]e|one))*\W*$/i
const ofSizes: readonly Intent[] = ['license-terms', 'buy-license', 'size-license', 'change-size']

/** "And for XL?" after an answer about sizes or prices: the same of another size. */
export function anotherSizeIn({ told }: Conversation, text: string): Pick<Reading['wishes'][number], 'intent' | 'aspect'> | undefined {
  if (!told || !ofSizes.includes(told.intent) || !size.test(text)) return undefined
  return told.intent === 'buy-license' ? { intent: 'buy-license', aspect: 'price' } : { intent: 'license-terms', aspect: 'sizes' }
}
