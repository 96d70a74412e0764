import type { Reminding } from '../../cards/actions.ts'
import { endOfItem } from '../../cards/item.ts'
import type { Kind } from '../../rules/facts.ts'
import type { Conversation } from '../ports.ts'
import type { Scene } from '../scene.ts'
import { trackingTopics } from './reminding.ts'
import { type Followed, isSameName, nameKey, type Tracked } from './tracked.ts'

// Which of the tracked items a message speaks of.

/** The items that a text names, each name as whole words; "Plant B" is not also the one that is called "Plant". */
export function namedIn<T extends { readonly tracked: Tracked }>(all: readonly T[], text: string): readonly T[] {
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

/** What stands before and behind a name; undefined where a text has it not. */
export function aroundName(text: string, name: string): readonly [before: string, after: string] | undefined {
  const at = name === '' ? -1 : text.toLowerCase().indexOf(name.toLowerCase())
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + name.length)]
}

/** "Lyon was renewed" as "it was renewed". */
export const withoutName = (text: string, name = ''): string => aroundName(text, name)?.join('it') ?? text

/** The one that is spoken of, as its kind and name are kept. */
export const isSpokenOf = (item: Tracked, { kind, name }: Reminding = {}) => item.kind === kind && isSameName(item.name, name)

/** How an item is spoken of. */
export const spokenOf = ({ kind, name }: Tracked): Reminding => ({ kind, ...(name ? { name } : {}) })

/** What is spoken of, or where no reminders are, what the last ones that came were of. */
export async function spokenLast<T extends { readonly tracked: Tracked }>(
  { stood, here }: Scene,
  all: readonly T[],
): Promise<readonly T[]> {
  const spoken = all.filter(({ tracked }) => isSpokenOf(tracked, stood.reminding))
  if (spoken.length > 0 || isOfTracked(stood)) return spoken
  const came = await here.reminded()
  return all.filter(({ tracked }) => came.some(due => due.tracked.id === tracked.id))
}

/** Whether what is tracked is talked of. */
export const isOfTracked = ({ topic }: Conversation) => topic !== undefined && trackingTopics.includes(topic)

/** Whether it is, or nothing else: so what a few words say of "it" is said of what is tracked. */
export const mayBeOfTracked = (stood: Conversation) => stood.topic === undefined || isOfTracked(stood)

/** The one that can be meant: by its name, else what is spoken of or came last, else the only one; none where several can be. */
export async function itemMeant(scene: Scene, text: string, kind?: Kind): Promise<Meant | undefined> {
  const all = (await scene.here.tracked()).filter(({ tracked }) => kind === undefined || tracked.kind === kind)
  const named = namedIn(all, text)
  const [item, another] = [named, named.length > 0 ? [] : await spokenLast(scene, all)].find(some => some.length > 0) ?? all
  return item && !another ? { ...item, named: named.length > 0 } : undefined
}

export interface Meant extends Followed {
  /** The message has its name. */
  readonly named: boolean
}

/** Whether a talk has been of another one: of another name, or with another end. */
export function isOfOther(stood: Conversation, item: Tracked): boolean {
  const { topic, subject, facts } = stood
  if (topic === undefined || isOfTracked(stood)) return false
  const told = endOfItem({ ...item, facts })
  return (subject !== undefined && !isSameName(subject, item.name)) || (told !== undefined && told !== endOfItem(item))
}
