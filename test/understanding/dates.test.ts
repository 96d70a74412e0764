import { describe, expect, test } from 'vitest'
import { intents } from '../../cards/intents.ts'
import { table } from '../support/table.ts'
import { datesIn, read } from './reading.ts'

const intentOf = (text: string) => intents.find(intent => intent === text) ?? 'extend-trial'

describe('a date in any writing', () => {
  test.for(
    table('says', 'means')`
      it ends on 2026-04-15                       | trialEnd=2026-04-15
      it ends on 2026/04/15                       | trialEnd=2026-04-15
      it ends 15 Apr                              | trialEnd=2026-04-15
      ends April 15th, 2026                       | trialEnd=2026-04-15
      ends Wednesday, 15 April 2026 at 23:59      | trialEnd=2026-04-15
      Trial-Ende: 15.04.2026                      | trialEnd=2026-04-15
      ends on 15.4.                               | trialEnd=2026-04-15
      trial ends fridya 20 mach                   | trialEnd=2026-03-20
      ends 30 aprl                                | trialEnd=2026-04-30
      valid thru 30-Apr-2026                      | trialEnd=2026-04-30
      expires 30/Apr                              | trialEnd=2026-04-30
      ends 19 Mar 26                              | trialEnd=2026-03-19
      PLEASE EXTEND TRIAL END DATE 30-APR-2026    | trialEnd=2026-04-30
      ends 5/30/2026                              | trialEnd=2026-05-30
      ends 30/5                                   | trialEnd=2026-05-30
      ends the 31st                               | trialEnd=2026-03-31
      ends on the 2nd of April                    | trialEnd=2026-04-02
      it ends on the sixteenth of may             | trialEnd=2026-05-16
      ending on april tenth                       | trialEnd=2026-04-10
      it finishes on the thirtieth of this month  | trialEnd=2026-03-30
      ends the 1st of next month                  | trialEnd=2026-04-01
      it ends today                               | trialEnd=2026-03-10
      ends tmrw                                   | trialEnd=2026-03-11
      it ended the day before yesterday           | trialEnd=2026-03-08
      ends in 3 weeks                             | trialEnd=2026-03-31
      it is up in a fortnight                     | trialEnd=2026-03-24
      it ended a fortnight ago                    | trialEnd=2026-02-24
      ends in two weeks and three days            | trialEnd=2026-03-27
      ends in 3 days' time                        | trialEnd=2026-03-13
      ends a week from Friday                     | trialEnd=2026-03-20
      ends a week today                           | trialEnd=2026-03-17
      ends on Friday                              | trialEnd=2026-03-13
      ends this Friday                            | trialEnd=2026-03-13
      ends next Friday                            | trialEnd=2026-03-20
      ends Thursday next week                     | trialEnd=2026-03-19
      it ended last Thursday                      | trialEnd=2026-03-05
      ends at the end of the month                | trialEnd=2026-03-31
      ends the last day of april                  | trialEnd=2026-04-30
      runs until the end of next month            | trialEnd=2026-04-30
      16 days left                                | trialEnd=2026-03-26
      we have still 16 days                       | trialEnd=2026-03-26
      days left: 16                               | trialEnd=2026-03-26
      it packs up, ends in a week on Thursday     | trialEnd=2026-03-19
      it ended last Monday                        | trialEnd=2026-03-02
      16 days to go                               | trialEnd=2026-03-26
      only 16 days remaining                      | trialEnd=2026-03-26
      the remaining 6 days are not enough         | trialEnd=2026-03-16
      it ends on New Year's Eve                   | trialEnd=2026-12-31
      it ends on the last Friday of the month     | trialEnd=2026-03-27
      it ends the last Friday in March 2027       | trialEnd=2027-03-26
      it ends on the first Monday in April        | trialEnd=2026-04-06
      it ends on the 2nd Tuesday of next month    | trialEnd=2026-04-14
      it ended on the first Friday of the month   | trialEnd=2026-03-06
      it ended on the last Friday of the month    | trialEnd=2026-02-27
      it ended on the last Saturday of November   | trialEnd=2025-11-29
      it ends on Friday of next week              | trialEnd=2026-03-20
      it ends on the first Monday of the quarter  |
      it ends on some Friday in April             |
      it ends 15 April 3026                       | trialEnd=3026-04-15
    `,
  )('"$says" is $means', ({ says, means }) => {
    expect(datesIn(read(says, 'extend-trial'))).toBe(means)
  })
})

describe('the fact that a date is', () => {
  test.for(
    table('intent', 'says', 'means')`
      extend-trial      | Started 24 Feb, 16 days left                                       | trialStart=2026-02-24 trialEnd=2026-03-26
      extend-trial      | trial live since February 9th                                      | trialStart=2026-02-09
      extend-trial      | board decides on 5 May but our trial dies on 8 April               | trialEnd=2026-04-08
      extend-trial      | We have a holiday shutdown until 7 April, the trial ends on the 3rd | trialEnd=2026-04-03
      extend-trial      | I'd keep evaluating beyond the 21st of April                       | trialEnd=2026-04-21
      extend-trial      | trial was extended on 2 March, new end 15 April                    | trialEnd=2026-04-15
      extend-trial      | licence ends on the 31st of this month; trial ended on the 1st     | trialEnd=2026-03-01 licenseEnd=2026-03-31
      extend-trial      | can it be prolonged until the end of May?                          |
      extend-trial      | it was to end on 15 April, we have not extended yet                | trialEnd=2026-04-15
      extend-trial      | the trial was supposed to run out on 15 April                      | trialEnd=2026-04-15
      extend-trial      | the mail says it should have ended on 1 March                      | trialEnd=2026-03-01
      extend-trial      | it would have ended on 15 April but Microsoft extended it          |
      extend-trial      | it was to end on 15 April but was extended to 15 May               | trialEnd=2026-05-15
      license-lifecycle | it would've expired on 1 March, but we renewed it                  |
      license-lifecycle | our licence was going to expire on 20 March                        | licenseEnd=2026-03-20
      extend-trial      | ends between 10 and 15 April                                       |
      extend-trial      | ends between the 10th and the 15th of April                        |
      extend-trial      | ends 10-15 April                                                   |
      extend-trial      | it ends on 10 or 15 April                                          |
      extend-trial      | we need thirty more days                                           |
      refund-window     | until when may the licence of 8 March be returned for a refund?      | licenseStart=2026-03-08
      refund-window     | bought 3 days ago, we want to cancel on 12 March                   | licenseStart=2026-03-07
      refund-window     | It has been 8 days since the purchase                              | licenseStart=2026-03-02
      refund-window     | i have pay the licence nine days before                            | licenseStart=2026-03-01
      refund-window     | bought at 9 pm last night                                          | licenseStart=2026-03-09
      refund-window     | licence bought 48 hours ago                                        | licenseStart=2026-03-08
      refund-window     | invoice from 10 march, order from 6 march                          | licenseStart=2026-03-06
      refund-window     | I have bought it before five days but the director says no         | licenseStart=2026-03-05
      refund-window     | ordered on the 1st, 4th and 9th of March                           |
      license-lifecycle | we missed the renewal by five days                                 | licenseEnd=2026-03-05
      set-reminder      | trial Nice ends 8 April, trial Lille ends 10 April                 |
      set-reminder      | track: trial Nice 8 April, trial Lille 10 April                    |
      stop-renewal      | before I'm charged again on 15 June 2026                           | licenseEnd=2026-06-15
      refund-window     | can I cancel today?                                                |
      license-lifecycle | our licence expired 1/20                                           | licenseEnd=2026-01-20
      license-lifecycle | we're 25 days past the licence expiry                              | licenseEnd=2026-02-13
      license-lifecycle | licence bought on 5 March 2025, when does it end                   | licenseStart=2025-03-05
      trial-terms       | the trial began on 20 Feb, when is it over                         | trialStart=2026-02-20
      license-lifecycle | we bought a 3-year licence on 1 Jan 2025, when does it end          | licenseStart=2025-01-01 licenseEnd=2027-12-31
      license-lifecycle | 6 month licence bought 1 january, when does it end                  | licenseStart=2026-01-01 licenseEnd=2026-06-30
      license-lifecycle | bought a licence for 6 months on 1 january, when does it end        | licenseStart=2026-01-01 licenseEnd=2026-06-30
      license-lifecycle | bought 1 month licence on 1 march, when does it end                 | licenseStart=2026-03-01 licenseEnd=2026-03-31
      license-lifecycle | bought a 12 month licence on 1 january, when does it end            | licenseStart=2026-01-01
      license-lifecycle | we have had the licence for 6 months, bought 1 september 2025       | licenseStart=2025-09-01
      license-lifecycle | licence bought 29 Feb 2024 for two years                           | licenseStart=2024-02-29 licenseEnd=2026-02-27
      license-lifecycle | it started on 1 Jan 2025, can we get a 3-year licence next          | licenseStart=2025-01-01
      license-lifecycle | what happens 30 days after the end of a licence?                   |
      license-lifecycle | paid subscription is out since 3 weeks                             | licenseEnd=2026-02-17
      license-lifecycle | Renewal's overdue since 3 March                                    | licenseEnd=2026-03-03
      license-lifecycle | Licence term: 15 Mar 2025 - 14 Mar 2026                            | licenseStart=2025-03-15 licenseEnd=2026-03-14
      license-lifecycle | terminates 1 June 2026, budget only comes 20 June                  | licenseEnd=2026-06-01
      set-reminder      | remind me on 2 April about the trial                               |
      set-reminder      | ping me 20 days before the licence expires on 31 December 2026     | licenseEnd=2026-12-31
      set-reminder      | remind us here, trial Goldfields, 11 April                         | trialEnd=2026-04-11
      set-reminder      | paid plan bought on 3 March, renewal off in time please            | licenseStart=2026-03-03
      out-of-scope      | Our Power BI trial ends on 28 March                                |
    `,
  )('$intent: "$says"', ({ intent, says, means }) => {
    expect(datesIn(read(says, intentOf(intent)))).toBe(means)
  })

  test('is the one asked for where the message is little more than a date', () => {
    expect(datesIn(read('15 February', 'extend-trial', { asked: 'trialStart' }))).toBe('trialStart=2026-02-15')
    expect(datesIn(read('tomorrow', 'license-lifecycle', { asked: 'licenseEnd' }))).toBe('licenseEnd=2026-03-11')
    expect(datesIn(read('sorry, I meant the 20th', 'extend-trial', { asked: 'trialEnd' }))).toBe('trialEnd=2026-03-20')
  })
})

describe('a date that is not clear', () => {
  test('has both readings, in the order of the locale', () => {
    expect(read('trial ends 3/4/2026', 'extend-trial').unclear).toEqual([
      { fact: 'trialEnd', text: '3/4/2026', readings: ['2026-04-03', '2026-03-04'] },
    ])
    expect(read('trial ends 3/4/2026', 'extend-trial', { locale: 'en-US' }).unclear).toEqual([
      { fact: 'trialEnd', text: '3/4/2026', readings: ['2026-03-04', '2026-04-03'] },
    ])
  })

  test.for(
    table('says', 'text')`
      ends 31 February    | 31 February
      ends June 31st      | June 31st
      ends on 2026-13-45  | 2026-13-45
      ends 31.02.2026     | 31.02.2026
      ends 29 feb         | 29 feb
      ends the fifth Friday of April | fifth Friday of April
    `,
  )('"$says" has no reading and is no fact', ({ says, text }) => {
    const { facts, unclear } = read(says, 'extend-trial')
    expect([facts, unclear]).toEqual([{}, [{ fact: 'trialEnd', text, readings: [] }]])
  })

  test('reads the only way there is, or day first with points', () => {
    expect(datesIn(read('ends 13/4', 'extend-trial', { locale: 'en-US' }))).toBe('trialEnd=2026-04-13')
    expect(datesIn(read('ends 4.5.2026', 'extend-trial', { locale: 'en-US' }))).toBe('trialEnd=2026-05-04')
  })
})
