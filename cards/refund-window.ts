import type { Facts } from '../rules/facts.ts'
import type { RefundVerdict, RefundWindow } from '../rules/refund-window.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { press } from './controls.ts'
import { usedFacts } from './fact-rows.ts'
import { routeLinks } from './links.ts'
import { momentsOf } from './moments.ts'
import { remindMe } from './remind-me.ts'
import { notesFor, type View, withFact } from './view.ts'
import {
  itRenewed,
  type RefundParams,
  refundHeadlines,
  refundMoments,
  refundNotes,
  refundReasons,
  refundRule,
} from './words/en/refund-window.ts'

const folded: readonly string[] = ['estimate-only']

/** Whether a paid licence can still be given back, and for how much. */
export function refundWindowCard(verdict: RefundVerdict, facts: Facts, view: View): Card {
  const { format, policy, mobile } = view
  const window = 'lastDay' in verdict.details ? verdict.details : undefined
  const params = paramsOf(window, view)
  const [first] = verdict.reasons as readonly [(typeof verdict.reasons)[number]]
  const headline =
    first.code === 'start-unknown' || first.code === 'cancel-plan-separately'
      ? refundRule(policy, format)
      : refundHeadlines[first.code](params)
  const notes = notesFor(verdict.notes, view).filter(note => !(mobile && note === 'estimate-only'))
  return answerCard(
    {
      headline,
      rows: usedFacts(
        mobile ? ['licenseStart', 'kind', 'billingAccount'] : ['licenseStart', 'price', 'kind', 'billingAccount'],
        facts,
        view,
      ),
      moments: window ? momentsOf(dates(window), view, window.lastDay) : [],
      cautions: notes.filter(note => !folded.includes(note)).map(note => refundNotes[note](params)),
      asks: verdict.missing.find(key => !view.carried.declined?.includes(key)),
      changeable: window ? ['licenseStart', 'billingAccount'] : [],
      links: routeLinks[verdict.route],
      offers: [
        ...(window?.renewedOn ? [press(itRenewed, withFact(view, 'licenseStart', window.renewedOn))] : []),
        ...(window ? remindMe('paid', facts, view) : []),
      ],
      because: verdict.reasons.map(({ code, sources }) => ({ text: refundReasons[code](params), sources })),
      notes: notes.filter(note => folded.includes(note)).map(note => refundNotes[note](params)),
    },
    view,
  )
}

function paramsOf(window: RefundWindow | undefined, { format, policy, mobile, asOf }: View): RefundParams {
  return {
    lastDay: window ? format.day(window.lastDay) : '',
    renewedOn: window?.renewedOn ? format.day(window.renewedOn) : '',
    estimate: window?.estimate && !mobile ? grouped(window.estimate) : '',
    asOf: asOf === true,
    refundDays: format.days(policy.refund.days),
    grace: format.days(policy.grace.days),
  }
}

// "12345.60" is easier to read out as "12,345.60".
const grouped = (amount: string) => amount.replace(/\B(?=(\d{3})+\.)/g, ',')

const dates = ({ licenseStart, lastDay, renewedOn }: RefundWindow) => [
  [licenseStart, refundMoments.start] as const,
  ...(renewedOn ? [[renewedOn, refundMoments.renewedOn] as const] : []),
  [lastDay, refundMoments.lastDay] as const,
]
