/** What a message can be after; the closed vocabulary between understanding and doing. */
export const intents = [
  'size-license',
  'extend-trial',
  'refund-window',
  'license-lifecycle',
  'trial-terms',
  'buy-license',
  'stop-renewal',
  'change-size',
  'license-terms',
  'count-devices',
  'buy-hardware',
  'migrate-legacy',
  'government-cloud',
  'admin-roles',
  'contact-sales',
  'set-reminder',
  'list-reminders',
  'stop-reminders',
  'help',
  'greeting',
  'thanks',
  'cancel',
  'out-of-scope',
] as const

export type Intent = (typeof intents)[number]

/** What within an intent was asked, where one intent has several answers: names of the plain answers, and price. */
export const aspects = {
  'trial-terms': ['trial-terms', 'trial-over-limit', 'trial-start', 'trial-after'],
  'license-terms': ['term', 'one-license-per-site', 'e5', 'sizes'],
  'buy-license': ['buy', 'price', 'trial-to-paid'],
  'count-devices': ['count-devices', 'find-device-count'],
  'license-lifecycle': ['grace-rule', 'retention-rule'],
} as const satisfies Partial<Record<Intent, readonly string[]>>

/** An aspect that is learnt from examples. */
export type LearntAspect = (typeof aspects)[keyof typeof aspects][number]

/** What is asked about the assistant itself: told by its words, or pressed. */
export const ABOUT = 'about'

/** When a trial ends, asked where its start is known. */
export const TRIAL_END = 'trial-end'

/** How a plan or licence is cancelled, how renewal is turned on again, and what the kinds of billing account are: told by their words. */
export const CANCELLING = 'cancel'
export const RENEWAL_ON = 'renewal-on'
export const ACCOUNT_KINDS = 'billing-accounts'

/** What no example teaches. */
export const untaught = [ABOUT, TRIAL_END, CANCELLING, RENEWAL_ON, ACCOUNT_KINDS] as const

export type Aspect = LearntAspect | (typeof untaught)[number]
