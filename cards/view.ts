import type { Day } from '../rules/day.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import type { Policy } from '../rules/policy.ts'
import { type Press, writePress } from './actions.ts'
import { type Format, formatFor } from './format.ts'
import type { Intent } from './intents.ts'

/** For whom and when a card is written. */
export interface View {
  readonly format: Format
  readonly today: Day
  readonly policy: Policy
  /** iOS or Android: no price, no pricing and no purchase link. */
  readonly mobile: boolean
  /** What the buttons of the card carry. */
  readonly carried: Carried
  /** The site that is spoken of, as the person named it. */
  readonly about?: string | undefined
  /** `today` is a day that was asked about. */
  readonly asOf?: boolean
  /** The card is handed on to others: nothing on it is about the person who asked, counts days, or needs the bot. */
  readonly handedOn?: boolean | undefined
  /** The person called this answer wrong: they are thanked, and told what to do next. */
  readonly calledWrong?: boolean | undefined
  /** The person asked what the answer stands on: that is not folded. */
  readonly doubted?: boolean | undefined
}

/** The question a card answers, as its buttons ask it again. */
export type Carried = Omit<Press, 'v'>

export function viewFor(locale: string, at: { today: Day; policy: Policy }, mobile: boolean, carried: Carried, about?: string): View {
  return { format: formatFor(locale), today: at.today, policy: at.policy, mobile, carried, about }
}

/** Several people see the card. */
export const isShared = ({ carried }: View): boolean => carried.by !== undefined

/** What a card may show of its facts: where several people see it, nothing of the one who asked. */
export function shownFacts(facts: Facts, view: View): Facts {
  const { role: _, ...others } = facts
  return isShared(view) ? others : facts
}

const ofToday: readonly string[] = ['closing-soon', 'last-day']

/** The notes that a card shows: how little time is left today is no news to whoever reads it later. */
export function notesFor<Note extends string>(notes: readonly Note[], { handedOn }: View): readonly Note[] {
  return handedOn ? notes.filter(note => !ofToday.includes(note)) : notes
}

/** The payload of a button that asks again with one more fact. */
export function withFact<K extends FactKey>({ carried }: View, key: K, value: Facts[K]): object {
  return writePress({ ...carried, facts: { ...carried.facts, [key]: value } })
}

/** The payload of a button that says that a fact is not known. */
export function declining({ carried }: View, key: FactKey): object {
  return writePress({ ...carried, declined: [...(carried.declined ?? []), key] })
}

/** The payload of the button by which a person calls the answer wrong. Of what is tracked, the card is shown again. */
export function callingWrong({ carried, today }: View): object {
  const { deed } = carried
  return writePress({ ...carried, ...(deed ? { deed: { ...deed, verb: 'show' } } : {}), wrong: today })
}

/** The payload of a button that asks something else with the same facts. */
export function asking({ carried: { facts, list, supposed, about, by } }: View, intent: Intent, aspect?: string): object {
  return writePress({ intent, facts, about, by, list, supposed, aspect })
}
