import { plainAnswerCard } from '../cards/answers.ts'
import { licenseLifecycleCard } from '../cards/license-lifecycle.ts'
import { licenseLifecycle } from '../rules/license-lifecycle.ts'
import { withTrialEnd } from './days/after-the-end.ts'
import { ruled, type Topic } from './topic.ts'

const lifecycle = ruled({
  rule: licenseLifecycle,
  bare: 'licenseEnd',
  card: (verdict, facts, view, { aspect }) => licenseLifecycleCard(verdict, facts, view, aspect === 'retention-rule'),
  withoutFact(asks, facts, view, { aspect }) {
    if (facts.kind === 'trial') return plainAnswerCard({ first: 'trial-after', asks }, facts, view)
    return aspect === 'retention-rule'
      ? plainAnswerCard({ first: 'retention-rule', folded: ['grace-rule'], asks }, facts, view)
      : plainAnswerCard({ first: 'grace-rule', folded: ['retention-rule'], asks }, facts, view)
  },
})

/** What holds around an end; a trial's may follow from its start and length. */
export const licenseLifecycleTopic: Topic = {
  ...lifecycle,
  answer: question => lifecycle.answer(question.facts.kind === 'trial' ? { ...question, facts: withTrialEnd(question.facts) } : question),
}
