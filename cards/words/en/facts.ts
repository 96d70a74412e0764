import type { FactKey, Facts } from '../../../rules/facts.ts'
import type { Format } from '../../format.ts'

/** What each fact is called on a card. */
export const factLabels: Readonly<Record<FactKey, string>> = {
  sites: 'Sites',
  growthPercent: 'Growth',
  trialEnd: 'Trial ends',
  trialStart: 'Trial started',
  trialDays: 'Trial length',
  role: 'Your role',
  billingAccount: 'Billing account',
  cloud: 'Cloud',
  extended: 'Extended already',
  licenseStart: 'Licence started',
  licenseEnd: 'Licence ends',
  price: 'Price paid',
  kind: 'Licence',
  otherActiveLicense: 'Another active site licence',
}

/** The same of an end that is behind. */
export const pastLabels: Readonly<Partial<Record<FactKey, string>>> = { trialEnd: 'Trial ended', licenseEnd: 'Licence ended' }

export const roles = { 'global-admin': 'Global admin', 'billing-admin': 'Billing admin', other: 'Another role' } as const
const accounts = { MCA: 'MCA', MOSA: 'MOSA', EA: 'Enterprise Agreement', CSP: 'Partner (CSP)', other: 'Another kind' } as const
const kinds = { paid: 'Paid', trial: 'Trial' } as const
const yesNo = (value: boolean) => (value ? 'Yes' : 'No')

export const cloudNames = {
  commercial: 'Commercial',
  gcc: 'GCC',
  'gcc-high': 'GCC High',
  dod: 'DoD',
  'azure-government': 'Azure Government',
} as const

const values: { readonly [K in FactKey]: (value: NonNullable<Facts[K]>, format: Format) => string } = {
  sites: (sites, format) => format.number(sites.reduce((sum, { count = 1 }) => sum + count, 0)),
  growthPercent: (percent, format) => `${format.number(percent)} %`,
  trialEnd: (day, format) => format.day(day),
  trialStart: (day, format) => format.day(day),
  trialDays: (days, format) => format.days(days),
  role: role => roles[role],
  billingAccount: account => accounts[account],
  cloud: cloud => cloudNames[cloud],
  extended: yesNo,
  licenseStart: (day, format) => format.day(day),
  licenseEnd: (day, format) => format.day(day),
  price: (price, format) => format.number(price),
  kind: kind => kinds[kind],
  otherActiveLicense: yesNo,
}

/** A fact's value as a person reads it; undefined where the fact is unknown. */
export function factValue<K extends FactKey>(key: K, facts: Facts, format: Format): string | undefined {
  const value = facts[key]
  return value === undefined ? undefined : values[key](value as NonNullable<Facts[K]>, format)
}

/** The choices of a fact that has few values, as buttons or one choice set. */
export const choices: Readonly<Partial<Record<FactKey, readonly (readonly [value: string, title: string])[]>>> = {
  role: [
    ['global-admin', 'Global admin'],
    ['billing-admin', 'Billing admin'],
    ['other', 'Another role'],
  ],
  billingAccount: [
    ['MCA', 'Customer Agreement (MCA)'],
    ['MOSA', 'Online Subscription (MOSA)'],
    ['EA', 'Enterprise Agreement (EA)'],
    ['CSP', 'Through a partner (CSP)'],
    ['other', 'Another kind'],
  ],
  cloud: [
    ['gcc', 'GCC, on commercial Azure'],
    ['gcc-high', 'GCC High'],
    ['dod', 'DoD'],
    ['azure-government', 'Azure Government'],
    ['commercial', 'No government cloud'],
  ],
  otherActiveLicense: [
    ['true', 'Yes, another one'],
    ['false', 'No, only this one'],
  ],
  kind: [
    ['trial', 'Trial'],
    ['paid', 'Paid licence'],
  ],
}

/** What is asked for a fact, and how an answer may look. */
export const questions: Readonly<Partial<Record<FactKey, string>>> = {
  trialEnd: 'When does the trial end?',
  licenseStart: 'When did the licence start?',
  licenseEnd: 'When does the licence end?',
  sites: 'How many devices at each site?',
  cloud: 'Which cloud?',
  role: 'Which role do you have?',
  billingAccount: 'Which billing account do you have?',
  otherActiveLicense: 'Does your organisation have another active site licence?',
  kind: 'Is it a trial or a paid licence?',
}

/** Where a person finds what they don't know. */
export const whereToFind: Readonly<Partial<Record<FactKey, string>>> = {
  trialEnd:
    'Without that date I can only tell the rule. The admin center shows it under Your products. The day on which the trial started helps too.',
  licenseStart: 'Without that date I can only tell the rule. The admin center shows it under Your products, and so does the invoice.',
  licenseEnd:
    'Without that date I can only tell the rule. The admin center shows it under Your products. The day on which the licence started helps too.',
  sites: 'Without a number I can only tell the rule. The device inventory of Defender for IoT shows it for each site.',
}

export const sitesPlaceholder = 'One site a line, for example:\nLyon 400\nLeeds 900'
