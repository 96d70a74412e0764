import { test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'

test.for(
  table('says', 'sizes')`
    one of them has 450            | 1 M, 5 S
    2 of them have 450             | 2 M, 4 S
    two have 450                   | 2 M, 4 S
    two plants are 450             | 2 M, 4 S
    make 2 of them 450             | 2 M, 4 S
    actually, 5 of the plants have 450 | 5 M, 1 S
    six of them have 450           | 6 M
    remove one plant               | 5 S
    drop 2 of them                 | 4 S
    two fewer plants               | 4 S
    one less                       | 5 S
    only 4 plants                  | 4 S
    3 plants with 450              | 3 M
  `,
)('of six plants that are alike, "$says" leaves $sizes', async ({ says, sizes }) => {
  await chat()`> 6 plants with 200\n6 S\n> ${says}\n${sizes}`
})

test('where they are not alike, fewer of them change nothing unasked', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > one plant less
      1 L, 1 M
  `
})

test('a day that was looked up is taken, and when it is at the latest is told again', async () => {
  await chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > I don't know
      You can ask until 15 days before the trial ends
    > found it: 12 April
      Yes, until 28 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > so when at the latest?
      Yes, until 28 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > got it, thanks
      Glad to help.
  `
})

test('sites that are told of with "we have" are two as well', async () => {
  await chat()`
    > we have a trial in Lyon until 15 April and one in Porto until 20 March, which can still be extended?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
      No, that closed on 5 March 2026. Ask sales instead
      ... For Porto
  `
})
