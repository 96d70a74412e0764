import { Worker } from 'node:worker_threads'
import type { Reading, SaidAt, Understand } from '../dialogs/ports.ts'

/** What the thread is asked. It answers in the order in which it was asked. */
export interface Asked {
  readonly text: string
  readonly at: SaidAt
}

interface Waiting {
  readonly asked: Asked
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
  let limit: NodeJS.Timeout | undefined
  let worker: Worker | undefined = start()

  function start(): Worker {
    const started = new Worker(thread)
    let why = new Error('the thread of the understanding ended')
    started.unref()
    started.on('message', (reading: Reading) => {
      waiting.shift()?.resolve(reading)
      watch()
    })
    started.on('error', (error: Error) => (why = error))
    started.on('exit', () => {
      waiting.shift()?.reject(why)
      worker = undefined
      unasked = waiting.map(({ asked }) => asked)
      // One that can't even start is not tried again for nobody.
      if (unasked.length > 0) ask()
      watch()
    })
    return started
  }

  function watch(): void {
    clearTimeout(limit)
    limit = waiting.length > 0 ? setTimeout(() => worker?.terminate(), longestMs) : undefined
  }

  function ask(): void {
    worker ??= start()
    worker.postMessage(unasked)
    unasked = []
  }

  return (text, at) =>
    new Promise((resolve, reject) => {
      const asked = { text, at }
      if (waiting.push({ asked, resolve, reject }) === 1) watch()
      // What begins together is asked together: it is half of the work of a message to the thread.
      if (unasked.push(asked) === 1) process.nextTick(ask)
    })
}
