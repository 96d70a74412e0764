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
