import type { Reminding } from '../../cards/actions.ts'
import { unclearCard } from '../../cards/help.ts'
import { endOfItem } from '../../cards/item.ts'
import { whichDayCard } from '../../cards/track-form.ts'
import { trackedListCard } from '../../cards/tracked-lists.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { daysBetween } from '../../rules/day.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import { answer, nothingSaid } from '../answering.ts'
import { daysMeant } from '../days/day-meant.ts'
import { addsOwnDays, isDayAlone, onDayIn, otherDaysIn, unwantedDaysIn, weekdaysBeforeIn } from '../days/own-days.ts'
import { lengthTold } from '../days/trial-length.ts'
import { isQuestion } from '../phrases.ts'
import { blank, type Outcome, type Scene, say, shown } from '../scene.ts'
import { personal, viewOf } from '../topic.ts'
import { lengthIn } from '../understanding/days/lengths.ts'
import { answeredNotice } from './answered-notice.ts'
import { changesHour } from './asked-hour.ts'
import { daySettled } from './day-settled.ts'
import { addedDaysIn, tellsEnd } from './end-told.ts'
import { isSpokenOf, itemMeant, spokenOf } from './item-meant.ts'
import { prolongedIn, severalProlongedIn, type UnclearEnd, type Which } from './prolonged.ts'
import { remindingIn, trackingTopics } from './reminding.ts'
import { allTracked, oneAtATime, severalTracked } from './several-tracked.ts'
import { stoppingIn } from './stopping-words.ts'
import { nothingToUndo, takenUp } from './taken-up.ts'
import { refusedDayIn, reminderMovedIn, stoppingItIn, whichToStop } from './tracked-commands.ts'

/** What a message says of what is tracked in its own few words, which mean nothing elsewhere; undefined for everything else. */
export async function aboutTracked(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  const setting = (brought: Partial<Parameters<typeof answer>[2]>, outcome: string) =>
    answer(scene, [{ intent: 'set-reminder' }], { ...nothingSaid, ...brought }, { intent: 'set-reminder', outcome })
  const taken = (await takenUp(scene, text)) ?? (await nothingToUndo(scene, text))
  if (taken) return taken
  const settled = daySettled(stood, text)
  if (typeof settled === 'string')
    return { answer: say(settled, { intent: 'set-reminder', outcome: 'drop' }), kept: { ...stood, reminding: undefined } }
  if (settled)
    return answer(
      {
        ...scene,
        stood: {
          ...stood,
          reminding: undefined,
          subject: undefined,
          ...(settled.reminding.another ? { facts: personal(stood.facts) } : {}),
        },
      },
      [{ intent: 'set-reminder' }],
      { ...nothingSaid, ...settled },
      { intent: 'set-reminder', outcome: 'day-settled' },
    )
  if (await isStopping(scene, text))
    return answer(scene, [{ intent: 'stop-reminders' }], { ...nothingSaid, text }, { intent: 'stop-reminders', outcome: 'stop-named' })
  const stopping = await stoppingItIn(scene, text)
  if (stopping && 'ask' in stopping) return whichToStop(scene, stopping.ask)
  if (stopping)
    return answer(
      scene,
      [{ intent: 'stop-reminders' }],
      { ...nothingSaid, text, reminding: stopping.stop },
      { intent: 'stop-reminders', outcome: 'stop-it' },
    )
  const several = await severalTracked(scene, text)
  if (several) return several
  const { asksDay, ...reminding } = stood.reminding ?? {}
  const another = text.replace(/^\W*(?:and|also|plus)\s+/i, '')
  if (asksDay && isDayAlone(another)) {
    // It is the day of a reminder that was asked for: taken for an end, it would move what is tracked.
    const on = await remindingOn(scene, another)
    return 'answer' in on ? on : setting({ reminding: { ...reminding, ...on } }, 'own-days')
  }
  // It is asked what ends then, and the day is put right.
  const end = stood.open && stood.asked === 'kind' && reminding.end && isDayAlone(text) ? await daysMeant(scene, text) : []
  if (end.length === 1) return setting({ reminding: { ...reminding, end: end[0] } }, 'other-end')
  // "No, 90 days" corrects the days before an end where such were said, else how long a trial runs that was told by its start.
  const isOfTrial = reminding.lastDays === undefined && lengthTold(stood, text) !== undefined
  const other = stood.topic === 'set-reminder' && !stood.open && reminding.kind && !isOfTrial ? otherDaysIn(text) : []
  if (other.length > 0) {
    // A length of time that is not said to be till the end moves none.
    const { lastDays = [], ...spokenOf } = reminding
    const without = lastDays.filter(before => !other.includes(before))
    return setting({ reminding: { ...spokenOf, days: other, without } }, 'own-days')
  }
  if (changesHour(text)) {
    const hour = await otherHour(scene, text)
    if (hour) return hour
  }
  const reminder = await movedReminder(scene, text)
  if (reminder) return reminder
  const refused = await refusedDay(scene, text)
  if (refused)
    return answer(
      // What else is talked of is none of its dates.
      { ...scene, stood: { ...stood, topic: 'set-reminder' } },
      [{ intent: 'set-reminder' }],
      { ...nothingSaid, reminding: refused },
      { intent: 'set-reminder', outcome: 'own-days' },
    )
  const [former, wish] = withoutWish(text)
  const gone = await severalProlongedIn(scene, text)
  if (gone === 'unclear') return oneAtATime()
  if (gone) return 'which' in gone ? whichOne(scene, gone.which) : allTracked(scene, gone, {})
  const prolonged = await prolongedIn(scene, former)
  if (prolonged && 'unclear' in prolonged) return whichEnd(scene, prolonged)
  if (prolonged && 'which' in prolonged) return whichOne(scene, prolonged.which)
  if (prolonged && !(await isPlain(scene, former, prolonged.reminding))) {
    const { goesOn: _, ...of } = prolonged.reminding
    return setting({ ...prolonged, text: former, reminding: of }, 'prolonged')
  }
  if (prolonged) {
    const on = wish ? await daysMeant(scene, onDayIn(wish) ?? '') : []
    return setting(
      { ...prolonged, reminding: { ...remindingIn(wish, prolonged.reminding), ...(on.length === 1 ? { on } : {}) } },
      'prolonged',
    )
  }
  const notice = await answeredNotice(scene, text)
  if (notice) return notice
  if (unwantedDaysIn(text).length > 0 && (await desk.store.trackedIn(turn.thread.key)).length > 0) return setting({ text }, 'own-days')
  if (stood.topic === 'set-reminder' && !stood.open && addsOwnDays(text)) return setting({ text }, 'own-days')
  const added = stood.topic === 'set-reminder' && !stood.open ? await addedDays(scene, text) : undefined
  return added && ('answer' in added ? added : setting({ text, reminding: { ...reminding, ...added } }, 'own-days'))
}

/** "Also on 2 April", "1 and 10 April too": a question where the words of one day read both ways. */
async function addedDays(scene: Scene, text: string): Promise<Reminding | Outcome | undefined> {
  const [first, ...others] = addedDaysIn(text)
  if (first === undefined) return weekdaysBeforeIn(text).length > 0 && text.length < 80 && !isQuestion(text) ? {} : undefined
  if (others.length === 0) return remindingOn(scene, first)
  const days = await Promise.all([first, ...others].map(words => daysMeant(scene, words)))
  return days.every(([day, another]) => day && !another) ? { on: days.flat() } : undefined
}

/** "Stop Lyon and Porto", "don't stop Lyon", where it can only be said of what is tracked. */
async function isStopping({ stood, turn, desk }: Scene, text: string): Promise<boolean> {
  if (stood.open || !/\b(?:stop|untrack|cancel|drop|delete|remove|end|forget|keep|retain)\b/i.test(text)) return false
  const all = await desk.store.trackedIn(turn.thread.key)
  const isOfTracked = stood.topic !== undefined && trackingTopics.includes(stood.topic)
  if (all.length === 0) return isOfTracked && /^\W*(?:please )?(?:stop|untrack)\b/i.test(text)
  const stopping = stoppingIn(all, text)
  return stopping !== undefined && (stopping.plain || stood.topic === undefined || isOfTracked)
}

/** "Send them at 8 in the morning": there is one hour for all. */
async function otherHour(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  if (stood.open || !(stood.topic === undefined || trackingTopics.includes(stood.topic))) return undefined
  const all = await desk.store.trackedIn(turn.thread.key)
  const [first, ...others] = all
  if (!first) return undefined
  const trace = { intent: 'set-reminder', outcome: 'other-hour' } as const
  const item = itemMeant(all, text, stood)
  if (item) return answer(scene, [{ intent: 'set-reminder' }], { ...nothingSaid, reminding: { ...spokenOf(item), otherHour: true } }, trace)
  const why = `${trackedWords.hourFixed} ${trackedWords.at(first.tracked.zone)}`
  return { answer: shown([trackedListCard([first, ...others], viewOf(blank(scene, 'set-reminder')), why)], trace), kept: stood }
}

/** "Move the reminder to 20 March": a day of the person's own, and never another end. */
async function movedReminder(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  const moved = stood.open ? undefined : reminderMovedIn(text)
  const all = moved ? await desk.store.trackedIn(turn.thread.key) : []
  const [first, ...others] = all
  if (!moved || !first) return undefined
  const item = itemMeant(all, text, stood)
  if (!item) return whichOne(scene, [first, ...others])
  const ofItem = { ...scene, stood: { ...stood, topic: 'set-reminder' as const, reminding: spokenOf(item) } }
  const on = moved.hour ? ({ otherHour: true } as const) : await remindingOn(ofItem, moved.day)
  if ('answer' in on) return on
  return answer(
    ofItem,
    [{ intent: 'set-reminder' }],
    { ...nothingSaid, reminding: { ...spokenOf(item), ...on } },
    { intent: 'set-reminder', outcome: 'own-days' },
  )
}

/** Whether the support contract may have been extended as well; how long something went on is only read of a trial or licence. */
async function isPlain({ turn, desk }: Scene, text: string, of: Reminding): Promise<boolean> {
  const item = (await desk.store.trackedIn(turn.thread.key)).find(({ tracked }) => isSpokenOf(tracked, of))?.tracked
  const former = item && endOfItem(item)
  return lengthIn(text) !== undefined || !former || tellsEnd(text, { ...item, former })
}

function whichOne(scene: Scene, all: Which['which']): Outcome {
  const card = trackedListCard(all, viewOf(blank(scene, 'set-reminder')), trackedWords.whichMeant)
  return { answer: shown([card], { intent: 'set-reminder', outcome: 'which' }) }
}

/** "Move it to 20 April and remind me on 1 April": what is said of the end, and how to be reminded. */
function withoutWish(text: string): readonly [former: string, wish?: string] {
  const at = text.search(/(?:,|\band\b)\s*(?:please |also )*(?:remind|ping|notify) (?:me|us)\b/i)
  return at > 0 ? [text.slice(0, at), text.slice(at)] : [text]
}

/** "No reminder on 24 March": taken for an end, that day would move what is tracked. */
async function refusedDay(scene: Scene, text: string): Promise<Reminding | undefined> {
  const { stood, turn, desk } = scene
  const words = stood.open ? undefined : refusedDayIn(text)
  const all = words ? await desk.store.trackedIn(turn.thread.key) : []
  const item = itemMeant(all, text, stood)
  const [day, another] = words && item ? await daysMeant(scene, words) : []
  const end = item && (item.kind === 'trial' ? item.facts.trialEnd : endOf(item.facts))
  // Of the day on which it ends, the whole item may be meant.
  return item && end && day && !another && day < end ? { ...spokenOf(item), without: [daysBetween(day, end)] } : undefined
}

/** Asks for the new end of what is tracked: a day that is pressed or typed next is it. */
function whichEnd(scene: Scene, { unclear, reminding }: UnclearEnd): Outcome {
  const { fact, text, readings } = unclear
  const view = viewOf({ ...blank(scene, 'set-reminder'), facts: { kind: reminding.kind }, reminding })
  return {
    answer: shown([unclearCard(fact, text, readings, view)], { intent: 'set-reminder', outcome: 'which-end' }),
    kept: { ...scene.stood, topic: 'set-reminder', asked: fact, open: true, reminding, ...(readings.length > 1 ? { unclear } : {}) },
  }
}

/** "Remind me on 2 April": the wish for that day, or a question where its words read both ways or name no day. */
export async function remindingOn(scene: Scene, words: string): Promise<Reminding | Outcome> {
  const days = await daysMeant(scene, words)
  const [day, another] = days
  if (day && !another) return { on: [day] }
  const view = viewOf({ ...blank(scene, 'set-reminder'), reminding: scene.stood.reminding, about: scene.stood.subject })
  return {
    answer: shown([whichDayCard(words, days, view)], { intent: 'set-reminder', outcome: 'which-day' }),
    kept: { ...scene.stood, reminding: { ...scene.stood.reminding, asksDay: true } },
  }
}
