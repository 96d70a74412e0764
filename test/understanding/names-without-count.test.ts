import { describe, expect, test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('names in a list of one line that have no count are told, not dropped', () => {
  test.for(
    table('says', 'sites', 'unread')`
      Lyon 400, Leeds                                          | Lyon 400               | Leeds
      Lyon 400, Leeds, Porto 900                               | Lyon 400, Porto 900    | Leeds
      lyon 400, leeds, porto 900                               | lyon 400, porto 900    | leeds
      Lyon 400 / Leeds / Porto 900                             | Lyon 400, Porto 900    | Leeds
      We have Lyon 400, Leeds and Porto 900, which licences?   | Lyon 400, Porto 900    | Leeds
      sizes for Lyon (400), Leeds, Porto (900) please          | Lyon 400, Porto 900    | Leeds
      which licences for Lyon 400 devices and Leeds?           | Lyon 400               | Leeds
      Plant A 300, Plant B, Plant C 200                        | Plant A 300, Plant C 200 | Plant B
      site 1: 300, site 2, site 3: 200                         | site 1 300, site 3 200 | site 2
      Lyon 400, Leeds tbd, Porto 900                           | Lyon 400, Porto 900    | Leeds tbd
      Lyon 400, please                                         | Lyon 400               | -
      Bob, Lyon 400, Porto 900                                 | Lyon 400, Porto 900    | -
      Lyon 400, Porto 900, Thanks Bob                          | Lyon 400, Porto 900    | -
      Lyon 400, Porto 900, Germany                             | Lyon 400, Porto 900    | -
      Austin 400, Texas, Graz 90                               | Austin 400, Graz 90    | -
      Munich, Germany 400, Porto 300                           | Germany 400, Porto 300 | -
      400 each in Lyon and Leeds                               | Lyon 400, Leeds 400    | -
      both Lyon and Leeds have 400                             | Lyon 400, Leeds 400    | -
      Lyon and Leeds have 400 and 300                          | Lyon 400, Leeds 300    | -
      Lyon, Leeds and Porto have 400, 300 and 900 devices      | Lyon 400, Leeds 300, Porto 900 | -
      400 devices in Lyon and Bob wants to know the licence    | Lyon 400               | -
    `,
  )('"$says": $sites', ({ says, sites, unread }) => {
    const { facts, unreadable } = read(says)
    expect(sitesIn(facts.sites)).toBe(sites)
    expect(unreadable.map(({ text }) => text).join(', ') || '-').toBe(unread)
  })
})

test.for(['400 in Lyon and Leeds', '400 devices in Lyon and Leeds, which licence?', 'Lyon and Leeds have 400'])(
  '"%s": nobody said what each of them has',
  says => {
    const { facts, unreadable, places } = read(says)
    expect(facts.sites).toBeUndefined()
    expect(unreadable[0]?.why).toBe('no number for each of the 2 sites')
    expect(places).toBe(2)
  },
)

test('the site without a count takes the number that is given next', async () => {
  await chat()`
    > Lyon 400, Leeds
      1 M
      ... Line 1: "Leeds": no device count
    > 350
      2 M
      ... Leeds | 350 | M
  `
})
