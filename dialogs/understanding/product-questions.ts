import type { Intent } from '../../cards/intents.ts'
import { strangersIn } from './other-products.ts'

/** What can be asked of any product: with another one's name in the message, it is likely asked of that one. */
const askedOfAnyProduct: readonly Intent[] = [
  'extend-trial',
  'trial-terms',
  'refund-window',
  'stop-renewal',
  'license-lifecycle',
  'size-license',
  'change-size',
  'buy-license',
  'set-reminder',
  'stop-reminders',
]

/** Whether a message asks about another product: that is not answered with a licence rule of ours, however much it sounds like one. */
export function asksOfOtherProduct(words: readonly string[], intent: Intent): boolean {
  const named = strangersIn(words)
  const opens = named.includes('product first') && !named.some(name => name.includes('ours') || name.includes('bundle'))
  return opens || (named.includes('product ') && askedOfAnyProduct.includes(intent))
}
