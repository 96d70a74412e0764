import type { AnswerCode } from '../../../rules/answers.ts'
import type { FactKey } from '../../../rules/facts.ts'

/** What can be typed into the search box: an example, and the general answer that goes with it. */
export const searchExamples: readonly (readonly [query: string, line: string, code: AnswerCode])[] = [
  ['400 900 6k', 'The licence of each site, by its devices', 'sizes'],
  ['trial ends 15 April', 'Until when the trial can be extended', 'extension-rule'],
  ['bought 3 March', 'Until when the licence can be given back', 'refund-rule'],
  ['licence ended 20 February', 'What follows the end, and by when to act', 'grace-rule'],
  ['what counts as a device', 'Which devices a licence has to cover', 'count-devices'],
]

/** How a fact is written in a query. */
export const searchFacts: Readonly<Partial<Record<FactKey, string>>> = {
  sites: 'Lyon 400, Leeds 900',
  growthPercent: '400 900 6k with 20 % growth',
  trialEnd: 'trial ends 15 April',
  trialStart: 'trial started 1 March',
  licenseStart: 'bought 3 March',
  licenseEnd: 'licence ended 20 February',
}

export const searchWords = {
  add: (query: string) => `Add it, for example "${query}"`,
  change: (query: string) => `Change it, for example "${query}"`,
  unreadable: (text: string, why: string) => `"${text}": ${why}`,
  /** Before what was counted, for that alone is read out. */
  notCounted: (text: string, others: number) => `Not counted: "${text}"${others > 0 ? ` and ${others} more` : ''}. `,
  unknown: 'What is it about?',
  hint: 'Type devices of sites, or a date: "400 900 6k", "trial ends 15 April", "bought 3 March"',
  tooLong: 'That is too long for a search. Use "Size sites" for a list',
} as const
