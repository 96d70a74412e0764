import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('a chassis with modules counts once, and neither racks nor lines are sites', () => {
  test.for(
    table('says', 'sites', 'unread')`
      3 PLC racks with 12 modules each, which licence?             | 3    | 12 modules
      which licence for 12 line cards in one chassis?              | -    | 12 line cards
      which size for 3 chassis with 12 modules each and 400 PLCs?  | 403  | 12 modules
      which licence for 400 PLCs with 8 I/O modules each?          | 400  | 8 I/O modules
      6 switches with 48 modules, 300 PLCs, which licence?         | 306  | 48 modules
      which licence for 40 switches with 48 ports each?            | 40   | 48 ports
      which licence: 10 racks with 20 PLCs each                    | -    | 10 racks with 20 PLCs each
      10 cabinets with 30 devices each, which size?                | -    | 10 cabinets with 30 devices each
      5 machines with 30 devices each, which licence?              | -    | 5 machines with 30 devices each
      20 robots with 3 controllers each, which licence?            | -    | 20 robots with 3 controllers each
      we have 4 production lines with 80 PLCs each, which licence? | -    | 4 production lines with 80 PLCs
      Lyon: 10 racks with 20 PLCs each\nPorto: 300                 | Porto 300 | Lyon: 10 racks with 20 PLCs each
      1 plant, 4 lines, 80 devices each - licence?                 | 320  | -
      10 lines x 30 devices, one plant                             | 300  | -
      4 lines with 60 devices each in one plant                    | 240  | -
      3 ports with 400 devices each                                | 400 x3 | -
      Port of Rotterdam 900 devices, which licence?                | Rotterdam 900 | -
      3 plants with 400 PLCs each                                  | 400 x3 | -
      300 robots and 20 conveyors                                  | 320  | -
      which licence for 300 badge readers with cards               | 300  | -
    `,
  )('"$says": $sites', ({ says, sites, unread }) => {
    const { facts, unreadable } = read(says.replaceAll('\\n', '\n'))
    expect(sitesIn(facts.sites) || '-').toBe(sites)
    expect(unreadable.map(({ text }) => text).join(', ') || '-').toBe(unread)
  })
})
