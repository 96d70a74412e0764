import { partsOf } from '../../../rules/day.ts'
import type { Token } from '../tokens.ts'
import { monthDay, type Readings } from './calendar.ts'
import { MONTHS } from './calendar-words.ts'
import { FUNCTION_WORDS, isDay, wordsIn } from './date-parts.ts'
import type { Placed } from './hung-days.ts'

// What is said right behind a day to put it right.

export const TAKES_BACK = /\b(?:no|nope|sorry|wait|actually|oops|mean|meant|correction|rather|pardon|scratch that|my mistake)\b/u
export const AROUND = new Set(
  `. , ; : ! ? ( ) - but no nope sorry wait actually oops mean meant correction rather pardon scratch my mistake i it it's its is was on the that make
  of to until well so ah oh um not ends end ended expires expired starts started began bought purchased ordered paid we they this in now fact think guess believe`.split(
    /\s+/u,
  ),
)
export const MAX_APART = 12
/** "15 April, no wait, 16", "15 April - no, May": the day that takes the place of a date, by its number or its month alone. */
export function correctedDay(tokens: readonly Token[], date: Placed): Placed | undefined {
  let at = date.to
  while (at - date.to < MAX_APART && AROUND.has(tokens[at]?.text ?? '')) at += 1
  const token = tokens[at]
  if (!token || !TAKES_BACK.test(wordsIn(tokens, date.to, at))) return undefined
  const next = tokens[at + 1]
  const month = MONTHS.get(token.text)
  const isAlone =
    next === undefined || next.kind !== 'word' || (FUNCTION_WORDS.has(next.text) && next.text !== 'of' && !MONTHS.has(next.text))
  if (
    !isAlone ||
    next?.kind === 'number' ||
    next?.kind === 'ordinal' ||
    (next?.kind === 'mark' && !next.spaced && /^[/:%-]$/u.test(next.text))
  )
    return undefined
  const moved = (to: (parts: ReturnType<typeof partsOf>) => Readings): Readings => {
    return (tense, today) => date.readings(tense, today).flatMap(day => to(partsOf(day))(tense, today))
  }
  if (month !== undefined && next?.text !== 'be') return { from: at, to: at + 1, readings: moved(({ day }) => monthDay(month, day)) }
  if ((token.kind !== 'number' && token.kind !== 'ordinal') || !isDay(token) || token.raw.includes('.')) return undefined
  return { from: at, to: at + 1, readings: moved(({ year, month }) => monthDay(month, token.value ?? 0, year)) }
}

const STARTED =
  /^(?:(?:[,.:;-]|no|wait|sorry|oops|actually|hm+|well|ah|oh) )*(?:that's|that is|that was|it's|that)(?: only| just| actually)? (?:the|its|our|when (?:it|we|the trial)) start/u
/** "15 April, wait, that's the start": the day is another one's than the words before it say. */
export const isStartAfterAll = (tokens: readonly Token[], { to }: Placed) => STARTED.test(wordsIn(tokens, to, to + MAX_APART))
