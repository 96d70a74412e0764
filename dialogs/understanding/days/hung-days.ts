import { addDays, type Day, daysBetween, weekdayOf } from '../../../rules/day.ts'
import type { Token } from '../tokens.ts'
import { type Readings, type Span, shift, spanOf } from './calendar.ts'
import { UNITS, WEEKDAYS } from './calendar-words.ts'
import { type Found, word } from './date-parts.ts'
import { NEAR, nearDay } from './near-days.ts'
import { lengthAt, readSpan } from './spans.ts'

// Days that are counted from another day: "two days before 1 May", "a month from yesterday", "three weeks tomorrow", "the Friday after 1 May".

/** A date, and where it begins. */
export interface Placed extends Found {
  readonly from: number
}

type DateAt = (at: number) => Found | undefined
/** What is counted: a length, a weekday, or words that say no number ("a few days"). */
interface Step {
  readonly to: number
  readonly by: ((day: Day, direction: 1 | -1) => Day) | undefined
  readonly span?: Span
}

const VAGUE = new Set('few some several shortly soon just right long well weekend'.split(' '))
/** A day that is counted from another begins with one of these, or as any date. */
export const HUNG_OPENERS: ReadonlySet<string> = VAGUE

/**
 * A day counted from another, as the words say it. Where no word right before says what happens then ("can we extend two weeks before
 * 1 May?"), it is the other one, and `beside` what it would be when counted from that.
 */
export function hungDay(tokens: readonly Token[], at: number, dateAt: DateAt): Placed | undefined {
  const from = word(tokens, at) === 'in' ? at + 1 : at
  const step = nearDay(tokens, from) ? undefined : stepAt(tokens, from)
  if (!step) return undefined
  const link = linkAt(tokens, step)
  if (!link) return undefined
  const anchor = dateAt(link.to)
  const own = anchor && readSpan(tokens, at)
  if (!anchor || (own && own.to >= anchor.to)) return undefined
  const { by } = step
  const isLed = link.idiom || isHappening(tokens, at)
  if (!by) return isLed ? { from: at, to: anchor.to, readings: anchor.readings, loose: true } : undefined
  const readings = counted(anchor.readings, day => by(day, link.direction), link)
  if (isLed) return { from: at, to: anchor.to, readings }
  const plain = { ...anchor, from: link.to }
  // "60 days from 1 March" is a length and a start; a reminder and a deadline are counted from the day that is meant.
  const isKept = link.word === 'past' || (link.word === 'from' && tokens[link.to]?.kind !== 'word') || isActing(tokens, at)
  return isKept ? plain : { ...plain, beside: { from: at, readings } }
}

function stepAt(tokens: readonly Token[], at: number): Step | undefined {
  const length = lengthAt(tokens, at)
  // "Within a week of 1 May" is either side of it.
  if (length && word(tokens, at - 1) === 'within' && word(tokens, length.to) === 'of')
    return { to: length.to, by: undefined, span: length.span }
  if (length) return { to: length.to, by: (day, direction) => shift(day, length.span, direction), span: length.span }
  const first = word(tokens, at)
  const weekday = weekdayAt(tokens, at)
  if (weekday) return weekday
  if ((UNITS.has(first) || first === 'weekend') && word(tokens, at - 1) === 'the')
    return { to: at + 1, by: first === 'day' ? (day, direction) => shift(day, spanOf(1, 'day'), direction) : undefined }
  const vague = first === 'a' ? at + 1 : at
  if (!VAGUE.has(word(tokens, vague))) return undefined
  const counted = word(tokens, vague + 1)
  return { to: UNITS.has(counted) ? vague + 2 : vague + 1, by: undefined }
}

/** "the Friday" before a day, "the second Monday" after it. */
function weekdayAt(tokens: readonly Token[], at: number): Step | undefined {
  const token = tokens[at]
  const nth = token?.kind === 'ordinal' ? (token.value ?? 1) : 1
  const place = token?.kind === 'ordinal' || token?.text === 'last' ? at + 1 : at
  const wanted = WEEKDAYS.get(word(tokens, place))
  if (wanted === undefined || !(word(tokens, at - 1) === 'the' || isHappening(tokens, at))) return undefined
  return { to: place + 1, by: (day, direction) => addDays(nextTo(day, wanted, direction), 7 * (nth - 1) * direction) }
}

/** The nearest such weekday before or after a day. */
const nextTo = (day: Day, wanted: number, direction: 1 | -1): Day =>
  addDays(day, direction * (((wanted - weekdayOf(day)) * direction + 7) % 7 || 7))

interface Link {
  readonly to: number
  readonly direction: 1 | -1
  readonly word: string
  /** Such words mean nothing else: "three weeks tomorrow". */
  readonly idiom?: true
  /** The day itself may be meant as well: "a week ago Friday". */
  readonly asWell?: true
}

const LINKS: ReadonlyMap<string, readonly [direction: 1 | -1, second?: string]> = new Map([
  ['before', [-1]],
  ['preceding', [-1]],
  ['prior', [-1, 'to']],
  ['ahead', [-1, 'of']],
  ['earlier', [-1, 'than']],
  ['sooner', [-1, 'than']],
  ['short', [-1, 'of']],
  ['after', [1]],
  ['following', [1]],
  ['from', [1]],
  ['past', [1]],
  ['beyond', [1]],
  ['later', [1, 'than']],
  ['on', [1, 'from']],
] as const)

/** What leads from a length to the day from which it is counted. */
function linkAt(tokens: readonly Token[], { to, span, by }: Step): Link | undefined {
  const first = word(tokens, to)
  const [direction, second] = LINKS.get(first) ?? []
  if (direction) {
    const next = second === undefined ? to + 1 : to + 2
    if (second !== undefined && word(tokens, to + 1) !== second) return undefined
    return { to: word(tokens, next) === 'the' ? next + 1 : next, direction, word: first }
  }
  if (!span) return undefined
  if (first === 'of' && !by) return { to: word(tokens, to + 1) === 'the' ? to + 2 : to + 1, direction: 1, word: first }
  const isAgo = first === 'ago'
  const next = isAgo ? (word(tokens, to + 1) === 'on' ? to + 2 : to + 1) : to
  const [one, two] = [word(tokens, next), word(tokens, next + 1)]
  const near = Object.hasOwn(NEAR, one) ? NEAR[one]?.[0] : undefined
  if (near === -1 || (one === 'last' && WEEKDAYS.has(two))) return { to: next, direction: -1, word: one, idiom: true }
  if (isAgo) return WEEKDAYS.has(one) ? { to: next, direction: -1, word: one, idiom: true, asWell: true } : undefined
  const isWeeks = span.days > 0 && span.days % 7 === 0 && span.months === 0
  if (near === 1 || (isWeeks && (WEEKDAYS.has(one) || (one === 'next' && WEEKDAYS.has(two)))))
    return { to: next, direction: 1, word: one, idiom: true }
  return undefined
}

const A_YEAR = 300

/** The days counted from those that `anchor` reads as: the nearest one that fits, and both where two fit. */
function counted(anchor: Readings, by: (day: Day) => Day, { idiom, asWell }: Link): Readings {
  return (tense, today) => {
    if (asWell) return anchor('behind', today).flatMap(day => [by(day), day])
    const here = anchor(idiom ? 'ahead' : tense, today)
    if (idiom || here.length !== 1) return here.map(by)
    const days = [...new Set([...anchor('behind', today), ...here, ...anchor('ahead', today)].map(by))].sort()
    const fitting = days.filter(day => (tense === 'ahead' ? day >= today : day <= today))
    const [one, two] = tense === 'ahead' ? fitting : fitting.toReversed()
    if (!one) return here.map(by)
    return two && Math.abs(daysBetween(one, two)) < A_YEAR ? [one, two] : [one]
  }
}

const BETWEEN =
  /^(?:exactly|about|around|roughly|approximately|only|just|the|on|in|at|a|our|date|day|will|be|is|was|it|licen[cs]es?|within|already|actually|:|=|\()$/u
const HAPPENS =
  /^(?:end|ends|ended|ending|expires?|expired|expiring|expiry|expiration|lapses?|lapsed|finish|finishes|finished|out|due|terminates?|terminated|closes|bought|purchased|ordered|paid|starts?|started|starting|begins?|began|activated|renewed)$/u
const RUNS = /^(?:runs?|running|ran|valid|good|lasts?|goes|active|covered|paid)$/u
const ACTS =
  /^(?:ask|asks|asked|asking|request|requested|apply|act|do|done|call|contact|notif\w+|notice|remind\w*|tell|told|warn|ping|heads|heads-up|alert|message|mail|card|renew|buy|order|decide|send|write|least|most|within|latest)$/u
const MAX_BEFORE = 8

/** "ends two days before 1 May": a word right before says what happens on the day that is counted. */
function isHappening(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (at - before < MAX_BEFORE && BETWEEN.test(word(tokens, before))) before -= 1
  const isUntil = /^(?:until|till|through)$/u.test(word(tokens, before))
  return isUntil ? RUNS.test(word(tokens, before - 1)) : HAPPENS.test(word(tokens, before))
}

/** "remind me a week before 30 April", "we have to ask 15 days before 1 May" */
const isActing = (tokens: readonly Token[], at: number) =>
  tokens.slice(Math.max(0, at - MAX_BEFORE), at).some(({ text }) => ACTS.test(text))
