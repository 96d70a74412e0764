import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { datesIn } from './reading.ts'

describe('days counted since a purchase or an end', () => {
  test.for(
    table('says', 'means')`
      today is day 7 since purchase, does it still count?                     | licenseStart=2026-03-03
      it's day 5 since we bought, refund?                                     | licenseStart=2026-03-05
      we are on day 6 after activation, can we cancel?                        | licenseStart=2026-03-04
      day seven after the order, refund still possible?                       | licenseStart=2026-03-03
      five days in and we hate it, money back guarantee?                      | licenseStart=2026-03-05
      three days in, we'd like our money back                                 | licenseStart=2026-03-07
      we didnt renew in time, 45 days now, r we screwed                       | licenseEnd=2026-01-24
      paid licence lapsed, 20 days now, are we cut off                        | licenseEnd=2026-02-18
      we are now 60 days without a valid licence                              | licenseEnd=2026-01-09
      day 12 after expiry, does the sensor still work?                        | licenseEnd=2026-02-26
      what happens on day 31 after expiry?                                    |
      do we go dark on day 31 after the licence ended?                        |
      is 14 days before the end too late for the extension?                   |
      I want a notification before the refund days are over. Started 9 March. | licenseStart=2026-03-09
      refund reminder please, started yesterday                               | licenseStart=2026-03-09
    `,
  )('%s', ({ says, means }) => {
    expect(datesIn(readMessage(says, { today, locale: 'en-GB' }))).toBe(means)
  })
})

test.for(['we wish to procure through our distributor, is this possible', 'want to purchase through a partner, price?'])(
  'whoever wishes to buy through a partner has not: %s',
  says => {
    expect(readMessage(says, { today, locale: 'en-GB' }).facts.billingAccount).toBeUndefined()
  },
)
