import type { Deed } from '../cards/actions.ts'
import { calledWrongCard } from '../cards/called-wrong.ts'
import { hasInput } from '../cards/question.ts'
import type { Day } from '../rules/day.ts'
import { milestones } from '../rules/milestones.ts'
import type { Policy } from '../rules/policy.ts'
import type { At } from '../rules/verdict.ts'
import { viewAsking } from './answering.ts'
import type { Conversation, Finding } from './ports.ts'
import { blank, type Outcome, type Scene, shown } from './scene.ts'
import { topicOf } from './topics.ts'

/** Findings that are remembered as called wrong. */
const REMEMBERED = 20
const MOST_INPUTS = 3

/**
 * The button of an answer that was given on `day`: what was found then is counted, and the answer stays in its place as it reads today.
 * @param answerOn answers the card's question
 */
export async function pressedWrong(scene: Scene, day: Day, answerOn: (at: At) => Promise<Outcome>): Promise<Outcome> {
  const { turn, desk, at } = scene
  const then = await answerOn({ today: day, policy: desk.policy(day) })
  const now = day < turn.today ? await answerOn(at) : then
  return then.kept?.told ? counted(now, then.kept.told, scene.stood) : now
}

/** "That's wrong", typed after an answer. */
export async function saidWrong(scene: Scene, told: Finding): Promise<Outcome> {
  const { stood } = scene
  const asked = { ...blank(scene, told.intent), facts: stood.facts, declined: stood.declined, about: stood.subject }
  const view = await viewAsking(scene, asked)
  const used = stood.topic === told.intent ? (topicOf(told.intent)?.facts ?? []) : []
  const keys = used.filter(key => hasInput(key) && stood.facts[key] !== undefined)
  return counted({ answer: shown([calledWrongCard(keys.slice(0, MOST_INPUTS), view)], { intent: told.intent }) }, told, stood)
}

/** What a card about something tracked found: the dates that it warns of. */
export function warnedOf({ items }: Deed, { version }: Policy): Finding {
  const codes = items.flatMap(({ warns = [] }) => warns.map(({ milestone }) => milestone))
  return { intent: 'set-reminder', rule: milestones.name, codes: [...new Set(codes)], policy: version }
}

/** An outcome that tells, in codes, what was called wrong: counted once as long as the talk lasts. */
export function counted({ answer, kept, ...rest }: Outcome, told: Finding, stood: Conversation): Outcome {
  const { rule, codes, policy } = told
  const before = stood.calledWrong ?? []
  const finding = JSON.stringify([rule, codes, policy])
  const outcome = before.includes(finding) ? 'called-wrong-again' : 'called-wrong'
  return {
    ...rest,
    answer: { ...answer, trace: { ...answer.trace, rule, codes, policy, outcome } },
    kept: { ...(kept ?? stood), disputed: true, calledWrong: [...new Set([...before, finding])].slice(-REMEMBERED) },
  }
}
