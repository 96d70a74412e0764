import { addDays } from '../../../rules/day.ts'
import type { Token } from '../tokens.ts'
import { onDay } from './calendar.ts'
import { type Found, word } from './date-parts.ts'

const MAX_COUNT = 3650

/** "Today is day 7 since the purchase", "day 12 after expiry, ...": but "what happens on day 31 after it" is none of anybody. */
export function dayNumber(tokens: readonly Token[], at: number): Required<Pick<Found, 'to' | 'readings' | 'hint'>> | undefined {
  const number = tokens[at + 1]
  if (word(tokens, at) !== 'day' || number?.kind !== 'number' || !/^(?:since|after)$/u.test(word(tokens, at + 2))) return undefined
  const count = Math.round(number.value ?? 0)
  if (count > MAX_COUNT) return undefined
  const before = word(tokens, at - 1) === 'on' ? at - 2 : at - 1
  const isNow = isOpening(tokens[at - 1]) || /^(?:is|it's|its|'s|are|we're|i'm|'re|am|now|already|today)$/u.test(word(tokens, before))
  return isNow ? { to: at + 2, readings: onDay((_, today) => addDays(today, -count)), hint: 'since' } : undefined
}

export const isOpening = (before: Token | undefined) => !before || before.kind === 'break' || /^[.!?:(-]$/u.test(before.text)
