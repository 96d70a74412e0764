import type { Day } from '../rules/day.ts'
import { endKey, type FactKey, type Kind } from '../rules/facts.ts'
import { MAX_NAME, writePress } from './actions.ts'
import type { Card } from './card.ts'
import { buttons, choiceInput, dateInput, lineInput, press } from './controls.ts'
import { allButton, endOfItem, type Item } from './item.ts'
import { card, headline, nothing, type Part, paragraph, quoted } from './parts.ts'
import { questionFor } from './question.ts'
import type { View } from './view.ts'
import { choices, factLabels, questions } from './words/en/facts.ts'
import { trackedWords } from './words/en/tracked.ts'

// What is asked before anything can be tracked.

/** Dates of which none lies ahead any more. */
export function tooLateCard(item: Pick<Item, 'kind' | 'facts' | 'name'>, view: View): Card {
  const end = endOfItem(item)
  const key: FactKey = endKey(item.kind)
  const line = end ? trackedWords.tooLateLine(item.kind, view.format.day(end)) : ''
  return card(trackedWords.tooLate, [headline(trackedWords.tooLate), named(item.name), paragraph(line), questionFor(key, view).part])
}

/** Asks which day words mean, where they read both ways or name none. */
export function whichDayCard(words: string, readings: readonly Day[], view: View): Card {
  const title = (readings.length > 0 ? trackedWords.whichDay : trackedWords.noDay)(words)
  const { reminding } = view.carried
  return card(
    title,
    [headline(title)],
    readings.map(day => press(view.format.day(day), writePress({ ...view.carried, reminding: { ...reminding, on: [day] } }))),
  )
}

/** Asks for what is to be tracked: in a form, which may as well be answered in words. */
export function trackFormCard(view: View, why: string = trackedWords.ask): Card {
  const { kind } = view.carried.facts
  return card(why, [
    headline(why),
    paragraph(trackedWords.askLine),
    choiceInput('kind', questions.kind ?? factLabels.kind, choices.kind?.[0]?.[1] ?? '', choices.kind ?? [], kind ?? 'trial'),
    dateInput('end', trackedWords.end, view.carried.reminding?.end),
    lineInput('name', trackedWords.name, trackedWords.namePlaceholder, MAX_NAME),
    buttons([{ ...press(trackedWords.track, writePress(view.carried), true), text: '' }]),
  ])
}

/** Asks what ends on the day that was said: a trial or a licence. */
export function kindQuestionCard(end: Day, view: View): Card {
  const title = trackedWords.whatEnds(view.format.day(end))
  return card(title, [headline(title), named(view.carried.reminding?.name)], kindPresses(end, view))
}

/** Asks whether somebody who isn't tracked shall be: as a trial or a licence, where `kind` isn't known. */
export function notTrackedCard(name: string, end: Day, kind: Kind | undefined, view: View): Card {
  const title = trackedWords.notTrackedYet(name, view.format.day(end))
  const presses = kind ? [press(trackedWords.track, endPress(kind, end, view))] : kindPresses(end, view)
  return card(title, [headline(title)], [...presses, allButton()])
}

const kindPresses = (end: Day, view: View) => (choices.kind ?? []).map(([kind, label]) => press(label, endPress(kind as Kind, end, view)))

const endPress = (kind: Kind, end: Day, { carried }: View) =>
  writePress({ ...carried, facts: { ...carried.facts, kind, [endKey(kind)]: end } })

/** Asks for the one date without which nothing can be tracked. */
export function endQuestionCard(fact: 'trialEnd' | 'licenseEnd', view: View, why: string = trackedWords.askEnd): Card {
  return card(why, [headline(why), named(view.carried.reminding?.name), questionFor(fact, view).part])
}

const named = (name: string | undefined): Part => (name ? quoted([name]) : nothing)
