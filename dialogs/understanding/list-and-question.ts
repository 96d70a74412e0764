import type { Intent } from '../../cards/intents.ts'
import type { Reading } from '../ports.ts'
import { listFacts, type Message, sitesIn } from './bare-reading.ts'
import { wordsOf } from './features.ts'
import { isAsking } from './wishes.ts'

const QUESTION = '(?:can|could|is|are|do|does|did|when|until when|what|how|who|which|may|will|would|should)\\b'
const PARTS = new RegExp(
  `^(?<lead>[^?\\n]{3,300}?)(?:[.;!:]\\s{1,4}(?:(?:and|also)\\s{1,4})?|[\\s,;-]{1,6}(?:and|also|plus|then)\\s{1,4})(?=${QUESTION})(?<rest>[^\\n]+)$`,
  'isu',
)

/** A cheap look, before the parts are looked for. */
const TWO_NUMBERS = /\d\D+\d/u

/** What is asked of sites themselves, or answered by their sizes. */
const ofSites: readonly Intent[] = [
  'size-license',
  'change-size',
  'count-devices',
  'trial-terms',
  'set-reminder',
  'contact-sales',
  'buy-hardware',
  'out-of-scope',
  'help',
  'greeting',
  'thanks',
  'cancel',
]

/**
 * "3 plants 400/900/6k and can they still extend?": a list of sites and a question about something else, which are both answered.
 * Undefined for every other message.
 */
export function listAndQuestion({ clean, at, again }: Message): Reading | undefined {
  if (!TWO_NUMBERS.test(clean)) return undefined
  const { lead, rest } = PARTS.exec(clean)?.groups ?? {}
  if (!lead || !rest || isAsking(lead)) return undefined
  const words = wordsOf(lead)
  const numbers = words.filter(word => word === 'znum').length
  if (numbers < 2 || words.length > numbers * 4 + 2 || words.includes('zdate') || words.includes('zmoney')) return undefined
  const { facts, unreadable } = sitesIn({ text: lead, at })
  const { sites } = facts
  if (!sites || (sites.length < 2 && (sites[0]?.count ?? 1) < 2)) return undefined
  const reading = again(rest)
  const [first] = reading.wishes
  // "Which sizes?" and "how do we buy that?" are answered by the sizes.
  const isOfSizes =
    ofSites.includes(first.intent) ||
    (first.intent === 'license-terms' && ['sizes', 'one-license-per-site'].includes(first.aspect ?? 'sizes')) ||
    (first.intent === 'buy-license' && first.aspect !== 'price')
  const isOther = reading.band === 'sure' && !isOfSizes
  if (!isOther || reading.facts.sites || reading.supposed) return undefined
  return {
    ...reading,
    wishes: [...reading.wishes, { intent: 'size-license', sure: first.sure }],
    facts: { ...reading.facts, ...listFacts(facts) },
    unreadable,
  }
}
