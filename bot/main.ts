import './runtime.js'
import { handle } from '../dialogs/desk.ts'
import { systemClock as clock } from './clock.ts'
import { environment, readConfig } from './config.ts'
import { createUnderstanding } from './llm.ts'
import { createLog, muteConsole } from './log.ts'
import { createServer } from './server.ts'
import { fail, listenFault, listenFaults, storeFault } from './start-faults.ts'
import { inFolder } from './store/sqlite.ts'
import { openStore } from './store/store.ts'

const DAY_MS = 86_400_000
/** Whoever stops the bot kills it after ten seconds. */
const STOP_MS = 9000

const withPage = process.argv.includes('--playground')
const { given, faults } = environment()
const config = readConfig(given)
if ('faults' in config) fail([...faults, ...config.faults, ...(config.address ? await listenFaults(config.address) : [])])
if (faults.length > 0) fail([...faults, ...(await listenFaults(config))])
if (withPage && config.credentials)
  fail(['MICROSOFT_APP_ID is set, and the chat page is for trying the desk without Teams; unset it, or run `npm run serve`.'])

const log = createLog(config.logLevel)
muteConsole(log)
process.on('unhandledRejection', error => log.trouble('a promise was left broken', error))
process.on('uncaughtException', error => {
  log.trouble('the bot broke', error)
  process.exit(1)
})
// Whoever reads the log may go away; the bot stays.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {})

const opened = async () => openStore(inFolder(config.dataDir), clock)
const store = await opened().catch(async (error: unknown) => fail([storeFault(error, config.dataDir), ...(await listenFaults(config))]))
const understandIn = createUnderstanding(config.llm, clock, log)
const desk = { policy: config.policyOn, store, clock }
const server = createServer({
  config,
  handle: (turn, typing) => handle(turn, { ...desk, understand: understandIn(turn, typing) }),
  store,
  clock,
  log,
})

process.once('SIGTERM', stop)
process.once('SIGINT', stop)

let origin = ''
if (withPage) {
  const { mountPlayground } = await import('./playground/playground.ts')
  mountPlayground(server.routes, { endpoint: () => origin })
}
origin = await server.listen().catch((error: unknown) => fail([listenFault(error, config.host, config.port)]))
const reach = config.credentials ? '' : ', for this machine only: no credentials are set'
process.stdout.write(withPage ? `License Desk is at ${origin}/\n` : `License Desk listens on ${origin}/api/messages${reach}\n`)

for (;;) {
  await store.purge().catch(error => log.trouble('old conversations could not be deleted', error))
  await clock.wait(DAY_MS)
}

async function stop(): Promise<void> {
  await Promise.race([server.stop(), clock.wait(STOP_MS)])
  await store.close()
  process.exit()
}
