import type { Notice, Tracked } from '../../dialogs/reminders/tracked.ts'
import type { Kind } from '../../rules/facts.ts'

/** The tables. Instants are ISO texts in UTC, which sort like the instants; structures are JSON texts. */
export interface Tables {
  readonly conversations: {
    readonly key: string
    /** A `Conversation`. */
    readonly state: string
    readonly version: number
    /** When it was last kept. */
    readonly kept_at: string
  }
  /** Facts too large for a button. */
  readonly stashes: {
    readonly id: string
    readonly owner: string
    readonly facts: string
    readonly kept_at: string
  }
  /** The conversations in which something is tracked, and how a message gets there. */
  readonly places: {
    /** The key of a thread. */
    readonly key: string
    readonly tenant: string
    readonly conversation: string
    /** The conversation without its thread, which is what installs are about. */
    readonly root: string
    readonly team: string | null
    readonly shared: number
    /** Whose personal chat it is; null for a shared one. */
    readonly person: string | null
    /** Null where Teams said that nothing is there any more. */
    readonly service_url: string | null
    readonly bot: string
    /** Why nothing is sent there, and since when. */
    readonly parked: string | null
    readonly parked_at: string | null
    /** Who delivers there, and until when nobody else may. */
    readonly lease: string | null
    readonly lease_until: string | null
  }
  readonly tracked: {
    readonly id: string
    readonly place: string
    readonly tenant: string
    readonly kind: Kind
    readonly name: string
    /** The name as it is compared. */
    readonly name_key: string
    readonly facts: string
    readonly own_days: string
    readonly person: string | null
    readonly zone: string
    readonly locale: string
    readonly version: number
    readonly state: Tracked['state']
    readonly changed_at: string
    /** The mark of the planning that its notices are known to follow; empty where nobody looked since they were planned. */
    readonly planned_by: string
  }
  /** The delivery ledger, which is the queue as well: a row for a day and kind of a tracked item. */
  readonly notices: {
    readonly id: string
    readonly place: string
    readonly tracked: string
    readonly day: string
    readonly kind: Notice['kind']
    readonly warns: string
    readonly due: string
    readonly state: NoticeState
    /** It may have arrived before it was sent again, or may not have arrived at all. */
    readonly uncertain: number
    /** Every attempt, as `Attempt`. */
    readonly attempts: string
    /** Attempts that count towards giving up. */
    readonly tries: number
    readonly reason: string | null
    /** When there is something to do about it: to send it, to look after one that was being sent, or to bring its card up to date. */
    readonly next_at: string | null
    readonly activity_id: string | null
    /** When it came to its present end. */
    readonly settled_at: string | null
  }
  /** When the next message may go to a tenant or conversation, in milliseconds of the epoch. */
  readonly rates: {
    readonly key: string
    readonly next_ms: number
  }
}

export const noticeStates = ['planned', 'sending', 'sent', 'failed', 'parked', 'missed', 'cancelled'] as const
export type NoticeState = (typeof noticeStates)[number]

/** One attempt to send. Status 0: nothing left this machine, or (reason `unknown`) nobody answered. */
export interface Attempt {
  readonly at: string
  readonly status: number
  readonly reason?: string
}
