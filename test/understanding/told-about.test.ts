import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import type { Day } from '../../rules/day.ts'
import { table } from '../support/table.ts'

const understand = (says: string) => readMessage(says, { today: '2026-03-10' as Day, locale: 'en-GB' })

describe('who wants to be told about a thing of ours is told how it is', () => {
  test.for(
    table('says', 'asks')`
      tell me about the trial                     | trial-terms
      explain trials                              | trial-terms
      tell me about our trial                     | trial-terms
      can you explain the trial to me             | trial-terms
      give me details about the trial             | trial-terms
      I want to know about the trial licence      | trial-terms
      what should I know about the trial          | trial-terms
      anything about trials?                      | trial-terms
      about trials                                | trial-terms
      overview of the trial                       | trial-terms
      information about trials please             | trial-terms
      tell me about my trial, it ends 15 April    | trial-terms
      tell me about the trial extension           | extend-trial
      tell me everything about extending a trial  | extend-trial
      tell me about refunds                       | refund-window
      I'd like to understand the refund policy    | refund-window
      tell me about licences                      | license-terms
      explain licensing                           | license-terms
    `,
  )('"$says": $asks', ({ says, asks }) => expect(understand(says)).toMatchObject({ wishes: [{ intent: asks }], band: 'sure' }))

  test.for([
    'tell me when the trial ends',
    'tell me a week before the trial ends',
    'tell us about the trial on 1 April',
    'let me know about the trial',
  ])('but "%s" is a wish to be reminded', says => expect(understand(says)).toMatchObject({ wishes: [{ intent: 'set-reminder' }] }))

  test.for(['tell me about the Power BI trial', 'explain my driving licence'])('and "%s" is about none of ours', says =>
    expect(understand(says).wishes[0].intent).toBe('out-of-scope'),
  )

  test('"tell me about the E5 trial" is asked back', () => expect(understand('tell me about the E5 trial').band).toBe('half'))
})
