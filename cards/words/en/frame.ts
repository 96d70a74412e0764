import type { Policy } from '../../../rules/policy.ts'
import type { Format } from '../../format.ts'
import type { LinkId } from '../../links.ts'

/** The words that every answer has. */
export const frame = {
  today: 'Today',
  why: 'Why',
  change: 'Change',
  update: 'Update',
  choose: 'Choose',
  dontKnow: "I don't know",
  more: 'More',
  also: 'Also',
  buyOnComputer: 'Open this on a computer to buy.',
  supposed: 'Worked out for what you supposed; nothing of it is kept.',
  asOf: (day: string) => `As it will be on ${day}.`,
  workedOut: (day: string) => `As of ${day}.`,
  handedOn: 'By License Desk, which is not a Microsoft product.',
  thatDay: 'That day',
  inDays: (date: string, days: string) => `${date}, in ${days}`,
  about: (site: string) => `For ${site}`,
  source: 'Source',
  moreLines: (count: number) => (count === 1 ? '... and 1 more line' : `... and ${count} more lines`),
  wrong: 'This is wrong',
  calledWrong: 'Thank you: it is counted that this answer is wrong, without anything you wrote.',
  whatThen: 'Tell me what is right, such as "it ends on 20 April", ask again in other words, or ask a person:',
  documented: (version: Policy['version'], format: Format) =>
    version === 'operator' ? "With your organisation's own values" : `As documented on ${format.day(version)}`,
} as const

/** What a link's button says; all of them leave Teams. */
export const linkTitles: Readonly<Record<LinkId, string>> = {
  'admin-center': 'Open the admin center ↗',
  'sales-trial-extension': 'Ask sales to extend ↗',
  'sales-licenses': 'Ask sales about licences ↗',
  'purchase-steps': 'How to buy ↗',
  'cancel-plan': 'How to cancel the plan ↗',
  'migrate-plan': 'How to migrate ↗',
  appliances: 'Appliance guide ↗',
  'appliance-catalog': 'Appliance catalogue ↗',
  'hardware-sales': 'Mail Arrow ↗',
  pricing: 'Plans and pricing ↗',
  'extension-steps': 'Extension steps ↗',
  'admin-roles': 'About admin roles ↗',
  'turn-off-billing': 'Turn off recurring billing ↗',
  'cancel-steps': 'How to cancel ↗',
  'subscription-end': 'What happens at the end ↗',
  'start-trial': 'Get started guide ↗',
  'device-count': 'What a device is ↗',
  'site-license': 'Site licence overview ↗',
  'license-terms': 'Licence document ↗',
  'data-retention': 'Data retention ↗',
  'enterprise-iot': 'Enterprise IoT ↗',
}
