import { expect, test } from 'vitest'
import { doubtedSort, withOtherSort } from '../../dialogs/sites/other-sorts.ts'
import { type Change, changeIn } from '../../dialogs/sites/site-changes.ts'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'

const inView = [
  { name: 'Lyon', devices: 400 },
  { name: 'Metz', devices: 900 },
]

test.for(
  table('says', 'lyon', 'metz')`
    Metz also has 300 OT                                     | 400  | 1200
    Metz has 300 OT on top                                   | 400  | 1200
    Metz also has 300 cameras                                | 400  | 1200
    Metz is 900 IT plus 300 OT                               | 400  | 1200
    Lyon 400 is OT only, there are 700 IT as well            | 1100 | 900
    each site has 50 IT devices too                          | 450  | 950
    and 80 IT each                                           | 480  | 980
    IT is another 200 per site                               | 600  | 1100
    and IT: Lyon 150, Metz 200                               | 550  | 1100
    we forgot the IT devices: 150 in Lyon, 200 in Metz       | 550  | 1100
  `,
)('"$says": Lyon $lyon, Metz $metz', ({ says, lyon, metz }) =>
  expect(withOtherSort(changeIn(inView, says) as Change)?.map(({ devices }) => String(devices))).toEqual([lyon, metz]),
)

test.for(['Metz has 300 OT', 'IT is 150 in Lyon and 200 in Metz', 'Metz also has 300 devices', 'each site has 50 IT devices'])(
  '"%s" may be a part',
  says => {
    expect(withOtherSort(changeIn(inView, says) as Change)).toBeUndefined()
    expect(doubtedSort(changeIn(inView, says) as Change)).toMatch(/^part of .*, or devices beside them\?$/)
  },
)

test.for([
  'Metz has 950 OT devices now',
  'sorry, Metz has 950 OT',
  'Metz also has 400',
  'and another plant with 150 IT devices',
  'Nice 300 OT',
])('"%s" tells of no other sort', says => {
  expect(withOtherSort(changeIn(inView, says) as Change)).toBeUndefined()
  expect(doubtedSort(changeIn(inView, says) as Change)).toBeUndefined()
})

test('the IT devices of the one site in view come to its OT devices', async () => {
  await chat()`
    > 400 OT devices
      1 M
    > plus 150 IT
      1 L
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Lyon 400 OT, Metz 900 OT
      1 L, 1 M
    > plus 150 IT
      Which site has 150 more devices?
    > Metz
      1 XL, 1 M
    > Metz has 200 IT
      1 XL, 1 M
      ... part of the 1050, or devices beside them?
    > what if Lyon also has 200 IT?
      1 XL, 1 L
  `
})
