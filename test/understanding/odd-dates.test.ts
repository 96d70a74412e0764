import { expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import type { Day } from '../../rules/day.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { datesIn } from './reading.ts'

test.for(
  table('on', 'says', 'means')`
    2027-12-01 | trial ends 29 February, extend?                  | trialEnd=2028-02-29
    2027-12-31 | remind me before our licence ends on 29 February | licenseEnd=2028-02-29
    2025-01-10 | our licence expired on 29 February               | licenseEnd=2024-02-29
    2028-01-10 | trial ends 29 February, extend?                  | trialEnd=2028-02-29
    2026-03-10 | trial ends 29 February, extend?                  |
  `,
)('29 February without a year, on $on: "$says"', ({ on, says, means }) => {
  expect(datesIn(readMessage(says, { today: on as Day, locale: 'en-GB' }))).toBe(means)
})

test.for(
  table('says', 'means', 'readings')`
    trial ends on Monday 29 March, extend?               |                         | 2026-03-29 2026-03-30
    trial ends on Sunday 29 March, extend?               | trialEnd=2026-03-29     |
    trial ends Monday 04/05/2026, extend?                | trialEnd=2026-05-04     |
    trial ended on Friday 13 Feb, what now?              | trialEnd=2026-02-13     |
    bought the licence on Monday 3 March, refund?        |                         | 2026-03-03 2026-03-02
    bought the licence on Monday, 2 March, refund?       | licenseStart=2026-03-02 |
  `,
)('a weekday beside a date belongs to it: "$says"', ({ says, means, readings }) => {
  const { facts, unclear } = readMessage(says, { today, locale: 'en-GB' })
  expect([datesIn({ facts }), unclear.flatMap(each => each.readings).join(' ')]).toEqual([means, readings])
})

test.for(
  table('says', 'days')`
    trial is 3 months from 30 November 2025, extend?               | 90
    our 2-month trial started 1 February, extend?                  | 59
    we started the trial 1 February, can we extend it 3 months?    |
  `,
)('a length in months is counted from the start: "$says"', ({ says, days }) => {
  expect(String(readMessage(says, { today, locale: 'en-GB' }).facts.trialDays ?? '')).toBe(days)
})
