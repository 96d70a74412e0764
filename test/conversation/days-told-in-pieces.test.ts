import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// Days that are told over several messages, or of which only a part is said.

test('a licence that started makes no trial of the question that was asked of it', async () => {
  await chat()`
    > can we get our money back?
      A licence can be given back within 7 days of its start
    > the licence started yesterday
      Yes, until 16 March 2026
  `
  await chat()`
    > our licence is about to end. what then?
      After the end you have 30 days to renew. Then the service stops
    > the licence started yesterday
      Covered until 8 March 2027. Then 30 days to renew
  `
  await chat()`
    > refund?
      A licence can be given back within 7 days of its start
    > Bob started it yesterday
      Yes, until 16 March 2026
  `
})

test('a licence that started is no trial where nothing was asked either', async () => {
  await chat()`
    > the licence started yesterday
      Did you mean ...?
      [Get a refund] [After a licence ends]
  `
})

test('a licence of somebody who asks for a longer trial is that trial', async () => {
  await chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > the licence started yesterday
      Yes, until 23 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial started: 9 March 2026
  `
})
