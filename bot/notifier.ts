import type { Clock } from '../dialogs/ports.ts'
import type { Due, WriteReminder } from '../dialogs/tracked.ts'
import { dayIn } from '../rules/day.ts'
import type { PolicyOn } from '../rules/policy.ts'
import { dueOf, judge, sortOut, type Verdict } from './delivery.ts'
import { limits } from './limits.ts'
import type { Log } from './log.ts'
import { messageOf } from './outbound.ts'
import type { Sender, Sent } from './sender.ts'
import type { Claim, Entry, Settlement } from './store/ledger.ts'
import type { Parked } from './store/places.ts'
import type { OpenStore } from './store/store.ts'

export interface NotifierParts {
  readonly store: Pick<OpenStore, 'ledger' | 'rates'>
  readonly sender: Pick<Sender, 'send'>
  readonly write: WriteReminder
  readonly policy: PolicyOn
  readonly clock: Clock
  readonly log: Log
  /** Where something may be sent to at all. */
  readonly mayReach: (serviceUrl: string) => boolean
  /** Where the government tenants of the public cloud are reached; undefined where there is no such place. */
  readonly elsewhere?: string | undefined
  /** From 0 to 1, for the pauses between attempts. */
  readonly dice?: () => number
}

/** Sends what the ledger says is due. Any number of them may run on one database. */
export interface Notifier {
  /** Delivers until it is stopped. */
  run(): Promise<void>
  /** Delivers all that is due now; returns when it is through. */
  round(): Promise<void>
  /** Looks again now, because the clock was moved. */
  wake(): void
  /** Begins nothing new; resolves when what is on its way is settled. */
  stop(): Promise<void>
}

/** How often it looks. */
const EVERY_MS = 5000
/** How long an attempt may take, and how long nobody else delivers to a place meanwhile. */
const ATTEMPT_MS = 15_000
const LEASE_MS = 60_000
/** A conversation that has to wait longer for its turn is left, so that others go on. */
const PATIENCE_MS = 2000

export function createNotifier(parts: NotifierParts): Notifier {
  const { store, sender, write, policy, clock, log, mayReach, elsewhere, dice = Math.random } = parts
  const { ledger, rates } = store
  const running = new Set<Promise<void>>()
  let counts: Record<string, number> = {}
  let refusedUntil = 0
  let stopping = false
  let nap = new AbortController()
  let ended = Promise.resolve()

  const isRefused = () => clock.now().getTime() < refusedUntil

  async function round(): Promise<void> {
    while (!stopping && !isRefused()) {
      const room = limits.inFlight - running.size
      for (const claim of room > 0 ? await ledger.claim(clock.now(), room, LEASE_MS) : []) {
        const delivery = deliver(claim)
          .catch(error => log.trouble('a notice could not be delivered', error))
          .finally(() => running.delete(delivery))
        running.add(delivery)
      }
      if (running.size === 0) break
      await Promise.race(running)
    }
    await Promise.all(running)
    await report()
  }

  async function report(): Promise<void> {
    if (Object.keys(counts).length === 0) return
    const oldest = await ledger.oldestDue(clock.now())
    log.note('notices', { ...counts, ...(oldest ? { oldestDueMs: clock.now().getTime() - oldest.getTime() } : {}) })
    counts = {}
  }

  async function settle(settlements: readonly Settlement[], parked?: Parked): Promise<void> {
    if (settlements.length === 0 && !parked) return
    await ledger.settle(settlements, clock.now(), parked)
    for (const { state } of settlements) counts[state] = (counts[state] ?? 0) + 1
  }

  async function deliver(claim: Claim): Promise<void> {
    const { settled, cards, outdated } = sortOut(claim.entries, clock.now())
    await settle(settled)
    for (const entries of cards) if (!(await post(claim, entries))) break
    for (const activityId of outdated) await renew(claim, activityId)
    await ledger.release(claim)
  }

  /** Sends one card. Whether the next one may follow. */
  async function post(claim: Claim, entries: readonly Entry[]): Promise<boolean> {
    const { place } = claim
    if (!mayReach(place.serviceUrl)) {
      await settle([], { place: place.key, reason: 'no-address', drop: false })
      return false
    }
    const wait = await turn(claim)
    if (wait > 0) {
      const nextAt = new Date(clock.now().getTime() + wait)
      await settle(
        entries.map(({ id, state, uncertain }) => ({ id, state: 'planned', uncertain: uncertain || state === 'sending', nextAt })),
      )
      return false
    }
    if (stopping || isRefused()) return false
    const ids = await ledger.begin(
      claim,
      entries.map(({ id }) => id),
      clock.now(),
      LEASE_MS,
    )
    const begun = entries
      .filter(({ id }) => ids.includes(id))
      .map(entry => ({ ...entry, uncertain: entry.uncertain || entry.state === 'sending' }))
    return begun.length === 0 || conclude(claim, begun, await attempt(claim, begun, place.serviceUrl))
  }

  async function attempt({ place }: Claim, entries: readonly Entry[], serviceUrl: string): Promise<Sent> {
    const activity = messageFor(dueOf(entries, clock.now()), place.shared)
    if (!activity) return { kind: 'refused', status: 0, code: 'nothing-to-say' }
    return sender.send(
      { method: 'POST', serviceUrl, conversationId: place.conversation, activity: { ...activity, from: { id: place.bot } } },
      ATTEMPT_MS,
    )
  }

  async function conclude(claim: Claim, entries: readonly Entry[], sent: Sent): Promise<boolean> {
    const { place } = claim
    const { settled, consequence } = judge(entries, sent, clock.now(), dice())
    if (consequence.kind === 'elsewhere') return moveOn(claim, entries, settled)
    await settle(settled, consequence.kind === 'park' ? { place: place.key, ...consequence } : undefined)
    switch (consequence.kind) {
      case 'hold':
        await rates.hold(place.key, consequence.until)
        return true
      case 'park':
        return false
      case 'stop':
        if (!isRefused()) log.trouble('Teams does not accept the credentials of the bot, notices wait', undefined)
        refusedUntil = consequence.until.getTime()
        return false
      default:
        return true
    }
  }

  /** Sends to the other address, once; where that is the one that was tried, the place is parked. */
  async function moveOn(claim: Claim, entries: readonly Entry[], settled: Verdict['settled']): Promise<boolean> {
    const { place } = claim
    const tried = entries.map(entry => ({ ...entry, attempts: settled.find(({ id }) => id === entry.id)?.attempts ?? entry.attempts }))
    if (!elsewhere || place.serviceUrl === elsewhere) {
      const reason = 'InvalidBotApiHost'
      const parked = { place: place.key, reason, drop: false }
      await settle(
        tried.map(({ id, attempts }) => ({ id, attempts, state: 'parked', reason })),
        parked,
      )
      return false
    }
    await ledger.redirect(place.key, elsewhere)
    const moved = { ...claim, place: { ...place, serviceUrl: elsewhere } }
    return conclude(moved, tried, await attempt(moved, tried, elsewhere))
  }

  /** Brings a card up to date that was sent before. It is given up where Teams doesn't want it. */
  async function renew(claim: Claim, activityId: string): Promise<void> {
    const { place } = claim
    const entries = await ledger.entriesOf(place.key, activityId)
    const activity = messageFor(dueOf(entries, clock.now()), place.shared)
    const wait = await turn(claim)
    if (stopping || isRefused()) return
    const outgoing = { method: 'PUT' as const, serviceUrl: place.serviceUrl, conversationId: place.conversation, activityId }
    const sent: Sent =
      wait > 0
        ? { kind: 'refused', status: 429, retryAfterMs: wait }
        : activity && mayReach(place.serviceUrl)
          ? await sender.send({ ...outgoing, activity: { ...activity, id: activityId, from: { id: place.bot } } }, ATTEMPT_MS)
          : { kind: 'accepted', id: activityId }
    const { settled } = judge(entries, sent, clock.now(), dice())
    const again = new Map(settled.flatMap(({ id, state, tries, nextAt }) => (state === 'planned' ? [[id, { tries, nextAt }]] : [])))
    await ledger.settle(
      entries.map(({ id, tries }) => ({ id, state: 'sent', tries, ...again.get(id) })),
      clock.now(),
    )
  }

  /** Waits for the turn of a conversation and of its tenant. Where that takes too long: how long, in milliseconds, else 0. */
  async function turn({ place }: Claim): Promise<number> {
    const ownWait = await rates.take(place.key, 1000 / limits.perConversation, clock.now())
    if (ownWait > PATIENCE_MS) return ownWait
    const tenantWait = await rates.take(`tenant ${place.tenant}`, 1000 / limits.perTenant, clock.now())
    const wait = Math.max(ownWait, tenantWait)
    if (wait > 0) await clock.wait(wait)
    return 0
  }

  function messageFor(due: readonly Due[], shared: boolean) {
    const [first, ...rest] = due
    if (!first) return undefined
    const today = dayIn(first.tracked.zone, clock.now())
    const card = write([first, ...rest], { today, policy: policy(today), locale: first.tracked.locale, shared })
    return messageOf({ reply: { kind: 'cards', cards: [card] } })
  }

  return {
    round,
    run() {
      const deliverAlways = async () => {
        while (!stopping) {
          await round().catch(error => log.trouble('the ledger could not be read', error))
          nap = new AbortController()
          if (!stopping) await clock.wait(EVERY_MS, nap.signal)
        }
      }
      ended = deliverAlways()
      return ended
    },
    wake: () => nap.abort(),
    async stop() {
      stopping = true
      nap.abort()
      await Promise.all([ended, ...running])
    },
  }
}
