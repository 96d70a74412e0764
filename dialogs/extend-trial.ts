import { plainAnswerCard } from '../cards/answers.ts'
import { extendTrialCard } from '../cards/extend-trial.ts'
import { extendTrial } from '../rules/extend-trial.ts'
import { ruled } from './topic.ts'

export const extendTrialTopic = ruled({
  rule: extendTrial,
  bare: 'trialEnd',
  card: extendTrialCard,
  withoutFact: (asks, facts, view) => plainAnswerCard({ first: 'extension-rule', asks }, facts, view),
})
