import { MAX_SITE_NAME, type Site } from '../../rules/facts.ts'
import type { Conversation } from '../ports.ts'
import { isNoSubject } from '../subjects.ts'
import { mergeNumbers } from '../understanding/numbers.ts'
import { remembered } from '../understanding/remembered.ts'
import { isFewer } from '../understanding/sites/fewer.ts'
import { isPlaceName } from '../understanding/sites/names-without-count.ts'
import { FLAT } from '../understanding/sites/partial-growth.ts'
import { isOtherNoun, isPlaceNoun, PLACE } from '../understanding/sites/site-words.ts'
import { readLines } from '../understanding/text.ts'
import { type Token, tokenize } from '../understanding/tokens.ts'
import { FEWER, MORE, OTHER_NUMBERS } from './numbers-told.ts'
import { callsOf } from './site-calls.ts'
import { placesIn } from './site-places.ts'

/** A list of sites in view and a message of one line that may change it, with all that is told of it. */
export interface Change {
  readonly before: readonly Site[]
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly numbers: readonly Figure[]
}

/** A site's name in the message, or its place in the list. */
export interface Mention {
  /** As the message has it, in lower case. */
  readonly name: string
  readonly sites: readonly Site[]
  readonly from: number
  readonly to: number
}

export interface Figure {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly percent: boolean
  /** The word behind it, or behind "more" and its like, in lower case. */
  readonly noun: string
}

/** Longer messages are lists or stories, no changes. */
export const MAX_CHANGE = 300

/** What holds for each site of a list. */
export const EACH = new RegExp(`\\b(?:each|apiece|per (?:${PLACE})|every)\\b`, 'i')

/** Finds the sites in view and the numbers in a message; undefined where it is too long or of several lines. */
export function changeIn(before: readonly Site[], said: string): Change | undefined {
  if (said.length > MAX_CHANGE || said.trim().includes('\n')) return undefined
  const text = readLines(said.trim())[0]?.text ?? ''
  const mentions = mentionsIn(text, before)
  return { before, text, mentions, numbers: figuresIn(text, mentions) }
}

/** The sites that are talked about; those that were supposed stand for the real ones. */
export const sitesInView = ({ topic, facts, supposed }: Conversation) =>
  topic === 'size-license' ? (supposed?.sites ?? facts.sites) : undefined

/** The message with a sign in place of each name. */
export const marked = ({ text, mentions }: Change) =>
  mentions.reduceRight((rest, { from, to }) => `${rest.slice(0, from)}@${rest.slice(to)}`, text).replace(/\bthe @/giu, '@')

/** Whether a short message names a site in view, or means one by its place. */
export const namesOne = (before: readonly Site[], text: string) => (changeIn(before, text)?.mentions.length ?? 0) > 0

/** The numbers of a line that may be of devices; a name in view is one word, whatever figures it has. */
export function figuresIn(text: string, mentions: readonly Pick<Mention, 'from' | 'to'>[] = []): Figure[] {
  const inName = ({ start }: Token) => mentions.some(({ from, to }) => start >= from && start < to)
  const [line] = readLines(text)
  const tokens = line ? mergeNumbers(tokenize([{ ...line, role: 'body' }]).filter(token => !inName(token))) : []
  return tokens.flatMap((token, at): Figure[] => {
    const next = tokens[at + 1]?.text ?? ''
    const percent = /^(?:%|percent)$/u.test(next) || (next === 'per' && tokens[at + 2]?.text === 'cent')
    if (token.kind !== 'number' || token.value === undefined || token.text === 'one' || isYear(token, tokens[at - 1])) return []
    if (isOtherNoun(next) && !percent) return []
    const noun = NOUN_BEHIND.exec(text.slice(token.end))?.[1]?.toLowerCase() ?? ''
    return [{ value: token.value, from: token.start, to: token.end, percent, noun }]
  })
}

const NOUN_BEHIND = /^\s*(?:(?:more|further|additional|extra|new|other|separate)\s+)?(\p{L}+)/iu

/** "In 2027", "by 2028". */
const isYear = ({ raw }: Token, before: Token | undefined) =>
  /^20\d\d$/u.test(raw) && /^(?:in|by|until|till|from|since|for|of)$/u.test(before?.text ?? '')

function mentionsIn(text: string, before: readonly Site[]): Mention[] {
  const lower = text.toLowerCase()
  const calls = [...callsOf(before)].sort(([a], [b]) => b.length - a.length)
  const found: Mention[] = []
  for (const [name, sites] of calls) {
    for (let from = lower.indexOf(name); from >= 0; from = lower.indexOf(name, from + 1)) {
      const to = from + name.length
      const isWhole = !/[\p{L}\p{N}]/u.test(lower[from - 1] ?? '') && !/[\p{L}\p{N}]/u.test(lower[to] ?? '')
      if (isWhole && !found.some(other => from < other.to && to > other.from)) found.push({ name, sites, from, to })
    }
  }
  const placed = placesIn(before, text).filter(
    ({ sites, from, to }) => sites.length > 0 && !found.some(other => from < other.to && to > other.from),
  )
  return [...found, ...placed].sort((one, two) => one.from - two.from)
}

/** The list with the change that the message makes to the sites it names; undefined where it makes none. */
export function changed(change: Change): readonly Site[] | undefined {
  if (change.mentions.length === 0) return undefined
  return renamed(change) ?? scaled(change) ?? moved(change) ?? set(change)
}

const NAME = '["\']?(?<name>[^"\']{1,200}?)["\']?[.!\\s]*$'
const RENAMES = [
  new RegExp(`\\b(?:rename|relabel|call|name)\\s+(?:the )?@\\s+(?:(?:to|as|into)\\s+)?${NAME}`, 'iu'),
  /^\W*(?:(?:no|sorry|oh|and|but|wait|actually)\W+){0,3}(?:it(?:['’]?s| is| was| should be)|that(?:['’]?s| is| should be)|i meant?|we call it|the name is)\s+(?:the )?["']?(?<name>\p{L}[^"'\d]{0,80}?)["']?[,;]?\s+(?:and |but )?(?:not|instead of|rather than)\s+(?:the )?@\W*$/iu,
  new RegExp(`@\\s+(?:is|should be|will be)\\s+(?:now |actually |really )?(?:called|named|renamed(?: to)?)\\s+${NAME}`, 'iu'),
]

const AND_MORE = /(?:\b(?:and|then|but)|[,;]) .*\b(?:set|add|drop|remove|make|change|has|have|is|rename|\d)/iu

/** "Rename Lyon to Lyon North", "Lyon is called HQ now". */
function renamed({ before, text, mentions: [mention] }: Change): readonly Site[] | undefined {
  if (!mention) return undefined
  const marked = `${text.slice(0, mention.from)}@${text.slice(mention.to)}`
  const said = RENAMES.map(pattern => pattern.exec(marked)?.groups?.name).find(name => name !== undefined)
  const name = said?.replace(/ now$/iu, '').trim()
  if (!name || AND_MORE.test(name) || [...name].length > MAX_SITE_NAME || !/\p{L}|\d/u.test(name)) return undefined
  return before.map(site => (mention.sites.includes(site) ? { ...site, name } : site))
}

/** "It's Nancy, not Metz" takes no site out. */
export function renamedAlone(change: Change): readonly Site[] | undefined {
  const { text, mentions, numbers } = change
  if (mentions.length !== 1 || numbers.length > 0) return undefined
  return named(change) ?? (/\d/u.test(text) ? undefined : renamed(change))
}

const IS_NAMED =
  /^\W*(?:(?:and|ok|so|then|also)\W+){0,2}(?:the |that )?@ (?:is|=)(?: in| at| our| the){0,2} (?<name>\p{Lu}\p{Ll}[\p{L}\p{M}.'-]{0,40}(?: \p{Lu}[\p{L}\p{M}.'-]{0,40}){0,2}?)[.!\s]*$/u

/** "The 900 one is Ulm", of a site without a name. */
function named({ before, text, mentions: [mention] }: Change): readonly Site[] | undefined {
  const [site, another] = mention?.sites ?? []
  if (!mention || !site || another || (site.name ?? site.count)) return undefined
  const { name } = IS_NAMED.exec(`${text.slice(0, mention.from)}@${text.slice(mention.to)}`)?.groups ?? {}
  return name && isPlaceName(name) && !isNoSubject(name) && !isIn(before, name)
    ? before.map(each => (each === site ? { ...each, name } : each))
    : undefined
}

const EXCEPTS = /\b(?:except(?:ing)?|excluding|apart from|aside from|other than|but|not|without)\b[^.;]{0,12}$/iu

/** One change is that of all named where nothing else stands between them: "Lyon and Porto grow", no "Lyon triples, Metz stays". */
const areTogether = (text: string, mentions: readonly Mention[]) =>
  mentions.every(({ from }, at) => {
    const last = mentions[at - 1]
    return !last || TOGETHER.test(text.slice(last.to, from))
  })
const TOGETHER = /^(?:[\s,;&/+]|\b(?:and|or|plus|as well as|also|both|in|at|for|the|our|site|plant)\b)*$/iu

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:doubles?|doubled|twice)\b/iu, 2],
  [/\b(?:triples?|tripled)\b/iu, 3],
  [/\b(?:quadruples?|quadrupled)\b/iu, 4],
  [/\b(?:halve[sd]?|half)\b/iu, 0.5],
]

/** "Double Lyon", "Lyon and Porto grow by 10 %". */
function scaled({ before, text, mentions, numbers }: Change): readonly Site[] | undefined {
  const [only] = numbers
  const [first] = mentions
  const times =
    numbers.length === 0 && !/\b(?:by half|half (?:of|again|more)|and a half)\b/iu.test(text)
      ? FACTORS.find(([pattern]) => pattern.test(text))?.[1]
      : undefined
  const percent = numbers.length === 1 && only?.percent && !isPartOf(text, only) ? shareIn(text, only) : undefined
  // "Without Metz and with 20% growth" is the growth of the others.
  const isWithout =
    only && first && only.from >= first.to && /\b(?:without|drop|remove|skip|exclude)\s+(?:the )?$/iu.test(text.slice(0, first.from))
  if ((times === undefined && percent === undefined) || isWithout) return undefined
  // "With 20% growth, except Metz", "Lyon grows 10%, Metz stays flat".
  const isExcepted = only && first && only.to <= first.from && EXCEPTS.test(text.slice(only.to, first.from))
  const grows = mentions.filter(({ from }) => !(only && from > only.to && FLAT.test(text.slice(only.to).toLowerCase())))
  if (!isExcepted && !areTogether(text, grows)) return undefined
  const named = (isExcepted ? mentions : grows).flatMap(({ sites }) => sites)
  const meant = isExcepted ? before.filter(site => !named.includes(site)) : named
  const grown = (devices: number) =>
    Math.ceil(times === undefined ? (devices * Math.round((percent ?? 100) * 100)) / 10_000 : devices * times)
  return withDevices(before, [{ sites: meant }], site => grown(site.devices))
}

/** "90 % of Lyon is OT" */
const isPartOf = (text: string, { to }: Figure) => /^ ?(?:%|per ?cent|pct) (?:of (?!growth)|are|is)\b/iu.test(text.slice(to))

/** How much of what was there is told by a percentage, in percent: 120 of "20 % more", 80 of "20 % fewer" and "shrinks to 80 %". */
export function shareIn(text: string, { value, from, to }: Figure): number {
  const before = text.slice(0, from)
  const behind = text.slice(to).replace(/^ ?(?:%|per ?cent|pct)/iu, '')
  if (!isFewer(before, behind) && !/^ ?off\b/iu.test(behind)) return 100 + value
  return /\bto (?:about |around )?$/iu.test(before) ? value : 100 - value
}

/** "Forgot 2 sites in Lyon" */
export const countsPlaces = ({ noun }: Figure) => isPlaceNoun(noun)

/** "Add 50 to Lyon", "Lyon has 30 fewer". */
function moved({ before, text, mentions, numbers }: Change): readonly Site[] | undefined {
  const [only] = numbers
  if (!only || numbers.length !== 1 || only.percent) return undefined
  if (countsPlaces(only) || !areTogether(text, mentions)) return undefined
  const sign = MORE.test(text) ? 1 : FEWER.test(text) ? -1 : 0
  return sign === 0 ? undefined : withDevices(before, mentions, site => site.devices + sign * only.value)
}

/** "500, not 400", "350 instead of 300": a number that is not so any more. */
export const isFormer = (text: string, from: number) =>
  /\b(?:not|instead of|rather than|was|were|from)\s+(?:the )?$/iu.test(text.slice(0, from))

/** "Lyon has 1,200 now", "Lyon and Porto are 500 each", "hq is 990 and Lyon 400", "1,200 in Lyon". */
function set({ before, text, mentions, numbers }: Change): readonly Site[] | undefined {
  if (numbers.length === 0 || numbers.some(each => each.percent || countsPlaces(each)) || OTHER_NUMBERS.test(text)) return undefined
  const values = new Map<Site, number>()
  let waiting: Site[] = []
  let used = 0
  for (const [at, { sites, to }] of mentions.entries()) {
    const next = mentions[at + 1]?.from ?? text.length
    const own = numbers.filter(({ from }) => from >= to && from < next)
    waiting.push(...sites)
    if (own.length === 0) continue
    // "310 OT + 40 IT", "2 buildings, 200 and 110": no number takes the place of another.
    if (own.length > 1 && !/\b(?:not|no|but|instead|rather|sorry|wait|from|was|were)\b|->|→/iu.test(text)) return undefined
    // "Not 400 but 420", "420, no, 430": of what is so now, the last number counts.
    const present = own.filter(({ from }) => !isFormer(text, from))
    for (const each of waiting) values.set(each, (present.at(-1) ?? own.at(-1))?.value ?? 0)
    used += own.length
    waiting = []
  }
  const [first] = numbers
  if (values.size === 0 && first && numbers.length === 1) {
    for (const each of waiting) values.set(each, first.value)
    used = 1
    waiting = []
  }
  if (used !== numbers.length || waiting.length > 0) return undefined
  return withDevices(before, mentions, site => values.get(site) ?? 0)
}

/** Undefined where a count would be none, or nothing changes. */
function withDevices(
  before: readonly Site[],
  mentions: readonly Pick<Mention, 'sites'>[],
  devicesOf: (site: Site) => number,
): readonly Site[] | undefined {
  const isMeant = (site: Site) => mentions.some(({ sites }) => sites.includes(site))
  const sites = before.map(site => (isMeant(site) ? { ...site, devices: devicesOf(site) } : site))
  return sites.every(({ devices }) => devices > 0 && Number.isInteger(devices)) ? sites : undefined
}

export const sameName = (site: Site, name: string | undefined) => name !== undefined && site.name?.toLowerCase() === name.toLowerCase()

/** Asked of each of hundreds of sites. */
export const isIn = (sites: readonly Site[], name: string | undefined) => name !== undefined && namesOf(sites).has(name.toLowerCase())
const namesOf = remembered((sites: readonly Site[]) => new Set(sites.flatMap(({ name }) => name?.toLowerCase() ?? [])))
