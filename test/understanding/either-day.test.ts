import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { datesIn } from './reading.ts'

describe('an extension leads from the one end to another, a term from its start to its end', () => {
  test.for(
    table('says', 'means')`
      can we extend the trial from 15 April to 20 May?                       | trialEnd=2026-04-15
      extend trial from 15 April until 20 May                                | trialEnd=2026-04-15
      is an extension of our trial from 15 April till 20 May possible?       | trialEnd=2026-04-15
      we extended the trial from 15 April to 20 May                          | trialEnd=2026-05-20
      our trial runs from 20 March to 19 April, can we extend it?            | trialStart=2026-03-20 trialEnd=2026-04-19
      can we extend the trial running from 1 March to 30 April?              | trialStart=2026-03-01 trialEnd=2026-04-30
      trial from 1 to 30 march, can we get an extension?                     | trialStart=2026-03-01 trialEnd=2026-03-30
      trial 1/3 - 30/3, can we extend?                                       | trialStart=2026-03-01 trialEnd=2026-03-30
      trial 3/1/2026 - 3/30/2026, can we extend?                             | trialStart=2026-03-01 trialEnd=2026-03-30
    `,
  )('$says', ({ says, means }) => expect(datesIn(readMessage(says, { today, locale: 'en-GB' }))).toBe(means))
})

describe('of two days that may be meant, each is a reading', () => {
  test.for(
    table('says', 'readings')`
      can we extend the trial from 1 March to 30 March?                      | 2026-03-01 2026-03-30
      the trial ends the 20th or the 21st, extend?                           | 2026-03-20 2026-03-21
      trial end: 20 April or 21 April, extend?                               | 2026-04-20 2026-04-21
      trial ends the 20th or 21st of april, extend?                          | 2026-04-20 2026-04-21
      site 1 ends 20 feb, site 2 ends 30 june, what happens to the licences? | 2026-02-20 2026-06-30
      licence A ends 20 feb, licence B ends 30 june, what happens?           | 2026-02-20 2026-06-30
    `,
  )('$says', ({ says, readings }) => {
    const { facts, unclear } = readMessage(says, { today, locale: 'en-GB' })
    expect([datesIn({ facts }), unclear.flatMap(each => each.readings).join(' ')]).toEqual(['', readings])
  })
})
