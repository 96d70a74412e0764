import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { read, sitesIn } from './reading.ts'

describe('thousands with a space before the k', () => {
  test.for(
    table('says', 'sites')`
      10 K devices                                     | 10000
      Plant Ghent has 6 k devices                      | Ghent 6000
      we have 10 K devices in Dallas and 2 K in Austin | Dallas 10000, Austin 2000
      Lyon 6 k, Metz 400                               | Lyon 6000, Metz 400
      2 plants with 1.2 k each                         | 1200 x2
      400/900/6 k                                      | 400, 900, 6000
      400 900 6 k                                      | 400, 900, 6000
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says, 'size-license', { asked: 'sites' }).facts.sites)).toBe(sites))

  test('are asked to be sized as those without', () => {
    const asked = (text: string) => readMessage(text, { today, locale: 'en-GB', asked: 'sites' })
    expect(asked('400 900 6 k')).toEqual(asked('400 900 6k'))
  })
})

describe('a range whose first number is in thousands only with the second is none of two numbers', () => {
  test.for(
    table('says', 'unread')`
      4-6k devices                        | 4-6k devices
      4 - 6k devices at the refinery      | 4 - 6k devices
      3 to 4 thousand devices             | 3 to 4 thousand devices
      between 4 and 6 thousand devices    | between 4 and 6 thousand devices
      three to four hundred devices       | three to four hundred devices
      5 sites, 2 to 3k each               | 2 to 3k
      Lyon 4-6k, Metz 900                 | Lyon 4-6k
    `,
  )('"$says"', ({ says, unread }) => expect(read(says).unreadable.map(({ text }) => text)).toContain(unread))

  test('"Plant 4 - 6k" is the number of a place', () => expect(sitesIn(read('Plant 4 - 6k').facts.sites)).toBe('Plant 4 6000'))
})
