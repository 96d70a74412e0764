import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const tracked = `
  > remind me: licence ends 15 March
    Tracked. Your next reminder comes on 14 March 2026`
const trial = `
  > remind me: trial ends 15 April
    Tracked. Your next reminder comes on 24 March 2026`

test('a renewed licence ends after its former end', async () => {
  await chat()`${tracked}
    > it was renewed until 14 March
      Moved. The next reminder comes on 20 March 2026
      ... 14 March 2027
  `
})

test.for(['14 March', '15 March'])('the new end that is typed lies after the former one: %s', async said => {
  await chat()`${tracked}
    > (the next reminder comes)
      The licence ends tomorrow: 15 March 2026
    > [Done]
      How did the licence go on?
    > ${said}
      Moved. The next reminder comes on 20 March 2026
      ... ${said} 2027
  `
})

test('a renewed licence that is not tracked ends after its former end as well', async () => {
  await chat()`
    > our licence ends 15 March, what then?
      Covered until 15 March 2026. Then 30 days to renew
    > we renewed it until 14 March
      Covered until 14 March 2027. Then 30 days to renew
  `
})

test('a new end of a trial that is none is refused as in the card, and asked for again', async () => {
  await chat()`${trial}
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > [Done]
      How did the trial go on?
    > 10 April
      How did the trial go on?
      ... The new end must be later than 15 April 2026.
    > 10 May
      Moved. The next reminder comes on 18 April 2026
  `
})

test('an extension to a day before the former end moves nothing', async () => {
  await chat()`${trial}
    > it was extended until 10 April
      How did the trial go on?
      ... The new end must be later than 15 April 2026.
  `
})

test.for(['actually it ends on 30 April', 'it ends on 30 April now', 'the end is 30 April', "no, it's 30 April", "sorry, it's the 30th"])(
  'what is put right after a reminder is what that was of: %s',
  async said => {
    await chat()`${trial}
      > remind me: Lyon trial ends 20 April
        Tracked. Your next reminder comes on 29 March 2026
      > (the next reminder comes)
        7 days left to ask for an extension: 31 March 2026
      > ${said}
        Moved. The next reminder comes on 8 April 2026
        ... 30 April 2026
    `
  },
)

test('of several reminders that came it is asked which one is put right', async () => {
  await chat()`${trial}
    > remind me: Lyon trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
      7 days left to ask for an extension: 31 March 2026
    > actually it ends on 30 April
      Which one do you mean?
  `
})

test.each(['extension granted, now 15 may', 'got the extension, 15 may', 'extended, 15 may now', 'extended! now 15 may'])(
  'an extension that came through moves the end that is tracked, in however few words: %s',
  async words => {
    await chat()`
      > track my trial until 15 april
        Tracked. Your next reminder comes on 24 March 2026
      > ${words}
        Moved. The next reminder comes on 23 April 2026
        ... Trial ends: 15 May 2026 (66 days left)
    `
  },
)
