import type { Reminding } from '../../cards/actions.ts'
import { dayToldCard } from '../../cards/day-told.ts'
import type { Intent } from '../../cards/intents.ts'
import { endOfItem } from '../../cards/item.ts'
import { endQuestionCard, kindQuestionCard, trackFormCard } from '../../cards/track-form.ts'
import type { Refused } from '../../cards/tracked.ts'
import type { View } from '../../cards/view.ts'
import { addDays, type Day } from '../../rules/day.ts'
import { endKey, type Kind } from '../../rules/facts.ts'
import { milestones } from '../../rules/milestones.ts'
import { dayKeys } from '../days/spoken-days.ts'
import { mayWantReminder } from '../phrases.ts'
import { pick, type Question, type Told, viewOf } from '../topic.ts'
import { kindNamed, namesPaid } from '../understanding/days/subject-words.ts'
import { namesMilestone, tellsEnd, unusedDays } from './end-told.ts'
import { spokenOf } from './item-meant.ts'
import { type Followed, isSameName, type ToTrack, type Tracked, type TrackedFacts } from './tracked.ts'

// A day is told beside what is tracked, and it may be the day of something else.

/** The talk tells which of both it is about. */
const ofOneKind: readonly (Intent | undefined)[] = ['extend-trial', 'trial-terms', 'license-lifecycle', 'refund-window', 'stop-renewal']

/** A day that no word calls a trial's or a licence's end, in no talk about one of them: to be asked, for a trial has an earlier last day than its end. */
export function unkindlyTold({ said, news = {}, facts, before, reminding }: Question, all: readonly Followed[]): Day | undefined {
  const day = news.trialEnd ?? news.licenseEnd
  if (said === undefined || !day || news.kind || facts.kind || reminding?.kind || news.licenseStart || ofOneKind.includes(before))
    return undefined
  if (kindNamed(said)) return undefined
  // "20 May" where the end was asked for, "Porto ends 20 May" or "and track Porto, ends 20 May" after a trial was tracked.
  if (before === 'set-reminder' && (!mayWantReminder(said) || /^\W*(?:and|plus)\b|\b(?:also|too|as well)\b/i.test(said))) return undefined
  const isTracked = reminding?.name !== undefined && all.some(({ tracked }) => isSameName(tracked.name, reminding.name))
  return isTracked ? undefined : day
}

/** A trial is called a licence as well, but no licence a trial. */
const isCalled = (kind: Kind, said: string) => (kind === 'paid' ? namesPaid(said) : kindNamed(said) === kind)

/** What is to be tracked, as a message says it. */
interface Wanted {
  readonly kind: Kind
  readonly facts: TrackedFacts
  readonly reminding: Reminding
  /** It is tracked already. */
  readonly existing: Followed | undefined
}

/** The item that would get another end, or another one of its name beside it, by a message that may as well speak of something else. */
export function doubtedOf(
  { said, before }: Question,
  all: readonly Followed[],
  { kind, facts, reminding, existing }: Wanted,
): Tracked | undefined {
  if (said === undefined || reminding.goesOn) return undefined
  const isBeside = !existing && before === 'set-reminder' && !isCalled(kind, said)
  const beside = isBeside ? all.find(({ tracked }) => isSameName(tracked.name, reminding.name)) : undefined
  const item = (existing ?? beside)?.tracked
  const [former, end] = [item && endOfItem(item), endOfItem({ kind, facts })]
  if (!item || !former || !end || end === former) return undefined
  // A trial and a licence of one site have one name.
  const isEither =
    item.name !== '' && !isCalled(kind, said) && all.some(({ tracked }) => tracked.kind !== kind && isSameName(tracked.name, item.name))
  return isEither || !tellsEnd(said, { ...item, former }) ? item : undefined
}

/** "Before the grace period ends on 31 March": told where an end is to be tracked. */
export const tellsMilestone = ({ said, news = {} }: Question) =>
  said !== undefined && news.licenseStart === undefined && namesMilestone(said)

/** Asks in a form, which may as well be answered in words, what is to be tracked. */
export const askedForm = (question: Question, reminding: Reminding, why?: string): Told => ({
  cards: [trackFormCard(viewOf({ ...question, reminding }), why)],
  asked: 'kind',
  open: true,
  reminding,
})

/** Asks what ends on that day, and keeps nothing of it until then. */
export const askedKind = (question: Question, reminding: Reminding, end: Day): Told => ({
  cards: [kindQuestionCard(end, viewOf(question))],
  asked: 'kind',
  open: true,
  reminding,
  unsettled: true,
})

/** Asks what a day is that was told, and keeps nothing of it. */
export function askedWhat(item: Tracked, { trialEnd, licenseStart, licenseEnd }: TrackedFacts, view: View): Told {
  const day = trialEnd ?? licenseEnd ?? licenseStart
  const isStart = item.kind === 'paid' && !(trialEnd ?? licenseEnd)
  const facts = isStart ? { licenseStart } : { [endKey(item.kind)]: day }
  const reminding = { ...spokenOf(item), ...(day ? { doubted: day } : {}) }
  const cards = [day ? dayToldCard(day, item, facts, view) : endQuestionCard(endKey(item.kind), view)] as const
  return { cards, outcome: 'what-day', reminding, rule: milestones.name, unsettled: true }
}

/** The days of a message that nothing came of. */
export function unused({ said, news = {} }: Question, item: ToTrack, ownDays: readonly number[]): readonly Refused[] {
  const end = endOfItem(item)
  const told = Object.values({ ...item.facts, ...pick(news, dayKeys) }) as NonNullable<typeof end>[]
  const words = unusedDays(said, [...told, ...(end ? [end, ...ownDays.map(days => addDays(end, -days))] : [])]).join(', ')
  return words ? [{ why: 'unused', words }] : []
}
