import type { SizeNote, SizeReason } from '../../../rules/size-license.ts'
import { number } from '../../format.ts'

export const sizeReasons: Readonly<Record<SizeReason, string>> = {
  'smallest-that-covers': 'Each site gets the smallest size that covers all its devices, IT and OT alike.',
  'one-license-per-site': 'Every site has its own licence. Sites are never added up.',
  'xl-stacks': 'A site over the largest size is the one case where licences are stacked: several XL, or a 2XL or 3XL through Microsoft.',
  'devices-unknown': 'Each site gets one licence, sized by all its devices, IT and OT alike.',
}

/** `near` names the sites that are nearly full, "" where they are many or have no names. */
export const sizeNotes: Readonly<Record<SizeNote, (p: { near: string; largest: string; limits: string }) => string>> = {
  'near-capacity': ({ near }) =>
    `${near ? `Nearly full: ${near}.` : 'Nearly full: little room for more devices.'} The size can't be changed before renewal.`,
  'size-from-pricing-page': ({ limits }) => `The limits ${limits} stand on the pricing page alone.`,
  'xl-stack-confirm': ({ largest }) =>
    `Over ${largest} devices at one site: your Microsoft representative must confirm before you order. Or ask for a 2XL or 3XL.`,
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`)

export const sizeWords = {
  site: 'Site',
  devices: 'Devices',
  license: 'Licence',
  unnamed: (index: number, count: number) => (count > 1 ? `${number(count)} sites` : `Site ${index}`),
  named: (name: string, count: number) => (count > 1 ? `${name} (${number(count)} sites)` : name),
  total: (devices: string, sites: number, licenses: number) =>
    `${devices} devices, ${counted(sites, 'site', 'sites')}, ${counted(licenses, 'licence', 'licences')}`,
  asText: 'As text',
  which: (devices: string, more: boolean) => `Which site has ${devices}${more ? ' more' : ''} devices?`,
  inList: (names: readonly string[], more: number) =>
    `The list has ${names.join(', ')}${more > 0 ? ` and ${counted(more, 'more site', 'more sites')}` : ''}.`,
  further: 'A further site',
  whichChange: 'What is to change in the list?',
  whichGrow: (percent: string) => `Which sites grow by ${percent} %?`,
  unchanged: (said: string, isList: boolean) =>
    `The list is as it was. "${said}" ${isList ? 'may add to it or take its place.' : 'can be read in several ways: say each change in a sentence of its own, such as "Lyon has 420" or "without Lyon".'}`,
  isNameOf: (devices: readonly string[]) =>
    devices.length > 1 ? `They are the sites with ${devices.join(', ')}` : `It's the site with ${devices.join()}`,
  addThem: 'Add to the list',
  ownList: 'A new list',
  setTo: (site: string, devices: string) => `${site}: ${devices} devices`,
  allGrow: 'All sites',
  textLine: (site: string, devices: string, license: string) =>
    `${site}: ${devices.replace(' each', '')} devices${devices.endsWith(' each') ? ' each' : ''}, ${license}`,
  roomLine: (line: string, room: number, each: boolean) =>
    `${line}, ${room === 0 ? 'full' : `room for ${counted(room, 'more device', 'more devices')}`}${each ? ' at each' : ''}`,
  sortsAlike: 'IT and OT devices of any kind count alike, so nothing changes.',
  noListBefore: 'I no longer have the list before this one. This is how it stands; say what to change.',
  each: (devices: string) => `${devices} each`,
  withGrowth: (percent: string) => `With ${percent} % growth`,
  sized: (percent: string) => `Devices of today; sized with ${percent} % growth.`,
  others: (sites: string, devices: string, order: string) => `And ${sites} more sites with ${devices} devices: ${order}`,
  unreadable: (count: number) => (count === 1 ? 'Not counted, please correct:' : `${number(count)} lines not counted, please correct:`),
  line: (line: number, text: string, why: string) => `Line ${line}: "${text}": ${why}`,
  lines: (lines: readonly number[], why: string) => `${lines.length === 1 ? 'Line' : 'Lines'} ${lines.join(', ')}: ${why}`,
  moreUnreadable: (count: number) => `And ${counted(count, 'more line', 'more lines')}.`,
  copy: 'To copy into a mail or a quote',
  quote: (order: string) => `Defender for IoT site licences: ${order}`,
  quoteSupposed: 'Only supposed: this is not the list as it stands.',
  quoteTotal: (devices: string, sites: number, licenses: number) =>
    `Total: ${devices} devices, ${counted(sites, 'site', 'sites')}, ${counted(licenses, 'licence', 'licences')}`,
  quoteMore: (count: number) => `And ${counted(count, 'more site', 'more sites')}, for which this text has no room.`,
  quoteUnreadable: (count: number) => `Not included: ${counted(count, 'line', 'lines')} without a usable number of devices.`,
  quoteLeftOut: (count: number) => `Not included: ${counted(count, 'more site', 'more sites')}, to be sized apart.`,
  leftOut: (most: number, rest: number, from?: number) =>
    `Only the first ${most} sites are sized here; ${counted(rest, 'is', 'are')} left out${from === undefined ? '' : `, from line ${from} on`}. Send the rest in a second message.`,
} as const

export const sizeRule = 'One licence per site, sized by its devices'
