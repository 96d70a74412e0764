import type { ExtendReason, ExtendVerdict, TrialWindow } from '../rules/extend-trial.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { usedFacts } from './fact-rows.ts'
import { answerLinks, type LinkId, routeLinks } from './links.ts'
import { momentsOf } from './moments.ts'
import { remindMe } from './remind-me.ts'
import { notesFor, shownFacts, type View } from './view.ts'
import {
  type ExtendParams,
  extendEnd,
  extendHeadlines,
  extendLength,
  extendMoments,
  extendNotes,
  extendReasons,
  extendRule,
} from './words/en/extend-trial.ts'

/** Notes that a person must see before acting; the others are folded with the reasons. */
const cautionCodes: readonly string[] = [
  'last-day',
  'closing-soon',
  'csp-asks-partner',
  'assumed-30-day-trial',
  'may-have-become-paid',
  'buy-for-real-size',
]
const used: readonly FactKey[] = ['trialStart', 'trialDays', 'role', 'billingAccount', 'cloud', 'extended']

/** Whether and until when the trial can be extended. */
export function extendTrialCard(verdict: ExtendVerdict, facts: Facts, view: View): Card {
  const [{ code, sources }] = verdict.reasons as readonly [(typeof verdict.reasons)[number]]
  const window = 'trialEnd' in verdict.details ? verdict.details : undefined
  const params = paramsOf(facts, window, view)
  const words = notesFor(verdict.notes, view).map(note => ({
    note,
    text: extendNotes[note]({ ...params, closed: verdict.answer === 'no' }),
  }))
  const endKnown = window && !window.assumed
  return answerCard(
    {
      headline: headlineOf(code, params, view),
      rows: [...(window ? [endRow(window, view)] : []), ...usedFacts(used, shownFacts(facts, view), view)],
      moments: window ? momentsOf(datesOf(window, code), view, window.lastDay) : [],
      cautions: words.filter(({ note }) => cautionCodes.includes(note)).map(({ text }) => text),
      asks: verdict.missing.find(key => !view.carried.declined?.includes(key)),
      changeable: ['trialEnd', ...(['role', 'billingAccount'] as const).filter(key => facts[key] !== undefined)].filter(
        (key): key is FactKey => key !== 'trialEnd' || endKnown === true || verdict.missing[0] !== 'trialEnd',
      ),
      links: linksOf(verdict),
      offers: window ? remindMe('trial', facts, view) : [],
      because: [{ text: extendReasons[code](params), sources }],
      notes: words.filter(({ note }) => !cautionCodes.includes(note)).map(({ text }) => text),
    },
    view,
  )
}

/** When the trial ends, where its start is known: the same dates, and the end is the one that matters. */
export function trialEndCard(verdict: ExtendVerdict, facts: Facts, view: View): Card {
  const window = 'trialEnd' in verdict.details ? verdict.details : undefined
  if (!window) return extendTrialCard(verdict, facts, view)
  const params = paramsOf(facts, window, view)
  const { assumed = false, daysLeft } = window
  return answerCard(
    {
      headline: extendEnd(params, daysLeft, assumed),
      rows: [endRow(window, view), ...usedFacts(['trialStart', 'trialDays', 'extended'], facts, view)],
      moments: momentsOf(datesOf(window), view, window.trialEnd),
      cautions: assumed ? [extendNotes['assumed-30-day-trial']({ ...params, closed: false })] : [],
      asks: assumed && !view.carried.declined?.includes('trialEnd') ? 'trialEnd' : undefined,
      changeable: ['trialEnd'],
      links: ['admin-center', ...answerLinks['trial-terms']],
      offers: remindMe('trial', facts, view),
      because: [{ text: assumed ? extendReasons['end-assumed'](params) : extendLength, sources: ['D4IOT-LIC'] }],
    },
    view,
  )
}

function headlineOf(code: ExtendReason, params: ExtendParams, { policy, format }: View): string {
  return code === 'end-unknown' ? extendRule(policy, format) : extendHeadlines[code](params)
}

function paramsOf({ role, billingAccount, cloud }: Facts, window: TrialWindow | undefined, { format, policy }: View): ExtendParams {
  return {
    trialEnd: window ? format.day(window.trialEnd) : '',
    lastDay: window ? format.day(window.lastDay) : '',
    closesDays: format.days(policy.trial.closesDaysBefore),
    assumedDays: policy.trial.assumedDays,
    trialDevices: format.number(policy.trial.devices),
    cloud: cloud ?? 'commercial',
    account: billingAccount,
    roleKnown: role !== undefined,
    roleMayAsk: policy.roles.some(allowed => allowed === role),
  }
}

// "15 April 2026 (36 days left)": the count is part of the value, so that a glance is enough.
function endRow({ trialEnd, daysLeft, assumed }: TrialWindow, { format, handedOn }: View): readonly [string, string] {
  return extendMoments.endRow(format.day(trialEnd), format.days(Math.abs(daysLeft)), daysLeft, assumed === true, !handedOn)
}

// The last day is that of the admin center, which other billing accounts don't have.
const datesOf = ({ lastDay, trialEnd }: TrialWindow, code?: ExtendReason) => [
  ...(code === 'billing-account-not-self-serve' ? [] : [[lastDay, extendMoments.lastDay] as const]),
  [trialEnd, extendMoments.trialEnd] as const,
]

// Sales can always be asked, so every "no" leads there. [D4IOT-LIC]
function linksOf({ route, answer }: ExtendVerdict): LinkId[] {
  const links = routeLinks[route]
  return answer === 'no' && !links.includes('sales-trial-extension')
    ? [...links.slice(0, 1), 'sales-trial-extension', ...links.slice(1)]
    : [...links]
}
