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
  alarm(ms, ring) {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
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
    alarm: clock.alarm,
    moveTo(time) {
      ahead = time.getTime() - clock.now().getTime()
    },
  }
}

/** What `work` comes to, or `late` where that takes longer than `ms`. Every turn asks for this several times: it is a timer and a promise. */
export function within<Outcome>(clock: Clock, ms: number, work: Promise<Outcome>, late: () => Outcome): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const callOff = clock.alarm(ms, () => resolve(new Promise(over => over(late()))))
    work.then(
      outcome => {
        callOff()
        resolve(outcome)
      },
      (error: unknown) => {
        callOff()
        reject(error)
      },
    )
  })
}
