import { addDays, type Day, daysBetween } from './day.ts'
import { checkOrder, type FactKey, type Facts } from './facts.ts'
import type { SourceId } from './sources.ts'
import type { At, Route, Rule, Verdict } from './verdict.ts'

export type ExtendReason =
  | 'government-plan-includes'
  | 'gcc-through-sales'
  | 'trial-ended'
  | 'window-closed'
  | 'billing-account-not-self-serve'
  | 'end-unknown'
  | 'end-assumed'
  | 'extended-once-already'
  | 'admin-must-request'
  | 'window-open-if'
  | 'window-open'

export type ExtendNote =
  | 'documents-disagree'
  | 'last-day'
  | 'closing-soon'
  | 'mca-roles'
  | 'csp-asks-partner'
  | 'assumed-30-day-trial'
  | 'may-have-become-paid'
  | 'buy-for-real-size'

/** The last covered day, the last day to ask, and the days until the end (negative once it is over). */
export interface TrialWindow {
  readonly trialEnd: Day
  readonly lastDay: Day
  readonly daysLeft: number
  readonly assumed?: true
}

export type ExtendVerdict = Verdict<'trialExtension', ExtendReason, ExtendNote, TrialWindow | Record<never, never>>

type TrialFact = 'trialEnd' | 'trialStart' | 'trialDays' | 'role' | 'billingAccount' | 'cloud' | 'extended'

/** An assumed end further back than this is not doubted any more: no document has given a trial of more than 90 days. */
const DOUBTED_DAYS = 90

/** Whether the person can extend the trial in the admin center: until 15 days before its end. [D4IOT-LIC, D4IOT-PLANS] */
export const extendTrial: Rule<TrialFact, ExtendVerdict> = {
  name: 'trialExtension',
  facts: ['trialEnd', 'trialStart', 'trialDays', 'role', 'billingAccount', 'cloud', 'extended'],
  decide(facts, at) {
    const fault = checkOrder(facts, 'trialEnd', 'trialStart')
    if (fault) return { fault }
    const window = windowOf(facts, at)
    const doubted = window?.assumed === true && window.daysLeft >= -DOUBTED_DAYS
    const row = rowFor({ facts, at, window, doubted })
    return {
      rule: 'trialExtension',
      today: at.today,
      answer: row.answer,
      details: row.withoutDates || !window ? {} : window,
      reasons: [{ code: row.reason, sources: row.sources }],
      missing: missingIn(row, facts, doubted),
      route: row.route,
      notes: notesFor(row, facts, at, window, doubted),
      policy: at.policy.version,
    }
  },
}

function windowOf({ trialEnd, trialStart, trialDays, extended }: Facts, { today, policy }: At): TrialWindow | undefined {
  const { assumedDays, closesDaysBefore } = policy.trial
  const end = trialEnd ?? (trialStart && addDays(trialStart, (trialDays ?? assumedDays) - 1))
  if (!end) return undefined
  const assumed = !trialEnd && (trialDays === undefined || extended === true)
  return {
    trialEnd: end,
    lastDay: addDays(end, -closesDaysBefore),
    daysLeft: daysBetween(today, end),
    ...(assumed ? { assumed } : {}),
  }
}

interface Case {
  readonly facts: Facts
  readonly at: At
  readonly window: TrialWindow | undefined
  readonly doubted: boolean
}

interface Row {
  /** Its number in the table of the rules page. */
  readonly row: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
  readonly answer: 'yes' | 'no' | 'depends'
  readonly route: Route
  readonly reason: ExtendReason
  readonly sources: readonly [SourceId, ...SourceId[]]
  readonly withoutDates?: true
}

function rowFor({ facts, at: { policy }, window, doubted }: Case): Row {
  const { cloud, role, billingAccount, extended } = facts
  const adminOrAsk: Route = role === 'other' ? 'ask-an-admin' : 'admin-center'
  if (cloud === 'gcc-high' || cloud === 'dod' || cloud === 'azure-government')
    return {
      row: 1,
      answer: 'no',
      route: 'included-in-plan',
      reason: 'government-plan-includes',
      sources: ['D4IOT-LIC', 'D4IOT-START'],
      withoutDates: true,
    }
  if (cloud === 'gcc')
    return { row: 2, answer: 'no', route: 'sales-activation', reason: 'gcc-through-sales', sources: ['D4IOT-LIC'], withoutDates: true }
  if (window && !doubted && window.daysLeft < 0)
    return { row: 3, answer: 'no', route: 'buy', reason: 'trial-ended', sources: ['D4IOT-LIC'] }
  // The day exactly 15 days before the end is still open: "until 15 days before". [D4IOT-LIC]
  const closed = window !== undefined && window.daysLeft < policy.trial.closesDaysBefore
  if (closed && !doubted)
    return { row: 4, answer: 'no', route: 'sales-extension', reason: 'window-closed', sources: ['D4IOT-LIC', 'D4IOT-PLANS'] }
  if (billingAccount && !policy.selfServeAccounts.includes(billingAccount))
    return {
      row: 5,
      answer: 'no',
      route: 'sales-extension',
      reason: 'billing-account-not-self-serve',
      sources: ['D4IOT-LIC', 'M365-BILLING'],
    }
  if (!window) return { row: 6, answer: 'depends', route: adminOrAsk, reason: 'end-unknown', sources: ['D4IOT-LIC'] }
  if (closed) return { row: 7, answer: 'depends', route: adminOrAsk, reason: 'end-assumed', sources: ['D4IOT-LIC'] }
  if (extended)
    return { row: 8, answer: 'depends', route: adminOrAsk, reason: 'extended-once-already', sources: ['M365-TRIAL', 'D4IOT-LIC'] }
  const mayRequest = role !== undefined && policy.roles.some(allowed => allowed === role)
  if (role && !mayRequest && billingAccount)
    return { row: 9, answer: 'yes', route: 'ask-an-admin', reason: 'admin-must-request', sources: ['D4IOT-LIC', 'M365-ROLES'] }
  if (!role || !billingAccount)
    return { row: 10, answer: 'depends', route: adminOrAsk, reason: 'window-open-if', sources: ['D4IOT-LIC', 'D4IOT-PLANS'] }
  return { row: 11, answer: 'yes', route: 'admin-center', reason: 'window-open', sources: ['D4IOT-LIC', 'D4IOT-PLANS'] }
}

function missingIn({ row }: Row, facts: Facts, doubted: boolean): FactKey[] {
  const missing: FactKey[] = []
  if (row === 6 || row === 7 || (row >= 8 && doubted)) missing.push('trialEnd')
  if (row === 6 || row === 7 || row === 10) missing.push(...(['role', 'billingAccount'] as const).filter(key => facts[key] === undefined))
  return missing
}

function notesFor({ row }: Row, facts: Facts, { policy }: At, window: TrialWindow | undefined, doubted: boolean): ExtendNote[] {
  const notes: ExtendNote[] = []
  const daysToClose = (window?.daysLeft ?? 0) - policy.trial.closesDaysBefore
  if (row === 4 || row >= 8) notes.push('documents-disagree')
  if (row >= 8 && daysToClose === 0) notes.push('last-day')
  if (row >= 8 && (daysToClose === 1 || daysToClose === 2)) notes.push('closing-soon')
  if (row >= 9 && facts.billingAccount === 'MCA') notes.push('mca-roles')
  if (row === 5 && facts.billingAccount === 'CSP') notes.push('csp-asks-partner')
  if (doubted && (row === 5 || row >= 7)) notes.push('assumed-30-day-trial')
  if (row === 3) notes.push('may-have-become-paid')
  if (row === 3 || row === 4) notes.push('buy-for-real-size')
  return notes
}
