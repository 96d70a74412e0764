import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a corrected day stays in the month that it corrects', async () => {
  await chat()`
    > our trial ends on 15 April, can we extend it?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > sorry, I meant the 20th
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a corrected role answers again', async () => {
  await chat()`
    > can we extend our trial? it ends 15 April, MOSA account, I am a Security Admin
      Yes, until 31 March 2026, by a Global or Billing admin
    > no, global admin
      Yes, until 31 March 2026
  `
})

test('a corrected number of devices is sized again', async () => {
  await chat()`
    > which licence for 900 devices at one site?
      1 L
    > sorry, 1,900
      1 XL
  `
})

test('a day that is taken back in its own message does not count, and an extension puts the end off', async () => {
  await chat()`
    > our trial ends on 3 April, no sorry, 20 May, can I extend it?
      Yes, until 5 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > it ends not on 3 April but on 20 May. Can our trial be extended?
      Yes, until 5 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial ended on 3 March but was extended to 20 April, can we extend again?
      It depends. Try by 5 April 2026: it was extended once already
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > our trial ends on 3 April and we want it extended to 20 May
      Yes, until 19 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 3 April 2026 (24 days left)
  `
})

test.each([
  ['trial until 20 mar extend? no sorry 30 mar', 'Trial ends: 30 March 2026', 'Yes, until 15 March 2026, if'],
  ['trial ends 20 mar, can i extend? sorry, 30 mar', 'Trial ends: 30 March 2026', 'Yes, until 15 March 2026, if'],
])('a day is put right behind the question that was asked with it: "%s"', async (message, day, headline) => {
  await chat()`
    > ${message}
      ${`${headline} you're a Global or Billing admin and your billing account is MCA or MOSA`}
      ... ${day}
  `
})

test.each(['bought 1 march refund? no sorry 5 march', 'bought 1 march refund? i mean 5 march'])(
  'so is the day of a purchase: "%s"',
  async message => {
    await chat()`
      > ${message}
        Yes, until 12 March 2026
        ... Licence started: 5 March 2026
    `
  },
)
