import { plainAnswerCard } from '../cards/answers.ts'
import { licenseLifecycleCard } from '../cards/license-lifecycle.ts'
import { licenseLifecycle } from '../rules/license-lifecycle.ts'
import { ruled } from './topic.ts'

export const licenseLifecycleTopic = ruled({
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
