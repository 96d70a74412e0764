import { describe, expect, test } from 'vitest'
import { growthTo } from '../../dialogs/understanding/sites/planned-counts.ts'
import { table } from '../support/table.ts'
import { read, sitesIn, unreadableIn } from './reading.ts'

const comesTo = (says: string) => {
  const { sites = [], growthPercent = 0 } = read(says).facts
  return sites.map(({ devices }) => Math.ceil(Number(((devices * (100 + growthPercent)) / 100).toFixed(6)))).join(', ')
}

describe('devices that are still to come to one site are its growth', () => {
  test.for(
    table('says', 'devices')`
      480 devices today and another 80 coming in June                            | 560
      We have 480 devices and will add 80 more this year                         | 560
      450 devices now, 100 more planned                                          | 550
      950 devices and they are adding 100 in autumn. L or XL?                    | 1050
      One plant, 90 devices, and 20 more coming soon                             | 110
      480 devices today, plus 80 in June                                         | 560
      480 devices, an additional 30 are on order                                 | 510
      our plant has 480 devices, next year another 100 cameras will be installed | 580
      480 devices now, 500 next year                                             | 500
      480 devices, 20 more than last year                                        | 480
      480 devices, growing over the next 3 years                                 | 480
    `,
  )('"$says": $devices', ({ says, devices }) => expect(comesTo(says)).toBe(devices))
})

test.for([
  [480, 500],
  [9_999, 10_000],
  [300, 301],
  [12_345, 15_000],
] as const)('growth from %d covers %d', ([now, then]) =>
  expect(Math.ceil((now * (100 + growthTo(now, then))) / 100)).toBeGreaterThanOrEqual(then),
)

describe('beside several sites they are told', () => {
  test.for(
    table('says', 'sites')`
      Ulm 480 devices (+80 planned), Bonn 300     | Ulm 480, Bonn 300
      400/900/6k growth of 100 devices each       | 400, 900, 6000
      400/900/6k, each will grow by 50 devices    | 400, 900, 6000
      Lyon 400, Metz 900, each gets 50 more       | Lyon 400, Metz 900
    `,
  )('"$says"', ({ says, sites }) => {
    const entities = read(says)
    expect(sitesIn(entities.facts.sites)).toBe(sites)
    expect(unreadableIn(entities)).toEqual(['1: devices to come; give the number of the site with them'])
  })
})

describe('what was said before, and is not so any more', () => {
  test.for(
    table('says', 'sites')`
      we have 1000 devices, no, 1001                                                         | 1001
      the site has 1000 devices (was 900)                                                    | 1000
      480 devices (previously 460)                                                           | 480
      3 plants 400/900/6k, I mean 400/900/5k                                                 | 400, 900, 5000
      They bought an L last May for 950 devices but now they have 1,300. can we swap to XL?  | 1300
      we ordered M in spring for 480 devices, now we are at 620                              | 620
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says).facts.sites)).toBe(sites))
})

test.for(
  table('says', 'sites', 'growth', 'unread')`
    3 plants 400/900/6k, 80% utilisation             | 400, 900, 6000    |      | 80%
    Lyon 400, Metz 900, 60% virtual                  | Lyon 400, Metz 900 |     | 60%
    3 plants 400/900/6k, sla 99 percent              | 400, 900, 6000    |      | 99 percent
    450 devices (+/- 10%)                            | 450               |      | 10%
    3 plants 400/900/6k, the partner gives us 10%    | 400, 900, 6000    |      | 10%
    3 plants 400/900/6k, 20%                         | 400, 900, 6000    | 20   |
    3 plants 400/900/6k with 20 percent, please      | 400, 900, 6000    | 20   |
    3 plants 400/900/6k +20%                         | 400, 900, 6000    | 20   |
    3 plants 400/900/6k, 20% more                    | 400, 900, 6000    | 20   |
    3 plants 400/900/6k, 90% sure                    | 400, 900, 6000    |      |
    3 plants 400/900/6k with 10-20% growth           | 400, 900, 6000    |      | 10-20%
    3 plants 400/900/6k with 10 % or 20 % growth     | 400, 900, 6000    |      | 10 % or 20 %
    3 plants 400/900/6k, growth between 10 and 20%   | 400, 900, 6000    |      | 10 and 20%
    3 plants 400/900/6k, 15% growth, not 20%         | 400, 900, 6000    | 15   |
    100 devices, 10% growth, no wait, 20%            | 100               | 20   |
    100 devices, 10% growth next year, 10% in 2028   | 100               |      | 10%, 10%
    100 devices, 20% more next year, 10% the year after | 100            |      | 20%, 10%
    5% 2026, 5% 2027 for 3 plants 400/900/6k         | 400, 900, 6000    |      | 5% 2026, 5% 2027
    5000 devices + 0.001%                            | 5000              | 0.001 |
  `,
)('"$says": a percentage is growth where it is said so or stands alone, and one alone', ({ says, sites, growth, unread }) => {
  const { facts, unreadable } = read(says)
  const unused = unreadable.map(({ text }) => text).join(', ')
  expect([sitesIn(facts.sites), String(facts.growthPercent ?? ''), unused]).toEqual([sites, growth, unread])
})

test.for(
  table('says', 'sites', 'coming')`
    3 plants 400/900/6k growing by 100 each               | 400, 900, 6000     | 100
    3 plants 400/900/6k, 100 more each next year          | 400, 900, 6000     | 100
    3 plants 400/900/6k, growth 100 devices per site      | 400, 900, 6000     | 100 devices
    3 plants 400/900/6k plus 100 each                     | 400, 900, 6000     | 100
    12 stores with 80 each plus 20 each                   | 80 x12             | 20
    3 plants with 400 devices each                        | 400 x3             |
    2 plants with 400 and 900 devices each                | 400, 900           |
    2 plants with 400, 3 with 900 each                    | 400 x2, 900 x3     |
  `,
)('"$says": what comes to each site is none of its own', ({ says, sites, coming }) => {
  const { facts, unreadable } = read(says)
  expect([sitesIn(facts.sites), unreadable.map(({ text }) => text).join(', ')]).toEqual([sites, coming])
})
