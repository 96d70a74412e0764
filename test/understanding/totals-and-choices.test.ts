import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

const told = (says: string) => {
  const { facts, unreadable } = read(says.replaceAll('\\n', '\n'), 'size-license', { asked: 'sites' })
  return { sites: sitesIn(facts.sites), unread: unreadable.map(({ text }) => text).join(', ') }
}

describe('a total is no site, and takes the place of none; what the sites do not come to is told', () => {
  test.for(
    table('says', 'sites', 'unread')`
      3 sites: 400, 900, 600 (1900 total)              | 400, 900, 600        |
      3 sites: 400, 900, 600 (2000 total)              | 400, 900, 600        | 2000
      3 plants: 240, 480, 90 (810 in total)            | 240, 480, 90         |
      3 sites, total 2,000: 400, 900, 600              | 400, 900, 600        | 2,000
      3 sites: 400, 900, total 1300                    | 400, 900             | 3 sites
      Lyon 400, Metz 900 -> 1300 total                 | Lyon 400, Metz 900   |
      Lyon 400, Metz 900 => 1300                       | Lyon 400, Metz 900   |
      Lyon 400, Metz 900, altogether 1300              | Lyon 400, Metz 900   |
      Lyon 400, Metz 900, sum: 1300                    | Lyon 400, Metz 900   |
      Lyon 400, Metz 900, total 1400                   | Lyon 400, Metz 900   | 1400
      400/900/600, total 1900                          | 400, 900, 600        |
      120 + 80 = 200 devices                           | 200                  |
      480 + 1040 = 1620                                | 480, 1040            | 1620
      Lyon 480, Metz 1040 = 1620                       | Lyon 480, Metz 1040  | 1620
      12 stores with 80 each (960 devices)             | 80 x12               |
      12 stores with 80 each (1000 devices)            | 80 x12               | 1000 devices
      12 stores 80 each = 1000 devices                 | 80 x12               | 1000 devices
      12 stores with 80 each, hq (400)                 | 80 x12, 400          |
      Lyon = 400, Metz = 900                           | Lyon 400, Metz 900   |
      Lyon 400, so call it 500                         | 500                  |
    `,
  )('"$says"', ({ says, sites, unread }) => expect(told(says)).toEqual({ sites, unread }))
})

describe('of two numbers for one site neither is taken', () => {
  test.for(
    table('says', 'sites', 'unread')`
      Ulm 240 or 260, Bonn 480                         | Bonn 480             | Ulm 240 or 260
      Ulm has 90, maybe 110 devices                    |                      | 90, maybe 110 devices
      Ulm 240, peak 260                                |                      | Ulm 240, peak 260
      Ulm 240, could be 260                            |                      | Ulm 240, could be 260
      1000 devices +/- 50                              |                      | 1000 devices +/- 50
      1000 devices give or take 50                     |                      | 1000 devices give or take 50
      400x3                                            |                      | 400x3
      Lyon 400 x 3\nBath 300                           | Bath 300             | Lyon 400 x 3
      12 x 80\nBath 300                                | 80 x12, Bath 300     |
      Ulm 240 or Bonn 260                              | Ulm 240, Bonn 260    |
      12 sites, none over 100 devices                  | 100 x12              |
    `,
  )('"$says"', ({ says, sites, unread }) => expect(told(says)).toEqual({ sites, unread }))
})

describe('names in a row behind the numbers are theirs in turn', () => {
  test.for(
    table('says', 'sites')`
      400, 900 and 6000 devices in Lyon, Metz and Rome     | Lyon 400, Metz 900, Rome 6000
      400/900/6k respectively in Lyon, Metz and Rome       | Lyon 400, Metz 900, Rome 6000
      400 and 900 devices in Lyon and Metz                 | Lyon 400, Metz 900
      400, 900 and 6000 devices in Lyon and Metz           | 400, 900, 6000
      600 each in Lyon and Metz                            | Lyon 600, Metz 600
    `,
  )('"$says"', ({ says, sites }) => expect(told(says).sites).toBe(sites))
})

test.for(
  table('says', 'sites')`
    four hundred\nnine hundred                 | 400, 900
    four hundred fifty\ntwo thousand devices   | 450, 2000
    Dallas 400\nnine hundred                   | Dallas 400, 900
    Dallas four hundred\nAustin nine hundred   | Dallas 400, Austin 900
  `,
)('a number in words is all of its line: "$says"', ({ says, sites }) => expect(told(says).sites).toBe(sites))
