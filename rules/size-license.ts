import type { Site } from './facts.ts'
import type { Policy, Size } from './policy.ts'
import type { At, Rule, Said, Verdict } from './verdict.ts'

export type SizeReason = 'smallest-that-covers' | 'one-license-per-site' | 'xl-stacks' | 'devices-unknown'
export type SizeNote = 'near-capacity' | 'size-from-pricing-page' | 'xl-stack-confirm'

/** One entry of the list as given, with the licences for one such site and for all of them. */
export interface SizedSite {
  readonly name?: string
  readonly devices: number
  readonly count: number
  /** Devices of one site with growth. */
  readonly sizedFor: number
  readonly size: Size
  readonly perSite: number
  readonly quantity: number
  readonly capacity: number
  readonly headroom: number
  readonly nearCapacity: boolean
  readonly alternative?: '2XL or 3XL'
}

export interface OrderLine {
  readonly size: Size
  readonly quantity: number
}

export interface SizeOrder {
  readonly sites: readonly SizedSite[]
  /** From XS to XL, sizes not needed left out. */
  readonly order: readonly OrderLine[]
  readonly totals: { readonly sites: number; readonly devices: number; readonly licenses: number }
}

export type SizeVerdict = Verdict<'sizeLicenses', SizeReason, SizeNote, SizeOrder | Record<never, never>>

/** Which site licences cover these sites: one per site, the smallest that covers it, stacked only over the largest. [D4IOT-LIC] */
export const sizeLicense: Rule<'sites' | 'growthPercent', SizeVerdict> = {
  name: 'sizeLicenses',
  facts: ['sites', 'growthPercent'],
  decide({ sites, growthPercent = 0 }, { today, policy }) {
    const base = { rule: 'sizeLicenses', today, answer: null, policy: policy.version } as const
    if (!sites)
      return {
        ...base,
        details: {},
        reasons: [{ code: 'devices-unknown', sources: ['D4IOT-SITE'] }],
        missing: ['sites'],
        route: 'count-devices',
        notes: [],
      }
    const details = orderFor(sites, growthPercent, policy)
    const stacked = details.sites.some(({ alternative }) => alternative)
    return {
      ...base,
      details,
      reasons: reasonsFor(details, stacked),
      missing: [],
      route: stacked ? 'contact-representative' : 'buy',
      notes: notesFor(details, stacked),
    }
  },
}

function orderFor(sites: readonly Site[], growthPercent: number, policy: At['policy']): SizeOrder {
  const sized = sites.map(site => sizeOf(site, growthPercent, policy))
  const sum = (amount: (site: SizedSite) => number) => sized.reduce((total, site) => total + amount(site), 0)
  return {
    sites: sized,
    order: policy.sizes
      .map(({ size }) => ({ size, quantity: sum(site => (site.size === size ? site.quantity : 0)) }))
      .filter(({ quantity }) => quantity > 0),
    totals: {
      sites: sum(({ count }) => count),
      devices: sum(({ devices, count }) => devices * count),
      licenses: sum(({ quantity }) => quantity),
    },
  }
}

function sizeOf({ name, devices, count = 1 }: Site, growthPercent: number, { sizes }: Policy): SizedSite {
  const sizedFor = grown(devices, growthPercent)
  const largest = sizes[4]
  const { size, upTo } = sizes.find(({ upTo }) => sizedFor <= upTo) ?? largest
  const perSite = Math.ceil(sizedFor / upTo)
  const capacity = perSite * upTo
  const headroom = capacity - sizedFor
  return {
    ...(name === undefined ? {} : { name }),
    devices,
    count,
    sizedFor,
    size,
    perSite,
    quantity: perSite * count,
    capacity,
    headroom,
    nearCapacity: headroom * 10 < capacity,
    ...(sizedFor > largest.upTo ? { alternative: '2XL or 3XL' as const } : {}),
  }
}

// In hundredths of a per cent, so that 1000 devices and 10 % are 1100 and not 1101.
function grown(devices: number, growthPercent: number): number {
  return Math.ceil((devices * (10_000 + Math.round(growthPercent * 100))) / 10_000)
}

const fromPricingPage = ({ order }: SizeOrder) => order.some(({ size }) => size === 'S' || size === 'M' || size === 'L')

function reasonsFor(details: SizeOrder, stacked: boolean): Said<SizeReason>[] {
  const reasons: Said<SizeReason>[] = [
    { code: 'smallest-that-covers', sources: fromPricingPage(details) ? ['D4IOT-LIC', 'D4IOT-PRICING'] : ['D4IOT-LIC'] },
  ]
  if (details.totals.sites > 1) reasons.push({ code: 'one-license-per-site', sources: ['D4IOT-LIC'] })
  if (stacked) reasons.push({ code: 'xl-stacks', sources: ['D4IOT-LIC'] })
  return reasons
}

function notesFor(details: SizeOrder, stacked: boolean): SizeNote[] {
  const notes: SizeNote[] = []
  if (details.sites.some(({ nearCapacity }) => nearCapacity)) notes.push('near-capacity')
  if (fromPricingPage(details)) notes.push('size-from-pricing-page')
  if (stacked) notes.push('xl-stack-confirm')
  return notes
}
