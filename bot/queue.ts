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
  /** Whether one more can be taken: neither a key nor a group may fill it alone, nor may it wait for long. */
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
  const starter = createStarter()
  let length = 0

  return {
    get length() {
      return length
    },
    hasRoom: (key, group) =>
      !starter.isLate() && length < limits.all && (ofGroup.get(group) ?? 0) < limits.ofGroup && (ofKey.get(key) ?? 0) < limits.ofKey,
    add(key, group, run, atOnce = false) {
      length++
      count(ofKey, key, 1)
      count(ofGroup, group, 1)
      const result = ((atOnce ? undefined : last.get(key)) ?? Promise.resolve()).then(starter.turn).then(run)
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

/** What waits longer only to begin waits on a machine that is too slow for all of it. */
const LONGEST_WAIT_MS = 2000
/** More than so many wait only where more come than can be answered. */
const CALM = 32
/** So many begin together: each soon waits for another thread, and what they ask of it and write is gathered. */
const AT_ONCE = 16
/** Node takes one new connection each time around its loop. */
const ROUNDS_UNDER_LOAD = 32

/**
 * Begins a few pieces of work each time around the event loop, and under load goes around some more times for whoever comes meanwhile.
 * Else a request that was read would run as far as it can before the next one is looked at: those that are too many would wait unread
 * instead of being told to come back.
 */
function createStarter() {
  const waiting: { readonly since: number; readonly begin: () => void }[] = []
  const goAround = (rounds: number) => {
    if (rounds > 1) return void setImmediate(goAround, rounds - 1)
    for (const { begin } of waiting.splice(0, AT_ONCE)) begin()
    if (waiting.length > 0) setImmediate(goAround, waiting.length > CALM ? ROUNDS_UNDER_LOAD : 1)
  }
  return {
    isLate: () => waiting[0] !== undefined && performance.now() - waiting[0].since > LONGEST_WAIT_MS,
    turn: () =>
      new Promise<void>(resolve => {
        if (waiting.push({ since: performance.now(), begin: resolve }) === 1) setImmediate(goAround, 1)
      }),
  }
}

function count(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + change
  if (now === 0) counts.delete(key)
  else counts.set(key, now)
}
