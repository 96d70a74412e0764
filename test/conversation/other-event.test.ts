import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('an end that is called a start is no end any more', async () => {
  await chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > sorry, that's when it started
      I couldn't find a date in that. Write it like 15 April 2026, or pick it here
      ... When does the trial end?
    > remind me
      I remind you before each date that closes a door
      ... When does the trial end?
  `
})

test('and is the start where it lies behind', async () => {
  await chat()`
    > licence ends 1 March, what now?
      Renew by 31 March 2026: you are in the grace period
    > oops, that's when we bought it
      Covered until 28 February 2027. Then 30 days to renew
      ... Licence started: 1 March 2026
  `
})

test.for(['no, 2025', 'sorry, 2025', 'in 2025'])('a year alone is that of the day spoken of: "%s"', async said => {
  await chat()`
    > bought the licence 5 March, refund?
      Yes, until 12 March 2026
    > ${said}
      It depends. If it renewed on 5 March 2026: yes, until 12 March 2026
      ... Licence started: 5 March 2025
  `
})
