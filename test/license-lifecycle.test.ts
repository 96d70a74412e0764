import { describe, expect, test } from 'vitest'
import { licenseLifecycle } from '../rules/license-lifecycle.ts'
import { factsIn, table, wordsIn } from './support/table.ts'
import { day, faultOf, operator, reasonsOf, today, verdictOf } from './support/verdicts.ts'

describe('a paid licence', () => {
  test.for(
    table('licenseEnd', 'day', 'state', 'route', 'why')`
      2026-03-11 | -1  | active       | renew-or-turn-off | ends tomorrow
      2026-03-10 | 0   | active       | renew-or-turn-off | the last covered day
      2026-03-09 | 1   | grace        | renew-now         | the first day without
      2026-02-08 | 30  | grace        | renew-now         | the last of the thirty days
      2026-02-07 | 31  | stopped      | buy-again         | the service stops
      2025-12-11 | 89  | stopped      | buy-again         | the last day on which all readings keep the data
      2025-12-10 | 90  | data-at-risk | buy-again         | 90 days from the licence's end are over
      2025-11-11 | 119 | data-at-risk | buy-again         | the last day of the later reading
      2025-11-10 | 120 | ended        | buy-again         | both readings are over
    `,
  )('that ended on $licenseEnd is $state on day $day: $why', ({ licenseEnd, day: days, state, route }) => {
    const verdict = verdictOf(licenseLifecycle, { licenseEnd: day(licenseEnd) })
    expect([verdict.details.state, verdict.details.day, verdict.route]).toEqual([state, Number(days), route])
    expect([verdict.answer, reasonsOf(verdict)]).toEqual([null, [`state-${state}`]])
  })

  test('has all its dates', () => {
    expect(verdictOf(licenseLifecycle, { licenseEnd: day('2026-02-20') }).details).toEqual({
      state: 'grace',
      licenseEnd: '2026-02-20',
      graceEnds: '2026-03-22',
      serviceStops: '2026-03-23',
      dataAtRisk: '2026-05-21',
      dataGone: '2026-06-20',
      day: 18,
    })
  })

  test.for(
    table('licenseStart', 'licenseEnd', 'why')`
      2025-05-01 | 2026-04-30 | a year less a day
      2024-02-29 | 2025-02-27 | the year later is 28 February
      2024-03-01 | 2025-02-28 | a year that begins after 29 February
      2025-03-11 | 2026-03-10 | ends today
    `,
  )('that started on $licenseStart ends on $licenseEnd: $why', ({ licenseStart, licenseEnd }) => {
    const verdict = verdictOf(licenseLifecycle, { licenseStart: day(licenseStart) })
    expect(verdict.details.licenseEnd).toBe(licenseEnd)
    expect(verdict.notes[0]).toBe('assumed-one-year')
  })

  test('ends as said, where the end is said', () => {
    const verdict = verdictOf(licenseLifecycle, { licenseStart: day('2025-05-01'), licenseEnd: day('2028-04-30') })
    expect(verdict.details.licenseEnd).toBe('2028-04-30')
    expect(verdict.notes).not.toContain('assumed-one-year')
  })
})

describe('a trial', () => {
  test.for(
    table('trialEnd', 'state', 'route', 'notes', 'why')`
      2026-03-10 | active       | buy-or-turn-off | trial-data-30-days                                         | the last covered day
      2026-03-09 | grace        | buy             | trial-data-30-days may-have-become-paid buy-for-real-size  | the first day without
      2026-02-08 | grace        | buy             | trial-data-30-days may-have-become-paid buy-for-real-size  | the last of the thirty days
      2026-02-07 | data-at-risk | buy             | trial-data-30-days may-have-become-paid buy-for-real-size  | a trial's data goes with the service: never only stopped
      2025-11-11 | data-at-risk | buy             | trial-data-30-days may-have-become-paid buy-for-real-size  | the last day of the later reading
      2025-11-10 | ended        | buy             | trial-data-30-days may-have-become-paid buy-for-real-size  | gone
    `,
  )('that ended on $trialEnd is $state: $why', ({ trialEnd, state, route, notes }) => {
    const verdict = verdictOf(licenseLifecycle, { kind: 'trial', trialEnd: day(trialEnd), otherActiveLicense: false })
    expect([verdict.details.state, verdict.route, verdict.notes]).toEqual([state, route, wordsIn(notes)])
  })

  test('has its data at risk on the day the service stops', () => {
    const { details } = verdictOf(licenseLifecycle, { kind: 'trial', trialEnd: day('2026-03-30') })
    expect([details.licenseEnd, details.serviceStops, details.dataAtRisk, details.dataGone]).toEqual([
      '2026-03-30',
      '2026-04-30',
      '2026-04-30',
      '2026-07-28',
    ])
  })
})

describe('with another active site licence', () => {
  test.for(
    table('facts', 'state', 'route', 'why')`
      licenseEnd=2026-03-10                | active          | renew-or-turn-off | still covered itself
      licenseEnd=2026-03-09                | site-unlicensed | renew-site        | the tenant goes on, this site has no licence
      licenseEnd=2025-01-01                | site-unlicensed | renew-site        | however long ago
      kind=trial trialEnd=2026-03-09       | site-unlicensed | renew-site        | a trial's site as well
    `,
  )('$facts is $state: $why', ({ facts, state, route }) => {
    const verdict = verdictOf(licenseLifecycle, { ...factsIn(facts), otherActiveLicense: true })
    expect([verdict.details.state, verdict.route, verdict.missing]).toEqual([state, route, []])
    expect(Object.keys(verdict.details), "the tenant's dates do not apply").toEqual(['state', 'licenseEnd', 'day'])
  })

  test('the notes about the end of a tenant are left out, the partner stays', () => {
    const notes = (facts: string) => verdictOf(licenseLifecycle, { ...factsIn(facts), otherActiveLicense: true }).notes
    expect(notes('licenseStart=2025-01-01 billingAccount=CSP')).toEqual(['assumed-one-year', 'csp-asks-partner'])
    expect(notes('licenseEnd=2026-02-20 billingAccount=EA')).toEqual([])
    expect(notes('licenseEnd=2026-02-20')).toEqual([])
  })
})

describe('what is noted and what is missing', () => {
  test.for(
    table('facts', 'notes', 'missing', 'why')`
      licenseEnd=2026-02-20                                                 | retention-two-readings assumed-no-other-license mca-may-end-at-once | otherActiveLicense billingAccount | nothing more is known
      licenseEnd=2026-02-20 otherActiveLicense=false billingAccount=MCA     | retention-two-readings mca-may-end-at-once                           |                                   | some MCA subscriptions end at once
      licenseEnd=2026-02-20 otherActiveLicense=false billingAccount=MOSA    | retention-two-readings                                               |                                   | nothing special
      licenseEnd=2026-02-20 otherActiveLicense=false billingAccount=EA      | retention-two-readings volume-may-end-at-once                        |                                   | a contract of its own
      licenseEnd=2026-02-20 otherActiveLicense=false billingAccount=CSP     | retention-two-readings csp-asks-partner                              |                                   | the partner has it
      licenseStart=2025-02-01 billingAccount=EA                             | assumed-one-year retention-two-readings assumed-no-other-license volume-may-end-at-once | otherActiveLicense | all in the order of the rules
      kind=trial trialEnd=2026-02-20 billingAccount=CSP                     | trial-data-30-days assumed-no-other-license csp-asks-partner may-have-become-paid buy-for-real-size | otherActiveLicense | a trial asks for no account
    `,
  )('$facts: $why', ({ facts, notes, missing }) => {
    const verdict = verdictOf(licenseLifecycle, factsIn(facts))
    expect([verdict.notes, verdict.missing]).toEqual([wordsIn(notes), wordsIn(missing)])
  })

  test.for(
    table('facts', 'route', 'missing', 'why')`
                                        | renew-or-turn-off | licenseEnd otherActiveLicense billingAccount | the end first
      kind=trial licenseEnd=2026-02-20  | buy-or-turn-off   | trialEnd otherActiveLicense                  | a licence's end is not a trial's
      trialEnd=2026-02-20               | renew-or-turn-off | licenseEnd otherActiveLicense billingAccount | and a trial's end not a licence's
      otherActiveLicense=true           | renew-or-turn-off | licenseEnd                                   | only the end decides
    `,
  )('without an end ($facts) the state is unknown: $why', ({ facts, route, missing }) => {
    const verdict = verdictOf(licenseLifecycle, factsIn(facts))
    expect([verdict.details, verdict.route, verdict.missing, verdict.notes]).toEqual([{ state: 'unknown' }, route, wordsIn(missing), []])
  })
})

test('days follow the policy', () => {
  const at = { today, policy: operator({ grace: { days: 10 }, retention: { days: 20 } }) }
  const { details } = verdictOf(licenseLifecycle, { licenseEnd: day('2026-03-01') }, at)
  expect(details).toMatchObject({ graceEnds: '2026-03-11', serviceStops: '2026-03-12', dataAtRisk: '2026-03-21', dataGone: '2026-03-31' })
})

test('an end before its start is refused, the same day is not', () => {
  expect(faultOf(licenseLifecycle, { licenseStart: '2026-03-01', licenseEnd: '2026-02-28' })).toMatchObject({
    fact: 'licenseEnd',
    code: 'before',
  })
  expect(faultOf(licenseLifecycle, { licenseStart: '2026-03-01', licenseEnd: '2026-03-01' })).toBeUndefined()
})
