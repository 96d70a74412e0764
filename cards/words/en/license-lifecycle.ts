import type { LifecycleNote, LifecycleReason } from '../../../rules/license-lifecycle.ts'
import type { Policy } from '../../../rules/policy.ts'
import type { Format } from '../../format.ts'

/** Dates as text, "" where there is none; `what` is "licence" or "trial". */
export interface LifecycleParams {
  readonly what: 'licence' | 'trial'
  readonly end: string
  readonly graceEnds: string
  readonly serviceStops: string
  readonly dataAtRisk: string
  readonly dataGone: string
  readonly grace: string
  readonly retention: string
  readonly trialDevices: string
}

export const lifecycleHeadlines: Readonly<Record<Exclude<LifecycleReason, 'state-unknown'>, (p: LifecycleParams) => string>> = {
  'state-active': ({ what, end, graceEnds, grace }) =>
    what === 'licence' && graceEnds ? `Covered until ${end}. Then ${grace} to renew` : `Your ${what} covers you until ${end}`,
  'state-grace': ({ what, graceEnds }) =>
    what === 'trial' ? `The trial is over. Buy by ${graceEnds} to keep its data` : `Renew by ${graceEnds}: you are in the grace period`,
  'state-stopped': ({ serviceStops, dataAtRisk }) =>
    `The service stopped on ${serviceStops}. Buy again before ${dataAtRisk} to keep the data`,
  'state-data-at-risk': ({ dataAtRisk }) => `The data may be gone since ${dataAtRisk}. Act today`,
  'state-ended': ({ dataGone }) => `The data is probably deleted, since ${dataGone}`,
  'state-site-unlicensed': ({ end }) => `This site's licence ended on ${end}. Renew it`,
}

/** Where the data was asked about and is still there: the earliest day on which it may go. */
export const dataHeadline = ({ dataAtRisk }: LifecycleParams) => `From ${dataAtRisk} on the data may be deleted. Act before`

export const lifecycleReasons: Readonly<Record<LifecycleReason, (p: LifecycleParams) => string>> = {
  'state-active': ({ what }) =>
    what === 'trial' ? 'The trial runs. Its last day is still covered.' : 'The licence runs. Its last day is still covered.',
  'state-grace': ({ grace, what }) =>
    what === 'trial' ? `After a trial the data is kept for ${grace}.` : `After the end you have ${grace} to renew without interruption.`,
  'state-stopped': ({ grace, retention }) => `The ${grace} to renew are over and the service has stopped. Data is kept for ${retention}.`,
  'state-data-at-risk': ({ retention }) =>
    `Documents say that data is kept for ${retention}, but not from when. By the earlier reading it may be gone already.`,
  'state-ended': () => 'By every reading of the documents the data has been deleted by now.',
  'state-site-unlicensed': () =>
    'Your other licence keeps the service running, so the grace period and the stop do not apply. This site still needs its own licence.',
  'state-unknown': ({ grace, retention }) => `After the end you have ${grace} to renew. Data is kept for ${retention}.`,
}

export const lifecycleNotes: Readonly<Record<LifecycleNote, (p: LifecycleParams) => string>> = {
  'assumed-one-year': ({ end }) => `Counted as one year from the start, so until ${end}.`,
  'retention-two-readings': ({ dataAtRisk, dataGone, retention }) =>
    `Act before ${dataAtRisk}, the earliest day on which data may go. One document can be read as ${dataGone}; do not rely on it. In any case, alerts go ${retention} after their own detection.`,
  'trial-data-30-days': ({ dataAtRisk }) => `A trial's data may be deleted from ${dataAtRisk} on.`,
  'assumed-no-other-license': () => 'This holds if your organisation has no other active site licence.',
  'mca-may-end-at-once': ({ grace }) =>
    `Some MCA subscriptions end on the end date without the ${grace}, or go on month by month for a fee. The admin center shows which.`,
  'volume-may-end-at-once': () => 'With an Enterprise Agreement the service may end on the end date. Ask your sales contact before it.',
  'csp-asks-partner': () => 'Bought through a partner (CSP): the partner has to renew it.',
  'may-have-become-paid': () => 'If recurring billing was on, the trial is a paid subscription now. Look at Your products before you buy.',
  'buy-for-real-size': ({ trialDevices }) =>
    `What you buy must fit your network, also where the trial saw more than ${trialDevices} devices.`,
}

export const lifecycleMoments = {
  end: { licence: 'End of the licence', trial: 'End of the trial' },
  graceEnds: { licence: 'Last day to renew without interruption', trial: 'Last day of grace' },
  serviceStops: 'Service stops',
  dataAtRisk: 'Data may be deleted from here on',
  dataGone: 'Data deleted, at the latest',
} as const

export const lifecycleRule = (policy: Policy, format: Format) =>
  `After the end you have ${format.days(policy.grace.days)} to renew, then the service stops`
