import { type Activity, BotAdapter, INVOKE_RESPONSE_KEY, type InvokeResponse, type ResourceResponse, TurnContext } from 'botbuilder-core'
import type { Clock } from '../dialogs/ports.ts'
import type { Incoming } from './incoming.ts'
import { sendReply } from './reply.ts'
import type { Outgoing, Sender, Sent } from './sender.ts'

/** A reply that Teams did not take, or may not have taken. */
export class NotAccepted extends Error {
  readonly sent: Exclude<Sent, { kind: 'accepted' }>

  constructor(sent: Exclude<Sent, { kind: 'accepted' }>) {
    super('the connector did not accept the reply')
    this.name = 'NotAccepted'
    this.sent = sent
  }

  /** For the log. */
  get outcome(): string {
    return this.sent.kind === 'unknown' ? 'unknown' : ['refused', this.sent.status, this.sent.code].join(' ').trim()
  }
}

/** A sign that an answer is on its way is sent once: it must not come after the answer. */
const TYPING_MS = 1000
const UNTIL = Symbol('when the turn has to be over')

/** When a turn has to be over; undefined once it is. */
export const endOf = (context: TurnContext) => context.turnState.get<number | undefined>(UNTIL)

/**
 * Runs the SDK's turns on a sender of our own: the stock adapter answers a caller with the texts of its errors, posts a reply
 * up to four times and waits for a silent connector without limit.
 */
export class DeskAdapter extends BotAdapter {
  readonly #sender: Sender
  readonly #clock: Clock

  constructor(sender: Sender, clock: Clock) {
    super()
    this.#sender = sender
    this.#clock = clock
  }

  /**
   * Runs a turn, which has to be over at `until`; there is no middleware of the SDK, and its way through it is spared.
   * Returns what belongs into the HTTP response, if anything does.
   */
  async run(activity: Incoming, until: number, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity as unknown as Activity)
    context.turnState.set(UNTIL, until)
    try {
      await logic(context)
    } finally {
      // Whatever comes after the turn has no way out any more.
      context.turnState.delete(UNTIL)
    }
    if (activity.deliveryMode === 'expectReplies') return { status: 200, body: { activities: context.bufferedReplyActivities } }
    return context.turnState.get<{ value?: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY)?.value
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = []
    for (const activity of activities) {
      if (activity.type === 'invokeResponse') context.turnState.set(INVOKE_RESPONSE_KEY, activity)
      responses.push(activity.type === 'invokeResponse' ? { id: '' } : await this.#send(context, 'POST', activity, activity.replyToId))
    }
    return responses
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    return this.#send(context, 'PUT', activity, activity.id)
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('nothing is deleted')
  }

  override async continueConversation(): Promise<void> {
    throw new Error('notices have a sender of their own')
  }

  async #send(
    context: TurnContext,
    method: Outgoing['method'],
    activity: Partial<Activity>,
    activityId: string | undefined,
  ): Promise<ResourceResponse> {
    const until = endOf(context)
    if (until === undefined) throw new Error('the turn is over')
    const { serviceUrl, conversation } = context.activity
    const outgoing = { method, serviceUrl, conversationId: conversation.id, activityId, activity }
    const sent =
      activity.type === 'typing'
        ? await this.#sender.send(outgoing, TYPING_MS)
        : await sendReply(this.#sender, this.#clock, outgoing, until)
    if (sent.kind !== 'accepted') throw new NotAccepted(sent)
    return { id: sent.id }
  }
}
