import { expect, test } from 'vitest'
import type { Facts } from '../rules/facts.ts'
import { milestones } from '../rules/milestones.ts'
import { day, faultOf, on, operator, today, verdictOf } from './support/verdicts.ts'

/** The milestones as lines, `date milestone: days of notice`. */
const planned = (facts: Facts, at = on(today)) =>
  verdictOf(milestones, facts, at).details.milestones?.map(({ date, milestone, notifyOn }) => `${date} ${milestone}: ${notifyOn.join(' ')}`)

test('a trial warns before its window closes, before its end and before its data goes', () => {
  expect(planned({ kind: 'trial', trialEnd: day('2026-04-15') })).toEqual([
    '2026-03-31 extension-closes: 2026-03-24 2026-03-28 2026-03-30 2026-03-31',
    '2026-04-15 trial-ends: 2026-04-01 2026-04-08 2026-04-12 2026-04-14 2026-04-15',
    '2026-05-15 grace-ends: 2026-05-01 2026-05-08 2026-05-14',
  ])
})

test('a licence warns before every door that closes', () => {
  expect(planned({ kind: 'paid', licenseStart: day('2026-03-08'), licenseEnd: day('2027-03-07') })).toEqual([
    '2026-03-15 refund-closes: 2026-03-12 2026-03-14 2026-03-15',
    '2027-03-07 license-ends: 2027-01-06 2027-02-05 2027-02-21 2027-02-28 2027-03-06 2027-03-07',
    '2027-04-06 grace-ends: 2027-03-23 2027-03-30 2027-04-05',
    '2027-06-05 data-at-risk: 2027-05-22 2027-05-29 2027-06-04',
  ])
})

test('a licence whose start is unknown has no refund to watch', () => {
  expect(planned({ kind: 'paid', licenseEnd: day('2026-03-17') })?.[0]).toBe('2026-03-17 license-ends: 2026-03-10 2026-03-16 2026-03-17')
})

test('a licence ends a year after its start, and says that this is assumed', () => {
  const verdict = verdictOf(milestones, { kind: 'paid', licenseStart: day('2026-03-08') })
  expect(verdict.details.milestones?.[1]).toMatchObject({ milestone: 'license-ends', date: '2027-03-07' })
  expect(verdict.notes).toEqual(['assumed-one-year'])
})

test('today is still in time, yesterday is not', () => {
  const trial = { kind: 'trial', trialEnd: day('2026-03-25') } as const
  expect(planned(trial)?.[0]).toBe('2026-03-10 extension-closes: 2026-03-10')
  expect(planned(trial, on(day('2026-03-11')))?.[0]).toMatch('2026-03-25 trial-ends: 2026-03-11')
})

test('a milestone with no notice ahead is left out, although its own date may be', () => {
  // The last notice before the data goes is a day before: on the day itself nothing is left to do.
  expect(planned({ kind: 'trial', trialEnd: day('2026-02-09') })).toEqual(['2026-03-11 grace-ends: 2026-03-10'])
  expect(planned({ kind: 'trial', trialEnd: day('2026-02-08') })).toEqual([])
})

test('milestones are in the order of their dates', () => {
  const at = { today, policy: operator({ refund: { days: 365 }, grace: { days: 1 } }) }
  const dates = verdictOf(milestones, { kind: 'paid', licenseStart: day('2026-03-10'), licenseEnd: day('2027-01-01') }, at).details
    .milestones
  expect(dates?.map(({ milestone }) => milestone)).toEqual(['license-ends', 'grace-ends', 'refund-closes', 'data-at-risk'])
})

test('milestones on the same date are in the order of the table', () => {
  const at = { today, policy: operator({ trial: { closesDaysBefore: 0 }, grace: { days: 0 } }) }
  const dates = verdictOf(milestones, { kind: 'trial', trialEnd: day('2026-04-15') }, at).details.milestones
  expect(dates?.map(({ milestone }) => milestone)).toEqual(['extension-closes', 'trial-ends', 'grace-ends'])
})

test('without a date the rule asks for the end', () => {
  const missing = (facts: Facts) => verdictOf(milestones, facts).missing
  expect(missing({ kind: 'trial', licenseEnd: day('2026-04-15') })).toEqual(['trialEnd'])
  expect(missing({ kind: 'paid', trialEnd: day('2026-04-15') })).toEqual(['licenseEnd'])
  expect(verdictOf(milestones, { kind: 'paid' })).toMatchObject({ answer: null, details: { milestones: [] }, reasons: [], route: 'track' })
})

test('the kind is needed: the milestones of a trial are not those of a licence', () => {
  expect(faultOf(milestones, { trialEnd: '2026-04-15' })).toMatchObject({ fact: 'kind', code: 'missing' })
})
