import { type CourierParts, createCourier, LEASE_MS } from './courier.ts'
import { limits } from './limits.ts'
import type { Log } from './log.ts'
import { silent, type Telemetry } from './telemetry.ts'

export interface NotifierParts extends Omit<CourierParts, 'halted' | 'refused' | 'count'> {
  readonly log: Log
  readonly telemetry?: Telemetry
  /** What must be done before the first notice goes out, until `stop`. */
  readonly first?: (stop: AbortSignal) => Promise<void>
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
export function createNotifier(parts: NotifierParts): Notifier {
  const { clock, log, telemetry = silent } = parts
  const { ledger } = parts.store
  const running = new Set<Promise<void>>()
  let counts: Record<string, number> = {}
  let refusedUntil = 0
  let stopping = false
  let nap = new AbortController()
  const stopped = new AbortController()
  let ended = Promise.resolve()

  const isRefused = () => clock.now().getTime() < refusedUntil
  const halted = () => stopping || isRefused()

  const deliver = createCourier({
    ...parts,
    halted,
    refused(until) {
      if (!isRefused()) log.trouble('Teams does not accept the credentials of the bot, notices wait', undefined)
      refusedUntil = until.getTime()
    },
    count(settlements) {
      for (const { state } of settlements) {
        counts[state] = (counts[state] ?? 0) + 1
        telemetry.count('notices', { state })
      }
    },
  })

  async function round(): Promise<void> {
    let broken = false
    while (!halted() && !broken) {
      const room = limits.inFlight - running.size
      for (const claim of room > 0 ? await ledger.claim(clock.now(), room, LEASE_MS) : []) {
        const delivery = telemetry
          .root('delivery', say => {
            say({ notices: claim.entries.length, shared: claim.place.shared })
            return deliver(claim)
          })
          .catch(error => {
            // It is due all the same: taken again at once, it would break again, and nothing else would ever have its turn.
            broken = true
            log.trouble('a notice could not be delivered', error)
          })
          .finally(() => running.delete(delivery))
        running.add(delivery)
      }
      if (running.size === 0) break
      await Promise.race(running)
    }
    await Promise.all(running)
    await report()
  }

  async function overdueMs(): Promise<number> {
    const now = clock.now()
    const oldest = await ledger.oldestDue(now)
    return oldest ? now.getTime() - oldest.getTime() : 0
  }
  telemetry.watch('notices.overdue', overdueMs)

  async function report(): Promise<void> {
    if (Object.keys(counts).length === 0) return
    const oldestDueMs = await overdueMs()
    log.note('notices', { ...counts, ...(oldestDueMs > 0 ? { oldestDueMs } : {}) })
    counts = {}
  }

  return {
    round,
    run() {
      const deliverAlways = async () => {
        await parts.first?.(stopped.signal).catch(error => log.trouble('what is tracked could not be planned anew', error))
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
      stopped.abort()
      nap.abort()
      await Promise.all([ended, ...running])
    },
  }
}
