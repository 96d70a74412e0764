import type { Day } from '../../../rules/day.ts'
import type { Token } from '../tokens.ts'
import type { Readings, Tense } from './calendar.ts'
import type { DateFound } from './dates.ts'

// A day said twice, the second time so that it is plain.

const MAX_APART = 8
const AGAIN = /^(?:[.,;:()=\-\n]|i\.?e|ie|that is|is|that's|i|mean|meant|meaning|so|namely|aka|in|words|day|month|the)$/u
const RESTATES = /(?:^| )(?:i\.?e|ie|that is|meaning|namely|aka)(?: |$)/u

/** "06/03/2026 ... 6 march", "6 March (06/03/2026)", "Friday in 5 weeks, i.e. 17 April": dates that are one, as that one. */
export function explained(tokens: readonly Token[], dates: readonly DateFound[], today: Day): readonly DateFound[] {
  const kept: DateFound[] = []
  for (const date of dates) {
    const former = kept.at(-1)
    const readings = former && saidAgain(tokens, former, date, today)
    if (!former || !readings) {
      kept.push(date)
      continue
    }
    // "Friday in 5 weeks" are two of them.
    const first = kept.findLastIndex((each, at) => kept[at - 1]?.to !== each.from)
    const [{ from } = former] = kept.splice(first)
    kept.push({ from, to: date.to, readings })
  }
  return kept
}

/** What two dates mean together, where the second says the first again. */
function saidAgain(tokens: readonly Token[], one: DateFound, other: DateFound, today: Day): Readings | undefined {
  const between = tokens.slice(one.to, Math.min(other.from, one.to + MAX_APART + 1)).map(({ text }) => text)
  if (between.length > MAX_APART || !between.every(text => AGAIN.test(text))) return undefined
  return sameDay(one, other, today) ?? (RESTATES.test(between.join(' ')) ? other.readings : undefined)
}

/** The one day that two dates have in common, where one of them reads two ways. */
function sameDay(one: DateFound, other: DateFound, today: Day): Readings | undefined {
  const isOpen = (date: DateFound) => date.readings('ahead', today).length > 1
  if (isOpen(one) === isOpen(other)) return undefined
  const both = (tense: Tense, on: Day) => one.readings(tense, on).filter(day => other.readings(tense, on).includes(day))
  const readings: Readings = (tense, on) => {
    const days = both(tense, on)
    return days.length > 0 ? days : both(tense === 'ahead' ? 'behind' : 'ahead', on)
  }
  return readings('ahead', today).length === 1 ? readings : undefined
}
