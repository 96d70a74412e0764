import { isMonthFirst } from '../../cards/format.ts'
import type { Intent } from '../../cards/intents.ts'
import { addDays, addMonths, type Day } from '../../rules/day.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Reading, Unreadable } from '../ports.ts'
import { findAmounts, readPrice, sharingCurrency } from './amounts.ts'
import { type DateFacts, readDateFacts } from './days/date-facts.ts'
import { findDates } from './days/dates.ts'
import { explained } from './days/explained-days.ts'
import { withSpacedDays } from './days/glued-days.ts'
import { ownDates } from './days/others-days.ts'
import { withPutOff } from './days/put-off-ends.ts'
import { findNamed, type NamedDate } from './named.ts'
import { mergeNumbers } from './numbers.ts'
import { remembered } from './remembered.ts'
import { type Growth, readGrowth, STEPS } from './sites/growth.ts'
import { growthInColumn, OWN_GROWTH } from './sites/growth-column.ts'
import type { ListRead } from './sites/line-kinds.ts'
import { isOfKind, isOfSome, opening } from './sites/partial-growth.ts'
import { withoutProducts } from './sites/products.ts'
import { withoutTwins } from './sites/same-names.ts'
import { readPair, readPasted } from './sites/site-lists.ts'
import { countedIn, readSites, type SitesRead } from './sites/sites.ts'
import { asUnreadable, findSpoiled, withUntold } from './sites/spoiled.ts'
import { restOf } from './sites/untold-sites.ts'
import { askedAbout, isSupposed } from './terms/supposed.ts'
import { readLicenseMonths, readTerms } from './terms/terms.ts'
import { type Line, readLines } from './text.ts'
import { type Token, tokenize, written } from './tokens.ts'

/** What a message tells, whatever it asks. */
export type Entities = Pick<
  Reading,
  'facts' | 'unclear' | 'unreadable' | 'siteLines' | 'places' | 'supposed' | 'askedAbout' | 'guessed' | 'otherDays'
>

/** So many days of a message are looked at: who pastes more is not asking about each. */
const MAX_DATES = 50

const NO_FACTS: ReadonlySet<Intent> = new Set<Intent>(['out-of-scope', 'greeting', 'thanks', 'help', 'cancel'])
const NOTHING: Entities = { facts: {}, unclear: [], unreadable: [], supposed: false, guessed: [] }

export interface EntitiesAt {
  readonly today: Day
  readonly locale: string
  /** Decides what a bare date or number means. */
  readonly intent: Intent
  /** The fact that an open question asked for. */
  readonly asked?: FactKey
  /** Where the end that is spoken of lies. */
  readonly leans?: 'behind' | 'coming' | undefined
  /** What somebody else says of the message's dates. */
  readonly named?: readonly NamedDate[]
  /** The list of sites in it, where that was read already. */
  readonly list?: ListRead
}

/** The facts a message states; relative dates are counted from `at.today`. */
export function readEntities(text: string, at: EntitiesAt): Entities {
  if (NO_FACTS.has(at.intent)) return NOTHING
  const lines = readLines(text)
  const list = listIn(lines, at)
  const tokens = tokensOf(list ? lines.filter(line => !list.lines.has(line.number)) : lines)
  const words = wordsOf(tokens)
  const dates = explained(tokens, findDates(tokens, isMonthFirst(at.locale)), at.today)
  const amounts = findAmounts(tokens)
  const growth = readGrowth(tokens)
  const column = list && growthInColumn(lines, list)
  const listed = list && growth.percent === undefined ? (column?.percent ?? growthInList(lines, list)) : undefined
  const spans = [...dates, ...amounts, ...sharingCurrency(tokens, amounts), ...growth.spans]
  const told = ownDates(tokens, dates, at.today).slice(0, MAX_DATES)
  const dated = withPutOff(readDateFacts(tokens, told, { ...at, named: findNamed(tokens, told, at.named ?? []) }), words)
  const months = readLicenseMonths(words)
  // The share of what was paid for several years is of no single one.
  const price = months ? undefined : readPrice(tokens, amounts, claimed(tokens, spans), at.intent)
  const {
    sites,
    unreadable: spoiled,
    places,
    growthPercent = growth.percent ?? listed,
  }: SitesFound = list ?? withoutTwins(inSentences(tokens, spans, at), lines)
  const rest = list && at.intent === 'size-license' ? restOfList(tokens, claimed(tokens, spans), list) : []
  const notGrown = at.intent === 'size-license' && sites.length > 0 ? growth.told.map(each => asUnreadable(tokens, each)) : []
  const unreadable = [...spoiled, ...(column?.unreadable ?? []), ...rest, ...notGrown]
  const isOfEach =
    growth.several === true ||
    (growth.at !== undefined &&
      sites.length !== 1 &&
      (isOfKind(tokens, growth.at) || (sites.length > 1 && isOfSome(tokens, growth.at, sites))))
  const facts: Facts = {
    ...(sites.length > 0 ? { sites } : {}),
    ...(growthPercent === undefined || (sites.length === 0 && at.intent !== 'size-license') || isOfEach ? {} : { growthPercent }),
    ...withEnd(dated.facts, months),
    ...readTerms(tokens, words, at.intent, dated.facts),
    ...(price === undefined ? {} : { price }),
  }
  const siteLines = list ? { siteLines: list.siteLines } : {}
  const about = askedAbout(words, facts)
  const placesTold = places === undefined ? {} : { places }
  return {
    facts,
    unclear: dated.unclear,
    unreadable: isOfEach ? [...unreadable, ownGrowth(tokens, growth, sites.length)] : unreadable,
    ...siteLines,
    ...placesTold,
    supposed: isSupposed(words, at.intent),
    ...(about.length > 0 ? { askedAbout: about } : {}),
    guessed: dated.guessed,
    ...(dated.others?.length ? { otherDays: dated.others } : {}),
  }
}

/** "A 3-year licence from 1 January 2025" has an end of its own. */
function withEnd(facts: DateFacts['facts'], months: number | undefined): DateFacts['facts'] {
  const { licenseStart, licenseEnd } = facts
  return licenseStart && !licenseEnd && months ? { ...facts, licenseEnd: addDays(addMonths(licenseStart, months), -1) } : facts
}

/** "Leeds 240 growing 10 %, York 600 growing 5 %": one growth holds for all sites. */
function ownGrowth(tokens: readonly Token[], { spans, at = 0 }: Growth, sites: number): Unreadable {
  const told = spans.length > 0 ? spans : [{ from: opening(tokens, at), to: at + 1 }]
  return {
    line: tokens[told[0]?.from ?? 0]?.line ?? 1,
    text: told.map(({ from, to }) => written(tokens, from, to)).join(', '),
    why: sites === 1 ? STEPS : OWN_GROWTH,
  }
}

/** "3 sites:" above a list of two. */
function restOfList(tokens: readonly Token[], taken: (at: number) => boolean, { sites, unreadable }: ListRead): readonly Unreadable[] {
  const rest = unreadable.length > 0 || sites.length === 0 ? undefined : restOf(countedIn(tokens, taken), sites)
  return rest ? [asUnreadable(tokens, rest)] : []
}

/** A tab parts cells: "12" and "300" are no 12,300. */
const withCellsApart = (line: Line): Line => (line.text.includes('\t') ? { ...line, text: line.text.replaceAll('\t', '  ') } : line)
export const tokensOf = remembered((lines: readonly Line[]) =>
  mergeNumbers(tokenize(lines.map(withCellsApart).map(withSpacedDays).map(withoutProducts))),
)
const wordsOf = remembered((tokens: readonly Token[]) =>
  tokens
    .filter(({ text }) => text !== '"')
    .map(({ text }) => text)
    .join(' '),
)

type Spans = readonly { readonly from: number; readonly to: number }[]

interface SitesFound extends SitesRead {
  readonly unreadable: readonly Unreadable[]
}

function inSentences(tokens: readonly Token[], spans: Spans, at: EntitiesAt): SitesFound {
  const asksSizes = at.intent === 'size-license' || at.intent === 'change-size' || at.asked === 'sites'
  const spoiled = asksSizes ? findSpoiled(tokens, claimed(tokens, spans)) : { unreadable: [], spans: [] }
  const read = readSites(tokens, claimed(tokens, [...spans, ...spoiled.spans]), at)
  const isSpoiled = ({ from, to }: Spans[number]) => spoiled.spans.some(span => span.from >= from && span.from <= to)
  const untold = asksSizes ? (read.untold ?? []).filter(each => !isSpoiled(each)) : []
  return { ...read, unreadable: withUntold(tokens, spoiled.unreadable, untold) }
}

const LIST_INTENTS: ReadonlySet<Intent> = new Set<Intent>(['size-license', 'change-size', 'contact-sales', 'buy-license', 'trial-terms'])

function listIn(lines: readonly Line[], at: EntitiesAt): (ListRead & { growthPercent?: number }) | undefined {
  if (at.list) return at.list
  const asksSizes = at.intent === 'size-license' || at.asked === 'sites'
  if (lines.length === 1) return asksSizes ? readPair(lines) : undefined
  if (lines.length < 2 || !(LIST_INTENTS.has(at.intent) || at.asked === 'sites')) return undefined
  return readPasted(lines)
}

/** "Tulsa: 1,120 (growing 15%)": growth told of in one line of a list. */
function growthInList(lines: readonly Line[], list: ListRead): number | undefined {
  const told = lines.filter(line => list.lines.has(line.number) && line.text.includes('%') && /\p{L}{4}/u.test(line.text))
  return told.length === 1 ? readGrowth(mergeNumbers(tokenize(told))).percent : undefined
}

function claimed(tokens: readonly Token[], spans: Spans): (at: number) => boolean {
  const marks = new Uint8Array(tokens.length)
  for (const span of spans) marks.fill(1, span.from, span.to)
  return at => marks[at] === 1
}
