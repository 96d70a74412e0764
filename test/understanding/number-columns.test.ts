import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn, unreadableIn } from './reading.ts'

const of = (rows: string) => read(rows.trim().replaceAll(' / ', '\n').replaceAll(' ; ', '\t'))
const WHICH = /^\d: which column has the devices\?/u
const TWICE = /^\d: a name that comes twice/u

describe('columns of which each may be the one of the devices are asked about, and never joined or left out', () => {
  test.for(
    table('rows')`
      Site ; Plant ; Office / Lyon ; 12 ; 300 / Paris ; 30 ; 200
      Site ; Factory ; Warehouse / Lyon ; 12 ; 300 / Paris ; 30 ; 200
      Site ; Building 1 ; Building 2 / Lyon ; 12 ; 300 / Paris ; 30 ; 200
      Location ; Type A ; Type B / Lyon ; 12 ; 300 / Paris ; 30 ; 200
      Site ; Existing ; Additional / Lyon ; 100 ; 300 / Paris ; 30 ; 200
      Site ; In scope ; Out of scope / Lyon ; 120 ; 200 / Paris ; 400 ; 490
      Site ; Active ; Inactive / Lyon ; 120 ; 200 / Paris ; 400 ; 490
      Plant ; Online ; Offline / Lyon ; 120 ; 200 / Paris ; 400 ; 490
      Site ; L1 ; L2 ; L3 / Lyon ; 120 ; 200 ; 8 / Paris ; 400 ; 490 ; 7
      Site ; Devices A ; Devices B / Lyon ; 120 ; 200 / Paris ; 400 ; 490
      Site ; Office devices ; Plant devices / Lyon ; 120 ; 200 / Paris ; 400 ; 490
      Site ; Office devices ; OT devices / Lyon ; 400 ; 30 / Paris ; 20 ; 5
      Site ; Inventory ; Scan / Lyon ; 120 ; 200 / Paris ; 400 ; 490
      Site ; Endpoints ; Servers / Lyon ; 120 ; 20 / Paris ; 400 ; 49
      Site ; OT ; IT ; Guest / Lyon ; 120 ; 200 ; 8 / Paris ; 400 ; 490 ; 7
      Site ; OT ; BMS ; IT / Lyon ; 10 ; 300 ; 7 / Paris ; 20 ; 100 ; 5
      Site ; Devices ; BMS / Lyon ; 40 ; 300 / Paris ; 20 ; 5
      Site,Wired,Wireless / Lyon,120,200 / Paris,30,300
      Site  Critical  Non-critical / Lyon  120  200 / Paris  30  300
      Site ; Users / Lyon ; 40 / Paris ; 20
      Site ; Users ; Area / Lyon ; 40 ; 3000 / Paris ; 20 ; 1000
    `,
  )('"$rows"', ({ rows }) => {
    const entities = of(rows)
    expect(entities.facts.sites).toBeUndefined()
    expect(unreadableIn(entities)).toEqual([expect.stringMatching(WHICH)])
  })

  test('without a header each row is told', () => {
    const entities = of('Lyon ; 12 ; 300 / Paris ; 30 ; 200 / York ; 7 ; 80')
    expect(entities.facts.sites).toBeUndefined()
    expect(unreadableIn(entities)).toEqual(['1', '2', '3'].map(line => `${line}: two numbers, not one`))
  })
})

describe('kinds of devices count together, and a column of all of them alone', () => {
  test.for(
    table('rows', 'sites')`
      Site ; Siemens ; Rockwell ; Other / Lyon ; 40 ; 360 ; 12 / Paris ; 30 ; 270 ; 5        | Lyon 412, Paris 305
      Site ; Siemens PLC ; Rockwell PLC / Lyon ; 40 ; 30 / Paris ; 20 ; 5                     | Lyon 70, Paris 25
      Site ; PLC/RTU ; SCADA ; Historian / Lyon ; 40 ; 3 ; 1 / Paris ; 30 ; 2 ; 1             | Lyon 44, Paris 33
      Site ; OT ; IT / Lyon ; 120 ; 200 / Paris ; 40 ; 49                                     | Lyon 320, Paris 89
      Site ; Total OT ; Total IT / Lyon ; 120 ; 200 / Paris ; 40 ; 49                         | Lyon 320, Paris 89
      Site ; OT ; IT ; PLC ; HMI / Lyon ; 40 ; 30 ; 30 ; 10 / Paris ; 20 ; 5 ; 15 ; 5         | Lyon 70, Paris 25
      Site ; A ; B ; Sum / Lyon ; 40 ; 30 ; 70 / Paris ; 20 ; 5 ; 25                          | Lyon 70, Paris 25
      Site ; Devices ; BMS / Lyon ; 400 ; 30 / Paris ; 20 ; 5                                 | Lyon 400, Paris 20
      Site ; Devices ; Sensors ; Users / Lyon ; 400 ; 3 ; 900 / Paris ; 20 ; 1 ; 40           | Lyon 400, Paris 20
      Site ; Devices 2024 ; Devices 2025 / Lyon ; 400 ; 330 / Paris ; 20 ; 50                 | Lyon 330, Paris 50
      # ; Site ; Mar 2026 / 1 ; Lyon ; 330 / 2 ; Paris ; 50                                   | Lyon 330, Paris 50
    `,
  )('"$rows": $sites', ({ rows, sites }) => {
    const entities = of(rows)
    expect([sitesIn(entities.facts.sites), unreadableIn(entities)]).toEqual([sites, []])
  })
})

test('a column of years is none of devices', () => {
  expect(sitesIn(read('Site\tOpened\tDevices\nLyon\t2019\t400\nBasel\t2021\t900').facts.sites)).toBe('Lyon 400, Basel 900')
})

describe('rows of one name are one site where they say its kinds, and else asked about', () => {
  test.for(
    table('rows', 'sites', 'told')`
      Site ; Device type ; Count / Bergen ; PLC ; 320 / Bergen ; HMI ; 100 / Oslo ; PLC ; 50 | Bergen 420, Oslo 50          | 0
      Site ; Vendor ; Devices / Bergen ; Siemens ; 320 / Bergen ; ABB ; 100 / Oslo ; ABB ; 50 | Bergen 420, Oslo 50         | 0
      Lyon: 400 PLCs / Lyon: 100 HMIs / Paris: 90 PLCs                                        | Lyon 500, Paris 90           | 0
      Customer ; Site ; Devices / Contoso ; HQ ; 320 / Fabrikam ; HQ ; 400                     | HQ 320, HQ 400               | 0
      Site ; Zone ; Devices / Bergen ; A ; 320 / Bergen ; B ; 100 / Oslo ; A ; 50             | Oslo 50                      | 2
      Site ; VLAN ; Devices / Bergen ; 10 ; 320 / Bergen ; 20 ; 100 / Oslo ; 10 ; 50          | Oslo 50                      | 2
      Site ; Year ; Devices / Bergen ; 2024 ; 320 / Bergen ; 2025 ; 400 / Oslo ; 2025 ; 50    | Oslo 50                      | 2
      Lyon: 400 / Paris: 990 / Lyon: 200                                                       | Paris 990                    | 2
      Lyon 400, Paris 990, Lyon 200                                                            | Paris 990                    | 2
      Lyon has 400, Paris has 990 and Lyon has 200                                             | Paris 990                    | 2
    `,
  )('"$rows": $sites', ({ rows, sites, told }) => {
    const entities = of(rows)
    expect(sitesIn(entities.facts.sites)).toBe(sites)
    expect(unreadableIn(entities)).toEqual(Array.from({ length: Number(told) }, () => expect.stringMatching(TWICE)))
  })
})
