import { turnTo } from './conversation.ts'
import type { Conversation } from './ports.ts'
import { isSameName, type Tracked } from './reminders/tracked.ts'
import { personal } from './topic.ts'

/** A conversation that turns to what is tracked: its dates are the item's, and no other one's. */
export function turnedTo(stood: Conversation, { name, facts }: Pick<Tracked, 'name' | 'facts'>): Conversation {
  const isOther = name !== '' && !isSameName(name, stood.subject)
  const turned = isOther ? turnTo(stood, name) : stood
  const { supposed: _, ...rest } = turned
  return { ...rest, facts: { ...personal(turned.facts), ...facts } }
}
