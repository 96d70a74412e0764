import { limits } from './limits.ts'
import { mayBeRepeated, type Sent } from './sender.ts'
import type { Entry, Settlement } from './store/ledger.ts'
import type { Attempt } from './store/schema.ts'

/** What an attempt means for the place, besides its entries. */
export type Consequence =
  | { readonly kind: 'go-on' }
  /** The conversation waits. */
  | { readonly kind: 'hold'; readonly until: Date }
  /** Nothing is sent there any more; `drop` its address as well. */
  | { readonly kind: 'park'; readonly reason: string; readonly drop: boolean }
  /** Teams refuses the bot itself: nothing is sent to anybody for a while. */
  | { readonly kind: 'stop'; readonly until: Date }

export interface Verdict {
  readonly settled: readonly Settlement[]
  readonly consequence: Consequence
}

/** Refusals that say that nothing is there any more: the address is of no use. */
const gone: readonly string[] = ['ConversationBlockedByUser', 'ConversationNotFound', 'ActivityNotFoundInConversation']

const isRefused = (sent: Sent, status: number, code?: string) =>
  sent.kind === 'refused' && sent.status === status && (code === undefined || sent.code === code)

/** The tenant is at another address. */
export const isElsewhere = (sent: Sent) => isRefused(sent, 403, 'InvalidBotApiHost')
/** Something smaller may be taken. */
export const isTooLarge = (sent: Sent) => isRefused(sent, 413)
/** The message to be changed is no longer there. */
export const isGone = (sent: Sent) => isRefused(sent, 404, 'ActivityNotFoundInConversation')

/** What the ledger says of an attempt. The connector answers a post with 201. */
export function attemptOf(sent: Sent, now: Date): Attempt {
  const at = now.toISOString()
  if (sent.kind === 'accepted') return { at, status: 201 }
  if (sent.kind === 'unknown') return { at, status: 0, reason: 'unknown' }
  return { at, status: sent.status, reason: sent.code ?? String(sent.status) }
}

/**
 * How entries go on after an attempt to send them.
 * @param tried attempts before the last one that were refused and repeated at once, in another way
 * @param dice from 0 to 1
 */
export function judge(entries: readonly Entry[], tried: readonly Attempt[], sent: Sent, now: Date, dice: number): Verdict {
  const attempt = attemptOf(sent, now)
  const { reason = '' } = attempt
  const consequence = consequenceOf(entries, sent, now, dice)
  const all = (settle: (entry: Entry) => Omit<Settlement, 'id' | 'attempts' | 'version'>): Verdict => ({
    settled: entries.map(entry => ({
      id: entry.id,
      attempts: [...entry.attempts, ...tried, attempt],
      version: entry.item?.version,
      ...settle(entry),
    })),
    consequence,
  })

  if (sent.kind === 'accepted') return all(() => ({ state: 'sent', activityId: sent.id || null }))
  if (sent.kind === 'unknown') return all(entry => afterUnknown(entry, now, dice))
  switch (consequence.kind) {
    case 'stop':
      return all(() => ({ state: 'planned', nextAt: consequence.until }))
    case 'park':
      return all(() => ({ state: 'parked', reason }))
    default: {
      if (!mayBeRepeated(sent)) return all(() => ({ state: 'failed', reason }))
      const nextAt = againAt(entries, sent, now, dice)
      return all(({ tries }) => ({
        tries: tries + 1,
        ...(isLast(tries) ? { state: 'failed', reason } : { state: 'planned', nextAt }),
      }))
    }
  }
}

/** How sent entries go on after an attempt to bring their card up to date: it is done, tried again, or given up. */
export function judgeUpdate(entries: readonly Entry[], sent: Sent, now: Date, dice: number): Verdict {
  const consequence = consequenceOf(entries, sent, now, dice)
  const nextAt = consequence.kind === 'stop' ? consequence.until : againAt(entries, sent, now, dice)
  // To change a card twice is to change it once.
  const isAgain = sent.kind === 'unknown' || mayBeRepeated(sent)
  const settled = entries.map(({ id, tries, item }): Settlement => {
    const shown = { id, state: 'sent', version: item?.version } as const
    if (consequence.kind === 'stop') return { ...shown, nextAt }
    if (!isAgain || isLast(tries)) return shown
    return { ...shown, tries: tries + 1, nextAt }
  })
  return { settled, consequence }
}

function consequenceOf(entries: readonly Entry[], sent: Sent, now: Date, dice: number): Consequence {
  if (sent.kind !== 'refused') return { kind: 'go-on' }
  const { status, code } = sent
  if (status === 401 || code === 'no-token') return { kind: 'stop', until: later(now, limits.refusedMs) }
  if (status === 403 || status === 404) {
    const reason = code ?? String(status)
    return { kind: 'park', reason, drop: gone.includes(reason) }
  }
  if (status !== 429) return { kind: 'go-on' }
  // What else is to be sent there finds out for itself whether it has to wait as long.
  return { kind: 'hold', until: earlier(againAt(entries, sent, now, dice), later(now, limits.perConversation.mostMs)) }
}

const isLast = (tries: number) => tries + 1 >= limits.attempts

function againAt(entries: readonly Entry[], sent: Sent, now: Date, dice: number): Date {
  const asked = sent.kind === 'refused' ? sent.retryAfterMs : undefined
  return later(now, Math.min(asked ?? pause(Math.max(...entries.map(({ tries }) => tries)), dice), limits.longestWaitMs))
}

function afterUnknown({ uncertain, tries }: Entry, now: Date, dice: number): Omit<Settlement, 'id' | 'version'> {
  const again = { state: 'planned' as const, nextAt: later(now, pause(tries, dice)) }
  return { uncertain: true, tries: tries + 1, ...(uncertain ? { state: 'failed', reason: 'unknown' } : again) }
}

/** The wait before the next attempt, in milliseconds. */
function pause(tries: number, dice: number): number {
  const { first, last } = limits.retryMs
  return Math.round(first + dice * (Math.min(last, first * 2 ** (tries + 1)) - first))
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms)
const earlier = (a: Date, b: Date) => (a < b ? a : b)
