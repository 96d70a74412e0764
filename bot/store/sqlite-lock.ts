import { systemClock } from '../clock.ts'

/** How long a statement waits for another process's write, in milliseconds, and how often it looks. */
const BUSY_MS = 2000
const LOOK_MS = 20

/** Held by one at a time. */
export interface Lock {
  /** Waits until nobody else has it; returns how to give it back. */
  take(): Promise<() => void>
  isFree(): boolean
}

/** Whoever uses the connection of this process takes turns: a statement of one doesn't belong into the transaction of another. */
export function createLock(): Lock {
  let last: Promise<void> = Promise.resolve()
  let takers = 0
  return {
    async take() {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      takers++
      last = promise.then(() => void takers--)
      await before
      return resolve
    },
    isFree: () => takers === 0,
  }
}

/** Who has the lock, as long as it is held. */
export interface Holder {
  release: () => void
}

/**
 * Runs `work`, again and again while another process writes. SQLite's own way of waiting would hold up the thread with all other
 * conversations; here they have their turn meanwhile, and what only reads goes on.
 */
export async function patiently<Result>(lock: Lock, holder: Holder, work: () => Result, limitMs = BUSY_MS): Promise<Result> {
  const until = performance.now() + limitMs
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error
    }
    holder.release()
    await systemClock.wait(LOOK_MS)
    holder.release = await lock.take()
  }
}

/** As `patiently`, for whoever is no connection of Kysely's. */
export async function alone<Result>(lock: Lock, work: () => Result, limitMs?: number): Promise<Result> {
  const holder = { release: await lock.take() }
  try {
    return await patiently(lock, holder, work, limitMs)
  } finally {
    holder.release()
  }
}

const SQLITE_BUSY = 5
export const busy = () => Object.assign(new Error('the database is busy'), { errcode: SQLITE_BUSY })
/** Whether another process was writing. */
export const isBusy = (error: unknown) => ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY
