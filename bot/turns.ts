import type { InvokeResponse } from 'botbuilder-core'
import type { Clock } from '../dialogs/ports.ts'
import { type DeskAdapter, NotAccepted } from './adapter.ts'
import { type Admits, Crowded, type Gate } from './gate.ts'
import { conversationKey, tenantOf } from './inbound.ts'
import type { Incoming } from './incoming.ts'
import type { Log } from './log.ts'
import { isExtensionInvoke } from './message-extension.ts'
import { remember } from './once.ts'
import { createQueue } from './queue.ts'
import { endOfTurn } from './reply.ts'
import type { DeskBot } from './teams.ts'

/**
 * Running and waiting turns together; beyond it the bot asks to come back. A tenant can't have more of them in ten seconds than
 * Teams takes answers for, and nobody types so many messages.
 */
const MOST_TURNS = { all: 1000, ofGroup: 500, ofKey: 50 }
/** Repetitions come within seconds. Answers with a body (cards) take more room than the mark that one was given. */
const REMEMBERED = 20_000
const BODIES_REMEMBERED = 200

/** How a request is answered: the response of a turn, or why there was none. */
export type Taken =
  | { readonly kind: 'ran'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unauthorized'; readonly why: string }
  | { readonly kind: 'busy' | 'stopping' | 'reply-refused' | 'not-implemented' | 'failed' }

/** What a token is good for: since when its bearer waits, and with which activities they may come in; or why with none. */
export type Pass = { readonly kind: 'admitted'; readonly arrived: number; readonly admits: Admits } | Exclude<Taken, { kind: 'ran' }>

/** A turn that waited until nobody waits for it any more. */
class TooLate extends Error {}

/** Takes activities in: who may, in which order, each once. */
export interface Turns {
  /** Checks a token, which is here before the body that comes with it. */
  admit(authorization: string): Promise<Pass>
  take(activity: Incoming, pass: Pass): Promise<Taken>
  /** How many are running or waiting. */
  readonly length: number
  /** No new turns from here on; resolves when the running ones are through. */
  stop(): Promise<void>
}

export function createTurns(gate: Gate, adapter: DeskAdapter, bot: DeskBot, clock: Clock, log: Log): Turns {
  const queue = createQueue(MOST_TURNS)
  const once = remember<Taken>(REMEMBERED)
  const onceWithBody = remember<Taken>(BODIES_REMEMBERED)
  let stopping = false

  const now = () => clock.now().getTime()

  async function run(activity: Incoming, arrived: number): Promise<Taken> {
    const until = endOfTurn(arrived, now())
    if (until === undefined) throw new TooLate('earlier turns of the conversation took too long')
    return ran(await adapter.run(activity, until, context => bot.run(context)))
  }

  return {
    async admit(authorization) {
      const arrived = now()
      try {
        const admits = await gate(authorization)
        return typeof admits === 'string' ? { kind: 'unauthorized', why: admits } : { kind: 'admitted', arrived, admits }
      } catch (error) {
        if (error instanceof Crowded) return { kind: 'busy' }
        throw error
      }
    },
    async take(activity, pass) {
      if (pass.kind !== 'admitted') return pass
      const why = pass.admits(activity)
      if (why) return { kind: 'unauthorized', why }
      if (stopping) return { kind: 'stopping' }
      const [key, tenant] = [conversationKey(activity), tenantOf(activity)]
      if (!queue.hasRoom(key, tenant)) return { kind: 'busy' }
      // A search goes on with nothing and changes nothing: it waits for no turn, and may be answered as often as it is asked.
      const isFree = isExtensionInvoke(activity)
      const inTurn = () => queue.add(key, tenant, () => run(activity, pass.arrived), isFree)
      const withBody = activity.type === 'invoke' || activity.deliveryMode === 'expectReplies'
      try {
        return activity.id && !isFree ? await (withBody ? onceWithBody : once)(repetitionKey(activity), inTurn) : await inTurn()
      } catch (error) {
        if (error instanceof NotAccepted) return { kind: 'reply-refused' }
        if (error instanceof TooLate) return { kind: 'busy' }
        log.trouble('a turn broke off', error)
        return { kind: 'failed' }
      }
    },
    get length() {
      return queue.length
    },
    stop() {
      stopping = true
      return queue.empty()
    },
  }
}

/** The same activity again. An edit has the id of its message, and its own time. */
function repetitionKey(activity: Incoming): string {
  const { type, id, timestamp } = activity
  return JSON.stringify([conversationKey(activity), id, type, type === 'messageUpdate' ? timestamp : null])
}

function ran(response: InvokeResponse | undefined): Taken {
  if (response?.status === 501) return { kind: 'not-implemented' }
  return { kind: 'ran', status: response?.status ?? 200, body: response?.body as unknown }
}
