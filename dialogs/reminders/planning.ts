import { endOfItem } from '../../cards/item.ts'
import { addDays, type Day, dayIn, instantIn } from '../../rules/day.ts'
import { type MilestoneName, milestones } from '../../rules/milestones.ts'
import type { Policy } from '../../rules/policy.ts'
import type { Planned, Tracked, Warned } from './tracked.ts'

/** Reminders go out in the morning, in the person's own time; what was held up, before the last of these hours. */
export const HOURS = { first: 9, last: 18 }

/** What planning looks at. */
export type Plannable = Pick<Tracked, 'kind' | 'facts' | 'ownDays' | 'zone'>

/**
 * The notices that are still to come for an item, by day: one a day, for all dates that it warns of.
 * What was due this morning is not among them.
 */
export function planned(item: Plannable, at: { readonly policy: Policy; readonly now: Date }): readonly Planned[] {
  const today = dayIn(item.zone, at.now)
  const now = at.now.toISOString()
  const days = new Map<Day, Warned[]>()
  for (const { milestone, date, on } of warnings(item, { today, policy: at.policy }))
    for (const day of on) days.set(day, [...(days.get(day) ?? []), { milestone, date }])
  return [...days]
    .map(([day, warns]) => ({ day, due: dueAt(day, item.zone), warns }))
    .filter(({ due }) => due > now)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** What planning makes of a policy, as text: it is another one wherever an item would be planned otherwise. */
export function planningOf(policy: Policy): string {
  const [start, end] = ['2031-01-01' as Day, '2031-12-31' as Day]
  const samples = [
    { kind: 'trial', facts: { trialEnd: end } } as const,
    { kind: 'paid', facts: { licenseStart: start, licenseEnd: end } } as const,
  ]
  return JSON.stringify(
    samples.map(sample => warnings({ ...sample, ownDays: [25, 5], zone: 'UTC' }, { today: '2030-12-01' as Day, policy })),
  )
}

/** When a notice for a day goes out. */
export function dueAt(day: Day, zone: string): string {
  return instantIn(zone, day, HOURS.first).toISOString()
}

/** "Tomorrow again": undefined where tomorrow nothing of what a card warns of lies ahead. */
export function tomorrow(warns: readonly Warned[], zone: string, now: Date): Planned | undefined {
  const day = addDays(dayIn(zone, now), 1)
  const still = warns.filter(({ date }) => date >= day)
  return still.length > 0 ? { day, due: dueAt(day, zone), warns: still } : undefined
}

/** Of what a day of a person's own warns: the end, and the last day to extend it, while that is still ahead. */
const isOfEnd: readonly MilestoneName[] = ['extension-closes', 'trial-ends', 'license-ends']

function warnings({ kind, facts, ownDays }: Plannable, at: { readonly today: Day; readonly policy: Policy }) {
  const verdict = milestones.decide({ kind, ...facts }, at)
  if ('fault' in verdict) return []
  const end = endOfItem({ kind, facts })
  // Days of the person's own count to the end of the trial or licence.
  const own = end ? ownDays.map(days => addDays(end, -days)).filter(day => day >= at.today) : []
  return verdict.details.milestones.map(({ milestone, date, notifyOn }) => ({
    milestone,
    date,
    on: [...new Set([...notifyOn, ...(isOfEnd.includes(milestone) ? own.filter(day => day <= date) : [])])],
  }))
}
