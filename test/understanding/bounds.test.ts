import { expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

test.for(
  table('says', 'sites', 'bounds')`
    less than 250 devices, which size                 |      | less than 250 devices
    max. 250 devices which licence                    |      | max. 250 devices
    under 100 devices, which licence                  |      | under 100 devices
    no more than 500 devices at our plant, which size |      | no more than 500 devices
    does XL go up to 4,900 devices                    | 4900 |
    12 sites with less than 100 devices each          | 100 x12 |
  `,
)('"$says": a bound alone is asked about', ({ says, sites, bounds }) => {
  const { facts, unreadable } = read(says)
  expect([sitesIn(facts.sites), unreadable.map(({ text }) => text).join(', ')]).toEqual([sites, bounds])
})

test.for(
  table('says', 'sites', 'bounds')`
    3 plants with more than 500 devices each      |         | more than 500 devices
    3 plants more than 500 each                   |         | more than 500
    at least 400 in each of the 3 plants          |         | at least 400
    3 plants, each over 500                       |         | over 500
    10 sites with a minimum of 250 devices each   |         | minimum of 250 devices
    10 sites with at least 250 devices            |         | at least 250 devices
    10 sites with 250 devices or more             |         | 250 devices or more
    10 sites of 250 plus each                     |         | 250 plus
    10 sites with north of 250 each               |         | north of 250
    3 sites, no more than 400 each                | 400 x3  |
    12 sites, none over 100 devices               | 100 x12 |
    3 plants 400/900/6k, or more?                 | 400, 900, 6000 |
  `,
)('"$says": the least that each has is no number of any, the most is the safe side', ({ says, sites, bounds }) => {
  const { facts, unreadable } = read(says)
  expect([sitesIn(facts.sites), unreadable.map(({ text }) => text).join(', ')]).toEqual([sites, bounds])
})
