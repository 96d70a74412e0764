import { aboutCard } from '../cards/about.ts'
import { helpCard, outOfScopeCard } from '../cards/help.ts'
import { ABOUT } from '../cards/intents.ts'
import { type Topic, viewOf } from './topic.ts'

/** What can be asked; asked about the assistant itself, what that is. */
export const helpTopic: Topic = {
  facts: [],
  answer: question => ({ cards: [(question.aspect === ABOUT ? aboutCard : helpCard)(viewOf(question))] }),
}

/** A wish that was not recognized ends here: it can be called wrong like an answer. */
export const outOfScopeTopic: Topic = {
  facts: [],
  answer: question => ({ cards: [outOfScopeCard(viewOf(question))], codes: ['out-of-scope'] }),
}
