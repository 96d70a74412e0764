import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.each(['sites paris 400 lyon 900', 'sites: Paris 400, Lyon 900', 'we have Paris 400 and Lyon 900'])(
  '"trial ends 15 april, %s": the sites are kept for when they are asked for',
  async sites => {
    await chat()`
      > trial ends 15 april, ${sites}
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > what do we need to buy?
        1 L, 1 M
      > add Bonn 95
        1 L, 1 M, 1 XS
    `
  },
)

test.each(['started 16 march 2026', 'we paid 900, order 4500'])('"%s" beside it is no list of sites', async said => {
  await chat()`
    > trial ends 15 april, ${said}
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what do we need to buy?
      Buy it in the Microsoft 365 admin center
  `
})
