import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

const told = (says: string) => {
  const { facts, unreadable } = read(says.replaceAll('\\n', '\n').replaceAll('\\t', '\t'))
  return { sites: sitesIn(facts.sites), unread: unreadable.map(({ text }) => text.replaceAll('\t', ' ')).join('; ') }
}

describe('several numbers in a line are several sites, or told: never one large number', () => {
  test.for(
    table('says', 'sites', 'unread')`
      A: 100, 200, 300\nB: 1000, 2000                                      | A 100, 200, 300, B 1000, 2000           |
      Contoso, 3 sites: 100, 200, 300\nFabrikam, 2 sites: 1000, 2000       | 100, 200, 300, 1000, 2000               |
      Dallas: 100; 200; 300\nAustin: 400; 500                              | Dallas 100, 200, 300, Austin 400, 500   |
      - Dallas: 100, 200, 300\n- Austin: 400, 500, 600                     | Dallas 100, 200, 300, Austin 400, 500, 600 |
      Dallas: 100, 200, 300\nAustin: 400                                   | Dallas 100, 200, 300, Austin 400        |
      Dallas: 100,200,300\nAustin: 400,500                                 | Dallas 100, 200, 300                    | Austin: 400,500
      A: 1, 200\nB: 2, 300                                                 |                                         | A: 1, 200; B: 2, 300
      100, 200,300                                                         | 100                                     | 200,300
      Dallas 100, 200, 300\nAustin 400                                   | Austin 400                              | Dallas 100, 200, 300
      Depot North 12,80\nDepot South 15,90                                | Depot North 12 80, Depot South 15 90    |
      Dallas: 1,200, incl. spares\nAustin: 300                             | Dallas 1200, Austin 300                 |
      Ghent, 1,200\nBruges, 300                                            | Ghent 1200, Bruges 300                  |
      we have 120,500 devices                                              | 120500                                  |
    `,
  )('"$says"', ({ says, sites, unread }) => expect(told(says)).toEqual({ sites, unread }))
})

describe('a quantity beside the devices counts sites, where it can count nothing else', () => {
  test.for(
    table('says', 'sites', 'unread')`
      Site\tQty\tDevices\nBranch\t12\t80\nHQ\t1\t1200                      | Branch 80 x12, HQ 1200    |
      Site;Count;Devices per site\nBranch;12;80\nHQ;1;1200                 | Branch 80 x12, HQ 1200    |
      Site,Assets,Quantity\nBranch,80,12\nHQ,1200,1                        | Branch 80 x12, HQ 1200    |
      Site\tQty\tOT\tIT\nBranch\t12\t60\t20\nHQ\t1\t900\t300               | Branch 80 x12, HQ 1200    |
      Site\tQty\tOT\tIT\nBranch\t80\t60\t20\nHQ\t1200\t900\t300            | Branch 80, HQ 1200        |
      Site\tQty\nBranch\t12\nHQ\t1200                                      | Branch 12, HQ 1200        |
      Site\tDevices\tSize\tQty\nBranch\t80\tXS\t1\nHQ\t1200\tXL\t2         | Branch 80, HQ 1200        |
      Site\tIPs\tQty\nBranch\t80\t70\nHQ\t1200\t900                        |                           | Branch 80 70; HQ 1200 900
      Site\tNo.\tDevices\nBranch\t12\t80\nHQ\t1\t1200                      | HQ 1200                   | Branch 12 80
      Site\tNo.\tDevices\nBranch\t101\t80\nHQ\t104\t1200                   | Branch 80, HQ 1200        |
    `,
  )('"$says"', ({ says, sites, unread }) => expect(told(says)).toEqual({ sites, unread }))
})

describe('a sign of multiplication tells how many sites, whatever stands behind', () => {
  test.for(
    table('says', 'sites', 'unread')`
      12x80, 500                           | 80 x12, 500                |
      12 X 80 and 500                      | 80 x12, 500                |
      12*80; 500                           | 80 x12, 500                |
      3x400/900                            | 400 x3, 900                |
      12× 80 + 500, 600                    | 80 x12, 500, 600           |
      10 x 100 devices, 500 devices        | 100 x10, 500               |
      12x80, 3x600, 500                    | 80 x12, 600 x3, 500        |
      12 sites of 80, 3 of 600, 500        | 80 x12, 600 x3, 500        |
      12 sites of 80, 2 of 600 and 700     | 80 x12, 600, 700           |
      12x80, 500\n3x600                    | 80 x12, 500, 600 x3        |
      Hull 12x80, 500\nParis 900           | 80 x12, 500, Paris 900     |
      Hull x12, 500\nParis 900             | Hull 500 x12, Paris 900    |
      3 sites of 240, 610, 1800            | 240, 610, 1800             |
      5x100 250                            | 100 x5, 250                |
      3 x 1 200                            | 1200 x3                    |
      12x80 500, 90                        | 90                         | 12x80 500
      2 x 50 100 devices                   |                            | 2 x 50 100 devices
    `,
  )('"$says"', ({ says, sites, unread }) => expect(told(says)).toEqual({ sites, unread }))
})
