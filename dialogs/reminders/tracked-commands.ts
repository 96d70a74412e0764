import type { Reminding } from '../../cards/actions.ts'
import { endOfItem } from '../../cards/item.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { daysBetween } from '../../rules/day.ts'
import { answer, nothingSaid } from '../answering.ts'
import { daysMeant } from '../days/day-meant.ts'
import { dayWords, ownDaysIn } from '../days/own-days.ts'
import { MAX_PHRASE } from '../phrases.ts'
import type { Outcome, Scene } from '../scene.ts'
import { asksOtherHour, changesHour } from './asked-hour.ts'
import { isOfTracked, itemMeant, mayBeOfTracked, spokenLast, spokenOf } from './item-meant.ts'
import { REMINDER } from './reminding.ts'
import { setting, settingOn, standing, whichMeant, whichToStop } from './shown-items.ts'
import { stoppingIn } from './stopping-words.ts'

// What is told to do with what is tracked, in words that mean something else elsewhere.

const lead = "^\\W*(?:(?:please|no|ok(?:ay)?|actually|oh|hm+|sorry|well|can you|could you|would you|let's)\\W+)*"
const polite = '(?:\\W+(?:please|again|now|thanks|thank you|then))*\\W*$'
const it = '(?:it|this|that|these|them|those)(?: one)?'
const stopIt = new RegExp(
  `${lead}(?:(?:stop|drop|delete|remove|untrack)(?: ${it})?|(?:end|call off|stop (?:doing|tracking)) ${it})${polite}`,
  'i',
)
/** Most messages are none of these: the store is only asked about those that may be one. */
const maybeStopping = /\b(?:stop|untrack|cancel|drop|delete|remove|end|forget|keep|retain|never ?mind|call off|scrap|scratch|leave|skip)\b/i
const maybeStop = new RegExp(`${lead}(?:(?:never ?mind|cancel)(?: ${it})?|(?:forget|scrap|scratch|leave|skip) ${it})${polite}`, 'i')
/** "Stop Lyon and Porto", "don't stop Lyon", where it can only be said of what is tracked; "stop it" right after something was, or a reminder came. */
export async function stopping(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  if (stood.open || text.length > MAX_PHRASE) return undefined
  const all = maybeStopping.test(text) ? await scene.here.tracked() : []
  const told = all.length > 0 ? stoppingIn(all, text) : undefined
  const stop = (outcome: string, reminding?: Reminding) =>
    answer(scene, [{ intent: 'stop-reminders' }], { ...nothingSaid, text, reminding }, { intent: 'stop-reminders', outcome })
  if (told && (told.plain || mayBeOfTracked(stood))) return stop('stop-named')
  if (all.length === 0) return isOfTracked(stood) && /^\W*(?:please )?(?:stop|untrack)\b/i.test(text) ? stop('stop-named') : undefined
  const isIt = stopIt.test(text)
  if ((!isIt && !maybeStop.test(text)) || !(stood.topic === undefined || stood.topic === 'set-reminder')) return undefined
  const [item, another] = isIt ? await spokenLast(scene, all) : []
  // "Never mind" may as well be said of the talk; what is tracked is shown, so that nobody takes it for stopped.
  return item && !another ? stop('stop-it', { kind: item.tracked.kind, name: item.tracked.name }) : whichToStop(scene, all)
}

/** "Send them at 8 in the morning": there is one hour for all. */
export async function otherHour(scene: Scene, text: string): Promise<Outcome | undefined> {
  if (!changesHour(text) || scene.stood.open || !mayBeOfTracked(scene.stood)) return undefined
  const [first, ...others] = await scene.here.tracked()
  if (!first) return undefined
  const item = await itemMeant(scene, text)
  if (item) return setting(scene, { reminding: { ...spokenOf(item.tracked), otherHour: true } }, 'other-hour')
  const why = `${trackedWords.hourFixed} ${trackedWords.at(first.tracked.zone)}`
  return standing(scene, [first, ...others], { intent: 'set-reminder', outcome: 'other-hour' }, why)
}

const verb = '(?:change|move|shift|push|postpone|put off|put|delay|reschedule|bring|set)'
const reminder = `(?:${REMINDER})`
const movingTo = new RegExp(
  `${lead}${verb} (?!(?:up |me |us )*(?:an?|another|one more)\\b)[^,;]{0,40}?\\b${reminder}\\b[^,;]{0,40}?(?:\\s+(?:back|off|forward|out))?\\s+(?:to|till|until|on|by)\\s+(.{1,40}?)${polite}`,
  'i',
)
const movingBy = new RegExp(
  `${lead}(?:change|move|shift|push|postpone|put off|delay|reschedule) (?:\\S+ ){0,4}?${reminder}\\s+(\\S.{0,40}?)${polite}`,
  'i',
)

/** "Move the reminder to 20 March": a day of the person's own, or another hour, and never another end. */
export async function movedReminder(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const [, day] = stood.open || text.length > MAX_PHRASE ? [] : (movingTo.exec(text) ?? movingBy.exec(text) ?? [])
  // Whoever tells an end in the same words moves that.
  if (!day || /\b(?:ends|ended|now|expires|expired)\b/i.test(text) || ownDaysIn(text).length > 0) return undefined
  const all = await scene.here.tracked()
  if (all.length === 0) return undefined
  const item = await itemMeant(scene, text)
  if (!item) return whichMeant(scene, all)
  const reminding = spokenOf(item.tracked)
  const ofItem = { ...scene, stood: { ...stood, topic: 'set-reminder' as const, reminding } }
  return asksOtherHour(text)
    ? setting(ofItem, { reminding: { ...reminding, otherHour: true } }, 'own-days')
    : settingOn(ofItem, day, {}, reminding)
}

const refusedThen = new RegExp(
  `${lead}(?:not|no|without|skip|drop|delete|remove|cancel|leave out)(?: (?:the|that))?(?: (?:one|${reminder}))?(?: on)? (${dayWords})(?: after all)?${polite}`,
  'i',
)
const refusedOn = new RegExp(
  `\\b(?:no|not|don'?t|do not|without|skip|drop|delete|remove|cancel|leave out)\\b[^,;.]{0,30}?\\b(?:${reminder}|remind(?:ed)?|ping|notify)\\b[^,;.]{0,20}?\\b(?:on|for) (${dayWords})${polite}`,
  'i',
)

/** "No reminder on 24 March": taken for an end, that day would move what is tracked. */
export async function refusedDay(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  if (stood.open || text.length > MAX_PHRASE || /\b(?:ends?|ended|expires?|expired)\b/i.test(text)) return undefined
  const words = (refusedThen.exec(text) ?? refusedOn.exec(text))?.[1]
  const item = words ? await itemMeant(scene, text) : undefined
  const end = item && endOfItem(item.tracked)
  const [day, another] = words && end ? await daysMeant(scene, words) : []
  // Of the day on which it ends, the whole item may be meant.
  if (!item || !end || !day || another || day >= end) return undefined
  // What else is talked of is none of its dates.
  const ofItem = { ...scene, stood: { ...stood, topic: 'set-reminder' as const } }
  return setting(ofItem, { reminding: { ...spokenOf(item.tracked), without: [daysBetween(day, end)] } }, 'own-days')
}
