import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('"which can still be extended?" is answered for each site that is spoken of', async () => {
  await chat()`
    > trial in Lyon ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
    > and Porto, 20 March?
      No, that closed on 5 March 2026. Ask sales instead
      ... For Porto
    > which of them can be extended
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
      No, that closed on 5 March 2026. Ask sales instead
      ... For Porto
  `
  await chat()`
    > refund for Lyon, bought 5 March?
      Yes, until 12 March 2026
    > and Porto, bought 1 March?
      No, that closed on 8 March 2026
    > which one is still possible?
      Yes, until 12 March 2026
      ... For Lyon
      No, that closed on 8 March 2026
      ... For Porto
  `
})

test('"remind me of both" tracks both, each under its name', async () => {
  await chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and the Porto trial, it ends 20 March?
      No, that closed on 5 March 2026. Ask sales instead
    > please remind us of both
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
      Tracked. Your next reminder comes on 13 March 2026
      ... For Porto
    > list
      2 are tracked here
  `
  await chat()`
    > trial for Lyon ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and Oslo 1 May
      Yes, until 16 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > remind me of both 10 days before
      Tracked. Your next reminder comes on 24 March 2026
      ... Also: 10 days before the end
      Tracked. Your next reminder comes on 9 April 2026
      ... Also: 10 days before the end
  `
})

test('"also on the last day" adds that to the one that was tracked last', async () => {
  await chat()`
    > remind me 3 days before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > also on the last day
      Changed. The next reminder comes on 24 March 2026
      ... Also: 3 days before the end, and on the day itself
  `
})

test('of one alone, or of something else, nothing of that is meant', async () => {
  await chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > which trials can be extended?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and Porto, 20 March?
      No, that closed on 5 March 2026. Ask sales instead
    > which is cheaper, M or L?
      Prices are on the plans and pricing page
  `
})
