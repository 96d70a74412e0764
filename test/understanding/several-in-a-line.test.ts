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
