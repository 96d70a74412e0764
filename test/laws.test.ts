import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultMessage } from '../cards/words/en/faults.ts'
import { addDays, type Day, daysBetween } from '../rules/day.ts'
import { decide, decideQuestion } from '../rules/decide.ts'
import { extendTrial } from '../rules/extend-trial.ts'
import { billingAccounts, clouds, type Facts, kinds, roles, type Site } from '../rules/facts.ts'
import type { Fault } from '../rules/fault.ts'
import { licenseLifecycle } from '../rules/license-lifecycle.ts'
import { milestones } from '../rules/milestones.ts'
import { documentedPolicy } from '../rules/policy.ts'
import { refundWindow } from '../rules/refund-window.ts'
import { type SizedSite, sizeLicense } from '../rules/size-license.ts'
import { on, operator, today, verdictOf } from './support/verdicts.ts'

const within = (days: number) => fc.integer({ min: -days, max: days }).map(count => addDays(today, count))
const devices = fc.integer({ min: 1, max: 30_000 })
const count = fc.integer({ min: 1, max: 40 })
const sites = fc.array(fc.record({ devices, count, name: fc.string({ minLength: 1, maxLength: 20 }) }, { requiredKeys: ['devices'] }), {
  minLength: 1,
  maxLength: 12,
})
const growthPercent = fc.integer({ min: 0, max: 30_000 }).map(hundredths => hundredths / 100)
const someOf = <Shape extends object>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) => fc.record(shape, { requiredKeys: [] })

/** Any facts of these, each known or not. */
const anyFacts = someOf<Facts>({
  trialEnd: within(400),
  trialStart: within(400),
  trialDays: fc.integer({ min: 1, max: 365 }),
  role: fc.constantFrom(...roles),
  billingAccount: fc.constantFrom(...billingAccounts),
  cloud: fc.constantFrom(...clouds),
  extended: fc.boolean(),
  licenseStart: within(800).filter(day => day <= today),
  licenseEnd: within(800),
  price: fc.integer({ min: 1, max: 10_000_000_000 }).map(cents => cents / 100),
  kind: fc.constantFrom(...kinds),
  otherActiveLicense: fc.boolean(),
})
const factsOf = (keys: readonly string[]) =>
  anyFacts.map(facts => Object.fromEntries(Object.entries(facts).filter(([key]) => keys.includes(key))) as Facts)

describe('sizing', () => {
  const sizedOf = (list: readonly Site[], growth?: number, at = on(today)) =>
    verdictOf(sizeLicense, { sites: list, ...(growth === undefined ? {} : { growthPercent: growth }) }, at).details
  const one = (list: readonly Site[], growth?: number): SizedSite => sizedOf(list, growth).sites![0]!

  test('more devices never need a smaller licence', () => {
    fc.assert(
      fc.property(devices, devices, (some, more) => {
        const [small, large] = [one([{ devices: Math.min(some, more) }]), one([{ devices: Math.max(some, more) }])]
        expect(large.capacity).toBeGreaterThanOrEqual(small.capacity)
        expect(large.perSite).toBeGreaterThanOrEqual(small.perSite)
      }),
    )
  })

  test('growth never lowers an order', () => {
    fc.assert(
      fc.property(sites, growthPercent, growthPercent, (list, some, more) => {
        const [small, large] = [sizedOf(list, Math.min(some, more)), sizedOf(list, Math.max(some, more))]
        large.sites!.forEach((site, index) => {
          expect(site.capacity).toBeGreaterThanOrEqual(small.sites![index]!.capacity)
        })
        expect(large.totals!.licenses).toBeGreaterThanOrEqual(small.totals!.licenses)
      }),
    )
  })

  test('every order covers every site, with the smallest size that does', () => {
    fc.assert(
      fc.property(sites, growthPercent, (list, growth) => {
        const { sizes } = documentedPolicy(today)
        for (const { devices: given, sizedFor, size, perSite, capacity, headroom } of sizedOf(list, growth).sites!) {
          // In whole numbers: hundredths of a per cent of hundredths of a device.
          expect(BigInt(sizedFor) * 10_000n).toBeGreaterThanOrEqual(BigInt(given) * BigInt(10_000 + Math.round(growth * 100)))
          expect([capacity, headroom]).toEqual([perSite * sizes.find(each => each.size === size)!.upTo, capacity - sizedFor])
          expect(headroom).toBeGreaterThanOrEqual(0)
          const smaller = sizes.filter(({ upTo }) => perSite === 1 && upTo < capacity)
          expect(smaller.every(({ upTo }) => upTo < sizedFor)).toBe(true)
          expect(perSite === 1 || (size === 'XL' && (perSite - 1) * sizes[4].upTo < sizedFor)).toBe(true)
        }
      }),
    )
  })

  test('quantities and totals add up', () => {
    fc.assert(
      fc.property(sites, list => {
        const { sites: sized, order, totals } = sizedOf(list)
        const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
        expect(sum(order!.map(({ quantity }) => quantity))).toBe(totals!.licenses)
        expect(sum(sized!.map(({ quantity }) => quantity))).toBe(totals!.licenses)
        expect(totals!.sites).toBe(sum(list.map(site => site.count ?? 1)))
        expect(totals!.devices).toBe(sum(list.map(site => site.devices * (site.count ?? 1))))
        for (const { quantity, perSite, count: many } of sized!) expect(quantity).toBe(perSite * many)
      }),
    )
  })

  test('the order in which sites are listed does not change what is ordered', () => {
    fc.assert(
      fc.property(sites, list => {
        expect(sizedOf(list.toReversed()).order).toEqual(sizedOf(list).order)
      }),
    )
  })
})

describe('a trial', () => {
  const openness = { no: 0, depends: 1, yes: 2 } as const

  test('that ends later never has a window that is more closed', () => {
    fc.assert(
      fc.property(factsOf(['role', 'billingAccount', 'cloud', 'extended']), within(200), within(200), (facts, some, other) => {
        const [sooner, later] = some < other ? [some, other] : [other, some]
        const open = (trialEnd: Day) => openness[verdictOf(extendTrial, { ...facts, trialEnd }).answer!]
        expect(open(later)).toBeGreaterThanOrEqual(open(sooner))
      }),
    )
  })

  test('knowing more never opens what was closed for good', () => {
    fc.assert(
      fc.property(factsOf(['trialEnd', 'billingAccount']), fc.constantFrom(...roles), (facts, role) => {
        const before = verdictOf(extendTrial, facts)
        if (before.answer === 'no') expect(verdictOf(extendTrial, { ...facts, role }).answer).toBe('no')
      }),
    )
  })

  test('has its last day to ask as many days before its end as the policy says', () => {
    fc.assert(
      fc.property(factsOf(extendTrial.facts), fc.integer({ min: 0, max: 60 }), (facts, closesDaysBefore) => {
        const verdict = decide(extendTrial, facts, { today, policy: operator({ trial: { closesDaysBefore } }) })
        if ('fault' in verdict || !('lastDay' in verdict.details)) return
        const { lastDay, trialEnd, daysLeft } = verdict.details
        expect([daysBetween(lastDay, trialEnd), daysBetween(today, trialEnd)]).toEqual([closesDaysBefore, daysLeft])
      }),
    )
  })
})

describe('a refund', () => {
  const price = fc.integer({ min: 1, max: 10_000_000_000 }).map(cents => cents / 100)

  test('never exceeds the price, and falls or stays from day to day', () => {
    fc.assert(
      fc.property(price, within(2000), (paid, licenseStart) => {
        const estimates = [0, 1, 2, 3, 4, 5, 6, 7].map(day =>
          Number(verdictOf(refundWindow, { licenseStart, price: paid }, on(addDays(licenseStart, day))).details.estimate),
        )
        expect(estimates[0]).toBe(paid)
        expect(estimates).toEqual(estimates.toSorted((a, b) => b - a))
        expect(estimates.at(-1)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('is open for exactly the days of the policy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (days, elapsed) => {
        const at = { today, policy: operator({ refund: { days } }) }
        expect(verdictOf(refundWindow, { licenseStart: addDays(today, -elapsed) }, at).answer).toBe(elapsed <= days ? 'yes' : 'no')
      }),
    )
  })
})

describe('days that pass', () => {
  const stages = ['active', 'grace', 'stopped', 'data-at-risk', 'ended', 'site-unlicensed']

  test('never bring a licence back to an earlier state', () => {
    const ended = fc.record({ kind: fc.constantFrom(...kinds), otherActiveLicense: fc.boolean() })
    fc.assert(
      fc.property(ended, within(200), within(400), within(400), (facts, end, some, other) => {
        const [sooner, later] = some < other ? [some, other] : [other, some]
        const stage = (date: Day) =>
          stages.indexOf(verdictOf(licenseLifecycle, { ...facts, licenseEnd: end, trialEnd: end }, on(date)).details.state!)
        expect(stage(sooner)).toBeGreaterThanOrEqual(0)
        expect(stage(later)).toBeGreaterThanOrEqual(stage(sooner))
      }),
    )
  })

  test('keep the dates of a licence in their order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), within(400), (kind, end) => {
        const { licenseEnd, graceEnds, serviceStops, dataAtRisk, dataGone } = verdictOf(licenseLifecycle, {
          kind,
          licenseEnd: end,
          trialEnd: end,
        }).details
        const dates = [licenseEnd!, graceEnds!, serviceStops!, dataAtRisk!, dataGone!]
        expect(dates).toEqual(dates.toSorted())
      }),
    )
  })

  test('leave no milestone or notice in the past, and none after its own date', () => {
    fc.assert(
      fc.property(factsOf(['trialEnd', 'licenseStart', 'licenseEnd']), fc.constantFrom(...kinds), (facts, kind) => {
        const verdict = decide(milestones, { ...facts, kind }, on(today))
        if ('fault' in verdict) return
        const { milestones: dated } = verdict.details
        expect(dated.map(({ date }) => date)).toEqual(dated.map(({ date }) => date).toSorted())
        for (const { date, notifyOn } of dated) {
          expect(notifyOn).toEqual([...new Set(notifyOn)].toSorted())
          expect(notifyOn.length).toBeGreaterThan(0)
          expect(notifyOn.every(day => day >= today && day <= date)).toBe(true)
        }
      }),
    )
  })
})

describe('a question from outside', () => {
  const rules = ['sizeLicenses', 'trialExtension', 'refundWindow', 'licenseLifecycle', 'milestones']
  const keys = ['sites', 'growthPercent', 'trialEnd', 'role', 'kind', 'price', 'licenseStart', '__proto__', 'toString', 'constructor', '']
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), within(5000), fc.constantFrom('yes', 'trial', 'MCA', 1e21, 0.1 + 0.2, -0))
  const untrusted = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        rule: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...rules) }, { weight: 1, arbitrary: value }),
        today: fc.oneof({ weight: 9, arbitrary: within(9000) }, { weight: 1, arbitrary: value }),
        facts: fc.oneof(
          { weight: 9, arbitrary: fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 }) },
          { weight: 1, arbitrary: value },
        ),
        extra: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: ['rule', 'today'] },
    ),
    fc.record({ rule: fc.constantFrom(...rules), today: within(9000), facts: anyFacts }),
    fc.record({
      rule: fc.constant('sizeLicenses'),
      today: fc.constant(today),
      facts: fc.record({ sites: fc.array(fc.dictionary(fc.constantFrom('devices', 'count', 'name', 'size'), value), { maxLength: 3 }) }),
    }),
  )

  test('is never thrown at: it gets a verdict, or a fault that names something in it', () => {
    fc.assert(
      fc.property(untrusted, given => {
        const question = JSON.parse(JSON.stringify(given)) as unknown
        const verdict = decideQuestion(question, documentedPolicy)
        if (!('fault' in verdict)) {
          expect(verdict).toMatchObject({ rule: (question as { rule: string }).rule, today: (question as { today: string }).today })
          return
        }
        expect(namesSomethingIn(question, verdict.fault), JSON.stringify(verdict.fault)).toBe(true)
        expect(faultMessage(verdict.fault)).not.toMatch(/undefined|\[object/)
      }),
      { numRuns: 2000 },
    )
  })

  test('is answered the same way each time', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...rules), (facts, rule) => {
        const question = { rule, today, facts }
        expect(decideQuestion(question, documentedPolicy)).toEqual(decideQuestion(structuredClone(question), documentedPolicy))
      }),
    )
  })
})

/** Whether a fault's path leads to something in the question; what is missing leads to where it belongs. */
function namesSomethingIn(question: unknown, { fact, code }: Fault): boolean {
  if (fact === null) return typeof question !== 'object' || question === null || Array.isArray(question)
  const line = question as Record<string, unknown>
  const facts = (typeof line.facts === 'object' && line.facts !== null ? line.facts : {}) as Record<string, unknown>
  if (Object.hasOwn(line, fact) || Object.hasOwn(facts, fact)) return code !== 'missing'
  const [, index, key] = /^sites\[(\d+)\](?:\.(.*))?$/s.exec(fact) ?? []
  if (index === undefined) return ['rule', 'today', 'kind'].includes(fact) && (code === 'missing' || fact === 'today')
  const site = (facts.sites as unknown[])[Number(index)]
  return key === undefined || code === 'missing' || Object.hasOwn(site as object, key)
}
