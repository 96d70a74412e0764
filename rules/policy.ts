import { z } from 'zod'
import type { Day } from './day.ts'
import { billingAccounts } from './facts.ts'

const whole = (min: number, max: number) => {
  const error = `a whole number from ${min} to ${max}`
  return z.int({ error }).min(min, { error }).max(max, { error })
}
const days = whole(0, 365)
const devices = whole(1, 10_000_000)
const listOf = <Value extends string>(values: readonly Value[]) => {
  const error = `a list of some of ${values.join(', ')}`
  return z.array(z.enum(values, { error: `one of ${values.join(', ')}` }), { error }).min(1, { error })
}
const size = <Name extends string>(name: Name) =>
  z.strictObject({ size: z.literal(name, { error: `"${name}"; sizes are XS, S, M, L, XL in this order` }), upTo: devices })

const group = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape, { error: 'an object' })

const shape = {
  trial: group({ offered: z.boolean({ error: 'true or false' }), assumedDays: days, closesDaysBefore: days, devices }),
  refund: group({ days }),
  grace: group({ days }),
  retention: group({ days }),
  sizes: z.tuple([size('XS'), size('S'), size('M'), size('L'), size('XL')], { error: 'a list of the five sizes from XS to XL' }),
  roles: listOf(['global-admin', 'billing-admin']),
  selfServeAccounts: listOf(billingAccounts),
}

type Values = z.infer<z.ZodObject<typeof shape>>

/** The documented numbers in force from a date on. Days are whole; sizes rise from XS to XL and cover up to so many devices. */
export interface Policy extends Values {
  readonly version: Day | 'operator'
}

/** The size of a site licence. */
export type Size = Policy['sizes'][number]['size']

/** Every documented version, oldest first. A new version of the documents is one more entry. */
export const documented: readonly [Policy, ...Policy[]] = [
  {
    version: '2024-11-17' as Day,
    trial: { offered: true, assumedDays: 30, closesDaysBefore: 15, devices: 1000 }, // D4IOT-LIC; documents have said 30, 60 and 90 days
    refund: { days: 7 }, // D4IOT-LIC
    grace: { days: 30 }, // D4IOT-LIC
    retention: { days: 90 }, // D4IOT-LIC
    sizes: [
      { size: 'XS', upTo: 100 }, // D4IOT-LIC
      { size: 'S', upTo: 250 }, // D4IOT-PRICING alone
      { size: 'M', upTo: 500 }, // D4IOT-PRICING alone
      { size: 'L', upTo: 1000 }, // D4IOT-LIC
      { size: 'XL', upTo: 5000 }, // D4IOT-LIC
    ],
    roles: ['global-admin', 'billing-admin'], // D4IOT-LIC
    selfServeAccounts: ['MCA', 'MOSA'], // D4IOT-LIC
  },
]

/** The policy in force on a day; before the first version, the first. */
export type PolicyOn = (today: Day) => Policy

export const documentedPolicy: PolicyOn = today => documented.findLast(({ version }) => version <= today) ?? documented[0]

const overrides = z
  .strictObject(
    {
      trial: shape.trial.partial(),
      refund: shape.refund.partial(),
      grace: shape.grace.partial(),
      retention: shape.retention.partial(),
      sizes: shape.sizes,
      roles: shape.roles,
      selfServeAccounts: shape.selfServeAccounts,
    },
    { error: 'an object' },
  )
  .partial()

/**
 * The documented policy with an operator's own values in place of some of its own.
 * @param json what the operator's file holds: the policy's nesting, with only what differs
 * @returns the policy by day, or a sentence for each fault that names the key and what is accepted
 */
export function operatorPolicy(json: unknown): PolicyOn | { readonly faults: readonly string[] } {
  const read = overrides.safeParse(json, { reportInput: true })
  if (!read.success) return { faults: read.error.issues.flatMap(sentences) }
  const own = read.data
  const policyOn: PolicyOn = today => {
    const base = documentedPolicy(today)
    return {
      ...base,
      ...own,
      trial: { ...base.trial, ...own.trial },
      refund: { ...base.refund, ...own.refund },
      grace: { ...base.grace, ...own.grace },
      retention: { ...base.retention, ...own.retention },
      version: 'operator',
    }
  }
  const faults = documented.flatMap(({ version }) => contradictions(policyOn(version as Day)))
  return faults.length > 0 ? { faults: [...new Set(faults)] } : policyOn
}

function contradictions({ sizes, grace, retention }: Policy): string[] {
  const faults = sizes.flatMap(({ size, upTo }, index) => {
    const smaller = sizes[index - 1]
    return smaller && upTo <= smaller.upTo
      ? [`sizes[${index}].upTo is ${upTo} for ${size}; it must be more than ${smaller.upTo} (${smaller.size})`]
      : []
  })
  if (retention.days <= grace.days)
    faults.push(`retention.days is ${retention.days}; it must be at least ${grace.days + 1}, one more than grace.days`)
  return faults
}

function sentences(issue: z.core.$ZodIssue): string[] {
  const path = issue.path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => `${path ? `${path}.` : ''}${key} is not a key of the policy; the keys here are ${keysAt(issue.path)}`)
  return [`${path || 'the whole'} is ${JSON.stringify(issue.input) ?? 'missing'}; it must be ${issue.message}`]
}

/** The keys that an operator may set at a path. */
function keysAt(path: readonly PropertyKey[]): string {
  const there = path.reduce<unknown>((at, part) => (at as Readonly<Record<PropertyKey, unknown>>)[part], documented[0])
  return Object.keys(there as object)
    .filter(key => key !== 'version')
    .join(', ')
}
