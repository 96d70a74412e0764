import type { MilestoneName } from '../../../rules/milestones.ts'

/** What happens on each date, as on a timeline. */
export const milestoneWords: Readonly<Record<MilestoneName, string>> = {
  'extension-closes': 'Last day to ask for an extension',
  'trial-ends': 'Trial ends',
  'grace-ends': 'Last day of grace',
  'refund-closes': 'Last day for a refund',
  'license-ends': 'Licence ends',
  'data-at-risk': 'Data may be deleted from here on',
}

/** Why these are the dates. */
export const milestonesBasis = 'These dates follow from the rules for extension, refund, the days after the end, and keeping of data.'
