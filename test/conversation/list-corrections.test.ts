import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a number that is not so any more gives way to the one beside it, in either order', async () => {
  await chat()`
    > Lyon 400, Paris 900
      1 L, 1 M
    > Lyon is 500 not 400
      1 L, 1 M
      ... Lyon | 500 | M
    > Paris has 1.1k devices, not 900
      1 XL, 1 M
      ... Paris | 1,100 | XL
    > Lyon is 90 instead of 500
      1 XL, 1 XS
    > it's 240 in Lyon, not 90
      1 XL, 1 S
    > Lyon 240 -> 600
      1 XL, 1 L
  `
})

test('sites without a name are called by their place in the list', async () => {
  await chat()`
    > 3 plants: 400, 900 and 6k devices
      2 XL, 1 L, 1 M
    > site 3 is 5k not 6k
      1 XL, 1 L, 1 M
    > the first one is 90
      1 XL, 1 L, 1 XS
    > the last one has 240
      1 L, 1 S, 1 XS
    > scrap the second one
      1 S, 1 XS
  `
})

test('a site in view goes by whatever word it is taken out with', async () => {
  await chat()`
    > Lyon 400, Mons 900, Paris 90, Nice 240, Lille 6k, Metz 95
      2 XL, 1 L, 1 M, 1 S, 2 XS
    > skip Mons
      2 XL, 1 M, 1 S, 2 XS
    > take Lyon out
      2 XL, 1 S, 2 XS
    > cancel Metz
      2 XL, 1 S, 1 XS
    > forget about Paris
      2 XL, 1 S
    > leave out Lille
      1 S
  `
})

test('sites are added to the list in view, with how many they are', async () => {
  await chat()`
    > 20 sites of 80
      20 XS
    > plus 3 of 1.2k
      3 XL, 20 XS
    > and 2 sites of 300 devices
      3 XL, 2 M, 20 XS
    > add 4 more sites of 240
      3 XL, 2 M, 4 S, 20 XS
    > make it 25 x 80
      3 XL, 2 M, 4 S, 25 XS
    > and 20k in Liege
      7 XL, 2 M, 4 S, 25 XS
    > 2 more like Liege
      15 XL, 2 M, 4 S, 25 XS
  `
})

test('more devices at a site in view are no site of their own', async () => {
  await chat()`
    > Ghent 800
      1 L
    > another 300 devices there
      1 XL
      ... Ghent | 1,100 | XL
    > Ghent lost 200 devices
      1 L
    > what if we add 500 devices?
      1 XL
      ... Worked out for what you supposed
  `
  await chat()`
    > 10 branches, 90 devices per site
      10 XS
    > plus 20 printers per branch
      10 S
    > growth 20
      10 S
      ... 110 → 132
  `
})

test('a count that could not be read is given by itself', async () => {
  await chat()`
    > Ghent 400, Bruges ?, Antwerp 700
      1 L, 1 M
      ... Line 1: "Bruges ?": no device count yet
    > 200
      1 L, 1 M, 1 S
      ... Bruges | 200 | S
  `
})

test('a list and a question about something else are both answered', async () => {
  await chat()`
    > 3 plants 400/900/6k and can they still extend their trial? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      2 XL, 1 L, 1 M
  `
  await chat()`
    > 3 plants 400/900/6k. Is that part of E5?
      No, the OT site licence is not part of Microsoft 365 E5 or E5 Security
      2 XL, 1 L, 1 M
  `
})

test('the list in view is shown again, and why it can not be ordered otherwise', async () => {
  await chat()`
    > Lyon 400, Paris 9000
      2 XL, 1 M
    > how many XL is that in total?
      2 XL, 1 M
    > why not 10 L?
      One licence per site
    > show me the list again
      2 XL, 1 M
    > Paris splits into two sites, 500 and 400
      3 M
    > Lyon is 2 buildings, 200 and 200
      3 M
      ... several buildings: is that one site, or a site each?
  `
})

test('groups and sites without a name are changed by what they are', async () => {
  await chat()`
    > Ghent 300, Bruges 900
      1 L, 1 M
    > plus 4 offices with 30 each
      1 L, 1 M, 4 XS
    > offices have 240 each
      1 L, 1 M, 4 S
    > actually 7 offices
      1 L, 1 M, 7 S
  `
  await chat()`
    > each of our 12 branches has 45 devices
      12 XS
    > plus hq w/ 2.3k
      1 XL, 12 XS
    > hq is 990
      1 L, 12 XS
  `
  await chat()`
    > sites: 100; 250; 500
      1 M, 1 S, 1 XS
    > +1 on each
      1 L, 1 M, 1 S
  `
})

test('a list is added to while a question about something else is open', async () => {
  await chat()`
    > Leeds 120, York 80, Hull 60
      1 S, 2 XS
    > can the customer get a refund if we pick too big?
      A licence can be given back within 7 days of its start
    > and add Bath 300
      1 M, 1 S, 2 XS
      A licence can be given back within 7 days of its start
  `
})

test.for([
  ['exactly 412', '412 | M'],
  ['exactly 412 devices', '412 | M'],
  ['412 to be precise', '412 | M'],
  ["it's 450", '450 | M'],
  ['it grows to 600', '600 | L'],
  ['300 OT and 100 IT', '400 | M'],
  ['300 OT and 150 IT', '450 | M'],
] as const)('"%s" is the number of the only site', async ([says, line]) => {
  await chat()`
    > 400 devices
      1 M
    > ${says}
      1 ${line.slice(-1)}
      ... Site 1 | ${line}
  `
})

test.for([
  ["it's 450", 'Lyon | 450 | M'],
  ['what about 450?', 'Site 1 | 450 | M'],
] as const)('the only site keeps its name where its number is put right: %s', async ([says, line]) => {
  await chat()`
    > Lyon 400
      1 M
    > ${says}
      1 M
      ... ${line}
  `
})

test('each site with a growth of its own is asked for its number', async () => {
  await chat()`
    > Leeds 240 growing 10 %, York 600 growing 5 %
      1 L, 1 S
      ... each site with a growth of its own; give the numbers with it
    > with 10 % growth
      1 L, 1 M
  `
})

test('after a question of what it costs, "4000 each" may be a price: the list stays', async () => {
  await chat()`
    > 3 plants: 400, 900, 6k
      2 XL, 1 L, 1 M
    > what does that cost?
      Prices are on the plans and pricing page
    > 4000 each
      I didn't understand that
    > show the list
      2 XL, 1 L, 1 M
  `
})
