import { addYears, type Day, FIRST_DAY, parseDay } from './day.ts'
import type { Fault, FaultCode } from './fault.ts'

export interface Site {
  readonly devices: number
  /** How many sites are like this one; 1 where left out. */
  readonly count?: number
  readonly name?: string
}

export const roles = ['global-admin', 'billing-admin', 'other'] as const
export const billingAccounts = ['MCA', 'MOSA', 'EA', 'CSP', 'other'] as const
export const clouds = ['commercial', 'gcc', 'gcc-high', 'dod', 'azure-government'] as const
export const kinds = ['paid', 'trial'] as const

export type Role = (typeof roles)[number]
export type BillingAccount = (typeof billingAccounts)[number]
export type Cloud = (typeof clouds)[number]
export type Kind = (typeof kinds)[number]

/** The fact that is the end of a trial, or of a licence. */
export const endKey = (kind: Kind) => (kind === 'trial' ? 'trialEnd' : 'licenseEnd')

/** What a person said of their licences. A fact that is unknown is left out. Numbers may be out of range until `checkFacts` saw them. */
export interface Facts {
  readonly sites?: readonly Site[]
  /** Per cent, up to two decimals. */
  readonly growthPercent?: number
  readonly trialEnd?: Day
  readonly trialStart?: Day
  readonly trialDays?: number
  /** The role of the person on the tenant that holds the trial. */
  readonly role?: Role
  readonly billingAccount?: BillingAccount
  readonly cloud?: Cloud
  /** The trial was extended once already. */
  readonly extended?: boolean
  /** The start of the current term. */
  readonly licenseStart?: Day
  readonly licenseEnd?: Day
  /** Paid for the whole year, up to two decimals, in any currency. */
  readonly price?: number
  readonly kind?: Kind
  /** The tenant has another active site licence. */
  readonly otherActiveLicense?: boolean
}

export type FactKey = keyof Facts

export const MAX_SITES = 500
/** Devices at one site, how many sites one entry may stand for, and characters of a site's name. */
export const MAX_DEVICES = 10_000_000
export const MAX_COUNT = 10_000
export const MAX_SITE_NAME = 100

type Check = (value: unknown, path: string, today: Day) => Fault | undefined

const refused = (fact: string, code: FaultCode, got?: unknown, accepted?: Fault['accepted']): Fault => ({
  fact,
  code,
  ...(got === undefined ? {} : { got }),
  ...(accepted ? { accepted } : {}),
})

/** A real calendar day from `min` to `max`. */
export function checkDay(value: unknown, path: string, min: Day, max: Day): Fault | undefined {
  const accepted = { min, max }
  const day = typeof value === 'string' ? parseDay(value) : undefined
  if (!day) return refused(path, 'not-day', value, accepted)
  return day < min || day > max ? refused(path, 'day-range', value, accepted) : undefined
}

const day: Check = (value, path, today) => checkDay(value, path, FIRST_DAY, addYears(today, 10))

const number =
  (accepted: { min: number; max: number; decimals: number }): Check =>
  (value, path) => {
    if (typeof value !== 'number') return refused(path, 'not-number', value, accepted)
    if (accepted.decimals === 0 && !Number.isInteger(value)) return refused(path, 'not-whole', value, accepted)
    if (value < accepted.min || value > accepted.max) return refused(path, 'number-range', value, accepted)
    return decimalsOf(value) > accepted.decimals ? refused(path, 'decimals', value, accepted) : undefined
  }

// Counted on the shortest decimal form: 0.1 + 0.2 has seventeen, 30.0 none, 1e-7 seven.
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

const oneOf =
  (values: readonly string[]): Check =>
  (value, path) =>
    typeof value === 'string' && values.includes(value) ? undefined : refused(path, 'not-in-list', value, { values })

const boolean: Check = (value, path) => (typeof value === 'boolean' ? undefined : refused(path, 'not-boolean', value))

const name: Check = (value, path) => {
  if (typeof value !== 'string') return refused(path, 'not-text', value)
  const length = [...value].length
  return length < 1 || length > MAX_SITE_NAME ? refused(path, 'text-length', value, { min: 1, max: MAX_SITE_NAME }) : undefined
}

const siteChecks: Readonly<Record<keyof Site, Check>> = {
  devices: number({ min: 1, max: MAX_DEVICES, decimals: 0 }),
  count: number({ min: 1, max: MAX_COUNT, decimals: 0 }),
  name,
}

const site: Check = (value, path, today) => {
  if (!isObject(value)) return refused(path, 'not-object', value)
  const keys = Object.keys(siteChecks) as (keyof Site)[]
  const unknown = Object.keys(value).find(key => !keys.includes(key as keyof Site))
  if (unknown !== undefined) return refused(`${path}.${unknown}`, 'unknown', undefined, { values: keys })
  if (!Object.hasOwn(value, 'devices')) return refused(`${path}.devices`, 'missing')
  return firstFault(keys, key => (Object.hasOwn(value, key) ? siteChecks[key](value[key], `${path}.${key}`, today) : undefined))
}

const sites: Check = (value, path, today) => {
  if (!Array.isArray(value)) return refused(path, 'not-list', value)
  if (value.length < 1 || value.length > MAX_SITES) return refused(path, 'list-length', value.length, { min: 1, max: MAX_SITES })
  return firstFault([...value.keys()], index => site(value[index], `${path}[${index}]`, today))
}

const checks: Readonly<Record<FactKey, Check>> = {
  sites,
  growthPercent: number({ min: 0, max: 1000, decimals: 2 }),
  trialEnd: day,
  trialStart: day,
  trialDays: number({ min: 1, max: 365, decimals: 0 }),
  role: oneOf(roles),
  billingAccount: oneOf(billingAccounts),
  cloud: oneOf(clouds),
  extended: boolean,
  licenseStart: day,
  licenseEnd: day,
  price: number({ min: 0.01, max: 100_000_000, decimals: 2 }),
  kind: oneOf(kinds),
  otherActiveLicense: boolean,
}

export const factKeys = Object.keys(checks) as readonly FactKey[]

/** What is wrong with one fact's value, if anything. `today` bounds the days. */
export function checkFact(key: FactKey, value: unknown, today: Day): Fault | undefined {
  return checks[key](value, key, today)
}

/** Faults of values that say something, if not what is accepted. */
const outOfRange: readonly FaultCode[] = ['list-length', 'text-length', 'day-range', 'not-whole', 'number-range', 'decimals']
const isFormed = (fault: Fault | undefined) => !fault || outOfRange.includes(fault.code)

/** Whether a value is of the kind that a fact is, be it out of range: anything else can't even be shown. */
export function hasForm(key: FactKey, value: unknown): boolean {
  return key === 'sites' ? Array.isArray(value) && value.every(isSite) : isFormed(checks[key](value, key, FIRST_DAY))
}

const isSite = (value: unknown) =>
  isObject(value) &&
  Object.hasOwn(value, 'devices') &&
  Object.entries(value).every(
    ([key, each]) => Object.hasOwn(siteChecks, key) && isFormed(siteChecks[key as keyof Site](each, key, FIRST_DAY)),
  )

/** Which facts a rule takes, in the order they are checked. */
export interface FactsTaken {
  readonly facts: readonly FactKey[]
  readonly notAfterToday?: readonly FactKey[]
  readonly needed?: readonly FactKey[]
}

/** The first fault of untrusted facts: an unknown key in input order, then each fact in the order of `keys`. */
export function checkFacts(
  { facts: keys, notAfterToday = [], needed = [] }: FactsTaken,
  facts: Readonly<Record<string, unknown>>,
  today: Day,
): Fault | undefined {
  const unknown = Object.keys(facts).find(key => !keys.includes(key as FactKey))
  if (unknown !== undefined) return refused(unknown, 'unknown', undefined, { values: keys })
  return firstFault(keys, key => {
    if (!Object.hasOwn(facts, key)) return needed.includes(key) ? refused(key, 'missing') : undefined
    const value = facts[key]
    const fault = checkFact(key, value, today)
    if (fault || !notAfterToday.includes(key) || String(value) <= today) return fault
    return refused(key, 'after-today', value, { min: FIRST_DAY, max: today })
  })
}

/** Refuses an end that lies before its start. */
export function checkOrder(facts: Facts, end: 'trialEnd' | 'licenseEnd', start: 'trialStart' | 'licenseStart'): Fault | undefined {
  const [from, to] = [facts[start], facts[end]]
  return from && to && to < from ? refused(end, 'before', to, { than: start, min: from }) : undefined
}

/** A JSON object that is no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstFault<T>(items: readonly T[], check: (item: T) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const fault = check(item)
    if (fault) return fault
  }
  return undefined
}
