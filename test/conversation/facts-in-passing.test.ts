import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('the length of a trial beside its start is no number of days left', async () => {
  await chat()`
    > Did my trial end already? it began at 5 February and has 30 days
      No, the trial ended on 6 March 2026. Sales can still be asked
  `
})

test('the days that somebody would like more are not the length of the trial', async () => {
  await chat()`
    > can we extend our trial for 30 days? started 1 March, MCA, billing admin
      Yes, until 15 March 2026
      ... The real end may be later
  `
})

test('facts that are listed without a question are no supposition', async () => {
  await chat()`
    > trial end 31.3., role globaladmin, MCA
      Yes, until 16 March 2026
    > and what if it ended on 15 April?
      Yes, until 31 March 2026
      ... Your role: Global admin
  `
})

test('the licence of another site keeps its own start', async () => {
  await chat()`
    > our trial ends 15 April and licence of other site started 5 March. Can I extend trial and get refund for licence?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      Yes, until 12 March 2026
  `
})

test('the day in brackets is the end of what is tracked', async () => {
  await chat()`
    > could the team get a notice when Karlstad's licence needs renewing (25 Nov)
      Tracked. Your next reminder comes on 26 September 2026
      ... 25 November 2026
  `
})

test('a partner is told to ask an admin of the customer', async () => {
  await chat()`
    > we are a reseller, customer trial ends 15 April MOSA, can I extend for them?
      Yes, until 31 March 2026, by a Global or Billing admin
  `
})
