import { expect, test } from 'vitest'
import { planned, tomorrow } from '../dialogs/reminders/planning.ts'
import type { Day } from '../rules/day.ts'
import type { Facts } from '../rules/facts.ts'
import { documentedPolicy } from '../rules/policy.ts'
import { table } from './support/table.ts'

const policy = documentedPolicy('2026-03-10' as Day)
const day = (text: string) => text as Day
const plan = (facts: Facts, { zone = 'UTC', now = '2026-03-10T10:00:00Z', ownDays = [] as number[] } = {}) =>
  planned({ kind: facts.trialEnd ? 'trial' : 'paid', facts, ownDays, zone }, { policy, now: new Date(now) })
const daysOf = (notices: ReturnType<typeof plan>) => notices.map(({ day }) => day.slice(5)).join(' ')

test('a trial is warned of before its extension closes, before it ends and before its grace ends', () => {
  const notices = plan({ trialEnd: day('2026-04-15') })
  expect(daysOf(notices)).toBe('03-24 03-28 03-30 03-31 04-01 04-08 04-12 04-14 04-15 05-01 05-08 05-14')
  expect(notices[0]).toEqual({
    day: '2026-03-24',
    due: '2026-03-24T09:00:00.000Z',
    warns: [{ milestone: 'extension-closes', date: '2026-03-31' }],
  })
})

test('a licence is warned of before its refund closes, before it ends, before its grace ends and before its data is at risk', () => {
  const notices = plan({ licenseStart: day('2026-03-08'), licenseEnd: day('2026-06-30') })
  expect(daysOf(notices)).toBe('03-12 03-14 03-15 05-01 05-31 06-16 06-23 06-29 06-30 07-16 07-23 07-29 09-14 09-21 09-27')
})

test('what several dates are warned of on one day is one notice', () => {
  // The refund closes and the licence ends within two months of each other.
  const notices = plan({ licenseStart: day('2026-03-08'), licenseEnd: day('2026-05-11') })
  expect(notices.find(notice => notice.day === '2026-03-12')).toMatchObject({
    warns: [
      { milestone: 'refund-closes', date: '2026-03-15' },
      { milestone: 'license-ends', date: '2026-05-11' },
    ],
  })
  expect(new Set(notices.map(({ day }) => day)).size).toBe(notices.length)
})

test('days of the person’s own come on top, each once, counted to the end', () => {
  const own = plan({ trialEnd: day('2026-04-15') }, { ownDays: [5, 7, 20, 90] })
  const standard = plan({ trialEnd: day('2026-04-15') })
  expect(own.map(({ day }) => day).filter(day => !standard.some(other => other.day === day))).toEqual(['2026-03-26', '2026-04-10'])
  expect(own.find(({ day }) => day === '2026-04-10')?.warns).toEqual([{ milestone: 'trial-ends', date: '2026-04-15' }])
})

test.for(
  table('now', 'zone', 'first', 'why')`
  2026-03-24T08:59:59.999Z | UTC               | 2026-03-24T09:00:00.000Z | this morning is still ahead
  2026-03-24T09:00:00Z     | UTC               | 2026-03-28T09:00:00.000Z | the confirmation is today's notice
  2026-03-23T23:30:00Z     | Europe/Berlin     | 2026-03-24T08:00:00.000Z | it is the 24th there already, before nine
  2026-03-27T12:00:00Z     | Europe/Berlin     | 2026-03-28T08:00:00.000Z | the day before the clocks change
  2026-03-28T12:00:00Z     | Europe/Berlin     | 2026-03-30T07:00:00.000Z | the day after
  2026-03-28T12:00:00Z     | Australia/Sydney  | 2026-03-29T22:00:00.000Z | summer time there
  2026-04-05T12:00:00Z     | Australia/Sydney  | 2026-04-07T23:00:00.000Z | winter time there, from 5 April on
  2026-03-10T10:00:00Z     | Pacific/Kiritimati | 2026-03-23T19:00:00.000Z | UTC+14: the evening before in UTC
  2026-03-10T10:00:00Z     | Pacific/Pago_Pago | 2026-03-24T20:00:00.000Z | UTC-11: the evening of the day in UTC
  2026-03-10T10:00:00Z     | UTC+05:30         | 2026-03-24T03:30:00.000Z | a fixed offset
  2026-03-10T10:00:00Z     | Mars/Olympus      | 2026-03-24T09:00:00.000Z | an unknown zone is UTC
`,
)('at $now in $zone the first notice is due at $first: $why', ({ now, zone, first }) => {
  expect(plan({ trialEnd: day('2026-04-15') }, { now, zone })[0]?.due).toBe(first)
})

test('29 February is a day like any other', () => {
  const notices = plan({ trialEnd: day('2028-02-29') }, { now: '2028-02-01T00:00:00Z' })
  expect(daysOf(notices)).toContain('02-28 02-29')
  const leap = plan({ licenseStart: day('2028-02-29') }, { now: '2029-02-01T00:00:00Z' })
  expect(leap.find(({ day }) => day === '2029-02-27')?.warns).toEqual([{ milestone: 'license-ends', date: '2029-02-27' }])
})

test('what is over has nothing ahead, and neither has what can’t be', () => {
  expect(plan({ trialEnd: day('2025-01-01') })).toEqual([])
  expect(plan({})).toEqual([])
  expect(plan({ licenseStart: day('2026-03-01'), licenseEnd: day('2026-02-01') })).toEqual([])
})

test('tomorrow again is for what still lies ahead tomorrow, in the person’s own tomorrow', () => {
  const warns = [
    { milestone: 'extension-closes' as const, date: day('2026-03-31') },
    { milestone: 'trial-ends' as const, date: day('2026-04-15') },
  ]
  expect(tomorrow(warns, 'UTC', new Date('2026-03-30T12:00:00Z'))).toEqual({ day: '2026-03-31', due: '2026-03-31T09:00:00.000Z', warns })
  expect(tomorrow(warns, 'Pacific/Kiritimati', new Date('2026-03-30T12:00:00Z'))).toEqual({
    day: '2026-04-01',
    due: '2026-03-31T19:00:00.000Z',
    warns: warns.slice(1),
  })
  expect(tomorrow(warns, 'UTC', new Date('2026-04-15T12:00:00Z'))).toBeUndefined()
})
