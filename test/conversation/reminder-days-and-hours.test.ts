import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.for([
  ['1 week, 3 days and 1 day', '7 days, 3 days, 1 day'],
  ['10 days and 3 days', '10 days, 3 days'],
  ['2 weeks and 5 days', '14 days, 5 days'],
  ['two weeks, five days', '14 days, 5 days'],
  ['10 and 5 days', '10 days, 5 days'],
  ['a month and a week', '30 days, 7 days'],
  ['5d & 2w', '14 days, 5 days'],
])(
  '"remind me %s before" keeps each of them',
  ([said, also]) =>
    chat()`
    > remind me ${said} before our licence ends on 30 June
      Tracked. Your next reminder comes on 1 May 2026
      ... Also: ${also} before the end
      ... Licence ends: 30 June 2026
  `,
)

test('another number of days takes the place of the last one, and moves no end', async () => {
  await chat()`
    > remind me 3 weeks before our licence ends on 30 June
      Tracked. Your next reminder comes on 1 May 2026
      ... Also: 21 days before the end
    > make that 2 weeks
      Changed. The next reminder comes on 1 May 2026
      ... Also: 14 days before the end
    > no, 10 days
      Changed. The next reminder comes on 1 May 2026
      ... Also: 10 days before the end
    > rather 12 days before
      Changed. The next reminder comes on 1 May 2026
      ... Also: 12 days before the end
    > also 5 days before
      Changed. The next reminder comes on 1 May 2026
      ... Also: 12 days, 5 days before the end
    > no, 4 days
      Changed. The next reminder comes on 1 May 2026
      ... Also: 12 days, 4 days before the end
      ... Licence ends: 30 June 2026
  `
})

test('a length of time right after a trial was tracked is one before its end', async () => {
  await chat()`
    > remind me before our trial ends on 30 June
      Tracked. Your next reminder comes on 8 June 2026
    > make it 4 weeks
      Changed. The next reminder comes on 2 June 2026
      ... Also: 28 days before the end
    > no, it ends in 4 weeks
      Moved. The next reminder comes on 16 March 2026
      ... Trial ends: 7 April 2026
  `
})

test.for([
  'can you do it at 7 am instead',
  'send them at 8 in the morning',
  'change the time to 10 am',
  'can they come at 8 instead of 9?',
  'please make it 7:30'.replace('it ', 'it at '),
  'could you send them at noon?',
  "I'd prefer them at 7am",
])(
  '"%s" is told the hour at which they come',
  said =>
    chat()`
    > remind me before our licence ends on 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > ${said}
      Tracked already. The next reminder comes on 1 May 2026
      ... Reminders come at 09:00 (UTC). I can't remind you at another hour.
  `,
)

test('of several, all come at that hour', async () => {
  await chat()`
    > remind me before the licence in Lyon ends on 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > remind me before the licence in Porto ends on 20 June
      Tracked. Your next reminder comes on 21 April 2026
    > what do you track?
      2 are tracked here
    > change the time to 10 am for Lyon
      Tracked already. The next reminder comes on 1 May 2026
      ... I can't remind you at another hour.
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

test('a reminder put off till the day of another is told once', async () => {
  await chat({ today: '2026-03-27' })`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 28 March 2026
    > (the next reminder comes)
      3 days left to ask for an extension: 31 March 2026
    > tomorrow again
      I'll remind you again on 29 March 2026
    > (the next reminder comes)
      2 days left to ask for an extension: 31 March 2026
    > tomorrow again
      I'll remind you again on 30 March 2026
      ... Reminders: 30 and 31 March
  `
})
