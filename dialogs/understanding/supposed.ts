import type { Intent } from '../../cards/intents.ts'

const SUPPOSING =
  /\bwhat if\b|\bwhat about if\b|\b(?:(?<!i )suppose|supposing|(?<!i )assume|assuming|imagine|hypothetically|theoretically|let's say|lets say|say we|say i|say it|pretend|if we were|if i were|if it were|if it was|if there were|if they were)\b|\bif (?:it|we|the \S{1,20}|our \S{1,20}|they|i) (?:had|ended|ends instead|expired|started|began|bought|grew|went up|were)\b/u
const HELD =
  /\b(?:i'm|i am|im|i have|i've|we're|we are|we have|my role|my account|as (?:a|an|the)? ?(?:global|billing|security|user)|here|he is|he's|she is|she's|our|my)\b/u

/** Whether the facts of a message are only tried out: "what if it ended on 20 April?", "can a Global Reader extend?". */
export const isSupposed = (words: string, intent: Intent): boolean =>
  SUPPOSING.test(words) || (intent === 'admin-roles' && !HELD.test(words))
