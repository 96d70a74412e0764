import type { Intent } from '../../cards/intents.ts'
import type { Facts } from '../../rules/facts.ts'
import type { SaidAt } from '../ports.ts'
import { readEntities } from './entities.ts'
import { growthOf, notExtended } from './follow-ups.ts'

/** What is a fact only where its topic is spoken of: growth, a denied extension, a price. */
export function spokenFor(topic: Intent, text: string, at: Pick<SaidAt, 'today' | 'locale'>): Facts {
  if (topic === 'size-license') return growthOf(text, 'sites')
  if (topic === 'extend-trial') return notExtended(text)
  const { price } = topic === 'refund-window' && !text.includes('?') ? readEntities(text, { ...at, intent: topic }).facts : {}
  return price === undefined ? {} : { price }
}
