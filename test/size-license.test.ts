import { describe, expect, test } from 'vitest'
import { sizeLicense } from '../rules/size-license.ts'
import { table, wordsIn } from './support/table.ts'
import { faultOf, operator, reasonsOf, today, verdictOf } from './support/verdicts.ts'

const sized = (devices: number, growthPercent?: number) =>
  verdictOf(sizeLicense, { sites: [{ devices }], ...(growthPercent === undefined ? {} : { growthPercent }) })

const orderOf = ({ details: { order = [] } }: ReturnType<typeof sized>) =>
  order.map(({ size, quantity }) => `${quantity} ${size}`).join(', ')

describe('the licence of one site', () => {
  test.for(
    table('devices', 'order', 'capacity', 'headroom', 'notes', 'why')`
      1     | 1 XS | 100   | 99   |                                          | the smallest site
      90    | 1 XS | 100   | 10   |                                          | exactly a tenth is left
      91    | 1 XS | 100   | 9    | near-capacity                            | less than a tenth is left
      100   | 1 XS | 100   | 0    | near-capacity                            | full
      101   | 1 S  | 250   | 149  | size-from-pricing-page                   | one more
      250   | 1 S  | 250   | 0    | near-capacity size-from-pricing-page     | full
      251   | 1 M  | 500   | 249  | size-from-pricing-page                   | one more
      500   | 1 M  | 500   | 0    | near-capacity size-from-pricing-page     | full
      501   | 1 L  | 1000  | 499  | size-from-pricing-page                   | one more
      1000  | 1 L  | 1000  | 0    | near-capacity size-from-pricing-page     | full
      1001  | 1 XL | 5000  | 3999 |                                          | one more
      2000  | 1 XL | 5000  | 3000 |                                          | never two L
      5000  | 1 XL | 5000  | 0    | near-capacity                            | full
      5001  | 2 XL | 10000 | 4999 | xl-stack-confirm                         | the one stacking that is allowed
      9000  | 2 XL | 10000 | 1000 | xl-stack-confirm                         | exactly a tenth of both is left
      9001  | 2 XL | 10000 | 999  | near-capacity xl-stack-confirm           | less than a tenth of both is left
      10000 | 2 XL | 10000 | 0    | near-capacity xl-stack-confirm           | two are full
      10001 | 3 XL | 15000 | 4999 | xl-stack-confirm                         | one more
    `,
  )('with $devices devices is $order: $why', ({ devices, order, capacity, headroom, notes }) => {
    const verdict = sized(Number(devices))
    expect(orderOf(verdict)).toBe(order)
    expect(verdict.details.sites).toMatchObject([{ capacity: Number(capacity), headroom: Number(headroom) }])
    expect(verdict.notes).toEqual(wordsIn(notes))
  })

  test('over the largest size names 2XL and 3XL as the other way, through the representative, without a capacity', () => {
    const verdict = sized(5001)
    expect(verdict.details.sites).toMatchObject([{ alternative: '2XL or 3XL' }])
    expect([verdict.route, reasonsOf(verdict)]).toEqual(['contact-representative', ['smallest-that-covers', 'xl-stacks']])
    expect(sized(5000).details.sites?.[0]).not.toHaveProperty('alternative')
    expect([sized(5000).route, reasonsOf(sized(5000))]).toEqual(['buy', ['smallest-that-covers']])
  })

  test('names the pricing page where a size stands there alone', () => {
    const sourcesOf = (devices: number) => sized(devices).reasons[0]?.sources
    expect([sourcesOf(100), sourcesOf(250), sourcesOf(5000)]).toEqual([['D4IOT-LIC'], ['D4IOT-LIC', 'D4IOT-PRICING'], ['D4IOT-LIC']])
  })
})

describe('growth', () => {
  test.for(
    table('devices', 'percent', 'sizedFor', 'order', 'why')`
      1000    | 10    | 1100      | 1 XL    | exactly 1100
      100     | 10    | 110       | 1 S     | exactly 110, where floating point would give 111
      100     | 0     | 100       | 1 XS    | no growth
      100     | 0.01  | 101       | 1 S     | a hundredth of a per cent is a device more
      100     | 1     | 101       | 1 S     | exact
      3       | 33.33 | 4         | 1 XS    | rounded up: 3.9999
      4167    | 20    | 5001      | 2 XL    | growth can lead over the largest size: 5000.4
      50      | 100   | 100       | 1 XS    | twice as many
      29      | 13.8  | 34        | 1 XS    | rounded up: 33.002
      1000000 | 1000  | 11000000  | 2200 XL | eleven times as many
    `,
  )('of $percent % on $devices devices is sized for $sizedFor: $why', ({ devices, percent, sizedFor, order }) => {
    const verdict = sized(Number(devices), Number(percent))
    expect(verdict.details.sites).toMatchObject([{ devices: Number(devices), sizedFor: Number(sizedFor) }])
    expect(orderOf(verdict)).toBe(order)
  })
})

describe('many sites', () => {
  test('are sized one by one and never pooled: ten of 100 are ten XS, not one L', () => {
    const verdict = verdictOf(sizeLicense, { sites: [{ devices: 100, count: 10 }] })
    expect(orderOf(verdict)).toBe('10 XS')
    expect(verdict.details.totals).toEqual({ sites: 10, devices: 1000, licenses: 10 })
    expect(reasonsOf(verdict)).toEqual(['smallest-that-covers', 'one-license-per-site'])
  })

  test('keep their order in the list, and the order for them goes from XS to XL', () => {
    const verdict = verdictOf(sizeLicense, {
      sites: [{ name: 'Lyon', devices: 6000, count: 2 }, { devices: 40 }, { name: 'Leeds', devices: 400 }],
    })
    expect(verdict.details.sites).toMatchObject([
      { name: 'Lyon', size: 'XL', perSite: 2, quantity: 4, capacity: 10_000 },
      { size: 'XS', perSite: 1, quantity: 1 },
      { name: 'Leeds', size: 'M', perSite: 1, quantity: 1 },
    ])
    expect(orderOf(verdict)).toBe('1 XS, 1 M, 4 XL')
    expect(verdict.details.totals).toEqual({ sites: 4, devices: 12_440, licenses: 6 })
    expect(reasonsOf(verdict)).toEqual(['smallest-that-covers', 'one-license-per-site', 'xl-stacks'])
  })

  test('are not asked for as long as there is a list, and are without one', () => {
    expect(verdictOf(sizeLicense, { sites: [{ devices: 1 }] }).missing).toEqual([])
    const unknown = verdictOf(sizeLicense, { growthPercent: 20 })
    expect([unknown.answer, unknown.details, unknown.missing, unknown.route, reasonsOf(unknown)]).toEqual([
      null,
      {},
      ['sites'],
      'count-devices',
      ['devices-unknown'],
    ])
  })
})

test('sizes follow the policy', () => {
  const sizes = ['XS', 'S', 'M', 'L', 'XL'].map((size, index) => ({ size, upTo: 10 * (index + 1) }))
  const at = { today, policy: operator({ sizes }) }
  const order = (devices: number) => orderOf(verdictOf(sizeLicense, { sites: [{ devices }] }, at))
  expect([order(10), order(11), order(50), order(51)]).toEqual(['1 XS', '1 S', '1 XL', '2 XL'])
})

describe('a list that is refused', () => {
  const fault = (sites: unknown, more: object = {}) => {
    const { fact, code } = faultOf(sizeLicense, { sites, ...more }) ?? {}
    return fact === undefined ? 'taken' : `${fact}: ${code}`
  }

  test.for<[why: string, sites: unknown, expected: string]>([
    ['an empty list has nothing to size', [], 'sites: list-length'],
    ['five hundred at once', Array(501).fill({ devices: 1 }), 'sites: list-length'],
    ['five hundred are fine', Array(500).fill({ devices: 1 }), 'taken'],
    ['one site is a list of one', { devices: 400 }, 'sites: not-list'],
    ['a number is no site', [400], 'sites[0]: not-object'],
    ['a site without devices needs no licence', [{ devices: 0 }], 'sites[0].devices: number-range'],
    ['ten million is the most', [{ devices: 10_000_001 }], 'sites[0].devices: number-range'],
    ['half a device', [{ devices: 1.5 }], 'sites[0].devices: not-whole'],
    ['30.0 is whole', [{ devices: 30.0 }], 'taken'],
    ['a number as text', [{ devices: '400' }], 'sites[0].devices: not-number'],
    ['the second has no devices', [{ devices: 400 }, { name: 'Lyon' }], 'sites[1].devices: missing'],
    ['no such site', [{ devices: 400, count: 0 }], 'sites[0].count: number-range'],
    ['ten thousand is the most', [{ devices: 400, count: 10_001 }], 'sites[0].count: number-range'],
    ['an empty name', [{ devices: 400, name: '' }], 'sites[0].name: text-length'],
    ['a hundred characters, each of two code units', [{ devices: 400, name: '𝕏'.repeat(100) }], 'taken'],
    ['a hundred and one', [{ devices: 400, name: 'x'.repeat(101) }], 'sites[0].name: text-length'],
    ['an unknown key goes before a bad value', [{ devices: 0, size: 'L' }], 'sites[0].size: unknown'],
    ['unknown is left out, not null', [{ devices: null }], 'sites[0].devices: not-number'],
  ])('%s', ([, sites, expected]) => {
    expect(fault(sites)).toBe(expected)
  })

  test('growth is checked after the sites', () => {
    expect(fault([{ devices: 0 }], { growthPercent: -1 })).toBe('sites[0].devices: number-range')
    expect(fault([{ devices: 1 }], { growthPercent: -1 })).toBe('growthPercent: number-range')
    expect(fault([{ devices: 1 }], { growthPercent: 1000.01 })).toBe('growthPercent: number-range')
    expect(fault([{ devices: 1 }], { growthPercent: 0.125 })).toBe('growthPercent: decimals')
    expect(fault([{ devices: 1 }], { growthPercent: 1000 })).toBe('taken')
  })
})
