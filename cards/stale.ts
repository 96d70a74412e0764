import type { Card } from './card.ts'
import { press } from './controls.ts'
import { card, headline, paragraph, refreshing } from './parts.ts'
import { trouble } from './words/en/trouble.ts'

/** Stands in for a card that could not be computed again, for a client that was refused once asks no more: its button tries again. */
export function staleCard(why: string, data: object): Card {
  const stale = card(trouble.stale, [headline(trouble.stale), paragraph(why)], [press(trouble.tryAgain, data)])
  return refreshing(stale, data)
}
