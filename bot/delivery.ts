import { HOURS } from '../dialogs/reminders/planning.ts'
import type { Due } from '../dialogs/reminders/tracked.ts'
import { addDays, dayIn, hourIn, instantIn } from '../rules/day.ts'
import type { Entry, Settlement } from './store/ledger.ts'

/** More than so many at once in one conversation become one card with a list. */
const MOST_CARDS = 5

/** What is to be done about the entries that are due in one place. */
export interface Round {
  /** What is settled without sending anything. */
  readonly settled: readonly Settlement[]
  /** What is sent, by card. */
  readonly cards: readonly (readonly Entry[])[]
  /** Messages that were sent and are no longer true, by their ids. */
  readonly outdated: readonly string[]
}

/** Decides what is done now about the entries that are due in one place. */
export function sortOut(entries: readonly Entry[], now: Date): Round {
  const [sent, rest] = [entries.filter(({ state }) => state === 'sent'), entries.filter(({ state }) => state !== 'sent')]
  const judged = rest.map(entry => ({ entry, settled: withoutSending(entry, now) }))
  const items = Map.groupBy(
    judged.filter(({ settled }) => !settled).map(({ entry }) => entry),
    ({ tracked }) => tracked,
  )
  const cards = [...items.values()]
  return {
    settled: judged.flatMap(({ settled }) => settled ?? []),
    cards: cards.length > MOST_CARDS ? [cards.flat()] : cards,
    outdated: [...new Set(sent.flatMap(({ activityId }) => activityId ?? []))],
  }
}

/** How an entry is settled that isn't sent now; undefined for one that is. */
function withoutSending(entry: Entry, now: Date): Settlement | undefined {
  const { id, item, state, uncertain } = entry
  const doubtful = state === 'sending' ? { uncertain: true } : {}
  if (item?.state !== 'active') return { id, state: 'cancelled', reason: item?.state ?? 'gone', ...doubtful }
  // It was on its way twice and nobody knows what became of it: a third time would be a nuisance.
  if (state === 'sending' && uncertain) return { id, state: 'failed', reason: 'unknown' }
  if (stillAhead(entry, now).length === 0) return { id, state: 'missed', reason: 'too-late', ...doubtful }
  const nextAt = quietUntil(item.zone, now)
  return nextAt && { id, state: 'planned', nextAt, ...(state === 'sending' || uncertain ? { uncertain: true } : {}) }
}

/** The morning until which nothing is posted somewhere; undefined in the daytime. */
export function quietUntil(zone: string, now: Date): Date | undefined {
  const today = dayIn(zone, now)
  const hour = hourIn(zone, now)
  if (hour >= HOURS.first && hour < HOURS.last) return undefined
  return instantIn(zone, hour < HOURS.first ? today : addDays(today, 1), HOURS.first)
}

/** What a notice warns of that isn't past. */
function stillAhead({ warns, item }: Entry, now: Date): Due['warns'] {
  const today = dayIn(item?.zone ?? 'UTC', now)
  return warns.filter(({ date }) => date >= today)
}

/** What a card is about: each item once, with all that its entries warn of and `now` still lies ahead. */
export function dueOf(entries: readonly Entry[], now: Date): readonly Due[] {
  return [...Map.groupBy(entries, ({ tracked }) => tracked).values()].flatMap(ofItem => {
    const tracked = ofItem[0]?.item
    if (!tracked) return []
    const byMilestone = new Map(ofItem.flatMap(entry => stillAhead(entry, now)).map(warned => [warned.milestone, warned]))
    return [{ tracked, warns: [...byMilestone.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) }]
  })
}
