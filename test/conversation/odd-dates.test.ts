import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.for(['the 30th', 'I meant the 30th', '30th', 'sorry, 30'])('a day that its month has not is corrected within it: "%s"', async said => {
  await chat()`
    > trial ends 31 April, extend?
      There is no day "31 April" in the calendar
    > ${said}
      Yes, until 15 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 30 April 2026 (51 days left)
  `
})

test.for(['May', 'the May one', 'day first', 'dd/mm', 'the later one'])('a date that reads both ways is told by "%s"', async said => {
  await chat()`
    > trial ends 04/05/2026, extend?
      Which day is "04/05/2026"?
    > ${said}
      Yes, until 19 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('of a date that is not its weekday either may be meant', async () => {
  await chat()`
    > trial ends Monday 29 March, extend?
      Which day is "Monday 29 March"?
      ... [29 March 2026]
      ... [30 March 2026]
    > Monday
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('no day before 2015 is offered', async () => {
  await chat()`
    > trial ends 10/11/12, extend?
      10 November 2012 can't be right. I accept days from 1 January 2015 to 10 March 2036
  `
})
