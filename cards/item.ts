import type { Day } from '../rules/day.ts'
import { daysBetween } from '../rules/day.ts'
import type { Facts, Kind } from '../rules/facts.ts'
import { endOf } from '../rules/license-lifecycle.ts'
import type { Verb } from './actions.ts'
import { writePress } from './actions.ts'
import type { Card } from './card.ts'
import { press } from './controls.ts'
import type { Handle, Warning } from './handle.ts'
import { type Action, refreshing } from './parts.ts'
import type { View } from './view.ts'
import { trackedWords } from './words/en/tracked.ts'

/** A tracked trial or licence, as cards need it. */
export interface Item {
  readonly id: string
  readonly kind: Kind
  /** As the person wrote it, "" where there is none. */
  readonly name: string
  readonly facts: Pick<Facts, 'trialEnd' | 'licenseStart' | 'licenseEnd'>
  readonly ownDays: readonly number[]
  readonly person?: string
  readonly zone: string
  readonly version: number
  readonly state: 'active' | 'settled' | 'stopped'
}

/** A reminder that is still to come. */
export interface Coming {
  readonly day: Day
  readonly warns: readonly Warning[]
}

/** A tracked item with its reminders to come, the next one first. */
export interface ItemAhead {
  readonly tracked: Item
  readonly ahead: readonly Coming[]
}

export const handleOf = ({ id, version }: Item, warns?: readonly Warning[]): Handle => ({ id, version, ...(warns ? { warns } : {}) })

/** The payload of a button that does something to tracked items. */
export const deedOn = (verb: Verb, items: readonly Handle[]): object =>
  writePress({ intent: 'set-reminder', facts: {}, deed: { verb, items } })

/** A button that does something to tracked items. */
export const deedButton = (title: string, verb: Verb, items: readonly Handle[], primary = false): Action =>
  press(title, deedOn(verb, items), primary)

/** The button that lists everything that is tracked here. */
export const allButton = (): Action => press(trackedWords.all, writePress({ intent: 'list-reminders', facts: {} }))

/** A card about tracked items that is computed again when it is looked at. In a personal chat for its one person, else for everybody. */
export const following = (card: Card, items: readonly Handle[], person: string | undefined): Card =>
  refreshing(card, deedOn('show', items), person ? [person] : undefined)

/** The last day of what is tracked; worked out from the start of a licence where only that is known. */
export const endOfItem = ({ kind, facts }: Pick<Item, 'kind' | 'facts'>): Day | undefined =>
  kind === 'trial' ? facts.trialEnd : endOf(facts)

/** "Trial until 15 April 2026". */
export function titleOf(item: Pick<Item, 'kind' | 'facts'>, { format }: View): string {
  const end = endOfItem(item)
  return end ? trackedWords.ended(item.kind, format.day(end)) : trackedWords.kinds[item.kind]
}

/** "Trial" or the name that a person gave it: plain text, never Markdown. */
export const nameOf = ({ name, kind }: Pick<Item, 'name' | 'kind'>): string => name || trackedWords.kinds[kind]

/** "36 days left", "today", "3 days ago". */
export function leftUntil(day: Day, { today, format }: View): string {
  const left = daysBetween(today, day)
  if (left === 0) return trackedWords.today
  return left > 0 ? trackedWords.left(format.days(left)) : trackedWords.ago(format.days(-left))
}
