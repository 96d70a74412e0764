import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands before a server, and lets nothing through as long as it is stopped: like a machine that hangs, it closes nothing either. */
export async function startStoppableProxy(url: string) {
  const { hostname, port } = new URL(url)
  const [sockets, callers] = [new Set<Socket>(), new Set<Socket>()]
  let stopped = false
  const server = createServer(near => {
    const far = connect(Number(port || 5432), hostname)
    callers.add(near.on('close', () => callers.delete(near)))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => sockets.delete(one))
      if (stopped) one.pause()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = new URL(url)
  own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: own.href,
    stop() {
      stopped = true
      for (const socket of sockets) socket.pause()
    },
    goOn() {
      stopped = false
      for (const socket of sockets) socket.resume()
    },
    /** Says something to every caller that the server did not say. */
    say(bytes: Uint8Array) {
      for (const caller of callers) caller.write(bytes)
    },
    /** Breaks every connection, as a server does that is restarted; the next ones go through. */
    reset() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
