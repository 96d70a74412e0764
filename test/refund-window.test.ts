import { describe, expect, test } from 'vitest'
import { refundWindow } from '../rules/refund-window.ts'
import { factsIn, table, wordsIn } from './support/table.ts'
import { day, faultOf, on, operator, reasonsOf, today, verdictOf } from './support/verdicts.ts'

describe('giving a licence back', () => {
  test.for(
    table('start', 'answer', 'elapsed', 'daysLeft', 'lastDay', 'notes', 'why')`
      2026-03-10 | yes | 0 | 7  | 2026-03-17 | cancel-stops-at-once              | the day it starts
      2026-03-06 | yes | 4 | 3  | 2026-03-13 | cancel-stops-at-once              | the last quiet day
      2026-03-05 | yes | 5 | 2  | 2026-03-12 | closing-soon cancel-stops-at-once | the first warning
      2026-03-04 | yes | 6 | 1  | 2026-03-11 | closing-soon cancel-stops-at-once | tomorrow is the last day
      2026-03-03 | yes | 7 | 0  | 2026-03-10 | last-day cancel-stops-at-once     | seven days are still within
      2026-03-02 | no  | 8 | -1 | 2026-03-09 |                                   | closed yesterday
    `,
  )('that started on $start: $answer, $why', ({ start, answer, elapsed, daysLeft, lastDay, notes }) => {
    const verdict = verdictOf(refundWindow, { licenseStart: day(start) })
    expect(verdict.details).toEqual({ licenseStart: start, lastDay, elapsed: Number(elapsed), daysLeft: Number(daysLeft) })
    expect([verdict.answer, verdict.notes]).toEqual([answer, wordsIn(notes)])
  })

  test('says what to do, and that the plan is cancelled apart from the licence', () => {
    const open = verdictOf(refundWindow, { licenseStart: day('2026-03-05') })
    expect([open.route, reasonsOf(open)]).toEqual(['cancel-in-admin-center', ['within-refund-days', 'cancel-plan-separately']])
    const closed = verdictOf(refundWindow, { licenseStart: day('2026-03-02') })
    expect([closed.route, reasonsOf(closed)]).toEqual(['turn-off-recurring-billing', ['refund-days-over']])
  })

  test('follows the policy, warnings included', () => {
    const at = { today, policy: operator({ refund: { days: 14 } }) }
    const notes = (start: string) => verdictOf(refundWindow, { licenseStart: day(start) }, at).notes[0]
    expect([notes('2026-02-27'), notes('2026-02-26'), notes('2026-02-25'), notes('2026-02-24')]).toEqual([
      'cancel-stops-at-once',
      'closing-soon',
      'closing-soon',
      'last-day',
    ])
    expect(verdictOf(refundWindow, { licenseStart: day('2026-02-23') }, at).answer).toBe('no')
  })
})

describe('a renewal starts the days again', () => {
  test.for(
    table('start', 'answer', 'renewedOn', 'lastDay', 'daysLeft', 'why')`
      2025-03-10 | depends | 2026-03-10 | 2026-03-17 | 7    | the anniversary itself
      2025-03-03 | depends | 2026-03-03 | 2026-03-10 | 0    | seven days after it
      2025-03-02 | no      |            | 2025-03-09 | -366 | eight days after it: the days count from the start again
      2025-03-11 | no      |            | 2025-03-18 | -357 | the anniversary is tomorrow
      2023-03-05 | depends | 2026-03-05 | 2026-03-12 | 2    | the third anniversary
    `,
  )('on a licence that started on $start: $answer, $why', ({ start, answer, renewedOn, lastDay, daysLeft }) => {
    const { answer: given, details } = verdictOf(refundWindow, { licenseStart: day(start), price: 1000 })
    expect([given, details.renewedOn ?? '', details.lastDay, details.daysLeft]).toEqual([answer, renewedOn, lastDay, Number(daysLeft)])
    expect(details.estimate, 'no amount for a term that may not have begun').toBeUndefined()
  })

  test('across the end of a year', () => {
    const verdict = verdictOf(refundWindow, { licenseStart: day('2024-12-30') }, on(day('2026-01-03')))
    expect([verdict.answer, verdict.details.renewedOn, verdict.details.elapsed]).toEqual(['depends', '2025-12-30', 4])
  })

  test('on 28 February for a licence that started on 29 February, and on 29 February in a leap year', () => {
    const renewedOn = (date: string) => verdictOf(refundWindow, { licenseStart: day('2024-02-29') }, on(day(date))).details.renewedOn
    expect([renewedOn('2025-02-27'), renewedOn('2025-02-28'), renewedOn('2028-02-28'), renewedOn('2028-02-29')]).toEqual([
      undefined,
      '2025-02-28',
      undefined,
      '2028-02-29',
    ])
  })
})

describe('what comes back', () => {
  test.for(
    table('today', 'start', 'price', 'estimate', 'why')`
      2026-03-10 | 2026-03-10 | 4200      | 4200.00      | nothing is used on the first day
      2026-03-10 | 2026-03-05 | 4200      | 4142.47      | 360 of 365 days: 4142.4657...
      2026-03-10 | 2026-03-03 | 365       | 358.00       | a unit a day
      2026-03-10 | 2026-03-03 | 0.01      | 0.01         | the smallest price: 0.0098 is rounded
      2023-07-03 | 2023-07-02 | 366       | 365.00       | 366 days where the year holds 29 February
      2024-03-01 | 2024-02-29 | 365       | 364.00       | from 29 February to 28 February are 365 days
      2026-03-10 | 2026-03-03 | 100000000 | 98082191.78  | the largest price, exact to the cent
      2026-03-10 | 2026-03-05 | 0.73      | 0.72         | 0.72 exactly: no binary fraction gets in between
      2023-07-03 | 2023-07-02 | 1.83      | 1.83         | 1.825 is rounded half up
    `,
  )('of $price on $today, started $start, is $estimate: $why', ({ today: date, start, price, estimate }) => {
    const verdict = verdictOf(refundWindow, { licenseStart: day(start), price: Number(price) }, on(day(date)))
    expect(verdict.details.estimate).toBe(estimate)
    expect(verdict.notes).toContain('estimate-only')
  })

  test('is not told after the days are over', () => {
    expect(verdictOf(refundWindow, { licenseStart: day('2026-03-02'), price: 4200 }).details.estimate).toBeUndefined()
  })
})

describe('who else is asked', () => {
  test.for(
    table('facts', 'answer', 'route', 'note', 'why')`
      licenseStart=2026-03-05 billingAccount=CSP  | yes     | ask-partner                | csp-asks-partner      | the partner cancels
      licenseStart=2026-02-01 billingAccount=CSP  | no      | ask-partner                | csp-asks-partner      | the answer stays, the way differs
      licenseStart=2025-03-08 billingAccount=EA   | depends | contact-sales              | volume-terms-differ   | a contract of its own
      licenseStart=2026-03-05 billingAccount=MOSA | yes     | cancel-in-admin-center     | cancel-stops-at-once  | nothing special
      kind=trial billingAccount=CSP               | no      | turn-off-recurring-billing | may-have-become-paid  | a trial is free, also from a partner
    `,
  )('$facts: $answer by $route, $why', ({ facts, answer, route, note }) => {
    const verdict = verdictOf(refundWindow, factsIn(facts))
    expect([verdict.answer, verdict.route, verdict.notes.at(-1)]).toEqual([answer, route, note])
  })
})

test('a trial is free, whatever its dates', () => {
  const verdict = verdictOf(refundWindow, { kind: 'trial', licenseStart: day('2026-03-05'), price: 10 })
  expect([verdict.answer, verdict.details, reasonsOf(verdict)]).toEqual(['no', {}, ['trial-is-free']])
})

test('without a start the rule asks for it', () => {
  const verdict = verdictOf(refundWindow, { price: 4200, billingAccount: 'EA' })
  expect([verdict.answer, verdict.details, verdict.missing, verdict.route, verdict.notes]).toEqual([
    'depends',
    {},
    ['licenseStart'],
    'cancel-in-admin-center',
    [],
  ])
})

test('a start after today is refused, today is not', () => {
  expect(faultOf(refundWindow, { licenseStart: '2026-03-11' })).toMatchObject({ fact: 'licenseStart', code: 'after-today' })
  expect(faultOf(refundWindow, { licenseStart: '2026-03-10' })).toBeUndefined()
})

test.for(
  table('price', 'code', 'why')`
    0            | number-range | free is no price
    -1           | number-range | nobody is paid
    100000000.01 | number-range | a hundred million is the most
    9.999        | decimals     | cents are the smallest unit
    0.001        | number-range | less than a cent
  `,
)('a price of $price is refused: $why', ({ price, code }) => {
  expect(faultOf(refundWindow, { price: Number(price) })).toMatchObject({ fact: 'price', code })
})
