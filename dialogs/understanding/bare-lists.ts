import { isOnlyNumbers } from '../phrases.ts'
import type { Reading } from '../ports.ts'
import { factsUnder, firstOf, listFacts, type Message, sitesIn, sized } from './bare-reading.ts'
import { MONTH, WEEKDAY } from './days/calendar-words.ts'
import { strangersIn } from './other-products.ts'
import { withKindBlocks } from './sites/kind-blocks.ts'
import { readPair, readPasted } from './sites/site-lists.ts'
import { isDeviceTable } from './sites/site-tables.ts'
import { isOtherNoun } from './sites/site-words.ts'
import { type Line, readLines } from './text.ts'
import { figureValue } from './tokens.ts'
import { isAsking } from './wishes.ts'

// Names and numbers that are a list of sites without a word about it.

/** "hq: 990". */
function sitePair(message: Message): Reading | undefined {
  const list = readPair(readLines(message.text.trim()))
  return list && sized(factsUnder('size-license', message, { list }))
}

/** "5 sites: 100, 200, 300": a list, however many are missing. */
const COUNTED =
  /^\W*(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:sites|plants|locations|factories|stores|branches|depots|warehouses|offices|farms|hospitals)\s*[:,-]?\s*\d[\d.,k/&+ ]*(?:and \d[\d.,]*k?)?\W*$/iu

/** "2x400, 3x900, 1x6k": so many sites with so many devices, and what may be asked of them: "sizes?", "what do I order?" */
const TIMES =
  /^\W*\d{1,4} ?[x×*] ?\d[\d.]{0,8}(?:,\d{3})?k?(?:\s{0,2}(?:[,;+&/]|and)\s{0,2}\d{1,4} ?[x×*] ?\d[\d.]{0,8}(?:,\d{3})?k?){1,40}(?:\W+(?:and|so|then|please|pls|thanks|which|what|how|many|do|does|should|would|will|can|could|i|we|you|they|the|an?|it|is|are|need|buy|order|quote|sizes?|licen[cs]es?|sites?|bill|boms?|of|materials?|list|look|like|me|for|this|that|these|those|give|make|send|get|in|total)){0,16}\W*$/iu

const figure = String.raw`\d[\d.]{0,8}(?:,\d{3}){0,2}k?`
const group = String.raw`\p{Lu}[\p{L}\p{N}&'’ -]{1,30}:\s{0,3}${figure}(?:\s{0,3}(?:,|&|\+|\band\b)\s{1,3}${figure}){0,30}`
/** "Contoso: 300, 700; Fabrikam: 400, 900": several, with their sites. */
const GROUPS = new RegExp(String.raw`^\W*${group}(?:\s{0,3}[;,/|.\n]\s{0,3}${group}){1,20}\W*$`, 'u')

/** "Contoso 400/900/6k", "for Contoso: 400, 900 and 6k": one with its sites. */
const OF_ONE = new RegExp(
  String.raw`^\W*(?:(?:for|at|and)\s+){0,2}(?:\p{Lu}[\p{L}'’&-]{1,30}\s?){1,3}:?\s{1,3}${figure}(?:\s{0,2}(?:[,/&+]|\band\b)\s{0,2}${figure}){1,30}\W*$`,
  'u',
)
/** Numbers of products and years stand behind their names as well: "Server 2016/2019". */
const isYears = (text: string) => (text.match(/\d[\d.,]*k?/giu) ?? []).every(number => /^(?:19|20)\d\d$/u.test(number))

/** "Ghent 400, Bruges unknown". */
function withUnknown(message: Message): Reading | undefined {
  if (asksOrDates(message)) return undefined
  const entities = sitesIn(message)
  return entities.facts.sites?.every(({ name }) => name) && entities.unreadable.length > 0 ? sized(entities) : undefined
}

const asksOrDates = ({ text, words }: Message) => words.includes('zask') || words.includes('zdate') || isAsking(text)

/** Names with a capital and a number behind them, or a number and such a name. A name is taken whole: its hyphens could stand between names as well. */
const NAMED = /^[^a-z]*(?:(?=(\p{Lu}[\p{L}'-]*))\1[\s:,;=(-]*)+(?<=[\s:,;=(-])\d|^\W*\d[\d.,]*k? ?[(-]? ?\p{Lu}/u
/** In characters. */
const MAX_OF_ONE = 300
/** By then a list has begun. */
const BEGINNING = 300

function siteListOfOne(message: Message): Reading | undefined {
  const { text, words } = message
  if (text.length > MAX_OF_ONE || words.includes('zdate') || !OF_ONE.test(text) || isYears(text)) return undefined
  const entities = sitesIn(message)
  const { sites = [] } = entities.facts
  if (sites.length < 2) return undefined
  // The name is that of them all.
  const unnamed = sites.filter(({ name }) => name).length === 1 ? sites.map(({ name: _, ...site }) => site) : sites
  return sized({ ...entities, facts: { ...entities.facts, sites: unnamed } })
}

/** What asks for a quote, and no more: "can I get a quote for 400/900/6k?" */
const QUOTES = /\b(?:quot(?:e|es|ation)|offer|pric(?:e|es|ing)|estimate)\b/iu
const AROUND =
  /\b(?:hi|hello|hey|please|pls|can|could|may|would|i|we|you|get|have|give|me|us|do|make|send|need|want|like|an?|the|quot(?:e|es|ation)|offer|pric(?:e|es|ing)|estimate|for|on|over|of|up)\b/giu

const isQuoted = (text: string) =>
  text.length <= MAX_OF_ONE && QUOTES.test(text) && isOnlyNumbers(text.replace(AROUND, ' ').replace(/[?!]/gu, ' '))

/** "Werk | OT | IT" and its rows: a table of devices asks for sizes in any language. */
function deviceTable(message: Message): Reading | undefined {
  const { text } = message
  if (!/\n.*\d/su.test(text) || text.includes('?') || !isDeviceTable(readLines(text))) return undefined
  const entities = sitesIn(message)
  return (entities.facts.sites ?? entities.unreadable[0]) ? sized(entities) : undefined
}

/** "Opportunity: 123", "Sites:", "Close date: 31 March" above or below a list. */
const HEAD = /^\W*\p{L}[\p{L} .#/&-]{1,30}:(?:$| )/u

/** What is ordered is no site. */
const OF_ORDER = /\b(?:licen[cs]es?|subscriptions?|skus?|invoice|order|ticket|priority|version|room|floor|total|done|open)\b/iu

/** A site a line, and nothing else but lines with a label of their own. */
function linesOfSites(message: Message): Reading | undefined {
  const { text } = message
  if (!text.includes('\n') || text.includes('?') || isAsking(text)) return undefined
  const lines = withKindBlocks(readLines(text))
  const list = readPasted(lines)
  const isListed = list?.sites.every(({ name = '', count }) => count ?? (/^[\p{Lu}\p{Lo}\d]/u.test(name) && !OF_ORDER.test(name)))
  const isOther = ({ role, text, number }: Line) => role === 'body' && !list?.lines.has(number) && text.trim() !== '' && !HEAD.test(text)
  if (!list || list.sites.length < 2 || !isListed || lines.some(isOther)) return undefined
  const { facts, ...entities } = sitesIn(message)
  return facts.sites && sized({ ...entities, unclear: [], facts: listFacts(facts) })
}

const MAX_NAMED = 300
const MOST_NAMED = 40
const OF_CUSTOMER =
  /^\W*(?:for )?(?:the |our |a )?(?:customer|client|account|prospect) [\p{L}\p{N}&.'’-]{2,30}(?: [\p{L}\p{N}&.'’-]{2,30}){0,2}: /iu
const name = "(?<name>\\p{L}[\\p{L}\\p{M}.'’-]{1,30}(?: [\\p{L}\\p{M}.'’-]{2,30}){0,3})(?: \\([\\p{L}\\p{M} ]{2,20}\\))?"
const counted = '~?(?<figure>[1-9][\\d.,]{0,8}k?)(?: (?:ot |it )?(?:devices?|assets?|endpoints?))?'
const NAMED_COUNT = [
  new RegExp(
    `^\\W{0,3}${name}(?: ?(?:[:=~–—-]|->|=>|→)| (?:w/|with|has|have|is|ca\\.?|approx\\.?|about|around|roughly|circa))? ?${counted}\\W{0,3}$`,
    'iu',
  ),
  new RegExp(`^\\W{0,3}${counted} (?:in|at) ${name}\\W{0,3}$`, 'iu'),
]
const NO_NAME = new RegExp(
  `\\b(?:we|i|they|it|you|he|she|this|that|there|what|which|how|when|who|if|the|a|an|our|my|from|to|until|by|on|since|total|sum|growth|price|budget|page|room|floor|version|build|line|row|step|day|year|week|month|${MONTH}|${WEEKDAY}|trial|bought|licen[cs]es?|ends?|started|xs|xl)\\b`,
  'iu',
)
/** A name in small letters with a small number may be anything: "room 12". */
const SMALL = 20

/** Names and numbers in one line, however they are joined: "hamburg 450, berlin 1200", "Lyon w/ 450; Porto – 900", "450 in Lyon and 90 in Porto". */
function namedCounts(message: Message): Reading | undefined {
  const { text, words } = message
  if (text.length > MAX_NAMED || !/\d/u.test(text) || /[?%€$£]/u.test(text) || words.includes('zdate')) return undefined
  const parts = text
    .trim()
    .replace(OF_CUSTOMER, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .split(/[,;|&+\n]|(?<!w)\/|\band\b/iu)
    .filter(part => part.trim() !== '')
  if (parts.length < 2 || parts.length > MOST_NAMED || !parts.every(isNamedCount)) return undefined
  const entities = sitesIn(message)
  const { sites = [] } = entities.facts
  const isRead = sites.length === parts.length && sites.every(site => site.name && (site.count ?? 1) === 1)
  return isRead ? sized(entities) : undefined
}

function isNamedCount(part: string): boolean {
  const groups = NAMED_COUNT.map(pattern => pattern.exec(part.trim())?.groups).find(found => found !== undefined)
  const { name = '', figure: count = '' } = groups ?? {}
  const isSmall = /^\p{Ll}/u.test(name) && figureValue(count) < SMALL && !/k$/iu.test(count)
  return name !== '' && !isSmall && !NO_NAME.test(name) && !name.toLowerCase().split(' ').some(isOtherNoun)
}

/** A list, in any of the ways in which people write one. */
const lists = [siteListOfOne, deviceTable, linesOfSites, namedCounts]

/** Names and numbers alone are a list of sites. */
export function siteList(message: Message): Reading | undefined {
  const { text, words } = message
  const numbers = words.filter(word => word === 'znum').length
  if (numbers === 1 && words.length <= 8) return sitePair(message) ?? withUnknown(message)
  if (COUNTED.test(text) || GROUPS.test(text) || TIMES.test(text) || (numbers > 1 && isQuoted(text))) return sized(sitesIn(message))
  const told = strangersIn(words).length > 0 ? undefined : firstOf(lists, message)
  if (told) return told
  if (numbers < 2 || words.length > numbers * 4 || asksOrDates(message) || !NAMED.test(text.slice(0, BEGINNING))) return undefined
  const entities = sitesIn(message)
  const { sites } = entities.facts
  const groups = sites?.filter(({ count = 1 }) => count > 1).length ?? 0
  // "Ulm 240 (peak 260), Bonn 480"
  const doubted = entities.unreadable.reduce(
    (sum, { text }) => sum + (text.match(/\d[\d.,']*(?![\d.,']| ?(?:%|percent))/gu)?.length ?? 0),
    0,
  )
  const lines = text.split('\n').filter(line => line.trim() !== '').length
  // "Ulm: OT 300, IT 150", a line for each site.
  const isLineEach = lines > 1 && sites?.length === lines && entities.siteLines?.length === lines
  return sites && (isLineEach || sites.length + groups + doubted === numbers) && sites.every(({ name, count }) => name || count)
    ? sized(entities)
    : undefined
}
