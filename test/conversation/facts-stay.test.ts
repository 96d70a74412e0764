import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('everything in one message is used', async () => {
  await chat()`
    > our trial ends on 15 April, I'm a billing admin on MCA, can we extend it?
      Yes, until 31 March 2026
      [Open the admin center ↗] [Why]
  `
})

test('one question at most comes before an answer', async () => {
  await chat()`
    > can I still extend my trial?
      You can ask until 15 days before the trial ends
      ... When does the trial end?
    > it ends on 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('what was said of the person serves the next topic', async () => {
  await chat()`
    > our trial ends on 15 April and we buy through a CSP, can we extend the trial?
      No, not in the admin center with a partner (CSP). Ask sales
    > can I get a refund for the licence that we bought on 5 March?
      Yes, until 12 March 2026
      ... Bought through a partner
  `
})

test('facts fade after half an hour of silence', async () => {
  await chat()`
    > our trial ends on 15 April, can we extend it?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > (31 minutes later)
    > can I extend the trial?
      You can ask until 15 days before the trial ends
  `
})

test('start over forgets', async () => {
  await chat()`
    > our trial ends on 15 April, can we extend it?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > can I extend the trial?
      You can ask until 15 days before the trial ends
  `
})
