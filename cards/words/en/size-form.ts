import { sizeRule } from './size-license.ts'

export const sizeFormWords = {
  title: 'Size sites',
  rule: sizeRule,
  sites: 'Sites and their devices, one a line',
  names: 'Names, if the lines have none (in the same order)',
  namesPlaceholder: 'Lyon, Leeds, Porto',
  growth: 'Growth in percent, if there is any',
  growthPlaceholder: '20',
  size: 'Size',
  edit: 'Edit',
  insert: 'Insert',
  noSites: "I couldn't find a number of devices in that. Write a line for each site, like Lyon 400",
  noSitesAtAll: 'Write a line for each site, with its number of devices',
  unreadable: (line: number, text: string, why: string) => `Line ${line}, "${text}": ${why}`,
  badGrowth: 'Write a number from 0 to 1,000, with at most two decimals, such as 20',
  badNames: (names: number, sites: number) =>
    `There ${names === 1 ? 'is 1 name' : `are ${names} names`} for ${sites === 1 ? '1 line' : `${sites} lines`} without one. Give one for each, or none`,
  lost: 'I no longer have that list. Paste it again',
} as const
