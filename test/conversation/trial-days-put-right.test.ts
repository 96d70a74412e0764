import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

// A day that puts one of the trial right takes the place of that one, and of no other.

describe('what is left of a trial', () => {
  test.for(['the admin center says 14 days left', 'it says 14 days left', 'the portal shows 14 days remaining'])(
    'puts its end right: "%s"',
    said => chat()`
      > trial ends 15 April, can I extend?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${said}
        No, that closed on 9 March 2026. Ask sales instead
        ... Trial ends: 24 March 2026 (14 days left)
    `,
  )
})

describe('a start that is put right', () => {
  test.for([
    ['no, 5 March', '19 March', '5 March'],
    ['sorry, the 5th', '19 March', '5 March'],
    ['make that 5 March', '19 March', '5 March'],
    ['wrong, 25 February', '11 March', '25 February'],
  ])(
    'is no end: "%s"',
    ([said, until, start]) => chat()`
    > trial started 1 March, can we extend?
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > ${said}
      Yes, until ${until} 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial started: ${start} 2026
  `,
  )

  test.for(['no, 15 April', 'sorry, it ends 15 April', '15 April'])(
    'and the end is no start: "%s"',
    said => chat()`
    > trial started 1 March, can we extend?
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > ${said}
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 15 April 2026 (36 days left)
  `,
  )
})

test.for(['not the 20th, the 30th', 'not 20 March, 30 March', 'not the 20th but the 30th', "it's not the 20th. It's the 30th"])(
  'the day that takes the place of another one: "%s"',
  said => chat()`
    > trial ends 20 March, can we extend?
      No, that closed on 5 March 2026. Ask sales instead
    > ${said}
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 30 March 2026 (20 days left)
  `,
)

test.for(['not 15 April', 'not the 15th'])(
  'a day that is denied is asked for: "%s"',
  said => chat()`
  > trial ends 15 April, extend?
    Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  > ${said}
    I couldn't find a date in that. Write it like 15 April 2026, or pick it here
`,
)
