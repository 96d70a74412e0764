import { randomUUID } from 'node:crypto'
// The rest of the package would be a twentieth of the desk's start.
import { TeamsActivityHandler } from 'botbuilder/lib/teamsActivityHandler.js'
import type { AdaptiveCardInvokeResponse, InvokeResponse, TurnContext } from 'botbuilder-core'
import { trouble } from '../cards/words/en/trouble.ts'
import type { Clock } from '../dialogs/ports.ts'
import { type Answer, type Input, type Turn, withoutThread } from '../dialogs/turn.ts'
import { endOf, NotAccepted } from './adapter.ts'
import { within } from './clock.ts'
import { inputOf, installOf, placeOf, seenOf, threadOf, turnOf } from './inbound.ts'
import { type Incoming, pressedData } from './incoming.ts'
import type { Log } from './log.ts'
import { declinedInvoke, extensionAnswer, extensionInput } from './message-extension.ts'
import { forgetting, keptKey } from './once.ts'
import { messageOf, pressAnswer, refreshAnswer } from './outbound.ts'
import { timeToAnswer } from './reply.ts'
import type { Places } from './store/places.ts'
import type { Say, Telemetry } from './telemetry.ts'
import type { Tenants } from './tenants.ts'

const PLACES_REMEMBERED = 10_000

export interface DeskBotParts {
  /** Answers a turn; `typing` shows that it takes a moment. */
  readonly handle: (turn: Turn, typing: () => Promise<void>) => Promise<Answer>
  readonly tenants: Tenants
  /** The conversations with something tracked, which hear of whoever writes, comes and goes. */
  readonly places: Places
  readonly clock: Clock
  readonly log: Log
  readonly telemetry: Telemetry
}

class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

/** What Teams calls: every kind of activity leads to `#answer`, or to silence. */
export class DeskBot extends TeamsActivityHandler {
  readonly #parts: DeskBotParts
  /** Where the bot is installed, as far as it saw it happen: for one welcome an install. */
  readonly #places = new Set<string>()
  readonly #forgetOldestPlace = forgetting(this.#places, PLACES_REMEMBERED)

  constructor(parts: DeskBotParts) {
    super()
    this.#parts = parts
  }

  /** Nobody listens to the SDK's events, so a message spares its way through them. */
  override run(context: TurnContext): Promise<void> {
    return context.activity.type === 'message' ? this.onMessageActivity(context) : super.run(context)
  }

  protected override async onMessageActivity(context: TurnContext): Promise<void> {
    const activity = incomingOf(context)
    const input = inputOf(activity)
    if (input === 'unreadable') {
      await post(context, { reply: this.#parts.tenants.refusal(activity) ?? { kind: 'say', text: trouble.filesNotRead } })
    } else if (input) await this.#answer(context, input, answer => post(context, answer))
  }

  /** An edited message is answered as a new one; one that was deleted and brought back was answered before. */
  protected override async onMessageUpdateActivity(context: TurnContext): Promise<void> {
    if (incomingOf(context).channelData?.eventType !== 'undeleteMessage') await this.onMessageActivity(context)
  }

  // Of these the desk says nothing, and the SDK stumbles over the parts that it expects of them.
  protected override async onMessageReactionActivity(): Promise<void> {}

  protected override async onMessageDeleteActivity(): Promise<void> {}

  protected override async onEventActivity(): Promise<void> {}

  protected override async onInstallationUpdateActivity(context: TurnContext): Promise<void> {
    await this.#welcome(context)
  }

  /** The SDK's own way of this asks Teams for the members' names, which nobody here needs. */
  protected override async onConversationUpdateActivity(context: TurnContext): Promise<void> {
    await this.#welcome(context)
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const activity = incomingOf(context)
    if (activity.name === 'adaptiveCard/action') return super.onInvokeActivity(context)
    const input = extensionInput(activity)
    const declined = declinedInvoke(activity)
    if (!input) return declined ? { status: 200, body: declined } : { status: 501 }
    let body: object | undefined
    await this.#answer(context, input, async ({ reply }) => {
      body = extensionAnswer(reply, input)
    })
    return { status: 200, body }
  }

  protected override async onAdaptiveCardInvoke(context: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    const { data, refresh } = pressedData(incomingOf(context))
    let response = pressAnswer({ kind: 'nothing' })
    await this.#answer(context, { kind: 'pressed', data }, async answer => {
      if (answer.reply.kind === 'cards' && !refresh) await post(context, answer)
      response = refresh ? refreshAnswer(answer.reply, data) : pressAnswer(answer.reply)
    })
    return response
  }

  async #welcome(context: TurnContext): Promise<void> {
    const activity = incomingOf(context)
    const place = keptKey(withoutThread(activity.conversation.id))
    const install = installOf(activity)
    if (install === 'removed') {
      this.#places.delete(place)
      await this.#parts.places.uninstalled(threadOf(activity))
    }
    if (install === 'added' && this.#parts.tenants.serves(activity)) await this.#parts.places.installed(threadOf(activity))
    if (install !== 'added' || this.#places.has(place)) return
    this.#places.add(place)
    this.#forgetOldestPlace()
    await this.#answer(context, { kind: 'joined' }, answer => post(context, answer))
  }

  #answer(context: TurnContext, input: Input, give: (answer: Answer) => Promise<void>): Promise<void> {
    return this.#parts.telemetry.root('turn', say => this.#answerWithin(say, context, input, give))
  }

  /** The one place where a turn's errors end: the person gets a sentence, the log the error, both the same id. */
  async #answerWithin(say: Say, context: TurnContext, input: Input, give: (answer: Answer) => Promise<void>): Promise<void> {
    const { clock, log } = this.#parts
    const started = clock.now().getTime()
    const id = randomUUID().slice(0, 6)
    const answer = await this.#answerInTime(context, input, id).catch((error: unknown): Answer => {
      log.trouble('a turn failed', error, id)
      return { reply: { kind: 'say', text: trouble.wentWrong(id) }, trace: { outcome: 'failed' } }
    })
    const lost = await give(answer).then(() => undefined, asNotAccepted)
    const sent = lost ? lost.outcome : 'accepted'
    const line = { turn: id, did: input.kind, ...answer.trace, ...(answer.byModel ? { byModel: true } : {}), sent }
    say({ ...line, place: placeOf(incomingOf(context)) })
    log.turn({ ...line, ms: clock.now().getTime() - started })
    // What may have arrived is over. What did not may be sent to the bot once more.
    if (lost?.sent.kind === 'refused') throw lost
  }

  /** What waits for a store that doesn't answer is left alone: whoever asked is told while they still listen. */
  async #answerInTime(context: TurnContext, input: Input, id: string): Promise<Answer> {
    const { clock } = this.#parts
    const limit = timeToAnswer(endOf(context) ?? 0, clock.now().getTime())
    const answer = this.#answerTo(context, input, id)
    answer.catch(() => {}) // where it comes too late
    const answered = await within<Answer | undefined>(clock, limit, answer, () => undefined)
    if (!answered) throw new OutOfTime('the answer took too long')
    return answered
  }

  async #answerTo(context: TurnContext, input: Input, id: string): Promise<Answer> {
    const { handle, tenants, places, clock } = this.#parts
    const activity = incomingOf(context)
    const turn = turnOf(activity, input, id, clock.now())
    const refused = tenants.refusal(activity)
    // The message extension works in chats where the bot is not.
    if (!refused && (input.kind === 'said' || input.kind === 'pressed')) await places.seen(seenOf(activity))
    return refused ? { reply: refused, trace: { outcome: 'tenant-refused' } } : handle(turn, () => showTyping(context, turn))
  }
}

/** The SDK hands on what `bot/incoming.ts` checked. */
const incomingOf = (context: TurnContext) => context.activity as unknown as Incoming

/** Posts a reply. What replaces a card changes the message of the pressed button, or follows it where that can't be. */
async function post(context: TurnContext, answer: Pick<Answer, 'reply' | 'byModel'>): Promise<void> {
  const { reply } = answer
  const message = messageOf(answer)
  if (!message) return
  const { replyToId: pressed, deliveryMode } = context.activity
  if (reply.kind === 'replace' && pressed && deliveryMode !== 'expectReplies') {
    const lost = await context.updateActivity({ ...message, id: pressed }).then(() => undefined, asNotAccepted)
    if (lost?.sent.kind !== 'refused') return
  }
  await context.sendActivities([message])
}

/** A sign in a chat that an answer is on its way. Where it doesn't arrive, nothing is lost. */
async function showTyping(context: TurnContext, { place }: Turn): Promise<void> {
  if (place === 'channel' || context.activity.deliveryMode === 'expectReplies') return
  await context.sendActivity({ type: 'typing' }).then(() => undefined, asNotAccepted)
}

function asNotAccepted(error: unknown): NotAccepted {
  if (error instanceof NotAccepted) return error
  throw error
}
