import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('"it renewed" moves to the term that began then', async () => {
  await chat()`
    > when does my licence end? started 5 March 2025
      Renew by 3 April 2026: you are in the grace period
    > it renewed
      Covered until 4 March 2027. Then 30 days to renew
      ... Licence started: 5 March 2026
    > can I get a refund?
      Yes, until 12 March 2026
  `
  await chat()`
    > licence started 5 March 2025
      Did you mean ...?
    > but it auto-renewed
      Covered until 4 March 2027. Then 30 days to renew
  `
  await chat()`
    > when does my licence end? started 5 March 2025
      Renew by 3 April 2026: you are in the grace period
    > it renewed on 5 March
      Covered until 4 March 2027. Then 30 days to renew
  `
})

test('a renewal whose term would be a guess is asked for it', async () => {
  await chat()`
    > when does my licence end? it ends 4 March 2026
      Renew by 3 April 2026: you are in the grace period
    > we've renewed it
      After the end you have 30 days to renew. Then the service stops
      ... When does the licence end?
    > 4 March 2028
      Covered until 4 March 2028. Then 30 days to renew
  `
  // Ahead of its end.
  await chat()`
    > when does my licence end? started 15 June 2025
      Covered until 14 June 2026. Then 30 days to renew
    > it has been renewed already
      After the end you have 30 days to renew. Then the service stops
  `
  // More than once, or not on the day on which the former term ended.
  await chat()`
    > when does my licence end? started 5 March 2024
      The data is probably deleted, since 2 July 2025
    > it renewed
      After the end you have 30 days to renew. Then the service stops
  `
  await chat()`
    > when does my licence end? started 5 March 2025
      Renew by 3 April 2026: you are in the grace period
    > renewed it yesterday
      After the end you have 30 days to renew. Then the service stops
  `
})

test('the days for a refund count from the day of the renewal', async () => {
  await chat()`
    > can I get a refund? licence started 1 February 2025
      No, that closed on 8 February 2025
    > it renewed
      No, that closed on 8 February 2026
    > it renewed on 8 March
      Yes, until 15 March 2026
  `
})

test('a renewal that is denied is none', async () => {
  await chat()`
    > when does my licence end? started 5 March 2025
      Renew by 3 April 2026: you are in the grace period
    > it did not renew
      Renew by 3 April 2026: you are in the grace period
    > it renewed
      Covered until 4 March 2027. Then 30 days to renew
    > no, it did not renew
      Renew by 3 April 2026: you are in the grace period
      ... Licence started: 5 March 2025
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

test('one that is asked about moves nothing', async () => {
  await chat()`
    > when does my licence end? started 5 March 2025
      Renew by 3 April 2026: you are in the grace period
    > has it renewed?
      Renew by 3 April 2026: you are in the grace period
  `
})

test.each([
  'it auto-renewed on 5 march',
  'renewed 5 march, bought 2024',
  'bought 2024, renewed 5 march',
  'the licence was renewed on 5 march',
  'sorry, we renewed it on 5 march',
])('the day of a renewal answers an open question about a refund: "%s"', async told => {
  await chat()`
    > can we get a refund?
      A licence can be given back within 7 days of its start
      ... When did the licence start?
    > ${told}
      Yes, until 12 March 2026
      ... Licence started: 5 March 2026
  `
})

test.each(['it renewed', 'we renewed it last year', 'it has been renewed already', 'it renewed last week'])(
  'without its day that stays open: "%s"',
  async told => {
    await chat()`
      > can we get a refund?
        A licence can be given back within 7 days of its start
      > ${told}
        A licence can be given back within 7 days of its start
        ... When did the licence start?
      > 5 march
        Yes, until 12 March 2026
    `
  },
)

test.each(['it auto-renewed on 1 March', 'we renewed on 1 march', 'our licence auto-renewed 1 march'])(
  'a renewal that was told before anything was asked is kept: "%s"',
  async told => {
    await chat()`
      > ${told}
        Did you mean ...?
        [Get a refund] [After a licence ends]
      > can we get a refund?
        No, that closed on 8 March 2026
        ... Licence started: 1 March 2026
    `
  },
)

test.each(['bought 5 march 2025 autorenewed 5 march this year refund', 'bought 2024 autorenewed on 5 march. refund?'])(
  'autorenewed, in one word: "%s"',
  async message => {
    await chat()`
      > ${message}
        Yes, until 12 March 2026
        ... Licence started: 5 March 2026
    `
  },
)
