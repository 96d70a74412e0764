import type { Policy } from '../../../rules/policy.ts'
import type { RefundNote, RefundReason } from '../../../rules/refund-window.ts'
import type { Format } from '../../format.ts'

/** Dates and amounts as text, "" where there is none. */
export interface RefundParams {
  readonly lastDay: string
  readonly renewedOn: string
  readonly estimate: string
  /** The amount is for a day that was asked about, not for today. */
  readonly asOf: boolean
  readonly refundDays: string
  readonly grace: string
}

export const refundHeadlines: Readonly<
  Record<Exclude<RefundReason, 'start-unknown' | 'cancel-plan-separately'>, (p: RefundParams) => string>
> = {
  'within-refund-days': ({ lastDay, estimate, asOf }) =>
    estimate ? `Yes, until ${lastDay}. Estimate: ${estimate} back ${asOf ? 'on that day' : 'today'}` : `Yes, until ${lastDay}`,
  'renewal-may-reopen': ({ lastDay, renewedOn }) => `It depends. If it renewed on ${renewedOn}: yes, until ${lastDay}`,
  'refund-days-over': ({ lastDay }) => `No, that closed on ${lastDay}`,
  'trial-is-free': () => 'No, a trial costs nothing, so there is nothing to refund',
}

export const refundReasons: Readonly<Record<RefundReason, (p: RefundParams) => string>> = {
  'within-refund-days': ({ refundDays }) =>
    `A licence can be given back within ${refundDays} of its start. You get the unused part of the year back.`,
  'cancel-plan-separately': () =>
    'Do both: cancel the licence in the admin center, which stops the bill, and cancel the plan under Plans and pricing. The documents differ on whether one of them is enough.',
  'renewal-may-reopen': ({ refundDays }) =>
    `A renewal starts the ${refundDays} again. If the licence was not renewed, it is too late for a refund.`,
  'refund-days-over': ({ refundDays }) =>
    `A refund is possible within ${refundDays} of the start. Turn off recurring billing instead: the licence works until its end and isn't charged again.`,
  'trial-is-free': () => 'Turn off recurring billing, so that the trial does not become a paid subscription.',
  'start-unknown': ({ refundDays }) => `A licence can be given back within ${refundDays} of its start.`,
}

export const refundNotes: Readonly<Record<RefundNote, (p: RefundParams) => string>> = {
  'closing-soon': ({ lastDay }) => `Only a few days left: cancel by ${lastDay}.`,
  'last-day': () => 'Today is the last day, and the hour of purchase may count. Cancel now.',
  'cancel-stops-at-once': ({ grace }) =>
    `Cancelling stops the service at once, without the ${grace} of grace. If you need another size, buy it first.`,
  'estimate-only': () => 'The amount is an estimate for a year paid at once. A price paid by the month returns less.',
  'csp-asks-partner': () => 'Bought through a partner (CSP): the partner has to cancel it.',
  'volume-terms-differ': () => 'With an Enterprise Agreement your own contract may say something else: ask your sales contact.',
  'may-have-become-paid': () => 'If recurring billing was on, the trial may be a paid subscription by now. Look at Your products.',
}

/** The button that settles whether it renewed. */
export const itRenewed = 'Yes, it renewed'

export const refundMoments = { start: 'Licence started', renewedOn: 'Yearly renewal', lastDay: 'Last day for a refund' } as const

export const refundRule = (policy: Policy, format: Format) =>
  `You can give a licence back within ${format.days(policy.refund.days)} of its start`
