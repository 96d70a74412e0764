import type { Reminding } from '../cards/actions.ts'
import { endOfItem, handleOf } from '../cards/item.ts'
import { endQuestionCard, tooLateCard } from '../cards/track-form.ts'
import { doneCard, type Manner, trackedCard } from '../cards/tracked.ts'
import { standingCard } from '../cards/tracked-lists.ts'
import type { View } from '../cards/view.ts'
import { trackedWords } from '../cards/words/en/tracked.ts'
import { addDays } from '../rules/day.ts'
import { decide } from '../rules/decide.ts'
import { endKey, type Facts, type Kind } from '../rules/facts.ts'
import { endOf } from '../rules/license-lifecycle.ts'
import { milestones } from '../rules/milestones.ts'
import { withTrialEnd } from './days/after-the-end.ts'
import { laterEnd } from './days/later-end.ts'
import type { Next } from './ports.ts'
import { askedDays } from './reminders/asked-days.ts'
import { askedForm, askedKind, askedWhat, doubtedOf, tellsMilestone, unkindlyTold, unused } from './reminders/doubted-day.ts'
import { oddWishIn } from './reminders/odd-wishes.ts'
import { planned } from './reminders/planning.ts'
import { remindingIn } from './reminders/reminding.ts'
import { type Followed, isSameName, type ToTrack, type Tracked, type TrackedFacts } from './reminders/tracked.ts'
import { type ActingTopic, type Doing, personal, pick, type Question, refused, type Told, viewOf } from './topic.ts'
import { kindNamed } from './understanding/days/subject-words.ts'

/** Of one place: whatever is said there is looked for among all of them. */
const MOST_TRACKED = 200

/** Tracks a trial or licence, or asks for the date without which that can't be. */
export const setReminderTopic: ActingTopic = {
  facts: milestones.facts,
  bare: facts => {
    if (kindKnown(facts) === 'trial') return 'trialEnd'
    return facts.licenseStart && !facts.licenseEnd ? 'licenseStart' : 'licenseEnd'
  },
  async act(told, doing) {
    const asked = withEndOfLength(told)
    if (tellsMilestone(asked)) return { ...askedForm({ ...asked, facts: {} }, {}, trackedWords.endOnly), unsettled: true }
    const question = ofItsOwnDates({ ...asked, reminding: remindingIn(asked.said, asked.reminding) }, asked.reminding)
    const { trialEnd, licenseStart, licenseEnd } = asked.news ?? {}
    if (asked.supposed || !trialEnd || !(licenseStart ?? licenseEnd)) return remind(question, doing)
    // Dates of both were given at once: both are tracked.
    const trial = await remind({ ...question, news: { kind: 'trial', trialEnd } }, doing)
    const paid = await remind({ ...question, news: { ...asked.news, kind: 'paid' } }, doing)
    return { ...paid, cards: [...trial.cards, ...paid.cards] }
  },
}

/** A trial's start with its length is as good as its end. */
function withEndOfLength(asked: Question): Question {
  const { facts, news = {} } = asked
  const { trialEnd } = withTrialEnd(facts)
  if (!trialEnd || facts.trialEnd) return asked
  return { ...asked, facts: { ...facts, trialEnd }, news: (news.trialDays ?? news.trialStart) ? { ...news, trialEnd } : news }
}

async function remind(question: Question, doing: Doing): Promise<Told> {
  const { supposed, at } = question
  const followed = await doing.tracking.trackedIn(doing.thread.key)
  const ofEither = unkindlyTold(question, followed)
  const { end = ofEither, lastDays: _, ...reminding } = question.reminding ?? {}
  const kind = ofEither ? undefined : (kindOf(question) ?? onlyKind(followed, reminding))
  const meant = supposed || !kind ? {} : datesOf(kind, datesMeant(question, followed, kind))
  const said = kind && end && Object.keys(meant).length === 0 ? datesOf(kind, { [endKey(kind)]: end }) : meant
  const dated = Object.keys(said).length > 0
  const existing = kind && sameItem(followed, kind, reminding, dated)
  const listed = (why: string) => standingCard(followed, viewOf(question), why)
  if (followed.length > 0 && !existing && !dated && asksDays(reminding) && reminding.name === undefined)
    return { cards: [listed(trackedWords.whichMeant)], outcome: 'which', reminding }
  if (!kind) return end ? askedKind(question, { ...reminding, end }, end) : askedForm(question, reminding)
  if (reminding.another && (reminding.name === undefined ? followed.some(({ tracked }) => tracked.kind === kind) : existing))
    return askedForm({ ...question, facts: { kind } }, { ...reminding, ...(end ? { end } : {}) }, trackedWords.askName)
  const going = existing && goesOn(kind, reminding) ? existing.tracked : undefined
  const told = going ? afterFormer(going, said, question.said) : said
  if (going && (!dated || !told)) return { ...askedHow(going, dated, viewOf(question)), asked: endKey(kind), open: true, reminding }
  const facts = (dated || !existing || supposed ? told : undefined) ?? existing?.tracked.facts ?? {}
  const verdict = decide(milestones, { kind, ...facts }, at)
  const view = viewOf({ ...question, facts: { ...question.facts, ...facts, kind } })
  if ('fault' in verdict) return { ...refused(verdict.fault, view), reminding }
  const [missing] = verdict.missing
  if (missing === 'trialEnd' || missing === 'licenseEnd') {
    const why = supposed ? trackedWords.onlySupposed : trackedWords.askEnd
    return { cards: [endQuestionCard(missing, view, why)], asked: missing, open: true, reminding, rule: milestones.name }
  }
  if (!existing && followed.length >= MOST_TRACKED) return { cards: [listed(trackedWords.most(MOST_TRACKED))], outcome: 'most', reminding }
  const doubted = doubtedOf(question, followed, { kind, facts, reminding, existing })
  if (doubted) return askedWhat(doubted, facts, view)
  return track({ ...question, facts, reminding }, kind, existing?.tracked, doing)
}

/** Keeps an item, with what is planned for it. One that is tracked already moves to the new dates. */
async function track(question: Question, kind: Kind, existing: Tracked | undefined, doing: Doing): Promise<Told> {
  const { tracking, thread, person, shared, now } = doing
  const { reminding = {}, facts } = question
  const basis: ToTrack = {
    kind,
    name: existing?.name ?? reminding.name ?? '',
    facts: existing && goesOn(kind, reminding) ? termAfter(existing, facts) : datesOf(kind, facts),
    ownDays: existing?.ownDays ?? [],
    person: person.id,
    zone: person.zone,
    locale: person.locale,
  }
  const { ownDays, refused: noDays } = askedDays(basis, reminding, question.at, now)
  const odd = oddWishIn(question.said, shared)
  const refused = [...noDays, ...(odd ? [{ why: 'other', words: odd } as const] : []), ...unused(question, basis, ownDays)]
  const item = { ...basis, ownDays }
  const view = viewOf({ ...question, facts: {} })
  const plan = planned(item, { policy: question.at.policy, now })
  const base = { rule: milestones.name } as const
  if (plan.length === 0 && !existing)
    return { ...base, cards: [tooLateCard(item, view)], asked: endKey(kind), open: true, outcome: 'too-late' }
  const kept = await tracking.track(thread, item, plan, existing)
  // Somebody else was faster: it is asked again of how things stand now.
  if (!kept) return remind(question, doing)
  const { before, ...followed } = kept
  const stood = before?.state === 'active' ? before : undefined
  const as = stood ? howMoved(stood, item) : 'tracked'
  // After a day to be reminded on, a bare day is another of these, and moves no end.
  const { days, on } = reminding
  const spokenOf = {
    kind,
    ...(item.name ? { name: item.name } : {}),
    ...(on ? { asksDay: true as const } : {}),
    ...(days ? { lastDays: days } : {}),
  }
  return {
    ...base,
    cards: [trackedCard(followed, { as, before: stood, shared, refused, otherHour: reminding.otherHour === true }, view)],
    outcome: as,
    reminding: spokenOf,
    ...(as === 'same-again' ? {} : { next: undoing(followed.tracked, stood) }),
  }
}

const goesOn = (kind: Kind, reminding: Reminding) => reminding.goesOn === true && reminding.kind === kind

/** The dates of what went on, whose new end lies after the former one; undefined where the day that was said can't be that. */
function afterFormer(item: Tracked, said: TrackedFacts, words = ''): TrackedFacts | undefined {
  const [former, end] = [endOfItem(item), said[endKey(item.kind)]]
  const later = former && end ? laterEnd(item.kind, former, end, words) : end
  return end && !later ? undefined : { ...said, ...(later ? { [endKey(item.kind)]: later } : {}) }
}

/** Asks how it went on, and what the new end is where the one that was said can't be that. */
function askedHow(item: Tracked, dated: boolean, view: View): Pick<Told, 'cards'> {
  const former = dated ? endOfItem(item) : undefined
  return { cards: [doneCard(item, handleOf(item), view, former && trackedWords.endNotLater(view.format.day(former)))] }
}

/** A renewed licence has a term of its own, which starts when the former one is over. */
function termAfter({ kind, facts: before }: Tracked, facts: Facts): TrackedFacts {
  const [former, said] = [endOf(before), datesOf(kind, facts)]
  const isLater = kind === 'paid' && former && said.licenseEnd && said.licenseEnd > former && !said.licenseStart
  return isLater ? { ...said, licenseStart: addDays(former, 1) } : said
}

const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function howMoved(stood: Tracked, { kind, facts, ownDays }: ToTrack): Manner['as'] {
  if (!sameValue(datesOf(kind, stood.facts), facts)) return 'moved'
  return sameValue(stood.ownDays, ownDays) ? 'same-again' : 'changed'
}

/**
 * The dates that are meant. Those of a message that speaks of another one than before stand alone, and what is known of another one in
 * the talk ("remind me 5 days before, for Lyon" after a question about Paris) moves nothing that is tracked.
 */
function datesMeant({ facts, news = {}, before, about, reminding }: Question, all: readonly Followed[], kind: Kind): Facts {
  const { kind: of, name } = reminding ?? {}
  if (isDated(news)) return before === 'set-reminder' && !of ? news : facts
  const isOfTalk = name === undefined || (about !== undefined && isSameName(name, about))
  const isSpokenOf = !isOfTalk || (before === 'set-reminder' && of !== undefined)
  return isSpokenOf && all.some(({ tracked }) => isOf(tracked, kind, name)) ? {} : facts
}

const isDated = ({ trialEnd, licenseStart, licenseEnd }: Facts) => (trialEnd ?? licenseStart ?? licenseEnd) !== undefined

const isOf = (tracked: Tracked, kind: Kind, name: string | undefined) => tracked.kind === kind && isSameName(tracked.name, name)

/** "And for Porto, 5 days before", after another one was tracked: that one's dates are not taken over. */
function ofItsOwnDates(question: Question, { kind, name = '' }: Reminding = {}): Question {
  const { before, facts, news = {}, reminding } = question
  const isOther = before === 'set-reminder' && kind && reminding?.name && !isSameName(reminding.name, name)
  return isOther ? { ...question, facts: { ...personal(facts), ...news } } : question
}

/** The dates that are tracked of a trial or licence. */
export const datesOf = (kind: Kind, facts: Facts): TrackedFacts =>
  pick(facts, kind === 'trial' ? ['trialEnd'] : ['licenseStart', 'licenseEnd'])

/** What takes a change back: what was tracked is stopped, what was changed gets its former dates and days. */
export const undoing = (now: Tracked, before: Tracked | undefined): Next =>
  before
    ? { verb: 'restore', items: [handleOf(now)], undoes: true, before: { facts: before.facts, ownDays: before.ownDays } }
    : { verb: 'stop', items: [handleOf(now)], undoes: true }

/** The item that is spoken of: of the same name; where no name is said, and no date either, the only one of its kind. */
function sameItem(followed: readonly Followed[], kind: Kind, { name }: Reminding, dated: boolean): Followed | undefined {
  const [only, another] = followed.filter(({ tracked }) => tracked.kind === kind)
  if (only && !another && name === undefined && !dated) return only
  return followed.find(({ tracked }) => isOf(tracked, kind, name))
}

/** "Also 10 days before", of the only one that can be meant. */
function onlyKind(followed: readonly Followed[], reminding: Reminding): Kind | undefined {
  const { name } = reminding
  const [only, another] = followed.filter(({ tracked }) => name === undefined || isSameName(tracked.name, name))
  return only && !another && asksDays(reminding) ? only.tracked.kind : undefined
}

/** Days of the person's own are asked for, or no longer wanted. */
const asksDays = ({ days, on, weekdays, without }: Reminding) => (days ?? on ?? weekdays ?? without) !== undefined

/** Trial or licence: as this message says, else as the only dates that are known say. */
function kindOf({ facts, news = {}, said = '', before, reminding }: Question): Kind | undefined {
  const now = kindKnown(news)
  if (now) return now
  if (facts.kind) return facts.kind
  const named = kindNamed(said) ?? reminding?.kind
  if (named) return named
  const { trialEnd, trialStart, licenseStart, licenseEnd } = facts
  const [trial, paid] = [trialEnd ?? trialStart, licenseStart ?? licenseEnd]
  if (before === 'extend-trial' && (trial || !paid)) return 'trial'
  if (before === 'refund-window' && licenseStart) return 'paid'
  return trial && paid ? undefined : kindKnown(facts)
}

function kindKnown({ kind, trialEnd, trialStart, licenseStart, licenseEnd }: Facts): Kind | undefined {
  if (kind) return kind
  if (trialEnd) return 'trial'
  if (licenseStart ?? licenseEnd) return 'paid'
  return trialStart && 'trial'
}
