import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

// A date is a licence's start or end only where it is said of the licence itself; all else is asked for.

const asksEnd = 'After the end you have 30 days to renew. Then the service stops'
const asksEndForData = "The data is kept for 90 days. Count them from the licence's end"

test.for([
  'our grace period ends on 31 March. what happens after that?',
  "we're in the grace period, it ends 20 March. what then?",
  'the 30 days are up on 20 March. what then?',
  'grace period is over on 20 March, when does the service stop?',
  'we have until 31 March to renew, what happens after?',
  'service stops 15 April, when does the licence end?',
  '"Your subscription has expired and will be disabled on April 2, 2026" - what do I have to do?',
  'Our grace period began on 25 February. How long do we have?',
  'our licence is in its grace period since 25 Feb',
  'the grace period for our licence ends 31 March, what then?',
  'the portal was cut off on 3 March, how long is data kept?',
  'our licence is disabled since 3 March. what now?',
])('what hangs on a licence is not its own day: %s', async said => {
  await chat()`
    > ${said}
      ${asksEnd}
      ... When does the licence end?
  `
})

test.for([
  'service stopped on 1 March. until when is the data kept?',
  "monitoring was switched off on 1 March because the licence lapsed. When's the data gone?",
  'data will be deleted on 1 June, when did it end?',
])('nor is the day of the service or the data: %s', async said => {
  await chat()`
    > ${said}
      ${asksEndForData}
      ... When does the licence end?
  `
})

test.for(['before the service stops on 15 April', 'before our data is deleted on 1 June', 'before the grace period ends on 31 March'])(
  'and none of them is tracked as its end: %s',
  async said => {
    await chat()`
    > remind me ${said}
      I count from the end of the trial or licence. When does it end?
    > what do you track for me?
      Nothing is tracked here
      Which dates shall I watch?
  `
  },
)

test.for([
  ['the licence for monitoring ends 31 March, what then?', 'Covered until 31 March 2026. Then 30 days to renew'],
  ['our service is off since the licence ended on 1 March, what now?', 'Renew by 31 March 2026: you are in the grace period'],
  ['does monitoring stop when the licence ends on 31 March?', 'Covered until 31 March 2026. Then 30 days to renew'],
  ['the licence, it ends 31 March. what about the grace period?', 'Covered until 31 March 2026. Then 30 days to renew'],
])('the licence’s own day stays so beside them: %s', async ([said, headline]) => {
  await chat()`
    > ${said}
      ${headline}
  `
})

test.for([
  ['when does the licence from 6 March end?', 'Covered until 5 March 2027. Then 30 days to renew', '6 March 2026'],
  ['when does our licence of 6 March run out?', 'Covered until 5 March 2027. Then 30 days to renew', '6 March 2026'],
  ['our licence from 15 April 2025 - when is it over?', 'Covered until 14 April 2026. Then 30 days to renew', '15 April 2025'],
  ['licence dated 6 March 2025, when does it end?', 'Renew by 4 April 2026: you are in the grace period', '6 March 2025'],
  ['we buy on 16 March. when does it run out?', 'Covered until 15 March 2027. Then 30 days to renew', '16 March 2026'],
  ['if we buy on 16 March, when would the licence end?', 'Covered until 15 March 2027. Then 30 days to renew', '16 March 2026'],
  ['order goes out on 16 March, when does the licence end then?', 'Covered until 15 March 2027. Then 30 days to renew', '16 March 2026'],
])('the day since when a licence is, or is to be, is its start: %s', async ([said, headline, start]) => {
  await chat()`
    > ${said}
      ${headline}
      ... Licence started: ${start}
  `
})

test.for([
  ["we'll buy on 20 March. until when could we return it?", 'Yes, until 27 March 2026'],
  ['we take the licence on 1 April. refund until when?', 'Yes, until 8 April 2026'],
])('a refund of what is to be bought is answered as of that day: %s', async ([said, headline]) => {
  await chat()`
    > ${said}
      ${headline}
      ... As it will be on
  `
})

test('a start of which nobody said that it lies behind is of last year or of next week', async () => {
  await chat()`
    > licence from 16 March, refund?
      Which day is "16 March"?
      [16 March 2025] [16 March 2026]
    > bought 16 March, refund?
      No, that closed on 23 March 2025
  `
})

test.for([
  ['we bought the L on 6 March and the M on 20 February - return the M?', '6 March or 20 February'],
  ['We purchased an XL on 9 March for Lyon and an M on 2 February for Ulm. Can we give the M back?', '9 March or 2 February'],
  ['two purchases: 27 February and 6 March. What can go back?', '27 February or 6 March'],
  ['Which licences can still be refunded? Ours are from 6 March and 12 January', '6 March or 12 January'],
  ['order confirmation from 6 March, activation on 9 March, can I still refund on the 15th?', '6 March or 9 March'],
  ['Our Lyon licence expired on 1 Feb, but Ulm has an active one until 31 August. Does Lyon stop?', '1 Feb or 31 August'],
])('of two days of one kind it is asked which is meant: %s', async ([said, days]) => {
  await chat()`
    > ${said}
      Which day is "${days}"?
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
  [
    'licence expired 1 February, we bought a new one on 20 February. is the data safe?',
    'Covered until 19 February 2027. Then 30 days to renew',
  ],
  ['ended 15 Jan, bought again 1 March. are we ok?', 'Covered until 28 February 2027. Then 30 days to renew'],
  ['old licence ran out 31 January, new licence since 10 February. what now?', 'Covered until 9 February 2027. Then 30 days to renew'],
  [
    'licence ended 28 February, was renewed until 27 February 2027. what happens then?',
    'Covered until 27 February 2027. Then 30 days to renew',
  ],
  ['licence ended 5 Feb, renewed on 1 March. when does it end now?', asksEnd],
  ['our licence ended 28 Feb but we renewed on 2 March. are we covered?', asksEnd],
  ['licence from 15 May 2023, renewed every year. when does it end?', asksEnd],
  ['licence start 15 May 2023, still active. when is the end of the term?', asksEnd],
  ['licence ended 1 March and was not renewed, what now?', 'Renew by 31 March 2026: you are in the grace period'],
])('the end of a former term is not that of the present one: %s', async ([said, headline]) => {
  await chat()`
    > ${said}
      ${headline}
  `
})
