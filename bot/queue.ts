/** How many may run and wait at once: in all, of one group, and under one key. */
export interface QueueLimits {
  readonly all: number
  readonly ofGroup: number
  readonly ofKey: number
}

/** Work of one key one after the other, that of different ones side by side. */
export interface Queue {
  /** How many are running or waiting. */
  readonly length: number
  /** Whether there is room for one more, so that neither a key nor a group takes it all. */
  hasRoom(key: string, group: string): boolean
  /** Runs after everything that was added before under the same key, or at once where it may overtake that. */
  add<Result>(key: string, group: string, run: () => Promise<Result>, atOnce?: boolean): Promise<Result>
  /** Resolves once nothing is running or waiting. */
  empty(): Promise<void>
}

export function createQueue(limits: QueueLimits): Queue {
  const last = new Map<string, Promise<unknown>>()
  const [ofKey, ofGroup] = [new Map<string, number>(), new Map<string, number>()]
  const waiting = new Set<() => void>()
  let length = 0

  return {
    get length() {
      return length
    },
    hasRoom: (key, group) => length < limits.all && (ofGroup.get(group) ?? 0) < limits.ofGroup && (ofKey.get(key) ?? 0) < limits.ofKey,
    add(key, group, run, atOnce = false) {
      length++
      count(ofKey, key, 1)
      count(ofGroup, group, 1)
      const result = ((atOnce ? undefined : last.get(key)) ?? Promise.resolve()).then(run)
      const done = result
        .catch(() => {}) // whoever added it hears of it; the next in the queue doesn't care
        .then(() => {
          length--
          count(ofKey, key, -1)
          count(ofGroup, group, -1)
          if (last.get(key) === done) last.delete(key)
          if (length > 0) return
          for (const go of waiting) go()
          waiting.clear()
        })
      if (!atOnce) last.set(key, done)
      return result
    },
    empty: () => (length === 0 ? Promise.resolve() : new Promise(resolve => waiting.add(resolve))),
  }
}

function count(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + change
  if (now === 0) counts.delete(key)
  else counts.set(key, now)
}
