import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

// A day that an answer named, and that is asked about, is no new fact.

describe('the day that was answered', () => {
  test.for(['so until 12 March?', '12 March?', 'and on 12 March?'])(
    'is asked about, and no start: "%s"',
    said => chat()`
    > bought 5 March, refund?
      Yes, until 12 March 2026
    > ${said}
      Yes, until 12 March 2026
      ... As it will be on 12 March 2026.
      ... Licence started: 5 March 2026
  `,
  )

  test.for(['and after 31 March?', 'what if I miss 31 March?', 'but what if we miss 31 March'])(
    'is passed: "%s"',
    said => chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > ${said}
      No, that closed on 31 March 2026. Ask sales instead
      ... As it will be on 1 April 2026.
      ... Trial ends: 15 April 2026
  `,
  )

  test.for(['why 31 March?', 'why only until 31 March?', 'are you sure about 31 March?', "are you sure it's 15 days?"])(
    'is doubted: "%s"',
    said => chat()`
      > trial ends 15 April, extend?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${said}
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... The window is open until 15 days before the end.
        ... Trial ends: 15 April 2026
    `,
  )
})

test('a weekday that is doubted puts no other start in the place of one that is known', async () => {
  await chat()`
    > bought 5 March, refund?
      Yes, until 12 March 2026
    > Friday?
      Is "Friday" that day itself, or only the day on which you ask?
  `
})
