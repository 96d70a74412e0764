import type { Token } from '../tokens.ts'
import { wordsIn } from './date-parts.ts'
import { datesNear, eventFor, type Near, type Scene } from './date-scene.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import { subjectOf } from './subject-words.ts'

// Days of a message of which each may be the day that is meant, or is another one's.

/** Whether a day is one of several; `partly` where some of them are no dates by themselves ("the 1st, 4th and 9th"). */
export type Alike = boolean | 'partly'

/** One of several days of a kind: listed behind one event word, each with its own licence or trial, or told of as another one's. */
export function alikeOf(scene: Scene, date: DateFound, index: number, best: Near | undefined): Alike {
  const { event } = best ?? {}
  const [before, after] = [scene.dates[index - 1], scene.dates[index + 1]]
  if (!event) {
    if ((before && isOr(scene, before, date)) || (after && isOr(scene, date, after))) return true
    return datesNear(scene, date).some(other => other !== date && areTitled(scene, date, other))
  }
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

const isOr = ({ tokens }: Scene, first: DateFound, second: DateFound) =>
  /^(?:,? ?(?:or|maybe|perhaps)){1,2}(?: maybe| perhaps)?(?: on)?(?: the)?$/u.test(
    wordsIn(tokens, first.to, Math.min(second.from, first.to + MAX_APART)),
  ) && second.from - first.to <= MAX_APART

/** The day of the month in "the 20th or 21st of April", which is no day by itself; undefined for every other date. */
export function sharesMonth(scene: Scene, index: number): number | undefined {
  const [date, next] = [scene.dates[index], scene.dates[index + 1]]
  const isOrdinal = (each: DateFound) => each.to - each.from <= 1 && scene.tokens[each.from]?.kind === 'ordinal'
  if (!date || !next || !isOrdinal(date) || isOrdinal(next) || !isOr(scene, date, next)) return undefined
  return Number.parseInt(scene.tokens[date.from]?.text ?? '', 10) || undefined
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
function listed({ tokens }: Scene, first: DateFound, second: DateFound): Alike {
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
    wordsIn(tokens, first.to, second.from),
  )
const MAX_APART = 12

/** "Nice ends 8 April, Lille ends 10 April", "site 1 ends 20 Feb, site 2 ends 30 June" */
const areNamed = ({ tokens }: Scene, one: Event, other: Event) => {
  const [number, second] = [one, other].map(({ at }) => tokens[at - 1]?.text ?? '')
  const [thing, same] = [one, other].map(({ at }) => tokens[at - 2]?.text ?? '')
  if (
    number !== second &&
    thing === same &&
    NUMBERED.test(thing ?? '') &&
    [number, second].every(each => /^(?:\d{1,3}|[a-z])$/u.test(each ?? ''))
  )
    return true
  const [name, another] = [one, other].map(({ at }) => nameBefore(tokens, subjectOf(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1))
  return isName(name) && isName(another) && name?.text !== another?.text
}

/** "Contoso (MCA) trial ends" */
const nameBefore = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === ')' && tokens[at - 2]?.text === '(' ? tokens[at - 3] : tokens[at]

const NUMBERED = /^(?:site|plant|factory|licen[cs]e|trial|subscription|customer|client|tenant|location|building|line|number|no|#)$/u

const isName = (token: Token | undefined) => token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.raw) && !subjectOf(token.text)
