import type { Intent } from '../cards/intents.ts'
import type { DoubtedChange } from '../cards/which-change.ts'
import type { Unplaced } from '../cards/which-site.ts'
import type { FactKey, Facts, Site } from '../rules/facts.ts'
import { ofDays } from './days/spoken-days.ts'
import {
  isCorrection,
  isFollowUp,
  isLengthAlone,
  isOnlyNumbers,
  isQuestion,
  isRepair,
  isRestart,
  isUnknown,
  mayWantReminder,
} from './phrases.ts'
import type { Conversation, Reading, Unclear, Wish } from './ports.ts'
import { isSameName } from './reminders/tracked.ts'
import { editsSites, mayBePrice } from './sites/list-change.ts'
import { unplacedIn } from './sites/unplaced-site.ts'
import { changeDoubted } from './sites/which-change.ts'
import { personal } from './topic.ts'
import { topicOf } from './topics.ts'

/** What to do about a message, once for all topics. */
export type Move =
  | { readonly kind: 'answer'; readonly wishes: readonly Pick<Wish, 'intent' | 'aspect'>[] }
  | { readonly kind: 'clarify'; readonly intent: Intent; readonly unclear: Unclear }
  | { readonly kind: 'offer'; readonly intents: readonly Intent[] }
  | { readonly kind: 'decline'; readonly fact: FactKey }
  | { readonly kind: 'which-site'; readonly unplaced: Unplaced }
  | { readonly kind: 'which-change'; readonly doubted: DoubtedChange }
  /** Not understood; `again` where an answer or a correction was meant. */
  | { readonly kind: 'miss'; readonly again: boolean }
  | { readonly kind: 'drop' | 'restart' | 'thanks' | 'foreign' }

/** Silence after which what was said is no longer used, in milliseconds. */
const FADES_AFTER_MS = 30 * 60_000

/** Whether what was said is too long ago to be used. It is still stored. */
export const isFaded = ({ at }: Conversation, now: Date) => now.getTime() - Date.parse(at) > FADES_AFTER_MS

/** A conversation as it stands now: facts fade after half an hour of silence. */
export function current(kept: Conversation | undefined, now: Date): Conversation {
  const version = kept?.version ?? 0
  if (kept && !isFaded(kept, now)) return { ...kept, at: now.toISOString() }
  return { facts: {}, declined: [], misses: 0, at: now.toISOString(), version }
}

/** Intents that a statement of facts is not taken for an answer against. */
const commands: readonly Intent[] = ['set-reminder', 'list-reminders', 'stop-reminders', 'help', 'contact-sales']

/** What a change of the list in view may be mistaken for. */
const notOfSites: readonly Intent[] = ['stop-reminders', 'cancel', 'size-license', 'change-size', 'out-of-scope', 'count-devices']

/** In a talk, what is this likely is answered rather than asked back: the headline shows what was understood. */
const LIKELY = 0.72
/** The same of a question that goes on from the last answer ("and the data?"): likelier than all else together. */
const LIKELY_NEXT = 0.5
/** Of a question about what was spoken of, to be half sure is enough. */
const HALF_SURE = 0

/** What a statement of facts may be mistaken for while a topic is talked about. */
const sisters: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  'extend-trial': ['trial-terms', 'admin-roles', 'government-cloud', 'license-lifecycle'],
  'refund-window': ['buy-license', 'license-terms', 'stop-renewal', 'admin-roles', 'license-lifecycle'],
  'license-lifecycle': ['license-terms', 'trial-terms', 'admin-roles'],
  'size-license': ['change-size', 'count-devices', 'license-terms', 'trial-terms'],
  'set-reminder': ['trial-terms', 'license-lifecycle', 'extend-trial'],
}

/** Decides the move from what was understood and where the conversation stands. */
export function moveFor(conversation: Conversation, reading: Reading, text: string): Move {
  const [first] = reading.wishes
  const { topic, asked, open } = conversation
  if (reading.foreign) return { kind: 'foreign' }
  if (asked && isUnknown(text) && !brings(reading, asked)) return { kind: 'decline', fact: asked }
  // A length of time alone moves no day.
  if (ofDays.includes(topic) && isLengthAlone(text) && Object.keys(reading.facts).length === 0) return { kind: 'miss', again: true }
  if (mayBePrice(conversation, text)) return { kind: 'miss', again: false }
  const continued = topic !== undefined && continues(conversation, reading, text)
  const intent = continued ? topic : first.intent
  const unclear = reading.unclear[0]
  const pending = continued && conversation.open ? conversation.unclear : undefined
  if (pending && reading.facts[pending.fact] === undefined) return { kind: 'clarify', intent, unclear: pending }
  if (unclear && (continued || reading.band !== 'not')) return { kind: 'clarify', intent, unclear }
  const mayBeOfSites = continued || reading.band !== 'sure' || first.intent === 'size-license'
  const unplaced = mayBeOfSites ? unplacedIn(conversation, reading, text) : undefined
  if (unplaced !== undefined) return { kind: 'which-site', unplaced }
  const mayBeChange = mayBeOfSites || (notOfSites.includes(first.intent) && !isQuestion(text))
  const doubted = mayBeChange ? changeDoubted(conversation, reading, text) : undefined
  if (doubted) return { kind: 'which-change', doubted }
  if (continued) return { kind: 'answer', wishes: [aspectKept(conversation, topic, first)] }
  const says = Object.keys(reading.facts).length > 0
  const isMisfit = open === true && !says && !isQuestion(text)
  if (isMisfit && (reading.band === 'not' || first.intent === 'out-of-scope')) return { kind: 'miss', again: true }
  if (topic && isCorrection(text) && !says && (reading.band !== 'sure' || first.intent === 'cancel') && text.split(/\s+/).length > 2)
    return { kind: 'miss', again: true }
  const spokenOf = [topic, conversation.told?.intent]
  const goesOn = isFollowUp(text) && spokenOf.some(intent => intent !== undefined)
  const likely = !isQuestion(text) ? LIKELY : spokenOf.includes(first.intent) ? HALF_SURE : goesOn ? LIKELY_NEXT : LIKELY
  // What is kept is kept by whoever asks for that: a story with dates in it only seems to.
  const isPlain = isOffered(first.intent) && (first.intent !== 'set-reminder' || mayWantReminder(text))
  if (reading.band === 'sure' || (reading.band === 'half' && first.sure >= likely && isPlain)) return sure(reading, text)
  const { sites } = reading.facts
  if (sites && isOnlyNumbers(text) && /\b(?:devices?|ot)\b/i.test(text)) return sizes
  if (!topic && isOnlyNumbers(text) && (sites || reading.unreadable.length > 0)) return sites ? numbersAlone(sites) : sizes
  if (first.intent === 'size-license' && sites && (!topic || topic === 'size-license')) return { kind: 'answer', wishes: [first] }
  const offered = [first.intent, ...reading.orElse].filter(isOffered)
  const maybe = reading.band === 'half' || says || (open === true && isQuestion(text))
  return maybe && offered.length > 0 ? { kind: 'offer', intents: offered } : { kind: 'miss', again: false }
}

/** "Don't know, the invoice says 5 March": the fact all the same. */
const brings = ({ facts, unclear }: Reading, asked: FactKey) => facts[asked] !== undefined || unclear.some(({ fact }) => fact === asked)

const sizes: Move = { kind: 'answer', wishes: [{ intent: 'size-license' }] }

/** Several numbers are devices at sites; one may be the number of anything. */
function numbersAlone(sites: readonly Site[]): Move {
  const several = sites.length > 1 || (sites[0]?.count ?? 1) > 1
  return several ? sizes : { kind: 'offer', intents: ['size-license'] }
}

const isOffered = (intent: Intent) => !['out-of-scope', 'greeting', 'thanks', 'cancel'].includes(intent)

function sure({ wishes }: Reading, text: string): Move {
  const [{ intent }] = wishes
  if (intent === 'cancel') return { kind: isRestart(text) ? 'restart' : 'drop' }
  if (intent === 'thanks') return { kind: 'thanks' }
  return { kind: 'answer', wishes }
}

const aspectKept = ({ aspect }: Conversation, topic: Intent, { intent, aspect: said }: Wish) => {
  const kept = intent === topic ? said : aspect
  return { intent: topic, ...(kept ? { aspect: kept } : {}) }
}

/** Whether a message goes on with the topic: it has facts for it and asks for nothing else. */
function continues({ topic, asked, open, facts, unused }: Conversation, reading: Reading, text: string): boolean {
  if (!topic || reading.wishes.length > 1) return false
  const mayEdit = reading.band !== 'sure' || notOfSites.includes(reading.wishes[0].intent)
  if (
    topic === 'size-license' &&
    mayEdit &&
    editsSites(facts.sites, reading.facts.sites, text, { unreadable: unused?.unreadable, supposed: reading.supposed })
  )
    return true
  const concerned = topicOf(topic)?.facts ?? []
  const given = [...(Object.keys(reading.facts) as FactKey[]), ...reading.unclear.map(({ fact }) => fact)]
  const isAsked = (key: FactKey) => open === true && key === asked
  if (!given.some(key => concerned.includes(key) || isAsked(key)) && reading.unreadable.length === 0) return false
  const [{ intent, sure }] = reading.wishes
  if (intent === topic) return true
  // "And the trial? It ends 15 April", after the end of a licence.
  const isOfTrial = intent === 'trial-terms' && reading.facts.trialEnd && !reading.guessed?.includes('trialEnd')
  if (isOfTrial && topic === 'license-lifecycle' && facts.licenseEnd && isQuestion(text)) return false
  if (reading.band !== 'sure') return !(isQuestion(text) && isOffered(intent) && sure >= LIKELY_NEXT && isKnown(reading.facts, facts))
  if (commands.includes(intent)) return false
  const bare = bareFact(topic, {})
  if (isRepair(text) && !given.some(key => bareFact(intent, {}) === key && key !== bare)) return true
  if (isQuestion(text)) return false
  // What was asked for is answered, whatever else is told with it.
  if (given.some(isAsked)) return true
  if (sisters[topic]?.includes(intent)) return given.every(key => concerned.includes(key))
  return asked !== undefined && given.includes(asked) && given.length === 1
}

/** Whether all that was said had been said before. */
export const isKnown = (said: Facts, before: Facts): boolean =>
  (Object.keys(said) as FactKey[]).every(key => JSON.stringify(said[key]) === JSON.stringify(before[key]))

/** What a bare date or number means for a topic. */
export function bareFact(intent: Intent | undefined, facts: Facts): FactKey | undefined {
  const bare = topicOf(intent)?.bare
  return typeof bare === 'function' ? bare(facts) : bare
}

/** Sites whose facts are kept at once. */
const MOST_SUBJECTS = 20

/** Turns to another site: what is known of the person stays, the dates and devices of the first site do not, nor a customer's account. */
export function turnTo(conversation: Conversation, subject: string): Conversation {
  const { subject: former, mentioned, facts, otherSubjects = {}, supposed: _, open: __, reminding, ofGovernment, ...rest } = conversation
  const left = former ?? mentioned ?? ''
  // A name stays as it was first written.
  const leftAs = Object.keys(otherSubjects).find(name => isSameName(left, name)) ?? left
  const [first, ...others] = Object.entries({ ...otherSubjects, [leftAs]: facts })
  // The first one is gone back to when the talk of the others is dropped.
  const filed = Object.fromEntries([...(first ? [first] : []), ...others.slice(1 - MOST_SUBJECTS)])
  const known = Object.entries(filed).find(([name]) => isSameName(subject, name))?.[1]
  const named = facts.sites?.filter(({ name }) => name !== undefined && isSameName(subject, name)) ?? []
  return {
    ...rest,
    declined: [],
    ...(ofGovernment && !rest.customers ? { ofGovernment } : {}),
    subject,
    // Its name is that of the first one.
    ...(reminding?.kind ? { reminding: { kind: reminding.kind } } : {}),
    otherSubjects: filed,
    facts: { ...(rest.customers ? ofSeller(facts) : personal(facts)), ...known, ...(named.length > 0 ? { sites: named } : {}) },
  }
}

/** Whoever has no role with one customer has none with another. */
const ofSeller = ({ role }: Facts): Facts => (role === 'other' ? { role } : {})

/** What stays when the open question is dropped: the facts, and those of the first site where another was turned to. */
export function dropped({ subject, mentioned, facts, otherSubjects = {}, at, version }: Conversation): Conversation {
  const first = Object.values(otherSubjects)[0]
  return { facts: subject && first ? first : facts, declined: [], misses: 0, at, version, ...(mentioned ? { mentioned } : {}) }
}
