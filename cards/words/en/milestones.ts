import type { MilestoneName } from '../../../rules/milestones.ts'

export const milestoneWords: Readonly<Record<MilestoneName, string>> = {
  'extension-closes': 'Last day to ask for an extension',
  'trial-ends': 'Trial ends',
  'grace-ends': 'Last day of grace',
  'refund-closes': 'Last day for a refund',
  'license-ends': 'Licence ends',
  'data-at-risk': 'Data may be deleted from here on',
}

export const milestonesWords = {
  next: (what: string, date: string) => `Next: ${what.charAt(0).toLowerCase()}${what.slice(1)}, ${date}`,
  none: 'All of these dates are over',
  notYet: "I can't send reminders yet. Put these dates into your calendar.",
  turnOff: "Turn off recurring billing before the trial ends if you don't want to pay.",
  basis: 'These dates follow from the rules for extension, refund, the days after the end, and keeping of data.',
  kind: 'A trial and a paid licence have different dates.',
  assumedOneYear: 'Counted as one year from the start.',
} as const

export const milestonesRule = 'I list your deadlines'
