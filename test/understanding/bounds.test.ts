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
