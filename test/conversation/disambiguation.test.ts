import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a date that reads two ways is asked back, day first in Britain', async () => {
  await chat({ locale: 'en-GB' })`
    > our trial ends 3/4/2026, can we extend it?
      Which day is "3/4/2026"?
      [3 April 2026] [4 March 2026]
    > [3 April 2026]
      Yes, until 19 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a date that reads two ways is asked back, month first in the United States', async () => {
  await chat({ locale: 'en-US' })`
    > our trial ends 3/4/2026, can we extend it?
      Which day is "3/4/2026"?
      [March 4, 2026] [April 3, 2026]
    > April 3
      Yes, until March 19, 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a day that no calendar has is asked again', async () => {
  await chat()`
    > our trial ends on 31 February, can we extend it?
      There is no day "31 February" in the calendar
    > 28 February
      No, the trial ended on 28 February 2026. Sales can still be asked
  `
})

test('a number that can not be right is refused', async () => {
  await chat()`
    > which licence for 0 devices at our site?
      0 can't be a number of devices. I accept whole numbers from 1 to 10,000,000
    > 80
      1 XS
  `
})

test('numbers alone are devices at sites, but one number may be anything', async () => {
  await chat()`
    > 400/900/6k
      2 XL, 1 L, 1 M
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > 42
      Did you mean ...?
      [Size licences for my sites] [Something else]
    > [Size licences for my sites]
      1 XS
  `
})

test('a button that is typed does what it does when it is pressed', async () => {
  await chat()`
    > what is the meaning of life
      That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else
      [Size licences for my sites]
    > size licences for my sites
      One licence per site, sized by its devices
  `
})

test('of two trials or licences in one message it is asked which is meant', async () => {
  await chat()`
    > our trial ends on 3 April and the other one on 20 May, can I extend?
      Which day is "3 April or 20 May"?
      [3 April 2026] [20 May 2026]
    > the second one
      Yes, until 5 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial ends on 3 April or 4 April, not sure. extend?
      Which day is "3 April or 4 April"?
    > the later one
      Yes, until 20 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > first trial ended 1 March, second trial ends 15 April; extension possible?
      Which day is "1 March or 15 April"?
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > we bought one licence on 2 March and one on 6 March. can we give back both?
      Which day is "2 March or 6 March"?
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Nice ends 8 April, Lille ends 10 April, can we extend both trials?
      Yes, until 24 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      Yes, until 26 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Three licences, ordered on the 1st, 4th and 9th of March. Which can still be given back?
      A licence can be given back within 7 days of its start
    > 4 March
      Yes, until 11 March 2026
  `
})

test('numbers between commas are a list, unless they are one number with two thousands separators', async () => {
  await chat()`
    > 3 sites: 400,900,6000
      2 XL, 1 L, 1 M
    > 1,200,300 devices at one site, which licence?
      241 XL
    > 2 plants with 1,200,300 and 1.000.000
      441 XL
  `
})

test('a statement alone is answered with what follows from it, and one that may lead to several is asked back', async () => {
  await chat()`
    > licence finished on 31 January
      The service stopped on 3 March 2026. Buy again before 1 May 2026 to keep the data
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Hi, our trial ends on 4 May.
      Yes, until 19 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial started 1 March 2026 and ends 30 March 2026
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > actually sorry 15 March
      No, that closed on 28 February 2026. Ask sales instead
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial is over since 3 weeks
      The trial is over. Buy by 19 March 2026 to keep its data
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial ends 3/4/2026
      Which day is "3/4/2026"?
    > the second
      No, the trial ended on 4 March 2026. Sales can still be asked
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > we bought our licence on 5 March
      Did you mean ...?
      [Get a refund] [After a licence ends] [Remind me]
    > the first one
      Yes, until 12 March 2026
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > E5 licence ended 31 January
      Did you mean ...?
  `
})

test('a day alone is tracked as neither the end of a trial nor that of a licence until that is said', async () => {
  await chat()`
    > remind me
      Which dates shall I watch?
    > ends 15 April
      What ends on 15 April 2026: a trial or a paid licence?
      [Trial] [Paid licence]
    > it's a trial
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026 (36 days left)
  `
  await chat()`
    > remind me
      Which dates shall I watch?
    > 15 April
      What ends on 15 April 2026: a trial or a paid licence?
    > [Paid licence]
      Tracked. Your next reminder comes on 16 March 2026
  `
  await chat()`
    > remind me
      Which dates shall I watch?
    > it's the paid one
      I remind you before each date that closes a door
    > no, it's a trial, 15 April
      Tracked. Your next reminder comes on 24 March 2026
  `
})
