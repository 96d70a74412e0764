import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a button on an old card answers for its own facts', async () => {
  await chat()`
    > our licence ended on 20 February 2026, what now?
      Renew by 22 March 2026: you are in the grace period
      [Update] [Remind me]
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > (600 minutes later)
    > [Update] otherActiveLicense=true
      This site's licence ended on 20 February 2026. Renew it
  `
})

test('growth is one press', async () => {
  await chat()`
    > 3 plants: 400, 900 and 6k devices
      2 XL, 1 L, 1 M
      [With 20 % growth]
    > [With 20 % growth]
      3 XL, 1 M
  `
})

test('on a phone there is no price and no way to buy', async () => {
  await chat({ mobile: true })`
    > our trial ended on 2 March, can it be extended?
      No, the trial ended on 2 March 2026. Sales can still be asked
      ... Open this on a computer to buy.
  `
})

test('what is no date in a field for one is asked again, and nothing is kept of it', async () => {
  await chat()`
    > can I still extend my trial?
      You can ask until 15 days before the trial ends
    > [Update] trialEnd=soon
      That is not a day in the calendar
      [Update]
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Talked about: Extend my trial
    > [Update] trialEnd=2026-04-15 role=global-admin billingAccount=MCA
      Yes, until 31 March 2026
  `
})
