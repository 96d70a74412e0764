import type { IncomingHttpHeaders } from 'node:http'
import type { Agent, Dispatcher } from 'undici'
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
  let connections: Promise<Agent> | undefined

  async function send({ method, serviceUrl, conversationId, activityId, activity }: Outgoing, limitMs: number): Promise<Sent> {
    const until = clock.now().getTime() + limitMs
    const bearer = tokens && (await within(clock, limitMs, quietly(tokens.get()), () => undefined))
    connections ??= connect()
    const agent = await connections.catch((error: unknown) => {
      // Where it could not be loaded, as without a free file, the next message tries again.
      connections = undefined
      throw error
    })
    const left = until - clock.now().getTime()
    if (tokens && (!bearer || left <= 0)) return { kind: 'refused', status: 0, code: 'no-token' }
    const { origin, folder } = whereabouts(serviceUrl)
    const path = `${folder}v3/conversations/${encode(conversationId)}/activities${activityId ? `/${encode(activityId)}` : ''}`
    const headers = ['content-type', 'application/json; charset=utf-8', ...(bearer ? ['authorization', `Bearer ${bearer}`] : [])]
    const sent = await attempt(agent, { origin, path, method, headers, body: JSON.stringify(activity) }, left, clock)
    if (bearer && sent.kind === 'refused' && sent.status === 401) tokens?.refused(bearer)
    return sent
  }

  return {
    send,
    close() {
      void connections?.then(agent => agent.destroy()).catch(() => {})
    },
  }
}

/** Half of the work of Node's own client for each message; it takes a while to load, which the start is spared. */
async function connect(): Promise<Agent> {
  const { Agent } = await import('undici')
  return new Agent({ keepAliveTimeout: IDLE_MS, keepAliveMaxTimeout: IDLE_MS })
}

/** How to reach a service, worked out once for all that is sent there. */
const whereabouts = keeping(ADDRESSES_REMEMBERED, serviceUrl => {
  const { origin, pathname } = new URL('.', serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`)
  return { origin, folder: pathname }
})

/** Why there is no token is in the log. */
const quietly = (token: Promise<string>): Promise<string | undefined> => token.catch(() => undefined)

/** A lone surrogate has no UTF-8 form and would throw. */
const encode = (id: string) => encodeURIComponent(id.toWellFormed())

function attempt(agent: Agent, request: Dispatcher.DispatchOptions, limitMs: number, clock: Clock): Promise<Sent> {
  let writing: Dispatcher.DispatchController | undefined
  let late = false
  const answer: Answer = { status: 0, headers: {}, text: '' }
  // As much of the answer as came decides.
  const broken = (code: string): Sent => {
    if (answer.status) return outcome(answer, clock)
    return writing ? { kind: 'unknown' } : { kind: 'refused', status: 0, code }
  }
  const answered = new Promise<Sent>(resolve => {
    agent.dispatch(request, {
      // Everything before this is a connection that opens.
      onRequestStart(controller) {
        if (late) controller.abort(new Error('nobody waits for it any more'))
        else writing = controller
      },
      onResponseStart(_, status, headers) {
        if (status >= 200) Object.assign(answer, { status, headers })
      },
      onResponseData(controller, part) {
        answer.text += part.toString()
        if (answer.text.length <= LARGEST_ANSWER) return
        resolve(outcome({ ...answer, text: '' }, clock))
        controller.abort(new Error('the answer is too large'))
      },
      onResponseEnd: () => resolve(outcome(answer, clock)),
      onResponseError: (_, error: NodeJS.ErrnoException) => resolve(broken(error.code ?? error.name)),
    })
  })
  return within(clock, limitMs, answered, () => {
    late = true
    const sent = broken('ETIMEDOUT')
    writing?.abort(new Error('the answer took too long'))
    return sent
  })
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

function outcome({ status, headers, text }: Answer, clock: Clock): Sent {
  const body = objectIn(text)
  if (status >= 200 && status < 300) return { kind: 'accepted', id: typeof body.id === 'string' ? body.id : '' }
  const code = known.exec(text)?.[0] ?? (isObject(body.error) ? body.error.code : body.code)
  const retryAfterMs = waitIn(headers['retry-after'], clock.now())
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

/** The JSON object in the text of an answer, empty where there is none: the status alone decides how an attempt ended. */
function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body) ? body : {}
  } catch {
    return {}
  }
}

/** `Retry-After` in milliseconds: written in seconds, or as a date. What is over already is nothing to wait for. */
function waitIn(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime()
  return Number.isFinite(ms) && ms > 0 ? ms : undefined
}
