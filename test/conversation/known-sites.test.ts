import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const ifAdmin = ", if you're a Global or Billing admin and your billing account is MCA or MOSA"
const twoTrials = `
    > Lyon trial ends 15 April, extend?
      Yes, until 31 March 2026${ifAdmin}
    > Oslo trial ends 25 April, extend?
      Yes, until 10 April 2026${ifAdmin}
`
const twoLicences = `
    > Lyon licence ends 1 June, what happens after?
      Covered until 1 June 2026. Then 30 days to renew
    > Oslo licence ends 1 July, what happens after?
      Covered until 1 July 2026. Then 30 days to renew
`
const twoTracked = `
    > remind me: Lyon licence ends 1 June
      Tracked. Your next reminder comes on 2 April 2026
    > remind me: Oslo licence ends 1 July
      Tracked. Your next reminder comes on 2 May 2026
`

test.for(['can I still extend Lyon?', 'is it still possible for lyon?', 'until when could Lyon be prolonged?'])(
  'a known name decides whose day counts: %s',
  async words => {
    await chat()`
      ${twoTrials}
      > ${words}
        Yes, until 31 March 2026${ifAdmin}
        ... For Lyon
    `
  },
)

test.for([
  ["when does Lyon's service stop?", 'Covered until 1 June 2026. Then 30 days to renew'],
  ['is Lyon still covered on 5 June?', 'Renew by 1 July 2026: you are in the grace period'],
  ['what about the data in Lyon?', 'From 30 August 2026 on the data may be deleted. Act before'],
] as const)('a known name decides whose licence is asked about: %s', async ([words, headline]) => {
  await chat()`
    ${twoLicences}
    > ${words}
      ${headline}
      ... For Lyon
  `
})

test('a known name decides whose refund is asked about, and whose start is put right', async () => {
  await chat()`
    > Lyon licence started 1 March, refund?
      No, that closed on 8 March 2026
    > Oslo licence started 5 March, refund?
      Yes, until 12 March 2026
    > is Lyon refundable?
      No, that closed on 8 March 2026
    > Oslo actually started on 4 March
      Yes, until 11 March 2026
      ... For Oslo
  `
})

test.for(['remind me of Lyon', 'track Lyon', 'set a reminder for Lyon'])(
  'a reminder of a known name is of its own date: %s',
  async words => {
    await chat()`
      ${twoTrials}
      > ${words}
        Tracked. Your next reminder comes on 24 March 2026
        ... For Lyon
        ... 15 April 2026
    `
  },
)

test.for(['remind me of Oslo', 'set a reminder for Oslo', 'remind me of Oslo too'])(
  'a reminder of a name that nobody told a date of asks for it: %s',
  async words => {
    await chat()`
      > Lyon trial ends 15 April, extend?
        Yes, until 31 March 2026${ifAdmin}
      > ${words}
        I remind you before each date that closes a door
      > 20 May
        Tracked. Your next reminder comes on 28 April 2026
        ... For Oslo
    `
  },
)

test.for([
  'Lyon actually ends on 5 June',
  'actually Lyon ends on 5 June',
  'Lyon really ends on 5 June',
  "actually, Lyon's date is wrong, it's 5 June",
  'sorry, Lyon ends 5 June',
  "Lyon's licence ends on 5 June, not 1 June",
])('a correction moves the tracked one that it names: %s', async words => {
  await chat()`
    ${twoTracked}
    > ${words}
      Moved. The next reminder comes on 6 April 2026
      ... For Lyon
    > what do you track for me?
      2 are tracked here
      ... until 5 June 2026
      ... until 1 July 2026
  `
})

test.for(['Lyon was wrong, should be the 22nd', 'oops, I mixed up Lyon: the 22nd'])(
  'a day alone that puts one right is of its month: %s',
  async words => {
    await chat()`
    > remind me: Lyon licence ends 1 June
      Tracked. Your next reminder comes on 2 April 2026
    > remind me: Oslo licence ends 1 July
      Tracked. Your next reminder comes on 2 May 2026
    > ${words}
      Moved. The next reminder comes on 23 April 2026
      ... 22 June 2026
  `
  },
)

test('own days are those of the tracked one that is named', async () => {
  await chat()`
    ${twoTracked}
    > Lyon also 5 days before
      Changed. The next reminder comes on 2 April 2026
      ... For Lyon
  `
})

test('a name ends before its "\'s"', async () => {
  await chat()`
    > remind me, Basel's licence ends 30 June
      Tracked. Your next reminder comes on 1 May 2026
      ... For Basel
    > when does Basel end?
      Covered until 30 June 2026. Then 30 days to renew
  `
})

test('a name that is only compared turns to nobody', async () => {
  await chat()`
    ${twoTrials}
    > no, it ends 10 days later than Lyon, on 26 April
      Yes, until 11 April 2026${ifAdmin}
      ... For Oslo
  `
})
