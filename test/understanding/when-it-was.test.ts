import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { datesIn } from './reading.ts'

const datesOf = (text: string) => datesIn(readMessage(text, { today, locale: 'en-GB' }))

describe('the end of a licence told of in the present tense is the nearest that fits', () => {
  test.for(
    table('says', 'means')`
      Lic exp 3 Feb. Still covered? Y/N                                      | licenseEnd=2026-02-03
      license expiry 15 Jan, service dead?                                   | licenseEnd=2026-01-15
      paid lic valid till 20 Feb, service stop when                          | licenseEnd=2026-02-20
      license end march 8, not renewed yet, is service cut?                  | licenseEnd=2026-03-08
      the licence ends 20 February and we forgot to renew, what now          | licenseEnd=2026-02-20
      licence until 20 Feb. What now?                                        | licenseEnd=2026-02-20
      paid licence till 28 february, can i still renew?                      | licenseEnd=2026-02-28
      licence lapses 1 feb, is data still there                              | licenseEnd=2026-02-01
      licence ends 12 december and we forgot to renew                        | licenseEnd=2025-12-12
      licence ends 15 may and we have not renewed yet, what happens then     | licenseEnd=2026-05-15
      our licence ends 1 december, what happens then                         | licenseEnd=2026-12-01
      our licence will end on 1 march, how long is the data kept             | licenseEnd=2027-03-01
      remind me when the licence ends on 20 february                         | licenseEnd=2027-02-20
      paid licence is expired on 15 May, what will happen after that         | licenseEnd=2026-05-15
      license is expired 15 december what happens to our data                | licenseEnd=2025-12-15
      licence expired 15 may, what happens to our data                       | licenseEnd=2025-05-15
      trial license which is getting expired on 6th April, can it be extended | trialEnd=2026-04-06
      trial gets expired on 20 april, extend?                                | trialEnd=2026-04-20
      trial is expired on 6 march, extend?                                   | trialEnd=2026-03-06
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a purchase that is only supposed or planned may lie ahead', () => {
  test.for(
    table('says', 'means')`
      If we bought the licence on 1 April and cancelled on 5 April, would we get money back? | licenseStart=2026-04-01
      We buy on 20 March. Refund until when?                                 | licenseStart=2026-03-20
      suppose we purchase on 2 april, refund until when?                     | licenseStart=2026-04-02
      if we bought it on 5 march, would we get money back?                   | licenseStart=2026-03-05
      we bought on 20 march, refund?                                         | licenseStart=2025-03-20
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a day since which a trial or licence is held is its start', () => {
  test.for(
    table('says', 'means')`
      We are testing since 20. February with the trial, can we extend?  | trialStart=2026-02-20
      trial since 20 february, extension?                               | trialStart=2026-02-20
      Since 20 February we are in trial. Extension?                     | trialStart=2026-02-20
      trial is active since Feb 20, can we prolong?                     | trialStart=2026-02-20
      we use the trial since 20.02.2026. How can we extend?             | trialStart=2026-02-20
      we have a 60-day trial since 20 Feb, can we extend it?            | trialStart=2026-02-20
      on trial since a month, can we extend?                            | trialStart=2026-02-10
      three weeks into the trial, can it be extended?                   | trialStart=2026-02-17
      free licence assigned 20 feb, extension?                          | trialStart=2026-02-20
      trial was opened at 20 feb, can we extend it?                     | trialStart=2026-02-20
      got the trial 20 feb, extend?                                     | trialStart=2026-02-20
      we received our 60-day trial on 20 feb, can we extend it?         | trialStart=2026-02-20
      90 days trial, day one was 1 March, can it be extended            | trialStart=2026-03-01
      first day of the trial was 20 feb, extend?                        | trialStart=2026-02-20
      we have it since 14 January 2025, what happens when it ends?      | licenseStart=2025-01-14
      licence since 1 June 2025, don't want it to renew                 | licenseStart=2025-06-01
      trial expired since 20 february, extension possible?              | trialEnd=2026-02-20
      our trial is over since 1 march, extend?                          | trialEnd=2026-03-01
      licence overdue since 3 March. consequences?                      | licenseEnd=2026-03-03
      trial got expired on 28 Feb, can we extend it?                    | trialEnd=2026-02-28
      we received the trial reminder on 3 March, it ends 12 April, extend? | trialEnd=2026-04-12
      we are customers since 1 May 2020, our trial ends 12 April, extend? | trialEnd=2026-04-12
      we got the trial extended until 12 April, possible again?         | trialEnd=2026-04-12
      We had a trial two years ago. Are we entitled to a fresh one?     |
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a day that is denied gives way to the one behind "but"', () => {
  test.for(
    table('says', 'means')`
      We didn't buy on 2 March but on 4 March. refund ok?                     | licenseStart=2026-03-04
      it wasn't 2 march we bought but 6 march. refund?                        | licenseStart=2026-03-06
      Our licence didn't end on 10 Feb but on 20 Feb. Are we in grace?        | licenseEnd=2026-02-20
      trial doesn't end on 10 April but 20 April. extend?                     | trialEnd=2026-04-20
      we bought yesterday, sorry: bought it on 5 March. Money back?           | licenseStart=2026-03-05
      bought on 6 march, not on 2 march. refund?                              | licenseStart=2026-03-06
      trial started 1 March but ends on 20 April, extend?                     | trialStart=2026-03-01 trialEnd=2026-04-20
      we haven't used it: started on 1 March but ends on 20 April, extend trial? | trialStart=2026-03-01 trialEnd=2026-04-20
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})
