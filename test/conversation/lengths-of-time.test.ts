import { expect, test } from 'vitest'
import { formatFor } from '../../cards/format.ts'
import { addDays, type Day } from '../../rules/day.ts'
import { chat } from '../support/chat.ts'
import { read } from '../understanding/reading.ts'

// However a length of time is said, it is the same one everywhere.
const lengths = [
  ['3 days', 3],
  ['a day', 1],
  ['a couple of days', 2],
  ['six days', 6],
  ['seven days', 7],
  ['eleven days', 11],
  ['12 days', 12],
  ['fifteen days', 15],
  ['twenty-one days', 21],
  ['thirty days', 30],
  ['a week', 7],
  ['two weeks', 14],
  ['2 wks', 14],
  ['a couple of weeks', 14],
  ['four weeks', 28],
  ['a fortnight', 14],
] as const

const on = (day: string, days: number) => formatFor('en-GB').day(addDays(day as Day, days))
const today = '2026-03-10'

test.for(lengths)('"and in %s?" is asked of that day, and replaces no end', async ([length, days]) => {
  await chat()`
    > can we extend our trial? it ends 15 May
      Yes, until 30 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and in ${length}?
      Yes, until 30 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... As it will be on ${on(today, days)}.
      ... Trial ends: 15 May 2026
  `
})

test.for(lengths)('"can I extend it in %s?" is asked of that day', async ([length, days]) => {
  await chat()`
    > can I extend our trial in ${length}? it ends 15 May
      Yes, until 30 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... As it will be on ${on(today, days)}.
  `
})

test.for(lengths)('"%s ago?" after a day that is known is asked back', async ([length, days]) => {
  await chat()`
    > can I get a refund? bought on 5 March
      Yes, until 12 March 2026
    > and ${length} ago?
      Is "${length} ago" that day itself, or only the day on which you ask?
      [${on(today, -days)}] [5 March 2026]
  `
})

test.for(lengths)('an end that is put right by "%s later"', async ([length, days]) => {
  await chat()`
    > can we extend our trial? it ends 15 May
      Yes, until 30 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > sorry, ${length} later
      Yes, until ${on('2026-04-30', days)}, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: ${on('2026-05-15', days)}
    > ${length}
      I couldn't find a date in that. Write it like 15 April 2026, or pick it here
  `
})

test.for(lengths)('what is tracked was extended by %s', async ([length, days]) => {
  await chat()`
    > remind me of our trial, it ends 15 May
      Tracked. Your next reminder comes on 23 April 2026
    > it was extended by ${length}
      Moved. The next reminder comes on ${on('2026-04-23', days)}
      ... Trial ends: ${on('2026-05-15', days)}
  `
})

test.for(lengths)('a reminder %s before the end, and one of another length instead', async ([length, days]) => {
  const before = `Also: ${days} ${days === 1 ? 'day' : 'days'} before the end`
  const next = on('2026-05-15', -Math.max(days, 22))
  await chat()`
    > remind me of our trial ${length} before it ends on 15 May
      Tracked. Your next reminder comes on ${next}
      ... ${before}
    > no, twenty-five days
      Changed. The next reminder comes on 20 April 2026
      ... Also: 25 days before the end
    > no, ${length}
      Changed. The next reminder comes on ${next}
      ... ${before}
  `
})

test.for(lengths)('a trial of %s', async ([length, days]) => {
  await chat({ today: '2026-01-02' })`
    > our trial started 1 January, when does it end?
      On 30 January 2026 at the earliest: that is a 30-day trial
    > it's ${length}
      The trial ${days === 1 ? 'ended' : 'ends'} on ${on('2025-12-31', days)}
  `
})

test.for(lengths.filter(([length]) => !/couple|\bwks\b|^a (?:day|week)/.test(length)))(
  'a start and %s in one message',
  ([length, days]) => {
    expect(read(`trial started 1 march, ${length}`, 'extend-trial').facts).toEqual({ trialStart: '2026-03-01', trialDays: days })
    expect(read(`trial started 1 march, ${length} left`, 'extend-trial').facts).toMatchObject({ trialEnd: addDays(today as Day, days) })
    expect(read(`trial started 1 march, need ${length}`, 'extend-trial').facts).toEqual({ trialStart: '2026-03-01' })
  },
)

test('half a length, or two of them, is no length that was said', async () => {
  await chat()`
    > remind me of our trial, it ends 15 May
      Tracked. Your next reminder comes on 23 April 2026
    > it was extended by half a year
      How did the trial go on?
    > it was extended by a week and three days
      How did the trial go on?
  `
})

test.for([
  'trial started 1 march and is running for two weeks now',
  'trial started 1 march, running for nine days',
  'trial started 1 march, we have had it for one week',
  'trial started 1 march, our boss is away for 14 days',
])('how long it is so far, or something else takes, is not how long it is in all: "%s"', says => {
  expect(read(says, 'extend-trial').facts).toEqual({ trialStart: '2026-03-01' })
})

test('"in a month or two" is no day, and a number at the head of a name is part of it', async () => {
  await chat()`
    > can we extend our trial in a month or two? it ends 15 May
      Yes, until 30 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 15 May 2026 (66 days left)
    > and for Seven Oaks?
      You can ask until 15 days before the trial ends
      ... For Seven Oaks
  `
})

test.each([
  'actually two days earlier',
  "it's two days earlier",
  'two days before that',
  'two days earlier, sorry',
  'it ends two days earlier than that',
])('an end told by how far it lies from the one before is counted from that, and not from today: %s', async words => {
  await chat()`
      > our trial ends 15 april
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${words}
        Yes, until 29 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... Trial ends: 13 April 2026 (34 days left)
    `
})

test('so is the day of a purchase, and the day as of which was asked', async () => {
  await chat()`
    > bought 3 march 2026, refund?
      Yes, until 10 March 2026
    > we bought it two days earlier
      No, that closed on 8 March 2026
      ... Licence started: 1 March 2026
    > (Bob) our trial ends 15 april
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > (Bob) can I ask on 31 march?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > (Bob) and a day later?
      No, that closed on 31 March 2026. Ask sales instead
      ... As it will be on 1 April 2026.
  `
})

test.each([
  'trial 60 days started 1 feb extend until when',
  'trial 60 days, started 1 feb, extend?',
  'trial: 60 days, it started 1 feb. extend?',
])('the length of a trial before its start: "%s"', async message => {
  await chat()`
      > ${message}
        Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... Trial length: 60 days
    `
})
