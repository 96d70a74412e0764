import type { Due } from '../dialogs/tracked.ts'
import { addDays, dayIn, hourIn, instantIn } from '../rules/day.ts'
import { limits } from './limits.ts'
import { mayBeRepeated, type Sent } from './sender.ts'
import type { Entry, Settlement } from './store/ledger.ts'
import type { Attempt } from './store/schema.ts'

/** Reminders are sent from the first hour on and before the last, in the person's own time. */
const HOURS = { first: 9, last: 18 }
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
  const today = dayIn(item.zone, now)
  const hour = hourIn(item.zone, now)
  if (hour >= HOURS.first && hour < HOURS.last) return undefined
  const nextAt = instantIn(item.zone, hour < HOURS.first ? today : addDays(today, 1), HOURS.first)
  return { id, state: 'planned', nextAt, ...(state === 'sending' || uncertain ? { uncertain: true } : {}) }
}

/** What a notice warns of that isn't past. */
export function stillAhead({ warns, item }: Entry, now: Date): Due['warns'] {
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

/** What an attempt means for the place, besides its entries. */
export type Consequence =
  | { readonly kind: 'go-on' }
  /** The conversation waits. */
  | { readonly kind: 'hold'; readonly until: Date }
  /** Nothing is sent there any more; `drop` its address as well. */
  | { readonly kind: 'park'; readonly reason: string; readonly drop: boolean }
  /** The tenant is at another address. */
  | { readonly kind: 'elsewhere' }
  /** Teams refuses the bot itself: nothing is sent to anybody for a while. */
  | { readonly kind: 'stop'; readonly until: Date }

export interface Verdict {
  readonly settled: readonly Settlement[]
  readonly consequence: Consequence
}

/** Refusals that say that nothing is there any more: the address is of no use. */
const gone: readonly string[] = ['ConversationBlockedByUser', 'ConversationNotFound']

/** How entries go on after an attempt to send them. @param dice from 0 to 1 */
export function judge(entries: readonly Entry[], sent: Sent, now: Date, dice: number): Verdict {
  const attempt: Attempt = { at: now.toISOString(), ...outcomeOf(sent) }
  const all = (settle: (entry: Entry) => Omit<Settlement, 'id' | 'attempts'>): Settlement[] =>
    entries.map(entry => ({ id: entry.id, attempts: [...entry.attempts, attempt], ...settle(entry) }))
  const { reason = '' } = attempt

  if (sent.kind === 'accepted')
    return { settled: all(() => ({ state: 'sent', ...(sent.id ? { activityId: sent.id } : {}) })), consequence: { kind: 'go-on' } }
  if (sent.kind === 'unknown') return { settled: all(entry => afterUnknown(entry, now, dice)), consequence: { kind: 'go-on' } }
  if (sent.status === 401 || sent.code === 'no-token') {
    const until = later(now, limits.refusedMs)
    return { settled: all(() => ({ state: 'planned', nextAt: until })), consequence: { kind: 'stop', until } }
  }
  if (sent.code === 'InvalidBotApiHost') return { settled: all(({ state }) => ({ state, reason })), consequence: { kind: 'elsewhere' } }
  if (sent.status === 403 || sent.status === 404)
    return {
      settled: all(() => ({ state: 'parked', reason })),
      consequence: { kind: 'park', reason, drop: gone.includes(reason) },
    }
  if (!mayBeRepeated(sent)) return { settled: all(() => ({ state: 'failed', reason })), consequence: { kind: 'go-on' } }
  const until = later(now, sent.retryAfterMs ?? pause(Math.max(...entries.map(({ tries }) => tries)), dice))
  const again = ({ tries }: Entry) =>
    tries + 1 < limits.attempts
      ? { state: 'planned' as const, tries: tries + 1, nextAt: until }
      : { state: 'failed' as const, tries: tries + 1, reason }
  return { settled: all(again), consequence: sent.status === 429 ? { kind: 'hold', until } : { kind: 'go-on' } }
}

function afterUnknown({ uncertain, tries }: Entry, now: Date, dice: number): Omit<Settlement, 'id'> {
  const again = { state: 'planned' as const, nextAt: later(now, pause(tries, dice)) }
  return { uncertain: true, tries: tries + 1, ...(uncertain ? { state: 'failed', reason: 'unknown' } : again) }
}

/** What the ledger says of an attempt. The connector answers a post with 201. */
function outcomeOf(sent: Sent): Pick<Attempt, 'status' | 'reason'> {
  if (sent.kind === 'accepted') return { status: 201 }
  if (sent.kind === 'unknown') return { status: 0, reason: 'unknown' }
  return { status: sent.status, reason: sent.code ?? String(sent.status) }
}

/** The wait before the next attempt, in milliseconds. */
function pause(tries: number, dice: number): number {
  const { first, last } = limits.retryMs
  return Math.round(first + dice * (Math.min(last, first * 2 ** (tries + 1)) - first))
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms)
