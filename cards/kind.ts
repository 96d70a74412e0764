import type { Card } from './card.ts'
import { card, headline, paragraph } from './parts.ts'
import { questionFor } from './question.ts'
import type { View } from './view.ts'
import { milestonesRule, milestonesWords } from './words/en/milestones.ts'

/** Asks whether dates are those of a trial or of a paid licence. */
export function kindCard(view: View): Card {
  return card(milestonesRule, [headline(milestonesRule), paragraph(milestonesWords.kind), questionFor('kind', view).part])
}
