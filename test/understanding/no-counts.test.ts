import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('a number by which somebody is called, found or known is no count of devices', () => {
  test.for(
    table('says', 'sites')`
      900 devices, phone 0171-4455667, which size                                | 900
      which licence for 400 devices? My phone: 089 123456                        | 400
      400 devices, call 0664 1234567 if questions. which licence?                | 400
      400 devices, extension 4471, which licence                                 | 400
      call me on +49 89 1234567 - 900 devices, one plant, what size              | 900
      size for 900 devices? (214) 555-0199                                       | 900
      900 devices which licence. Customer ID 1002345, ref 2026/118               | 900
      Contract 778812 / 900 devices / 1 site -> SKU?                             | 900
      Server 2019, port 443 and 150 devices: which licence size do I need?       | 150
      John Miller, 1200 Main Street, Dallas TX 75201: 900 devices, which licence | 900
      Port of Rotterdam 900 devices, Port 2 450 devices                          | Rotterdam 900, Port 2 450
      we have 3 ports with 400 devices each                                      | 400 x3
    `,
  )('"$says": $sites', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })

  test.each([
    '900 devices which licence\n--\nJohn Miller | Suite 400 | 1200 Main Street, Dallas TX 75201 | (214) 555-0199',
    'We have 900 devices.\nZ poważaniem,\nAnna Nowak\nul. Długa 15/3, 31-147 Kraków\ntel. 12 345 67 89',
  ])('%j', says => {
    const { facts, unreadable } = read(says)
    expect([sitesIn(facts.sites), unreadable]).toEqual(['900', []])
  })
})

describe('of the same devices only the present count is sized', () => {
  test.for(
    table('says', 'sites')`
      last year we had 700 devices, now 900. which size to buy?           | 900
      900 devices today, 700 a year ago; which size?                      | 900
      in 2025 we counted 700 devices and now 900, which size              | 900
      was 350 devices, is now 400. which licence size?                    | 400
      we have currently 400 devices, before 350. licence size?            | 400
      we thought 300 but it's actually 450 devices at the plant. size?    | 450
      450 rather than 300 devices, size?                                  | 450
      we onboarded 120 of 900 devices. what size license do we need?      | 900
      900 devices at the plant, 120 onboarded so far. which size?         | 900
      just shy of 5k, 4999 devices. XL x1?                                | 4999
      260 devices in 1 building (3 floors, 24 switches incl.) licence?    | 260
      Lyon had 400 devices last year, now Rome has 300                    | Lyon 400, Rome 300
    `,
  )('"$says": $sites', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('what one site has of several sorts counts together, and what another has does not', () => {
  test.for(
    table('says', 'sites')`
      factory has 480 OT devices and another 240 IT devices, which size?  | 720
      plant has 480 OT devices plus 240 IT ones, what size?               | 720
      400 OT devices, additionally 240 IT devices at the site, size?      | 640
      400 OT devices along with 240 IT devices in our plant, which size   | 640
      the site has 400 OT devices. Plus 240 IT devices. size?             | 640
      Our plant has 500 PLCs and also 250 PCs. size?                      | 750
      500 OT devices as well as 250 office devices in the plant, size     | 750
      400 OT devices in Lyon and another 300 OT devices in Rome           | Lyon 400, Rome 300
      Lyon has 400 devices and another 300 are in Rome                    | Lyon 400, 300
      400 devices and another 50 coming in May                            | 400
    `,
  )('"$says": $sites', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('"both" and "all three" are counts of sites', () => {
  test.for(
    table('says', 'sites')`
      both of our plants have 600 devices, which license           | 600 x2
      both plants have 700 devices, sizes?                         | 700 x2
      our two plants both have 700 devices, sizes?                 | 700 x2
      all three of our factories have 600 devices. licences?       | 600 x3
      both plants: 300 and 400 devices                             | 300, 400
      Lyon 300, Rome 400, both sites in the EU                     | Lyon 300, Rome 400
      site1: 300, site2: 450 licences?                             | site1 300, site2 450
      1 lakh devices single site how many XL                       | 100000
    `,
  )('"$says": $sites', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('a range of devices is no number, however far apart its ends are', () => {
  test.for([
    'Lyon has 300 to 600 devices',
    'Lyon has 50 to 300 devices',
    'Lyon has from 300 to 600 devices',
    'Lyon 300 or 900 devices',
    'we have 8-120 devices',
    'between 5 and 150 devices in Lyon',
    '3 sites with 5-600 devices each',
  ])('"%s"', says => {
    const { facts, unreadable } = read(says)
    expect([facts.sites, unreadable[0]?.why]).toEqual([undefined, 'a range, not one number'])
  })

  test.for([
    ['Lyon grows from 300 to 600 devices', '600'],
    ['Plant 8-120 devices', 'Plant 8 120'],
    ['Hall 2 - 300 devices', 'Hall 2 300'],
  ])('"%s" is none', ([says = '', sites]) => expect(sitesIn(read(says).facts.sites)).toBe(sites))
})
