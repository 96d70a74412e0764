import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Whoever speaks for Teams waits for an answer before the next request on a connection; some clients send a few ahead. */
const MOST_UNANSWERED = 8

/**
 * Closes a connection on which too many requests wait for an answer, before anything else looks at them. Two thousand of them fit into
 * what is read from a socket at a time, and all of these would be taken up before anybody else has a turn.
 */
export function boundUnanswered(server: Server): void {
  const unanswered = new WeakMap<Socket, number>()
  for (const event of ['request', 'checkContinue']) {
    const listeners = server.listeners(event)
    server.removeAllListeners(event)
    server.on(event, (request: IncomingMessage, response: ServerResponse) => {
      const { socket } = request
      if (socket.destroyed) return
      const waiting = (unanswered.get(socket) ?? 0) + 1
      if (waiting > MOST_UNANSWERED) {
        socket.destroy()
        return
      }
      unanswered.set(socket, waiting)
      response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1))
      for (const listener of listeners) listener.call(server, request, response)
    })
  }
}
