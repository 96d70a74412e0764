import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('two questions in one message get two answers, in their order', async () => {
  await chat()`
    > can I still extend my trial (ends 15 April) and how much is an L?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      Prices are on the plans and pricing page
    > what counts as a device? and which size for 700?
      Every IT, OT or IoT device with a network interface counts
      1 L
  `
})

test('what is to be bought for sites named in the message is their sizes', async () => {
  await chat()`
    > we have 4 sites: 80, 240, 480, 990. trial until 9 April. can we extend and what would we need to buy?
      Yes, until 25 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      1 L, 1 M, 1 S, 1 XS
  `
})

test('two questions about different terms are two', async () => {
  await chat()`
    > is it part of E5? And for how many years can one buy?
      No, the OT site licence is not part of Microsoft 365 E5 or E5 Security
      A licence runs for one year
  `
})

test('what follows an end is that of the trial or licence which the other question names', async () => {
  await chat()`
    > trial ends 15 April, extend? and what happens to data afterwards?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      Your trial covers you until 15 April 2026
  `
})
