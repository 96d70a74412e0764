import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a day on which somebody wants to act is answered for, and changes no fact', async () => {
  await chat()`
    > can I extend, trial ends 30 April
      Yes, until 15 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > is it still possible on 14 April?
      Yes, until 15 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... As it will be on 14 April 2026
    > and on 16 April?
      No, that closed on 15 April 2026. Ask sales instead
      ... Trial ends: 30 April 2026
  `
})

test('a refund that waits too long is lost', async () => {
  await chat()`
    > bought an L licence on 4 March, can I give it back?
      Yes, until 11 March 2026
    > and if I only do it on Thursday?
      No, that closed on 11 March 2026
      ... As it will be on 12 March 2026
  `
})

test('a day in passing replaces no day that is known', async () => {
  await chat()`
    > trial until 2 June, global admin, MOSA, can we extend?
      Yes, until 18 May 2026
    > and if we are moved to EA?
      No, not in the admin center with an Enterprise Agreement. Ask sales
    > ok but today we're on MOSA, so?
      Yes, until 18 May 2026
  `
})

test.each([
  ['and 1 april?', '1 April 2026'],
  ['or the 1st?', '1 April 2026'],
  ['what about 2 april', '2 April 2026'],
  ['sorry, 1 april', '1 April 2026'],
])('a bare day after an answer as of another is asked about in the same way, and is no new end: %s', async (words, day) => {
  await chat()`
    > our trial ends 15 april
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > can I ask on 31 march?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... As it will be on 31 March 2026.
    > ${words}
      No, that closed on 31 March 2026. Ask sales instead
      ... As it will be on ${day}.
    > it ends 16 april
      Yes, until 1 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test.each(['can I still extend in april?', 'and next month?', 'is april too late?', 'can i ask in early april instead?'])(
  'a month in which the answer stays the same: "%s"',
  async question => {
    await chat()`
      > our trial ends 15 april
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${question}
        No, that closed on 31 March 2026. Ask sales instead
        ... As it will be on 1 April 2026
    `
  },
)

test.each(['can i still extend next week?', 'can we do it some time next week', 'and next week?'])(
  'a week in which the answer changes is answered for its beginning and for the day of the change: "%s"',
  async question => {
    await chat()`
      > our trial ends 5 april
        Yes, until 21 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${question}
        Yes, until 21 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... As it will be on 16 March 2026
        No, that closed on 21 March 2026. Ask sales instead
        ... As it will be on 22 March 2026
    `
  },
)

test.each([
  ['next month', '1 April'],
  ['next week', '16 March'],
  ['in two weeks', '24 March'],
  ['in 10 days', '20 March'],
  ['tomorrow', '11 March'],
  ['at the end of the month', '31 March'],
])('a purchase that was told and a question of what may be done later: "%s"', async (time, day) => {
  await chat()`
    > we bought on 3 march, mca-e
      Did you mean ...?
    > can we still cancel ${time}?
      No, that closed on 10 March 2026
      ... As it will be on ${day} 2026
      ... Billing account: MCA
  `
})

test.each(['trial ends 30 april can i still extend on 20 april', 'trial ends 30 april. is it too late on 20 april?'])(
  'a fact and the question behind it without a mark between them: "%s"',
  async message => {
    await chat()`
      > ${message}
        No, that closed on 15 April 2026. Ask sales instead
        ... As it will be on 20 April 2026
    `
  },
)

test.each(['our trial ends next month, can we extend it?', 'can we extend a trial in may?'])(
  'a month of the end itself is no time to act in: "%s"',
  async message => {
    await chat()`
      > ${message}
        You can ask until 15 days before the trial ends
    `
  },
)

test.each(['can i wait till end of month', 'can i extend at month end', 'still fine at eom?'])(
  'the end of a month is a day: "%s"',
  async question => {
    await chat()`
    > our trial ends 15 april
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > ${question}
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... As it will be on 31 March 2026
  `
  },
)
