import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const list = 'Liege 400, Lyon 900'

test.each([
  'don’t forget Lyon please',
  'dont forget lyon',
  "let's not lose Lyon",
  "no don't drop Lyon",
  'do not remove Lyon from the list',
  'keep Lyon',
  'please keep lyon in the list',
  'leave Lyon in',
  'Lyon stays',
  'Lyon and Liege stay',
])('"%s" takes no site out', async said => {
  await chat()`
    > ${list}
      1 L, 1 M
    > ${said}
      1 L, 1 M
      ... Lyon | 900 | L
  `
})

test.each(['forget Lyon', "let's lose Lyon", 'leave Lyon out', 'keep only Liege', 'Liege stays, drop Lyon', 'not Lyon'])(
  '"%s" takes it out',
  async said => {
    await chat()`
      > ${list}
        1 L, 1 M
      > ${said}
        1 M
        ... Liege | 400 | M
    `
  },
)

test('"don\'t forget Bonn" adds one that is not in view', async () => {
  await chat()`
    > ${list}
      1 L, 1 M
    > don't forget Bonn
      One licence per site, sized by its devices
    > 90
      1 L, 1 M, 1 XS
  `
})

test.each(['back to sizing, add 95', 'ok back to the quote: add 95', "let's go back to the list and add Bonn 95"])(
  '"%s" after something else changes the list that was sized',
  async said => {
    await chat()`
      > ${list}
        1 L, 1 M
      > can I get a refund? bought 5 march
        Yes, until 12 March 2026
      > ${said}
        1 L, 1 M, 1 XS
    `
  },
)

test('going back to the list shows it, and may take its place', async () => {
  await chat()`
    > ${list}
      1 L, 1 M
    > can I get a refund? bought 5 march
      Yes, until 12 March 2026
    > back to the list
      1 L, 1 M
    > when do I get the refund? we bought it on 5 march
      Yes, until 12 March 2026
    > back to sizing: 300, 400 and 6k
      2 XL, 2 M
  `
})

test.each([
  ['can i extend the trial?', 'You can ask until 15 days before the trial ends'],
  ['can we get a refund?', 'A licence can be given back within 7 days of its start'],
  ['remind me before the trial ends', 'I remind you before each date that closes a door'],
])('a site of the list is put right after "%s", and the others stay', async (question, answer) => {
  await chat()`
    > lyon 400, paris 900
      1 L, 1 M
    > ${question}
      ${answer}
    > lyon has 600
      2 L
      ... paris | 900 | L
      ${answer}
  `
})
