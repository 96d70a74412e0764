import { test } from 'vitest'
import { chat } from '../support/chat.ts'

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

test.each([
  'it auto-renewed until 30 June 2027',
  'finance renewed it until 30 June 2027',
  'I renewed it this morning until 30 June 2027',
  'the OT site licence was renewed to 30 June 2027',
])('a renewal that is told plainly starts a new term: %s', async words => {
  await chat()`
    > track my licence until 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > ${words}
      Moved. The next reminder comes on 5 July 2026
      ... Licence started: 1 July 2026
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

test('a renewal told after a reminder of one of two is that one', async () => {
  await chat()`
    > track the Basel licence until 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > track the Lyon licence until 31 July
      Tracked. Your next reminder comes on 1 June 2026
    > (the next reminder comes)
      The licence ends in 60 days: 30 June 2026
    > we renewed it until 30 June 2027
      Moved. The next reminder comes on 5 July 2026
      ... For Basel
      ... Licence started: 1 July 2026
  `
})

test('the day after a name is none of its letters', async () => {
  await chat()`
    > track the Basel licence until 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > and Lyon 31 July
      Tracked. Your next reminder comes on 1 June 2026
      ... For Lyon
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

test('"Lyon too" is of the kind that was tracked just before', async () => {
  await chat()`
    > track the Basel trial until 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me of Lyon too, 20 April
      Tracked. Your next reminder comes on 29 March 2026
      ... For Lyon
  `
})

test('"and 25 March" after a day to be reminded on is another of these', async () => {
  await chat()`
    > track my trial until 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me on 20 March
      Changed. The next reminder comes on 20 March 2026
    > and 25 March
      Changed. The next reminder comes on 20 March 2026
      ... Also: 26 days, 21 days before the end
  `
})

test('a reminder of a site of the list in view changes no list', async () => {
  await chat()`
    > Basel 400, Lyon 900
      1 L, 1 M
    > remind me of the Basel licence, 30 June
      Tracked. Your next reminder comes on 1 May 2026
      ... For Basel
    > undo
      Stopped: no more reminders for this one
  `
})

test.each(['remove it from the list', "don't track it any more", 'unsubscribe'])(
  'the only one that is tracked is meant: %s',
  async words => {
    await chat()`
    > track my trial until 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > ${words}
      Stopped: no more reminders for this one
  `
  },
)

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

test('a name ends before its "\'s"', async () => {
  await chat()`
    > remind me, Basel's licence ends 30 June
      Tracked. Your next reminder comes on 1 May 2026
      ... For Basel
    > when does Basel end?
      Covered until 30 June 2026. Then 30 days to renew
  `
})
