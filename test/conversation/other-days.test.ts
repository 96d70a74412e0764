import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// A day ahead that is none of the licence's own is one on which somebody may mean to act.

test.for([
  ['bought 6 March, does Monday work for cancelling?', '16 March 2026'],
  ['bought 6 March, can I take until Monday to decide?', '16 March 2026'],
  ['bought 6 March and the CFO decides on 18 March. refund still possible then?', '18 March 2026'],
])('where that makes a difference, both days are answered: %s', async ([said, day]) => {
  await chat()`
    > ${said}
      Yes, until 13 March 2026
      No, that closed on 13 March 2026
      ... As it will be on ${day}.
  `
})

test.for([
  [
    'is our data safe if license ends on 28 March and we only renew on 10 May?',
    '28 March 2026',
    '28 April 2026. Buy again before 26 June 2026',
  ],
  [
    "what happens if our licence (ends 30 June) isn't renewed by 15 August?",
    '30 June 2026',
    '31 July 2026. Buy again before 28 September 2026',
  ],
  [
    'license ends 31 May and the budget is only approved on 15 July. what happens in between?',
    '31 May 2026',
    '1 July 2026. Buy again before 29 August 2026',
  ],
])('of an end as well: %s', async ([said, end, stopped]) => {
  await chat()`
    > ${said}
      Covered until ${end}. Then 30 days to renew
      The service stopped on ${stopped} to keep the data
  `
})

test('of a question about that day alone, it is answered alone', async () => {
  await chat()`
    > bought 6 March, can I wait till Monday?
      No, that closed on 13 March 2026
      ... As it will be on 16 March 2026.
    > are you sure?
      No, that closed on 13 March 2026
      ... As it will be on 16 March 2026.
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > licence ends 31 March. is 1 May too late to renew?
      The service stopped on 1 May 2026. Buy again before 29 June 2026 to keep the data
      ... As it will be on 1 May 2026.
  `
})

test('where it makes none, today is answered', async () => {
  await chat()`
    > bought 6 March, I tell you more tomorrow. refund possible?
      Yes, until 13 March 2026
    > paid 10,000 on 6 March. How much do we get on Friday?
      Yes, until 13 March 2026. Estimate: 9,808.22 back on that day
  `
})

test('what stops with a cancellation is no matter of the end', async () => {
  await chat()`
    > bought 6 March, refund?
      Yes, until 13 March 2026
    > does the service stop then?
      Yes, until 13 March 2026
      ... Cancelling stops the service at once, without the 30 days of grace.
    > is the data gone then?
      Yes, until 13 March 2026
    > does it stop immediately if I cancel?
      Yes, until 13 March 2026
  `
})

test.for([
  'does cancelling give us a grace period?',
  'if we cancel the licence today, will we still have 30 days?',
  'if I cancel now do I lose service immediately?',
  'what happens to the data if we cancel?',
])('before any purchase is told of, too: %s', async said => {
  await chat()`
    > ${said}
      To cancel, do both: the admin center, then Plans and pricing
      ... Cancelling stops the service at once, without the 30 days of grace.
  `
})

test.for([
  'licence ends 31 March. can we get two more weeks?',
  'licence expires 31 March. can you give us 10 more days?',
  'we need the licence two months longer, ends 31 March',
])('a licence is not extended as a trial unasked: %s', async said => {
  await chat()`
    > ${said}
      Is it a trial or a paid licence?
  `
})

test('a site that a talk began with keeps its own day', async () => {
  await chat()`
    > Lyon was bought on 6 March, refund?
      Yes, until 13 March 2026
      ... For Lyon
    > Ulm 1 March
      No, that closed on 8 March 2026
      ... For Ulm
    > and if we cancel Lyon on Friday?
      Yes, until 13 March 2026
      ... For Lyon
    > and Ulm?
      No, that closed on 8 March 2026
      ... For Ulm
  `
})

test.for(['Licence ends 31 March, what then?', 'Contract ends 31 March, what then?'])('what ends has no name by that: %s', async said => {
  await chat()`
    > ${said}
      Covered until 31 March 2026. Then 30 days to renew
    > and Lyon, ends 30 June?
      Covered until 30 June 2026. Then 30 days to renew
      ... For Lyon
  `
})

test.for([
  [
    'bought 5 March. refund until when, and if i keep it when does it end?',
    'Yes, until 12 March 2026',
    'Covered until 4 March 2027. Then 30 days to renew',
  ],
  [
    'bought 5 March, when does it end and can I get a refund?',
    'Yes, until 12 March 2026',
    'Covered until 4 March 2027. Then 30 days to renew',
  ],
  [
    'refund for 6 March purchase, and remind me the day before the window closes',
    'Yes, until 13 March 2026',
    'Tracked. Your next reminder comes on 12 March 2026',
  ],
  [
    'bought 27 February, refund? if not, remind me before it renews',
    'No, that closed on 6 March 2026',
    'Tracked. Your next reminder comes on 28 December 2026',
  ],
])('of a refund and something else none is dropped: %s', async ([said, refund, other]) => {
  await chat()`
    > ${said}
      ${refund}
      ${other}
  `
})

test.for([
  ['we bought too big, 8 March, XL for 700 devices', 'Yes, until 15 March 2026', '1 L'],
  ['I ordered an M on the 5th but the plant has 720 devices. what now?', 'Yes, until 12 March 2026', '1 L'],
  ['site has 90 devices, we bought S by mistake on 8 March. worth changing?', 'Yes, until 15 March 2026', '1 XS'],
])('a wrong size that can still be given back is told so, beside the right one: %s', async ([said, refund, size]) => {
  await chat()`
    > ${said}
      ${refund}
      The size can't change before renewal. Protection goes on
      ${size}
  `
})

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

test('a purchase that lies too far ahead is refused as what it is', async () => {
  await chat()`
    > bought 5 March, refund?
      Yes, until 12 March 2026
    > 9999-12-31
      31 December 9999 can't be right. I accept days from 1 January 2015 to 10 March 2036
  `
})
