import type { Card } from '../../cards/card.ts'
import type { Intent } from '../../cards/intents.ts'
import { blank as blankFor } from '../../dialogs/scene.ts'
import type { Question } from '../../dialogs/topic.ts'
import { topicOf } from '../../dialogs/topics.ts'
import type { Day } from '../../rules/day.ts'
import type { Facts } from '../../rules/facts.ts'
import { documentedPolicy } from '../../rules/policy.ts'

/** A card in one state, with the name under which it is shown. */
export interface State {
  readonly name: string
  readonly card: Card
}

export const day = (text: string) => text as Day
export const today = day('2026-03-10')
export const at = { today, policy: documentedPolicy(today) }
/** A question without any fact. */
export const blank = blankFor(
  { turn: { today, mobile: false, place: 'personal', conversation: '', person: { locale: 'en-GB' } }, at },
  'help',
)

/** What a topic answers to these facts. */
export const answered = (name: string, intent: Intent, facts: Facts, more: Partial<Question> = {}): State[] => {
  const topic = topicOf(intent)
  const cards = topic && 'answer' in topic ? topic.answer({ ...blank, intent, facts, ...more }).cards : []
  return cards.map((card, index) => ({ name: index === 0 ? name : `${name} (${index + 1})`, card }))
}
