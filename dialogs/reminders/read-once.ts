import type { Followed, Tracking } from './tracked.ts'

/** The same store for one turn: what is tracked in a place is read once for all who ask, until something is written. */
export function readOnce<Store extends Tracking>(store: Store): Store {
  let known: { readonly place: string; readonly all: Promise<readonly Followed[]> } | undefined
  const writing =
    <Given extends unknown[], Written>(write: (...given: Given) => Written) =>
    (...given: Given): Written => {
      known = undefined
      return write(...given)
    }
  return {
    ...store,
    trackedIn(place) {
      if (known?.place !== place) known = { place, all: store.trackedIn(place) }
      return known.all
    },
    track: writing(store.track),
    change: writing(store.change),
    end: writing(store.end),
    stopAll: writing(store.stopAll),
    snooze: writing(store.snooze),
    forgetPerson: writing(store.forgetPerson),
  }
}
