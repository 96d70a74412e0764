import type { Clock } from '../dialogs/ports.ts'
import type { Due, WriteReminder } from '../dialogs/tracked.ts'
import { dayIn } from '../rules/day.ts'
import type { PolicyOn } from '../rules/policy.ts'
import { dueOf } from './delivery.ts'
import { limits } from './limits.ts'
import { messageOf } from './outbound.ts'
import { attemptOf, isElsewhere, isTooLarge } from './outcomes.ts'
import type { Outgoing, Sender, Sent } from './sender.ts'
import type { Claim, Entry } from './store/ledger.ts'
import type { Attempt } from './store/schema.ts'
import type { OpenStore } from './store/store.ts'

export interface ExchangeParts {
  readonly store: Pick<OpenStore, 'ledger' | 'rates'>
  readonly sender: Pick<Sender, 'send'>
  readonly write: WriteReminder
  readonly policy: PolicyOn
  readonly clock: Clock
  /** Where something may be sent to at all. */
  readonly mayReach: (serviceUrl: string) => boolean
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
  /** Sends the card of these entries; where the refusal leaves a second chance, at once to the other address, or in a smaller form. */
  exchange(claim: Claim, entries: readonly Entry[], method: Outgoing['method'], activityId?: string): Promise<Exchanged>
  /** Waits for the turn of a conversation and of its tenant. Where that takes too long: when it comes. */
  turn(claim: Claim): Promise<Date | undefined>
}

/** How long an attempt may take. */
const ATTEMPT_MS = 15_000
/** A conversation that has to wait longer for its turn is left, so that others go on. */
const PATIENCE_MS = 2000

export function createExchange({ store, sender, write, policy, clock, elsewhere }: ExchangeParts): Exchange {
  const { ledger, rates } = store

  async function exchange(claim: Claim, entries: readonly Entry[], method: Outgoing['method'], activityId?: string): Promise<Exchanged> {
    const { key, conversation, bot, shared } = claim.place
    const tried: Attempt[] = []
    let { serviceUrl } = claim.place
    for (let small = false; ; ) {
      const message = messageFor(dueOf(entries, clock.now()), shared, small)
      const activity = { ...message, ...(activityId ? { id: activityId } : {}), from: { id: bot } }
      const sent: Sent = message
        ? await sender.send({ method, serviceUrl, conversationId: conversation, activityId, activity }, ATTEMPT_MS)
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
      await turn(claim)
    }
  }

  async function turn({ place }: Claim): Promise<Date | undefined> {
    const ownWait = await rates.take(place.key, limits.perConversation, PATIENCE_MS, clock.now())
    if (ownWait > PATIENCE_MS) return new Date(clock.now().getTime() + ownWait)
    const tenantWait = await rates.take(`tenant ${place.tenant}`, limits.perTenant, Number.POSITIVE_INFINITY, clock.now())
    const wait = Math.max(ownWait, tenantWait)
    if (wait > 0) await clock.wait(wait)
    return undefined
  }

  function messageFor(due: readonly Due[], shared: boolean, small: boolean) {
    const [first, ...rest] = due
    if (!first) return undefined
    const today = dayIn(first.tracked.zone, clock.now())
    const card = write([first, ...rest], { today, policy: policy(today), locale: first.tracked.locale, shared, small })
    return messageOf({ reply: { kind: 'cards', cards: [card] } })
  }

  return { exchange, turn }
}
