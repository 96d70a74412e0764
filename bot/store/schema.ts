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
}
