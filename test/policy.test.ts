import { describe, expect, test } from 'vitest'
import { documented, documentedPolicy, operatorPolicy } from '../rules/policy.ts'
import { day, today } from './support/verdicts.ts'

const sizes = ([xs, s, m, l, xl]: readonly number[]) => [
  { size: 'XS', upTo: xs },
  { size: 'S', upTo: s },
  { size: 'M', upTo: m },
  { size: 'L', upTo: l },
  { size: 'XL', upTo: xl },
]

const faultsOf = (values: unknown) => {
  const policy = operatorPolicy(values)
  return 'faults' in policy ? policy.faults : []
}

describe("an operator's policy that can't be used names the key", () => {
  test.for<[why: string, values: unknown, key: string]>([
    ['an unknown key', { refunds: { days: 14 } }, 'refunds is not a key of the policy'],
    ['an unknown key inside', { refund: { weeks: 2 } }, 'refund.weeks is not a key of the policy; the keys here are days'],
    [
      'an unknown key of a size',
      { sizes: sizes([100, 250, 500, 1000, 5000]).map(each => ({ ...each, from: 1 })) },
      'sizes[0].from is not a key of the policy; the keys here are size, upTo',
    ],
    ['the version, which is not the operator’s to set', { version: '2026-01-01' }, 'version is not a key of the policy'],
    ['a negative day', { refund: { days: -1 } }, 'refund.days is -1; it must be a whole number from 0 to 365'],
    ['more than a year', { grace: { days: 366 } }, 'grace.days is 366; it must be a whole number from 0 to 365'],
    ['half a day', { trial: { closesDaysBefore: 1.5 } }, 'trial.closesDaysBefore is 1.5; it must be a whole number from 0 to 365'],
    ['days as text', { trial: { assumedDays: '30' } }, 'trial.assumedDays is "30"; it must be a whole number from 0 to 365'],
    ['no devices at all', { trial: { devices: 0 } }, 'trial.devices is 0; it must be a whole number from 1 to 10000000'],
    ['a switch as text', { trial: { offered: 'no' } }, 'trial.offered is "no"; it must be true or false'],
    ['a number in place of a group', { refund: 14 }, 'refund is 14; it must be an object'],
    ['nothing in place of a group', { refund: null }, 'refund is null; it must be an object'],
    ['sizes out of order', { sizes: sizes([100, 250, 250, 1000, 5000]) }, 'sizes[2].upTo is 250 for M; it must be more than 250 (S)'],
    ['a size that is missing', { sizes: sizes([100, 250, 500, 1000, 5000]).slice(1) }, 'sizes'],
    [
      'a size with another name',
      { sizes: sizes([100, 250, 500, 1000, 5000]).map(each => ({ ...each, size: 'S' })) },
      'sizes[0].size is "S"',
    ],
    ['a size without its devices', { sizes: sizes([100, 250, 500, 1000]) }, 'sizes[4].upTo is missing; it must be a whole number'],
    ['sizes as an object', { sizes: { XS: 100 } }, 'sizes is {"XS":100}; it must be a list of the five sizes from XS to XL'],
    ['a role that no one has', { roles: ['owner'] }, 'roles[0] is "owner"; it must be one of global-admin, billing-admin'],
    ['nobody at all', { roles: [] }, 'roles is []; it must be a list of some of global-admin, billing-admin'],
    ['an unknown account', { selfServeAccounts: ['MCA', 'WIRE'] }, 'selfServeAccounts[1] is "WIRE"'],
    ['data gone before the service stops', { retention: { days: 30 } }, 'retention.days is 30; it must be at least 31'],
    ['grace beyond the data', { grace: { days: 90 } }, 'retention.days is 90; it must be at least 91'],
    ['a list', [], 'the whole is []; it must be an object'],
    ['a word', 'seven', 'the whole is "seven"; it must be an object'],
  ])('%s', ([, values, key]) => {
    const faults = faultsOf(values)
    expect(faults).toHaveLength(new Set(faults).size)
    expect(faults[0]).toContain(key)
    expect(faults.join()).not.toMatch(/Invalid|undefined/)
  })

  test('and all of them at once', () => {
    expect(faultsOf({ refund: { days: -1 }, grace: { dayz: 3 }, trial: { offered: 1 } })).toHaveLength(3)
  })
})

describe("an operator's policy", () => {
  const own = operatorPolicy({ refund: { days: 14 }, trial: { offered: false }, sizes: sizes([10, 20, 30, 40, 50]) })
  const policyOn = 'faults' in own ? documentedPolicy : own

  test('replaces what it names and keeps the rest', () => {
    const policy = policyOn(today)
    expect(policy.refund).toEqual({ days: 14 })
    expect(policy.trial).toEqual({ ...documentedPolicy(today).trial, offered: false })
    expect(policy.sizes.map(({ upTo }) => upTo)).toEqual([10, 20, 30, 40, 50])
    expect(policy.grace).toEqual(documentedPolicy(today).grace)
  })

  test('is marked as the operator’s own, also where it changes nothing', () => {
    const unchanged = operatorPolicy({})
    expect([policyOn(today).version, 'faults' in unchanged ? undefined : unchanged(today).version]).toEqual(['operator', 'operator'])
  })

  test.for([{ retention: { days: 31 } }, { refund: { days: 0 } }, { refund: { days: 365 } }, { roles: ['global-admin'] }])(
    'takes values at their bounds: %j',
    values => {
      expect(faultsOf(values)).toEqual([])
    },
  )
})

test('the version in force on a day applies, and before the first the first', () => {
  expect(documentedPolicy(day('2015-01-01')).version).toBe(documented[0].version)
  expect(documented.map(({ version }) => documentedPolicy(day(version)).version)).toEqual(documented.map(({ version }) => version))
  expect(documented.map(({ version }) => version)).toEqual(documented.map(({ version }) => version).toSorted())
})

test('every documented version is one that an operator could have written', () => {
  expect(documented.flatMap(({ version: _, ...values }) => faultsOf(values))).toEqual([])
})
