import { aboutCard } from '../cards/about.ts'
import type { Card } from '../cards/card.ts'
import { helpCard, outOfScopeCard } from '../cards/help.ts'
import { ABOUT } from '../cards/intents.ts'
import type { View } from '../cards/view.ts'
import { type Question, type Topic, viewOf } from './topic.ts'

const aside = (cardFor: (question: Question) => (view: View) => Card): Topic => ({
  facts: [],
  answer: question => ({ cards: [cardFor(question)(viewOf(question))] }),
})

/** What can be asked; asked about the assistant itself, what that is. */
export const helpTopic = aside(({ aspect }) => (aspect === ABOUT ? aboutCard : helpCard))
export const outOfScopeTopic = aside(() => outOfScopeCard)
