import type { FactKey, Facts } from '../rules/facts.ts'
import { DONT_KNOW, writePress } from './actions.ts'
import { buttons, choiceInput, dateInput, press, textInput } from './controls.ts'
import { type Action, type Part, paragraph, subheading, together } from './parts.ts'
import { declining, shownFacts, type View, withFact } from './view.ts'
import { choices, factLabels, questions, sitesPlaceholder } from './words/en/facts.ts'
import { frame } from './words/en/frame.ts'

/** At most so many actions on a card, toggles and action sets included. */
export const MAX_ACTIONS = 6

/** An open question on a card: what to show, and how many of the card's six actions it takes. */
export interface Question {
  readonly part: Part
  readonly actions: number
  /** It has an "Update" button, which sends every input of the card. */
  readonly updates: boolean
}

/** Asks for one fact: up to three buttons where the card has room for them, else one input with "Update". */
export function questionFor(key: FactKey, view: View, { primary = true, room = MAX_ACTIONS } = {}): Question {
  const title = questions[key] ?? factLabels[key]
  const few = choices[key]
  if (few && few.length < Math.min(3, room)) {
    const answers = few.map(([value, label]) => press(label, withFact(view, key, parseChoice(key, value))))
    const actions = [...answers, press(frame.dontKnow, declining(view, key))]
    return { part: together([subheading(title), buttons(actions)]), actions: actions.length, updates: false }
  }
  return {
    part: together([
      inputFor(key, shownFacts(view.carried.facts, view), { label: title, dontKnow: true }),
      buttons([update(view, primary)]),
    ]),
    actions: 1,
    updates: true,
  }
}

/** An input for a fact, holding what is known; nothing for facts that are only typed. */
export function inputFor(key: FactKey, facts: Facts, { label = factLabels[key], dontKnow = false } = {}): Part {
  const few = choices[key]
  const value = facts[key]
  if (few) {
    const all = dontKnow ? [...few, [DONT_KNOW, frame.dontKnow] as const] : few
    return choiceInput(key, label, frame.choose, all, value === undefined ? undefined : String(value))
  }
  if (key === 'sites') return textInput(key, label, sitesPlaceholder)
  if (/End$|Start$/.test(key)) return dateInput(key, label, value === undefined ? undefined : String(value))
  return paragraph('')
}

/** Whether a fact has an input of its own. */
export function hasInput(key: FactKey): boolean {
  return key === 'sites' || choices[key] !== undefined || /End$|Start$/.test(key)
}

/** The button that sends the card's inputs. */
export const update = ({ carried }: View, primary = true): Action => ({ ...press(frame.update, writePress(carried), primary), text: '' })

/** The fact that a choice's value writes. */
export function parseChoice<K extends FactKey>(key: K, value: string): Facts[K] {
  return (key === 'otherActiveLicense' || key === 'extended' ? value === 'true' : value) as Facts[K]
}
