import type { Clock } from '../../dialogs/ports.ts'

/** A clock that only moves when told. */
export interface TestClock extends Clock {
  /** Moves on, and ends the waits that are over by then. */
  advance(ms: number): void
  /** Milliseconds until the first wait is over; undefined where nobody waits. */
  readonly untilNext: number | undefined
  /** Resolves as soon as somebody waits for exactly `ms`. */
  waitedFor(ms: number): Promise<void>
}

export function testClock(start: Date | string = '2026-03-10T09:00:00Z'): TestClock {
  let time = new Date(start).getTime()
  const waits = new Set<{ ms: number; until: number; end: () => void }>()
  const watchers: (() => void)[] = []
  return {
    now: () => new Date(time),
    wait: (ms, stop) =>
      new Promise(resolve => {
        if (stop?.aborted) return resolve()
        const wait = { ms, until: time + ms, end: resolve }
        waits.add(wait)
        stop?.addEventListener('abort', () => {
          waits.delete(wait)
          resolve()
        })
        for (const look of watchers.splice(0)) look()
      }),
    alarm(ms, ring) {
      const wait = { ms, until: time + ms, end: ring }
      waits.add(wait)
      for (const look of watchers.splice(0)) look()
      return () => waits.delete(wait)
    },
    advance(ms) {
      time += ms
      for (const wait of [...waits].filter(({ until }) => until <= time)) {
        waits.delete(wait)
        wait.end()
      }
    },
    get untilNext() {
      return waits.size === 0 ? undefined : Math.min(...[...waits].map(({ until }) => until)) - time
    },
    async waitedFor(ms) {
      while (![...waits].some(wait => wait.ms === ms)) await new Promise<void>(look => watchers.push(look))
    },
  }
}
