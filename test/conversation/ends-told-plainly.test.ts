import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// A day that is plainly said to be the end of what is tracked is that end, whoever says so.

test.each([
  "it's the 16th of May, not the 15th",
  'the 16th of May, not the 15th',
  'I just checked, it ends 16 May',
  'according to the admin center it ends 16 May',
  'the portal says it ends 16 May',
  'our admin extended the trial until 16 May',
  'the trial is now valid until 16 May',
  'I extended it today, new end 16 May',
  'done, extended until 16 May',
  'our trial period was extended until 16 May',
  "there's a new end date: 16 May",
  'hang on, it ends 16 May',
  'I think it ends 16 May',
  'our Defender for IoT trial ends 16 May',
  'use 16 May instead',
])('a plain word of another end moves it: %s', async words => {
  await chat()`
    > track my trial until 15 May
      Tracked. Your next reminder comes on 23 April 2026
    > ${words}
      Moved. The next reminder comes on 24 April 2026
      ... Trial ends: 16 May 2026
  `
})

test('a date that was got wrong buys nothing', async () => {
  await chat()`
    > track my trial until 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > I got the date wrong, it is 16 April
      Moved. The next reminder comes on 25 March 2026
  `
})

test('a day that is put right while it is asked what ends then is the one that is tracked', async () => {
  await chat()`
    > track Lyon until 30 June
      What ends on 30 June 2026: a trial or a paid licence?
    > no, 30 July
      What ends on 30 July 2026: a trial or a paid licence?
    > licence
      Tracked. Your next reminder comes on 31 May 2026
      ... For Lyon
  `
})
