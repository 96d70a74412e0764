import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

// Plain talk of trials and licences, beside which the guards of days, purchases and lists stand.

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

describe('what is left of a trial', () => {
  test.for(['the admin center says 14 days left', 'it says 14 days left', 'the portal shows 14 days remaining'])(
    'puts its end right: "%s"',
    said => chat()`
      > trial ends 15 April, can I extend?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${said}
        No, that closed on 9 March 2026. Ask sales instead
        ... Trial ends: 24 March 2026 (14 days left)
    `,
  )
})

describe('a start that is put right', () => {
  test.for([
    ['no, 5 March', '19 March', '5 March'],
    ['sorry, the 5th', '19 March', '5 March'],
    ['make that 5 March', '19 March', '5 March'],
    ['wrong, 25 February', '11 March', '25 February'],
  ])(
    'is no end: "%s"',
    ([said, until, start]) => chat()`
    > trial started 1 March, can we extend?
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > ${said}
      Yes, until ${until} 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial started: ${start} 2026
  `,
  )

  test.for(['no, 15 April', 'sorry, it ends 15 April', '15 April'])(
    'and the end is no start: "%s"',
    said => chat()`
    > trial started 1 March, can we extend?
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > ${said}
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 15 April 2026 (36 days left)
  `,
  )
})

test.for(['not the 20th, the 30th', 'not 20 March, 30 March', 'not the 20th but the 30th', "it's not the 20th. It's the 30th"])(
  'the day that takes the place of another one: "%s"',
  said => chat()`
    > trial ends 20 March, can we extend?
      No, that closed on 5 March 2026. Ask sales instead
    > ${said}
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 30 March 2026 (20 days left)
  `,
)

test('what follows a trial is asked as of other days, and its end stays', async () => {
  await chat()`
    > trial ended 1 March, is the data lost?
      The trial is over. Buy by 31 March 2026 to keep its data
    > and on 5 April?
      The data may be gone since 1 April 2026. Act today
      ... As it will be on 5 April 2026.
      ... Trial ended: 1 March 2026
  `
})

test("a trial's end that is told after a licence's is answered for the trial", async () => {
  await chat()`
    > license ends 31 March. what happens then?
      Covered until 31 March 2026. Then 30 days to renew
    > and the trial? it ends 15 April
      Your trial covers you until 15 April 2026
  `
})

describe('a day that is no end of the licence', () => {
  test.for([
    'what happens on 1 May if the license ends 31 March?',
    'licence ends 31 March, what about 1 May?',
    'licence ends 31 March, how about on 1 May?',
    'bought 1 April 2025 for one year, licence, what happens on 1 May?',
  ])(
    'is answered beside it: "%s"',
    said => chat()`
    > ${said}
      Covered until 31 March 2026. Then 30 days to renew
      The service stopped on 1 May 2026. Buy again before 29 June 2026 to keep the data
      ... As it will be on 1 May 2026.
  `,
  )

  test.for([
    'we got an email on 1 March that the licence expires on 31 March. what then?',
    'we were told on 2 March that our licence ends 31 March, what happens then?',
  ])(
    'or is that of a message: "%s"',
    said => chat()`
    > ${said}
      Covered until 31 March 2026. Then 30 days to renew
  `,
  )

  test.for([
    'licence for Lyon started 6 March, that for Ulm 1 March. Refund for Ulm?',
    'bought an S on 3 March and an L on 1 March, refund?',
  ])(
    'and two licences are still asked about: "%s"',
    said => chat()`
      > ${said}
        Which day is "${said.includes('Ulm') ? '6 March or 1 March' : '3 March or 1 March'}"?
    `,
  )
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

describe('the day that was answered', () => {
  test.for(['so until 12 March?', '12 March?', 'and on 12 March?'])(
    'is asked about, and no start: "%s"',
    said => chat()`
    > bought 5 March, refund?
      Yes, until 12 March 2026
    > ${said}
      Yes, until 12 March 2026
      ... As it will be on 12 March 2026.
      ... Licence started: 5 March 2026
  `,
  )

  test.for(['and after 31 March?', 'what if I miss 31 March?', 'but what if we miss 31 March'])(
    'is passed: "%s"',
    said => chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > ${said}
      No, that closed on 31 March 2026. Ask sales instead
      ... As it will be on 1 April 2026.
      ... Trial ends: 15 April 2026
  `,
  )

  test.for(['why 31 March?', 'why only until 31 March?', 'are you sure about 31 March?', "are you sure it's 15 days?"])(
    'is doubted: "%s"',
    said => chat()`
      > trial ends 15 April, extend?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${said}
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... The window is open until 15 days before the end.
        ... Trial ends: 15 April 2026
    `,
  )
})

test('a weekday that is doubted puts no other start in the place of one that is known', async () => {
  await chat()`
    > bought 5 March, refund?
      Yes, until 12 March 2026
    > Friday?
      Is "Friday" that day itself, or only the day on which you ask?
  `
})

test.for(['not 15 April', 'not the 15th'])(
  'a day that is denied is asked for: "%s"',
  said => chat()`
  > trial ends 15 April, extend?
    Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  > ${said}
    I couldn't find a date in that. Write it like 15 April 2026, or pick it here
`,
)

test('an hour is no matter of days', async () => {
  await chat()`
    > bought about an hour ago, refund?
      Yes, until 17 March 2026
  `
})

test('an account in brackets hides no second trial', async () => {
  await chat()`
    > Contoso (MCA) trial ends 15 April, Fabrikam (EA) trial ends 20 April: extend?
      Which day is "15 April or 20 April"?
  `
})
