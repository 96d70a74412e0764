import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn, unreadableIn } from './reading.ts'

describe('a count before its name', () => {
  test.for(
    table('says', 'sites')`
      400 Ghent, 900 Bruges, 6k Mons                                          | Ghent 400, Bruges 900, Mons 6000
      400 devices Ghent, 900 devices Bruges                                   | Ghent 400, Bruges 900
      400 - Ghent, 900 - Bruges and 6k - Mons                                 | Ghent 400, Bruges 900, Mons 6000
      400 Ghent 900 Bruges                                                    | Ghent 400, Bruges 900
      licences for 400 Ghent / 900 Bruges                                     | Ghent 400, Bruges 900
      Ghent 400, Bruges 900, Mons 6k                                          | Ghent 400, Bruges 900, Mons 6000
      Ghent 400 Bruges 900 Mons 6k                                            | Ghent 400, Bruges 900, Mons 6000
      400 in Ghent, 900 in Bruges                                             | Ghent 400, Bruges 900
      size 400, 900 and 6k                                                    | 400, 900, 6000
    `,
  )('$says', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('several groups of sites', () => {
  test.for(
    table('says', 'sites')`
      2 sites in Spain with 300 each and 3 in Italy with 900 each             | 300 x2, 900 x3
      2 sites in Spain with 300 devices each, 3 in Italy with 900             | 300 x2, 900 x3
      what'd it take for Oslo (1.3k), Bergen (480) and a dozen tiny cabins with 6 each? | Oslo 1300, Bergen 480, 6 x12
      Ten sites: nine of 90 and one of 9,000                                  | 90 x9, 9000
      Hospital north wing 300 and south wing 200, same campus                 | 500
      20 sites of 80 plus 3 of 1.2k                                           | 80 x20, 1200 x3
      2 plants in Spain (400 and 650) and 3 in Italy (90 each)                | 400, 650, 90 x3
      2 sites in Ghent with 300 and one in Bruges with 900                    | Ghent 300, Bruges 900
      Leeds 200 PLCs 100 cameras; York 90 PLCs                                | Leeds 300, York 90
      3 sites, 400 each, except one has 900                                   | 400 x2, 900
      6 plants, 400 each, but one of them 900                                 | 400 x5, 900
      16 warehouses with 90 devices, 4 of them 380                            | 90 x12, 380 x4
      16 warehouses, 12 of them 90 devices and 4 of them 380                  | 90 x12, 380 x4
      50 stores, 45 devices each, apart from the flagship with 300            | 45 x49, 300
    `,
  )('$says', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('a count that names share', () => {
  test.for(
    table('says', 'sites')`
      250 each in Paris, Lyon and Nice                                        | Paris 250, Lyon 250, Nice 250
      Paris, Lyon and Nice have 250 each                                      | Paris 250, Lyon 250, Nice 250
      Paris has 250 and Lyon and Nice 90 each                                 | Paris 250, Lyon 90, Nice 90
      our three sites Paris, Lyon and Nice each have 250 devices              | 250 x3
    `,
  )('$says', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('counts that add up', () => {
  test.for(
    table('says', 'sites')`
      3 sites: 100, 200 and 300 devices                                       | 100, 200, 300
      3 plants 400/500/900                                                    | 400, 500, 900
      sites with 100, 200 and 300                                             | 100, 200, 300
      Lyon 100, Nice 200, Paris 300                                           | Lyon 100, Nice 200, Paris 300
      Lyon 100, Nice 200, total 300                                           | Lyon 100, Nice 200
      120 + 80 = 200 devices                                                  | 200
      100 and 200, so 300 altogether                                          | 300
      we have 40 PLCs, 25 cameras, 65 devices                                 | 65
      1300 devices altogether, 400 in Ghent, the rest in Bruges               | Ghent 400, Bruges 900
    `,
  )('$says', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })

  test('sites of which no number is told are said to be missing', () => {
    expect(unreadableIn(read('5 sites: 100, 200, 300'))).toEqual(['1: no device count for 2 of them'])
    expect(unreadableIn(read('Ghent has 400 devices, Bruges the same'))).toEqual(['1: no number of its own'])
    expect(unreadableIn(read('2 sites in Ghent with 300 and one in Bruges with 900'))).toEqual(['1: no device count for 1 of them'])
    expect(unreadableIn(read('Ghent 400, Bruges 9OO'))).toEqual(['1: no device count yet'])
  })
})

describe('parts of one site', () => {
  test.for(
    table('says', 'sites')`
      120 devices per floor, three floors                                     | 360
      3 buildings with 4 floors each, 50 devices per floor                    | 200 x3
      4 lines with 60 devices each in one plant                               | 240
      Riga with 5 lines à 30 devices, Tartu with 3 lines à 25 devices         | Riga 150, Tartu 75
      5 floors x 60 devices in one building                                   | 300
      Ghent has 3 floors of 120 devices                                       | Ghent 360
      Ghent 300 per floor, 4 floors                                           | Ghent 1200
      a 12-storey tower with 40 devices on each floor                         | 480
      Ghent 400 (250 OT, 150 IT), Bruges 900                                  | Ghent 400, Bruges 900
      400 devices (300 PLCs and 100 cameras) in Ghent, 900 in Bruges          | Ghent 400, Bruges 900
    `,
  )('$says', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('numbers in other writings', () => {
  test.for(
    table('says', 'sites')`
      one mine, ca. 3½ thousand devices                                       | 3500
      2½k devices                                                             | 2500
      Ghent 2 million devices                                                 | Ghent 2000000
      Unit 7 has 45 devices                                                   | Unit 7 45
      site A 300 site B 700                                                   | site A 300, site B 700
      site one 200 site two 300 site three 400                                | site one 200, 300, 400
      500 (Leipzig) 300 (Dresden)                                             | Leipzig 500, Dresden 300
      Leipzig (500) Dresden (300)                                             | Leipzig 500, Dresden 300
      call me at 0471 22 33 44, Ghent has 400 devices                         | Ghent 400
      Leeds ~240, York ca. 600                                                | Leeds 240, York 600
    `,
  )('$says', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })

  test.for(
    table('says', 'sites')`
      Ghent 300+ devices, Bruges 900                                          | Bruges 900
      >1,000 devices at Hull, 90 at Bath                                      | Bath 90
    `,
  )('a bound is no number: $says', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
    expect(unreadableIn(read(says))).toEqual(['1: more or less than a number, not one number'])
  })

  test('what each floor has is no number for a site', () => {
    expect(sitesIn(read('Ghent has 120 devices per floor, Bruges 900').facts.sites)).toBe('Bruges 900')
    expect(unreadableIn(read('Ghent has 120 devices per floor, Bruges 900'))).toEqual(['1: a number for each floor, not for the site'])
  })
})

describe('growth', () => {
  test.for(
    table('says', 'percent')`
      Ghent 800 devices, growth 20                                            | 20
      Ghent 800 devices, growth: 20                                           | 20
      Ghent 1100 devices, customer wants 20pct growth                         | 20
      Ghent 800 devices with a growth of 15                                   | 15
    `,
  )('$says', ({ says, percent }) => {
    const { facts } = read(says)
    expect(`${facts.growthPercent}`).toBe(percent)
    expect(facts.sites).toHaveLength(1)
  })
})
