import type { Intent } from '../cards/intents.ts'
import { type Day, dayOf, partsOf } from '../rules/day.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import type { Conversation, Reading, Unclear, Wish } from './ports.ts'
import { pick } from './topic.ts'
import { topicOf } from './topics.ts'

/** What to do about a message, once for all topics. */
export type Move =
  | { readonly kind: 'answer'; readonly wishes: readonly Pick<Wish, 'intent' | 'aspect'>[] }
  | { readonly kind: 'clarify'; readonly intent: Intent; readonly unclear: Unclear }
  | { readonly kind: 'offer'; readonly intents: readonly Intent[] }
  | { readonly kind: 'decline'; readonly fact: FactKey }
  | { readonly kind: 'miss' }
  | { readonly kind: 'drop' | 'restart' | 'thanks' | 'foreign' }

/** Silence after which what was said is no longer used, in milliseconds. */
const FADES_AFTER_MS = 30 * 60_000

/** A conversation as it stands now: facts fade after half an hour of silence. */
export function current(kept: Conversation | undefined, now: Date): Conversation {
  const version = kept?.version ?? 0
  if (kept && now.getTime() - Date.parse(kept.at) <= FADES_AFTER_MS) return { ...kept, at: now.toISOString() }
  return { facts: {}, declined: [], misses: 0, at: now.toISOString(), version }
}

/** Intents that a statement of facts is not taken for an answer against. */
const commands: readonly Intent[] = ['set-reminder', 'list-reminders', 'stop-reminders', 'help', 'cancel', 'thanks', 'contact-sales']
const isQuestion = (text: string) =>
  /\?|^\W*(can|could|do|does|did|is|are|am|how|what|when|who|which|where|why|will|would|may|should)\b/i.test(text)
const isRepair = (text: string) =>
  /^\W*(no|nope|sorry|oops|wait|actually|correction|i meant?|make (it|that)|rather|and if|what if|what about|and|but)\b/i.test(text)
const isRestart = (text: string) =>
  /\b(start (over|again|afresh)|restart|reset|begin again|from scratch|clear|forget (all|everything))\b/i.test(text)
const isUnknown = (text: string) =>
  /^\W*(i |we )?(really )?(don'?t|do not|dont) know\b|^\W*(no idea|not sure|unsure|dunno|no clue|can'?t say|idk)\b/i.test(text) &&
  text.length < 60

/** Decides the move from what was understood and where the conversation stands. */
export function moveFor(conversation: Conversation, reading: Reading, text: string): Move {
  const [first] = reading.wishes
  const { topic, asked, open } = conversation
  if (reading.foreign) return { kind: 'foreign' }
  if (asked && isUnknown(text)) return { kind: 'decline', fact: asked }
  const continued = topic !== undefined && continues(conversation, reading, text)
  const intent = continued ? topic : first.intent
  const unclear = reading.unclear[0]
  if (unclear && (continued || reading.band !== 'not')) return { kind: 'clarify', intent, unclear }
  if (continued) return { kind: 'answer', wishes: [aspectKept(conversation, topic, first)] }
  if (reading.band === 'sure') return sure(reading, text)
  if (open && Object.keys(reading.facts).length === 0 && reading.band === 'not') return { kind: 'miss' }
  if (first.intent === 'size-license' && reading.facts.sites) return { kind: 'answer', wishes: [first] }
  if (reading.band === 'half') return { kind: 'offer', intents: [first.intent, ...reading.orElse].filter(isOffered) }
  return { kind: 'miss' }
}

const isOffered = (intent: Intent) => !['out-of-scope', 'greeting', 'thanks', 'cancel'].includes(intent)

function sure({ wishes }: Reading, text: string): Move {
  const [{ intent }] = wishes
  if (intent === 'cancel') return { kind: isRestart(text) ? 'restart' : 'drop' }
  if (intent === 'thanks') return { kind: 'thanks' }
  return { kind: 'answer', wishes: wishes.slice(0, 3) }
}

const aspectKept = ({ aspect }: Conversation, topic: Intent, { intent, aspect: said }: Wish) => {
  const kept = intent === topic ? said : aspect
  return { intent: topic, ...(kept ? { aspect: kept } : {}) }
}

/** Whether a message goes on with the topic: it has facts for it and asks for nothing else. */
function continues({ topic, asked, open }: Conversation, reading: Reading, text: string): boolean {
  const concerned = topicOf(topic)?.facts ?? []
  const given = [...(Object.keys(reading.facts) as FactKey[]), ...reading.unclear.map(({ fact }) => fact)]
  if (!given.some(key => concerned.includes(key))) return false
  const [{ intent }] = reading.wishes
  if (reading.band !== 'sure' || intent === topic) return true
  if (commands.includes(intent)) return false
  if (isRepair(text) && intent !== topic && !given.some(key => topicOf(intent)?.bare === key)) return true
  const answers = asked !== undefined && given.includes(asked)
  return answers && (open === true ? !isQuestion(text) : !isQuestion(text) && given.length === 1)
}

const dayKeys = ['trialEnd', 'trialStart', 'licenseStart', 'licenseEnd'] as const

/** A correction that names only the day ("I meant the 20th") stays in the month that it corrects. */
export function inFormerMonth(said: Facts, before: Facts, text: string): Facts {
  const dayOfMonth = Number(/\bthe (\d{1,2})(?:st|nd|rd|th)\b/i.exec(text)?.[1])
  if (!dayOfMonth || !isRepair(text) || /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)) return said
  const corrected = dayKeys.flatMap(key => {
    const [former, now] = [before[key], said[key]]
    const day = former && now && dayOf(partsOf(former).year, partsOf(former).month, dayOfMonth)
    return day ? [[key, day] as const] : []
  })
  return { ...said, ...(Object.fromEntries(corrected) as Partial<Record<(typeof dayKeys)[number], Day>>) }
}

const notSubjects = /\b(trial|licen[cs]e|refund|money|sales|reminder|renewal|grace|data|e5|gcc|size|price|me|us|you|that|this|it|free|now|extension|devices?)\b/i

/** The site in "and for Lyon?": the same question about another one. */
export function subjectIn(text: string): string | undefined {
  const name = /^\W*(?:and|what about|how about|and what about)\s+(?:for|at|in)?\s*(?:our |the )?(\p{Lu}[\p{L}\p{N} .'-]{1,40}?)\s*\??\W*$/u.exec(text)?.[1]
  return name && !notSubjects.test(name) ? name.trim() : undefined
}

/** Turns to another site: what is known of the person stays, the dates and devices of the first site do not. */
export function turnTo(conversation: Conversation, subject: string): Conversation {
  const { subject: before = '', facts, otherSubjects = {}, supposed: _, ...rest } = conversation
  const known = Object.hasOwn(otherSubjects, subject) ? otherSubjects[subject] : undefined
  const named = facts.sites?.filter(({ name }) => name?.toLowerCase() === subject.toLowerCase()) ?? []
  return {
    ...rest,
    subject,
    otherSubjects: { ...otherSubjects, [before]: facts },
    facts: { ...pick(facts, ['role', 'billingAccount', 'cloud']), ...known, ...(named.length > 0 ? { sites: named } : {}) },
  }
}

/** The facts that count for an answer, and what of them is kept. */
export interface Known {
  /** Everything the answer may use. */
  readonly effective: Facts
  /** What stays for the rest of the conversation. */
  readonly facts: Facts
  /** What stays as supposed while the topic does. */
  readonly supposed: Facts
}

/** Adds what a message said: new facts win over old ones; supposed ones stay apart. */
export function learn(conversation: Conversation, intent: Intent, said: Facts, isSupposed: boolean): Known {
  const sameTopic = conversation.topic === intent
  const before = withoutKind(conversation.facts, sameTopic)
  const supposedBefore = sameTopic ? (conversation.supposed ?? {}) : {}
  const onlyAsked = topicOf(intent)?.asksAbout ?? []
  const keys = Object.keys(said) as FactKey[]
  const forOnce = isSupposed ? keys : keys.filter(key => onlyAsked.includes(key))
  const real = pick(
    said,
    keys.filter(key => !forOnce.includes(key)),
  )
  const facts = merged(before, real)
  const realKeys = Object.keys(real) as FactKey[]
  const supposed = merged(
    pick(
      supposedBefore,
      (Object.keys(supposedBefore) as FactKey[]).filter(key => !realKeys.includes(key)),
    ),
    pick(said, forOnce),
  )
  return { effective: merged(facts, supposed), facts, supposed }
}

// "Trial" or "paid" was said of the former topic.
function withoutKind({ kind, ...facts }: Facts, sameTopic: boolean): Facts {
  return sameTopic && kind ? { ...facts, kind } : facts
}

/** Newer facts over older ones; an older start or end that a newer one contradicts goes. */
function merged(before: Facts, said: Facts): Facts {
  const all = { ...before, ...said }
  for (const [start, end] of [
    ['trialStart', 'trialEnd'],
    ['licenseStart', 'licenseEnd'],
  ] as const) {
    const [from, to] = [all[start], all[end]]
    if (from === undefined || to === undefined || from <= to) continue
    if (said[start] !== undefined && said[end] === undefined) delete all[end]
    if (said[end] !== undefined && said[start] === undefined) delete all[start]
  }
  return all
}
