import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// What is said in passing, while reminders are spoken of, moves and tracks nothing.

test.for([
  ['great, Julia will do it on Friday', "I didn't understand that"],
  ['Munich is closed on 6 April', "I didn't understand that"],
  ['Munich will buy on 20 March', 'Not used: 20 March. Say what it is: another end, a day to be reminded on, or another trial or licence'],
  ['in Munich we start production on 20 March', 'What is 20 March 2025?'],
  ['Munich got the invoice on 2 March', 'What is 2 March 2026?'],
  ['is it 14 April?', 'What is 14 April 2026?'],
  ["does Munich's trial end before Lyon's on 3 May?", 'What is 3 May 2026?'],
])('"%s" leaves what is tracked as it is', async ([said, answer]) => {
  await chat()`
    > remind me of the Munich trial, ends 12 April
      Tracked. Your next reminder comes on 21 March 2026
    > ${said}
      ${answer}
    > what do you track?
      The next reminder comes on 21 March 2026
      ... Trial ends: 12 April 2026
  `
})

test.for(['Lyon is a trial too, ends 3 May', 'Lyon is in trial until 3 May', 'Lyon is due on 3 May', 'Lyon will end 3 May'])(
  '"%s" is of that site',
  async said => {
    await chat()`
      > remind me of the Munich trial, ends 12 April
        Tracked. Your next reminder comes on 21 March 2026
      > ${said}
        Tracked. Your next reminder comes on 11 April 2026
        ... For Lyon
    `
  },
)

test('who will do it on some day tells no end', async () => {
  await chat()`
    > our trial ends 15 April, can we extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > great, Julia will do it on Friday
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 15 April 2026
  `
})

test.each([
  'the finance period ends 31 July',
  'the site runs until 31 July',
  'our support contract ends 31 July',
  'the admin center says 31 July',
  'maybe it ends 31 July',
])('what may be the day of something else is asked: %s', async words => {
  await chat()`
      > track my licence until 30 June
        Tracked. Your next reminder comes on 1 May 2026
      > ${words}
        What is 31 July 2026?
    `
})

test('"I asked Paul in Munich" names no site of a day that follows', async () => {
  await chat()`
    > remind me of the Munich trial, ends 12 April
      Tracked. Your next reminder comes on 21 March 2026
    > remind me of the Lyon licence, ends 30 September
      Tracked. Your next reminder comes on 1 August 2026
    > I asked Paul in Munich, he says it ends 18 September
      What is 18 September 2026?
      ... Lyon: Licence until 30 September 2026
      [It ends then] [Remind me then too] [It's another one]
  `
})
