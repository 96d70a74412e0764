import { addDays, addYears, type Day, daysBetween } from './day.ts'
import type { Facts } from './facts.ts'
import { shareOf, toCents } from './money.ts'
import type { At, Route, Rule, Said, Verdict } from './verdict.ts'

export type RefundReason =
  | 'within-refund-days'
  | 'cancel-plan-separately'
  | 'renewal-may-reopen'
  | 'refund-days-over'
  | 'trial-is-free'
  | 'start-unknown'

export type RefundNote =
  | 'closing-soon'
  | 'last-day'
  | 'cancel-stops-at-once'
  | 'estimate-only'
  | 'csp-asks-partner'
  | 'volume-terms-differ'
  | 'may-have-become-paid'

export interface RefundWindow {
  readonly licenseStart: Day
  readonly lastDay: Day
  /** Days since the start, or since the renewal where there may have been one. */
  readonly elapsed: number
  /** Days to the last day, negative after it. */
  readonly daysLeft: number
  /** What comes back, with two decimals, in the currency of the price. */
  readonly estimate?: string
  /** The yearly anniversary on which a renewal would have started the days again. */
  readonly renewedOn?: Day
}

export type RefundVerdict = Verdict<'refundWindow', RefundReason, RefundNote, RefundWindow | Record<never, never>>

/** Whether a paid licence can still be given back for a prorated refund: within seven days of its start. [D4IOT-LIC] */
export const refundWindow: Rule<'licenseStart' | 'price' | 'kind' | 'billingAccount', RefundVerdict> = {
  name: 'refundWindow',
  facts: ['licenseStart', 'price', 'kind', 'billingAccount'],
  notAfterToday: ['licenseStart'],
  decide: (facts, at) => decided(facts, at, lastAnniversary),
}

/** The same of a licence that is known not to have renewed: its anniversaries start no days again. */
export const refundUnrenewed: typeof refundWindow = { ...refundWindow, decide: (facts, at) => decided(facts, at, () => undefined) }

function decided(facts: Facts, at: At, mayRenewOn: typeof lastAnniversary): RefundVerdict {
  const { kind = 'paid', licenseStart } = facts
  if (kind === 'trial') return trialIsFree(at)
  if (!licenseStart) return startUnknown(at)
  const refundDays = at.policy.refund.days
  if (daysBetween(licenseStart, at.today) <= refundDays) return withinDays(licenseStart, facts, at)
  const anniversary = mayRenewOn(licenseStart, at.today)
  if (anniversary && daysBetween(anniversary, at.today) <= refundDays) return maybeRenewed(licenseStart, anniversary, facts, at)
  return daysOver(licenseStart, facts, at)
}

const base = ({ today, policy }: At) => ({ rule: 'refundWindow', today, policy: policy.version }) as const

function trialIsFree(at: At): RefundVerdict {
  return {
    ...base(at),
    answer: 'no',
    details: {},
    reasons: [{ code: 'trial-is-free', sources: ['M365-END'] }],
    missing: [],
    route: 'turn-off-recurring-billing',
    notes: ['may-have-become-paid'],
  }
}

function startUnknown(at: At): RefundVerdict {
  return {
    ...base(at),
    answer: 'depends',
    details: {},
    reasons: [{ code: 'start-unknown', sources: ['D4IOT-LIC'] }],
    missing: ['licenseStart'],
    route: 'cancel-in-admin-center',
    notes: [],
  }
}

function withinDays(licenseStart: Day, { price, billingAccount }: Facts, at: At): RefundVerdict {
  const counted = countedFrom(licenseStart, at)
  const term = daysBetween(licenseStart, addYears(licenseStart, 1))
  const estimate = price === undefined ? {} : { estimate: shareOf(toCents(price), term - counted.elapsed, term) }
  return {
    ...base(at),
    answer: 'yes',
    details: { licenseStart, ...counted, ...estimate },
    reasons: [
      { code: 'within-refund-days', sources: ['D4IOT-LIC', 'M365-CANCEL'] },
      { code: 'cancel-plan-separately', sources: ['D4IOT-PLANS'] },
    ],
    missing: [],
    route: routeFor(billingAccount, 'cancel-in-admin-center'),
    notes: [...openNotes(counted.daysLeft), ...(price === undefined ? [] : (['estimate-only'] as const)), ...accountNotes(billingAccount)],
  }
}

function maybeRenewed(licenseStart: Day, renewedOn: Day, { billingAccount }: Facts, at: At): RefundVerdict {
  const counted = countedFrom(renewedOn, at)
  return {
    ...base(at),
    answer: 'depends',
    details: { licenseStart, ...counted, renewedOn },
    reasons: [{ code: 'renewal-may-reopen', sources: ['M365-CANCEL'] }],
    missing: [],
    route: routeFor(billingAccount, 'cancel-in-admin-center'),
    notes: [...openNotes(counted.daysLeft), ...accountNotes(billingAccount)],
  }
}

function daysOver(licenseStart: Day, { billingAccount }: Facts, at: At): RefundVerdict {
  const reason: Said<RefundReason> = { code: 'refund-days-over', sources: ['D4IOT-LIC', 'M365-RENEW'] }
  return {
    ...base(at),
    answer: 'no',
    details: { licenseStart, ...countedFrom(licenseStart, at) },
    reasons: [reason],
    missing: [],
    route: routeFor(billingAccount, 'turn-off-recurring-billing'),
    notes: accountNotes(billingAccount),
  }
}

function countedFrom(start: Day, { today, policy }: At): { lastDay: Day; elapsed: number; daysLeft: number } {
  const lastDay = addDays(start, policy.refund.days)
  return { lastDay, elapsed: daysBetween(start, today), daysLeft: daysBetween(today, lastDay) }
}

/** The newest yearly anniversary of the start up to today; 29 February has its own on 28 February. */
function lastAnniversary(start: Day, today: Day): Day | undefined {
  const years = Number(today.slice(0, 4)) - Number(start.slice(0, 4))
  return [years, years - 1]
    .filter(count => count > 0)
    .map(count => addYears(start, count))
    .find(day => day <= today)
}

function openNotes(daysLeft: number): RefundNote[] {
  const pressing: RefundNote[] = daysLeft === 0 ? ['last-day'] : daysLeft <= 2 ? ['closing-soon'] : []
  return [...pressing, 'cancel-stops-at-once']
}

function accountNotes(account: Facts['billingAccount']): RefundNote[] {
  if (account === 'CSP') return ['csp-asks-partner']
  return account === 'EA' ? ['volume-terms-differ'] : []
}

function routeFor(account: Facts['billingAccount'], otherwise: Route): Route {
  if (account === 'CSP') return 'ask-partner'
  return account === 'EA' ? 'contact-sales' : otherwise
}
