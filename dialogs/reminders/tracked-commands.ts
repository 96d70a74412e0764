import type { Reminding } from '../../cards/actions.ts'
import { handleOf } from '../../cards/item.ts'
import { trackedListCard } from '../../cards/tracked-lists.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { dayWords, ownDaysIn } from '../days/own-days.ts'
import { MAX_PHRASE } from '../phrases.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { viewOf } from '../topic.ts'
import { asksOtherHour } from './asked-hour.ts'
import { isSpokenOf, remindedLately } from './item-meant.ts'
import type { Followed } from './tracked.ts'

// What is told to do with what is tracked, in words that mean something else elsewhere.

const lead = "^\\W*(?:(?:please|no|ok(?:ay)?|actually|oh|hm+|sorry|well|can you|could you|would you|let's)\\W+)*"
const polite = '(?:\\W+(?:please|again|now|thanks|thank you|then))*\\W*$'
const it = '(?:it|this|that|these|them|those)(?: one)?'
const stopIt = new RegExp(
  `${lead}(?:(?:stop|drop|delete|remove|untrack)(?: ${it})?|(?:end|call off|stop (?:doing|tracking)) ${it})${polite}`,
  'i',
)
const maybeStop = new RegExp(`${lead}(?:(?:never ?mind|cancel)(?: ${it})?|(?:forget|scrap|scratch|leave|skip) ${it})${polite}`, 'i')
/** What is to be stopped. */
export type Stopping = { readonly stop: Reminding } | { readonly ask: readonly [Followed, ...Followed[]] }

/** "Stop it" right after something was tracked, or a reminder came. Undefined where no such thing is said or nothing is tracked. */
export async function stoppingItIn({ stood, turn, desk }: Scene, text: string): Promise<Stopping | undefined> {
  if (text.length > MAX_PHRASE || stood.open || !(stood.topic === undefined || stood.topic === 'set-reminder')) return undefined
  const isIt = stopIt.test(text)
  if (!isIt && !maybeStop.test(text)) return undefined
  const all = await desk.store.trackedIn(turn.thread.key)
  const [first, ...others] = all
  if (!first) return undefined
  const isOf = all.filter(({ tracked }) => isSpokenOf(tracked, stood.reminding))
  const came = stood.topic ? [] : await remindedLately({ turn, desk })
  const [meant, another] = isOf.length > 0 ? isOf : all.filter(({ tracked }) => came.some(due => due.tracked.id === tracked.id))
  // "Never mind" may as well be said of the talk; what is tracked is shown, so that nobody takes it for stopped.
  return isIt && meant && !another ? { stop: spoken(meant) } : { ask: [first, ...others] }
}

const spoken = ({ tracked: { kind, name } }: Followed): Reminding => ({ kind, name })

/** Asks which one shall be stopped. */
export function whichToStop(scene: Scene, all: readonly [Followed, ...Followed[]]): Outcome {
  const view = viewOf(blank(scene, 'stop-reminders'))
  return {
    answer: shown([trackedListCard(all, view, trackedWords.whichToStop)], { intent: 'stop-reminders', outcome: 'which' }),
    kept: { ...scene.stood, next: { verb: 'stop', items: all.map(({ tracked }) => handleOf(tracked)) } },
  }
}

const verb = '(?:change|move|shift|push|postpone|put off|put|delay|reschedule|bring|set)'
const reminder = '(?:reminders?|notices?|notifications?|pings?|alerts?)'
const movingTo = new RegExp(
  `${lead}${verb} (?!(?:up |me |us )*(?:an?|another|one more)\\b)[^,;]{0,40}?\\b${reminder}\\b[^,;]{0,40}?(?:\\s+(?:back|off|forward|out))?\\s+(?:to|till|until|on|by)\\s+(.{1,40}?)${polite}`,
  'i',
)
const movingBy = new RegExp(
  `${lead}(?:change|move|shift|push|postpone|put off|delay|reschedule) (?:\\S+ ){0,4}?${reminder}\\s+(\\S.{0,40}?)${polite}`,
  'i',
)

/** "Move the reminder to 20 March", which moves no end: the words of the day, or another hour. */
export function reminderMovedIn(text: string): { readonly day: string; readonly hour: boolean } | undefined {
  if (text.length > MAX_PHRASE) return undefined
  const [, day] = movingTo.exec(text) ?? movingBy.exec(text) ?? []
  // Whoever tells an end in the same words moves that.
  if (!day || /\b(?:ends|ended|now|expires|expired)\b/i.test(text) || ownDaysIn(text).length > 0) return undefined
  return { day, hour: asksOtherHour(text) }
}

const refusedThen = new RegExp(
  `${lead}(?:not|no|without|skip|drop|delete|remove|cancel|leave out)(?: (?:the|that))?(?: (?:one|${reminder}))?(?: on)? (${dayWords})(?: after all)?${polite}`,
  'i',
)
const refusedOn = new RegExp(
  `\\b(?:no|not|don'?t|do not|without|skip|drop|delete|remove|cancel|leave out)\\b[^,;.]{0,30}?\\b(?:${reminder}|remind(?:ed)?|ping|notify)\\b[^,;.]{0,20}?\\b(?:on|for) (${dayWords})${polite}`,
  'i',
)

/** "No reminder on 24 March": the words of that day, which is none on which anything ends. */
export const refusedDayIn = (text: string): string | undefined =>
  text.length > MAX_PHRASE || /\b(?:ends?|ended|expires?|expired)\b/i.test(text)
    ? undefined
    : (refusedThen.exec(text) ?? refusedOn.exec(text))?.[1]
