import { expect, test } from 'vitest'
import { onDayIn, ownDaysIn, unwantedDaysIn } from '../../dialogs/days/own-days.ts'
import { addedDaysIn } from '../../dialogs/reminders/end-told.ts'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'

test.for(
  table('said', 'wanted', 'unwanted', 'on')`
  remind me 5 days before                                | 5   |      |
  remind me a week before and on the day                 | 7 0 |      |
  ping me on the day itself                              | 0   |      |
  remind me on the day our trial ends                    | 0   |      |
  tell me on the day before it ends                      | 1   |      |
  remind me 10 days before, not 5 days before            | 10  | 5    |
  not 5 days before                                      |     | 5    |
  drop the 5-day reminder                                |     | 5    |
  please drop the reminders 5 and 10 days before         |     | 5 10 |
  without the day before                                 |     | 1    |
  don't forget to remind me 5 days before                | 5   |      |
  remind me not only on the day but also 3 days before   | 0 3 |      |
  remind me on 2 April                                   |     |      | 2 April
  can you ping us on the 2nd of April as well            |     |      | the 2nd of April
  set a reminder for April 2nd                           |     |      | April 2nd
  our trial ends 15 April, remind me on 2 April          |     |      | 2 April
  remind me on 2 April before our trial ends on 15 April |     |      | 2 April
  also remind me next Monday                             |     |      | next Monday
  remind me in two weeks                                 |     |      | in two weeks
  remind me at the end of March                          |     |      | the end of March
  remind me at the end of the trial, 15 April            |     |      |
  remind me before our trial ends on 15 April            |     |      |
  remind me that our trial ends on 15 April              |     |      |
  remind us of the renewal on 30 June                    |     |      |
  remind me, our licence ends 30 June                    |     |      |
`,
)('"$said" wants $wanted days before, not $unwanted, and on $on', ({ said, wanted, unwanted, on }) => {
  expect([[...ownDaysIn(said)].sort((a, b) => (wanted.startsWith('0') ? a - b : b - a)).join(' '), unwantedDaysIn(said).join(' ')]).toEqual(
    [wanted, unwanted],
  )
  expect(onDayIn(said) ?? '').toBe(on)
})

test('"and on 2 April as well" adds a day, "on 2 April" alone does not', () => {
  expect(['and on 2 April', 'on 2 April too', 'also on the 2nd please', 'add 2 April'].map(text => addedDaysIn(text)[0])).toEqual([
    '2 April',
    '2 April',
    'the 2nd',
    '2 April',
  ])
  expect(['on 2 April', 'on Monday', 'make it on 2 April'].map(text => addedDaysIn(text)[0])).toEqual([undefined, undefined, undefined])
})

test('a day of the calendar is counted to the end of what is tracked', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me on 2 April
      Changed. The next reminder comes on 24 March 2026
      ... Also: 13 days before the end
      ... Trial ends. Reminders: 1, 2, 8, 12, 14 and 15 April
    > and on Monday too
      Changed. The next reminder comes on 16 March 2026
      ... Also: 30 days, 13 days before the end
    > remind me on 2 April
      Tracked already. The next reminder comes on 16 March 2026
  `
})

test('a day of the calendar is kept until the end is known', async () => {
  await chat()`
    > remind me on 2 April
      Which dates shall I watch?
    > our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
      ... Also: 13 days before the end
  `
})

test('a day and the end may be said at once', async () => {
  await chat()`
    > our trial ends on 15 April, remind me on 2 April
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
      ... Also: 13 days before the end
  `
})

test('a day belongs to what is spoken of', async () => {
  await chat()`
    > can I extend my trial? it ends on 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > remind me on 20 March
      Tracked. Your next reminder comes on 20 March 2026
      ... Trial ends: 15 April 2026
      ... Also: 26 days before the end
  `
})

test('a day after the end, or in the past, is said to be so, and changes nothing', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me on 2 May
      2 May 2026 is after its end, 15 April 2026: no reminder comes then
    > remind me 60 days before
      14 February 2026 is over: no reminder comes then
    > remind me on 2 May and 20 days before
      Changed. The next reminder comes on 24 March 2026
      ... 2 May 2026 is after its end, 15 April 2026: no reminder comes then
      ... Also: 20 days before the end
  `
})

test('a day that reads both ways is asked back, and one that does not exist is said to be none', async () => {
  await chat()`
    > remind me before our licence ends on 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > remind me on 4/5/2026
      Which day is 4/5/2026?
      [4 May 2026] [5 April 2026]
    > [4 May 2026]
      Changed. The next reminder comes on 1 May 2026
      ... Also: 57 days before the end
    > remind me on 31 April
      I read no day in "31 April". On which day shall I remind you?
  `
})

test('a day of their own is dropped, and a standard one stays', async () => {
  await chat()`
    > remind me 5 days before and on the day our trial ends, on 15 April
      Tracked. Your next reminder comes on 24 March 2026
      ... Also: 5 days before the end, and on the day itself
    > also 20 and 10 days before
      Changed. The next reminder comes on 24 March 2026
      ... Also: 20 days, 10 days, 5 days before the end, and on the day itself
    > drop the 5-day reminder
      Changed. The next reminder comes on 24 March 2026
      ... Also: 20 days, 10 days before the end, and on the day itself
    > not 20 days before
      Changed. The next reminder comes on 24 March 2026
      ... Also: 10 days before the end, and on the day itself
    > without the day before
      The reminder 1 day before the end is one of the standard ones and stays
    > not 4 days before
      No reminder comes 4 days before the end
  `
})

test('which one is meant is asked where several are tracked', async () => {
  await chat()`
    > remind me before our trial in Hamburg ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me before our trial in Lyon ends on 20 April
      Tracked. Your next reminder comes on 29 March 2026
    > also 5 days before
      Changed. The next reminder comes on 29 March 2026
      ... For Lyon
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > drop the 5-day reminder
      Which one do you mean?
    > drop the 5-day reminder for Lyon
      Changed. The next reminder comes on 29 March 2026
      ... For Lyon
  `
})

test('the first or last of a weekday in a month is such a day', async () => {
  await chat()`
    > remind me on the last Friday of the month, our trial ends on 30 April
      Tracked. Your next reminder comes on 27 March 2026
      ... Also: 34 days before the end
  `
})
