import type { Intent } from '../cards/intents.ts'
import type { Day } from '../rules/day.ts'
import { decide } from '../rules/decide.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import { refundWindow } from '../rules/refund-window.ts'
import type { At } from '../rules/verdict.ts'
import { isWithinTrial } from './answers.ts'
import { ofEndedTrial } from './days/after-the-end.ts'
import { ofDays, ofMissingDay, ofTrial } from './days/spoken-days.ts'
import { isQuestion, MAX_PHRASE, mayWantReminder } from './phrases.ts'
import type { Conversation, Reading, Wish } from './ports.ts'
import { ofSector } from './public-sector.ts'
import { withoutFollowingDays } from './reminders/following-days.ts'
import { trackingTopics } from './reminders/reminding.ts'
import { isOfReminders } from './reminders/stopping-words.ts'
import { pick } from './topic.ts'
import { topicOf } from './topics.ts'
import { TRIAL } from './understanding/days/subject-words.ts'
import { withoutUnwantedReminders } from './understanding/unwanted.ts'

// What a message asks for without saying so.

/** A reading with what follows from the message's own words and from what was said before. */
export const asMeant = (reading: Reading, stood: Conversation, text: string, at: At): Reading =>
  steps.reduce((read, step) => step(read, { stood, text, at }), reading)

interface Said {
  readonly stood: Conversation
  readonly text: string
  readonly at: At
}

/** What follows, one after the other: each takes the reading of the one before. */
const steps: readonly ((reading: Reading, said: Said) => Reading)[] = [
  (reading, { stood }) => ({ ...reading, facts: ofSector(reading.facts, stood) }),
  ofAnswer,
  ofReminder,
  (reading, { stood, text }) => ofTrial(reading, stood, text),
  (reading, { stood, text }) => ofMissingDay(reading, stood, text),
  (reading, { text, at }) => ofEndedTrial(reading, text, at.today),
  ofPlainWords,
  ofBoth,
  ofRefundToo,
  ofBought,
  ofWrongSize,
  ofFitting,
  (reading, { stood, text, at }) => withoutFollowingDays(reading, stood, text, at),
  ofSitesInView,
  ofStatement,
]

/** "Clear the list", "remove Paris" of sites in view stops no reminder, as long as none is named. */
function ofSitesInView(reading: Reading, { stood: { topic, facts, supposed }, text }: Said): Reading {
  if (topic !== 'size-license' || !(facts.sites ?? supposed?.sites) || isOfReminders(text)) return reading
  const left = reading.wishes.filter(({ intent }) => intent !== 'stop-reminders')
  const [first, ...others] = left
  const orElse = reading.orElse.filter(intent => intent !== 'stop-reminders')
  if (first) return { ...reading, wishes: [first, ...others], orElse }
  return { ...reading, wishes: [{ intent: topic, sure: 0 }], orElse, band: 'not' }
}

/** "Remind me to cancel within the refund window, bought 8 March": a day to be kept, and no question of what it leads to. */
function ofReminder(reading: Reading, { text }: Said): Reading {
  const [{ intent }, another] = reading.wishes
  const isDated = reading.facts.trialEnd ?? reading.facts.licenseEnd ?? reading.facts.licenseStart
  if (another || !isDated || isQuestion(text) || !remindsTo.test(text) || !ofDays.includes(intent)) return reading
  return { ...reading, wishes: [{ intent: 'set-reminder', sure: 1 }], band: 'sure' }
}
const remindsTo =
  /^\W*(?:(?:please|hi|hello|and|ok)\W+){0,3}(?:remind|ping|nudge|alert|notify) (?:me|us) (?:to|about|of|before|that|in time)\b/i

/** "He told me 24 April" while something else is talked of, "ours ends two days before 1 May" whenever it is said: no wish to be reminded. */
function ofAnswer(reading: Reading, { stood: { topic }, text }: Said): Reading {
  const [{ intent }, another] = reading.wishes
  if (intent !== 'set-reminder' || another) return reading
  const isOther = topic !== undefined && !trackingTopics.includes(topic)
  const said = text.replace(countedBack, '')
  if (mayWantReminder(said) || !(isOther || said !== text)) return reading
  return { ...reading, wishes: [{ intent, sure: 0 }], band: 'not' }
}

const countedBack =
  /(?<=\b(?:ends?|ended|ending|expires?|expired|expiring|runs? out|ran out|until|over|started?|starts|began|bought) (?:on )?(?:\S+ ){1,3})(?:before|ahead of|prior to) (?=\d|the \d|\p{Lu}|today|yesterday|tomorrow)/iu

/** Whoever says more of what to do with a day than what it is. */
const wishes =
  /\b(?:remind\w*|track\w*|notif\w*|alert\w*|note|calendar|please|want\w*|need\w*|would|can|could|may (?:we|i)|might|should|possible|if|stop|cancel\w*|how|what|when)\b/i
/** Bundles of other products, whose licences are none of ours. */
const bundles = /\b(?:m?e[135]|f[13]|[mo]?365)\b/i
/** So long a message tells a story, and its date is not all there is to it. */
const MAX_STATEMENT = 120

/** "Our trial ends on 4 May.", as a question of what follows from that: until when it can be extended, or where its end has led. */
function ofStatement(reading: Reading, { stood: { topic, aspect }, text: said, at: { today } }: Said): Reading {
  // Whoever wants no reminder says no more than what is left.
  const text = said.length <= MAX_PHRASE ? (withoutUnwantedReminders(said) ?? said) : said
  const key = factAlone(reading, text)
  const isPlain = !isQuestion(text) && !wishes.test(text) && text.length <= MAX_STATEMENT
  // Who states a role beside a trial's end asks for no roles, who states its start not how long one is.
  const aside = { 'admin-roles': key === 'trialEnd', 'trial-terms': key === 'trialStart' && reading.wishes[0].aspect !== 'trial-after' }
  const isSure = reading.band === 'sure' && (reading.supposed || !aside[reading.wishes[0].intent as keyof typeof aside])
  // How trials work was told without any day; what follows one was not.
  const isOfAny = topic === 'trial-terms' && key === 'trialEnd' && aspect !== 'trial-after'
  if (!key || !isPlain || isSure || (topicOf(topic)?.facts.includes(key) && !isOfAny)) return reading
  const [first] = reading.wishes
  if (first.intent === 'out-of-scope' || bundles.test(text) || reading.otherProduct) return reading
  const intent = whatFollows(key, reading.facts, today)
  if (intent) return { ...reading, wishes: [{ intent, sure: 1 }], band: 'sure' }
  return key === 'licenseStart' ? { ...reading, ...ofStart } : reading
}

/** Whoever says both what is wanted and the day on which that hangs leaves no doubt, whatever else is in the message. */
const plainly: Readonly<Partial<Record<Intent, readonly [day: RegExp, wish: RegExp]>>> = {
  'extend-trial': [/^trial(?:End|Start)$/, /\b(?:exten(?:d|ds|ding|sion)|prolong\w*|more time|longer)\b/i],
  'refund-window': [
    /^licenseStart$/,
    /\b(?:refund(?:s|ed|able)?|money back|give (?:it|them) back|reimburs\w+|(?:can|could|may) (?:we|i|they) (?:still )?cancel|(?:how much|what) (?:[a-z']+ ){1,4}back)\b/i,
  ],
}
/** "Extend the trial ending 15 April and refund the licence bought 5 March": both are asked, though they are one sentence. */
function ofBoth(reading: Reading, { text }: Said): Reading {
  const { wishes, facts, unclear, otherProduct } = reading
  const told = [...Object.keys(facts), ...unclear.map(({ fact }) => fact)]
  if (told.length < 2 || otherProduct || text.length > MAX_PHRASE) return reading
  const plain = (Object.keys(plainly) as Intent[]).filter(intent => {
    const [day, wish] = plainly[intent] ?? []
    return wish?.test(text) && told.some(key => day?.test(key))
  })
  const left = plain.filter(intent => wishes.every(wish => wish.intent !== intent))
  if (plain.length < 2 || left.length === 0) return reading
  const placeOf = ({ intent }: Pick<Wish, 'intent'>) => text.search(plainly[intent]?.[1] ?? /$/)
  const [one, ...others] = [...wishes, ...left.map(intent => ({ intent, sure: 1 }))]
    .filter(({ intent }) => plain.includes(intent) || reading.band === 'sure')
    .sort((a, b) => placeOf(a) - placeOf(b))
  return one ? { ...reading, wishes: [one, ...others], band: 'sure' } : reading
}

const refundAsked =
  /\b(?:refund(?:s|ed|able)?(?! (?:reminder|deadline|window|days))|money back|(?:can|could|may) (?:we|i|they) (?:still )?(?:cancel|return))\b/i
const beside: Readonly<Partial<Record<Intent, RegExp>>> = {
  'set-reminder': /(?:\band\b|[,;.?!]|\bif not\b)\W+(?:(?:and|please|also|then|if not)\W+){0,3}(?:remind|ping|notify) (?:me|us)\b/i,
  'license-lifecycle': /\bwhen (?:does|will|would|is) (?:it|the licen[cs]e|this|that)(?: \w+)? (?:end|expire|run out|over|renew)\b/i,
}

/** "Refund for the 6 March purchase, and remind me": what is asked first is not dropped for the second. */
function ofRefundToo(reading: Reading, { text }: Said): Reading {
  const [second, another] = reading.wishes
  if (another || reading.otherProduct) return reading
  const isOfEnd = second.intent === 'refund-window' && reading.facts.licenseStart && beside['license-lifecycle']?.test(text)
  if (isOfEnd && reading.band === 'sure') return { ...reading, wishes: [second, { intent: 'license-lifecycle', sure: 1 }] }
  const at = beside[second.intent] && text.length <= MAX_PHRASE ? text.search(beside[second.intent] ?? /$/) : -1
  if (!reading.facts.licenseStart || at < 0 || !refundAsked.test(text.slice(0, at))) return reading
  return { ...reading, wishes: [{ intent: 'refund-window', sure: 1 }, second], band: 'sure' }
}

/** "Can we cancel tomorrow?", after nothing but the day of a purchase was told. */
function ofBought(reading: Reading, { stood: { topic, facts }, text }: Said): Reading {
  const [, another] = reading.wishes
  const isOfPurchase =
    !topic && facts.licenseStart && facts.kind !== 'trial' && !another && !reading.otherProduct && reading.band !== 'sure'
  if (!isOfPurchase || text.length > MAX_STATEMENT || !refundAsked.test(text) || isOfReminders(text)) return reading
  return { ...reading, wishes: [{ intent: 'refund-window', sure: 1 }], band: 'sure' }
}

/** "Cancel and buy the bigger size": who has just bought one gives it back. */
const exchanged =
  /\b(?:cancel|return|give (?:it|them|this|that) back|hand (?:it|them) back|undo)\b[^.?!]{0,60}\b(?:buy|order|get|take|purchase|choose)\b[^.?!]{0,30}\b(?:(?:bigger|larger|smaller|right|correct|different|another|next|other|higher|lower)(?: (?:size|one|licen[cs]e|tier))?|instead|xs|[sml]|xl)\b/i
const madeReal =
  /\b(?:turn|make|convert|switch|move|change|upgrade|go|becomes?|get)\b[^.?!]{0,30}\b(?:real|paid|proper|permanent|full|production|for good|regular|buy)\b/i
const fewer =
  /\b(?:devices?|machines?|plcs?|network|count|number)\b[^.?!]{0,40}\b(?:less|fewer|below|under|smaller|shr[iau]nks?|drops?|falls?|lower)\b[^.?!]{0,40}\b(?:licen[cs]e|paid|size|bought)\b/i

/** Half sure, but the words are plain: no "did you mean". */
function ofPlainWords(reading: Reading, { text }: Said): Reading {
  const { wishes, facts, band, orElse } = reading
  const [first, another] = wishes
  if (another || reading.otherProduct || text.length > MAX_PHRASE) return reading
  const sure = (wish: Pick<Wish, 'intent' | 'aspect'>): Reading => ({ ...reading, wishes: [{ ...wish, sure: 1 }], band: 'sure' })
  if (facts.licenseStart && exchanged.test(text) && ['change-size', 'buy-license', 'refund-window'].includes(first.intent))
    return sure({ intent: 'refund-window' })
  if (band !== 'half') return reading
  const [day, wish] = plainly[first.intent] ?? []
  if (day && Object.keys(facts).some(key => day.test(key)) && wish?.test(text)) return sure(first)
  if (first.aspect === 'trial-to-paid' && madeReal.test(text)) return sure(first)
  return fewer.test(text) && [first.intent, ...orElse].includes('change-size') ? sure({ intent: 'change-size' }) : reading
}

const mistaken = /\b(?:wrong|mistake\w*|(?:too|not) (?:small|big|large)|(?:bigger|larger|smaller) (?:one|size|licen[cs]e))\b/i

const someSize = /\b(?:XS|[SML]|XL|[Ss]izes?|[Bb]igger|[Ll]arger|[Ss]maller)\b/

/** "I bought an M yesterday but need an L": the size can't be changed, and yet what was just bought can be given back. */
function ofWrongSize(reading: Reading, { text, at }: Said): Reading {
  const [{ intent }, another] = reading.wishes
  if (another || reading.otherProduct || !reading.facts.licenseStart) return reading
  const isOfSize =
    intent === 'change-size'
      ? reading.band === 'sure' || mistaken.test(text) || someSize.test(text)
      : intent === 'refund-window' && reading.band === 'half' && mistaken.test(text)
  const verdict = isOfSize ? decide(refundWindow, pick(reading.facts, refundWindow.facts), at) : undefined
  if (!verdict || 'fault' in verdict || verdict.answer !== 'yes') return reading
  return {
    ...reading,
    band: 'sure',
    wishes: [
      { intent: 'refund-window', sure: 1 },
      { intent: 'change-size', sure: 1 },
    ],
  }
}

/** "400 devices, trial ends 15 April": what fits into a trial is not about its limit. */
function ofFitting(reading: Reading, { text, at: { today, policy } }: Said): Reading {
  const [{ aspect, sure }, another] = reading.wishes
  const { facts } = reading
  if (another || aspect !== 'trial-over-limit' || isQuestion(text) || !isWithinTrial(facts, policy)) return reading
  const intent = whatFollows(facts.trialEnd ? 'trialEnd' : 'trialStart', facts, today)
  if (!intent || !(facts.trialEnd ?? facts.trialStart)) return reading
  return {
    ...reading,
    wishes: [
      { intent, sure },
      { intent: 'size-license', sure },
    ],
  }
}

const whatFollows = (key: FactKey, { trialEnd }: Facts, today: Day): Intent | undefined =>
  key === 'trialEnd' && trialEnd && trialEnd < today ? 'license-lifecycle' : following[key]

const following: Readonly<Partial<Record<FactKey, Intent>>> = {
  trialEnd: 'extend-trial',
  trialStart: 'extend-trial',
  licenseEnd: 'license-lifecycle',
}
/** A start may lead to either. */
const ofStart = { wishes: [{ intent: 'refund-window', sure: 0.5 }], band: 'half', orElse: ['license-lifecycle', 'set-reminder'] } as const

const trialAndDay = new RegExp(`^\\W*(?:(?:our|my|the) )?${TRIAL}\\W+[\\w .,/-]{3,20}$`, 'i')

/** The one fact that a message states, and its own words name: "trial 15 April" says enough. */
function factAlone(
  { facts: { kind: _, otherActiveLicense: __, role: ___, billingAccount: ____, ...facts }, unclear, unreadable, guessed = [] }: Reading,
  text: string,
): FactKey | undefined {
  const said = [...(Object.keys(facts) as FactKey[]), ...unclear.map(({ fact }) => fact)]
  // Where the end is known, the start says no more; a length goes with its start.
  const within = { trialStart: 'trialEnd', licenseStart: 'licenseEnd', trialDays: 'trialStart' } as const
  const keys = said.filter(key => !(key in within && said.includes(within[key as keyof typeof within])))
  const [key, another] = keys
  return key &&
    !another &&
    unreadable.length === 0 &&
    (!guessed.includes(key) || (/^trial(?:End|Start)$/.test(key) && trialAndDay.test(text)))
    ? key
    : undefined
}
