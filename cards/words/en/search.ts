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

const example = (query: string) => `Add it, for example "${query}"`

/** How a fact that is still missing is added to a query. */
export const searchMissing: Readonly<Partial<Record<FactKey, string>>> = {
  sites: example('Lyon 400, Leeds 900'),
  trialEnd: example('trial ends 15 April'),
  licenseStart: example('bought 3 March'),
  licenseEnd: example('licence ended 20 February'),
}

export const searchWords = {
  unknown: 'What is it about?',
  hint: 'Type devices of sites, or a date: "400 900 6k", "trial ends 15 April", "bought 3 March"',
  impossible: (text: string) => `There is no day "${text}" in the calendar`,
  tooLong: 'That is too long for a search. Use "Size sites" for a list',
} as const
