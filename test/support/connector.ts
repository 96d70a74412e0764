import { EventEmitter, once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { type Certificate, createServer } from './certificate.ts'

/** What arrived at the connector. */
export interface Posted {
  readonly method: string
  /** Below `/v3/conversations`. */
  readonly path: string
  readonly authorization: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: tests look at all sorts of activities
  readonly activity: any
}

/** What the next request meets: an answer (which may begin and never end), silence, a connection that breaks, or an answer that waits to be let go. */
export type Fate =
  | { status: number; headers?: Record<string, string>; body?: unknown; hold?: Promise<void>; unfinished?: true }
  | 'silence'
  | 'reset'
  | { hold: Promise<void> }

export interface Connector {
  readonly serviceUrl: string
  readonly posted: readonly Posted[]
  /** How many connections were opened. */
  readonly connections: number
  /** Lays down what the next requests meet, in order; what comes after is accepted. */
  next(...fates: Fate[]): void
  /** The request with this number (from 1), as soon as it is there. */
  arrived(number: number): Promise<Posted>
  stop(): Promise<void>
}

/** A Bot Connector that keeps what it is sent: `POST`, `PUT` and `DELETE` of activities over HTTP. */
export async function startConnector(tls?: Certificate): Promise<Connector> {
  const posted: Posted[] = []
  const fates: Fate[] = []
  const news = new EventEmitter()
  let connections = 0

  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const activity = method === 'DELETE' ? undefined : await json(request).catch(() => undefined)
    posted.push({
      method,
      path: decodeURIComponent(url).replace(/^\/v3\/conversations/, ''),
      authorization: headers.authorization,
      activity,
    })
    news.emit('posted')
    await meet(fates.shift(), posted.length, request, response)
  }, tls)
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    serviceUrl: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posted,
    get connections() {
      return connections
    },
    next: (...more) => void fates.push(...more),
    async arrived(number) {
      while (posted.length < number) await once(news, 'posted')
      return posted[number - 1]!
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function meet(fate: Fate | undefined, number: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (fate === 'silence') return
  if (fate === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  if (fate && 'hold' in fate) await fate.hold
  const { status, headers, body } = fate && 'status' in fate ? fate : { status: 201, body: { id: `reply-${number}` } }
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  if (fate && 'unfinished' in fate) {
    response.write('{"id":')
    return
  }
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
