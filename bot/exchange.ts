import type { Clock } from '../dialogs/ports.ts'
import type { Due, WriteReminder } from '../dialogs/reminders/tracked.ts'
import { dayIn } from '../rules/day.ts'
import type { PolicyOn } from '../rules/policy.ts'
import { dueOf } from './delivery.ts'
import { limits } from './limits.ts'
import { messageOf } from './outbound.ts'
import { attemptOf, isElsewhere, isTooLarge } from './outcomes.ts'
import type { Outgoing, Sender, Sent } from './sender.ts'
import type { Claim, Entry, Place } from './store/ledger.ts'
import type { Pace } from './store/rates.ts'
import type { Attempt } from './store/schema.ts'
import type { OpenStore } from './store/store.ts'

export interface ExchangeParts {
  readonly store: Pick<OpenStore, 'ledger' | 'rates'>
  readonly sender: Pick<Sender, 'send'>
  readonly write: WriteReminder
  readonly policy: PolicyOn
  readonly clock: Clock
  /** Why nothing may be sent to a place at all, as a code for the ledger; undefined where it may. */
  readonly hindrance: (place: Place) => string | undefined
  /** Where the government tenants of the public cloud are reached; undefined where there is no such place. */
  readonly elsewhere?: string | undefined
}

/** How a message ended. */
export interface Exchanged {
  /** What was refused, and repeated at once in another way. */
  readonly tried: readonly Attempt[]
  readonly sent: Sent
}

export interface Exchange {
  /**
   * Sends the card of these entries when it is their turn; where the refusal leaves a second chance, again to the other address, or in
   * a smaller form.
   */
  exchange(claim: Claim, entries: readonly Entry[], turn: Turn, to: Pick<Outgoing, 'method' | 'activityId'>): Promise<Exchanged>
  /** Takes the turn of a conversation and of its tenant. */
  turn(claim: Claim): Promise<Turn>
}

/** The moment at which something may be sent; `far` where nobody should wait for it, and nothing is taken. */
export interface Turn {
  readonly at: Date
  readonly far: boolean
}

/** How long an attempt may take. */
const ATTEMPT_MS = 15_000
/** A conversation that has to wait longer for its turn is left, so that others go on. */
const PATIENCE_MS = 2000
/** A turn that is missed by more is over: on a machine that stalls, many would be taken at once. */
const LATE_MS = 30
/** So many turns are missed before one is taken late. */
const MISSES = 5

export function createExchange({ store, sender, write, policy, clock, elsewhere }: ExchangeParts): Exchange {
  const { ledger, rates } = store

  async function exchange({ place }: Claim, entries: readonly Entry[], first: Turn, to: Pick<Outgoing, 'method' | 'activityId'>) {
    const { key, conversation, bot, shared } = place
    const { activityId } = to
    const tried: Attempt[] = []
    let { serviceUrl } = place
    let next = first
    for (let small = false; ; ) {
      await comes(next, place)
      const message = messageFor(dueOf(entries, clock.now()), shared, small)
      const activity = { ...message, ...(activityId ? { id: activityId } : {}), from: { id: bot } }
      const sent: Sent = message
        ? await sender.send({ ...to, serviceUrl, conversationId: conversation, activity }, ATTEMPT_MS)
        : { kind: 'refused', status: 0, code: 'nothing-to-say' }
      const moves: boolean = isElsewhere(sent) && elsewhere !== undefined && serviceUrl !== elsewhere
      const shrinks: boolean = isTooLarge(sent) && !small
      if (!moves && !shrinks) return { tried, sent }
      tried.push(attemptOf(sent, clock.now()))
      small ||= shrinks
      if (moves) {
        serviceUrl = elsewhere ?? serviceUrl
        await ledger.redirect(key, serviceUrl)
      }
      next = await turnOf(place)
    }
  }

  async function turnOf(place: Place): Promise<Turn> {
    const own = await take(place.key, limits.perConversation, PATIENCE_MS)
    return own.far ? own : later(own, await tenantTurn(place))
  }

  const tenantTurn = ({ tenant }: Place) => take(`tenant ${tenant}`, limits.perTenant, Number.POSITIVE_INFINITY)

  async function take(key: string, pace: Pace, patienceMs: number): Promise<Turn> {
    const now = clock.now()
    const wait = await rates.take(key, pace, patienceMs, now)
    return { at: new Date(now.getTime() + wait), far: wait > patienceMs }
  }

  /** Waits for a turn, and for another one where it was missed. */
  async function comes(first: Turn, place: Place): Promise<void> {
    let turn = first
    for (let misses = 0; ; misses++) {
      const ahead = turn.at.getTime() - clock.now().getTime()
      if (ahead > 0) await clock.wait(ahead)
      if (misses === MISSES || clock.now().getTime() - turn.at.getTime() <= LATE_MS) return
      turn = await tenantTurn(place)
    }
  }

  function messageFor(due: readonly Due[], shared: boolean, small: boolean) {
    const [first, ...rest] = due
    if (!first) return undefined
    const today = dayIn(first.tracked.zone, clock.now())
    const card = write([first, ...rest], { today, policy: policy(today), locale: first.tracked.locale, shared, small })
    return messageOf({ reply: { kind: 'cards', cards: [card] } })
  }

  return { exchange, turn: ({ place }) => turnOf(place) }
}

const later = (a: Turn, b: Turn) => (a.at > b.at ? a : b)
