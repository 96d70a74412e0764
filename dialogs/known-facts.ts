import type { Intent } from '../cards/intents.ts'
import { daysBetween } from '../rules/day.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import { endIsGone } from './days/contradicted.ts'
import { isQuestion } from './phrases.ts'
import type { Conversation } from './ports.ts'
import { pick } from './topic.ts'
import { topicOf } from './topics.ts'

// What is known after a message: what was said before and what it says, told apart from what is only supposed.

/** The facts that count for an answer, and what of them is kept. */
export interface Known {
  /** Everything the answer may use. */
  readonly effective: Facts
  /** What stays for the rest of the conversation. */
  readonly facts: Facts
  /** What stays as supposed while it is followed up. */
  readonly supposed: Facts
}

/** How a message brings its facts. */
export interface Manner {
  /** They are only supposed. */
  readonly supposed: boolean
  /** What of them is, where the others are not. */
  readonly askedAbout?: readonly FactKey[] | undefined
  /** It follows up what was supposed before, rather than asking anew. */
  readonly followsUp: boolean
  /** The message itself, where it was said. */
  readonly text?: string | undefined
}

/** "I'm a billing admin on MCA" asks about no role. */
const tellsOfOneself = (text = '') => /\b(?:i['’]?m|i am|we['’]re|we are|my role is)\b/i.test(text) && !isQuestion(text)

/** Adds what a message said: new facts win over old ones; supposed ones stay apart, those only asked about serve once. */
export function learn(
  conversation: Pick<Conversation, 'topic' | 'facts' | 'supposed'>,
  intent: Intent,
  said: Facts,
  { supposed: isSupposed, askedAbout = [], followsUp, text }: Manner,
): Known {
  const sameTopic = conversation.topic === intent
  const told = withoutKind(conversation.facts, sameTopic)
  const before = !isSupposed && endIsGone(told, said, text) ? without(told, ['trialEnd']) : told
  const tried = isSupposed ? said : pick(said, askedAbout)
  const supposedBefore = sameTopic && (followsUp || isSupposed) ? (conversation.supposed ?? {}) : {}
  const onlyAsked = (tellsOfOneself(text) ? [] : topicOf(intent)?.asksAbout) ?? []
  const once = isSupposed ? {} : pick(without(said, askedAbout), onlyAsked)
  const real = isSupposed ? {} : without(said, [...(Object.keys(once) as FactKey[]), ...askedAbout])
  const facts = merged(before, real)
  const supposed = merged(without(supposedBefore, Object.keys(real) as FactKey[]), tried)
  // A supposed start has the end that follows from it.
  const others = supposed.trialStart && !supposed.trialEnd ? without(facts, ['trialEnd']) : facts
  return { effective: merged(merged(others, supposed), once), facts, supposed }
}

export const without = (facts: Facts, keys: readonly FactKey[]): Facts =>
  pick(
    facts,
    (Object.keys(facts) as FactKey[]).filter(key => !keys.includes(key)),
  )

// "Trial" or "paid" was said of the former topic.
function withoutKind({ kind, ...facts }: Facts, sameTopic: boolean): Facts {
  return sameTopic && kind ? { ...facts, kind } : facts
}

/** Days of a licence's year [D4IOT-LIC], less some for those who count its end otherwise. */
const SHORTEST_TERM = 360

/** Newer facts over older ones; an older start or end that a newer one contradicts goes: it is that of another licence. */
function merged(before: Facts, said: Facts): Facts {
  if (Object.keys(said).length === 0) return before
  const all = { ...before, ...said }
  for (const [start, end] of [
    ['trialStart', 'trialEnd'],
    ['licenseStart', 'licenseEnd'],
  ] as const) {
    const [from, to] = [all[start], all[end]]
    if (from === undefined || to === undefined) continue
    if (daysBetween(from, to) >= (start === 'licenseStart' ? SHORTEST_TERM : 0)) continue
    if (said[start] !== undefined && said[end] === undefined) delete all[end]
    if (said[end] !== undefined && said[start] === undefined) delete all[start]
  }
  return all
}
