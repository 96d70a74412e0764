import { Agent, request } from 'node:http'

/** How one request ended: the status (0 for a broken connection) and how long it took. */
export interface Sent {
  readonly status: number
  readonly ms: number
}

/** Sends activities to a bot over connections that are kept open. */
export interface Caller {
  send(activity: string): Promise<Sent>
  close(): void
}

const LONGEST_MS = 30_000

export function callerOf(port: number, connections: number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    send: activity =>
      new Promise(resolve => {
        const start = performance.now()
        const ended = (status: number) => resolve({ status, ms: performance.now() - start })
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(activity) }
        const call = request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent, headers, timeout: LONGEST_MS })
        call.once('response', response => response.resume().once('end', () => ended(response.statusCode ?? 0)))
        call.once('timeout', () => call.destroy())
        call.on('error', () => ended(0))
        call.end(activity)
      }),
    close: () => agent.destroy(),
  }
}

/** Everybody waits for the answer before the next message. Returns what was sent, and how long all of it took. */
export async function converse(
  port: number,
  people: readonly (() => string)[],
  ms: number,
): Promise<{ readonly sent: readonly Sent[]; readonly seconds: number }> {
  const caller = callerOf(port, people.length)
  const sent: Sent[] = []
  const start = performance.now()
  await Promise.all(
    people.map(async next => {
      while (performance.now() - start < ms) sent.push(await caller.send(next()))
    }),
  )
  const seconds = (performance.now() - start) / 1000
  caller.close()
  return { sent, seconds }
}
