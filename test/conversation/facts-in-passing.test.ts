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

test('a renewal that is told of starts the days again, and one that is denied does not', async () => {
  await chat()`
    > licence bought 4 March 2025 and it has renewed, refund?
      Yes, until 11 March 2026
      ... Licence started: 4 March 2026
  `
  await chat()`
    > licence bought 4 March 2025, not renewed, refund?
      No, that closed on 11 March 2025
  `
  await chat()`
    > licence bought 4 March 2025, renewed on 6 March 2026, refund?
      Yes, until 13 March 2026
  `
})

test('whether it renewed is only asked about, and answered later', async () => {
  await chat()`
    > licence bought 4 March 2025, what if it renewed, refund?
      It depends. If it renewed on 4 March 2026: yes, until 11 March 2026
  `
  await chat()`
    > licence bought 4 March 2025, refund?
      It depends. If it renewed on 4 March 2026: yes, until 11 March 2026
    > no, it didn't renew
      No, that closed on 11 March 2025
  `
})

test('the answer is for the day that the question names', async () => {
  await chat()`
    > can I still get refund next Monday? bought 6 March
      No, that closed on 13 March 2026
      ... As it will be on 16 March 2026
    > and on Friday?
      Yes, until 13 March 2026
      ... As it will be on 13 March 2026
  `
  await chat()`
    > trial ends 15 April, MOSA, global admin. can I extend it on 1 April?
      No, that closed on 31 March 2026. Ask sales instead
      ... As it will be on 1 April 2026
  `
  await chat()`
    > how much back if I cancel on 12 March, bought 6 March, paid 5000
      Yes, until 13 March 2026. Estimate: 4,917.81 back on that day
  `
  await chat()`
    > trial ends 15 April, MOSA, global admin. On 3 April can I still extend?
      No, that closed on 31 March 2026. Ask sales instead
  `
  await chat()`
    > our licence ends 31 March, can we renew on 10 April?
      Renew by 30 April 2026: you are in the grace period
      ... As it will be on 10 April 2026
  `
})

test('the day of the question is forgotten with it', async () => {
  await chat()`
    > refund on 16 March? bought 6 March
      No, that closed on 13 March 2026
      ... As it will be on 16 March 2026
    > and today?
      Yes, until 13 March 2026
  `
  await chat()`
    > refund on 16 March?
      A licence can be given back within 7 days of its start
  `
})

test('a day until which something shall last, or of something else, is no day of the question', async () => {
  await chat()`
    > can we extend the trial until 1 May? it ends 15 April, MCA, global admin
      Yes, until 31 March 2026
    > trial ends 15 April, I return on 3 April from holiday, extend?
      Yes, until 31 March 2026
  `
  await chat()`
    > bought 3 March and cancelled on 5 March, refund?
      Yes, until 10 March 2026
  `
})

test('what comes back, or still works, on another day is answered for that day', async () => {
  await chat()`
    > bought 6 March paid 5000, how much would I get back on Friday?
      Yes, until 13 March 2026. Estimate: 4,904.11 back on that day
  `
  await chat()`
    > bought 6 March paid 5000, refund if cancelled tomorrow?
      Yes, until 13 March 2026. Estimate: 4,931.51 back on that day
  `
  await chat()`
    > our licence ends 31 March. will it still work on 15 April?
      Renew by 30 April 2026: you are in the grace period
      ... As it will be on 15 April 2026
  `
})

test('a day just gone by is not taken for one of next year', async () => {
  await chat()`
    > bought 6 March, can I cancel on 5 March?
      Yes, until 13 March 2026
  `
})

test('of several sites with a day each, every one gets its answer', async () => {
  await chat()`
    > can we extend both trials? Lyon ends 15 April and Paris 20 March
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
      No, that closed on 5 March 2026. Ask sales instead
      ... For Paris
  `
  await chat()`
    > Contoso trial ends 15 April, Fabrikam trial ends 25 March. Which can I extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      Yes, until 10 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})
