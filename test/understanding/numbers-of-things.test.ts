import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('what is quoted or ordered counts; the number of a quote or an order, a year or a telephone does not', () => {
  test.for(
    table('says', 'sites')`
      quote 400/900/6k                                          | 400, 900, 6000
      please quote 400 900 6k                                   | 400, 900, 6000
      order: 400, 900 and 6k                                    | 400, 900, 6000
      can I get a quote for 400/900/6k?                         | 400, 900, 6000
      order 400 devices                                         | 400
      quote 3 x 400 and 1 x 6k                                  | 400 x3, 6000
      quote 3 plants 400/900/6k                                 | 400, 900, 6000
      quote 4471, 400 devices                                   | 400
      quote 4471/2, 400 devices                                 | 400
      quote 2026/118: 400 devices                               | 400
      order 12345: 400 devices                                  | 400
      quote no 4711: 3 plants 400/900/6k                        | 400, 900, 6000
      Lyon 400\nMetz 900\nNice opening 2027 with 300            | Lyon 400, Metz 900, 300
      Nice (opens 2027): 300, Lyon 400                          | Nice 300, Lyon 400
      Nice (2027) 300, Lyon 400                                 | Nice 300, Lyon 400
      Nice (2027), Lyon (400)                                   | Nice 2027, Lyon 400
      Lyon 400, Metz 900. Call me at 555 1234                   | Lyon 400, Metz 900
      Lyon 400, Metz 900. My number is 555 8877                 | Lyon 400, Metz 900
      Lyon 400, Metz 900, opp 778812                            | Lyon 400, Metz 900
      Lyon 400, Metz 900, deal 4455, prio 1                     | Lyon 400, Metz 900
      customer 44123: Lyon 400, Metz 900                        | Lyon 400, Metz 900
      customer 3 plants 400/900/6k                              | 400, 900, 6000
      deal 400/900/6k                                           | 400, 900, 6000
      Plant North 480\nPlant South 1,040\nTel 0711 123456       | Plant North 480, Plant South 1040
      Plant North 480\nPlant South 1,040\nFax 0711 12345        | Plant North 480, Plant South 1040
      Cell 400\nHall 900                                        | Cell 400, Hall 900
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says.replaceAll('\\n', '\n')).facts.sites)).toBe(sites))
})
