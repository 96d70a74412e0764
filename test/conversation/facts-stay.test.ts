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

test('a length of the trial, a role and a cloud that are said in passing count', async () => {
  await chat()`
    > 60-day trial started on 1 March 2026, MOSA, I'm billing admin. Extension?
      Yes, until 14 April 2026
      ... Trial length: 60 days
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > customer trial ends April 15, they're on MCA, I'm just their partner - can I extend for them?
      Yes, until 31 March 2026, by a Global or Billing admin
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > we are a city council on commercial azure, trial ends 15 April, can we extend it
      No, not in the admin center. In GCC, sales activates it for you
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > we're on GCC High, how do we extend the trial?
      No, not in the admin center. In GCC High it is part of your plan
  `
})
