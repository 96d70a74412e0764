import { type Day, daysBetween } from '../../../rules/day.ts'
import { strangersIn } from '../other-products.ts'
import type { Token } from '../tokens.ts'
import { wordsIn } from './date-parts.ts'
import type { DateFound } from './dates.ts'

// Days of a message that are none of the trial or licence it is about.

const BUNDLE = /^(?:m365|o365|[mo]?365|m?e[35]|f[13])$/u
const OURS = /^(?:d4iot|iot|mdiot|ot)$/u
const BREAKS = /^(?:[.;!?\n]|and|but|while|whereas)$/u
const MAX_CLAUSE = 14

/** "Our M365 E5 trial ends 20 March, the D4IoT one 14 April": the day of another product is left out, where another thing has one too. */
export function ownDates(tokens: readonly Token[], dates: readonly DateFound[], today: Day): readonly DateFound[] {
  const told = dates.length > 1 ? dates.filter(date => !isToday(tokens, date, today)) : dates
  if (told.length < 2) return told
  const own = told.filter(
    (date, index) => !isStrangers(tokens.slice(Math.max(told[index - 1]?.to ?? 0, date.from - MAX_CLAUSE), date.from)),
  )
  return own.length > 0 ? own : told
}

function isStrangers(before: readonly Token[]): boolean {
  const clause = before.slice(before.findLastIndex(({ text, kind }) => kind === 'break' || BREAKS.test(text)) + 1).map(({ text }) => text)
  if (clause.length === 0 || clause.some(text => OURS.test(text))) return false
  return clause.some(text => BUNDLE.test(text)) || strangersIn(clause).some(found => found.startsWith('product'))
}

/** "Today is 10 March and", "as of today, 10 March,": when somebody speaks. */
function isToday(tokens: readonly Token[], { from, readings }: DateFound, today: Day): boolean {
  const before = wordsIn(tokens, from - 5, from)
  const says = /\b(?:today|today's date|now|it's|date) ?(?:is|=|:|,|\()?(?: now)?(?: the)?$/u.test(before)
  return says && readings('behind', today).includes(today)
}

/** "Yesterday it said 20 days left", "36 days left (as of 5 March)": what is left was counted on `other`, and not today. */
export function isCountedOn(tokens: readonly Token[], date: DateFound, other: DateFound, today: Day): boolean {
  if (other === date || (date.hint !== 'left' && date.hint !== 'ahead')) return false
  const [day] = other.readings('behind', today)
  if (!day || daysBetween(day, today) < 1 || daysBetween(day, today) > MAX_AGO) return false
  const words = (from: number, to: number) => wordsIn(tokens, from, to)
  return other.from > date.from ? AS_OF.test(words(other.from - 3, other.from)) : COUNTED_THEN.test(words(other.to, date.from))
}
const AS_OF = /\b(?:as of|status|on|per)(?: the| of)? ?[:(]?$/u
const MAX_AGO = 90
/** Between the day and the length: "the trial had", "it said", "the portal showed". */
const COUNTED_THEN =
  /^,? ?(?:(?:it|there|we|the|our|my|trial|portal|admin|center|centre|still|banner|mail|e-mail|page) ?){0,5}(?:had|said|showed|were|was|told us|says|shows)(?: still| about| that| only)?(?: (?:it|we|there) (?:had|has|have|were|are))?$/u
