import type { Intent } from '../../../cards/intents.ts'
import { type Day, dayOf, daysBetween, partsOf } from '../../../rules/day.ts'
import type { FactKey } from '../../../rules/facts.ts'
import { endOfOther } from '../running-on.ts'
import type { Token } from '../tokens.ts'
import { alikeOf, sharesMonth } from './alike-days.ts'
import { UNITS } from './calendar-words.ts'
import { type Claim, GUESS, type Settled, settled } from './claimed-days.ts'
import { isStartAfterAll } from './corrected-day.ts'
import { isProlonged, isSince, type Kind, whatHappens } from './date-kinds.ts'
import { wordsIn } from './date-parts.ts'
import { movedFrom, rangeKind } from './date-ranges.ts'
import { datesNear, eventFor, isCalledTrial, type Near, type Scene, sceneOf } from './date-scene.ts'
import { isTrial } from './date-subjects.ts'
import { type DateKey, isOnceExpected, type Lean, leanOf, resolve } from './date-tenses.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import { isForActing, isOfMilestone } from './milestone-days.ts'
import { isCountedOn } from './others-days.ts'
import { subjectOf } from './subject-words.ts'
import { isTakenBack } from './taken-back.ts'

export interface DateFacts extends Settled {
  /** Days ahead that are none of those: of something else, on which somebody means to act, perhaps. */
  readonly others?: readonly Day[]
}

const REMINDING = /^(?:set|stop|list)-reminders?$/u
const MAX_AHEAD = 300
const PROLONGED = -10
/** "Bought 4 March 2025, renewed on 6 March 2026": the term that runs starts with the renewal. */
const RENEWED = -5
/** "15 March 2025 - 14 March 2026" says itself what its days are. */
const RANGE = 0

/** Which fact each date of a message is, counted from `today`. */
export function readDateFacts(
  tokens: readonly Token[],
  dates: readonly DateFound[],
  at: { today: Day; intent: Intent; asked?: FactKey; leans?: Lean | undefined; named?: ReadonlyMap<DateFound, DateKey> },
): DateFacts {
  if (dates.length === 0) return { facts: {}, unclear: [], guessed: [] }
  const scene = sceneOf(tokens, dates, at.intent)
  const asked = askedDate(scene, at.asked)
  const claimed = dates.map((date, index) => claimOf(scene, date, index, at.today, { asked, leans: at.leans, named: at.named?.get(date) }))
  const claims = claimed.flat()
  const dated = settled(claims, at.today)
  if (!OF_DAYS.test(at.intent)) return dated
  const others = dates.flatMap((date, index) => otherDay(scene, date, index, { claims, own: claimed[index] ?? [], today: at.today }))
  return { ...dated, others: [...new Set(others)] }
}

const OF_DAYS = /^(?:refund-window|license-lifecycle)$/u

interface Claimed {
  readonly claims: readonly Claim[]
  readonly own: readonly Claim[]
  readonly today: Day
}

/** The day of a date that is no fact, where it lies ahead: nobody claims it, or only by a guess beside what was said. */
function otherDay(scene: Scene, date: DateFound, index: number, { claims, own: [claim], today }: Claimed): readonly Day[] {
  const said = claim?.distance === GUESS ? claims.find(({ key, distance }) => key === claim.key && distance < GUESS) : undefined
  if (claim && (!said || said.days()[0] === claim.coming()[0])) return []
  if (isTakenBack(scene, index) || isOneOfMany(scene, date, index) || isAddedTo(scene.tokens, date) || date.loose) return []
  if (isOfMilestone(scene, date, eventFor(scene, date)?.event)) return []
  const [day, another] = date.readings('ahead', today)
  // Said without a year, a day just gone by is no day of next year.
  return day && !another && day > today && daysBetween(today, day) <= MAX_AHEAD ? [day] : []
}

/** An answer to the open question is little more than the date itself. */
function askedDate(scene: Scene, asked: FactKey | undefined): DateKey | undefined {
  const words = scene.tokens.filter(token => token.kind === 'word').length
  const isDate = asked === 'trialStart' || asked === 'trialEnd' || asked === 'licenseStart' || asked === 'licenseEnd'
  if (!isDate || words > 8 || scene.dates.length !== 1) return undefined
  // "It's a trial, 15 April": what was asked about was taken for a licence.
  const isTrial = scene.named.has('trial') && !scene.named.has('paid')
  // "And the licence 30 June", after a trial was tracked: another one.
  if (asked === 'trialEnd' && scene.intent === 'set-reminder' && !scene.named.has('trial') && scene.named.has('licence'))
    return 'licenseEnd'
  return isTrial ? (({ licenseEnd: 'trialEnd', licenseStart: 'trialStart' } as const)[asked as 'licenseEnd'] ?? asked) : asked
}

interface Context {
  readonly asked: DateKey | undefined
  readonly leans: Lean | undefined
  readonly named: DateKey | undefined
}

function claimOf(scene: Scene, date: DateFound, index: number, today: Day, { asked, leans, named }: Context): Claim[] {
  if (isTakenBack(scene, index) || isOneOfMany(scene, date, index) || endOfOther(scene.tokens) === date.from) return []
  if (datesNear(scene, date).some(other => isCountedOn(scene.tokens, other, date, today))) return []
  // What happens on a day that is taken back happens on the one that takes its place.
  const best =
    eventFor(scene, date) ?? (index > 0 && isTakenBack(scene, index - 1) ? eventFor(scene, scene.dates[index - 1] as DateFound) : undefined)
  if (!best && isAddedTo(scene.tokens, date)) return []
  const kind = whatHappens(scene, date, index, best)
  const isFormer = best && (isOnceExpected(scene.tokens, best.event.at) || (best.event.tense === 'behind' && !scene.named.has('trial')))
  if (kind === 'end' && isFormer && isPutOff(scene, best.event)) return []
  // The answer to an open question is what was asked for, unless its own words say otherwise.
  const own = asked && !best && !isSince(scene, date) ? asked : kind && keyOf(scene, date, best?.event, kind, asked)
  // What somebody else calls it counts only where its own words say nothing.
  const told = own ?? (kind ? undefined : named)
  const key = told === 'licenseStart' && !asked && !best && isRatherEnd(scene.tokens, date, today) ? 'licenseEnd' : told
  if (!key || (key.startsWith('license') && (isForActing(scene, date) || isOfMilestone(scene, date, best?.event)))) return []
  // The end that an extension brought is the end now, wherever the former one stands.
  const prolonged = kind === 'end' && isProlonged(scene, date)
  const readings = (each: DateFound) => resolve(each, prolonged ? 'near' : leanOf(scene, each, best?.event, key, leans), today)
  // "Extend from 1 March to 30 March" on 10 March: it may have ended, or end then.
  const later = kind === 'end' && movedFrom(scene, index) ? scene.dates[index + 1] : undefined
  const dayOfMonth = sharesMonth(scene, index)
  const next = scene.dates[index + 1]
  const counted = date.beside && !REMINDING.test(scene.intent) ? date.beside : undefined
  const days = () => {
    if (dayOfMonth && next) return readings(next).flatMap(day => dayOf(partsOf(day).year, partsOf(day).month, dayOfMonth) ?? [])
    const read = counted ? [...new Set([...readings({ ...date, readings: counted.readings }), ...readings(date)])] : readings(date)
    return later && read[0] && read[0] < today ? [...read, ...readings(later)] : read
  }
  const renewed = kind === 'buy' && best?.event.kind === 'other' && /^(?:auto)?renewed$/u.test(scene.tokens[best.event.at]?.text ?? '')
  const stated = best?.distance ?? (key.startsWith('license') && rangeKind(scene, index) ? RANGE : GUESS)
  const near = key === 'trialEnd' ? endDistance(scene, date, best) : stated
  const distance = prolonged ? PROLONGED : renewed ? RENEWED : own ? near : GUESS
  const coming = () => date.readings('ahead', today)
  return [
    {
      key,
      days,
      coming,
      text: rawText(scene.tokens, { ...date, from: counted?.from ?? (isAbout(scene.tokens, date) ? date.from - 1 : date.from) }),
      isOver: best?.event.tense === 'behind',
      isAside: best?.event.kind === 'thing' || REMINDING.test(scene.intent),
      loose:
        date.loose === true ||
        (kind === 'end' && isBound(scene.tokens, date)) ||
        (key === 'licenseStart' && isAbout(scene.tokens, date)) ||
        (kind === 'end' && isStartAfterAll(scene.tokens, date)) ||
        datesNear(scene, date).some(other => isCountedOn(scene.tokens, date, other, today)),
      distance,
      alike: alikeOf(scene, date, index, best),
      place: { from: date.from, to: date.to, sentence: scene.sentence[date.from] ?? 0 },
    },
  ]
}

/** How far the word "trial" right before a date counts as standing. */
const NAMED = 2.5
/** How much further "until" counts as standing where no trial is named before it: "the purchase is blocked till 1 April". */
const UNNAMED = 4

/** How far the words stand that make a date the end of a trial. */
function endDistance(scene: Scene, date: DateFound, best: Near | undefined): number {
  const named = isCalledTrial(scene, date) ? NAMED : GUESS
  if (!best) return named
  const { event, distance } = best
  const isOfTrial = event.kind !== 'until' || scene.subjects.slice(Math.max(0, event.at - 4), event.at).includes('trial')
  return Math.min(isOfTrial ? distance : distance + UNNAMED, named)
}

/** "Licence 30 June, refund?": a day that is as good as said of its end, where it lies nearer ahead and no purchase of late is meant. */
function isRatherEnd(tokens: readonly Token[], { from, readings }: DateFound, today: Day): boolean {
  const noun = /^(?:is|:|-|\()$/u.test(tokens[from - 1]?.text ?? '') ? from - 2 : from - 1
  const [[ahead, another], [behind]] = [readings('ahead', today), readings('behind', today)]
  if (subjectOf(tokens[noun]?.text ?? '') !== 'licence' || !ahead || another || !behind) return false
  const since = daysBetween(behind, today)
  return ahead > today && since > LATELY && daysBetween(today, ahead) < since
}
/** In days. */
const LATELY = 62

/** "between 10 and 15 April", "10 or 15 April", "10-15 April": no day, but many. */
const isOneOfMany = ({ tokens, dates }: Scene, { from }: DateFound, index: number) => {
  // "The 20th or the 21st" are two, each a day by itself.
  const former = dates[index - 1]?.to ?? -1
  if (tokens[former]?.text === 'or' && from - former <= 3) return false
  const before = tokens.slice(Math.max(0, from - 7), from).map(({ text }) => text)
  const isSpan = tokens[from - 1]?.text === '-' && !tokens[from - 1]?.spaced && !tokens[from]?.spaced
  return SPAN.test(before.join(' ')) || (isSpan && /^(?:\d{1,2}|\.)$/u.test(tokens[from - 2]?.text ?? ''))
}
const SPAN = /\bbetween(?: the)?$|\bbetween(?: the)? \S+(?: \S+){0,2} and(?: the)?$|(?<=^| )\d{1,2}(?:st|nd|rd|th)? or(?: the)?$/u

/** "1 February + 60 days": a start with its length, or an end that shall be later. */
const isAddedTo = (tokens: readonly Token[], { to }: DateFound) =>
  /^(?:\+|plus|minus)$/u.test(tokens[to]?.text ?? '') && tokens[to + 1]?.kind === 'number' && UNITS.has(tokens[to + 2]?.text ?? '')

/** "would have ended on 1 March but we renewed it", "it ended on 1 March and was renewed": an end that came to nothing, or of a former term. */
const isPutOff = ({ tokens }: Scene, event: Event) =>
  tokens.some(
    ({ text }, at) =>
      at > event.at &&
      /^(?:extended|prolonged|renewed)$/u.test(text) &&
      !tokens.slice(Math.max(0, at - 5), at).some(({ text }) => DENIED_OR_WISHED.test(text)),
  )
const DENIED_OR_WISHED =
  /^(?:not|never|nobody|no|be|to|if|can|could|would|should|may|might|will|is|isn't|wasn't|weren't|haven't|hasn't|hadn't|n't)$/u

function keyOf(scene: Scene, date: DateFound, event: Event | undefined, kind: Kind, asked: DateKey | undefined): DateKey | undefined {
  if (kind === 'none') return undefined
  if (kind === 'buy') return 'licenseStart'
  const trial = isTrial(scene, date, event, asked)
  if (trial === undefined) return undefined
  if (kind === 'end') return trial ? 'trialEnd' : 'licenseEnd'
  return trial ? 'trialStart' : 'licenseStart'
}

function rawText(tokens: readonly Token[], date: DateFound): string {
  return tokens.slice(date.from, date.to).reduce((text, token) => text + (token.spaced && text ? ' ' : '') + token.raw, '')
}

/** "In less than 3 weeks" */
const isBound = (tokens: readonly Token[], { from, to }: DateFound) =>
  /\b(?:less|more|fewer) than\b|\bat (?:least|most)\b/u.test(wordsIn(tokens, from - 2, to))

/** "Around 3 March", "about a week ago" (but "what about 3 March?", "about an hour ago"): of seven days one more or less matters. */
const isAbout = (tokens: readonly Token[], { from, to }: DateFound) =>
  /^(?:around|about|roughly|approximately|circa)$/u.test(tokens[from - 1]?.text ?? '') &&
  !/^(?:what|how)$/u.test(tokens[from - 2]?.text ?? '') &&
  !tokens.slice(from, to).some(({ text }) => /^(?:hours?|hrs?|min(?:ute)?s?|noon|midnight)$/u.test(text))
