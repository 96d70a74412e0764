import type { InvokeResponse } from 'botbuilder'
import { type DeskAdapter, NotAccepted } from './adapter.ts'
import type { Gate } from './authentication.ts'
import { conversationKey } from './inbound.ts'
import type { Incoming } from './incoming.ts'
import type { Log } from './log.ts'
import { isExtensionInvoke } from './message-extension.ts'
import { remember } from './once.ts'
import { createQueue } from './queue.ts'
import type { DeskBot } from './teams.ts'

/** Running and waiting turns together; beyond it the bot asks to come back. */
const MOST_TURNS = 1000
/** Repetitions come within seconds. Answers with a body (cards) take more room than the mark that one was given. */
const REMEMBERED = 20_000
const BODIES_REMEMBERED = 200

/** How a request is answered: the response of a turn, or why there was none. */
export type Taken =
  | { readonly kind: 'ran'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unauthorized' | 'busy' | 'stopping' | 'reply-refused' | 'not-implemented' | 'failed' }

/** Takes activities in: who may, in which order, each once. */
export interface Turns {
  take(activity: Incoming, authorization: string): Promise<Taken>
  /** No new turns from here on; resolves when the running ones are through. */
  stop(): Promise<void>
}

export function createTurns(gate: Gate, adapter: DeskAdapter, bot: DeskBot, log: Log): Turns {
  const queue = createQueue(MOST_TURNS)
  const once = remember<Taken>(REMEMBERED)
  const onceWithBody = remember<Taken>(BODIES_REMEMBERED)
  let stopping = false

  const run = async (activity: Incoming): Promise<Taken> => ran(await adapter.run(activity, context => bot.run(context)))

  return {
    async take(activity, authorization) {
      const why = await gate(activity, authorization)
      if (why) {
        log.note('an activity was not authorized', { why })
        return { kind: 'unauthorized' }
      }
      if (stopping) return { kind: 'stopping' }
      if (queue.full) return { kind: 'busy' }
      // A search goes on with nothing and changes nothing: it waits for no turn, and may be answered as often as it is asked.
      const isFree = isExtensionInvoke(activity)
      const inTurn = () => queue.add(isFree ? Symbol() : conversationKey(activity), () => run(activity))
      const withBody = activity.type === 'invoke' || activity.deliveryMode === 'expectReplies'
      try {
        return activity.id && !isFree ? await (withBody ? onceWithBody : once)(repetitionKey(activity), inTurn) : await inTurn()
      } catch (error) {
        if (error instanceof NotAccepted) return { kind: 'reply-refused' }
        log.trouble('a turn broke off', error)
        return { kind: 'failed' }
      }
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
