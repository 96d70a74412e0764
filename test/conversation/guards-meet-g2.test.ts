import { expect, test } from 'vitest'
import { listChange } from '../../dialogs/sites/list-change.ts'
import { leavesNone, withoutSome } from '../../dialogs/sites/site-removals.ts'
import { chat } from '../support/chat.ts'
import { read, sitesIn } from '../understanding/reading.ts'

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
  ['what about 12,000 devices?', '3 XL'],
  ['and what about 800?', '1 L'],
  ['what would 12000 devices need?', '3 XL'],
  ['is M enough for 300?', '1 M'],
] as const)('a question of its own is answered beside a list, which comes back: %s', async ([says, headline]) => {
  await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > ${says}
      ${headline}
    > undo
      1 L, 1 M
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

const inView = [
  { name: 'Lyon', devices: 400 },
  { name: 'Basel', devices: 900 },
  { name: 'Turin', devices: 6000 },
]

test.for([
  ['please remove Turin from the list', 2],
  ["remove Turin, it's closed", 2],
  ['remove Turin, they sold it', 2],
  ['remove Turin because it was sold last year', 2],
  ['drop Turin and Basel, they are closed', 1],
  ["remove Turin, it's closed, and Basel", undefined],
  ['remove Turin, it is out, add Milan 300', undefined],
] as const)('where a site goes from, and why, is no other site: %s', ([says, left]) => {
  expect(withoutSome({ before: inView, text: says })?.length).toBe(left)
})

test.for(['clear the list', 'remove all', 'remove all sites', 'delete everything', 'remove Lyon, Basel and Turin'])(
  'nothing would be left by "%s"',
  says => {
    expect(leavesNone({ before: inView, text: says })).toBe(true)
    expect(leavesNone({ before: inView, text: 'remove Paris from the list' })).toBe(false)
  },
)

test('growth of one site alone leaves the others as they are', async () => {
  await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > only Lyon grows by 20%
      1 L, 1 M
      ... Basel | 900 | L
      ... Lyon | 480 | M
    > only Lyon with 450
      What is to change in the list?
  `
})

test('"two more: " adds to the list', () => {
  const said = [
    { name: 'Milan', devices: 300 },
    { name: 'Rome', devices: 700 },
  ]
  expect(listChange(inView, said, 'two more: Milan 300 and Rome 700').sites).toHaveLength(5)
})

test('a column of years is none of devices', () => {
  expect(sitesIn(read('Site\tOpened\tDevices\nLyon\t2019\t400\nBasel\t2021\t900').facts.sites)).toBe('Lyon 400, Basel 900')
})

test.for(['remove Basel for now', 'remove Basel please, thanks', 'remove the site in Basel', 'remove site Basel'])(
  'words about a name are no part of it: %s',
  says => {
    expect(withoutSome({ before: inView, text: says })?.map(({ name }) => name)).toEqual(['Lyon', 'Turin'])
  },
)

test.for(['great, now add Milan with 300', 'perfect. One more site: Milan, 300 devices', 'insert Milan 300'])(
  '"%s" adds to the list',
  async says => {
    await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > ${says}
      1 L, 2 M
  `
  },
)

test('growth is taken off, and no site', async () => {
  await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > with 20% growth
      1 XL, 1 M
    > remove the growth
      1 L, 1 M
  `
})

test('a number of all devices is none of one of the sites that were told of', async () => {
  await chat()`
    > we have 4 sites
      One licence per site, sized by its devices
    > 1000 devices in total
      One licence per site, sized by its devices
      ... no number for each of the 4 sites
    > 250 each
      4 S
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

test('a short name and the number of a site take it out, and "forget what I said" asks of none', async () => {
  await chat()`
    > Plant A 400, Plant B 900
      1 L, 1 M
    > remove B
      1 M
    > undo
      1 L, 1 M
    > remove site 2
      1 M
    > forget what I said
      OK, dropped. What would you like to know?
  `
})
