import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn, unreadableIn } from './reading.ts'

describe('the buildings of one site are one site', () => {
  test.for(
    table('says', 'sites')`
      2 buildings with 400 devices each at one site           | 800
      one site, 2 buildings with 400 devices each             | 800
      3 buildings with 200 devices each, all one site         | 600
      hall A 400, hall B 300, all one site                    | 700
      one site: 400 in hall A, 300 in hall B                  | 700
      building A 400, building B 300, it's a single site      | 700
      3 buildings of 400 devices each                         | 400 x3
      1 plant with 400 and 3 buildings with 90 each           | 400, 90 x3
      1 plant and 3 buildings with 90 each                    | 90 x3
      1 plant, 2 warehouses with 90 each                      | 90 x2
      one plant: 400, another: 300                            | 400, 300
      Lyon 400, Metz 900, they're all one customer            | Lyon 400, Metz 900
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says).facts.sites)).toBe(sites))

  test('and are asked about where that is only likely', () =>
    expect(unreadableIn(read('campus with 3 buildings of 400 devices'))).toEqual(['1: all of one site, or each a site of its own?']))
})

describe('shares of so many sites', () => {
  test.for(
    table('says', 'sites', 'unread')`
      10 sites, 80 % of them with 100 devices, the rest 600     | 100 x8, 600 x2          | -
      10 sites, half with 100 devices, the rest 600             | 100 x5, 600 x5          | -
      10 sites, half of them have 100 devices, the others 600   | 100 x5, 600 x5          | -
      10 sites, 70% have 100 devices and 30% have 600           | 100 x7, 600 x3          | -
      12 sites, a third of them with 100 devices, the rest 600  | 100 x4, 600 x8          | -
      7 sites, half with 100 devices, the rest 600              | -                       | -
      10 sites: 4 with 100, 5 with 250                          | 100 x4, 250 x5          | 1: no device count for 1 of them
      12 sites, of which 4 have 100 devices, 8 have 250         | 100 x4, 250 x8          | -
      5 sites in Spain with 300 each, 3 in Italy with 900       | 300 x5, 900 x3          | -
    `,
  )('"$says": $sites', ({ says, sites, unread }) => {
    const entities = read(says)
    expect(sitesIn(entities.facts.sites) || '-').toBe(sites)
    expect(unreadableIn(entities).join() || '-').toBe(unread)
    expect(entities.facts.growthPercent).toBeUndefined()
  })
})
