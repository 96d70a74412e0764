import { describe, expect, test } from 'vitest'
import { addDays } from '../rules/day.ts'
import { extendTrial } from '../rules/extend-trial.ts'
import { factsIn, table, wordsIn } from './support/table.ts'
import { day, faultOf, on, operator, reasonsOf, today, verdictOf } from './support/verdicts.ts'

const admin = { role: 'billing-admin', billingAccount: 'MOSA' } as const

describe('the window to extend a trial', () => {
  test.for(
    table('trialEnd', 'daysLeft', 'lastDay', 'answer', 'reason', 'notes', 'why')`
      2026-04-15 | 36 | 2026-03-31 | yes | window-open   | documents-disagree                                        | three weeks left
      2026-03-28 | 18 | 2026-03-13 | yes | window-open   | documents-disagree                                        | the last quiet day
      2026-03-27 | 17 | 2026-03-12 | yes | window-open   | documents-disagree closing-soon                           | two days before it closes
      2026-03-26 | 16 | 2026-03-11 | yes | window-open   | documents-disagree closing-soon                           | tomorrow is the last day
      2026-03-25 | 15 | 2026-03-10 | yes | window-open   | documents-disagree last-day                               | exactly 15 days is still open
      2026-03-24 | 14 | 2026-03-09 | no  | window-closed | documents-disagree buy-for-real-size                      | closed yesterday
      2026-03-10 | 0  | 2026-02-23 | no  | window-closed | documents-disagree buy-for-real-size                      | the last covered day is not over yet
      2026-03-09 | -1 | 2026-02-22 | no  | trial-ended   | may-have-become-paid buy-for-real-size                    | over since yesterday
    `,
  )('on a trial that ends on $trialEnd: $answer, $why', ({ trialEnd, daysLeft, lastDay, answer, reason, notes }) => {
    const verdict = verdictOf(extendTrial, { trialEnd: day(trialEnd), ...admin })
    expect(verdict.details).toEqual({ trialEnd, lastDay, daysLeft: Number(daysLeft) })
    expect([verdict.answer, reasonsOf(verdict), verdict.notes, verdict.missing]).toEqual([answer, [reason], wordsIn(notes), []])
  })

  test('is counted in calendar days, also where the clocks change between', () => {
    // Clocks go forward on 29 March 2026 in Europe: 20 days of which one has 23 hours.
    expect(verdictOf(extendTrial, { trialEnd: day('2026-03-30') }).details.daysLeft).toBe(20)
  })

  test('follows the policy, warnings included', () => {
    const at = { today, policy: operator({ trial: { closesDaysBefore: 10 } }) }
    const notes = (daysLeft: number) => verdictOf(extendTrial, { trialEnd: addDays(today, daysLeft), ...admin }, at).notes
    expect([notes(13), notes(12), notes(11), notes(10)].map(all => all.slice(1))).toEqual([
      [],
      ['closing-soon'],
      ['closing-soon'],
      ['last-day'],
    ])
    expect(verdictOf(extendTrial, { trialEnd: addDays(today, 9), ...admin }, at).answer).toBe('no')
  })
})

describe('the table of the rule, the first row that applies', () => {
  test.for(
    table('row', 'facts', 'answer', 'route', 'reason', 'missing', 'why')`
      1  | cloud=gcc-high                                                      | no      | included-in-plan | government-plan-includes       |                             | a plan that includes it has no trial to extend
      1  | cloud=dod trialEnd=2026-03-01                                       | no      | included-in-plan | government-plan-includes       |                             | before row 3: no date matters
      1  | cloud=azure-government                                              | no      | included-in-plan | government-plan-includes       |                             | the separate cloud
      2  | cloud=gcc trialEnd=2026-04-15 role=other                            | no      | sales-activation | gcc-through-sales              |                             | before rows 3 to 11
      3  | trialEnd=2026-03-09 billingAccount=EA                               | no      | buy              | trial-ended                    |                             | before row 5: over is over
      4  | trialEnd=2026-03-24 billingAccount=EA extended=true                 | no      | sales-extension  | window-closed                  |                             | before rows 5 and 8
      5  | billingAccount=EA                                                   | no      | sales-extension  | billing-account-not-self-serve |                             | before row 6: no date would help
      5  | trialEnd=2026-04-15 billingAccount=other role=other                 | no      | sales-extension  | billing-account-not-self-serve |                             | before row 9
      6  |                                                                     | depends | admin-center     | end-unknown                    | trialEnd role billingAccount | nothing is known
      6  | role=other                                                          | depends | ask-an-admin     | end-unknown                    | trialEnd billingAccount      | an admin can look it up
      6  | role=global-admin billingAccount=MCA extended=true                  | depends | admin-center     | end-unknown                    | trialEnd                     | before row 8
      7  | trialStart=2026-02-15                                               | depends | admin-center     | end-assumed                    | trialEnd role billingAccount | 30 days from then may be too short
      7  | trialStart=2026-02-15 role=other billingAccount=MCA                 | depends | ask-an-admin     | end-assumed                    | trialEnd                     | another role asks an admin
      8  | trialEnd=2026-04-15 extended=true                                   | depends | admin-center     | extended-once-already          |                             | one document allows one extension
      8  | trialEnd=2026-04-15 extended=true role=other billingAccount=MOSA    | depends | ask-an-admin     | extended-once-already          |                             | before row 9
      9  | trialEnd=2026-04-15 role=other billingAccount=MCA                   | yes     | ask-an-admin     | admin-must-request             |                             | somebody else presses the button
      10 | trialEnd=2026-04-15                                                 | depends | admin-center     | window-open-if                 | role billingAccount          | who and where are open
      10 | trialEnd=2026-04-15 role=other                                      | depends | ask-an-admin     | window-open-if                 | billingAccount               | the account decides between rows 5 and 9
      10 | trialEnd=2026-04-15 billingAccount=MOSA                             | depends | admin-center     | window-open-if                 | role                         | the role decides between rows 9 and 11
      11 | trialEnd=2026-04-15 role=global-admin billingAccount=MCA            | yes     | admin-center     | window-open                    |                             | all is known
      11 | trialEnd=2026-04-15 role=global-admin billingAccount=MCA cloud=commercial extended=false | yes | admin-center | window-open         |                             | the usual values said aloud
    `,
  )('row $row, $facts: $answer, $why', ({ facts, answer, route, reason, missing }) => {
    const verdict = verdictOf(extendTrial, factsIn(facts))
    expect([verdict.answer, verdict.route, reasonsOf(verdict), verdict.missing]).toEqual([answer, route, [reason], wordsIn(missing)])
  })

  test.for(
    table('facts', 'note', 'why')`
      trialEnd=2026-04-15 billingAccount=MCA role=billing-admin | mca-roles           | the billing account's own owners count as well
      trialEnd=2026-04-15 billingAccount=CSP                    | csp-asks-partner    | the partner has the subscription
      trialStart=2026-03-01 billingAccount=CSP                  | assumed-30-day-trial | row 5 says what it assumed
      trialStart=2026-03-01                                     | assumed-30-day-trial | row 10 says what it assumed
    `,
  )('$facts carries $note: $why', ({ facts, note }) => {
    expect(verdictOf(extendTrial, factsIn(facts)).notes).toContain(note)
  })
})

describe('the end of a trial', () => {
  test.for(
    table('facts', 'trialEnd', 'assumed', 'why')`
      trialStart=2026-03-01                                       | 2026-03-30 | true | 30 days at least: the first day counts
      trialStart=2026-03-01 trialDays=30                          | 2026-03-30 |      | the length is known
      trialStart=2026-03-01 trialDays=60                          | 2026-04-29 |      | documents have said 60 as well
      trialStart=2026-03-01 trialDays=30 extended=true            | 2026-03-30 | true | an extension moved the end
      trialEnd=2026-04-15 trialStart=2026-03-01 trialDays=10      | 2026-04-15 |      | the end as said wins
      trialEnd=2026-04-15 extended=true                           | 2026-04-15 |      | the end as said already holds the extension
      trialStart=2026-05-01 trialDays=30                          | 2026-05-30 |      | a trial may begin later
    `,
  )('$facts ends on $trialEnd: $why', ({ facts, trialEnd, assumed }) => {
    const { details } = verdictOf(extendTrial, factsIn(facts))
    expect([details.trialEnd, String(details.assumed ?? '')]).toEqual([trialEnd, assumed])
  })

  test.for(
    table('trialStart', 'answer', 'reason', 'why')`
      2026-02-24 | depends | window-open-if | the assumed end is exactly 15 days ahead
      2026-02-23 | depends | end-assumed    | 14 days ahead: closed if it is right, open if it is later
      2025-11-11 | depends | end-assumed    | assumed to be over for 90 days: still in doubt
      2025-11-10 | no      | trial-ended    | over for 91 days: no document gives so long a trial
    `,
  )('assumed from a start on $trialStart: $answer, $why', ({ trialStart, answer, reason }) => {
    const verdict = verdictOf(extendTrial, { trialStart: day(trialStart) })
    expect([verdict.answer, reasonsOf(verdict), verdict.details.assumed]).toEqual([answer, [reason], true])
  })

  test('before its start is refused, on its first day it is not', () => {
    const trialStart = '2026-03-01'
    expect(faultOf(extendTrial, { trialStart, trialEnd: '2026-02-28' })).toMatchObject({ fact: 'trialEnd', code: 'before' })
    expect(faultOf(extendTrial, { trialStart, trialEnd: '2026-03-01' })).toBeUndefined()
  })
})

test('the same question on another day can have another answer', () => {
  const facts = { trialEnd: day('2026-04-15'), ...admin }
  const answerOn = (date: string) => verdictOf(extendTrial, facts, on(day(date))).answer
  expect([answerOn('2026-03-31'), answerOn('2026-04-01'), answerOn('2026-04-16')]).toEqual(['yes', 'no', 'no'])
})
