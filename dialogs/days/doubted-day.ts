import { otherDayCard } from '../../cards/help.ts'
import type { Day } from '../../rules/day.ts'
import { decide } from '../../rules/decide.ts'
import { extendTrial } from '../../rules/extend-trial.ts'
import type { Facts } from '../../rules/facts.ts'
import { answer, type Brought, nothingSaid, topicWanted, viewAsking, type Wanted } from '../answering.ts'
import { without } from '../known-facts.ts'
import { isCorrection } from '../phrases.ts'
import type { Unclear } from '../ports.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { pick } from '../topic.ts'
import type { Trace } from '../turn.ts'
import { deniesEnd, endOfLength, mayRun } from './contradicted.ts'
import { howTold } from './told-day.ts'

// A day that would take the place of one that is known of the trial, or contradicts it: a wrong guess gives a wrong deadline.

/** Asks whether it does, where a message does not say so; undefined where it does, or tells no such day. */
export async function doubtedDay(
  scene: Scene,
  { said, supposed, text = '' }: Brought,
  [wanted]: readonly Wanted[],
  trace: Trace,
): Promise<Outcome | undefined> {
  const { stood } = scene
  const before = { ...stood.facts, ...stood.supposed }
  const key = (['trialEnd', 'trialStart'] as const).find(each => said[each] !== undefined && said[each] !== before[each])
  const day = key && said[key]
  // A question beside what is tracked moves nothing of it.
  if (!key || !day || supposed || wanted?.intent === 'set-reminder' || stood.topic === 'set-reminder') return undefined
  const verdict = decide(extendTrial, pick(before, ['trialEnd', 'trialStart', 'trialDays']), scene.at)
  const known = 'fault' in verdict || !('trialEnd' in verdict.details) ? undefined : verdict.details
  if (!known || (key === 'trialEnd' && day === known.trialEnd)) return undefined
  const { plainly, alone } = howTold(stood, text, key)
  // "So I have until 31 March?" says the answer again.
  if (key === 'trialEnd' && day === known.lastDay && (!plainly || text.includes('?')) && stood.topic)
    return answer(scene, [topicWanted(stood)], { ...nothingSaid, followsUp: true }, { ...trace, outcome: 'said-again' })
  if (plainly || alone) return contradiction(scene, said, before, text, trace)
  const former = before[key]
  return asked(scene, { fact: key, text: '', readings: former ? [day, former] : [day] }, stood.facts, trace)
}

/** A start that the end does not go with: one of the two is wrong, and nobody said which. */
function contradiction(scene: Scene, said: Facts, { trialEnd, trialStart: former }: Facts, text: string, trace: Trace) {
  const { trialStart, trialDays } = said
  if (!trialStart || !trialEnd || said.trialEnd || trialStart >= trialEnd || deniesEnd(text)) return undefined
  const end = endOfLength(trialStart, trialDays ?? scene.at.policy.trial.assumedDays)
  const fits = mayRun(trialStart, trialEnd)
  // Whoever puts a start in the place of the only day that was told takes that back.
  if (trialDays ? end === trialEnd : fits || (isCorrection(text) && !former)) return undefined
  const facts = { ...without(scene.stood.facts, ['trialEnd']), trialStart, ...(trialDays ? { trialDays } : {}) }
  return asked(scene, { fact: 'trialEnd', text: '', readings: [trialEnd, end] }, facts, trace, trialStart)
}

type DoubtedDay = Unclear & { readonly fact: 'trialEnd' | 'trialStart' }

async function asked(scene: Scene, unclear: DoubtedDay, facts: Facts, trace: Trace, start?: Day): Promise<Outcome> {
  const { stood } = scene
  const topic = stood.topic ?? 'extend-trial'
  const asking = { ...blank(scene, topic), facts, declined: stood.declined, about: stood.subject }
  const card = otherDayCard(unclear.fact, unclear.readings, await viewAsking(scene, asking), start)
  const { fact } = unclear
  return {
    answer: shown([card], { ...trace, outcome: 'whose-day' }),
    kept: { ...stood, topic, facts, asked: fact, open: true, unclear, misses: 0 },
  }
}
