import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import type { Day } from '../../rules/day.ts'

const understand = (says: string) => readMessage(says, { today: '2026-03-10' as Day, locale: 'en-GB' })

describe('what is asked of the licence of another product alone is out of scope', () => {
  test.for([
    'extend my M365 E5 trial',
    'extend our Microsoft 365 E5 trial',
    'how can i prolong our Office 365 E3 trial',
    'my E5 trial ends 15 April, can I get more time?',
    'trial of Microsoft 365 E5 runs out friday, extend?',
    'Trial for M365 ends on 12 April. Can I extend it?',
    'E5 trial ends 12 April, extend?',
    'E5 trial ends 12 April, can I extend the trial?',
    'E5 trial extension',
    'I am on the E5 trial, extend?',
    'when does the Microsoft 365 trial end',
    'can I get a refund for my E5 licence bought 5 March?',
    'what happens when the E5 licence expires',
    'how do I cancel my E5 licence',
    'how do I extend the Power BI trial',
    'can we extend the Defender for Endpoint trial',
    'can I extend our MDE trial',
    'can we extend the Entra ID P2 trial',
    'is it possible to extend the Windows 365 trial',
    'can I get a refund for the Power BI licence bought 5 March',
  ])('"%s"', says =>
    expect(understand(says)).toMatchObject({ wishes: [{ intent: 'out-of-scope' }], band: 'sure', facts: {}, otherProduct: true }),
  )
})

describe('beside one of ours it is only mentioned', () => {
  test.for([
    'extend our Defender for IoT trial, we also have an M365 E5 licence',
    'we have E5; can we extend our Defender for IoT trial?',
    'our Defender for IoT trial ends 15 April and we have an E5 licence, can we extend?',
    'we have an E5 trial. Can the IoT one be extended?',
    'can we extend the OT trial although the E5 trial is over',
    'our E5 subscription is fine, extend the trial please',
    'Extend my Microsoft 365 trial of Defender for IoT',
  ])('"%s"', says => expect(understand(says)).toMatchObject({ wishes: [{ intent: 'extend-trial' }], band: 'sure' }))

  test.for([
    'if our E5 licence expires do we lose this?',
    'do I need an E5 licence?',
    'if the E5 subscription ends, what about the trial?',
    'our Windows Server trial is over, can we extend the IoT trial',
    'our Microsoft 365 subscription expires 1 May, what happens to the data',
  ])('and "%s" is not plainly another product\'s', says => {
    const { wishes, band } = understand(says)
    expect(band === 'sure' && wishes[0].intent === 'out-of-scope').toBe(false)
  })
})
