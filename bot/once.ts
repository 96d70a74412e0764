import { createHash } from 'node:crypto'

/** So long a key is kept as it is; longer than any that Teams makes. */
const MAX_KEY = 500

/** A key to remember something by, of bounded size: ids come from outside, and thousands of them are kept. */
export const keptKey = (key: string) => (key.length <= MAX_KEY ? key : createHash('sha256').update(key).digest('base64'))

/**
 * Remembers the last `limit` keys, and what came of them.
 * What fails is forgotten, so that a repetition is tried anew.
 */
export function remember<Outcome>(limit: number) {
  const known = new Map<string, Promise<Outcome>>()
  const forgetOldest = forgetting(known, limit)
  /** Runs `first` unless this key ran before; then its outcome is that of the first. */
  return function once(id: string, first: () => Promise<Outcome>): Promise<Outcome> {
    const key = keptKey(id)
    const before = known.get(key)
    if (before) return before
    const outcome = first()
    known.set(key, outcome)
    outcome.catch(() => known.delete(key))
    forgetOldest()
    return outcome
  }
}

/** Keeps what is remembered by key within a limit, when called after each that is added: the one that came first goes. */
export function forgetting(known: Map<string, unknown> | Set<string>, limit: number): () => void {
  // One walk for all of them: each new one would first step over the gaps that those which are gone have left.
  const inOrder = known.keys()
  return () => {
    if (known.size <= limit) return
    const oldest = inOrder.next()
    if (!oldest.done) known.delete(oldest.value)
  }
}

/** What `find` says of a key, kept for the last `limit` keys: for what comes again with every message and takes long to find. */
export function keeping<Found>(limit: number, find: (key: string) => Found): (key: string) => Found {
  const known = new Map<string, Found>()
  const forgetOldest = forgetting(known, limit)
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(key)
    known.set(key, found)
    forgetOldest()
    return found
  }
}
