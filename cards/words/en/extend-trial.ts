import type { ExtendNote, ExtendReason } from '../../../rules/extend-trial.ts'
import type { BillingAccount, Cloud } from '../../../rules/facts.ts'
import type { Policy } from '../../../rules/policy.ts'
import type { Format } from '../../format.ts'
import { cloudNames } from './facts.ts'

/** The numbers and names that the sentences need; dates as text, "" where there is none. */
export interface ExtendParams {
  readonly trialEnd: string
  readonly lastDay: string
  readonly closesDays: string
  readonly assumedDays: number
  readonly trialDevices: string
  readonly cloud: Cloud
  readonly account: BillingAccount | undefined
  readonly roleKnown: boolean
  readonly roleMayAsk: boolean
}

const accountNames = {
  EA: 'an Enterprise Agreement',
  CSP: 'a partner (CSP)',
  MCA: 'an MCA',
  MOSA: 'a MOSA',
  other: 'this billing account',
} as const

const condition = ({ roleKnown, roleMayAsk, account }: ExtendParams) => {
  const asAccount = 'your billing account is MCA or MOSA'
  if (roleKnown && roleMayAsk) return asAccount
  if (roleKnown) return `a Global or Billing admin asks and ${asAccount}`
  return account ? "you're a Global or Billing admin" : `you're a Global or Billing admin and ${asAccount}`
}

export const extendHeadlines: Readonly<Record<Exclude<ExtendReason, 'end-unknown'>, (p: ExtendParams) => string>> = {
  'government-plan-includes': ({ cloud }) => `No, not in the admin center. In ${cloudNames[cloud]} it is part of your plan`,
  'gcc-through-sales': () => 'No, not in the admin center. In GCC, sales activates it for you',
  'trial-ended': ({ trialEnd }) => `No, the trial ended on ${trialEnd}. Sales can still be asked`,
  'window-closed': ({ lastDay }) => `No, that closed on ${lastDay}. Ask sales instead`,
  'billing-account-not-self-serve': ({ account }) => `No, not in the admin center with ${accountNames[account ?? 'other']}. Ask sales`,
  'end-assumed': ({ lastDay, assumedDays }) => `It depends. For a ${assumedDays}-day trial it closed on ${lastDay}; yours may be longer`,
  'extended-once-already': ({ lastDay }) => `It depends. Try by ${lastDay}: it was extended once already`,
  'admin-must-request': ({ lastDay }) => `Yes, until ${lastDay}, by a Global or Billing admin`,
  'window-open-if': p => `Yes, until ${p.lastDay}, if ${condition(p)}`,
  'window-open': ({ lastDay }) => `Yes, until ${lastDay}`,
}

/** The headline where the end itself was asked for. */
export function extendEnd({ trialEnd, assumedDays }: ExtendParams, daysLeft: number, assumed: boolean): string {
  if (!assumed) return daysLeft < 0 ? `The trial ended on ${trialEnd}` : `The trial ends on ${trialEnd}`
  return daysLeft < 0
    ? `As a ${assumedDays}-day trial it ended on ${trialEnd}; yours may be longer`
    : `On ${trialEnd} at the earliest: that is a ${assumedDays}-day trial`
}

/** How its last day is counted where its length is known. */
export const extendLength = 'The day on which a trial starts is the first of its days.'

export const extendReasons: Readonly<Record<ExtendReason, (p: ExtendParams) => string>> = {
  'government-plan-includes': ({ cloud }) =>
    `In ${cloudNames[cloud]} Defender for IoT comes with the plan, so there is no trial to extend in the admin center.`,
  'gcc-through-sales': () => 'Trials and licences for GCC, and for government customers on commercial Azure, are activated by sales.',
  'trial-ended': () => 'The trial is over. What you can do in the admin center ended before it did; sales may still help.',
  'window-closed': ({ closesDays }) =>
    `You can ask in the admin center until ${closesDays} before the trial ends. After that only sales can extend it.`,
  'billing-account-not-self-serve': () =>
    'Extending in the admin center works with MCA and MOSA billing accounts. For all others, sales extends the trial.',
  'end-unknown': ({ closesDays }) => `You can ask until ${closesDays} before the trial ends.`,
  'end-assumed': ({ assumedDays }) =>
    `A trial lasts at least ${assumedDays} days; documents have said 60 and 90 too. The admin center shows the real end.`,
  'extended-once-already': () =>
    'One document allows one extension, the other says nothing about a second. The admin center shows "Extend trial" if you can.',
  'admin-must-request': () => "The window is open, but your role can't do it. A Global admin or Billing admin of the tenant can.",
  'window-open-if': ({ closesDays }) =>
    `The window is open until ${closesDays} before the end. A Global admin or Billing admin can ask, with an MCA or MOSA billing account.`,
  'window-open': ({ closesDays }) => `The window is open until ${closesDays} before the end, and your role and billing account allow it.`,
}

export const extendNotes: Readonly<Record<ExtendNote, (p: ExtendParams & { readonly closed: boolean }) => string>> = {
  'documents-disagree': ({ closed }) =>
    closed
      ? 'Documents disagree: for Microsoft 365 trials in general, extending is offered in the last 15 days. If the admin center still shows "Extend trial", use it.'
      : 'Documents disagree: for Microsoft 365 trials in general, extending is offered only in the last 15 days. If the admin center doesn\'t show "Extend trial" yet, write to sales now and don\'t wait.',
  'last-day': () => 'Today is the last day. Microsoft may count in UTC, so do it now.',
  'closing-soon': ({ lastDay }) => `Only a few days left: do it by ${lastDay}.`,
  'mca-roles': () => 'With an MCA, owners and contributors of the billing account or billing profile can do it too.',
  'csp-asks-partner': () => 'Bought through a partner (CSP): the partner has to ask for it.',
  'assumed-30-day-trial': ({ assumedDays, trialEnd }) =>
    `Counted as a ${assumedDays}-day trial that ends on ${trialEnd}. The real end may be later: look it up under Your products in the admin center.`,
  'may-have-become-paid': () => 'If recurring billing was on, the trial is now a paid subscription. Look at Your products before you buy.',
  'buy-for-real-size': ({ trialDevices }) =>
    `What you buy must fit your network, also where the trial saw more than ${trialDevices} devices.`,
}

/** The timeline. */
export const extendMoments = {
  lastDay: 'Last day to ask for an extension',
  trialEnd: 'End of the trial',
  endRow: (end: string, days: string, daysLeft: number, assumed: boolean, counted: boolean): readonly [string, string] => {
    const count = daysLeft < 0 ? `${days} ago` : daysLeft === 0 ? 'today' : `${days} left`
    const more = [...(assumed ? ['assumed'] : []), ...(counted ? [count] : [])].join(', ')
    return [daysLeft < 0 ? 'Trial ended' : 'Trial ends', more ? `${end} (${more})` : end]
  },
} as const

/** The rule in one line, said before the end is asked for. */
export const extendRule = (policy: Policy, format: Format) =>
  `You can ask until ${format.days(policy.trial.closesDaysBefore)} before the trial ends`
