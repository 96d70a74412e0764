import { expect, test } from 'vitest'
import { listChange } from '../../dialogs/sites/list-change.ts'
import type { Site } from '../../rules/facts.ts'
import { chat } from '../support/chat.ts'

const inView: readonly Site[] = [
  { name: 'Lyon', devices: 400 },
  { name: 'Paris', devices: 300 },
  { name: 'Metz', devices: 90 },
]

/** The list after a message; as it is where something of the message would be left over. */
function after(says: string): readonly Site[] | undefined {
  const { sites, doubt } = listChange(inView, undefined, says)
  return doubt ? inView : sites
}

const asText = (sites: readonly Site[] = []) => sites.map(({ name, devices }) => `${name} ${devices}`).join(', ')

test.for([
  ['reduce Lyon by 100', 'Lyon 300, Paris 300, Metz 90'],
  ['take 100 off Lyon', 'Lyon 300, Paris 300, Metz 90'],
  ['raise Metz by 20', 'Lyon 400, Paris 300, Metz 110'],
  ['Lyon +100, Metz +20', 'Lyon 500, Paris 300, Metz 110'],
  ['50 more in Paris, 50 less in Lyon', 'Lyon 350, Paris 350, Metz 90'],
  ['Lyon: 100 fewer, Metz: 20 more', 'Lyon 300, Paris 300, Metz 110'],
  ['increase Lyon by 50 and Metz by 20', 'Lyon 450, Paris 300, Metz 110'],
  ['add 100 to Lyon and 20 to Metz', 'Lyon 500, Paris 300, Metz 110'],
  ['Lyon has doubled and Paris lost 50', 'Lyon 800, Paris 250, Metz 90'],
  ['Lyon less 100', 'Lyon 300, Paris 300, Metz 90'],
] as const)('a number that says how much more or fewer is no total: %s', ([says, sites]) => {
  expect(asText(after(says))).toBe(sites)
})

test.for([
  ['Lyon is 420, and add Bonn 95, and drop Paris', 'Lyon 420, Metz 90, Bonn 95'],
  ['Lyon is 420 and drop Paris', 'Lyon 420, Metz 90'],
  ['change Lyon to 420; delete Paris; add Bonn with 95', 'Lyon 420, Metz 90, Bonn 95'],
  ['Lyon has 420 now, Paris is closed, Bonn with 95 is new', 'Lyon 420, Metz 90, Bonn 95'],
  ['drop Metz; Paris 350', 'Lyon 400, Paris 350'],
  ['rename Lyon to Lille and set it to 420', 'Lille 420, Paris 300, Metz 90'],
  ['Lyon 450. Paris 350. Metz stays', 'Lyon 450, Paris 350, Metz 90'],
] as const)('every change of a message is made: %s', ([says, sites]) => {
  expect(asText(after(says))).toBe(sites)
})

test.for([
  'Lyon gets 100 new PLCs',
  'with 100 new PLCs in Lyon',
  'Lyon needs 100 spare',
  'with 100 reserve at Lyon',
  'in Lyon 100 are phones and do not count',
  'we need 5 sensors in Lyon',
  'leave room for 100 in Lyon',
  '10x that for Paris',
  'Paris x 3',
  'Lyon x1.5',
  'the count for Lyon is per building, there are 3',
  'Lyon is 95% full',
  'Metz closes, its devices move to Paris',
  'Paris closes and everything goes to Lyon',
  'swap Lyon and Paris, and Metz has 100',
  'Lyon has 100 more than Paris',
  'Lyon +100, Metz 20',
  'all but Metz have 500',
  'just Lyon with 450',
  'Lyon grows to one and a half',
  'half of Lyon is office equipment',
])('what is left over of a message keeps the list as it is: %s', says => {
  expect(asText(after(says) ?? inView)).toBe(asText(inView))
})

test.for([
  ['Lyon has 450 and Metz stays the same', 'Lyon 450'],
  ['it turned out that Lyon has 450', 'Lyon 450'],
  ['the customer says Lyon has 450 devices after the audit', 'Lyon 450'],
  ['Lyon went from 400 to 450', 'Lyon 450'],
  ['no, 450 at Lyon', 'Lyon 450'],
  ['Lyon down to 100', 'Lyon 100'],
] as const)('a plain new number is taken: %s', ([says, lyon]) => {
  expect(asText(after(says))).toBe(`${lyon}, Paris 300, Metz 90`)
})

test.for(['ulm is 350', 'budget is 5000'])('a word in lower case is no further site beside names: %s', says => {
  const said = [{ devices: Number(/\d+/.exec(says)?.[0]) }]
  expect(listChange(inView, said, says).doubt).toBe('replaced')
})

test('what a message may mean is offered, and nothing else of it is done', async () => {
  await chat()`
    > Lyon 400, Paris 300
      2 M
    > Lyon gets 120 new PLCs
      What is to change in the list?
      [Lyon: 120 devices] [Lyon: 520 devices] [Lyon: 280 devices]
    > [Lyon: 520 devices]
      1 L, 1 M
      ... Lyon | 520 | L
    > Paris x 3
      What is to change in the list?
      [Paris: 900 devices]
    > the list
      1 L, 1 M
  `
})

test('fewer sites than there are take the place of the list only where that is said', async () => {
  await chat()`
    > 10 sites with 80, 2 with 700
      2 L, 10 XS
    > one of the ten will close
      What is to change in the list?
    > two of the small ones have 130
      What is to change in the list?
    > only one with 700
      What is to change in the list?
    > 12 with 80
      What is to change in the list?
    > 9 small ones
      What is to change in the list?
    > the warehouse has 180
      What is to change in the list?
      [Add to the list] [A new list]
    > [Add to the list]
      2 L, 1 S, 10 XS
    > next customer: one site with 400
      1 M
    > Paris has 900 devices
      What is to change in the list?
      [Add to the list] [A new list]
    > [A new list]
      1 L
      ... Paris | 900 | L
    > 3 plants with 400, 900 and 6k
      2 XL, 1 L, 1 M
    > what licence do I need for a site with 90 devices?
      1 XS
  `
})

test('further sites in words of their own come to the list', async () => {
  await chat()`
    > Lyon 400, Paris 300
      2 M
    > they just told me there's also a warehouse with 60
      2 M, 1 XS
    > Ulm too, 450
      3 M, 1 XS
      ... Ulm | 450 | M
    > 80, 90, 100 as well
      3 M, 4 XS
    > add 6 more sites
      3 M, 4 XS
      ... no device count yet
  `
})

test('growth that is said of some of the sites is asked about', async () => {
  await chat()`
    > 3 plants with 900 and 5 warehouses with 80
      3 L, 5 XS
    > the warehouses double
      3 L, 5 XS
      ... Line 1: "the warehouses double": each site with a growth of its own; give the numbers with it
    > what if the plants grow by 20 %
      3 L, 5 XS
      ... Line 1: "20 %": each site with a growth of its own; give the numbers with it
    > all sites grow by 20 %
      3 XL, 5 XS
  `
})

test('what a list that grows is to be without, or with more, is asked about', async () => {
  await chat()`
    > Lyon 400, Paris 300
      2 M
    > 20% growth
      2 M
      ... Devices of today; sized with 20 % growth.
    > except Paris
      What is to change in the list?
    > and Lyon 30%
      What is to change in the list?
    > 90% of Lyon is OT
      What is to change in the list?
  `
})

test('a list that is only supposed is changed in words like any other', async () => {
  await chat()`
    > what if we had 3 sites with 400, 300, 90
      2 M, 1 XS
    > drop the last one
      2 M
      ... nothing of it is kept
  `
})

test('a name with the number of a site that has none is most likely its name', async () => {
  await chat()`
    > 3 plants: 400, 900 and 6k devices
      2 XL, 1 L, 1 M
    > Lyon is 400
      What is to change in the list?
      [It's the site with 400] [Add to the list] [A new list]
    > [It's the site with 400]
      2 XL, 1 L, 1 M
      ... Lyon | 400 | M
    > and Ulm is 900
      What is to change in the list?
      [It's the site with 900] [Add to the list] [A new list]
    > the 900 one is Ulm
      2 XL, 1 L, 1 M
      ... Ulm | 900 | L
    > the last one is Metz
      2 XL, 1 L, 1 M
      ... Metz | 6,000 | 2 XL
    > add Rome with 400
      2 XL, 1 L, 2 M
  `
  await chat()`
    > 3 plants: 400, 400 and 900 devices
      1 L, 2 M
    > Lyon is 400
      What is to change in the list?
      [Add to the list] [A new list]
    > Lyon is 400 and Ulm is 900
      What is to change in the list?
      [Add to the list] [A new list]
    > the 900 one is closed
      2 M
  `
})

test('a count that asks of the list is no device', async () => {
  await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > which one needs 2 XL?
      What is to change in the list?
  `
})

test.for([
  ['Lyon 120 PC, 90 PLC', '1 S'],
  ['Paris 50 pc, 30 PLC, 20 HMI', '1 XS'],
  ['Lyon 400, 10 pc growth', '1 M'],
] as const)('PCs are no per cent: %s', async ([says, order]) => {
  await chat()`
    > ${says}
      ${order}
  `
})
