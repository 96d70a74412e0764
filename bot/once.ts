/**
 * Remembers the last `limit` keys, and what came of them.
 * A promise that fails is forgotten, so that a repetition is tried anew.
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
    const oldest = known.keys().next()
    if (known.size > limit && !oldest.done) known.delete(oldest.value)
    return outcome
  }
}
