import type { Next, Request, Response, Server } from 'restify'
import { z } from 'zod'
import { parseDay } from '../../rules/day.ts'
import { activityOf, type Deed, installation, invokeOf, isHeard, type Where } from './activities.ts'
import { sendAsset, sendPage } from './assets.ts'
import { type Chat, hasThread, messageIn, openChat, record, type Setting, threadOf, watch } from './chats.ts'
import { bodyOf, mountConnector } from './connector.ts'
import { deliver, execute } from './deliver.ts'
import { timeOf } from './moment.ts'

const setting = z.object({
  today: z.string().refine(parseDay, 'must be a day written YYYY-MM-DD').optional(),
  locale: z.string().refine(tag => accepts(() => Intl.getCanonicalLocales(tag)), 'must be a language tag such as en-GB'),
  zone: z
    .string()
    .refine(zone => accepts(() => new Intl.DateTimeFormat('en', { timeZone: zone })), 'must be a time zone such as Europe/London'),
  phone: z.boolean(),
})
const card = z.string().min(1)
const deed = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('said'),
      text: z.string(),
      value: z.unknown().optional(),
      card: z.record(z.string(), z.unknown()).optional(),
    })
    .refine(({ text, card: put }) => text !== '' || put, 'must have a text or a card'),
  z.object({ kind: z.literal('submitted'), card, data: z.unknown().optional() }),
  z.object({ kind: z.literal('executed'), card, attachment: z.int().min(0), action: z.record(z.string(), z.unknown()) }),
])
const person = z.enum(['ada', 'ravi'])
const opening = z.object({ place: z.enum(['personal', 'group', 'channel']), person, setting })
const changing = z.object({ chat: z.string(), setting })
const invoked = z.object({
  name: z.enum(['composeExtension/query', 'composeExtension/fetchTask', 'composeExtension/submitAction']),
  value: z.unknown(),
})
const invoking = z.object({ chat: z.string(), thread: z.string().optional(), person, setting, invoke: invoked })
const sending = z.object({ chat: z.string(), thread: z.string().optional(), person, setting, deed })

/**
 * Adds the chat page at `/` and a Bot Connector of its own under `/playground`. `endpoint` is the server's own address
 * (`http://127.0.0.1:PORT`), asked for only once it listens. `move` sets the bot's clock, which follows the day that is set on the page.
 */
export function mountPlayground(server: Server, { endpoint, move }: { endpoint: () => string; move: (to: Date) => void }): void {
  const chats = new Map<string, Chat>()
  const serviceUrl = () => `${endpoint()}/playground`
  const set = (chat: Chat, setting: Setting) => {
    chat.setting = setting
    move(timeOf(setting, new Date()))
  }

  server.get('/', ownPageOnly, async (_req: Request, res: Response) => sendPage(res))
  server.get('/playground/assets/:name', ownPageOnly, async (req: Request, res: Response) => sendAsset(res, req.params.name))
  mountConnector(server, chats, ownPageOnly)

  server.post('/playground/start', ownPageOnly, async (req: Request, res: Response) => {
    const parsed = opening.safeParse(await bodyOf(req))
    if (!parsed.success) return refuse(res, 400, z.prettifyError(parsed.error))
    const chat = openChat(parsed.data.place, parsed.data.person, parsed.data.setting)
    chats.set(chat.id, chat)
    set(chat, parsed.data.setting)
    res.send(201, { chat: chat.id })
    const where = { chat, person: chat.owner }
    for (const activity of installation(chat, serviceUrl(), new Date())) await deliver(endpoint(), where, activity)
  })

  /** The chat that a person does something in; undefined where that is refused. */
  const placeOf = (res: Response, { chat: id, person, thread, setting }: Omit<z.infer<typeof sending>, 'deed'>): Chat | undefined => {
    const chat = chats.get(id)
    if (!chat) refuse(res, 404, 'There is no such chat; the server was started again.')
    else if (chat.place === 'personal' && chat.owner !== person) refuse(res, 403, 'This is the chat of somebody else.')
    else if (thread !== undefined && !hasThread(chat, thread)) refuse(res, 404, 'There is no such thread.')
    else {
      set(chat, setting)
      return chat
    }
    return undefined
  }

  server.post('/playground/invoke', ownPageOnly, async (req: Request, res: Response) => {
    const parsed = invoking.safeParse(await bodyOf(req))
    if (!parsed.success) return refuse(res, 400, z.prettifyError(parsed.error))
    const chat = placeOf(res, parsed.data)
    if (!chat) return
    const where = { chat, person: parsed.data.person, thread: parsed.data.thread }
    const reached = await deliver(endpoint(), where, invokeOf(parsed.data.invoke, where, serviceUrl(), new Date()))
    res.send(200, reached ?? {})
  })

  server.post('/playground/send', ownPageOnly, async (req: Request, res: Response) => {
    const parsed = sending.safeParse(await bodyOf(req))
    if (!parsed.success) return refuse(res, 400, z.prettifyError(parsed.error))
    const { deed, person, thread } = parsed.data
    const chat = placeOf(res, parsed.data)
    if (!chat) return
    const where = { chat, person, thread: threadFor(deed, chat) ?? thread }
    const activity = activityOf(deed, where, serviceUrl(), new Date())
    if (!isHeard(deed, chat)) record(chat, { kind: 'unheard', by: person, activity })
    else if (deed.kind === 'executed') await execute(endpoint(), where, activity, deed)
    else await deliver(endpoint(), where, activity)
    res.send(200, { id: activity.id })
  })

  server.post('/playground/set', ownPageOnly, async (req: Request, res: Response) => {
    const parsed = changing.safeParse(await bodyOf(req))
    if (!parsed.success) return refuse(res, 400, z.prettifyError(parsed.error))
    const chat = chats.get(parsed.data.chat)
    if (!chat) return refuse(res, 404, 'There is no such chat; the server was started again.')
    set(chat, parsed.data.setting)
    res.send(200, {})
  })

  server.get('/playground/events', ownPageOnly, async (req: Request, res: Response) => {
    const chat = chats.get(new URL(req.url ?? '', endpoint()).searchParams.get('chat') ?? '')
    if (!chat) return refuse(res, 404, 'There is no such chat; the server was started again.')
    stream(req, res, chat)
  })
}

/** A press belongs to the thread of its card. */
function threadFor(deed: Deed, chat: Chat): Where['thread'] {
  const message = deed.kind === 'said' ? undefined : messageIn(chat, deed.card)
  return message && threadOf(message)
}

/** Server-sent events; a browser that lost the connection names the last one it saw and gets the rest. */
function stream(req: Request, res: Response, chat: Chat): void {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', Connection: 'keep-alive' })
  res.flushHeaders()
  const seen = Number(req.header('Last-Event-ID', '-1'))
  const unwatch = watch(chat, Number.isInteger(seen) ? seen + 1 : 0, (happening, at) => {
    res.write(`id: ${at}\ndata: ${JSON.stringify(happening)}\n\n`)
  })
  res.on('close', unwatch)
}

/** Keeps out other sites that the same browser has open: by name (DNS rebinding) and by origin. */
function ownPageOnly(req: Request, res: Response, next: Next): void {
  const host = req.header('Host', '')
  const origin = req.header('Origin', '')
  const local = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)
  if (local && (origin === '' || origin === `http://${host}`)) {
    next()
    return
  }
  refuse(res, 403, 'The playground answers its own page only.')
  next(false)
}

function refuse(res: Response, status: number, message: string): void {
  res.send(status, { error: { code: 'Refused', message } })
}

/** Intl throws for what it doesn't know. */
function accepts(use: () => unknown): boolean {
  try {
    use()
    return true
  } catch {
    return false
  }
}
