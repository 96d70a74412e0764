import type { Facts } from '../rules/facts.ts'
import { MAX_SITES } from '../rules/facts.ts'
import type { SizedSite, SizeOrder, SizeVerdict } from '../rules/size-license.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import type { Format } from './format.ts'
import { routeLinks } from './links.ts'
import { type Action, folded, nothing, type Part, paragraph, press, quoted, subheading, table, together, toggle } from './parts.ts'
import { type View, withFact } from './view.ts'
import { sizeNotes, sizeReasons, sizeRule, sizeWords } from './words/en/size-license.ts'

/** So many sites stand in the table; the rest is summed. */
const MAX_ROWS = 15
/** In percent. */
export const OFFERED_GROWTH = 20
const AS_TEXT = 'as-text'
/** A card has room for so many lines of text. */
const MAX_LINES = 60

/** A line of a list that can't be used, with its number in the text as sent. */
export interface UnreadableLine {
  readonly line: number
  readonly text: string
  readonly why: string
}

/** What could not be taken from the list of sites. */
export interface Unused {
  readonly unreadable: readonly UnreadableLine[]
  /** How many entries were beyond the most that are sized at once. */
  readonly leftOut: number
}

export const allUsed: Unused = { unreadable: [], leftOut: 0 }

/** What to buy for these sites. */
export function sizeLicenseCard(verdict: SizeVerdict, facts: Facts, view: View, unused: Unused = allUsed): Card {
  const { format, policy } = view
  const order = 'order' in verdict.details ? verdict.details : undefined
  const near = order ? named(order.sites.filter(({ nearCapacity }) => nearCapacity)) : ''
  const largest = format.number(policy.sizes[4].upTo)
  const words = { near, largest, limits: limitsOf(view) }
  return answerCard(
    {
      headline: order ? orderText(order, format) : sizeRule,
      body: order ? [together(orderParts(order, facts, format)), asText(order, format), unusedPart(unused)] : [unusedPart(unused)],
      cautions: verdict.notes.filter(note => note !== 'size-from-pricing-page').map(note => sizeNotes[note](words)),
      asks: verdict.missing[0],
      links: routeLinks[verdict.route],
      offers: order ? offersFor(order, facts, view) : [],
      because: verdict.reasons.map(({ code, sources }) => ({ text: sizeReasons[code], sources })),
      notes: verdict.notes.filter(note => note === 'size-from-pricing-page').map(note => sizeNotes[note](words)),
    },
    view,
  )
}

/** "2 XL, 1 M": the largest first, as it is read out. */
export function orderText({ order }: SizeOrder, format: Format): string {
  return order
    .toReversed()
    .map(({ size, quantity }) => `${format.number(quantity)} ${size}`)
    .join(', ')
}

function offersFor(order: SizeOrder, facts: Facts, view: View): Action[] {
  const text = order.sites.length > 1 ? [toggle(sizeWords.asText, AS_TEXT)] : []
  if (facts.growthPercent !== undefined) return text
  return [...text, press(sizeWords.withGrowth(String(OFFERED_GROWTH)), withFact(view, 'growthPercent', OFFERED_GROWTH))]
}

/** The order and the sites in view as lines to paste into a mail or a quote. */
function asText(order: SizeOrder, format: Format): Part {
  const { sites } = order
  if (sites.length < 2) return nothing
  const lines = sites.slice(0, MAX_LINES).map((site, index) => {
    const [name = '', devices = '', license = ''] = rowOf(site, index + 1, format)
    return sizeWords.textLine(name, devices, license)
  })
  const part = folded(AS_TEXT, [quoted([orderText(order, format), ...lines])])
  // The plain-text form has the same sites in its table already.
  return sites.length > MAX_ROWS ? part : { ...part, text: '' }
}

function orderParts(order: SizeOrder, { growthPercent }: Facts, format: Format): Part[] {
  const { totals, sites } = order
  const sorted = sites.map((site, index) => ({ site, index: index + 1 })).sort((a, b) => b.site.sizedFor - a.site.sizedFor)
  const rest = sorted.slice(MAX_ROWS).map(({ site }) => site)
  return [
    growthPercent === undefined ? nothing : paragraph(sizeWords.sized(format.number(growthPercent))),
    paragraph(sizeWords.total(format.number(totals.devices), totals.sites, totals.licenses)),
    tableOf(sorted.slice(0, MAX_ROWS), format),
    rest.length > 0
      ? paragraph(sizeWords.others(format.number(sum(rest, 'count')), format.number(sumDevices(rest)), restOrder(rest, format)))
      : nothing,
  ]
}

function tableOf(sites: readonly { readonly site: SizedSite; readonly index: number }[], format: Format): Part {
  // Counts with growth are twice as long; without it the names get the room.
  const grown = sites.some(({ site }) => site.sizedFor !== site.devices)
  return table(
    [
      { title: sizeWords.site, width: grown ? 5 : 7 },
      { title: sizeWords.devices, width: grown ? 6 : 5, numbers: true },
      { title: sizeWords.license, width: 5 },
    ],
    sites.map(({ site, index }) => rowOf(site, index, format)),
  )
}

function rowOf(site: SizedSite, index: number, format: Format): string[] {
  const { name, count, devices, sizedFor, perSite, size } = site
  const grown = sizedFor === devices ? '' : ` → ${format.number(sizedFor)}`
  return [
    name === undefined ? sizeWords.unnamed(index, count) : sizeWords.named(name, count),
    count > 1 ? sizeWords.each(`${format.number(devices)}${grown}`) : `${format.number(devices)}${grown}`,
    `${perSite === 1 && count === 1 ? '' : `${format.number(perSite * count)} `}${size}`,
  ]
}

function restOrder(rest: readonly SizedSite[], format: Format): string {
  const bySize = Map.groupBy(rest, ({ size }) => size)
  return [...bySize].map(([size, sites]) => `${format.number(sum(sites, 'quantity'))} ${size}`).join(', ')
}

const sum = (sites: readonly SizedSite[], key: 'count' | 'quantity') => sites.reduce((total, site) => total + site[key], 0)
const sumDevices = (sites: readonly SizedSite[]) => sites.reduce((total, { devices, count }) => total + devices * count, 0)

function named(sites: readonly SizedSite[]): string {
  const names = sites.flatMap(({ name }) => (name === undefined ? [] : [name]))
  return names.length === sites.length && names.length <= 3 ? names.join(', ') : ''
}

function limitsOf({ policy, format }: View): string {
  return policy.sizes
    .filter(({ size }) => size === 'S' || size === 'M')
    .map(({ size, upTo }) => `${format.number(upTo)} (${size})`)
    .join(' and ')
}

function unusedPart({ unreadable, leftOut }: Unused): Part {
  if (unreadable.length === 0 && leftOut === 0) return nothing
  const shown = unreadable.slice(0, 2 * MAX_ROWS).map(({ line, text, why }) => sizeWords.line(line, text.slice(0, 60), why))
  return together([
    unreadable.length > 0 ? subheading(sizeWords.unreadable) : nothing,
    quoted(shown),
    unreadable.length > shown.length ? paragraph(sizeWords.moreUnreadable(unreadable.length - shown.length)) : nothing,
    leftOut > 0 ? paragraph(sizeWords.leftOut(MAX_SITES, leftOut)) : nothing,
  ])
}
