import { WEEKDAYS } from './calendar-words.ts'
import { rangeKind } from './date-ranges.ts'
import { datesNear, type Scene } from './date-scene.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'

// Days on which something was charged or invoiced, or will be.

/** "invoice dated 4 March", "invoice from 4 March", "invoice date: 4 March": what is to be given back was bought then. */
export const isInvoiced = ({ tokens, intent }: Scene, date: DateFound, { at }: Event) =>
  intent === 'refund-window' &&
  /^(?:invoice|invoiced)$/u.test(tokens[at]?.text ?? '') &&
  at < date.from &&
  // "Can the invoice from Friday be cancelled?" says nothing of the purchase.
  !WEEKDAYS.has(tokens[date.from]?.text ?? '') &&
  tokens.slice(at + 1, date.from).every(({ text }) => /^(?:dated?|from|of|is|was|on|the|:|-|\(|=)$/u.test(text))

/** "before we're billed again, on 1 September": the term ends where the next is charged. */
export const isNextCharge = ({ tokens }: Scene, event: Event) =>
  /^(?:charged|billed|debited|invoiced|hit)$/u.test(tokens[event.at]?.text ?? '') && tokens[event.at + 1]?.text === 'again'

/** "charged for renewal on 8 March", "the renewal went through on 8 March": what is to be given back was bought then. */
export const isRenewalCharge = ({ tokens, sentence }: Scene, event: Event) =>
  /^renewals?$/u.test(tokens[event.at]?.text ?? '') &&
  tokens.some(
    (token, at) => sentence[at] === sentence[event.at] && /^(?:charged|billed|debited|paid|invoiced|went|came|happened)$/u.test(token.text),
  )

/** "Invoiced on 1 March for 15 February to 14 February next year": the term that is told beside it says itself when it starts. */
export const isChargeOfTerm = (scene: Scene, date: DateFound, event: Event | undefined) =>
  event !== undefined &&
  /^(?:invoiced?|charged|billed|debited|paid|payed|payment)$/u.test(scene.tokens[event.at]?.text ?? '') &&
  datesNear(scene, date).some(other => other !== date && rangeKind(scene, scene.dates.indexOf(other)) === 'start')
