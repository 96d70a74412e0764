import type { Policy } from '../../../rules/policy.ts'
import type { SizeNote, SizeReason } from '../../../rules/size-license.ts'
import type { Format } from '../../format.ts'

export const sizeReasons: Readonly<Record<SizeReason, string>> = {
  'smallest-that-covers': 'Each site gets the smallest size that covers all its devices, IT and OT alike.',
  'one-license-per-site': 'Every site has its own licence. Sites are never added up.',
  'xl-stacks': 'A site over the largest size is the one case where licences are stacked: several XL, or a 2XL or 3XL through Microsoft.',
  'devices-unknown': 'Each site gets one licence, sized by all its devices, IT and OT alike.',
}

export const sizeNotes: Readonly<Record<SizeNote, (sites: string) => string>> = {
  'near-capacity': sites => `${sites} nearly fills its licence. The size can't be changed before renewal: think of growth.`,
  'size-from-pricing-page': () => 'The limits 250 (S) and 500 (M) stand on the pricing page alone.',
  'xl-stack-confirm': () => 'Over 5,000 devices at one site: let your Microsoft representative confirm before you order. A 2XL or 3XL is the other way.',
}

export const sizeWords = {
  site: 'Site',
  devices: 'Devices',
  license: 'Licence',
  unnamed: (index: number, count: number) => (count > 1 ? `${count} sites` : `Site ${index}`),
  named: (name: string, count: number) => (count > 1 ? `${name} (${count})` : name),
  total: (devices: string, sites: number, licenses: number) =>
    `${devices} devices at ${sites === 1 ? 'one site' : `${sites.toLocaleString('en-US')} sites`}, ${licenses === 1 ? 'one licence' : `${licenses.toLocaleString('en-US')} licences`}`,
  withGrowth: (percent: string) => `With ${percent} % growth`,
  sized: (percent: string) => `Sized with ${percent} % growth.`,
  others: (sites: string, devices: string) => `And ${sites} more with ${devices} devices`,
  unreadable: 'Not counted, please correct:',
  line: (line: number, text: string, why: string) => `Line ${line}: "${text}": ${why}`,
  leftOut: (first: number, rest: number) => `Only the first ${first} entries are sized here; ${rest} are left out. Send the rest in a second message.`,
  room: (headroom: string) => `room for ${headroom} more`,
} as const

export const sizeRule = (_policy: Policy, _format: Format) => 'One licence per site, sized by its devices'
