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
