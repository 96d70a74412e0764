import type { Card } from '../cards/card.ts'
import { helpCard, outOfScopeCard } from '../cards/help.ts'
import type { View } from '../cards/view.ts'
import { type Topic, viewOf } from './topic.ts'

const aside = (card: (view: View) => Card): Topic => ({ facts: [], answer: question => ({ cards: [card(viewOf(question))] }) })

export const helpTopic = aside(helpCard)
export const outOfScopeTopic = aside(outOfScopeCard)
