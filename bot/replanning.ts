import { createHash } from 'node:crypto'
import { planned, planningOf } from '../dialogs/reminders/planning.ts'
import { dayIn } from '../rules/day.ts'
import { milestoneDates } from '../rules/milestones.ts'
import type { PolicyOn } from '../rules/policy.ts'
import type { Planning } from './store/replanning.ts'

/** How the policy in force plans. */
export function planningBy(policyOn: PolicyOn, now: Date): Planning {
  const policyIn = (zone: string, at: Date) => policyOn(dayIn(zone, at))
  return {
    mark: createHash('sha256')
      .update(planningOf(policyIn('UTC', now)))
      .digest('base64url')
      .slice(0, 16),
    plan: (item, at) => planned(item, { policy: policyIn(item.zone, at), now: at }),
    dates: ({ kind, facts, zone }, at) => milestoneDates({ kind, ...facts }, { today: dayIn(zone, at), policy: policyIn(zone, at) }),
  }
}
