import type { Reminding } from '../../cards/actions.ts'
import { endOfItem } from '../../cards/item.ts'
import { DAY_MS } from '../../rules/day.ts'
import type { Conversation } from '../ports.ts'
import type { Scene } from '../scene.ts'
import { trackingTopics } from './reminding.ts'
import { type Due, type Followed, nameKey, type Tracked } from './tracked.ts'

// Which of the tracked items a message speaks of.

/** The items that a text names, each name as whole words; "Plant B" is not also the one that is called "Plant". */
export function namedIn(all: readonly Followed[], text: string): readonly Followed[] {
  const said = nameKey(text)
  const named = all.filter(({ tracked: { name } }) => name !== '' && holds(said, nameKey(name)))
  return named.filter(({ tracked: { name } }) => !named.some(other => isPartOf(nameKey(name), nameKey(other.tracked.name))))
}

const isPartOf = (name: string, longer: string) => name !== longer && holds(longer, name)

/** Whether a text has a name in it, both as `nameKey` gives them: "Essen" is none of the words of "essential". */
export function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = '', after = ''] = [text.charAt(at - 1), text.charAt(at + name.length)]
    if (!isOfWord(before) && !isOfWord(after)) return true
  }
  return false
}

const isOfWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter)

/** The one that is spoken of, as its kind and name are kept. */
export const isSpokenOf = (item: Tracked, { kind, name = '' }: Reminding = {}) => item.kind === kind && nameKey(item.name) === nameKey(name)

/** The one that can be meant: by its name, else what is spoken of, else the only one; none where several can be. */
export function itemMeant(all: readonly Followed[], text: string, { reminding }: Conversation): Tracked | undefined {
  const candidates = [namedIn(all, text), all.filter(({ tracked }) => isSpokenOf(tracked, reminding)), all]
  const [only, another] = candidates.find(some => some.length > 0) ?? []
  return another ? undefined : only?.tracked
}

/** Whether a talk has been of another one: of another name, or with another end. */
export function isOfOther({ topic, subject, facts }: Conversation, item: Tracked): boolean {
  if (topic === undefined || trackingTopics.includes(topic)) return false
  const told = endOfItem({ ...item, facts })
  return (subject !== undefined && nameKey(subject) !== nameKey(item.name)) || (told !== undefined && told !== endOfItem(item))
}

/** How an item is spoken of. */
export const spokenOf = ({ kind, name }: Tracked): Reminding => ({ kind, ...(name ? { name } : {}) })

const LATELY_DAYS = 7

/** What the reminders of the last days were of: so long they are spoken of, and answered in words. */
export const remindedLately = ({ turn, desk }: Pick<Scene, 'turn' | 'desk'>): Promise<readonly Due[]> =>
  desk.store.remindedOf(turn.thread.key, new Date(desk.clock.now().getTime() - LATELY_DAYS * DAY_MS))
