import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read } from './reading.ts'

describe('what was paid, without a currency', () => {
  test.for(
    table('says', 'price')`
      bought 5 march for 3600, refund?                              | 3600
      bought it on 5 March for 3,600. How much do we get back?      | 3600
      we payed 3600 on 5 march, what is refunded                    | 3600
      purchased yesterday for 4k. how much is refunded?             | 4000
      we spent 3600 on it on 5 March, money back?                   | 3600
      bought 5 march for 2026, refund?                              | undefined
      bought an XL licence on 5 March for 1400 devices, refund?     | undefined
      bought the licence for 400 on 5 March, refund?                | undefined
      paid for 400 OT devices on 5 March, refund?                   | undefined
      bought 5 march, paid 120 000 EUR, refund?                     | 120000
      bought 5 march, paid EUR 120 000, refund?                     | 120000
      bought 5 march, paid 12 000 euros for 400 devices, refund?    | 12000
      bought 5 march for 300 a month, refund?                       | undefined
      bought 2 licences on 5 march for 3,000 each, refund?          | 6000
      3 M licences bought 5 March, 1,200 € per licence, refund?     | 3600
      bought 2 licences on 5 March, 3,000 EUR in total, refund?     | 3000
      bought it 5 March for 60 days, refund?                        | undefined
    `,
  )('"$says": $price', ({ says, price }) => expect(`${read(says, 'refund-window').facts.price}`).toBe(price))
})
