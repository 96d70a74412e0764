import type { Intent } from '../../../cards/intents.ts'
import type { Token } from '../tokens.ts'
import { wordsIn } from './date-parts.ts'
import type { DateFound } from './dates.ts'
import { type Event, type EventKind, findEvents } from './event-words.ts'
import { type Subject, subjectOf } from './subject-words.ts'

/** A message with its dates and event words, as the question of which fact a date is needs it. */
export interface Scene {
  readonly tokens: readonly Token[]
  readonly dates: readonly DateFound[]
  readonly events: readonly Event[]
  /** For each token the number of its sentence. */
  readonly sentence: readonly number[]
  /** For each token what it names, if it is the trial, a licence or what was paid. */
  readonly subjects: readonly (Subject | undefined)[]
  /** Whether the trial is named anywhere, or something paid, or a licence, or an extension. */
  readonly named: ReadonlySet<Subject | 'extension'>
  readonly intent: Intent
  /** The event words that govern its dates, as far as they were looked for. */
  readonly governing: Map<DateFound, Near | undefined>
}

export function sceneOf(tokens: readonly Token[], dates: readonly DateFound[], intent: Intent): Scene {
  const subjects = tokens.map(token => (token.kind === 'word' ? subjectOf(token.text) : undefined))
  const named = new Set<Subject | 'extension'>(subjects.flatMap(subject => subject ?? []))
  if (tokens.some(token => /^(?:extend(?:ed)?|extension|prolonged)$/u.test(token.text))) named.add('extension')
  return { tokens, dates, events: findEvents(tokens), sentence: sentences(tokens), subjects, named, intent, governing: new Map() }
}

/** Those of a sorted list that stand from `from` up to `to`; a long message is searched around a place, not all over. */
function around<Item>(items: readonly Item[], place: (item: Item) => number, from: number, to: number): readonly Item[] {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (place(items[middle] as Item) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < items.length && place(items[end] as Item) <= to) end += 1
  return items.slice(low, end)
}

/** How far from a date its event word may stand at most, in tokens. */
const FAR = 31
/** The dates that stand near another one. */
export const datesNear = ({ dates }: Scene, { from, to }: DateFound): readonly DateFound[] =>
  around(dates, each => each.from, from - 2 * FAR, to + 2 * FAR)

function sentences(tokens: readonly Token[]): number[] {
  let number = 0
  return tokens.map((token, at) => {
    const here = number
    const next = tokens[at + 1]
    if (token.kind === 'break' || (/^[.!?;]$/u.test(token.text) && (next?.spaced || next?.kind === 'break'))) number += 1
    return here
  })
}

/** The words right before a date, of its own sentence only. */
export function saidBefore({ tokens, sentence }: Scene, { from }: DateFound, most: number): string {
  let start = Math.max(0, from - most)
  while (start < from && sentence[start] !== sentence[from]) start += 1
  return wordsIn(tokens, start, from)
}

/** An event word and how far it stands from a date. */
export interface Near {
  readonly event: Event
  readonly distance: number
}

/** How far an event word may stand from its date, by kind; what isn't about the licence has to stand near. */
const REACH: Record<EventKind, number> = { end: 14, start: 14, buy: 14, until: 8, wish: 6, other: 5, thing: 5 }

/** The event word that governs a date: the nearest in its sentence, those before it first, with a price on every border crossed. */
export function eventFor(scene: Scene, date: DateFound): Near | undefined {
  if (!scene.governing.has(date)) scene.governing.set(date, nearestEvent(scene, date))
  return scene.governing.get(date)
}

function nearestEvent(scene: Scene, date: DateFound): Near | undefined {
  let best: Near | undefined
  const passing = isPassing(scene, date)
  for (const event of around(scene.events, each => each.at, date.from - FAR, date.to + FAR)) {
    if (event.at >= date.from && (passing || event.at < date.to)) continue
    const distance = distanceTo(scene, date, event)
    if (distance <= REACH[event.kind] && (!best || distance < best.distance)) best = { event, distance }
  }
  return best
}

function distanceTo(scene: Scene, date: DateFound, event: Event): number {
  const before = event.at < date.from
  const [from, to] = before ? [event.at + 1, date.from] : [date.to, event.at]
  if (to - from > 30) return Number.POSITIVE_INFINITY
  let distance = before ? 0 : date.hint === 'since' || date.hint === 'over' ? -3 : 1.5
  for (let at = from; at < to; at += 1) {
    distance += !before && at - from < 4 && isRelative(scene.tokens, at) ? 0.5 : price(scene, at, before)
    if (distance > REACH.end) return Number.POSITIVE_INFINITY
  }
  for (const other of around(scene.dates, each => each.from, from, to)) if (other !== date && other.to <= to) distance += before ? 3 : 8
  if (isPlaced(scene, event)) return Number.POSITIVE_INFINITY
  // "Oslo trial 1 May: extend?"
  if (event.kind === 'wish' && from === date.to && isCalledTrial(scene, date) && scene.tokens[from]?.text === ':')
    return Number.POSITIVE_INFINITY
  if (/^(?:start|begin)$/u.test(scene.tokens[event.at]?.text ?? '') && date.hint === 'ago') distance += 4
  const aside =
    !before && /^(?:other|thing|wish)$/u.test(event.kind) && scene.tokens.slice(from, to).some(({ text }) => text === ',' || text === '-')
  if (aside) distance += 3
  return distance + { end: 0, start: 0, buy: 0, other: 0, until: 0.5, wish: 0.5, thing: 2.5 }[event.kind]
}

/** "and trial b 1 may", "the oslo trial on 1 may": the word stands right before the date. */
export const isCalledTrial = ({ tokens, subjects }: Scene, { from }: DateFound): boolean =>
  [1, 2, 3].some(back => subjects[from - back] === 'trial' && tokens.slice(from - back, from).every(({ kind }) => kind === 'word'))

/** "on the invoice", "w/out PO": where something is written or what was missing, not what happened. */
function isPlaced({ tokens }: Scene, event: Event): boolean {
  if (event.kind !== 'thing') return false
  const [one, two] = [tokens[event.at - 1]?.text ?? '', tokens[event.at - 2]?.text ?? '']
  return /^(?:without|no|out)$/u.test(one) || (/^(?:on|in|per)$/u.test(two) && /^(?:the|our|my)$/u.test(one))
}

/** "14 April, that's when the term ends", "the 21st, which is when it closes": a clause that goes on about the date. */
const isRelative = (tokens: readonly Token[], at: number) =>
  (/^(?:when|which|that's|that)$/u.test(tokens[at]?.text ?? '') && !asks(tokens, at)) ||
  (tokens[at]?.text === ',' && /^(?:which|that's|when)$/u.test(tokens[at + 1]?.text ?? '') && !asks(tokens, at + 1)) ||
  isApposed(tokens, at)

/** "bought on 3 March, when does it end" */
const asks = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === 'when' && /^(?:do|does|did|is|will|would|can|must|should)$/u.test(tokens[at + 1]?.text ?? '')

/** "24 April, our trial's last day": a noun that says again what the date is. */
const isApposed = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.text === ',' &&
    /^(?:our|my|the|its|their|his|her)$/u.test(tokens[at + 1]?.text ?? '') &&
    tokens.slice(at + 2, at + 5).some(token => /^(?:last|end|expiry|deadline)$/u.test(token.text))) ||
  (/^(?:our|my|the|its|their|his|her)$/u.test(tokens[at]?.text ?? '') && tokens[at - 1]?.text === ',' && isApposed(tokens, at - 1))

function price(scene: Scene, at: number, before: boolean): number {
  const token = scene.tokens[at]
  if (token?.kind === 'break') return 5
  if (scene.sentence[at] !== scene.sentence[at + 1] && token?.kind === 'mark') return 10
  if (token?.kind === 'mark') return { ',': 2, '-': 1, '(': 0.5, ')': 2 }[token.text] ?? 0.3
  if (/^(?:and|but|so|because|while|although|which|that|if|when|whereas)$/u.test(token?.text ?? '')) return before ? 2.5 : 5
  return 1
}

/** Today, this morning and the like mostly say when somebody asks: they need their event close by. */
const PASSING = /^(?:today|tonight|heute|now|tomorrow|tmrw|tmr|this|earlier|yesterday|yday)$/u
export const isPassing = ({ tokens }: Scene, date: DateFound) => {
  const { text } = tokens[date.from] ?? { text: '' }
  if (text === 'this') return /^(?:morning|afternoon|evening)$/u.test(tokens[date.from + 1]?.text ?? '')
  return PASSING.test(text)
}
