import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { sitesIn } from './reading.ts'

describe('kinds of devices in the place of labels are one site, and no site is called after one', () => {
  test.for(
    table('says', 'sites', 'unread')`
      robots (300), conveyors (20)                        | 320                  | -
      PLCs: 300, HMIs: 20                                 | 320                  | -
      which licence for robots (300), conveyors (20)?     | 320                  | -
      robots 300, conveyors 20                            | 320                  | -
      300 plcs/20 hmis/12 switches                        | 332                  | -
      300 PLCs; 20 HMIs; 12 switches                      | 332                  | -
      400 PLCs, 20 HMIs                                   | 420                  | -
      OT: 300, IT: 100                                    | 400                  | -
      Lyon: robots (300), conveyors (20)                  | Lyon 320             | -
      Lyon: PLCs 300, HMIs 20; Porto: PLCs 200, HMIs 30   | Lyon 320, Porto 230  | -
      Lyon 400, PLCs 20                                   | Lyon 400             | PLCs 20
      Lyon 400, Porto 300, 20 cameras                     | Lyon 400, Porto 300  | 20 cameras
      PLCs: 300\nHMIs: 20\nCameras: 50                    | 370                  | -
      PLCs\t300\nHMIs\t20                                 | 320                  | -
      OT\t300\nIT\t100                                    | 400                  | -
      Lyon 400\nPLCs 20                                   | Lyon 400             | PLCs 20
      Gateway 300\nScale 200                              | Gateway 300, Scale 200 | -
      Felixstowe cranes 200\nHarwich cranes 90            | Felixstowe 200, Harwich 90 | -
      120 devices (69002), which licence                  | 120                  | -
    `,
  )('"$says": $sites', ({ says, sites, unread }) => {
    const text = says.replaceAll('\\n', '\n').replaceAll('\\t', '\t')
    const { facts, unreadable } = readMessage(text, { today, locale: 'en-GB', asked: 'sites' })
    expect(sitesIn(facts.sites)).toBe(sites)
    expect(unreadable.map(each => each.text).join(', ') || '-').toBe(unread)
  })
})
