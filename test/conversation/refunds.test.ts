import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a trial has nothing to refund, what was charged after it has', async () => {
  await chat()`
    > do I get a refund for the trial if I stop now?
      No, a trial costs nothing, so there is nothing to refund
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > we were charged after the trial on 8 March, can we get the money back
      Yes, until 15 March 2026
  `
})

test('whether it renewed is settled by a word', async () => {
  await chat()`
    > licence started 8 March 2025, can we still return it?
      It depends. If it renewed on 8 March 2026: yes, until 15 March 2026
      [Yes, it renewed]
    > yes it renewed
      Yes, until 15 March 2026
  `
})

test('a purchase to come is none of last year', async () => {
  await chat()`
    > we'll buy on 20 March. Until when can we return it?
      Yes, until 27 March 2026
      ... As it will be on 20 March 2026.
    > 5 March
      Yes, until 12 March 2026
  `
})

test('a renewal of yesterday starts the days again', async () => {
  await chat()`
    > it auto-renewed yesterday, can we cancel and get a refund?
      Yes, until 16 March 2026
  `
})

test('licences at a price each are no sites with devices', async () => {
  await chat()`
    > bought 5 march, refund?
      Yes, until 12 March 2026
    > 3 licences 4000 each
      Yes, until 12 March 2026. Estimate: 11,835.62 back today
      ... Price paid: 12,000
  `
})

describe('when something was bought is no thing that was bought', () => {
  test.for([
    ['bought a week ago, refund?', 'Yes, until 10 March 2026'],
    ['bought a fortnight ago, refund?', 'No, that closed on 3 March 2026'],
    ['bought mistakenly on 5 March, refund?', 'Yes, until 12 March 2026'],
    ['bought just now, can I return it?', 'Yes, until 17 March 2026'],
    ['bought everything on 5 March, refund?', 'Yes, until 12 March 2026'],
  ])(
    '"%s"',
    ([said, answer]) => chat()`
    > ${said}
      ${answer}
  `,
  )

  test('and a thing that is none of ours is still asked about', async () => {
    await chat()`
      > I bought a monitor a week ago, can I return it?
        Did you mean ...?
    `
  })
})

describe('a weekday on which somebody is to buy lies ahead', () => {
  test.for([
    'if we buy on Monday, how long can we return it?',
    "we'll buy on Monday, until when refund?",
    'when we buy next week Monday, how long can we give it back?',
  ])(
    '"%s"',
    said => chat()`
    > ${said}
      Yes, until 23 March 2026
      ... As it will be on 16 March 2026.
  `,
  )

  test('and one on which it was bought behind', async () => {
    await chat()`
      > bought on Monday, refund?
        Yes, until 16 March 2026
    `
  })
})

test.for([
  ['bought around 3 March, refund?', 'around 3 March'],
  ['bought about a week ago, refund?', 'about a week ago'],
  ['bought roughly 5 days ago, refund?', 'roughly 5 days ago'],
])(
  'of seven days one more or less matters: "%s"',
  ([said, words]) => chat()`
  > ${said}
    I need the day: which one is "${words}"?
  > 4 March
    Yes, until 11 March 2026
`,
)

test('an hour is no matter of days', async () => {
  await chat()`
    > bought about an hour ago, refund?
      Yes, until 17 March 2026
  `
})

test('a licence beside a trial was paid for', async () => {
  await chat()`
    > trial until 12 april. licence until 30 june. refund for licence?
      A licence can be given back within 7 days of its start
      ... When did the licence start?
    > bought 5 march
      Yes, until 12 March 2026
  `
  await chat()`
    > refund for our trial licence
      No, a trial costs nothing, so there is nothing to refund
  `
})

test.each([
  'invoice of 5 March for the period 1 March to 28 Feb next year, can we get a refund?',
  'invoiced 5 march, licence runs 1 march 2026 - 28 feb 2027, refund?',
  'can we get a refund? invoice dated 5 march, service period 1 march 2026 to 28 feb 2027',
  'refund? invoice 5 march (2026-03-01 - 2027-02-28)',
  'billed 5 march for 1 march 2026 - 28 feb 2027, refund possible?',
  'can we still get our money back, invoice from 5 march, subscription 1.3.2026-28.2.2027',
  'paid 5 march, term 1 march 2026 until 28 feb 2027, refund?',
])('a term that is told beside its invoice says when it starts: "%s"', async message => {
  await chat()`
    > ${message}
      No, that closed on 8 March 2026
      ... Licence started: 1 March 2026
  `
})

test.each([
  'invoice dated 5 march, service period 1 march 2026 to 28 feb 2027',
  'invoice says 5 march, period 1 march to 28 feb next year',
])('so it does where its start was asked for: "%s"', async told => {
  await chat()`
      > can we get a refund?
        A licence can be given back within 7 days of its start
        ... When did the licence start?
      > ${told}
        No, that closed on 8 March 2026
        ... Licence started: 1 March 2026
    `
})

test('a purchase beside a term that starts on another day is asked back', async () => {
  await chat()`
    > bought 6 march, term 1 march 2026 until 28 feb 2027, refund?
      Which day is "6 march or 1 march 2026"?
  `
})

test.each(['licence 30 june, refund?', 'licence: 30 june. can we get a refund', 'refund for the licence 30 june?'])(
  'a day of a licence that nobody called its start, and that lies nearer ahead, is none of a year ago: "%s"',
  async message => {
    await chat()`
      > our trial ends 15 april
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${message}
        A licence can be given back within 7 days of its start
        ... When did the licence start?
    `
  },
)

test.each(['paid 4000 each for 3', 'we paid 4,000 per licence for three licences', '3 licences at 4000 each'])(
  'what was paid for each of several: "%s"',
  async paid => {
    await chat()`
      > bought 5 march, refund?
        Yes, until 12 March 2026
      > ${paid}
        Yes, until 12 March 2026. Estimate: 11,835.62 back today
        ... Price paid: 12,000
    `
  },
)
