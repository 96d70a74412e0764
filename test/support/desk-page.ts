import { Writable } from 'node:stream'
import { createLog } from '../../bot/log.ts'
import { mountPlayground } from '../../bot/playground/playground.ts'
import { createServer } from '../../bot/server.ts'
import { inMemory } from '../../bot/store/sqlite.ts'
import { openStore } from '../../bot/store/store.ts'
import { handle } from '../../dialogs/desk.ts'
import { understand } from '../../dialogs/understanding/understand.ts'
import { documentedPolicy } from '../../rules/policy.ts'
import { testClock } from './clock.ts'

/** What `npm start` starts, on a free port and with its store in memory. */
export async function startDeskPage(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const clock = testClock()
  const store = await openStore(inMemory(), clock)
  const log = createLog('info', new Writable({ write: (_line, _encoding, done) => done() }))
  const server = await createServer({
    config: { host: '127.0.0.1', port: 0, credentials: undefined },
    handle: turn => handle(turn, { policy: documentedPolicy, understand, store, clock }),
    store,
    clock,
    log,
  })
  let address = ''
  mountPlayground(server.routes, { endpoint: () => address, move: () => {} })
  address = await server.listen()
  return {
    address,
    async stop() {
      await server.stop()
      await store.close()
    },
  }
}
