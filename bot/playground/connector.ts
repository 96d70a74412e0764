import { json } from 'node:stream/consumers'
import type { Request, RequestHandler, Response, Server } from 'restify'
import { z } from 'zod'
import { asPosted } from './activities.ts'
import { type Activity, activityId, type Chat, findConversation, hasThread, messageIn, record, threadOf } from './chats.ts'

/** Counted in UTF-16 as Teams does; pictures inside it are not taken off here. */
const LARGEST_BYTES = 100 * 1024

const activity = z.looseObject({ type: z.string().min(1), attachments: z.array(z.unknown()).optional() })

const refusals = {
  'no-chat': [404, 'ConversationNotFound', 'Conversation not found.'],
  'no-activity': [404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.'],
  'too-big': [413, 'MessageSizeTooBig', 'The message is larger than 100 KB.'],
  malformed: [400, 'BadSyntax', 'The body is not an activity.'],
  empty: [400, 'BadArgument', 'A message needs text or an attachment.'],
} as const

/** A request's JSON; undefined where it has none. */
export async function bodyOf(req: Request): Promise<unknown> {
  return json(req).catch(() => undefined)
}

function refuse(res: Response, why: keyof typeof refusals): void {
  const [status, code, message] = refusals[why]
  res.send(status, { error: { code, message } })
}

/** The Bot Connector below /playground/v3, as far as a bot needs it that answers: post, reply, update, delete. */
export function mountConnector(server: Server, chats: ReadonlyMap<string, Chat>, guard: RequestHandler): void {
  const post = withActivity(chats, ({ chat, thread }, posted, repliedTo, res) => {
    const now = new Date()
    const id = activityId(now)
    // What is posted to a channel itself starts a thread.
    const within = thread ?? (hasThread(chat, repliedTo) ? repliedTo : id)
    record(chat, { kind: 'posted', activity: asPosted(posted, chat, id, within, now) })
    res.send(201, { id })
  })
  const update = withActivity(chats, ({ chat }, updated, id, res) => {
    const message = messageIn(chat, id)
    if (!message) return refuse(res, 'no-activity')
    record(chat, { kind: 'updated', activity: asPosted(updated, chat, id, threadOf(message) ?? id, new Date()) })
    res.send(200, { id })
  })
  const remove = async (req: Request, res: Response) => {
    const found = findConversation(chats, req.params.chat)
    if (!found) return refuse(res, 'no-chat')
    if (!messageIn(found.chat, req.params.id)) return refuse(res, 'no-activity')
    record(found.chat, { kind: 'deleted', id: req.params.id })
    res.send(200)
  }
  server.post('/playground/v3/conversations/:chat/activities', guard, post)
  server.post('/playground/v3/conversations/:chat/activities/:id', guard, post)
  server.put('/playground/v3/conversations/:chat/activities/:id', guard, update)
  server.del('/playground/v3/conversations/:chat/activities/:id', guard, remove)
}

type Found = NonNullable<ReturnType<typeof findConversation>>
type Accept = (found: Found, activity: Activity, id: string, res: Response) => void

function withActivity(chats: ReadonlyMap<string, Chat>, accept: Accept) {
  return async (req: Request, res: Response) => {
    const found = findConversation(chats, req.params.chat)
    if (!found) return refuse(res, 'no-chat')
    const body = await bodyOf(req)
    const parsed = activity.safeParse(body)
    if (!parsed.success) return refuse(res, 'malformed')
    if (JSON.stringify(body).length * 2 > LARGEST_BYTES) return refuse(res, 'too-big')
    if (parsed.data.type === 'message' && !parsed.data.text && !parsed.data.attachments?.length) return refuse(res, 'empty')
    accept(found, parsed.data, req.params.id ?? '', res)
  }
}
