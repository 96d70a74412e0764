import { expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { sitesIn } from './reading.ts'

const said = (text: string) => readMessage(text, { today, locale: 'en-GB' })

test.for(
  table('says', 'sites')`
    can I get a quote for 400/900/6k?        | 400, 900, 6000
    we need an offer for 250 / 600           | 250, 600
    price for 400 900                        | 400, 900
    hi, could you please price up 400, 900?  | 400, 900
    quotes for 400 and 900 and 1,200 please  | 400, 900, 1200
  `,
)('who asks a quote for numbers has sites: "$says"', ({ says, sites }) => {
  const { wishes, band, facts } = said(says)
  expect([wishes[0].intent, band, sitesIn(facts.sites)]).toEqual(['size-license', 'sure', sites])
})

test.for(['price for 400 euros or 900 euros?', 'can I get a quote?'])('"%s" names none', says =>
  expect(sitesIn(said(says).facts.sites)).toBe(''),
)
