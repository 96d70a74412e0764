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

/** What is done with a licence and with other things alike. */
const DONE = new Set('return exchange extend prolong renew cancel refund refunded'.split(' '))
const BEFORE = new Set('the my our your his her their a an this that these those some for of on two'.split(' '))
const OURS =
  /\b(?:licen[cs]es?|trials?|subscriptions?|evaluation|pilot|poc|defender|d4iot|sites?|plants?|plans?|remind\w*|sensors?|devices?|admin cent(?:er|re))\b/

/** "Return the headset", "extend my leave": the thing that it is done with is none of ours, and nothing of ours is named. */
export function isDoneWithThing(words: readonly string[]): boolean {
  if (OURS.test(words.join(' '))) return false
  return words.some((word, at) => {
    const back = (word === 'give' || word === 'send') && words.slice(at + 1, at + 6).includes('back')
    if (!DONE.has(word) && !back) return false
    const [first = '', ...others] = words.slice(at + 1, at + 5)
    const object = BEFORE.has(first) ? others : [first]
    return strangersIn(object).length > 0
  })
}
