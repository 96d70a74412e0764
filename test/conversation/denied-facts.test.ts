import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('another licence that is not active after all is none', async () => {
  await chat()`
    > our licence expired 1 march
      Renew by 31 March 2026: you are in the grace period
    > we have another active one
      This site's licence ended on 1 March 2026. Renew it
    > no, not active, sorry
      Renew by 31 March 2026: you are in the grace period
      ... Another active site licence: No
  `
})

test('"no CSP" may be the account or none of it, and is asked; "no, CSP" is the account', async () => {
  await chat()`
    > our licence expired 1 march, we have EA
      Renew by 31 March 2026: you are in the grace period
    > no CSP
      Which billing account is it then? Choose it here, or write its name alone
    > CSP
      Renew by 31 March 2026: you are in the grace period
      ... Billing account: Partner (CSP)
    > no, EA
      Renew by 31 March 2026: you are in the grace period
      ... Billing account: Enterprise Agreement
  `
})

test('what is no trial was paid for', async () => {
  await chat()`
    > refund? bought 5 march
      Yes, until 12 March 2026
    > not a trial
      Yes, until 12 March 2026
      ... Licence: Paid
  `
})

test('the account that was named and is not theirs is taken back without asking which', async () => {
  await chat()`
    > our licence expired 1 march, we have EA
      Renew by 31 March 2026: you are in the grace period
    > not EA
      Renew by 31 March 2026: you are in the grace period
  `
})
