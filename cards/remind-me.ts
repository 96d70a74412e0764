import type { Facts, Kind } from '../rules/facts.ts'
import { milestones } from '../rules/milestones.ts'
import { MAX_NAME, writePress } from './actions.ts'
import { press } from './controls.ts'
import type { Action } from './parts.ts'
import type { View } from './view.ts'
import { trackedWords } from './words/en/tracked.ts'

/** "Remind me" of the dates of an answer; not of supposed ones, and not where none lies ahead. */
export function remindMe(kind: Kind, { trialEnd, licenseStart, licenseEnd }: Facts, view: View): readonly Action[] {
  const { today, policy, carried, about } = view
  const dates =
    kind === 'trial'
      ? { ...(trialEnd ? { trialEnd } : {}) }
      : { ...(licenseStart ? { licenseStart } : {}), ...(licenseEnd ? { licenseEnd } : {}) }
  const facts = { kind, ...dates }
  const verdict = milestones.decide(facts, { today, policy })
  const nothing = carried.supposed || 'fault' in verdict || (verdict.missing.length === 0 && verdict.details.milestones.length === 0)
  if (nothing) return []
  const reminding = about ? { name: about.slice(0, MAX_NAME) } : undefined
  return [press(trackedWords.remindMe, writePress({ intent: 'set-reminder', facts, about, by: carried.by, reminding }))]
}
