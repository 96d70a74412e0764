import type { Kind } from '../../../rules/facts.ts'
import type { MilestoneName } from '../../../rules/milestones.ts'

/** Dates and days as text. */
export interface ReminderParams {
  readonly date: string
  /** Days until then, negative afterwards. */
  readonly left: number
  /** "7 days". */
  readonly days: string
  readonly kind: Kind
  readonly grace: string
}

const when = (now: string, tomorrow: string, later: (days: string) => string) => (p: ReminderParams) =>
  p.left === 0 ? now : p.left === 1 ? tomorrow : later(p.days)

/** What closes, and when. */
export const reminderHeadlines: Readonly<Record<MilestoneName, (p: ReminderParams) => string>> = {
  'extension-closes': p =>
    p.left < 0
      ? `The last day to ask for an extension was ${p.date}`
      : `${when('Today is the last day', 'Tomorrow is the last day', days => `${days} left`)(p)} to ask for an extension: ${p.date}`,
  'trial-ends': p =>
    p.left < 0 ? `The trial ended on ${p.date}` : `The trial ends ${when('today', 'tomorrow', days => `in ${days}`)(p)}: ${p.date}`,
  'grace-ends': p =>
    p.left < 0
      ? `The days of grace ended on ${p.date}`
      : `${when('Today is the last day', 'Tomorrow is the last day', days => `${days} left`)(p)} of grace: ${p.date}`,
  'refund-closes': p =>
    p.left < 0
      ? `The last day for a refund was ${p.date}`
      : `${when('Today is the last day', 'Tomorrow is the last day', days => `${days} left`)(p)} for a refund: ${p.date}`,
  'license-ends': p =>
    p.left < 0 ? `The licence ended on ${p.date}` : `The licence ends ${when('today', 'tomorrow', days => `in ${days}`)(p)}: ${p.date}`,
  'data-at-risk': p =>
    p.left < 0
      ? `Since ${p.date} the data may be gone`
      : `${when('From today on', 'From tomorrow on', days => `In ${days}`)(p)} the data may be deleted: ${p.date}`,
}

/** What to do about it, and what happens if nothing is done. */
export const reminderLines: Readonly<Record<MilestoneName, (p: ReminderParams) => readonly [act: string, otherwise: string]>> = {
  'extension-closes': () => [
    'A Global or Billing admin asks for it in the admin center.',
    'After that day only sales can extend the trial.',
  ],
  'trial-ends': ({ grace }) => [
    "Turn off recurring billing if you don't want to pay.",
    `With recurring billing on it becomes a paid licence. Else its data is kept for ${grace}.`,
  ],
  'grace-ends': ({ kind }) =>
    kind === 'trial'
      ? ['Buy a licence for the size of your network to keep the data.', "After that day the trial's data may be deleted."]
      : ['Renew it in the admin center.', 'The day after, the service stops.'],
  'refund-closes': () => [
    "Cancel it if you don't want to keep it. The service stops at once, so buy another size before.",
    'After that day it runs to its end without money back.',
  ],
  'license-ends': ({ grace }) => [
    'Renew it, or turn off recurring billing.',
    `After that day you have ${grace} to renew. Some subscriptions end at once: the admin center says which.`,
  ],
  'data-at-risk': ({ left, grace }) => [
    left > 0 ? 'Buy again before that day to keep the data.' : 'Buy again today, and look whether the data is still there.',
    `Documents can be read as giving ${grace} more. Do not rely on it.`,
  ],
}

export const reminderWords = {
  done: 'Done',
  tomorrow: 'Tomorrow again',
  test: {
    own: 'This is a test, with your own dates. Real ones come in the morning.',
    'made-up': 'This is a test, with made-up dates. Real ones come in the morning.',
  },
  over: 'All its dates are over.',
  next: (what: string, date: string) => `Next: ${what.charAt(0).toLowerCase()}${what.slice(1)}, ${date}.`,
  changed: (what: string) => `Changed: ${what.charAt(0).toLowerCase()}${what.slice(1)} now`,
  stands: (what: string) => `As it stands now: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  several: (count: string) => `${count} reminders for today`,
} as const
