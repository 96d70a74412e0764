import http from 'node:http'
import https from 'node:https'
import type { Clock } from '../dialogs/ports.ts'
import { isObject } from '../rules/facts.ts'
import { within } from './clock.ts'
import { keeping } from './once.ts'
import type { Tokens } from './tokens.ts'

/** How an attempt to send ended. Status 0: nothing left this machine, `code` says why. */
export type Sent =
  | { readonly kind: 'accepted'; readonly id: string }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string; readonly retryAfterMs?: number }
  /** It may have arrived: no answer in time, or a connection that broke after it was written. */
  | { readonly kind: 'unknown' }

/** A message to post (as an answer to another where `activityId` is given), or one to change. */
export interface Outgoing {
  readonly method: 'POST' | 'PUT'
  readonly serviceUrl: string
  readonly conversationId: string
  readonly activityId?: string | undefined
  readonly activity: object
}

/** One attempt, never repeated by itself. */
export interface Sender {
  send(outgoing: Outgoing, limitMs: number): Promise<Sent>
  close(): void
}

const notAccepted: readonly number[] = [0, 412, 429, 502, 503, 504]

/** Whether it certainly did not arrive and may well do so later. */
export const mayBeRepeated = (sent: Sent): boolean => sent.kind === 'refused' && notAccepted.includes(sent.status)

/** A connection that idles longer may be closed by the other side just as the next message is written on it. */
const IDLE_MS = 4000
const ADDRESSES_REMEMBERED = 100
const LARGEST_ANSWER = 64 * 1024

/**
 * The one sender of everything that goes to Teams, over connections that are kept open.
 * @param tokens sign what is sent; without credentials there are none
 */
export function createSender(clock: Clock, tokens?: Tokens): Sender {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, timeout: IDLE_MS }),
    'https:': new https.Agent({ keepAlive: true, timeout: IDLE_MS }),
  }

  async function send({ method, serviceUrl, conversationId, activityId, activity }: Outgoing, limitMs: number): Promise<Sent> {
    const until = clock.now().getTime() + limitMs
    const bearer = tokens && (await within(clock, limitMs, quietly(tokens.get()), () => undefined))
    const left = until - clock.now().getTime()
    if (tokens && (!bearer || left <= 0)) return { kind: 'refused', status: 0, code: 'no-token' }
    const path = `v3/conversations/${encode(conversationId)}/activities${activityId ? `/${encode(activityId)}` : ''}`
    const { secure, host, folder, options } = whereabouts(serviceUrl)
    const body = JSON.stringify(activity)
    // In this form Node sends them as they are: it is half of the work of a request.
    const headers = ['host', host, 'content-type', 'application/json; charset=utf-8', 'content-length', String(Buffer.byteLength(body))]
    if (bearer) headers.push('authorization', `Bearer ${bearer}`)
    const agent = agents[secure ? 'https:' : 'http:']
    const request = (secure ? https : http).request({ ...options, method, path: folder + path, headers, agent })
    const sent = await attempt(request, body, left, clock)
    if (bearer && sent.kind === 'refused' && sent.status === 401) tokens?.refused(bearer)
    return sent
  }

  return {
    send,
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

/** How to reach a service, worked out once for all that is sent there. */
const whereabouts = keeping(ADDRESSES_REMEMBERED, serviceUrl => {
  const { protocol, hostname, port, host, pathname } = new URL('.', serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`)
  const options = { host: hostname.replace(/^\[(.*)\]$/, '$1'), ...(port ? { port } : {}) }
  return { secure: protocol === 'https:', host, folder: pathname, options }
})

/** Why there is no token is in the log. */
const quietly = (token: Promise<string>): Promise<string | undefined> => token.catch(() => undefined)

/** A lone surrogate has no UTF-8 form and would throw. */
const encode = (id: string) => encodeURIComponent(id.toWellFormed())

async function attempt(request: http.ClientRequest, body: string, limitMs: number, clock: Clock): Promise<Sent> {
  let open = false
  request.once('socket', socket => {
    if (!socket.connecting) open = true
    else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => (open = true))
  })
  const broken = (code: string): Sent => (open ? { kind: 'unknown' } : { kind: 'refused', status: 0, code })
  const answered = new Promise<Sent>(resolve => {
    request.once('response', response => resolve(outcome(response, clock)))
    request.on('error', (error: NodeJS.ErrnoException) => resolve(broken(error.code ?? error.name)))
    request.end(body)
  })
  return within(clock, limitMs, answered, () => {
    const sent = broken('ETIMEDOUT')
    request.destroy()
    return sent
  })
}

async function outcome(response: http.IncomingMessage, clock: Clock): Promise<Sent> {
  const status = response.statusCode ?? 0
  const { body, text } = await read(response)
  if (status >= 200 && status < 300) return { kind: 'accepted', id: typeof body.id === 'string' ? body.id : '' }
  const code = known.exec(text)?.[0] ?? (isObject(body.error) ? body.error.code : body.code)
  const retryAfterMs = waitIn(response.headers['retry-after'], clock.now())
  return {
    kind: 'refused',
    status,
    ...(typeof code === 'string' && /^\w{1,60}$/.test(code) ? { code } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

/** What Teams calls a refusal that says more than its status, wherever in the answer that stands: as a code, a subcode or in the text. */
const known =
  /BotDisabledByAdmin|BotNotInConversationRoster|BotNotRegistered|ConversationBlockedByUser|ForbiddenOperationException|InvalidBotApiHost|NotEnoughPermissions|MessageWritesBlocked|ConversationNotFound|ActivityNotFoundInConversation/

/** The text of an answer, and the JSON object in it, empty where there is none: the status alone decides how an attempt ended. */
async function read(response: http.IncomingMessage): Promise<{ body: Readonly<Record<string, unknown>>; text: string }> {
  const text = await textOf(response)
  try {
    const body: unknown = JSON.parse(text)
    return { body: isObject(body) ? body : {}, text }
  } catch {
    return { body: {}, text }
  }
}

/** As much as came before the connection broke; nothing of an answer that is too large. */
function textOf(response: http.IncomingMessage): Promise<string> {
  return new Promise(resolve => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (text.length <= LARGEST_ANSWER) return
      resolve('')
      response.destroy()
    })
    for (const over of ['end', 'error', 'close']) response.once(over, () => resolve(text))
  })
}

/** `Retry-After` in milliseconds: written in seconds, or as a date. */
function waitIn(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime()
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
