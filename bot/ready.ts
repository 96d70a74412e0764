import type { Clock } from '../dialogs/ports.ts'

const PROBE_EVERY_MS = 1000
const PROBE_LIMIT_MS = 1000

/** Whether the storage answers. Asked as often as one likes, the storage is asked once a second at most, and not waited for longer. */
export function createProbe(probe: () => Promise<void>, clock: Clock): () => Promise<boolean> {
  let last: { readonly at: number; readonly reached: Promise<boolean> } | undefined
  return () => {
    const now = clock.now().getTime()
    if (!last || now - last.at >= PROBE_EVERY_MS) last = { at: now, reached: within(probe, clock) }
    return last.reached
  }
}

async function within(probe: () => Promise<void>, clock: Clock): Promise<boolean> {
  const over = new AbortController()
  const late = clock.wait(PROBE_LIMIT_MS, over.signal).then(() => false)
  const reached = await Promise.race([
    probe().then(
      () => true,
      () => false,
    ),
    late,
  ])
  over.abort()
  return reached
}
