import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import type { Day } from '../../rules/day.ts'
import { table } from '../support/table.ts'
import { sitesIn } from './reading.ts'

const understand = (says: string) => readMessage(says, { today: '2026-03-10' as Day, locale: 'en-GB' })

describe('other products told of in passing', () => {
  test.for(
    table('says', 'asks', 'sites')`
      We use Sentinel and M365 E5. 1800 OT devices single plant. Which site licence?             | size-license | 1800
      We already own E5 and Defender for Endpoint P2. How big a licence for 350 OT devices?      | size-license | 350
      We use Defender for Endpoint and Sentinel, what licence size for a plant with 350 devices? | size-license | 350
      we're on E5, 350 devices in Leeds, what size?                                              | size-license | Leeds 350
      Windows Server 2019 plus 400 devices, which licence                                        | size-license | 400
      trial ending april 4, we use MDE and Sentinel as well, can the IoT trial go on?            | extend-trial |
      we run Sentinel, MDE and Defender for IoT; the D4IoT trial ends 12 April; extend?          | extend-trial |
    `,
  )('"$says": $asks', ({ says, asks, sites }) => {
    const { wishes, band, facts } = understand(says)
    expect([wishes[0].intent, band, sitesIn(facts.sites)]).toEqual([asks, 'sure', sites])
  })

  test.for([
    'We have E5 and Sentinel. Do we still need licences for 350 OT devices?',
    'We use Sentinel. How do I size it for 400 users?',
    'We use Sentinel, can we extend the trial?',
  ])('but "%s" may well be about them', says => {
    const { wishes, band } = understand(says)
    expect(band === 'sure' && wishes[0].intent === 'size-license').toBe(false)
    expect(band === 'sure' && wishes[0].intent === 'extend-trial').toBe(false)
  })
})

describe('a licence that may be of another product is not answered with a rule of ours', () => {
  test.for([
    'how to extend my Azure free account',
    'remind me that my Azure subscription ends 12 April',
    'our Microsoft 365 subscription expires 1 May, what happens to the data',
  ])('"%s"', says => expect(understand(says)).toMatchObject({ band: 'half', otherProduct: true }))

  test.for([
    'we have E5 licences, can our trial be extended? it ends 12 April',
    'Our trial on the Azure subscription ends 12 April. Extend?',
    'The Defender for IoT trial in our M365 tenant ends 12 April. Extend?',
  ])('"%s" is about ours', says => expect(understand(says).wishes[0]).toMatchObject({ intent: 'extend-trial' }))
})
