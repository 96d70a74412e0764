import type { Intent } from '../../cards/intents.ts'
import type { Reading } from '../ports.ts'
import type { Ranked } from './wishes.ts'

/** From here on a reading is sure; tuned on messages of writers that training had not seen, for few answers that are sure and wrong. */
const SURE = 0.85

export const HALF = 0.4
/** By so much more than the next. */
const SURE_MARGIN = 0.7

/** A reading that says nothing but what is asked. */
export const bare = (intent: Intent, sure: number): Reading => ({
  wishes: [{ intent, sure }],
  band: sure >= SURE ? 'sure' : 'not',
  orElse: [],
  facts: {},
  unclear: [],
  unreadable: [],
  supposed: false,
})

/** How sure the best of the ranked wishes is. */
export function bandOf([first, second]: Ranked): Reading['band'] {
  const margin = first.sure - (second?.sure ?? 0)
  if (first.sure >= SURE && margin >= SURE_MARGIN) return 'sure'
  return first.sure >= HALF ? 'half' : 'not'
}

/** What else it may be. */
export const orElse = ([, ...others]: Ranked) => others.slice(0, 3).map(({ intent }) => intent)
