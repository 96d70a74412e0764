import type { Day } from '../rules/day.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import type { Lifecycle, LifecycleNote, LifecycleReason, LifecycleVerdict } from '../rules/license-lifecycle.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { usedFacts } from './fact-rows.ts'
import { routeLinks } from './links.ts'
import { momentsOf } from './moments.ts'
import { remindMe } from './remind-me.ts'
import type { View } from './view.ts'
import {
  dataHeadline,
  type LifecycleParams,
  lifecycleHeadlines,
  lifecycleMoments,
  lifecycleNotes,
  lifecycleReasons,
  lifecycleRule,
} from './words/en/license-lifecycle.ts'

/** Notes that need not be seen before acting. */
const foldedNotes: readonly LifecycleNote[] = ['retention-two-readings', 'trial-data-30-days', 'buy-for-real-size']
/** Notes on what may happen at the end: once it is behind, they only explain. */
const notesOnTheEnd: readonly LifecycleNote[] = ['mca-may-end-at-once', 'volume-may-end-at-once']
const used: readonly FactKey[] = ['licenseStart', 'licenseEnd', 'otherActiveLicense', 'billingAccount']
const usedByTrial: readonly FactKey[] = ['trialEnd', 'otherActiveLicense', 'billingAccount']

/** What holds today around the end of a licence or trial, and what follows. */
export function licenseLifecycleCard(verdict: LifecycleVerdict, facts: Facts, view: View, aboutData = false): Card {
  const [{ code, sources }] = verdict.reasons as readonly [(typeof verdict.reasons)[number]]
  const trial = facts.kind === 'trial'
  const params = paramsOf(verdict.details, trial, view)
  const dates = datesOf(verdict.details, trial)
  const asks = verdict.missing.find(key => !view.carried.declined?.includes(key))
  const late = verdict.details.day !== undefined && verdict.details.day > 0 && verdict.details.state !== 'grace'
  // What the question beneath asks need not be said above it.
  const isFolded = (note: LifecycleNote) =>
    foldedNotes.includes(note) ||
    (late && notesOnTheEnd.includes(note)) ||
    (note === 'assumed-no-other-license' && asks === 'otherActiveLicense')
  const say = (notes: LifecycleVerdict['notes']) => notes.map(note => lifecycleNotes[note](params))
  return answerCard(
    {
      headline: headlineOf(code, params, aboutData, view),
      rows: usedFacts(trial ? usedByTrial : used, facts, view),
      moments:
        dates.length > 0
          ? momentsOf(
              dates,
              view,
              dates.map(([day]) => day).find(day => day >= view.today),
            )
          : [],
      cautions: say(verdict.notes.filter(note => !isFolded(note))),
      asks,
      changeable: [trial ? 'trialEnd' : 'licenseEnd', 'billingAccount'],
      links: routeLinks[verdict.route],
      offers: dates.length > 0 ? remindMe(trial ? 'trial' : 'paid', facts, view) : [],
      because: [{ text: lifecycleReasons[code](params), sources }],
      notes: say(verdict.notes.filter(isFolded)),
    },
    view,
  )
}

function headlineOf(code: LifecycleReason, params: LifecycleParams, aboutData: boolean, { policy, format }: View): string {
  if (code === 'state-unknown') return lifecycleRule(policy, format)
  const kept = code === 'state-active' || code === 'state-grace' || code === 'state-stopped'
  return aboutData && kept && params.dataAtRisk ? dataHeadline(params) : lifecycleHeadlines[code](params)
}

function paramsOf(details: Lifecycle, trial: boolean, { format, policy }: View): LifecycleParams {
  const day = (value: Day | undefined) => (value ? format.day(value) : '')
  return {
    what: trial ? 'trial' : 'licence',
    end: day(details.licenseEnd),
    graceEnds: day(details.graceEnds),
    serviceStops: day(details.serviceStops),
    dataAtRisk: day(details.dataAtRisk),
    dataGone: day(details.dataGone),
    grace: format.days(policy.grace.days),
    retention: format.days(policy.retention.days),
    trialDevices: format.number(policy.trial.devices),
  }
}

function datesOf({ licenseEnd, graceEnds, serviceStops, dataAtRisk, dataGone }: Lifecycle, trial: boolean) {
  const what = trial ? 'trial' : 'licence'
  const all: readonly (readonly [Day | undefined, string])[] = [
    [licenseEnd, lifecycleMoments.end[what]],
    [graceEnds, lifecycleMoments.graceEnds[what]],
    ...(trial ? [] : [[serviceStops, lifecycleMoments.serviceStops] as const]),
    [dataAtRisk, lifecycleMoments.dataAtRisk],
    [dataGone, lifecycleMoments.dataGone],
  ]
  return all.filter((entry): entry is readonly [Day, string] => entry[0] !== undefined)
}
