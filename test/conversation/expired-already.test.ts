import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('the day asked for lies behind where the licence was told of as expired', async () => {
  await chat()`
    > our licence has expired, what now?
      After the end you have 30 days to renew. Then the service stops
    > on 20 february
      Renew by 22 March 2026: you are in the grace period
      ... Licence ended: 20 February 2026
  `
})

test('it does so however long ago that is', async () => {
  await chat()`
    > our licence has expired, what now?
      After the end you have 30 days to renew. Then the service stops
    > 12 november
      The data may be gone since 10 February 2026. Act today
      ... Licence ended: 12 November 2025
  `
})

test('a day of the month alone is the last one, not the next', async () => {
  await chat()`
    > our licence ended
      After the end you have 30 days to renew. Then the service stops
    > the 20th
      Renew by 22 March 2026: you are in the grace period
      ... Licence ended: 20 February 2026
  `
})

test('what is asked in general says nothing of the day', async () => {
  await chat()`
    > what happens when our licence has expired?
      After the end you have 30 days to renew. Then the service stops
    > 20 may
      Covered until 20 May 2026. Then 30 days to renew
  `
})

test('a trial that is over was over then, too', async () => {
  await chat()`
    > our trial has expired, can we extend it
      You can ask until 15 days before the trial ends
    > 20 december
      No, the trial ended on 20 December 2025. Sales can still be asked
  `
})

test('the end that one is to be reminded of is still to come', async () => {
  await chat()`
    > remind me when our licence ends
      I remind you before each date that closes a door
    > 20 february
      Tracked. Your next reminder comes on 22 December 2026
      ... Licence ends: 20 February 2027
  `
})
