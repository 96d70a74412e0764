import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

const untilMarch = "Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA"

describe('a day replaces the end of a trial only where the message says that it is one', () => {
  test.for([
    'so I have three weeks?',
    "that's in 21 days then?",
    'and I have until the end of the month?',
    'on 31 March it closes?',
    '31 March - a Tuesday?',
    '31 March incl.?',
    'what time on 31 March?',
  ])('the deadline said again stays one: "%s"', async said => {
    await chat()`
      > trial ends 15 April, extend?
        ${untilMarch}
      > ${said}
        ${untilMarch}
        ... Trial ends: 15 April 2026 (36 days left)
    `
  })

  test.for([
    ['Tuesday, right?', '17 March 2026'],
    ['our fiscal year ends 20 March', '20 March 2026'],
    ['the pilot project ends 31 May', '31 May 2026'],
    ['the test in the lab ends 20 March', '20 March 2026'],
    ['generally, if a trial ends 20 March, is it too late?', '20 March 2026'],
    ['for example a trial ending 1 May', '1 May 2026'],
  ])('another thing has a day of its own: "%s"', async ([said, day]) => {
    await chat()`
      > trial ends 15 April, extend?
        ${untilMarch}
      > ${said}
        Is ${day} the end of the trial, or a day of something else?
        [${day}] [15 April 2026] [Something else]
      > [Something else]
        ${untilMarch}
        ... Trial ends: 15 April 2026 (36 days left)
    `
  })

  test.for([
    'it ends 20 April',
    'sorry, the 20th',
    'our trial was extended to 20 April',
    'the new end is 20 April',
    'turns out it ends on the 20th',
    'can we extend our trial which ends 20 April?',
    'the portal says 20 April',
    'admin center says 20/4/2026',
    'hm, the admin center shows 20 April',
    'correct end date: 20 April',
  ])('one that is said to be it does: "%s"', async said => {
    await chat()`
      > trial ends 15 April, extend?
        ${untilMarch}
      > ${said}
        ${said.includes('extended') ? 'It depends. Try by 5 April 2026: it was extended once already' : untilMarch.replace('31 March', '5 April')}
        ... Trial ends: 20 April 2026 (41 days left)
    `
  })
})

test('a day that somebody only quotes is asked about where nobody said whether it is of a trial or of a licence', async () => {
  await chat()`
    > admin center says 14/4/2026
      Is it a trial or a paid licence?
    > [Paid licence]
      Covered until 14 April 2026. Then 30 days to renew
    > (Bob) the admin center says it ends 14 April, can we extend?
      Yes, until 30 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

describe('a start that the end does not go with', () => {
  test.for([
    ['sorry, 14 March is when we started, not the end', '28 March 2026', '12 April 2026 (assumed, 33 days left)'],
    ['no wait, it started on 14 March', '28 March 2026', '12 April 2026 (assumed, 33 days left)'],
    ['I mean it started on 1 March', '15 March 2026', '30 March 2026 (assumed, 20 days left)'],
    ['I mean the start was 14 April', '28 April 2026', '13 May 2026 (assumed, 64 days left)'],
  ])('takes its place where it puts it right: "%s"', async ([said, until, end]) => {
    await chat()`
      > trial ends 14 March, extend?
        No, that closed on 27 February 2026. Ask sales instead
      > ${said}
        Yes, until ${until}, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... Trial ends: ${end}
    `
  })

  test.for([
    ['it started on 1 March', '14 March 2026', '30 March 2026'],
    ['it started 1 March for 60 days', '14 March 2026', '29 April 2026'],
  ])('is asked about where both are told: "%s"', async ([said, told, worked]) => {
    await chat()`
      > trial ends 14 March, extend?
        No, that closed on 27 February 2026. Ask sales instead
      > ${said}
        With a start on 1 March 2026, which day is the end?
        [${told}] [${worked}] [Something else]
    `
  })

  test.for(['what if it was a 60-day trial that started on 1 March?', "what if it's a 60-day trial that started on 1 March?"])(
    'leads to an end of its own where it is supposed: "%s"',
    async said => {
      await chat()`
        > trial ends 15 April, extend?
          ${untilMarch}
        > ${said}
          Yes, until 14 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
          ... Trial ends: 29 April 2026 (50 days left)
        > remind me
          Tracked. Your next reminder comes on 24 March 2026
          ... Trial ends: 15 April 2026 (36 days left)
      `
    },
  )

  test.for(['the other one started 20 Feb', 'and the other, started 20 Feb?'])(
    'that of another trial is not taken over: "%s"',
    async said => {
      await chat()`
      > trial ends 15 April, extend?
        ${untilMarch}
      > ${said}
        Is 20 February 2026 the start of the trial, or a day of something else?
        [20 February 2026] [Something else]
    `
    },
  )
})

describe('a day on which somebody acts is none of the trial, and the answer is as of that day', () => {
  test.for(['can we extend after 1 April?', 'is 2 April too late to ask?', 'can I wait until 2 April with the extension?'])(
    '"%s"',
    async said => {
      await chat()`
      > trial ends 15 April, extend?
        ${untilMarch}
      > ${said}
        No, that closed on 31 March 2026. Ask sales instead
        ... As it will be on 2 April 2026.
    `
    },
  )
})
