import type { Intent } from '../../cards/intents.ts'
import type { Day } from '../../rules/day.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Unclear } from '../ports.ts'
import { isProlonged, isSince, type Kind, whatHappens } from './date-kinds.ts'
import { datesNear, eventFor, type Near, type Scene, sceneOf } from './date-scene.ts'
import { isTrial } from './date-subjects.ts'
import { type DateKey, isOnceExpected, type Lean, leanOf, resolve } from './date-tenses.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import { endOfOther } from './running-on.ts'
import { subjectOf } from './subject-words.ts'
import { isTakenBack } from './taken-back.ts'
import type { Token } from './tokens.ts'

export interface DateFacts {
  readonly facts: Pick<Facts, DateKey>
  readonly unclear: readonly Unclear[]
  /** The facts that no word of the message names: only the intent or the open question makes them theirs. */
  readonly guessed: readonly DateKey[]
}

interface Claim {
  readonly key: DateKey
  /** What the date reads as; worked out for those that count only. */
  readonly days: () => readonly Day[]
  /** What it reads as if it is surely to come. */
  readonly coming: () => readonly Day[]
  readonly text: string
  /** How far the words lie that say so; a guess from the intent alone is far. */
  readonly distance: number
  /** Named together with other days of the same kind; `partly` where some of them are no dates by themselves ("the 1st, 4th and 9th"). */
  readonly alike: boolean | 'partly'
}

const GUESS = 20
const PROLONGED = -10
/** "Bought 4 March 2025, renewed on 6 March 2026": the term that runs starts with the renewal. */
const RENEWED = -5

/** Which fact each date of a message is, counted from `today`. */
export function readDateFacts(
  tokens: readonly Token[],
  dates: readonly DateFound[],
  at: { today: Day; intent: Intent; asked?: FactKey; leans?: Lean | undefined; named?: ReadonlyMap<DateFound, DateKey> },
): DateFacts {
  if (dates.length === 0) return { facts: {}, unclear: [], guessed: [] }
  const scene = sceneOf(tokens, dates, at.intent)
  const asked = askedDate(scene, at.asked)
  const claims = dates.flatMap((date, index) =>
    claimOf(scene, date, index, at.today, { asked, leans: at.leans, named: at.named?.get(date) }),
  )
  return endAfterStart(settle(claims), claims)
}

/** An answer to the open question is little more than the date itself. */
function askedDate(scene: Scene, asked: FactKey | undefined): DateKey | undefined {
  const words = scene.tokens.filter(token => token.kind === 'word').length
  const isDate = asked === 'trialStart' || asked === 'trialEnd' || asked === 'licenseStart' || asked === 'licenseEnd'
  if (!isDate || words > 8 || scene.dates.length !== 1) return undefined
  // "It's a trial, 15 April": what was asked about was taken for a licence.
  const isTrial = scene.named.has('trial') && !scene.named.has('paid')
  return isTrial ? (({ licenseEnd: 'trialEnd', licenseStart: 'trialStart' } as const)[asked as 'licenseEnd'] ?? asked) : asked
}

interface Context {
  readonly asked: DateKey | undefined
  readonly leans: Lean | undefined
  readonly named: DateKey | undefined
}

function claimOf(scene: Scene, date: DateFound, index: number, today: Day, { asked, leans, named }: Context): Claim[] {
  if (isTakenBack(scene, index) || isOneOfMany(scene, date) || endOfOther(scene.tokens) === date.from) return []
  const best = eventFor(scene, date)
  const kind = whatHappens(scene, date, index, best)
  if (kind === 'end' && best && isOnceExpected(scene.tokens, best.event.at) && isPutOff(scene, best.event)) return []
  // The answer to an open question is what was asked for, unless its own words say otherwise.
  const own = asked && !best && !isSince(scene, date) ? asked : kind && keyOf(scene, date, best?.event, kind)
  // What somebody else calls it counts only where its own words say nothing.
  const key = own ?? (kind ? undefined : named)
  if (!key) return []
  // The end that an extension brought is the end now, wherever the former one stands.
  const prolonged = kind === 'end' && isProlonged(scene, date)
  const days = () => resolve(date, prolonged ? 'near' : leanOf(scene, date, best?.event, key, leans), today)
  const renewed = kind === 'buy' && best?.event.kind === 'other' && scene.tokens[best.event.at]?.text === 'renewed'
  const distance = prolonged ? PROLONGED : renewed ? RENEWED : ((own && best?.distance) ?? GUESS)
  const coming = () => date.readings('ahead', today)
  return [{ key, days, coming, text: rawText(scene.tokens, date), distance, alike: alikeOf(scene, date, index, best) }]
}

/** "between 10 and 15 April", "10 or 15 April", "10-15 April": no day, but many. */
const isOneOfMany = ({ tokens }: Scene, { from }: DateFound) => {
  const before = tokens.slice(Math.max(0, from - 7), from).map(({ text }) => text)
  const isSpan = tokens[from - 1]?.text === '-' && !tokens[from - 1]?.spaced && !tokens[from]?.spaced
  return SPAN.test(before.join(' ')) || (isSpan && /^(?:\d{1,2}|\.)$/u.test(tokens[from - 2]?.text ?? ''))
}
const SPAN = /\bbetween(?: the)?$|\bbetween(?: the)? \S+(?: \S+){0,2} and(?: the)?$|(?<=^| )\d{1,2}(?:st|nd|rd|th)? or(?: the)?$/u

/** "would have ended on 1 March but we renewed it": an end that came to nothing. */
const isPutOff = ({ tokens }: Scene, event: Event) =>
  tokens.some(
    ({ text }, at) =>
      at > event.at &&
      /^(?:extended|prolonged|renewed)$/u.test(text) &&
      !tokens.slice(Math.max(0, at - 5), at).some(({ text }) => DENIED_OR_WISHED.test(text)),
  )
const DENIED_OR_WISHED =
  /^(?:not|never|nobody|no|be|to|if|can|could|would|should|may|might|will|is|isn't|wasn't|weren't|haven't|hasn't|hadn't|n't)$/u

/** One of several days of a kind: listed behind one event word, each with its own licence or trial, or told of as another one's. */
function alikeOf(scene: Scene, date: DateFound, index: number, best: Near | undefined): Claim['alike'] {
  const { event } = best ?? {}
  if (!event) return datesNear(scene, date).some(other => other !== date && areTitled(scene, date, other))
  const [before, after] = [scene.dates[index - 1], scene.dates[index + 1]]
  const found = datesNear(scene, date).map(other => {
    if (other === date) return false
    const twin = eventFor(scene, other)?.event
    if (!twin || twin.kind !== event.kind) return false
    const [first, second] = other.from < date.from ? [other, date] : [date, other]
    const isBeside = other === before || other === after
    if (isBeside && isAnother(scene, first, second)) return true
    if (scene.tokens[twin.at]?.text !== scene.tokens[event.at]?.text) return false
    if (twin.at === event.at) return isBeside && listed(scene, first, second)
    const isOwn = twin.at < other.from === event.at < date.from
    return isOwn && (scene.intent === 'set-reminder' || areNamed(scene, twin, event))
  })
  return found.find(alike => alike === 'partly') ?? found.some(Boolean)
}

/** "trial Ulm 15 April, trial Bonn 30 April" */
function areTitled(scene: Scene, ...dates: readonly DateFound[]): boolean {
  const titles = dates.map(date => {
    if (eventFor(scene, date)) return undefined
    const from = Math.max(0, date.from - MAX_TITLE)
    const at = scene.subjects.slice(from, date.from).findLastIndex(subject => subject === 'trial' || subject === 'licence')
    return at < 0 ? undefined : from + at
  })
  return titles.every(at => at !== undefined) && new Set(titles).size === titles.length
}
const MAX_TITLE = 3

/** "the 1st, 4th and 9th", "Lyon 5 March, Paris 1 March" */
function listed({ tokens }: Scene, first: DateFound, second: DateFound): Claim['alike'] {
  const between = tokens.slice(first.to, second.from)
  const [joint, ...name] = between
  const lead = /^(?:on|:|-|=|ends?|ended|ending)$/u
  const own = name.filter(({ text }) => !lead.test(text))
  const before = lead.test(tokens[first.from - 1]?.text ?? '') ? tokens[first.from - 2] : tokens[first.from - 1]
  const isNamed = own.length > 0 && own.length <= 3 && own.every(isName) && isName(before) && before?.text !== own.at(-1)?.text
  if (isNamed && /^(?:,|;|and|&|\n)$/u.test(joint?.text ?? '')) return true
  if (between.length > 5 || !between.every(token => token.kind === 'ordinal' || /^(?:,|and|&|the)$/u.test(token.text))) return false
  return between.some(({ kind }) => kind === 'ordinal') ? 'partly' : true
}

/** "3 April or 4 April", "3 April and the other one on 20 May", "ends on 3 April, the one in Lille ends on 20 May". */
const isAnother = ({ tokens }: Scene, first: DateFound, second: DateFound) =>
  second.from - first.to <= MAX_APART &&
  /^or(?: on)?(?: the)?$|\b(?:(?:the|an?) ?other|the latter|(?:second|2nd) (?:trial|licen[cs]e|one|ends?|on|in [a-z]+ (?:on|ends?))|and (?:one|1) (?:on|for|in|at|bought|ordered|purchased|ends?|ended|expires?|expired)|the (?:one|1) (?:in|at|for|of|from))\b/u.test(
    tokens
      .slice(first.to, second.from)
      .map(token => token.text)
      .join(' '),
  )
const MAX_APART = 12

/** "Nice ends 8 April, Lille ends 10 April" */
const areNamed = ({ tokens }: Scene, one: Event, other: Event) => {
  const [name, another] = [one, other].map(({ at }) => (subjectOf(tokens[at - 1]?.text ?? '') ? tokens[at - 2] : tokens[at - 1]))
  return isName(name) && isName(another) && name?.text !== another?.text
}

const isName = (token: Token | undefined) => token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.raw) && !subjectOf(token.text)

function keyOf(scene: Scene, date: DateFound, event: Event | undefined, kind: Kind): DateKey | undefined {
  if (kind === 'none') return undefined
  if (kind === 'buy') return 'licenseStart'
  const trial = isTrial(scene, date, event)
  if (trial === undefined) return undefined
  if (kind === 'end') return trial ? 'trialEnd' : 'licenseEnd'
  return trial ? 'trialStart' : 'licenseStart'
}

function rawText(tokens: readonly Token[], date: DateFound): string {
  return tokens.slice(date.from, date.to).reduce((text, token) => text + (token.spaced && text ? ' ' : '') + token.raw, '')
}

/** Several licences, each with its own day ("Nice ends 8 April, Lille ends 10 April", "bought on the 1st, 4th and 9th"): none of them is the day. */
function rivalsOf(claim: Claim, claims: readonly Claim[]): readonly Claim[] {
  if (!claim.alike) return []
  const [day] = claim.days()
  const others = claims.filter(other => other.alike && other.key === claim.key)
  return others.some(other => other.days()[0] !== day) ? others : []
}

/** One day per fact: the claim whose words stand nearest; guesses only where nothing was said. */
function settle(claims: readonly Claim[]): DateFacts {
  const facts: Partial<Record<DateKey, Day>> = {}
  const unclear: Unclear[] = []
  const taken = new Set<DateKey>()
  const guessed = claims.filter(({ distance }) => distance === GUESS).map(({ key }) => key)
  for (const claim of [...claims].sort((one, two) => one.distance - two.distance)) {
    if (taken.has(claim.key)) continue
    taken.add(claim.key)
    const rivals = rivalsOf(claim, claims)
    if (rivals.some(({ alike }) => alike === 'partly')) continue
    const days = rivals.length > 0 ? [...new Set(rivals.flatMap(rival => rival.days()))] : claim.days()
    const [only] = days
    if (only && days.length === 1) facts[claim.key] = only
    else unclear.push({ fact: claim.key, text: textOf(rivals) ?? claim.text, readings: days })
  }
  return { facts, unclear, guessed: guessed.filter(key => !claims.some(claim => claim.key === key && claim.distance < GUESS)) }
}

/** "Bought 5 March, ends 4 March": the end is the one behind the start. */
function endAfterStart(dated: DateFacts, claims: readonly Claim[]): DateFacts {
  const { licenseStart, licenseEnd } = dated.facts
  if (!licenseStart || !licenseEnd || licenseEnd >= licenseStart) return dated
  const later = claims.find(({ key, days }) => key === 'licenseEnd' && days()[0] === licenseEnd)?.coming()[0]
  return later && later > licenseStart ? { ...dated, facts: { ...dated.facts, licenseEnd: later } } : dated
}

/** "3 April, 10 April or 20 May" */
function textOf(rivals: readonly Claim[]): string | undefined {
  const texts = rivals.map(({ text }) => text)
  return texts.length > 1 ? `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}` : undefined
}
