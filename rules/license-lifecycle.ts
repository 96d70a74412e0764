import { addDays, addYears, type Day, daysBetween } from './day.ts'
import { checkOrder, type FactKey, type Facts } from './facts.ts'
import type { At, Route, Rule, Said, Verdict } from './verdict.ts'

export type LifecycleState = 'active' | 'grace' | 'stopped' | 'data-at-risk' | 'ended' | 'site-unlicensed' | 'unknown'
export type LifecycleReason = `state-${LifecycleState}`

export type LifecycleNote =
  | 'assumed-one-year'
  | 'retention-two-readings'
  | 'trial-data-30-days'
  | 'assumed-no-other-license'
  | 'mca-may-end-at-once'
  | 'volume-may-end-at-once'
  | 'csp-asks-partner'
  | 'may-have-become-paid'
  | 'buy-for-real-size'

/** Days from `graceEnds` on are left out where another licence keeps the tenant going. */
export interface Lifecycle {
  readonly state: LifecycleState
  /** The last covered day, of a trial too. */
  readonly licenseEnd?: Day
  readonly graceEnds?: Day
  readonly serviceStops?: Day
  /** The earliest day on which the data may be gone. */
  readonly dataAtRisk?: Day
  /** The latest such day: not to be relied on. */
  readonly dataGone?: Day
  /** Days since the end, negative before it. */
  readonly day?: number
}

export type LifecycleVerdict = Verdict<'licenseLifecycle', LifecycleReason, LifecycleNote, Lifecycle>

type LifecycleFact = 'kind' | 'licenseEnd' | 'licenseStart' | 'trialEnd' | 'otherActiveLicense' | 'billingAccount'

/** What holds on a day around the end of a licence or trial. [D4IOT-LIC, D4IOT-RETENTION, M365-END] */
export const licenseLifecycle: Rule<LifecycleFact, LifecycleVerdict> = {
  name: 'licenseLifecycle',
  facts: ['kind', 'licenseEnd', 'licenseStart', 'trialEnd', 'otherActiveLicense', 'billingAccount'],
  decide(facts, at) {
    const fault = checkOrder(facts, 'licenseEnd', 'licenseStart')
    if (fault) return { fault }
    const trial = facts.kind === 'trial'
    const end = trial ? facts.trialEnd : endOf(facts)
    const details = end ? lifecycleOf(end, facts, at) : ({ state: 'unknown' } as const)
    return {
      rule: 'licenseLifecycle',
      today: at.today,
      answer: null,
      details,
      reasons: [reasonFor(details.state)],
      missing: missingIn(facts, end),
      route: routeFor(details.state, trial),
      notes: end ? notesFor(facts, details.state) : [],
      policy: at.policy.version,
    }
  },
}

/** The last covered day of a paid licence: as given, else a year after its start less a day. */
export function endOf({ licenseEnd, licenseStart }: Facts): Day | undefined {
  return licenseEnd ?? (licenseStart && addDays(addYears(licenseStart, 1), -1))
}

function lifecycleOf(licenseEnd: Day, { kind, otherActiveLicense }: Facts, { today, policy }: At): Lifecycle {
  const day = daysBetween(licenseEnd, today)
  if (otherActiveLicense) return { state: day <= 0 ? 'active' : 'site-unlicensed', licenseEnd, day }
  const grace = policy.grace.days
  const atRisk = kind === 'trial' ? grace + 1 : policy.retention.days // a trial's data goes after the 30 days [M365-END]
  const gone = policy.retention.days + grace
  return {
    state: stateOn(day, grace, atRisk, gone),
    licenseEnd,
    graceEnds: addDays(licenseEnd, grace),
    serviceStops: addDays(licenseEnd, grace + 1),
    dataAtRisk: addDays(licenseEnd, atRisk),
    dataGone: addDays(licenseEnd, gone),
    day,
  }
}

function stateOn(day: number, grace: number, atRisk: number, gone: number): LifecycleState {
  if (day <= 0) return 'active'
  if (day <= grace) return 'grace'
  if (day < atRisk) return 'stopped'
  return day < gone ? 'data-at-risk' : 'ended'
}

function reasonFor(state: LifecycleState): Said<LifecycleReason> {
  const late = state === 'data-at-risk' || state === 'ended'
  return { code: `state-${state}`, sources: late ? ['D4IOT-LIC', 'D4IOT-RETENTION', 'M365-END'] : ['D4IOT-LIC'] }
}

function routeFor(state: LifecycleState, trial: boolean): Route {
  if (state === 'active' || state === 'unknown') return trial ? 'buy-or-turn-off' : 'renew-or-turn-off'
  if (state === 'site-unlicensed') return 'renew-site'
  if (state === 'grace' && !trial) return 'renew-now'
  return trial ? 'buy' : 'buy-again'
}

function missingIn(facts: Facts, end: Day | undefined): FactKey[] {
  const trial = facts.kind === 'trial'
  const missing: FactKey[] = end ? [] : [trial ? 'trialEnd' : 'licenseEnd']
  if (facts.otherActiveLicense) return missing
  if (facts.otherActiveLicense === undefined) missing.push('otherActiveLicense')
  if (!trial && facts.billingAccount === undefined) missing.push('billingAccount')
  return missing
}

function notesFor({ kind, licenseEnd, otherActiveLicense, billingAccount }: Facts, state: LifecycleState): LifecycleNote[] {
  const notes: LifecycleNote[] = []
  const trial = kind === 'trial'
  if (!trial && !licenseEnd) notes.push('assumed-one-year')
  if (!otherActiveLicense) notes.push(trial ? 'trial-data-30-days' : 'retention-two-readings')
  if (otherActiveLicense === undefined) notes.push('assumed-no-other-license')
  if (!trial && !otherActiveLicense && (billingAccount === 'MCA' || billingAccount === undefined)) notes.push('mca-may-end-at-once')
  if (!trial && !otherActiveLicense && billingAccount === 'EA') notes.push('volume-may-end-at-once')
  if (billingAccount === 'CSP') notes.push('csp-asks-partner')
  if (trial && state !== 'active') notes.push('may-have-become-paid', 'buy-for-real-size')
  return notes
}
