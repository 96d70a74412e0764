import { daysMeant } from '../days/day-meant.ts'
import { addsOwnDays, isDayAlone, otherDaysIn, unwantedDaysIn, weekdaysBeforeIn } from '../days/own-days.ts'
import { lengthTold } from '../days/trial-length.ts'
import { isQuestion } from '../phrases.ts'
import type { Outcome, Scene } from '../scene.ts'
import { answeredNotice } from './answered-notice.ts'
import { daySettled } from './day-settled.ts'
import { addedDaysIn } from './end-told.ts'
import { prolonged } from './prolonged.ts'
import { severalTracked } from './several-tracked.ts'
import { setting, settingOn } from './shown-items.ts'
import { nothingToUndo, takenUp, whatIsWrong } from './taken-up.ts'
import { movedReminder, otherHour, refusedDay, stopping } from './tracked-commands.ts'
import { untracked } from './untracked.ts'

type Step = (scene: Scene, text: string) => Outcome | undefined | Promise<Outcome | undefined>

const steps: readonly Step[] = [
  takenUp,
  nothingToUndo,
  daySettled,
  whatIsWrong,
  stopping,
  severalTracked,
  askedDay,
  otherDays,
  otherHour,
  movedReminder,
  refusedDay,
  untracked,
  prolonged,
  answeredNotice,
  addedDays,
]

/** What a message says of what is tracked in its own few words, which mean nothing elsewhere; undefined for everything else. */
export async function aboutTracked(scene: Scene, text: string): Promise<Outcome | undefined> {
  for (const step of steps) {
    const outcome = await step(scene, text)
    if (outcome) return outcome
  }
  return undefined
}

/** A day alone, where one is asked for. */
async function askedDay(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { open, asked } = scene.stood
  const { asksDay, ...reminding } = scene.stood.reminding ?? {}
  const another = text.replace(/^\W*(?:and|also|plus)\s+/i, '')
  // It is the day of a reminder that was asked for: taken for an end, it would move what is tracked.
  if (asksDay && isDayAlone(another)) return settingOn(scene, another, {}, reminding)
  // It is asked what ends then, and the day is put right.
  const [end, orEnd] = open && asked === 'kind' && reminding.end && isDayAlone(text) ? await daysMeant(scene, text) : []
  return end && !orEnd ? setting(scene, { reminding: { ...reminding, end } }, 'other-end') : undefined
}

/** "No, 90 days" corrects the days before an end where such were said, else how long a trial runs that was told by its start. */
function otherDays(scene: Scene, text: string): Promise<Outcome> | undefined {
  const { topic, open, reminding: { asksDay: _, lastDays, ...spokenOf } = {} } = scene.stood
  const isOfTrial = lastDays === undefined && lengthTold(scene.stood, text) !== undefined
  const days = topic === 'set-reminder' && !open && spokenOf.kind && !isOfTrial ? otherDaysIn(text) : []
  if (days.length === 0) return undefined
  // A length of time that is not said to be till the end moves none.
  const without = (lastDays ?? []).filter(before => !days.includes(before))
  return setting(scene, { reminding: { ...spokenOf, days, without } }, 'own-days')
}

/** "Not 7 days before", "also on 2 April", "1 and 10 April too". */
async function addedDays(scene: Scene, text: string): Promise<Outcome | undefined> {
  if (unwantedDaysIn(text).length > 0 && (await scene.here.tracked()).length > 0) return setting(scene, { text }, 'own-days')
  if (scene.stood.topic !== 'set-reminder' || scene.stood.open) return undefined
  if (addsOwnDays(text)) return setting(scene, { text }, 'own-days')
  const { asksDay: _, ...reminding } = scene.stood.reminding ?? {}
  const [first, ...others] = addedDaysIn(text)
  const isBefore = weekdaysBeforeIn(text).length > 0 && text.length < 80 && !isQuestion(text)
  if (first === undefined) return isBefore ? setting(scene, { text, reminding }, 'own-days') : undefined
  if (others.length === 0) return settingOn(scene, first, { text }, reminding)
  const days = await Promise.all([first, ...others].map(words => daysMeant(scene, words)))
  const isSure = days.every(([day, another]) => day && !another)
  return isSure ? setting(scene, { text, reminding: { ...reminding, on: days.flat() } }, 'own-days') : undefined
}
