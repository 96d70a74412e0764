import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('all devices of a site count, with their sort before or behind the numbers', () => {
  test.for(
    table('says', 'sites')`
      OT 300 IT 150                                                  | 450
      OT 700 IT 400                                                  | 1100
      OT 300 IT 150 IoT 20                                           | 470
      OT: 300 IT: 150                                                | 450
      OT 300 / IT 150                                                | 450
      300 OT 150 IT                                                  | 450
      ot: 300, it: 150                                               | 450
      OT: 300 PLCs, IT: 150 laptops                                  | 450
      IT devices 300, OT devices 800                                 | 1100
      OT assets: 300, IT assets: 150                                 | 450
      OT: 300 devices, IT: 150 devices                               | 450
      OT devices: 800\nIT devices: 300                               | 1100
      OT: 800\nIT: 300                                               | 1100
      Ghent OT 300 IT 150, Bruges OT 80 IT 20                        | Ghent 450, Bruges 100
      Ghent: OT devices 300, IT devices 150\nBruges: OT 80, IT 20    | Ghent 450, Bruges 100
      Ghent OT 300 IT 150 and Bruges 900                             | Ghent 450, Bruges 900
    `,
  )('"$says": $sites', ({ says, sites }) =>
    expect(sitesIn(read(says.replaceAll('\\n', '\n'), 'size-license', { asked: 'sites' }).facts.sites)).toBe(sites),
  )
})
