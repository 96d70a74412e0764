import type { Clock } from '../dialogs/ports.ts'
import { within } from './clock.ts'
import type { Telemetry } from './telemetry.ts'

const PROBE_EVERY_MS = 1000
const PROBE_LIMIT_MS = 1000

/** Whether the storage answers. Asked as often as one likes, the storage is asked once a second at most, and not waited for longer. */
export function createProbe(probe: () => Promise<void>, clock: Clock, telemetry: Telemetry): () => Promise<boolean> {
  const ask = async () => {
    const answers = await within(clock, PROBE_LIMIT_MS, reached(probe), () => false)
    if (!answers) telemetry.count('store.unreachable')
    return answers
  }

  let last: { readonly at: number; readonly reached: Promise<boolean> } | undefined
  return () => {
    const now = clock.now().getTime()
    // A clock that was ahead and is set right would else keep the last answer until it is there again.
    if (!last || Math.abs(now - last.at) >= PROBE_EVERY_MS) last = { at: now, reached: ask() }
    return last.reached
  }
}

const reached = (probe: () => Promise<void>) =>
  probe().then(
    () => true,
    () => false,
  )
