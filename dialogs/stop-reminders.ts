import { handleOf } from '../cards/item.ts'
import { endedCard, nothingTrackedCard, standingCard } from '../cards/tracked-lists.ts'
import { trackedWords } from '../cards/words/en/tracked.ts'
import { isSpokenOf, namedIn } from './reminders/item-meant.ts'
import { isAll, isPause, nameIn, namesADay, namesDay, trackingTopics } from './reminders/reminding.ts'
import { asksOfStopping, isNotToForget, isOfReminders, isOnCondition, stoppingIn, stopsWhatIsSpokenOf } from './reminders/stopping-words.ts'
import type { Followed } from './reminders/tracked.ts'
import { type ActingTopic, type Question, type Told, viewOf } from './topic.ts'

/** What is tracked here: the only one in full, several as a list. */
export const listRemindersTopic: ActingTopic = {
  facts: [],
  async act(question, { tracking, thread }) {
    const all = await tracking.trackedIn(thread.key)
    return { cards: [standingCard(all, viewOf(question))], outcome: all.length > 0 ? 'listed' : 'none' }
  },
}

/** Stops the one that is meant, or all; asks where several may be meant. */
export const stopRemindersTopic: ActingTopic = {
  facts: [],
  async act(question, doing) {
    const { tracking, thread } = doing
    const view = viewOf(question)
    const all = await tracking.trackedIn(thread.key)
    const [first, ...others] = all
    if (!first) return { cards: [nothingTrackedCard(view)], outcome: 'none' }
    const text = question.said ?? ''
    const asking = (why: string, few = all): Told => {
      const next = { verb: 'stop', items: few.map(({ tracked }) => handleOf(tracked)) } as const
      return { cards: [standingCard(few, view, why)], outcome: 'which', next }
    }
    const goingOn = (items: readonly Followed[]): Told => ({ cards: [standingCard(items, view)], outcome: 'goes-on' })
    if (isPause(text)) return asking(trackedWords.noPause)
    if (isOnCondition(text)) return asking(trackedWords.onlyNow)
    const told = question.reminding ? undefined : stoppingIn(all, text)
    if (!told && isNotToForget(text)) return goingOn(meantBy(all, question) ?? all)
    if (!told && asksOfStopping(text)) return asking(trackedWords.whichToStop)
    if (told?.kind === 'keep') return goingOn(told.items)
    if (told?.kind === 'ask') return asking(trackedWords.whichToStop, told.items)
    const meant = told ? undefined : meantBy(all, question)
    if (meant && meant.length === 0) return asking(trackedWords.notTracked)
    const isOfTracked = question.before === undefined || trackingTopics.includes(question.before)
    const isSure = meant
      ? meant.length === 1
      : (others.length === 0 || isAll(text)) && (isOfReminders(text) || (isOfTracked && stopsWhatIsSpokenOf(text)))
    if (!told && !isSure) return asking(trackedWords.whichToStop, meant)
    const some = told?.items ?? meant ?? (others.length > 0 ? undefined : [first])
    const stopped = some
      ? await Promise.all(some.map(({ tracked }) => tracking.end(thread.key, tracked, 'stopped')))
      : await tracking.stopAll(thread.key)
    const [ended, ...alsoEnded] = stopped.filter(item => item !== undefined)
    // Somebody else was faster: it is asked again of how things stand now.
    if (some && !ended) return stopRemindersTopic.act(question, doing)
    if (!ended) return { cards: [nothingTrackedCard(view)], outcome: 'stopped' }
    const next = { verb: 'resume', items: [ended, ...alsoEnded].map(item => handleOf(item)) } as const
    return { cards: [endedCard([ended, ...alsoEnded], view)], outcome: 'stopped', next }
  },
}

/** The items that a message names, by name, date or kind; undefined where it names none. */
function meantBy(all: readonly Followed[], { said = '', news = {}, reminding }: Question): readonly Followed[] | undefined {
  if (reminding) return all.filter(({ tracked }) => isSpokenOf(tracked, reminding))
  const named = namedIn(all, said)
  if (named.length > 0) return named
  if (nameIn(said) !== undefined) return []
  const dated = all.filter(({ tracked: { facts } }) => Object.values(facts).some(day => namesDay(said, day)))
  if (dated.length > 0) return dated
  if (namesADay(said)) return []
  return news.kind && all.some(({ tracked }) => tracked.kind !== news.kind)
    ? all.filter(({ tracked }) => tracked.kind === news.kind)
    : undefined
}
