import { describe, expect, test } from 'vitest'
import { intents } from '../../cards/intents.ts'
import { factsIn, table } from '../support/table.ts'
import { read } from './reading.ts'

const intentOf = (text: string) => intents.find(intent => intent === text) ?? 'extend-trial'

describe('what a message says of its facts in passing', () => {
  test.for(
    table('intent', 'says', 'facts')`
      extend-trial      | trial has 30 days, began 5 Feb. extend?                              | trialStart=2026-02-05 trialDays=30
      extend-trial      | Did my trial end already? it began at 5 February and has 30 days     | trialStart=2026-02-05 trialDays=30
      extend-trial      | trial started 1 March with 45 days, extend?                          | trialStart=2026-03-01 trialDays=45
      extend-trial      | trial started 5 Feb and lasts 30 days, still extendable?             | trialStart=2026-02-05 trialDays=30
      extend-trial      | trial began 5 Feb, length: 60 days. extend?                          | trialStart=2026-02-05 trialDays=60
      extend-trial      | can we extend our trial, it started 1 March for 60 days              | trialStart=2026-03-01 trialDays=60
      extend-trial      | can we extend our trial for 30 days? it started 1 March              | trialStart=2026-03-01
      extend-trial      | our trial started 1 March, can we extend for 30 days?                | trialStart=2026-03-01
      extend-trial      | need a 30 day trial extension, started 1 March                       | trialStart=2026-03-01
      extend-trial      | trial started 1 March and still has 20 days                          | trialStart=2026-03-01 trialEnd=2026-03-30
      extend-trial      | the trial will have ended by 31 March, can I extend?                 | trialEnd=2026-03-31
      license-lifecycle | our licence will have run out by 31 March. what then?                | licenseEnd=2026-03-31
      license-lifecycle | it'll have expired by 28 February, our licence                       | licenseEnd=2027-02-28
      license-lifecycle | our licence would have ended on 1 March, what now?                   | licenseEnd=2026-03-01
    `,
  )('$says: $facts', ({ intent, says, facts }) => {
    expect(read(says, intentOf(intent)).facts).toEqual(factsIn(facts))
  })
})
