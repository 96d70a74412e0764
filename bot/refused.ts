import type { Clock } from '../dialogs/ports.ts'
import type { Log } from './log.ts'
import type { Telemetry } from './telemetry.ts'

/** A flood of refused requests makes no flood of lines: two in such a time at most. */
const EVERY_MS = 60_000
/** These have lines of their own, with more in them. */
const logged: readonly string[] = ['reply-refused', 'failed']

/** Requests that were refused, by code. */
export interface Refused {
  /** @param why what was wrong with a token, as a code */
  add(code: string, why?: string): void
  /** Says what was not said yet. */
  stop(): void
}

/** Counts what is refused: the first is in the log at once, what follows within a minute as one line at its end. */
export function createRefused(clock: Clock, log: Log, telemetry: Telemetry): Refused {
  const stopped = new AbortController()
  let counts = new Map<string, number>()
  let resting = false

  function say(): void {
    if (counts.size > 0) log.note('requests were refused', Object.fromEntries(counts))
    counts = new Map()
  }

  async function rest(): Promise<void> {
    resting = true
    await clock.wait(EVERY_MS, stopped.signal)
    resting = false
    say()
  }

  return {
    add(code, why) {
      telemetry.count('requests.refused', { code, why })
      if (logged.includes(code)) return
      const name = why ? `${code}: ${why}` : code
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (resting) return
      say()
      void rest()
    },
    stop() {
      stopped.abort()
      say()
    },
  }
}
