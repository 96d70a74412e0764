const HOUR_MS = 3_600_000

/** How much Teams takes from a bot, with some room left, and how often something is tried. All in one place. */
export const limits = {
  /** To all conversations of a tenant: 45 in any second, timers that fire late included; Teams takes 50. */
  perTenant: { everyMs: 1000 / 44.5, burst: 1, mostMs: 60_000 },
  /** To one conversation, with room for a reply: Teams takes 7 in a second, 8 in two, 60 in half a minute and 1800 in an hour. */
  perConversation: { everyMs: 2100, burst: 6, mostMs: HOUR_MS },
  /** Attempts at a notice that Teams did not take for the moment. */
  attempts: 5,
  /** The wait before the next attempt where Teams names none: from `first` on twice as much each time up to `last`, thrown by dice. */
  retryMs: { first: 2000, last: 60_000 },
  /** What Teams asks to wait counts up to there: beyond it, a reminder would never be tried again. */
  longestWaitMs: 24 * HOUR_MS,
  /** Where Teams refuses the bot itself, nothing is sent for so long. */
  refusedMs: 5 * 60_000,
  /** Messages of one process that are on their way at the same time. */
  inFlight: 16,
} as const
