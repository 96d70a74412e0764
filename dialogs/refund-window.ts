import { plainAnswerCard } from '../cards/answers.ts'
import { refundWindowCard } from '../cards/refund-window.ts'
import { refundWindow } from '../rules/refund-window.ts'
import { ruled } from './topic.ts'

export const refundWindowTopic = ruled({
  rule: refundWindow,
  bare: 'licenseStart',
  card: refundWindowCard,
  withoutFact: (asks, facts, view) => plainAnswerCard({ first: 'refund-rule', folded: ['cancel'], asks }, facts, view),
})
