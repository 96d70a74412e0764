import { expect, test } from 'vitest'
import { doubtedIn } from '../../dialogs/sites/doubted-changes.ts'
import { type Change, changeIn } from '../../dialogs/sites/site-changes.ts'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'

const inView = [
  { name: 'Lyon', devices: 400 },
  { name: 'Metz', devices: 900 },
]

test.for(
  table('says', 'why')`
    Rome has half of Metz                          | no number of its own
    Namur has double that                          | no number of its own
    100 of those in Metz are offline               | a part of its devices; how many does it have in all?
    50 devices in Lyon will be decommissioned      | a part of its devices; how many does it have in all?
    Metz has one more: 901                         | the number of this site, or a further one?
  `,
)('"$says": $why', ({ says, why }) => expect(doubtedIn(changeIn(inView, says) as Change)).toBe(why))

test.for([
  'double Lyon',
  'Lyon doubles',
  'Lyon has 950',
  'Rome has 300',
  'Lyon has 20 more devices',
  'each has double',
  'not Metz',
  'Metz has the same as Lyon',
])('"%s" is not doubted', says => expect(doubtedIn(changeIn(inView, says) as Change)).toBeUndefined())

test('what is told of one site by another leaves the list as it is, and is told', async () => {
  await chat()`
    > Lyon 400, Metz 900
      1 L, 1 M
    > Rome has half of Metz
      1 L, 1 M
      ... Not counted, please correct
    > Rome has 450
      1 L, 2 M
    > it's Nancy, not Metz
      1 L, 2 M
      ... Nancy | 900 | L
    > Nancy gets 300 of Lyon's devices
      1 XL, 1 M, 1 XS
    > 100 devices were retired in Nancy
      1 XL, 1 M, 1 XS
      ... Nancy | 1,100 | XL
    > each will grow by 50 devices
      1 XL, 1 M, 1 S
  `
})

test('a part of the devices of the one site in view is no number of sites', async () => {
  await chat()`
    > 400 devices
      1 M
    > 100 of them are offline
      1 M
      ... how many does it have in all?
  `
})
