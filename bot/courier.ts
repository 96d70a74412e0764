import { quietUntil, sortOut } from './delivery.ts'
import { createExchange, type Exchanged, type ExchangeParts } from './exchange.ts'
import { limits } from './limits.ts'
import { type Consequence, isGone, judge, judgeUpdate } from './outcomes.ts'
import type { Sent } from './sender.ts'
import type { Claim, Entry, Settlement } from './store/ledger.ts'
import type { Parked } from './store/places.ts'

export interface CourierParts extends ExchangeParts {
  /** Nothing new is to be sent now. */
  readonly halted: () => boolean
  /** Teams refuses the bot itself until then. */
  readonly refused: (until: Date) => void
  /** How many entries came to which state. */
  readonly count: (settlements: readonly Settlement[]) => void
  /** From 0 to 1, for the pauses between attempts. */
  readonly dice?: () => number
}

/** How long a claim is held, renewed with each message. */
export const LEASE_MS = 60_000
/** How often it is tried to write down how an attempt ended: for ten seconds in all, and well within the lease. */
const WRITES = 5

/** What breaks on the way to the connection, as where the store that keeps the turns is away, is known not to have left. */
const unsent: Exchanged = { tried: [], sent: { kind: 'refused', status: 0, code: 'unsent' } }

/** Does what is to be done in one place: sends what is due, one card after the other, and brings up to date what was sent. */
export function createCourier(parts: CourierParts): (claim: Claim) => Promise<void> {
  const { store, clock, hindrance, dice = Math.random, halted, refused, count } = parts
  const { ledger, rates } = store
  const { exchange, turn } = createExchange(parts)

  async function settle(settlements: readonly Settlement[], parked?: Parked): Promise<void> {
    if (settlements.length === 0 && !parked) return
    await ledger.settle(settlements, clock.now(), parked)
    count(settlements)
  }

  /** Sends one card. Whether the next one may follow. */
  async function post(claim: Claim, entries: readonly Entry[]): Promise<boolean> {
    const { place } = claim
    const reason = hindrance(place)
    if (reason) {
      await settle([], { place: place.key, reason, drop: false })
      return false
    }
    const next = await turn(claim)
    if (next.far) {
      const isDoubtful = ({ state, uncertain }: Entry) => uncertain || state === 'sending'
      await settle(entries.map(entry => ({ id: entry.id, state: 'planned', uncertain: isDoubtful(entry), nextAt: next.at })))
      return false
    }
    if (halted()) return false
    const ids = await ledger.begin(
      claim,
      entries.map(({ id }) => id),
      clock.now(),
      LEASE_MS,
    )
    const begun = entries
      .filter(({ id }) => ids.includes(id))
      .map(entry => ({ ...entry, uncertain: entry.uncertain || entry.state === 'sending' }))
    if (begun.length === 0) return true
    const exchanged = exchange(claim, begun, next, { method: 'POST' })
    const { tried, sent } = await exchanged.catch(() => unsent)
    const { settled, consequence } = judge(begun, tried, sent, clock.now(), dice())
    const mayFollow = await conclude(claim, consequence, parked => settle(settled, parked))
    await exchanged
    return mayFollow
  }

  /** Brings a card up to date that was sent before. Whether the next one may follow. */
  async function renew(claim: Claim, activityId: string): Promise<boolean> {
    const { place } = claim
    const entries = await ledger.entriesOf(place.key, activityId)
    const keep = (nextAt?: Date) =>
      ledger.settle(
        entries.map(({ id }) => ({ id, state: 'sent', ...(nextAt ? { nextAt } : {}) })),
        clock.now(),
      )
    if (hindrance(place)) return keep().then(() => true)
    const next = await turn(claim)
    if (next.far) return keep(next.at).then(() => false)
    if (halted() || !(await ledger.keep(claim, clock.now(), LEASE_MS))) return false
    const { sent } = await exchange(claim, entries, next, { method: 'PUT', activityId })
    if (!isGone(sent)) return updated(claim, entries, sent)
    // What is posted anew makes itself heard, which a change does not.
    const morning = quietUntil(entries[0]?.item?.zone ?? 'UTC', clock.now())
    return morning ? keep(morning).then(() => true) : postAnew(claim, entries, activityId)
  }

  /** Posts a card in place of one that is gone, once: whoever dies over that leaves it, marked, at that. */
  async function postAnew(claim: Claim, entries: readonly Entry[], gone: string): Promise<boolean> {
    await ledger.settle(
      entries.map(({ id }) => ({ id, state: 'sent', uncertain: true, activityId: null })),
      clock.now(),
    )
    const { sent } = await exchange(claim, entries, await turn(claim), { method: 'POST' })
    if (sent.kind === 'unknown') return true
    return updated(claim, entries, sent, sent.kind === 'accepted' ? sent.id || null : gone)
  }

  async function updated(claim: Claim, entries: readonly Entry[], sent: Sent, activityId?: string | null): Promise<boolean> {
    const { settled, consequence } = judgeUpdate(entries, sent, clock.now(), dice())
    const before = new Map(entries.map(({ id, uncertain }) => [id, uncertain]))
    const known = settled.map(each => ({
      ...each,
      ...(activityId === undefined ? {} : { activityId, uncertain: before.get(each.id) ?? false }),
    }))
    return conclude(claim, consequence, parked => ledger.settle(known, clock.now(), parked))
  }

  /** Writes down how an attempt ended, with what it means for the place and everybody. Whether the next message may follow. */
  async function conclude({ place }: Claim, consequence: Consequence, write: (parked?: Parked) => Promise<void>): Promise<boolean> {
    const parked = consequence.kind === 'park' ? { place: place.key, reason: consequence.reason, drop: consequence.drop } : undefined
    await insist(() => write(parked))
    if (consequence.kind === 'hold') await rates.hold(place.key, limits.perConversation, consequence.until)
    if (consequence.kind === 'stop') refused(consequence.until)
    return consequence.kind === 'go-on' || consequence.kind === 'hold'
  }

  /** What was sent and is not written down would be sent again: a store that is away for a moment is waited for. */
  async function insist(write: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await write()
      } catch (error) {
        if (tries === WRITES) throw error
        await clock.wait(tries * 1000)
      }
    }
  }

  return async claim => {
    const { settled, cards, outdated } = sortOut(claim.entries, clock.now())
    try {
      await settle(settled)
      for (const entries of cards) if (!(await post(claim, entries))) break
      for (const activityId of outdated) if (!(await renew(claim, activityId))) break
    } finally {
      await ledger.release(claim)
    }
  }
}
