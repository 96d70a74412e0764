import type { Facts } from '../rules/facts.ts'
import { MAX_SITES } from '../rules/facts.ts'
import type { SizedSite, SizeOrder, SizeVerdict } from '../rules/size-license.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { press, textToCopy, toggle } from './controls.ts'
import { bytesOf, firstLines, MAX_BYTES } from './fitting.ts'
import type { Format } from './format.ts'
import { routeLinks } from './links.ts'
import { type Action, folded, nothing, type Part, paragraph, quoted, subheading, table, together, withinRoom } from './parts.ts'
import { cut } from './text.ts'
import { allUsed, isAllUsed, type Unused } from './unused.ts'
import { type View, withFact } from './view.ts'
import { sizeNotes, sizeReasons, sizeRule, sizeWords } from './words/en/size-license.ts'

/** So many sites stand in the table; the rest is summed. */
const MAX_ROWS = 15
/** In percent. */
export const OFFERED_GROWTH = 20
const AS_TEXT = 'as-text'
/** A name in the table, in characters. */
const MAX_SHOWN_NAME = 60
/** More lines to copy than this are no longer read on the card. */
const MAX_LINES = 60
/** So many lines that could not be used are shown as they are, and all others by their numbers. */
const MAX_QUOTED = 12
const MAX_NUMBERS = 500
/** Of the room that a card has left, the text to copy leaves this much to the plain-text form, in bytes. */
const FOR_PLAIN_TEXT = 1500

/** What to buy for these sites. */
export function sizeLicenseCard(verdict: SizeVerdict, facts: Facts, view: View, unused: Unused = allUsed): Card {
  const order = 'order' in verdict.details ? verdict.details : undefined
  const write = (copy: Part) => cardWith(verdict, facts, view, unused, copy)
  if (!order || order.sites.length < 2) return isAllUsed(unused) ? write(nothing) : withinRoom(write(nothing))
  const lines = quoteLines(order, facts, view, unused)
  if (order.sites.length <= MAX_LINES) {
    const card = write(asText(quoted(lines.all.filter(line => line !== '')), lines))
    if (roomOn(card) >= 0) return withinRoom(card)
  }
  const withField = (text: string) => write(asText(textToCopy('asText', sizeWords.copy, text), lines))
  return withinRoom(withField(lines.within(roomOn(withField(''))).join('\n')))
}

/** What a text of its own takes at most, in bytes. */
const MAX_TEXT = 20_000

/** The order as lines to paste into a mail or a quote; undefined where there is none. */
export function orderAsText({ details }: SizeVerdict, facts: Facts, view: View, unused: Unused = allUsed): string | undefined {
  return 'order' in details ? quoteLines(details, facts, view, unused).within(MAX_TEXT).join('\n') : undefined
}

/** What the licences of these sites still cover, a line each; undefined where there is no order. */
export function orderAsRoom({ details }: SizeVerdict, { growthPercent }: Facts, format: Format): string | undefined {
  if (!('order' in details)) return undefined
  const { sites } = details
  const lines = sites.slice(0, MAX_ROWS).map((site, index) => {
    const [name, devices, license] = rowOf(site, index + 1, format)
    return sizeWords.roomLine(sizeWords.textLine(name, devices, license), site.headroom, site.count > 1)
  })
  const more = sites.length > lines.length ? [sizeWords.quoteMore(sites.length - lines.length)] : []
  return [...lines, ...more, ...(growthPercent ? [sizeWords.sized(format.number(growthPercent))] : [])].join('\n')
}

/** What the text to copy may still take of a card. */
const roomOn = ({ content }: Card) => MAX_BYTES - bytesOf({ ...content, fallbackText: '' }) - FOR_PLAIN_TEXT

function cardWith(verdict: SizeVerdict, facts: Facts, view: View, unused: Unused, copy: Part): Card {
  const { format, policy } = view
  const order = 'order' in verdict.details ? verdict.details : undefined
  const near = order ? named(order.sites.filter(({ nearCapacity }) => nearCapacity)) : ''
  const largest = format.number(policy.sizes[4].upTo)
  const words = { near, largest, limits: limitsOf(view) }
  return answerCard(
    {
      headline: order ? orderText(order, format) : sizeRule,
      body: order ? [together(orderParts(order, facts, format)), unusedPart(unused), copy] : [unusedPart(unused)],
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
function orderText({ order }: SizeOrder, format: Format): string {
  return order
    .toReversed()
    .map(({ size, quantity }) => `${format.number(quantity)} ${size}`)
    .join(', ')
}

function offersFor(order: SizeOrder, facts: Facts, view: View): Action[] {
  const text = order.sites.length > 1 ? [toggle(sizeWords.asText, AS_TEXT)] : []
  if (facts.growthPercent) return text
  return [...text, press(sizeWords.withGrowth(String(OFFERED_GROWTH)), withFact(view, 'growthPercent', OFFERED_GROWTH))]
}

/** Lines to copy: a few as they are, many in a field that holds as many as found room. The plain-text form has all of them. */
function asText(copy: Part, { all, sites }: QuoteLines): Part {
  // The plain-text form has the same sites in its table already.
  return { ...folded(AS_TEXT, [copy]), text: sites > MAX_ROWS ? all.join('\n') : '' }
}

/** The order and every site in view as lines to paste into a mail or a quote. */
interface QuoteLines {
  readonly sites: number
  readonly all: readonly string[]
  /** In so many bytes; what finds no room is counted. */
  within(room: number): readonly string[]
}

function quoteLines(order: SizeOrder, { growthPercent }: Facts, { format, carried }: View, unused: Unused): QuoteLines {
  const { totals, sites } = order
  const before = [sizeWords.quote(orderText(order, format)), ...(carried.supposed ? [sizeWords.quoteSupposed] : []), '']
  const behind = [
    '',
    sizeWords.quoteTotal(format.number(totals.devices), totals.sites, totals.licenses),
    ...(growthPercent ? [sizeWords.sized(format.number(growthPercent))] : []),
    ...(unused.unreadable.length > 0 ? [sizeWords.quoteUnreadable(unused.unreadable.length)] : []),
    ...(unused.leftOut > 0 ? [sizeWords.quoteLeftOut(unused.leftOut)] : []),
  ]
  const lines = sites.map((site, index) => sizeWords.textLine(...rowOf(site, index + 1, format)))
  const framed = (lines: readonly string[]) => [...before, ...lines, ...behind]
  return {
    sites: sites.length,
    all: framed(lines),
    within(room) {
      const left = room - bytesOf(framed([sizeWords.quoteMore(sites.length)]))
      if (firstLines(lines, left).missing === 0) return framed(lines)
      const { shown, missing } = firstLines(bySize(sites, format), left)
      return framed(missing > 0 ? [...shown, sizeWords.quoteMore(missing)] : shown)
    },
  }
}

/** The same, shorter: below each number of licences the sites that need so many, the largest first. */
function bySize(sites: readonly SizedSite[], format: Format): readonly string[] {
  const rows = sites.map((site, index) => ({ capacity: site.capacity, cells: rowOf(site, index + 1, format) }))
  const groups = Map.groupBy(
    rows.sort((one, two) => two.capacity - one.capacity),
    ({ cells: [, , license] }) => license,
  )
  return [...groups].flatMap(([license, some]) =>
    some.map(({ cells: [name, devices] }, at) => `${at === 0 ? `${license}:\n` : ''}${name}: ${devices}`),
  )
}

function orderParts(order: SizeOrder, { growthPercent }: Facts, format: Format): Part[] {
  const { totals, sites } = order
  const sorted = sites.map((site, index) => ({ site, index: index + 1 })).sort((a, b) => b.site.sizedFor - a.site.sizedFor)
  const rest = sorted.slice(MAX_ROWS).map(({ site }) => site)
  return [
    growthPercent ? paragraph(sizeWords.sized(format.number(growthPercent))) : nothing,
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
    sites.map(({ site, index }) => {
      const [name, ...cells] = rowOf(site, index, format)
      return [cut(name, MAX_SHOWN_NAME), ...cells]
    }),
  )
}

function rowOf(site: SizedSite, index: number, format: Format): [name: string, devices: string, license: string] {
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

/** Lines that could not be used, the first as they are, the others by number and reason; then what is left out. */
function unusedPart({ unreadable, leftOut, leftOutFrom }: Unused): Part {
  if (unreadable.length === 0 && leftOut === 0) return nothing
  const quotes = unreadable
    .slice(0, MAX_QUOTED)
    .map(({ line, text, why }) => sizeWords.line(line, cut(text.replace(/\s+/gu, ' '), MAX_SHOWN_NAME), why))
  const others = unreadable.slice(MAX_QUOTED, MAX_QUOTED + MAX_NUMBERS)
  const byReason = [...Map.groupBy(others, ({ why }) => why)].map(([why, lines]) =>
    sizeWords.lines(
      lines.map(({ line }) => line),
      why,
    ),
  )
  const missing = unreadable.length - quotes.length - others.length
  return together([
    unreadable.length > 0 ? subheading(sizeWords.unreadable(unreadable.length)) : nothing,
    quoted([...quotes, ...byReason]),
    missing > 0 ? paragraph(sizeWords.moreUnreadable(missing)) : nothing,
    leftOut > 0 ? paragraph(sizeWords.leftOut(MAX_SITES, leftOut, leftOutFrom)) : nothing,
  ])
}
