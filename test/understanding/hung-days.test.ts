import { describe, expect, test } from 'vitest'
import { ownDaysIn } from '../../dialogs/days/own-days.ts'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { datesIn } from './reading.ts'

const readAt = (says: string) => readMessage(says, { today, locale: 'en-GB' })

describe('a day counted from another is the day that is counted', () => {
  test.for(
    table('says', 'means')`
      trial ends two days before 1 May, extend?                 | trialEnd=2026-04-29
      our trial expires the day before 1 May, extend?           | trialEnd=2026-04-30
      trial runs until two weeks before 1 June, extend?         | trialEnd=2026-05-18
      trial ends a day earlier than 1 May, extend?              | trialEnd=2026-04-30
      trial expires one week prior to 1 May, extend?            | trialEnd=2026-04-24
      trial end: two days before 1 May. extend?                 | trialEnd=2026-04-29
      trial ends 30 days after 1 March, extend?                 | trialEnd=2026-03-31
      trial ends a week after 1 June, extend?                   | trialEnd=2026-06-08
      trial finishes ten days on from 1 May, extend?            | trialEnd=2026-05-11
      bought the licence 2 days after 1 March, refund?          | licenseStart=2026-03-03
      trial ends a month from yesterday, extend?                | trialEnd=2026-04-09
      trial ends in 3 weeks from yesterday, extend?             | trialEnd=2026-03-30
      trial ends 10 days from last Friday, extend?              | trialEnd=2026-03-16
      our licence ended two weeks before yesterday, what now?   | licenseEnd=2026-02-23
      trial ends the Friday after 1 May, extend?                | trialEnd=2026-05-08
      trial ends on the last Friday before 1 May, extend?       | trialEnd=2026-04-24
      trial ends the second Monday after 1 May, extend?         | trialEnd=2026-05-11
      trial ends on the 5th of the month after next, extend?    | trialEnd=2026-05-05
      trial ends at the end of the month after next, extend?    | trialEnd=2026-05-31
      trial ends a week from Friday, extend?                    | trialEnd=2026-03-20
      trial ends the day after tomorrow, extend?                | trialEnd=2026-03-12
    `,
  )('$says', ({ says, means }) => expect(datesIn(readAt(says))).toBe(means))
})

describe('weeks and weekdays further away', () => {
  test.for(
    table('says', 'means')`
      trial ends Friday fortnight, extend?                      | trialEnd=2026-03-27
      trial ends tomorrow fortnight, extend?                    | trialEnd=2026-03-25
      trial ends a fortnight tomorrow, extend?                  | trialEnd=2026-03-25
      trial ends three weeks tomorrow, extend?                  | trialEnd=2026-04-01
      trial ends 3 weeks Friday, extend?                        | trialEnd=2026-04-03
      trial ends the week after next on Friday, extend?         | trialEnd=2026-03-27
      trial ends on Friday of the week after next, extend?      | trialEnd=2026-03-27
      bought it Friday before last, refund of licence?          | licenseStart=2026-02-27
      bought the licence the Thursday before last, refund?      | licenseStart=2026-02-26
      bought the licence last Friday week, refund?              | licenseStart=2026-02-27
      bought the licence a week last Tuesday, refund?           | licenseStart=2026-02-24
      bought the licence a week ago yesterday, refund?          | licenseStart=2026-03-02
      bought the licence the week before last on Monday, refund? | licenseStart=2026-02-23
    `,
  )('$says', ({ says, means }) => expect(datesIn(readAt(says))).toBe(means))
})

describe('what can be counted two ways, or not at all, is asked back', () => {
  test.for(
    table('says', 'text', 'readings')`
      trial ends the Friday after next, extend?                 | Friday after next      | 2026-03-20 2026-03-27
      bought a week ago Friday, refund for the licence?         | a week ago Friday      | 2026-02-27 2026-03-06
      the trial's last day is two days before 1 May, extend?    | two days before 1 May  | 2026-04-29 2026-05-01
      what happens to the licence 30 days after 1 March?        | 30 days after 1 March  | 2026-03-31 2026-03-01
      trial ends a few days after 1 May, extend?                | a few days after 1 May | 2026-05-01
      trial ends shortly before 1 May, extend?                  | shortly before 1 May   | 2026-05-01
    `,
  )('$says', ({ says, text, readings }) => {
    const { facts, unclear } = readAt(says)
    expect([datesIn({ facts }), unclear.map(each => [each.text, each.readings.join(' ')])]).toEqual(['', [[text, readings]]])
  })
})

describe('a reminder is counted back from the day itself, an end before a day is no reminder', () => {
  test.for(
    table('says', 'means', 'days')`
      ping me three days before 18 March, that's when the evaluation stops | trialEnd=2026-03-18 | 3
      remind me 5 days before it ends on 1 May, our trial                  | trialEnd=2026-05-01 | 5
      remind me that our trial ends a week before 30 April                 | trialEnd=2026-04-23 |
      remind me, the trial expires two days before 1 May                   | trialEnd=2026-04-29 |
    `,
  )('$says', ({ says, means, days }) => {
    expect([datesIn(readAt(says)), ownDaysIn(says).join(' ')]).toEqual([means, days])
  })
})
