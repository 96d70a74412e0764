import type { Clock } from '../dialogs/ports.ts'

/** The machine's own time. A wait that is stopped ends early and quietly. */
export const systemClock: Clock = {
  now: () => new Date(),
  wait: (ms, stop) =>
    new Promise(resolve => {
      if (stop?.aborted) return resolve()
      const end = () => {
        clearTimeout(timer)
        stop?.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      stop?.addEventListener('abort', end)
    }),
}

/** A clock whose time can be moved; waits take as long as they say. */
export interface MovableClock extends Clock {
  moveTo(time: Date): void
}

export function movableClock(clock: Clock): MovableClock {
  let ahead = 0
  return {
    now: () => new Date(clock.now().getTime() + ahead),
    wait: clock.wait,
    moveTo(time) {
      ahead = time.getTime() - clock.now().getTime()
    },
  }
}

/** What `work` comes to, or `late` where that takes longer than `ms`. */
export async function within<Outcome>(clock: Clock, ms: number, work: Promise<Outcome>, late: () => Outcome): Promise<Outcome> {
  const over = new AbortController()
  const limit = clock.wait(ms, over.signal).then(() => (over.signal.aborted ? work : late()))
  try {
    return await Promise.race([work, limit])
  } finally {
    // With a reason of its own no error is built, stack and all, for every request.
    over.abort('over')
  }
}
