import type { Intent } from '../../cards/intents.ts'
import { type Day, daysBetween } from '../../rules/day.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Unclear } from '../ports.ts'
import type { Tense } from './calendar.ts'
import type { DateFound } from './dates.ts'
import { type Event, type EventKind, findEvents, type Subject, subjectOf } from './event-words.ts'
import type { Token } from './tokens.ts'

export type DateKey = 'trialStart' | 'trialEnd' | 'licenseStart' | 'licenseEnd'

export interface DateFacts {
  readonly facts: Pick<Facts, DateKey>
  readonly unclear: readonly Unclear[]
}

interface Claim {
  readonly key: DateKey
  readonly days: readonly Day[]
  readonly text: string
  /** How far the words lie that say so; a guess from the intent alone is far. */
  readonly distance: number
}

const TRIAL_INTENTS: ReadonlySet<Intent> = new Set<Intent>(['extend-trial', 'trial-terms'])
const PAID_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  'refund-window',
  'license-lifecycle',
  'stop-renewal',
  'change-size',
  'license-terms',
  'migrate-legacy',
])
/** What a date alone means where nothing around it says so. */
const BARE: Partial<Record<Intent, 'end' | 'start'>> = {
  'extend-trial': 'end',
  'trial-terms': 'end',
  'refund-window': 'start',
  'license-lifecycle': 'end',
  'stop-renewal': 'end',
  'set-reminder': 'end',
  'stop-reminders': 'end',
}
const GUESS = 20

/** Which fact each date of a message is, counted from `today`. */
export function readDateFacts(
  tokens: readonly Token[],
  dates: readonly DateFound[],
  at: { today: Day; intent: Intent; asked?: FactKey },
): DateFacts {
  if (dates.length === 0) return { facts: {}, unclear: [] }
  const scene: Scene = { tokens, dates, events: findEvents(tokens), sentence: sentences(tokens), intent: at.intent }
  const asked = askedDate(scene, at.asked)
  const claims = dates.flatMap((date, index) => claimOf(scene, date, index, at.today, asked))
  return settle(claims)
}

interface Scene {
  readonly tokens: readonly Token[]
  readonly dates: readonly DateFound[]
  readonly events: readonly Event[]
  /** For each token the number of its sentence. */
  readonly sentence: readonly number[]
  readonly intent: Intent
}

function sentences(tokens: readonly Token[]): number[] {
  let number = 0
  return tokens.map((token, at) => {
    const here = number
    const next = tokens[at + 1]
    if (token.kind === 'break' || (/^[.!?;]$/u.test(token.text) && (next?.spaced || next?.kind === 'break'))) number += 1
    return here
  })
}

/** An answer to the open question is little more than the date itself. */
function askedDate(scene: Scene, asked: FactKey | undefined): DateKey | undefined {
  const words = scene.tokens.filter(token => token.kind === 'word').length
  const isDate = asked === 'trialStart' || asked === 'trialEnd' || asked === 'licenseStart' || asked === 'licenseEnd'
  return isDate && words <= 8 && scene.dates.length === 1 ? asked : undefined
}

function claimOf(scene: Scene, date: DateFound, index: number, today: Day, asked: DateKey | undefined): Claim[] {
  const best = eventFor(scene, date)
  const kind = rangeKind(scene, index) ?? hintKind(scene, date) ?? kindOf(scene, date, best)
  // The answer to an open question is what was asked for, unless its own words say otherwise.
  const key = asked && !best ? asked : kind ? keyOf(scene, date, best?.event, kind) : undefined
  if (!key) return []
  const days = resolve(date, tenseOf(scene, date, best?.event, key), today, key)
  return [{ key, days, text: rawText(scene.tokens, date), distance: best?.distance ?? GUESS }]
}

/** "16 days left" and "25 days past expiry" say themselves that something ends; what is left to use up of a purchase is no date of it. */
function hintKind(scene: Scene, date: DateFound): Kind | undefined {
  if (date.hint === 'left') return scene.intent === 'refund-window' || isWhen(scene, date) ? 'none' : 'end'
  return date.hint === 'over' ? 'end' : undefined
}

/** "tell me when a week's left": a day wished for, not one that is. */
const isWhen = ({ tokens }: Scene, date: DateFound) =>
  tokens.slice(Math.max(0, date.from - 5), date.from).some(token => /^(?:when|once|whenever)$/u.test(token.text))

type Kind = 'end' | 'start' | 'buy' | 'none'

/** "15 Mar 2025 - 14 Mar 2026", "from 1 March to 30 March": the first starts, the second ends. */
function rangeKind(scene: Scene, index: number): Kind | undefined {
  const joined = (first: DateFound | undefined, second: DateFound | undefined) => {
    if (!first || !second) return false
    const between = scene.tokens.slice(first.to, second.from).map(token => token.text)
    return between.length > 0 && between.length <= 2 && ['-', 'to', 'until', 'till', 'through', '>'].includes(between[0] ?? '')
  }
  if ([index - 1, index, index + 1].some(at => scene.dates[at] && isPassing(scene, scene.dates[at]))) return undefined
  if (joined(scene.dates[index], scene.dates[index + 1])) return 'start'
  return joined(scene.dates[index - 1], scene.dates[index]) ? 'end' : undefined
}

interface Near {
  readonly event: Event
  readonly distance: number
}

/** How far an event word may stand from its date, by kind; what isn't about the licence has to stand near. */
const REACH: Record<EventKind, number> = { end: 14, start: 14, buy: 14, until: 8, wish: 6, other: 5, thing: 5 }

/** The event word that governs a date: the nearest in its sentence, those before it first, with a price on every border crossed. */
function eventFor(scene: Scene, date: DateFound): Near | undefined {
  let best: Near | undefined
  for (const event of scene.events) {
    if (event.at >= date.from && event.at < (isPassing(scene, date) ? scene.tokens.length : date.to)) continue
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
  for (let at = from; at < to; at += 1) distance += price(scene, at, before)
  for (const other of scene.dates) if (other !== date && other.from >= from && other.to <= to) distance += before ? 3 : 8
  if (isPlaced(scene, event)) return Number.POSITIVE_INFINITY
  if (/^(?:start|begin)$/u.test(scene.tokens[event.at]?.text ?? '') && date.hint === 'ago') distance += 4
  return distance + { end: 0, start: 0, buy: 0, other: 0, until: 0.5, wish: 0.5, thing: 2.5 }[event.kind]
}

/** "on the invoice", "w/out PO": where something is written or what was missing, not what happened. */
function isPlaced({ tokens }: Scene, event: Event): boolean {
  if (event.kind !== 'thing') return false
  const [one, two] = [tokens[event.at - 1]?.text ?? '', tokens[event.at - 2]?.text ?? '']
  return /^(?:without|no|out)$/u.test(one) || (/^(?:on|in|per)$/u.test(two) && /^(?:the|our|my)$/u.test(one))
}

function price(scene: Scene, at: number, before: boolean): number {
  const token = scene.tokens[at]
  if (token?.kind === 'break') return 5
  if (scene.sentence[at] !== scene.sentence[at + 1] && token?.kind === 'mark') return 10
  if (token?.kind === 'mark') return { ',': 2, '-': 1, '(': 0.5, ')': 2 }[token.text] ?? 0.3
  if (/^(?:and|but|so|because|while|although|which|that|if|when|whereas)$/u.test(token?.text ?? '')) return before ? 2.5 : 5
  return 1
}

/** Words that place a date behind the end of what runs until then: "beyond 15 April", "longer than the 12th". */
const PAST_END = /^(?:beyond|past|than|post|after)$/u

function kindOf(scene: Scene, date: DateFound, best: Near | undefined): Kind | undefined {
  const lead = leadWord(scene.tokens, date)
  const { event } = best ?? {}
  if (BARE[scene.intent] === 'end' && PAST_END.test(lead) && (event?.kind === 'other' || event?.kind === 'wish')) return 'end'
  if (isPassing(scene, date) && !(best && boundPassing(scene, best)))
    return isOwnSentence(scene, date) && (!event || event.kind === 'buy') ? 'start' : 'none'
  // "terminate the licence from 4 days back": what one asks to end is what one bought then.
  if (event?.kind === 'end' && scene.intent === 'refund-window' && date.hint === 'ago' && event.tense !== 'behind') return 'start'
  if (event?.kind === 'start' || event?.kind === 'buy') return /^(?:before|by)$/u.test(lead) ? 'none' : event.kind
  if (event?.kind === 'end') return 'end'
  if (event?.kind === 'until') return wished(scene, event.at) ? 'none' : 'end'
  if (event && isRenewed(scene, event)) return 'buy'
  if (event?.kind === 'other' || event?.kind === 'thing') return 'none'
  if (!event && opensTerm(scene, date, lead)) return 'start'
  return bareKind(scene, date, lead, event)
}

/** "from 1 March", "as of last Friday". */
const opensTerm = ({ tokens, intent }: Scene, date: DateFound, lead: string) =>
  /^(?:from|effective|starting)$/u.test(lead) || (lead === 'of' && tokens[date.from - 2]?.text === 'as' && BARE[intent] !== undefined)

/** What a date with no event near it is: what the intent is mostly about, unless it is only wished for or supposed. */
function bareKind(scene: Scene, date: DateFound, lead: string, event: Event | undefined): Kind | undefined {
  const bare = BARE[scene.intent]
  const before = lead === 'before' && (scene.intent === 'extend-trial' || scene.intent === 'set-reminder')
  if (bare === 'end' && (PAST_END.test(lead) || (before && !event))) return 'end'
  if (event || !bare || date.hint === 'ahead' || /^(?:by|before|until|within)$/u.test(lead)) return undefined
  if (bare === 'end' && date.hint === 'ago') return undefined
  return bare === 'start' && isSupposed(scene, date) ? undefined : bare
}

const isSupposed = ({ tokens, sentence }: Scene, date: DateFound) =>
  tokens.some(
    (token, at) =>
      sentence[at] === sentence[date.from] && at < date.from && /^(?:if|suppose|supposing|say|imagine|assume)$/u.test(token.text),
  )

/** "It was this morning.", "Yesterday.": an answer to the sentence before, when a refund is asked for. */
function isOwnSentence(scene: Scene, date: DateFound): boolean {
  const { tokens, sentence } = scene
  if (scene.intent !== 'refund-window' || !/^(?:yesterday|yday|this)$/u.test(tokens[date.from]?.text ?? '')) return false
  return tokens.filter((token, at) => sentence[at] === sentence[date.from] && token.kind === 'word').length <= date.to - date.from + 3
}

const isRenewed = (scene: Scene, event: Event) => scene.intent === 'refund-window' && scene.tokens[event.at]?.text === 'renewed'

const leadWord = (tokens: readonly Token[], date: DateFound) => {
  const before = tokens[date.from - 1]?.text ?? ''
  return before === 'the' || before === 'on' ? (tokens[date.from - 2]?.text ?? '') : before
}

/** Today, this morning and the like mostly say when somebody asks: they need their event close by. */
const PASSING = /^(?:today|tonight|heute|now|tomorrow|tmrw|tmr|this|earlier|yesterday|yday)$/u
const isPassing = ({ tokens }: Scene, date: DateFound) => {
  const { text } = tokens[date.from] ?? { text: '' }
  if (text === 'this') return /^(?:morning|afternoon|evening)$/u.test(tokens[date.from + 1]?.text ?? '')
  return PASSING.test(text)
}

function boundPassing(scene: Scene, { event, distance }: Near): boolean {
  const { text } = scene.tokens[event.at] ?? { text: '' }
  if (text.startsWith('renewal')) return false
  return event.kind === 'end' ? distance <= 5 : event.tense === 'behind' && distance <= 7
}

/** Whether "until" says how long somebody would like it, not how long it is. */
function wished(scene: Scene, at: number): boolean {
  const { tokens, sentence } = scene
  for (let back = at - 1; back >= 0 && sentence[back] === sentence[at] && at - back < 16; back -= 1) {
    const word = tokens[back]?.text ?? ''
    if (
      /^(?:extend|extended|extending|extension|prolong\w*|need|needs|want|wants|wish|longer|like|keep|bridge|could|can|stretch\w*|lengthen\w*|postpone\w*|shutdown|holiday|holidays|leave|freeze|vacation|more|closed|away|off)$/u.test(
        word,
      )
    )
      return true
    if (word === 'out' && /^(?:i'm|am|is|he's|she's)$/u.test(tokens[back - 1]?.text ?? '')) return true
    if (/^(?:[,:(-]|and|but)$/u.test(word)) return false
  }
  return false
}

function keyOf(scene: Scene, date: DateFound, event: Event | undefined, kind: Kind): DateKey | undefined {
  if (kind === 'none') return undefined
  if (kind === 'buy') return 'licenseStart'
  const trial = isTrial(scene, date, event)
  if (trial === undefined) return undefined
  if (kind === 'end') return trial ? 'trialEnd' : 'licenseEnd'
  return trial ? 'trialStart' : 'licenseStart'
}

/** Whether the trial is meant: by the nearest name in the sentence, then the intent, then the rest of the message. */
function isTrial(scene: Scene, date: DateFound, event: Event | undefined): boolean | undefined {
  const inSentence = subjectNear(scene, date, event)
  if (TRIAL_INTENTS.has(scene.intent)) return inSentence !== 'paid'
  if (PAID_INTENTS.has(scene.intent)) return inSentence === 'trial'
  if (scene.intent === 'buy-license') return true
  if (inSentence === 'trial' || inSentence === 'paid') return inSentence === 'trial'
  const all = scene.tokens.map(token => subjectOf(token.text))
  if (inSentence === undefined && all.includes('trial')) return true
  if (all.includes('trial') || scene.tokens.some(token => /^(?:extend(?:ed)?|extension|prolonged)$/u.test(token.text))) return true
  if (inSentence === 'licence' || all.includes('paid') || all.includes('licence')) return false
  return scene.intent === 'set-reminder' ? false : undefined
}

/** The nearest subject around a date in its sentence; a trial word within three words of "licence" makes it the trial's. */
function subjectNear(scene: Scene, date: DateFound, event: Event | undefined): Subject | undefined {
  const { tokens, sentence } = scene
  const centre = event ? event.at : date.from
  const here = sentence[date.from]
  let best: { subject: Subject; distance: number } | undefined
  for (let at = Math.max(0, centre - 40); at < Math.min(tokens.length, centre + 25); at += 1) {
    const subject = sentence[at] === here ? subjectOf(tokens[at]?.text ?? '') : undefined
    if (!subject) continue
    const distance = at <= centre ? centre - at : (at - centre) * 1.3
    const named = subject === 'licence' ? nameOf(tokens, at) : subject
    const weighed = named === 'licence' ? distance + 4 : distance
    if (!best || weighed < best.distance) best = { subject: named, distance: weighed }
  }
  return best?.subject
}

function nameOf(tokens: readonly Token[], at: number): Subject {
  const around = [at - 1, at - 2, at - 3, at + 1, at + 2].map(index => subjectOf(tokens[index]?.text ?? ''))
  return around.includes('trial') ? 'trial' : around.includes('paid') ? 'paid' : 'licence'
}

/** Ahead, behind, or `near` where the words fit both ("is gone on the 18th"): then the nearer day is meant. */
function tenseOf(scene: Scene, date: DateFound, event: Event | undefined, key: DateKey): Tense | 'near' {
  const { tokens } = scene
  if (date.hint === 'ago' || date.hint === 'since' || date.hint === 'over') return 'behind'
  if (tokens[date.from - 1]?.text === 'since') return 'behind'
  const word = event ? (tokens[event.at]?.text ?? '') : ''
  if (key === 'trialStart' || key === 'licenseStart') return /^(?:starts|begins|starting)$/u.test(word) ? 'near' : 'behind'
  if (
    event &&
    /^(?:gone|done|dead|over|closed|finished)$/u.test(word) &&
    /^(?:is|it's|its|'s|are|that's)$/u.test(tokens[event.at - 1]?.text ?? '')
  )
    return 'ahead'
  if (/^(?:gone|done|dead|closed)$/u.test(word) || (event && scene.sentence[event.at] !== scene.sentence[date.from])) return 'near'
  if (event?.tense === 'behind') return isAsIfOver(tokens, event.at) ? 'near' : 'behind'
  if (event && isLet(tokens, event.at)) return 'near'
  return event && wasBefore(tokens, event.at, date) ? 'behind' : 'ahead'
}

/** Whether a word like "was" or "missed" puts an event behind: "expiry was 1 March", "we missed the last day (Saturday)". */
function wasBefore(tokens: readonly Token[], event: number, date: DateFound): boolean {
  const [from, to] = event < date.from ? [event, date.from] : [date.from, event + 1]
  const clause = tokens.slice(Math.max(0, from - 5), from).map(token => token.text)
  const start = clause.findLastIndex(word => /^(?:[,.;:]|and|but|now)$/u.test(word)) + 1
  const words = [...clause.slice(start), ...tokens.slice(from, to).map(token => token.text)]
  return words.some(word => /^(?:was|were|missed|did|didn't|forgot|had|wasn't|settled|unpaid)$/u.test(word)) && !words.includes('if')
}

/** "let theirs lapse on 1 March" may lie either way. */
const isLet = (tokens: readonly Token[], event: number) => {
  const words = tokens.slice(Math.max(0, event - 5), event).map(token => token.text)
  return words.some(word => /^(?:let|lets)$/u.test(word)) && !words.includes('if')
}

/** "when it is finished on the 26th", "it's gone on April 18", "gets closed": a participle that may lie ahead. */
const isAsIfOver = (tokens: readonly Token[], at: number) => {
  const before = tokens[at - 1]?.text ?? ''
  return /^(?:will|gets|be|once)$/u.test(before) || tokens[at - 2]?.text === 'once'
}

/** A trial never ends most of a year ahead: a present tense for a day just gone by is the day just gone by. */
function resolve(date: DateFound, tense: Tense | 'near', today: Day, key: DateKey): readonly Day[] {
  const days = date.readings(tense === 'near' ? 'ahead' : tense, today)
  if (tense === 'behind' || days.length !== 1 || (tense === 'ahead' && key !== 'trialEnd')) return days
  const other = date.readings('behind', today)
  const gap = (day: Day | undefined) => (day ? Math.abs(daysBetween(today, day)) : Number.POSITIVE_INFINITY)
  if (tense === 'near') return gap(other[0]) < Math.min(gap(days[0]), 62) ? other : days
  return gap(days[0]) > 300 && gap(other[0]) < 60 ? other : days
}

function rawText(tokens: readonly Token[], date: DateFound): string {
  return tokens.slice(date.from, date.to).reduce((text, token) => text + (token.spaced && text ? ' ' : '') + token.raw, '')
}

/** One day per fact: the claim whose words stand nearest; guesses only where nothing was said. */
function settle(claims: readonly Claim[]): DateFacts {
  const facts: Partial<Record<DateKey, Day>> = {}
  const unclear: Unclear[] = []
  const taken = new Set<DateKey>()
  for (const claim of [...claims].sort((one, two) => one.distance - two.distance)) {
    if (taken.has(claim.key)) continue
    taken.add(claim.key)
    const [only] = claim.days
    if (only && claim.days.length === 1) facts[claim.key] = only
    else unclear.push({ fact: claim.key, text: claim.text, readings: claim.days })
  }
  return { facts, unclear }
}
