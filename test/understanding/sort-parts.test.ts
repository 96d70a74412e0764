import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { read, sitesIn } from './reading.ts'

describe('OT and IT devices of a site count together, and a part of a count never again', () => {
  test.for(
    table('says', 'sites')`
      400 total, 300 ot                                        | 400
      400 devices in total, 300 of them OT                     | 400
      400 incl. 100 IT                                         | 400
      400 devices, 300 OT and 100 IT                           | 400
      we have 1,200 devices, 900 OT and 300 IT, what size?     | 1200
      300 OT, 400 total                                        | 400
      OT 300, IT 100, total 400                                | 400
      300 OT of 400 devices                                    | 400
      400 devices (300 OT)                                     | 400
      size for a site with 900 devices (OT: 700, IT: 200)      | 900
      which licence for 400 devices, of which 300 OT?          | 400
      Lyon 400 total 300 OT, Porto 900 total 200 OT            | Lyon 400, Porto 900
      Lyon 300 OT, 400 total; Porto 200 OT, 900 total          | Lyon 400, Porto 900
      Lyon 400 (300 OT), Porto 900 (200 OT)                    | Lyon 400, Porto 900
      400 OT, 100 IT                                           | 500
      400 ot 100 it                                            | 500
      which licence for 400 devices plus 100 IT?               | 500
      Lyon 400 OT 100 IT, Porto 900 OT 50 IT                   | Lyon 500, Porto 950
      Lyon: OT 400 IT 100; Porto: OT 900, IT 50                | Lyon 500, Porto 950
      which size for 310 devices and 40 laptops?               | 350
      400 devices in Lyon, 300 OT in Leeds                     | Lyon 400, Leeds 300
      2 sites: 400 devices, 300 OT                             | 400, 300
      300 OT in Lyon, 100 IT in Lyon                           | Lyon 400
      Lyon OT 300, Lyon IT 100, Porto 900                      | Lyon 400, Porto 900
      Lyon 400 devices on 3 servers, which licence             | Lyon 400
      we have 300, it should grow to 400 devices               | 300
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says).facts.sites)).toBe(sites))
})

describe('what may be a part or more is told', () => {
  test.for(
    table('says', 'sites', 'doubted')`
      400 devices, 300 OT                    | 400      | 300 OT
      Lyon 400, 300 OT                       | Lyon 400 | 300 OT
      which licence for 310 devices, 40 laptops? | 310  | 40 laptops
      310 elements, 40 laptops               | 310      | 40 laptops
    `,
  )('"$says"', ({ says, sites, doubted }) => {
    const { facts, unreadable } = read(says)
    expect(sitesIn(facts.sites)).toBe(sites)
    expect(unreadable.map(({ text }) => text).join()).toBe(doubted)
  })

  test('and the next number is that of both', async () => {
    await chat()`
      > 400 devices, 300 OT
        1 M
        ... Line 1: "300 OT": part of the 400, or devices beside them?
      > 700
        1 L
    `
  })
})

describe('the same in the lines of a list', () => {
  test.for(
    table('says', 'sites', 'unread')`
      Lyon: 400 total, 300 OT\nPorto: 900 total, 200 OT            | Lyon 400, Porto 900 | -
      Lyon 400 total (300 OT)\nPorto 900 of which 200 OT           | Lyon 400, Porto 900 | -
      Lyon 300 OT, 400 total\nPorto 200 OT, 900 total              | Lyon 400, Porto 900 | -
      Lyon: 400 OT, 100 IT\nPorto: 900 OT + 50 IT                  | Lyon 500, Porto 950 | -
      Lyon - 400 devices (OT 300, IT 100)\nPorto - 900 (IT 50)     | Lyon 400, Porto 900 | -
      Site\tDevices\nLyon\t400 total, 300 OT\nPorto\t900           | Lyon 400, Porto 900 | -
      Lyon: 300 ot, 100 it\nPorto: 800 ot, 300 it                  | Lyon 400, Porto 1100 | -
      Lyon - OT\t300\nLyon - IT\t100\nPorto\t900               | Lyon 400, Porto 900 | -
      Lyon\tOT\t300\nLyon\tIT\t100\nPorto\tOT\t900          | Lyon 400, Porto 900 | -
      Lyon 400\nPorto 900, 200 OT                                  | Lyon 400            | Porto 900, 200 OT
    `,
  )('"$says"', ({ says, sites, unread }) => {
    const text = says.replaceAll('\\n', '\n').replaceAll('\\t', '\t')
    const { facts, unreadable } = read(text)
    expect(sitesIn(facts.sites)).toBe(sites)
    expect(unreadable.map(each => each.text).join() || '-').toBe(unread)
  })
})

test('"400 OT, 100 IT" alone is one site', () => {
  expect(sitesIn(readMessage('400 OT, 100 IT', { today, locale: 'en-GB', asked: 'sites' }).facts.sites)).toBe('500')
})
