import { Worker } from 'node:worker_threads'
import type { Reading, SaidAt, Understand } from '../dialogs/ports.ts'

/** What the thread is asked. It says once that it is loaded, and then answers in the order in which it was asked. */
export interface Asked {
  readonly text: string
  readonly at: SaidAt
}

interface Waiting {
  readonly asked: Asked
  /** Since when the thread may be busy with it, by `performance.now`. */
  since: number
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

const THREAD = new URL('./understanding-thread.ts', import.meta.url)
/** Far more than any message is known to take. */
const LONGEST_MS = 5000

/**
 * The embedded understanding on a thread of its own, so that other conversations go on while a message is read.
 * A message that breaks the thread, or keeps it for too long, fails alone: a new thread reads those behind it.
 */
export function startUnderstanding(thread = THREAD, longestMs = LONGEST_MS): Understand {
  const waiting: Waiting[] = []
  let unasked: Asked[] = []
  let loaded = false
  let worker: Worker | undefined = start()
  const endLate = () => {
    const [first] = waiting
    // To load takes a busy machine longer than that: a thread that was ended for it would begin again and never be through.
    if (loaded && first && performance.now() - first.since > longestMs) worker?.terminate()
  }
  setInterval(endLate, longestMs / 4).unref()

  function start(): Worker {
    const started = new Worker(thread, { resourceLimits: { maxYoungGenerationSizeMb: 6 } })
    let why = new Error('the thread of the understanding ended')
    const begin = () => {
      if (waiting[0]) waiting[0].since = performance.now()
    }
    const next = () => {
      const done = waiting.shift()
      begin()
      return done
    }
    started.unref()
    started.once('message', () => {
      loaded = true
      begin()
      started.on('message', (reading: Reading) => next()?.resolve(reading))
    })
    started.on('error', (error: Error) => (why = error))
    started.on('exit', () => {
      next()?.reject(why)
      worker = undefined
      loaded = false
      unasked = waiting.map(({ asked }) => asked)
      // One that can't even start is not tried again for nobody.
      if (unasked.length > 0) ask()
    })
    return started
  }

  function ask(): void {
    const asking = unasked
    unasked = []
    try {
      worker ??= start()
      worker.postMessage(asking)
    } catch (error) {
      // Where the system gives no thread, whoever waits for one is told, and the next message tries again.
      for (const { reject } of waiting.splice(0)) reject(error as Error)
    }
  }

  return (text, at) =>
    new Promise((resolve, reject) => {
      const asked = { text, at }
      waiting.push({ asked, since: performance.now(), resolve, reject })
      // What begins together is asked together: it is half of the work of a message to the thread.
      if (unasked.push(asked) === 1) process.nextTick(ask)
    })
}
