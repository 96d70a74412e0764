import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('each of two places keeps its name', () => {
  test.for(
    table('says', 'sites')`
      sizing for chennai (3200) & pune (450)                          | chennai 3200, pune 450
      sizing for chennai 3200 & pune 450                              | chennai 3200, pune 450
      3200 chennai, 450 pune                                          | chennai 3200, pune 450
      in Chennai 3200 devices and in Pune we have 450                 | Chennai 3200, Pune 450
      in Bilbao we have 300 devices and in Sevilla 5.200              | Bilbao 300, Sevilla 5200
      for Lyon we count 300 devices, for Lille 450                    | Lyon 300, Lille 450
      at Leeds we've got 300 devices, at Hull there are 450           | Leeds 300, Hull 450
      in Leeds we count 300 plcs and 40 hmis, in Hull there are 450   | Leeds 340, Hull 450
      300 devices in Leeds and in Hull we have 450                    | Leeds 300, Hull 450
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says).facts.sites)).toBe(sites))

  test.for(
    table('says', 'sites')`
      plant (3200) & office (450), which size           | 3200, 450
      300 wired, 40 wireless                            | 300, 40
      300 plcs, 40 hmis                                 | 340
      maybe 300 and perhaps 400 devices, which licences | 300, 400
      Last count: 860. Which size?                      | 860
    `,
  )('"$says" names none', ({ says, sites }) => expect(sitesIn(read(says).facts.sites)).toBe(sites))
})
