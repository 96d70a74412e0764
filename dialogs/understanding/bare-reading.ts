import type { Intent } from '../../cards/intents.ts'
import type { Reading } from '../ports.ts'

/** From here on a reading is sure; tuned on messages of writers that training had not seen, for few answers that are sure and wrong. */
export const SURE = 0.85

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
