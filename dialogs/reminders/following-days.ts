import type { Facts } from '../../rules/facts.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import { milestoneDates } from '../../rules/milestones.ts'
import type { At } from '../../rules/verdict.ts'
import { without } from '../known-facts.ts'
import { isQuestion } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { tellsEnd } from './end-told.ts'

/** "So I have three weeks?", "on 31 March it closes?" of a known end: the days that follow from it, as the answer told them, are no other end. */
export function withoutFollowingDays(reading: Reading, { topic, facts, subject, open }: Conversation, text: string, at: At): Reading {
  const key = topic === 'extend-trial' ? 'trialEnd' : topic === 'license-lifecycle' ? 'licenseEnd' : undefined
  const said = key && reading.facts[key]
  const former = key === 'trialEnd' ? facts.trialEnd : endOf(facts)
  if (!topic || !key || !said || !former || open || reading.supposed || said === former || !isQuestion(text)) return reading
  const kind = key === 'trialEnd' ? 'trial' : 'paid'
  const follows = milestoneDates({ kind, [key]: former }, at).some(({ date }) => date === said)
  if (!follows || tellsEnd(text, { kind, name: subject ?? '', former })) return reading
  const left: Facts = without(reading.facts, [key])
  return reading.band === 'sure' && reading.wishes[0].intent !== topic
    ? { ...reading, facts: left }
    : { ...reading, facts: left, wishes: [{ intent: topic, sure: 1 }], band: 'sure' }
}
