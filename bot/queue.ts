/** Turns of one conversation one after the other, those of different ones side by side, and full at `limit` in all. */
export interface Queue {
  readonly full: boolean
  /** Runs after everything that was added before under the same key. */
  add<Result>(key: string | symbol, run: () => Promise<Result>): Promise<Result>
  /** Resolves once nothing is running or waiting. */
  empty(): Promise<void>
}

export function createQueue(limit: number): Queue {
  const last = new Map<string | symbol, Promise<unknown>>()
  const waiting = new Set<() => void>()
  let length = 0

  return {
    get full() {
      return length >= limit
    },
    add(key, run) {
      length++
      const result = (last.get(key) ?? Promise.resolve()).then(run)
      const done = result
        .catch(() => {}) // whoever added it hears of it; the next in the queue doesn't care
        .then(() => {
          length--
          if (last.get(key) === done) last.delete(key)
          if (length > 0) return
          for (const go of waiting) go()
          waiting.clear()
        })
      last.set(key, done)
      return result
    },
    empty: () => (length === 0 ? Promise.resolve() : new Promise(resolve => waiting.add(resolve))),
  }
}
