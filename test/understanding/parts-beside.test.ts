import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('a kind of devices behind a count is more of the same site, part of it, or asked about: never in its place', () => {
  test.for(
    table('says', 'sites', 'unread')`
      Ulm 240 + 15 HMIs\nBonn 480                                   | Ulm 255, Bonn 480     |
      Ulm 240 & 15 HMIs\nBonn 480                                   | Ulm 255, Bonn 480     |
      Ulm = 240 plus 15 HMIs, Bonn 480                              | Ulm 255, Bonn 480     |
      Dallas 120 + 30 cameras + 20 PLCs\nAustin 400                 | Dallas 170, Austin 400 |
      Ulm 95 + 12 switches                                          | Ulm 107               |
      two plants: Ulm has 240 devices and 15 cameras, Bonn 480      | Ulm 255, Bonn 480     |
      2 sites with 240 + 15 HMIs each                               | 255 x2                |
      Ulm 240 incl. 15 HMIs\nBonn 480                               | Ulm 240, Bonn 480     |
      Ulm 240 (incl. 15 HMIs)\nBonn 480                             | Ulm 240, Bonn 480     |
      Ulm 240 (15 HMIs)\nBonn 480                                   | Ulm 240, Bonn 480     | 15 HMIs
      Ulm 240, 15 HMIs\nBonn 480                                    | Ulm 240, Bonn 480     | 15 HMIs
      Ulm 240 (15 HMIs), Bonn 480                                   | Ulm 240, Bonn 480     | 15 HMIs
      Plant 2 (15 HMIs)\nPlant 3 (20 HMIs)                          | Plant 2 15, Plant 3 20 |
      Hall 12 (300 devices)\nHall 13 (200 devices)                  | Hall 12 300, Hall 13 200 |
    `,
  )('"$says"', ({ says, sites, unread }) => {
    const { facts, unreadable } = read(says.replaceAll('\\n', '\n'))
    expect([sitesIn(facts.sites), unreadable.map(({ text }) => text).join(', ')]).toEqual([sites, unread])
  })
})
