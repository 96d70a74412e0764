import type { IAdaptiveCard } from 'adaptivecards'

/** One answer in its three forms. */
export interface Card {
  /** For the toast, at most 120 characters. */
  readonly summary: string
  /** The whole answer as plain text: the terminal, screen readers, and as far as it finds room `fallbackText`. */
  readonly text: string
  readonly content: IAdaptiveCard
}
