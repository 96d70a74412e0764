import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A Bot Connector that takes every message at once and only counts. */
export interface CountingConnector {
  readonly serviceUrl: string
  readonly counted: { readonly messages: number; readonly connections: number }
  stop(): Promise<void>
}

/** @param slowMs how long it takes over each answer */
export async function startCountingConnector(slowMs = 0): Promise<CountingConnector> {
  const counted = { messages: 0, connections: 0 }
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const id = ++counted.messages
      const answer = () => response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"${id}"}`)
      if (slowMs > 0) setTimeout(answer, slowMs)
      else answer()
    })
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', () => counted.connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    counted,
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
