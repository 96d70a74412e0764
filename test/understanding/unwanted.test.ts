import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import type { Day } from '../../rules/day.ts'
import { table } from '../support/table.ts'

describe('an extension that somebody does not want is not what they ask', () => {
  test.for(
    table('says', 'asks')`
      Trial ends 27 March. We do not want to extend but to purchase. How to proceed?         | buy-license
      trial ends 20 March and we won't extend. what happens to our data?                     | trial-terms
      Trial up on 20 March. We don't need an extension, just: does everything stop that day? | trial-terms
      we don't want to extend. what happens when the trial ends on 12 April?                 | trial-terms
      can we extend? we don't want to lose data. trial ends 12 April                         | extend-trial
      do we need to extend? trial ends 12 April                                              | extend-trial
      we didn't extend yet, trial ends 12 April, can we?                                     | extend-trial
    `,
  )('"$says": $asks', ({ says, asks }) => {
    const { wishes, band } = readMessage(says, { today: '2026-03-10' as Day, locale: 'en-GB' })
    expect([wishes[0].intent, band]).toEqual([asks, 'sure'])
  })

  test('and where nothing else is said for sure, it is asked', () => {
    const { band, orElse } = readMessage('trial ends 12 April. We would rather buy than extend. How?', {
      today: '2026-03-10' as Day,
      locale: 'en-GB',
    })
    expect([band, orElse.slice(0, 2)]).toEqual(['half', ['buy-license', 'trial-terms']])
  })
})
