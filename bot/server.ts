import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import restify, { type Request, type Response, type Server, type ServerOptions } from 'restify'
import type { Clock } from '../dialogs/ports.ts'
import { DeskAdapter } from './adapter.ts'
import { LARGEST_BYTES, readBody } from './body.ts'
import type { Config } from './config.ts'
import type { Credentials } from './credentials.ts'
import { openGate } from './gate.ts'
import { asIncoming } from './incoming.ts'
import type { Log } from './log.ts'
import { isLocal } from './loopback.ts'
import type { Notifier } from './notifier.ts'
import { createProbe } from './ready.ts'
import { type Refusal, refuse, sendJson } from './refusals.ts'
import { createRefused } from './refused.ts'
import { createSender, type Sender } from './sender.ts'
import type { Places } from './store/places.ts'
import type { OpenStore } from './store/store.ts'
import { DeskBot, type DeskBotParts } from './teams.ts'
import { silent, type Telemetry } from './telemetry.ts'
import { createTenants } from './tenants.ts'
import { tracedSender } from './traced.ts'
import { createTurns, type Pass, type Taken, type Turns } from './turns.ts'
import { boundUnanswered } from './unanswered.ts'

export interface ServerParts {
  readonly config: Pick<Config, 'host' | 'port' | 'credentials'>
  readonly handle: DeskBotParts['handle']
  readonly store: Pick<OpenStore, 'probe' | keyof Places>
  /** What sends by itself, with the bot's one sender, from when it listens until it stops. */
  readonly notifier?: (sender: Sender) => Pick<Notifier, 'run' | 'stop'>
  readonly clock: Clock
  readonly log: Log
  readonly telemetry?: Telemetry
}

/** The bot on HTTP. Routes may be added to `routes` until it listens. */
export interface DeskServer {
  readonly routes: Server
  /** Listens; returns the address without a path. */
  listen(): Promise<string>
  /** How many turns are running or waiting. */
  readonly turns: number
  /** Takes no new turns, lets the running ones finish, closes. */
  stop(): Promise<void>
}

/** Headers have to be there within this time, a whole request within twice of it. */
const HEADERS_MS = 10_000
/** How late a connection that took too long may be closed. */
const LATE_MS = 2000
/** Connections at once: those of all turns that may wait, and as many again that ask. */
const MOST_CONNECTIONS = 2500
/** What may lie in the memory of bodies that are not answered yet: many of the usual size, few of the largest. */
const MOST_BYTES = 64 * 1024 * 1024
/** What of it may be of those who are not believed: their bodies come as slowly as they like. */
const MOST_OF_STRANGERS = MOST_BYTES / 2
/** Longer than the proxies in front of it keep a connection, so that they and not the bot close it. */
const IDLE_MS = 75_000

export async function createServer(parts: ServerParts): Promise<DeskServer> {
  const { config, handle, store, notifier: createNotifier, clock, log, telemetry = silent } = parts
  const { credentials } = config
  const { gate, tokens } = credentials ? await trustIn(credentials, clock, log) : { gate: openGate }
  const sender = createSender(clock, tokens)
  const bot = new DeskBot({ handle, tenants: createTenants(credentials?.tenants ?? '*'), places: store, clock, log, telemetry })
  const turns = createTurns(gate, new DeskAdapter(tracedSender(sender, 'replies', telemetry), clock), bot, clock, log)
  const notifier = createNotifier?.(tracedSender(sender, 'attempts', telemetry))
  const reached = createProbe(store.probe, clock, telemetry)
  let state: 'starting' | 'ready' | 'stopping' = 'starting'

  telemetry.watch('queue.length', () => turns.length)
  const refused = createRefused(clock, log, telemetry)
  const turnAway: TurnAway = (response, code, why) => {
    refused.add(code, why)
    refuse(response, code)
  }

  const routes = createRoutes(log, turnAway)
  const taking = { turns, clock, localOnly: !credentials, turnAway, telemetry }
  let held = 0
  routes.post('/api/messages', async (request: Request, response: Response) => {
    const size = Math.min(Number(request.headers['content-length'] ?? LARGEST_BYTES), LARGEST_BYTES)
    const pass = await turns.admit(request.headers.authorization ?? '')
    if (pass.kind !== 'admitted' && held + size > MOST_OF_STRANGERS) return turnAway(response, pass.kind, whyOf(pass))
    if (held + size > MOST_BYTES) return turnAway(response, 'busy')
    held += size
    await takeMessage(request, response, pass, taking).finally(() => (held -= size))
  })
  routes.get('/healthz', async (_: Request, response: Response) => sendJson(response, 200, { status: 'ok' }))
  routes.get('/readyz', async (_: Request, response: Response) => {
    const status = state === 'ready' && !(await reached()) ? 'store' : state
    sendJson(response, status === 'ready' ? 200 : 503, { status })
  })

  return {
    routes,
    async listen() {
      // More wait to be taken in than by default: who finds no room there tries again only after seconds.
      routes.listen(config.port, config.host, MOST_CONNECTIONS)
      await once(routes, 'listening')
      // A connection that the system can't take in, as without memory for it, would end the process with all the others.
      routes.on('error', ({ code }: NodeJS.ErrnoException) => refused.add('no-connection', code))
      state = 'ready'
      void notifier?.run()
      return originOf(routes.address())
    },
    get turns() {
      return turns.length
    },
    async stop() {
      state = 'stopping'
      await Promise.all([turns.stop(), notifier?.stop()])
      // What was just answered is on its way first.
      await setImmediate()
      routes.server.close()
      routes.server.closeAllConnections()
      sender.close()
      refused.stop()
    },
  }
}

/** Who is believed, and how the bot is believed; what that needs loads only where there are credentials. */
async function trustIn(credentials: Credentials, clock: Clock, log: Log) {
  const [{ createGate }, { loginWith }, { createTokens }] = await Promise.all([
    import('./authentication.ts'),
    import('./login.ts'),
    import('./tokens.ts'),
  ])
  return { gate: createGate(credentials, clock, log), tokens: createTokens(loginWith(credentials), clock, log) }
}

/** Refuses a request, and has it counted. */
type TurnAway = (response: Response, code: Refusal, why?: string) => void

function createRoutes(log: Log, turnAway: TurnAway): Server {
  const routes = restify.createServer({ name: '', log: pino({ enabled: false }) as unknown as NonNullable<ServerOptions['log']> })
  Object.assign(routes.server, {
    headersTimeout: HEADERS_MS,
    requestTimeout: 2 * HEADERS_MS,
    keepAliveTimeout: IDLE_MS,
    maxConnections: MOST_CONNECTIONS,
    connectionsCheckingInterval: LATE_MS,
  })
  boundUnanswered(routes.server)
  // restify takes a request to speak another protocol, and then nobody answers it.
  routes.server.removeAllListeners('upgrade')
  // Before anything can try to unpack an encoded body, or to make a URL of what makes none: nobody would catch that.
  routes.pre((request, response, next) => {
    const refusal = hasAddress(request) ? isEncoded(request) && 'encoded' : 'no-address'
    if (!refusal) return next()
    turnAway(response, refusal)
    next(false)
  })
  routes.on('restifyError', (_: Request, response: Response, error: Error & { statusCode?: number }, done: () => void) => {
    if (error.statusCode === 404) turnAway(response, 'not-found')
    else if (error.statusCode === 405) turnAway(response, 'wrong-method')
    else {
      log.trouble('a request broke off', error)
      turnAway(response, 'failed')
    }
    done()
  })
  return routes
}

const isEncoded = ({ headers }: Request) =>
  !/^(identity)?$/i.test(headers['content-encoding'] ?? '') || !/^(chunked)?$/i.test(headers['transfer-encoding'] ?? '')

/** Whether restify finds the route by the path alone: from host and path together it makes a URL. */
function hasAddress({ headers, url = '' }: Request): boolean {
  const host = headers.host || 'localhost'
  return !/[/?#\\]/.test(host) && URL.canParse(url.startsWith('/') ? `http://${host}${url}` : url, `http://${host}`)
}

interface Taking {
  readonly turns: Turns
  readonly clock: Clock
  readonly localOnly: boolean
  readonly turnAway: TurnAway
  readonly telemetry: Telemetry
}

/** `POST /api/messages`: nothing of a body reaches the SDK before its size, form and origin are known. */
async function takeMessage(request: Request, response: Response, pass: Pass, taking: Taking): Promise<void> {
  const { turns, clock, localOnly, turnAway, telemetry } = taking
  const { host, traceparent } = request.headers
  // A page that makes its own name point to this machine (DNS rebinding) still sends that name.
  if (localOnly && !isLocal(`http://${host}`)) return turnAway(response, 'not-local')
  const body = await readBody(request, clock)
  if ('fault' in body) return turnAway(response, body.fault)
  // To look at what somebody wrote who is not believed would be work that anybody can give.
  if (pass.kind !== 'admitted') return turnAway(response, pass.kind, whyOf(pass))
  const activity = asIncoming(body.json)
  if (!activity) return turnAway(response, 'not-an-activity')
  if (localOnly && !isLocal(activity.serviceUrl)) return turnAway(response, 'not-local')
  const taken = await telemetry.continued(String(traceparent ?? ''), () => turns.take(activity, pass))
  if (taken.kind !== 'ran') return turnAway(response, taken.kind, whyOf(taken))
  sendJson(response, taken.status, taken.body)
}

const whyOf = (turnedAway: Pass | Taken) => ('why' in turnedAway ? turnedAway.why : undefined)

const originOf = ({ address, port }: AddressInfo) => `http://${address.includes(':') ? `[${address}]` : address}:${port}`
