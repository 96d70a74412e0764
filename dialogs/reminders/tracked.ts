import type { Card } from '../../cards/card.ts'
import type { Day } from '../../rules/day.ts'
import type { Facts, Kind } from '../../rules/facts.ts'
import type { MilestoneName } from '../../rules/milestones.ts'
import type { Policy } from '../../rules/policy.ts'
import type { Thread } from '../turn.ts'

export type TrackedFacts = Pick<Facts, 'trialEnd' | 'licenseStart' | 'licenseEnd'>

/** A trial or licence whose dates somebody is reminded of. In one place there is one of a kind and name. */
export interface Tracked {
  readonly id: string
  /** The key of the thread that it is tracked in, which is where its notices go. */
  readonly place: string
  readonly kind: Kind
  /** As the person wrote it, "" where there is none. Compared without case. */
  readonly name: string
  readonly facts: TrackedFacts
  /** Days before the end that were asked for besides the standard ones. */
  readonly ownDays: readonly number[]
  /** Who tracks it; nobody once that person asked to be forgotten. */
  readonly person?: string
  readonly zone: string
  readonly locale: string
  /** Counts the changes, for the buttons of cards: 1 for a new one. */
  readonly version: number
  readonly state: 'active' | 'settled' | 'stopped'
}

/** A name as it is compared: without case, width or space around it. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** Whether two names are one; none is "". */
export const isSameName = (a = '', b = ''): boolean => nameKey(a) === nameKey(b)

/** A date that a notice warns of. */
export interface Warned {
  readonly milestone: MilestoneName
  readonly date: Day
}

/** A notice as it is planned: the day it is for, and the instant from which it goes out (ISO, UTC). */
export interface Planned {
  readonly day: Day
  readonly due: string
  readonly warns: readonly Warned[]
}

export interface Notice extends Planned {
  readonly id: string
  readonly tracked: string
  readonly kind: 'planned' | 'snoozed'
}

/** A tracked item with the notices that are still to come, the next one first. */
export interface Followed {
  readonly tracked: Tracked
  readonly ahead: readonly Notice[]
}

/** What to track. Own days that an item has already are only kept where they are given again. */
export type ToTrack = Omit<Tracked, 'id' | 'place' | 'version' | 'state'>

/** An item as whoever writes to it knew it. Where somebody else was faster, nothing is written. */
export type Known = Pick<Tracked, 'id' | 'version'>

/**
 * What the desk asks of the store about reminders. Each call is one transaction, on the disk before it resolves. What writes to an
 * item that is gone, or has changed since it was known, does nothing and gives undefined.
 */
export interface Tracking {
  /**
   * Tracks an item in a thread with what is planned for it. The one of the same kind and name there becomes it, active again:
   * what was planned before goes, and its cards that were sent are brought up to date. `before` is how it stood.
   * @param known the active one of the same kind and name; none where there was none
   */
  track(
    thread: Thread,
    item: ToTrack,
    planned: readonly Planned[],
    known?: Known,
  ): Promise<(Followed & { readonly before?: Tracked }) | undefined>
  /** What is tracked in a place and still active, oldest first. */
  trackedIn(place: string): Promise<readonly Followed[]>
  /** What a person tracks and is still active, in whatever place, oldest first. */
  trackedBy(tenant: string, person: string): Promise<readonly Followed[]>
  /** The items of the last reminders that came to a place, in one go, not before `since`: active ones, or where there are none what became of them. */
  remindedOf(place: string, since: Date): Promise<readonly Due[]>
  /** An item in whatever state; undefined where the place has none of this id. */
  trackedById(place: string, id: string): Promise<Followed | undefined>
  /** Gives an item other dates or own days, and makes it active again; otherwise as `track`. */
  change(thread: Thread, known: Known, item: Pick<Tracked, 'facts' | 'ownDays'>, planned: readonly Planned[]): Promise<Followed | undefined>
  /** Ends an active item, because the matter is done or the reminders aren't wanted: nothing more is sent. */
  end(place: string, known: Known, state: 'settled' | 'stopped'): Promise<Tracked | undefined>
  /** Stops all that is active in a place; returns what was. */
  stopAll(place: string): Promise<readonly Tracked[]>
  /** One more notice of an active item; a second one for the same day is the same one. */
  snooze(place: string, known: Known, planned: Planned): Promise<Notice | undefined>
  /** Deletes all there is about a person: their own chat with all in it, every conversation and list, and their id elsewhere. */
  forgetPerson(tenant: string, person: string): Promise<void>
}

/** One item of a reminder: what is tracked, as it stands now, and the dates ahead that it warns of. */
export interface Due {
  readonly tracked: Tracked
  readonly warns: readonly Warned[]
}

/**
 * The card of a reminder, when it is sent and whenever it is computed again: one item is its notice (or how it was settled),
 * several are a list. `small` where Teams found it too large.
 */
export type WriteReminder = (
  due: readonly [Due, ...Due[]],
  at: { readonly today: Day; readonly policy: Policy; readonly locale: string; readonly shared: boolean; readonly small?: boolean },
) => Card
