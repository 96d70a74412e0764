import { expect, test } from 'vitest'
import { leavesNone, withoutSome } from '../../dialogs/sites/site-removals.ts'
import { chat } from '../support/chat.ts'

// A site that is taken out goes by its name, whatever else is said of it, and nothing else goes with it.

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

test.for(['remove Basel for now', 'remove Basel please, thanks', 'remove the site in Basel', 'remove site Basel'])(
  'words about a name are no part of it: %s',
  says => {
    expect(withoutSome({ before: inView, text: says })?.map(({ name }) => name)).toEqual(['Lyon', 'Turin'])
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
