import { noRemindersCard } from '../cards/help.ts'
import { kindCard } from '../cards/kind.ts'
import { milestonesCard } from '../cards/milestones.ts'
import type { Facts } from '../rules/facts.ts'
import { milestones } from '../rules/milestones.ts'
import { ruled, type Topic, viewOf } from './topic.ts'

const dated = ruled({
  rule: milestones,
  bare: facts => (kindOf(facts) === 'trial' ? 'trialEnd' : 'licenseEnd'),
  card: milestonesCard,
  given: facts => ({ kind: kindOf(facts) }),
})

/** The dates of a trial or licence; asks which of the two it is where nothing tells. */
export const setReminderTopic: Topic = {
  ...dated,
  answer: question =>
    kindOf(question.facts) ? dated.answer(question) : { cards: [kindCard(viewOf(question))], asked: 'kind', open: true },
}

export const listRemindersTopic: Topic = { facts: [], answer: question => ({ cards: [noRemindersCard(viewOf(question))] }) }

function kindOf({ kind, trialEnd, licenseStart, licenseEnd }: Facts): Facts['kind'] {
  if (kind) return kind
  if (trialEnd) return 'trial'
  return licenseStart || licenseEnd ? 'paid' : undefined
}
