import type { Clock } from '../../dialogs/ports.ts'

/** A clock that jumps to the next thing somebody waits for, as soon as nothing else is to be done. */
export interface VirtualClock extends Clock {
  /** Lets time pass until `work` is through; returns what it comes to. Nothing in it may wait for anything but this clock. */
  through<Result>(work: Promise<Result>): Promise<Result>
  /** Lets time pass until an instant, with whatever happens on the way. */
  till(instant: Date): void
}

export function virtualClock(start: string): VirtualClock {
  let time = Date.parse(start)
  const waits = new Set<{ until: number; end: () => void }>()
  return {
    now: () => new Date(time),
    wait: (ms, stop) =>
      new Promise(resolve => {
        if (stop?.aborted) return resolve()
        const wait = { until: time + ms, end: resolve }
        waits.add(wait)
        stop?.addEventListener('abort', () => {
          waits.delete(wait)
          resolve()
        })
      }),
    alarm(ms, ring) {
      const wait = { until: time + ms, end: ring }
      waits.add(wait)
      return () => waits.delete(wait)
    },
    async through(work) {
      let done = false
      const finished = work.finally(() => (done = true))
      while (!done) {
        await new Promise(resolve => setImmediate(resolve))
        if (done || waits.size === 0) continue
        let first: { until: number; end: () => void } | undefined
        for (const wait of waits) if (!first || wait.until < first.until) first = wait
        if (!first) continue
        time = Math.max(time, first.until)
        waits.delete(first)
        first.end()
      }
      return finished
    },
    till(instant) {
      time = Math.max(time, instant.getTime())
    },
  }
}
