import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('of several trials or licences without names none is answered with the days of another, and none is dropped', async () => {
  await chat()`
    > one trial started 1 March, the other ends 20 March, extend?
      Those are several with a day each, and I can't tell all of them apart. Ask me about one at a time
    > remind me of both trials, 15 April and 20 April
      Those are several with a day each, and I can't tell all of them apart. Ask me about one at a time
    > one trial ends 15 April, the other 20 March, can we extend?
      Which day is "15 April or 20 March"?
      [15 April 2026] [20 March 2026]
    > [15 April 2026]
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test.each([
  'our lyon trial ends 20 april, the oslo one ends 1 may',
  'trial a ends 20 april and trial b 1 may',
  "customer a's trial expires 20 april, customer b's expires 1 may",
  'lyon poc ends 20 april, oslo poc ends 1 may, still time to extend?',
  'lyon trial 20 april\\noslo trial 1 may, can we extend?',
  'contoso trial 20 april, fabrikam trial 1 may: extend?',
])('of two trials in small letters none is dropped: %s', async words => {
  await chat()`
    > ${words}
      Which day is "20 april or 1 may"?
    > [20 April 2026]
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('two days of one trial, and days of something else, stay what they are', async () => {
  await chat()`
    > our trial started 1 March and ends 20 March, can we extend?
      No, that closed on 5 March 2026. Ask sales instead
  `
  await chat()`
    > the trial ends 15 April, sorry, 20 March, can we extend?
      No, that closed on 5 March 2026. Ask sales instead
  `
  await chat()`
    > trials end 15 April, and on 20 March we have a meeting, can we extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
  await chat()`
    > remind me of our trial on 15 April and 20 April, it ends 25 April
      Tracked. Your next reminder comes on 3 April 2026
  `
})
