import { test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'

test('whoever has just bought the wrong size is told that it can be given back, and that it can not be changed', async () => {
  await chat()`
    > I bought an M licence yesterday but need an L
      Yes, until 16 March 2026
      The size can't change before renewal. Protection goes on
    > so can I cancel?
      Yes, until 16 March 2026
    > 4,200 EUR
      Yes, until 16 March 2026. Estimate: 4,188.49 back today
      ... Price paid: 4,200
  `
})

test.for(
  table('says', 'until')`
    ordered an S licence on 3 March but we need M, what can we do? | 10 March 2026
    we bought an L on 6 March, can we change the size?             | 13 March 2026
    bought the wrong size yesterday                                | 16 March 2026
    wrong size bought today                                        | 17 March 2026
  `,
)('so is whoever says "$says": until $until', async ({ says, until }) => {
  await chat()`
    > ${says}
      Yes, until ${until}
      The size can't change before renewal. Protection goes on
  `
})

test('after the days for that, or without the day, the size alone is spoken of', async () => {
  await chat()`
    > ordered an S licence on 2 March but we need M, what can we do?
      The size can't change before renewal. Protection goes on
  `
  await chat()`
    > bought an M licence, need an L
      The size can't change before renewal. Protection goes on
  `
})
