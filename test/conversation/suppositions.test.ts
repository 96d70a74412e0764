import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('what is only supposed is marked, and not kept', async () => {
  await chat()`
    > trial ends 15 April, billing admin, MCA, can we extend it?
      Yes, until 31 March 2026
    > what if it ended on 20 March?
      No, that closed on 5 March 2026. Ask sales instead
      ... Worked out for what you supposed
    > what counts as a device?
      Every IT, OT or IoT device with a network interface counts
    > start over
      Done: I've forgotten what you told me. What would you like to know?
  `
})

test('another size of network is followed up', async () => {
  await chat()`
    > we have 400 devices at one plant, which licence?
      1 M
    > and if it were 12,000?
      3 XL
      ... Worked out for what you supposed
  `
})

test('another site has its own dates', async () => {
  await chat()`
    > our trial ends on 15 April, I'm a billing admin with MCA, extend?
      Yes, until 31 March 2026
    > and for Lyon?
      You can ask until 15 days before the trial ends
      ... For Lyon
    > 8 May
      Yes, until 23 April 2026
  `
})

test('a new number is no way back to what was real', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > what if Porto had 1,100
      1 XL, 1 M
    > no, really 1,200
      Which site has 1,200 devices?
    > Porto
      1 XL, 1 M
      ... Porto | 1,200 | XL
  `
})

test('a supposed list that is changed stays supposed, and the real one comes back', async () => {
  await chat()`
    > Graz 310, Linz 95
      1 M, 1 XS
    > what if Linz has 300?
      2 M
      ... Worked out for what you supposed
    > and Graz 5001?
      2 XL, 1 M
      ... Worked out for what you supposed
    > really ours
      1 M, 1 XS
      ... Graz | 310 | M
  `
})

test('a change of the list that is only supposed is none, in whatever words', async () => {
  for (const words of [
    'and if Berlin had 1100?',
    'would it change if Berlin had 1100?',
    'if Berlin goes to 1100, what then?',
    'and should Berlin get 1100?',
  ])
    await chat()`
      > Lyon 400, Berlin 900
        1 L, 1 M
      > ${words}
        1 XL, 1 M
        ... Worked out for what you supposed; nothing of it is kept.
    `
  await chat()`
    > Hamburg 400, Berlin 900
      1 L, 1 M
    > what if Berlin closes
      1 M
      ... Worked out for what you supposed; nothing of it is kept.
  `
})

test('what is supposed to be added is not all there is', async () => {
  await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > what if we added a site with 300?
      1 L, 2 M
    > what about Milan 300?
      1 L, 3 M
  `
})

test('a purchase that is only supposed is not tracked', async () => {
  await chat()`
    > trial ends 15 april, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > whats the refund if we buy on 16 april
      Yes, until 23 April 2026
      ... Worked out for what you supposed; nothing of it is kept.
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
  `
})

test.each([
  'suppose berlin had 1100',
  'suppose Berlin has 1100',
  'and supposing berlin had 1100?',
  'assume berlin has 1100 devices',
  'imagine berlin had 1100',
  "let's say berlin had 1100",
  'say berlin had 1100',
  'if berlin had 1100',
  'pretend berlin had 1100',
  'what if Berlin had 1100',
])('a supposition leaves the list as it is, and its text says so: "%s"', async supposition => {
  await chat()`
    > Berlin 900, Lyon 400
      1 L, 1 M
    > ${supposition}
      1 XL, 1 M
      ... Worked out for what you supposed
      ... 2 sites
    > undo
      1 L, 1 M
      ... 1,300 devices
  `
})

test('a site that is only supposed to be gone is still there', async () => {
  await chat()`
    > Berlin 900, Lyon 400
      1 L, 1 M
    > suppose we drop lyon
      1 L
      ... Worked out for what you supposed
    > undo
      1 L, 1 M
  `
})
