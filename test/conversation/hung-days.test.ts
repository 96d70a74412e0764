import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a length that touches a day and can be counted two ways is asked back', async () => {
  await chat()`
    > can I extend my trial?
      You can ask until 15 days before the trial ends
      ... When does the trial end?
    > two weeks before 1 May
      Which day is "two weeks before 1 May"?
      ... [17 April 2026]
      ... [1 May 2026]
    > the first
      Yes, until 2 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('and so is one without a number, by an input', async () => {
  await chat()`
    > trial ends a few days after 1 May, extend?
      I need the day: which one is "a few days after 1 May"?
      ... When does the trial end?
    > 5 May
      Yes, until 20 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a fortnight alone is an answer', async () => {
  await chat()`
    > can I extend my trial?
      You can ask until 15 days before the trial ends
    > Friday fortnight
      Yes, until 12 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 27 March 2026 (17 days left)
  `
})
