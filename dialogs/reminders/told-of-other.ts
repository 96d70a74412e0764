import { dayKeys, namesPaid } from '../days/spoken-days.ts'
import type { Conversation, Reading } from '../ports.ts'

// Days that are told while reminders are spoken of, and are none of what is tracked.

const bought = /\b(?:bought|purchas\w+|ordered)\b/i
/** "Does Munich's trial end before 3 May?"; "can you make it 3 May?" asks for that day. */
const asks = /^\W*(?:(?:and|but|so|ok)\W+){0,2}(?:does|do|did|is|are|was|were|has|have)\b.*\?\W*$/is

/**
 * A reading without the days that would move what is tracked, or track more, though nobody asked for it: those of a question, which is
 * answered with what is tracked, and of a licence that no word names ("we got the invoice on 2 March") while a trial is spoken of.
 */
export function withoutOthersDays(reading: Reading, { topic, open, reminding }: Conversation, text: string): Reading {
  if (topic !== 'set-reminder' || open || reading.band === 'sure' || reading.supposed) return reading
  const isAsked = asks.test(text)
  const isOther = reminding?.kind === 'trial' && !namesPaid(text) && !bought.test(text)
  const dropped = dayKeys.filter(key => isAsked || (isOther && key.startsWith('license')))
  if (!dropped.some(key => reading.facts[key] !== undefined)) return reading
  const left = Object.entries(reading.facts).filter(([key]) => !dropped.some(each => each === key))
  const without = { ...reading, facts: Object.fromEntries(left) }
  const isOfTracked = isAsked && reading.band === 'not' && reading.wishes[0].intent !== 'out-of-scope'
  return isOfTracked ? { ...without, wishes: [{ intent: 'list-reminders', sure: 1 }], band: 'sure' } : without
}
