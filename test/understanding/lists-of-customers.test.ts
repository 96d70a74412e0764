import { describe, expect, test } from 'vitest'
import { openedSubject } from '../../dialogs/subjects/opened-subject.ts'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { read, sitesIn } from './reading.ts'

const said = (text: string) => readMessage(text.replaceAll('\\n', '\n'), { today, locale: 'en-GB' })

describe('numbers behind the name of a customer are a list of sites', () => {
  test.for(
    table('says', 'sites')`
      Contoso 400/900/6k                        | 400, 900, 6000
      For Contoso 400/900/6k                    | 400, 900, 6000
      Contoso 400, 900 and 6k                   | 400, 900, 6000
      Fabrikam: 400/900                         | 400, 900
      Contoso: 3 x 100\nFabrikam: 2 x 1000     | Contoso 100 x3, Fabrikam 1000 x2
      Ulm: OT 300, IT 150\nBonn: OT 80, IT 15  | Ulm 450, Bonn 95
    `,
  )('"$says": $sites', ({ says, sites }) => {
    const { wishes, band, facts } = said(says)
    expect([wishes[0].intent, band, sitesIn(facts.sites)]).toEqual(['size-license', 'sure', sites])
  })
})

test.for(['Server 2016/2019', 'Windows 10/11', 'Office 365, 2019', 'Dynamics 365/400', 'Bought 3/4'])('"%s" is no list', says =>
  expect(said(says).wishes[0].intent).not.toBe('size-license'),
)

test('the order of two customers bears the name of neither', () => {
  const stood = { facts: {}, declined: [], misses: 0, at: '2026-03-10T09:00:00Z', version: 0 }
  expect(openedSubject(stood, 'Fabrikam: 3 plants 400/900/6k. Contoso: one plant 120.')).toBeUndefined()
  expect(openedSubject(stood, 'Fabrikam: 3 plants 400/900/6k.')?.stood.subject).toBe('Fabrikam')
})

describe('the devices of a plant count, whatever is left out', () => {
  test.for(
    table('says', 'sites')`
      we only want to cover the 400 OT devices, not the 800 IT devices at the plant   | 1200
      500 OT devices but not the 300 IT devices                                       | 800
      300 cameras, not 200 printers                                                   | 300
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says).facts.sites)).toBe(sites))
})

describe('more places than those there are', () => {
  test.for(
    table('says', 'sites')`
      and another 3 with 1000             | 1000 x3
      and 3 more plants, 1000 each        | 1000 x3
      a couple of sites around 200        | -
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says).facts.sites) || '-').toBe(sites))
})

test('some are taken out of the group that is meant, and come back', async () => {
  await chat()`
    > 20 x 240, 3 x 480
      3 M, 20 S
    > remove 2 of the 240 ones
      3 M, 18 S
    > take away one of the big ones
      2 M, 18 S
    > put it back
      3 M, 18 S
  `
})
