/**
 * Remembers the last `limit` keys, and what came of them.
 * What fails is forgotten, so that a repetition is tried anew.
 */
export function remember<Outcome>(limit: number) {
  const known = new Map<string, Promise<Outcome>>()
  /** Runs `first` unless this key ran before; then its outcome is that of the first. */
  return function once(key: string, first: () => Promise<Outcome>): Promise<Outcome> {
    const before = known.get(key)
    if (before) return before
    const outcome = first()
    known.set(key, outcome)
    outcome.catch(() => known.delete(key))
    forgetOldest(known, limit)
    return outcome
  }
}

/** Keeps what is remembered by key within a limit: the one that came first goes. */
export function forgetOldest(known: Map<string, unknown> | Set<string>, limit: number): void {
  const oldest = known.keys().next()
  if (known.size > limit && !oldest.done) known.delete(oldest.value)
}

/** What `find` says of a key, kept for the last `limit` keys: for what comes again with every message and takes long to find. */
export function keeping<Found>(limit: number, find: (key: string) => Found): (key: string) => Found {
  const known = new Map<string, Found>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(key)
    known.set(key, found)
    forgetOldest(known, limit)
    return found
  }
}
