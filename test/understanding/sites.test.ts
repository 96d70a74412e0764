import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn, unreadableIn } from './reading.ts'

describe('a number of devices in any writing', () => {
  test.for(
    table('says', 'devices')`
      1,200 devices                                  | 1200
      1.200 devices                                  | 1200
      1 200 devices                                  | 1200
      1'200 devices                                  | 1200
      1.2k devices                                   | 1200
      3,6k devices                                   | 3600
      12k devices                                    | 12000
      1,00,000 devices                               | 100000
      twelve hundred devices                         | 1200
      twenty two hundred devices                     | 2200
      three hundred and eighty two devices           | 382
      4 thousand 9 hundred devices                   | 4900
      four and a half thousand devices               | 4500
      half a thousand devices                        | 500
      one seventy-five devices                       | 175
      a 3 300-device refinery                        | 3300
      about 980 devices                              | 980
      160 machines with network                      | 160
      -5 devices                                     | -5
      0 devices                                      | 0
    `,
  )('"$says" is $devices', ({ says, devices }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(devices)
  })
})

describe('sites in sentences', () => {
  test.for(
    table('says', 'sites')`
      3 plants: 400, 900 and 6k devices                                       | 400, 900, 6000
      ok and their 3 sites are 90, 430 and 1,050                              | 90, 430, 1050
      the sites are 120, 450 and 80 devices                                   | 120, 450, 80
      which licence for 100 devices?                                          | 100
      licence for 1000 devices please                                         | 1000
      what happens when our licence for 100 devices is exceeded               |
      we have a licence for 250 but 300 machines                              | 300
      400/900/6k                                                              | 400, 900, 6000
      400 900 6k                                                              | 400, 900, 6000
      20 sites of 80 each                                                     | 80 x20
      2 identical sites with 265 devices                                      | 265 x2
      three sites same size, 400 devices a piece                              | 400 x3
      sites are 8 nos, per site 120 devices                                   | 120 x8
      85 devs in singapore n 260 in batam                                     | singapore 85, batam 260
      plants in bilbao (310), vigo (95) and gijón (1.050)                     | bilbao 310, vigo 95, gijón 1050
      of the 900 devices half are in Cork and half in Kerry                   | Cork 450, Kerry 450
      a dozen sites with a hundred and ten devices at every one of them       | 110 x12
      27 wind farms, ~40 devices per farm                                     | 40 x27
      forty pumping stations each has around thirty five                      | 35 x40
      3 sites x 250, 2 sites x 900 and one with 6000                          | 250 x3, 900 x2, 6000
      2x 90, 1x 610, 1x 4,300                                                 | 90 x2, 610, 4300
      4 small depots w/ 45 devices each and 1 big plant w/ 2300               | 45 x4, 2300
      nine sites. eight of them have 50 devices, the ninth has 4,900          | 50 x8, 4900
      3 control rooms: first one 510 devices, other two 120 each              | 510, 120 x2
      half a thousand devices per factory, four factories                     | 500 x4
      I have 16 wind parks. Each park 22 devices. Control centre 130.         | 22 x16, 130
      total of 900 devices split evenly across 3 mills                        | 300 x3
      15k devices globally over 30 sites of equal size                        | 500 x30
      First one 700 devices, the second exactly half of that                  | 700, 350
      62 inverters and 9 gateways, 71 devices altogether                      | 71
      40 PLCs and 12 HMIs in one plant                                        | 52
      12 bottling lines with 40 devices each but one hall, so it's 480        | 480
      thirty stores no wait thirty two stores each about twenty five devices  | 25 x32
      it's 133 at the dairy, not 313                                          | 133
      2 more sites with 60 devices each and 1 other site with 500             | 60 x2, 500
      how many licences for five sites, 60 devices in each one?               | 60 x5
      2 buildings on one campus, 300 devices each, one site or two?           | 300 x2
      total of 3000 devices: 1000 in Graz, 2000 in Linz                       | Graz 1000, Linz 2000
      450 OT devices + 120 IT laptops                                         | 570
      45 PLCs and 12 HMIs in Graz, 30 PLCs and 4 HMIs in Linz, what size each | Graz 57, Linz 34
      Graz 100 PLCs, 50 HMIs, 20 switches; Linz 40 PLCs and 5 HMIs            | Graz 170, Linz 45
      Graz 300 PLCs and 40 HMIs at Linz                                       | Graz 300, Linz 40
      3 of our 12 sites have 400 devices each, the rest 80                    | 400 x3, 80 x9
      5 of 8 plants have 90 devices, 3 have 600                               | 90 x5, 600 x3
      8 shops, 35 cams + 4 switches each                                      | 39 x8
      sites: 14, devices per site: 120                                        | 120 x14
      500 devices in 3 sites: 200, 200 and 100                                | 200, 200, 100
      6 stores of which 2 have 300, the others 50                             | 300 x2, 50 x4
      half of our 20 sites have 80 devices, the other half 120                | 80 x10, 120 x10
      120 devices/site, 14 sites                                              | 120 x14
      120 devices x 14 sites                                                  | 120 x14
      Halle 1 (88), Halle 2 (91)                                              | Halle 1 88, Halle 2 91
      Paris (HQ) 1500, Lyon (2 buildings) 300                                 | Paris 1500, Lyon 300
    `,
  )('"$says": $sites', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('names of sites', () => {
  test.for(
    table('says', 'sites')`
      Malmö and Lund, 130 devices each                          | Malmö 130, Lund 130
      M for Leeds (430 devices) and XS for York (130 devices)   | Leeds 430, York 130
      800 devices in Porto                                      | Porto 800
      7.2k devices at our Houston plant                         | Houston 7200
      300 in Munich, 120 in Hamburg                             | Munich 300, Hamburg 120
      Bristol 88, Cardiff 260, Exeter 1010                      | Bristol 88, Cardiff 260, Exeter 1010
      Plant A: 120, Plant B: 480                                | Plant A 120, Plant B 480
      A=120 B=120 C=560                                         | A 120, B 120, C 560
      rail yard 150 / pit 480 / port 260                        | rail yard 150, pit 480, port 260
      terminal two has 612 and terminal four has ninety eight   | terminal two 612, terminal four 98
      Cruise terminal Miami, 1,100 devices                      | Miami 1100
      seven hundred devices in the brewery                      | 700
      the tannery reports 199 devices, the depot 41             | 199, 41
    `,
  )('"$says": $sites', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })
})

describe('a number that counts no devices', () => {
  test.for(
    table('says', 'sites')`
      our M, 500, is full: 620 devices                                   | 620
      should I take the 500 one or the 1000 one for 410 devices          | 410
      L covers 1000, we have 980                                         | 980
      is anything between 1,000 and 5,000 for fifteen hundred devices    | 1500
      85 people, 3 shifts and 190 networked devices                      | 190
      Quote Q-88213 rev 7.3: 240 devices                                 | 240
      two L's for 1,950 devices                                          | 1950
      call +44 20 7946 0958 or 10.0.0.1 about 75 devices                 | 75
      260 devices, maybe 20 are printers                                 | 260
      we had a look in 2024, now it is 333 devices                       | 333
      Graz 310 and Linz 95, start 2027                                   | Graz 310, Linz 95
      go-live Q3 2027: Graz 310 devices                                  | Graz 310
      Leeds 640 devices, Lyon 120 devices (69002)                        | Leeds 640, Lyon 120
      4 sensors per site, 3 sites, 200 devices each                      | 200 x3
      Graz 310 devices, room 204, rack 12                                | Graz 310
      Leeds 640 dev; phone 0113 496 0000; Lyon 120 dev                   | Leeds 640, Lyon 120
      Leeds: 640 devices, 12 subnets, 3 sensors, 2 engineers             | Leeds 640
      310 devices, 24/7 operation                                        | 310
      310 devices, 24x7 support                                          | 310
      quote: 3 x M at 1500 EUR each, what do they cover                  |
      10.20.30.0/24 has 180 devices, 10.20.31.0/24 has 95 devices        | 180, 95
    `,
  )('"$says": $sites', ({ says, sites }) => {
    expect(sitesIn(read(says).facts.sites)).toBe(sites)
  })

  test('is no fact where sizes are not the question', () => {
    expect(read('One PLC with 8 I/O modules, is that one device or nine?', 'count-devices').facts).toEqual({})
    expect(read('can I add a top-up for 80 more devices', 'change-size').facts).toEqual({})
  })

  test('is the present count that counts, and what comes is growth', () => {
    expect(sitesIn(read('we grew from 240 to 275 devices', 'change-size').facts.sites)).toBe('275')
    expect(read("we're going from 90 to 135 devices by summer").facts).toEqual({ sites: [{ devices: 90 }], growthPercent: 50 })
    expect(read('100 devices today, 250 next year').facts).toEqual({ sites: [{ devices: 100 }], growthPercent: 150 })
    expect(read('we have 400 devices and expect 600 in two years').facts).toEqual({ sites: [{ devices: 400 }], growthPercent: 50 })
    expect(sitesIn(read('400 devices in Lyon and we expect 300 in Rome next year').facts.sites)).toBe('Lyon 400, Rome 300')
  })

  test('is what is coming where other sites, which do not grow, stand beside it', () => {
    const { sites, growthPercent } = read('Lyon 400 growing to 600 and Ghent 900').facts
    expect([sites?.map(({ devices }) => devices), growthPercent]).toEqual([[600, 900], undefined])
  })
})

test('a range or a bound in a sentence is no number: it is told by its line', () => {
  const entities = read('Leeds 400, York 120,\nHull 400-450, Goole tbd, Selby 85')
  expect(sitesIn(entities.facts.sites)).toBe('Leeds 400, York 120, Selby 85')
  expect(unreadableIn(entities)).toEqual(['2: a range, not one number', '2: no device count yet'])
  expect(unreadableIn(read('between 400 and 450 devices'))).toEqual(['1: a range, not one number'])
})

describe('growth is told as a multiple', () => {
  test.for(
    table('says', 'percent')`
      3 sites of 400 with 2x growth                       | 100
      400 devices, 1.5x growth                            | 50
      400 devices, growth factor 1.5                      | 50
      400 devices, growing by a factor of two             | 100
      400 devices, three times as many next year          | 200
      400 devices, threefold growth                       | 200
      400 devices growing to 600                          | 50
      3 x 400 devices with 10% growth                     | 10
      20 sites x 80 devices, and growing                  | none
      Lyon 400 devices, Ghent is 3 times bigger           | none
      800 devices, that is 2x what we had                 | none
    `,
  )('"$says": $percent', ({ says, percent }) => {
    expect(String(read(says).facts.growthPercent ?? 'none')).toBe(percent)
  })
})

test('shares of what is there are no growth', () => {
  expect(read('Graz 310 devices, 80% OT, 20% IT').facts).toEqual({ sites: [{ devices: 310, name: 'Graz' }] })
  expect(read('VAT 20%, 310 devices at Graz').facts).toEqual({ sites: [{ devices: 310, name: 'Graz' }] })
})

test('what several sites have together is no number of any of them, and those without one are told', () => {
  const pooled = ['10 sites, 1000 devices in total', '10 sites, 1000 devices', '1000 devices across 10 sites'].map(says => read(says))
  for (const entities of pooled) {
    expect(entities.facts.sites).toBeUndefined()
    expect(unreadableIn(entities)).toEqual(['1: no number for each of the 10 sites'])
  }
  const partly = read('customer with 3 sites, Lyon has 400 devices')
  expect(sitesIn(partly.facts.sites)).toBe('Lyon 400')
  expect(unreadableIn(partly)).toEqual(['1: no device count for 2 of them'])
})

test.for(
  table('says', 'sites', 'bounds')`
    more than 1000 devices in Graz; Linz 40       | Linz 40 | more than 1000 devices
    max 250 devices in Graz, Wien 40              | Wien 40 | max 250 devices
    site B up to 500, site C 90                   | site C 90 | B up to 500
    over 5000 devices at one plant: which licence |         | over 5000 devices
    dozens of devices in Oslo, 40 in Bergen       | Bergen 40 | dozens of devices
    a few hundred devices at Graz                 |         | few hundred devices
    12 sites with less than 100 devices each      | 100 x12 |
    a few sites with 100 devices each             |         | few sites
    3 of 12 sites have 400 devices                | 400 x3  | 3 of 12 sites
    Graz 310, Linz 95, Wien ?                     | Graz 310, Linz 95 | Wien ?
  `,
)('"$says": what is bounded or vague is told, not sized', ({ says, sites, bounds }) => {
  const { facts, unreadable } = read(says)
  expect(sitesIn(facts.sites)).toBe(sites)
  expect(unreadable.map(({ text }) => text).join(', ')).toBe(bounds)
})
