import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const munich = `
  > remind me of the Munich trial, ends 12 April
    Tracked. Your next reminder comes on 21 March 2026`
const lyon = `
  > remind me before the Lyon licence ends on 30 September
    Tracked. Your next reminder comes on 1 August 2026`

test('a pause is no end', async () => {
  await chat()`${munich}
    > pause until 1 April
      Did you mean ...?
    > when does it end?
      Your trial covers you until 12 April 2026
  `
})

test('"tomorrow again" is no end, though no reminder came yet', async () => {
  await chat()`${munich}
    > tomorrow again
      Changed. The next reminder comes on 11 March 2026
      ... Trial ends: 12 April 2026
  `
})

test.for([
  ['it ends a month earlier', '30 August', '1 July'],
  ['it ends two days later', '2 October', '3 August'],
  ['no, the licence ends one week earlier', '23 September', '25 July'],
])('"%s" counts from the end that is tracked', async ([said, end, next]) => {
  await chat()`${lyon}
    > ${said}
      Moved. The next reminder comes on ${next} 2026
      ... Licence ends: ${end} 2026
  `
})

test('"it ends a month earlier" counts from the end that is talked about, not from today', async () => {
  await chat()`
    > licence ends 30 June, what then?
      Covered until 30 June 2026. Then 30 days to renew
    > it ends a month earlier
      Covered until 30 May 2026. Then 30 days to renew
  `
})

test.for([
  ['Munich is extended until 1 June', "Munich isn't tracked here. Shall I track it until 1 June 2026?"],
  ['Munich was extended by 30 days', "I don't track that one. These are tracked here"],
  ['we renewed Oslo until 1 June 2027', "Oslo isn't tracked here. Shall I track it until 1 June 2027?"],
])('"%s" moves no other site', async ([said, answer]) => {
  await chat()`${lyon}
      > ${said}
        ${answer}
      > when does Lyon end?
        Covered until 30 September 2026. Then 30 days to renew
        ... For Lyon
    `
})

test('a licence that is spoken of and was bought ends no reminder of a trial', async () => {
  await chat()`${munich}
    > remind me of the Lyon licence, ends 30 September
      Tracked. Your next reminder comes on 1 August 2026
    > we bought the licence on 6 March
      What is 6 March 2026?
      ... Lyon: Licence until 30 September 2026
      [It started then] [It's another one]
    > what do you track?
      2 are tracked here
  `
})

test.for([
  'Anna from Munich says the Lyon trial ends on 3 May, can we extend?',
  "I'm in Munich this week. Our trial in Lyon ends on 3 May, can we extend?",
])('a place in passing is not what a day is told of: "%s"', async said => {
  await chat()`${munich}
    > ${said}
      Yes, until 18 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
  `
})
