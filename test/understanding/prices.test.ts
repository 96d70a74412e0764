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
      bought 5 march, cost center 4711, PO 99812, refund?           | undefined
      bought 5 march, cost centre: 4711, paid 900. refund?          | 900
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
      bought 5 march, 2 x 3000 eur, refund how much                 | 6000
      bought 5 march, 3*2000 usd. refund?                           | 6000
      bought 5 march, 2,000 EUR x 3. refund?                        | 6000
      bought 5 march, 4 licences at 1,500. refund how much          | 6000
      bought 5 march 3 licences at 4000 each, refund?               | 12000
      bought 5 march, paid 3000 eur each, refund?                   | undefined
      bought two licences on 5 march, 3000 and 4000 eur. refund?    | undefined
      bought 5 march, paid 3000 eur and 4000 eur. refund?           | undefined
      bought 5 march: 3000 eur for M, 4000 eur for L. refund?       | undefined
      Invoice total 3000 EUR, net 2521 EUR, VAT 479 EUR. bought 5 march refund? | 3000
      bought 5 march, 3000 eur, not 4000 eur. refund?               | 3000
      bought 5 march for 36000 for 3 years. refund how much?        | undefined
    `,
  )('"$says": $price', ({ says, price }) => expect(`${read(says, 'refund-window').facts.price}`).toBe(price))
})

describe('prices of several sizes are no devices', () => {
  const devices = (text: string) => read(text, 'size-license').facts.sites?.map(site => site.devices)
  test.each([
    '3000, 4500 and 12000 euros a year for M, L and XL: what do we pay for 400, 900, 6k?',
    'M 3000, L 4500, XL 12000 euros: what do we pay for 400, 900 and 6k devices?',
    'prices are 3000, 4500 and 12000 EUR for M, L, XL. 3 plants: 400, 900, 6k devices',
  ])('%s', text => expect(devices(text)).toEqual([400, 900, 6000]))

  test.each(['Lyon 400, Berlin 900, 3000 euros budget', 'Lyon 400 and Berlin 900, budget 12000 euros'])(
    'devices beside one price are devices: %s',
    text => expect(devices(text)).toEqual([400, 900]),
  )
})
