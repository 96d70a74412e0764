import { addDays, type Day } from './day.ts'
import { checkOrder, type Facts } from './facts.ts'
import { endOf } from './license-lifecycle.ts'
import type { At, Rule, Verdict } from './verdict.ts'

export const milestoneNames = ['extension-closes', 'trial-ends', 'grace-ends', 'refund-closes', 'license-ends', 'data-at-risk'] as const
export type MilestoneName = (typeof milestoneNames)[number]

/** A date that closes a door, and the days on which a notification goes out, ascending. */
export interface Milestone {
  readonly milestone: MilestoneName
  readonly date: Day
  readonly notifyOn: readonly Day[]
}

export type MilestonesVerdict = Verdict<'milestones', never, 'assumed-one-year', { readonly milestones: readonly Milestone[] }>

/** The dated milestones of a tracked trial or licence, and when to warn before each. */
export const milestones: Rule<'kind' | 'trialEnd' | 'licenseStart' | 'licenseEnd', MilestonesVerdict> = {
  name: 'milestones',
  facts: ['kind', 'trialEnd', 'licenseStart', 'licenseEnd'],
  needed: ['kind'],
  decide(facts, at) {
    const fault = checkOrder(facts, 'licenseEnd', 'licenseStart')
    if (fault) return { fault }
    const trial = facts.kind === 'trial'
    const end = trial ? facts.trialEnd : endOf(facts)
    const dated = end ? (trial ? trialDates(end, at) : licenseDates(end, facts.licenseStart, at)) : []
    return {
      rule: 'milestones',
      today: at.today,
      answer: null,
      details: {
        milestones: dated.filter(({ notifyOn }) => notifyOn.length > 0).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      },
      reasons: [],
      missing: end ? [] : [trial ? 'trialEnd' : 'licenseEnd'],
      route: 'track',
      notes: end && !trial && !facts.licenseEnd ? ['assumed-one-year'] : [],
      policy: at.policy.version,
    }
  },
}

/** Every date of a trial or licence, also those that are over or of which nothing warns any more. */
export function milestoneDates(facts: Facts, at: At): readonly Pick<Milestone, 'milestone' | 'date'>[] {
  const end = facts.kind === 'trial' ? facts.trialEnd : endOf(facts)
  return end ? (facts.kind === 'trial' ? trialDates(end, at) : licenseDates(end, facts.licenseStart, at)) : []
}

function trialDates(end: Day, { today, policy }: At): Milestone[] {
  return [
    milestone('extension-closes', addDays(end, -policy.trial.closesDaysBefore), [7, 3, 1, 0], today),
    milestone('trial-ends', end, [14, 7, 3, 1, 0], today),
    milestone('grace-ends', addDays(end, policy.grace.days), [14, 7, 1], today),
  ]
}

function licenseDates(end: Day, start: Facts['licenseStart'], { today, policy }: At): Milestone[] {
  return [
    ...(start ? [milestone('refund-closes', addDays(start, policy.refund.days), [3, 1, 0], today)] : []),
    milestone('license-ends', end, [60, 30, 14, 7, 1, 0], today),
    milestone('grace-ends', addDays(end, policy.grace.days), [14, 7, 1], today),
    milestone('data-at-risk', addDays(end, policy.retention.days), [14, 7, 1], today),
  ]
}

function milestone(name: MilestoneName, date: Day, daysBefore: readonly number[], today: Day): Milestone {
  return { milestone: name, date, notifyOn: daysBefore.map(days => addDays(date, -days)).filter(day => day >= today) }
}
