import { describe, expect, test } from 'vitest'
import { nameIn } from '../../dialogs/reminders/reminding.ts'
import { chat } from '../support/chat.ts'

// Two sites, one asked about after the other: neither is answered or reminded with the days of the other.

test.for([
  ['can I extend the trial for Lyon? it ends 15 April', 'can I extend the trial for Oslo? it ends 24 March', 'Lyon', 'Oslo'],
  ['can I extend the trial in Lyon? it ends 15 April', "can I extend Oslo's trial? it ends 24 March", 'Lyon', 'Oslo'],
  ['can I extend our Lyon trial? it ends 15 April', 'can I extend the Oslo trial? it ends 24 March', 'Lyon', 'Oslo'],
  ['can I extend the trial of plant 2? it ends 15 April', 'can I extend the trial of plant 3? it ends 24 March', 'plant 2', 'plant 3'],
  ['can I extend the trial of Werk 2? it ends 15 April', 'and Werk 3? it ends 24 March', 'Werk 2', 'Werk 3'],
  ['for Werk 2 our trial ends 15 April, can we extend?', 'for Werk 3 our trial ends 24 March, can we extend?', 'Werk 2', 'Werk 3'],
])(
  '"%s", then "%s"',
  ([first, second, one, other]) =>
    chat()`
    > ${first}
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For ${one}
    > ${second}
      No, that closed on 9 March 2026. Ask sales instead
      ... For ${other}
    > and ${one}?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For ${one}
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... For ${one}
      ... Trial ends: 15 April 2026
  `,
)

test('the same of another one is asked for its own day', async () => {
  await chat()`
    > can I extend the trial for Lyon? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > can I extend the trial for Oslo?
      You can ask until 15 days before the trial ends
      ... For Oslo
    > it ends 20 March
      No, that closed on 5 March 2026. Ask sales instead
      ... For Oslo
  `
})

test('a refund of one is not told with the day of the other', async () => {
  await chat()`
    > can I return the licence for Lyon, bought 5 March?
      Yes, until 12 March 2026
      ... For Lyon
    > refund for Oslo, bought 1 March?
      No, that closed on 8 March 2026
      ... For Oslo
    > and Lyon?
      Yes, until 12 March 2026
      ... For Lyon
  `
})

test('what was told without a name stays apart from what has one', async () => {
  await chat()`
    > can I extend my trial? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > can I extend the trial for Oslo? it ends 24 March
      No, that closed on 9 March 2026. Ask sales instead
      ... For Oslo
    > and ours?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('the number of a plant is none of devices', async () => {
  await chat()`
    > plant 1: 400, plant 2: 900
      1 L, 1 M
    > and plant 2?
      1 L
      ... For plant 2
      ... 900 devices, 1 site, 1 licence
    > what about plant 3?
      One licence per site, sized by its devices
      ... For plant 3
  `
  await chat()`
    > 3 sites: 100, 200, 300
      1 M, 1 S, 1 XS
    > what about plant 2?
      One licence per site, sized by its devices
  `
  await chat()`
    > can we extend the trial of plant 3? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and plant 4?
      You can ask until 15 days before the trial ends
      ... For plant 4
    > it ends 24 March
      No, that closed on 9 March 2026. Ask sales instead
      ... For plant 4
  `
})

test('a start and an end less than a year apart are not of one licence', async () => {
  await chat()`
    > licence bought on 8 March, can we give it back?
      Yes, until 15 March 2026
    > what happens when our licence ends on 10 May?
      Covered until 10 May 2026. Then 30 days to renew
    > remind me
      Tracked. Your next reminder comes on 11 March 2026
      ... Licence ends: 10 May 2026 (61 days left)
      ... ◆ 10 May 2026, in 61 days  Licence ends
    > bought a licence on 6 March, can I return it?
      Yes, until 13 March 2026
  `
})

test('the same one in other words is no other one', async () => {
  await chat()`
    > can I extend the trial for Contoso? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > when does the trial of Contoso Ltd end?
      Your trial covers you until 15 April 2026
    > what happens after the OT trial?
      Your trial covers you until 15 April 2026
  `
})

describe('what is tracked', () => {
  test.for([
    ['remind me about plant 2, licence ends 4 May', 'remind me about plant 3, licence ends 8 June', 'plant 2', 'plant 3'],
    ['remind me of our licence for Werk 1, it ends 4 May', 'remind me of our licence for Werk 2, it ends 8 June', 'Werk 1', 'Werk 2'],
    ['remind me: licence for site 7 ends 4 May', 'remind me: licence for site 12 ends 8 June', 'site 7', 'site 12'],
    [
      'remind me about the Building 9 licence, it ends 4 May',
      'remind me about the Building 10 licence, it ends 8 June',
      'Building 9',
      'Building 10',
    ],
    ['track the licence of customer 12 until 4 May', 'track the licence of customer 13 until 8 June', 'customer 12', 'customer 13'],
    ['remind me: our licence in Lyon 2 ends 4 May', 'and Lyon 3: 8 June', 'Lyon 2', 'Lyon 3'],
  ])(
    '"%s", then "%s" are two',
    ([first, second, one, other]) =>
      chat()`
      > ${first}
        Tracked. Your next reminder comes on 4 April 2026
        ... For ${one}
      > ${second}
        Tracked. Your next reminder comes on 9 April 2026
        ... For ${other}
      > stop ${one}
        Stopped: no more reminders for this one
      > what do you track?
        The next reminder comes on 9 April 2026
        ... For ${other}
    `,
  )

  test('is not warned of the refund of another one', async () => {
    await chat()`
      > remind me of our licence for Lyon, bought on 9 March
        Tracked. Your next reminder comes on 13 March 2026
      > remind me of the licence of Oslo which ends 10 May
        Tracked. Your next reminder comes on 11 March 2026
        ... For Oslo
        ... Licence ends: 10 May 2026
        ... ◆ 10 May 2026, in 61 days  Licence ends
    `
  })

  test('keeps the start that was told of it', async () => {
    await chat()`
      > licence for Lyon bought on 5 March, can I give it back?
        Yes, until 12 March 2026
      > remind me of the licence of Lyon which ends 4 March 2027
        Tracked. Your next reminder comes on 11 March 2026
        ... Licence started: 5 March 2026
    `
  })
})

test.for([
  ['remind me before the trial for Lyon 15 April', 'Lyon'],
  ['remind me for Lyon 5 days before it ends', 'Lyon'],
  ['remind me: trial in Lyon 15/4', 'Lyon'],
  ['remind me: TRIAL for Lyon 15 APRIL', 'Lyon'],
  ['remind me: trial in Lyon 15 or 20 April', 'Lyon'],
  ['remind me: trial in Lyon 3rd May', 'Lyon'],
  ['remind me: licence for Lyon 400 devices', 'Lyon'],
  ['remind me: licence in Lyon 2027-05-04', 'Lyon'],
  ['remind me: licence in Lyon 2, ends 4 May', 'Lyon 2'],
  ['remind me: licence of Halle 4b', 'Halle 4b'],
  ['remind me: trials of plant 1 and plant 2', undefined],
  ['remind me about plant no. 4', 'plant no. 4'],
  ['remind me: 2 plants', undefined],
  ['remind me: trial 2 ends', undefined],
])('the name in "%s" is %s', ([text, name]) => expect(nameIn(text ?? '')).toBe(name))
