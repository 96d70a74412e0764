import type { Site } from '../../rules/facts.ts'
import { isOnlyNumbers } from '../phrases.ts'
import type { Reading } from '../ports.ts'
import { factsUnder, firstOf, listFacts, type Message, sitesIn, sized } from './bare-reading.ts'
import { strangersIn } from './other-products.ts'
import { withKindBlocks } from './sites/kind-blocks.ts'
import { crmNumbersIn } from './sites/other-numbers.ts'
import { readCell } from './sites/site-cells.ts'
import { readPair, readPasted } from './sites/site-lists.ts'
import { isDeviceTable } from './sites/site-tables.ts'
import { isDeviceNoun, isOtherNoun, isPlacesNoun, isSortWord, PLACE } from './sites/site-words.ts'
import { type Line, readLines } from './text.ts'
import { isAsking } from './wishes.ts'

// Names and numbers that are a list of sites without a word about it.

/** "hq: 990". */
function sitePair(message: Message): Reading | undefined {
  const list = readPair(readLines(message.text.trim()))
  return list && sized(factsUnder('size-license', message, { list }))
}

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

/** In characters. */
const MAX_OF_ONE = 300
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

const sort = `(?:ot|it|iot|iiot|ics)(?: (?:devices?|assets?|endpoints?))?`
const ofSort = `(?:${figure} ${sort}|${sort}:? ${figure})`
const place = String.raw`\p{L}[\p{L}'’-]{1,30}(?: \p{L}[\p{L}'’-]{1,30}){0,2}`
/** "OT 600, IT 300 at Paris", "Paris: 600 OT + 300 IT": one site, with the devices of each sort. */
const OF_SORTS = new RegExp(
  String.raw`^\W*(?:(?:at|in|for) )?(?:${place}[:,]? )?${ofSort}(?: ?(?:[,;+&/]|and|plus)? ?${ofSort}){1,3}(?: (?:at|in|for) ${place})?\W*$`,
  'iu',
)

function sortsOfOne(message: Message): Reading | undefined {
  if (message.text.length > MAX_OF_ONE || message.words.includes('zdate') || !OF_SORTS.test(message.text)) return undefined
  const entities = sitesIn(message)
  return entities.facts.sites?.length === 1 ? sized(entities) : undefined
}

/** "paris 900 lyon 400 warehouse 60": a name and its number, one pair behind the other. */
const inTurnName = `(?:(?:${PLACE}) (?:\\p{L}|\\d{1,2})|${place})`
const IN_TURN = new RegExp(String.raw`^\W*(?<pairs>${inTurnName} ${figure}(?: ${inTurnName} ${figure}){1,30})\W*$`, 'iu')
const PAIR = new RegExp(`(?<name>${inTurnName}) (?<devices>${figure})`, 'giu')
const NO_PLACE =
  /^(?:and|or|with|to|of|in|at|for|from|has|have|is|are|was|by|not|no|we|they|it|i|the|a|an|make|set|add|plus|minus|drop|more|less|about|around|total|growth|each|every|then|now|but|phase|gate|order|number|refund|reminder|windows|server)$/u

/** Whether nothing is named that is counted otherwise: "cameras 40 plcs 300" are kinds of devices at one site. */
const arePlaces = (words: readonly string[]) =>
  words.every(word => !(isDeviceNoun(word) || isOtherNoun(word) || isSortWord(word) || isPlacesNoun(word) || NO_PLACE.test(word)))

/** Names and numbers in turn, without a mark between them. */
export function inTurn(message: Message): Reading | undefined {
  const { text, words } = message
  const { pairs } = (text.length <= MAX_OF_ONE && !words.includes('zdate') && IN_TURN.exec(text)?.groups) || {}
  if (!pairs || SAYS.test(text) || !arePlaces(pairs.toLowerCase().match(/\p{L}[\p{L}'’-]+/gu) ?? []) || strangersIn(words).length > 0)
    return undefined
  const sites = [...pairs.matchAll(PAIR)].map(({ groups: { name = '', devices = '' } = {} }) => ({ name, cell: readCell(devices) }))
  const told = sites.flatMap(({ name, cell }): Site[] =>
    cell.kind === 'count' && cell.devices >= SMALL ? [{ devices: cell.devices, name }] : [],
  )
  const areApart = new Set(sites.map(({ name }) => name.toLowerCase())).size === sites.length
  return told.length === sites.length && areApart ? sized({ ...nothingElse, facts: { sites: told } }) : undefined
}

const nothingElse = { unclear: [], unreadable: [], supposed: false }

/** What asks for a quote, and no more: "can I get a quote for 400/900/6k?" */
const QUOTES = /\b(?:quot(?:e|es|ation)|offer|pric(?:e|es|ing)|estimate)\b/iu
const AROUND =
  /\b(?:hi|hello|hey|please|pls|can|could|may|would|i|we|you|get|have|give|me|us|do|make|send|need|want|like|an?|the|quot(?:e|es|ation)|offer|pric(?:e|es|ing)|estimate|for|on|over|of|up)\b/giu

const isQuoted = (text: string) =>
  text.length <= MAX_OF_ONE && QUOTES.test(text) && isOnlyNumbers(text.replace(AROUND, ' ').replace(/[?!]/gu, ' '))

const named = `${place}(?::| -| =)? ${figure}(?: devices?)?`
/** "Cost for paris 900, lyon 400": nothing of it is a name of the first. */
const QUOTED = new RegExp(
  String.raw`^\W*(?:(?:hi|hello|hey|please|pls|can|could|i|we|you|need|want|get|have|give|send|me|us|an?|the|what(?:['’]?s| is| would be)|quick|rough|new)\W+){0,7}(?:quot(?:e|ation|ing)|offer|pric(?:e|es|ing)|costs?|estimate|siz(?:e|es|ing)|licen[cs](?:es?|ing)|order)(?: needed)?(?: (?:for|of|on))?[: ]\s?(?<list>${named}(?:\s{0,2}(?:[,;&+\n]|and)\s{0,2}${named}){1,30})\W*$`,
  'iu',
)

function quoted({ text, at }: Message): Reading | undefined {
  const { list } = (text.length <= MAX_OF_ONE && QUOTED.exec(text)?.groups) || {}
  const entities = list === undefined ? undefined : sitesIn({ text: list, at })
  const { sites = [] } = entities?.facts ?? {}
  return entities && sites.length > 1 && sites.every(({ name }) => name) ? sized(entities) : undefined
}

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

/** A list, in any of the ways in which people write one. */
const lists = [quoted, siteListOfOne, sortsOfOne, deviceTable, linesOfSites]

/** What begins so tells or asks something of its numbers: "we paid Hamburg 450", "room 12". */
const SAYS =
  /^\D*\b(?:we|i|they|it|you|he|she|this|that|there|what|which|how|when|who|if|paid|price|costs?|fee|charged|invoice|orders?|ticket|total|sum|growth|budget|page|room|floor|version|build|line|row|step|day|year|week|month|trial|bought|licen[cs]es?|ends?|started)\b/iu

/** Names and numbers alone are a list of sites. */
export function siteList(message: Message): Reading | undefined {
  const { text, words } = message
  const numbers = words.filter(word => word === 'znum').length
  if (numbers === 1 && words.length <= 8) return sitePair(message) ?? withUnknown(message)
  if (GROUPS.test(text) || TIMES.test(text) || (numbers > 1 && isQuoted(text))) return sized(sitesIn(message))
  if (strangersIn(words).length > 0) return undefined
  const told = firstOf(lists, message)
  if (told) return told
  if (numbers < 2 || words.length > numbers * 4 || asksOrDates(message) || SAYS.test(text)) return undefined
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
  return sites &&
    sites.length > 1 &&
    (isLineEach || sites.length + groups + doubted === numbers - crmNumbersIn(text)) &&
    sites.every(isSite)
    ? sized(entities)
    : undefined
}

/** A name in small letters with a small number may be anything: "room 12". */
const SMALL = 20

const isSite = ({ name, count, devices }: Site) => count !== undefined || (name && (devices >= SMALL || !/^\p{Ll}/u.test(name)))
