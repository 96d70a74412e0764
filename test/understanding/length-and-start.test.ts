import { expect, test } from 'vitest'
import { chat } from '../support/chat.ts'
import { factsIn, table } from '../support/table.ts'
import { read } from './reading.ts'

test.for(
  table('says', 'facts')`
    trial started 1 march, 60 days                      | trialStart=2026-03-01 trialDays=60
    trial started 1 march 60 days                       | trialStart=2026-03-01 trialDays=60
    trial started 1 march. 60 days.                     | trialStart=2026-03-01 trialDays=60
    trial started 1 march - 60 days                     | trialStart=2026-03-01 trialDays=60
    trial started 1 march, 60d                          | trialStart=2026-03-01 trialDays=60
    trial started 1 march, 60-day                       | trialStart=2026-03-01 trialDays=60
    trial started 1 march, a 60-day one                 | trialStart=2026-03-01 trialDays=60
    trial started 1 march, sixty days                   | trialStart=2026-03-01 trialDays=60
    trial started 1 march, 60 days in total             | trialStart=2026-03-01 trialDays=60
    trial started 1 march, 60 days, not 30              | trialStart=2026-03-01 trialDays=60
    trial started 1 march, valid 60 days                | trialStart=2026-03-01 trialDays=60
    trial started 2026-03-01 60 days                    | trialStart=2026-03-01 trialDays=60
    our trial started 2 weeks ago, 60 days              | trialStart=2026-02-24 trialDays=60
    trial start 1 march, length 60 days                 | trialStart=2026-03-01 trialDays=60
    trial from 1 march, 60 days                         | trialStart=2026-03-01 trialDays=60
    60 day trial from 1 march                           | trialStart=2026-03-01 trialDays=60
    trial: 60 days from 1 march                         | trialStart=2026-03-01 trialDays=60
    trial since 1 march, 60 days                        | trialStart=2026-03-01 trialDays=60
    trial began 5 jan, they gave us 90 days             | trialStart=2026-01-05 trialDays=90
    trial began 5 jan, they gave us 3 months            | trialStart=2026-01-05 trialDays=90
    trial started 1 march, it's a 60-day one            | trialStart=2026-03-01 trialDays=60
    trial started 1 march, ours is 60 days              | trialStart=2026-03-01 trialDays=60
    trial started 1 march, 60 days were granted         | trialStart=2026-03-01 trialDays=60
    trial started 1 march; they set it to 60 days       | trialStart=2026-03-01 trialDays=60
    1 march start, 60 days trial                        | trialStart=2026-03-01 trialDays=60
    poc running since 1 march, 60 days                  | trialStart=2026-03-01 trialDays=60
  `,
)('a length beside a start is the trial\'s: "$says"', ({ says, facts }) => {
  expect(read(says, 'extend-trial').facts).toEqual(factsIn(facts))
})

test.for(
  table('says', 'facts')`
    trial started 1 march, need 60 days                  | trialStart=2026-03-01
    trial started 1 march, can we get 60 days?           | trialStart=2026-03-01
    trial started 1 march, want 60 days more             | trialStart=2026-03-01
    trial started 1 march, can we extend it, 60 days?    | trialStart=2026-03-01
    trial started 1 march, 60 days extension             | trialStart=2026-03-01
    trial started 1 march, support answered in 10 days   | trialStart=2026-03-01
    trial started 1 march; alerts for the last 60 days are gone | trialStart=2026-03-01
    trial started 1 march, 60 days left                  | trialStart=2026-03-01 trialEnd=2026-05-09
    trial started 1 march, ends 60 days from now         | trialStart=2026-03-01 trialEnd=2026-05-09
    the trial is over since 1 march                      | trialEnd=2026-03-01
    no access to the trial since 1 march                 | trialEnd=2026-03-01
    trial started 1 march, they gave us 30 days to decide | trialStart=2026-03-01
    trial started 1 march, could they give us 60 days?  | trialStart=2026-03-01
    trial started 1 march, is it a 60-day one?          | trialStart=2026-03-01
    trial started 1 march, that was 9 days back         | trialStart=2026-03-01
    trial started 1 march, we've used it for 9 days     | trialStart=2026-03-01
    trial started 1 march, data is kept 90 days         | trialStart=2026-03-01
  `,
)('and other lengths are not: "$says"', ({ says, facts }) => {
  expect(read(says, 'extend-trial').facts).toEqual(factsIn(facts))
})

test('whoever states both is answered from both', async () => {
  await chat()`
    > trial started 1 march, 60 days
      Yes, until 14 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 29 April 2026 (50 days left)
      ... Trial length: 60 days
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial start 1 march, length 60 days
      Yes, until 14 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial since 1 march
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})
