import './runtime.js'
import { flushCompileCache } from 'node:module'
import { reminderCard } from '../cards/reminder.ts'
import package_ from '../package.json' with { type: 'json' }
import { DAY_MS, dayIn } from '../rules/day.ts'
import { movableClock, systemClock } from './clock.ts'
import { environment, readConfig } from './config.ts'
import { errorOutput } from './error-output.ts'
import { muteConsole } from './log.ts'
import { isLocal } from './loopback.ts'
import { createNotifier, type Notifier } from './notifier.ts'
import { startObserving } from './observing.ts'
import { planningBy } from './replanning.ts'
import type { Sender } from './sender.ts'
import { createServer } from './server.ts'
import { databaseFault, fail, listenFault, listenFaults, storeFault } from './start-faults.ts'
import type { Place } from './store/ledger.ts'
import { inFolder } from './store/sqlite.ts'
import { openStore } from './store/store.ts'
import { isServed } from './tenants.ts'
import { answeringWith, tracedStore } from './traced.ts'
import { startUnderstanding } from './understanding.ts'

/** By then the first messages were answered, and what they needed was compiled. */
const SETTLED_MS = 30_000
/** Whoever stops the bot kills it after ten seconds; what comes after the turns takes its time as well, and a busy machine some more. */
const STOP_MS = 8000
/** A collector or a database that fell silent is left as it is: what was acknowledged is in the database. */
const LAST_WORDS_MS = 1000
/** Where the log goes to may have fallen silent as well. */
const LOGGED_MS = 250
/** Where tenants of the US government's part of the public cloud are reached. */
const GOVERNMENT_URL = 'https://smba.infra.gcc.teams.microsoft.com/teams'

const understand = startUnderstanding()
const withPage = process.argv.includes('--playground')
const { given, faults } = environment()
const config = readConfig(given)
if ('faults' in config) fail([...faults, ...config.faults, ...(config.address ? await listenFaults(config.address) : [])])
if (faults.length > 0) fail([...faults, ...(await listenFaults(config))])
if (withPage && config.credentials)
  fail(['MICROSOFT_APP_ID is set, and the chat page is for trying the desk without Teams; unset it, or run `npm run serve`.'])

// On the chat page, people move the date.
const clock = movableClock(systemClock)
const output = errorOutput()
const { log, telemetry } = await startObserving(config.logLevel, config.collector, output)
muteConsole(log)
process.on('unhandledRejection', error => log.trouble('a promise was left broken', error))
process.on('uncaughtException', error => {
  log.trouble('the bot broke', error)
  process.exit(1)
})
// Whoever reads what it says may go away; the bot stays.
process.stdout.on('error', () => {})

const { databaseUrl, dataDir, credentials, policyOn } = config
const storage = async () => (databaseUrl ? (await import('./store/postgres.ts')).atUrl(databaseUrl) : inFolder(dataDir))
const opened = async () => {
  const opening = await openStore(await storage(), clock)
  await opening.probe()
  return opening
}
const store = tracedStore(
  await opened().catch(async (error: unknown) =>
    fail([databaseUrl ? databaseFault(error, databaseUrl) : storeFault(error, dataDir), ...(await listenFaults(config))]),
  ),
  telemetry,
)
// Only who asks a model loads what that needs.
const understandIn = config.llm ? (await import('./llm.ts')).withOpinion(understand, config.llm, clock, log, telemetry) : () => understand
let notifier: Notifier | undefined
let stopping = false
const server = await createServer({
  config,
  handle: answeringWith({ policy: policyOn, store, clock }, understandIn, telemetry),
  store,
  notifier: notifierWith,
  clock,
  log,
  telemetry,
})

process.on('SIGTERM', stop)
process.on('SIGINT', stop)

let origin = ''
if (withPage) {
  const { mountPlayground } = await import('./playground/playground.ts')
  const move = (to: Date) => {
    clock.moveTo(to)
    notifier?.wake()
  }
  mountPlayground(server.routes, { endpoint: () => origin, move })
}
origin = await server.listen().catch((error: unknown) => fail([listenFault(error, config.host, config.port)]))
const reach = config.credentials ? '' : ', for this machine only: no credentials are set'
const policy = policyOn(dayIn('UTC', clock.now())).version
log.note('the bot started', {
  version: package_.version,
  store: databaseUrl ? 'postgres' : 'sqlite',
  policy,
  llm: config.llm?.kind ?? 'off',
})
process.stdout.write(withPage ? `License Desk is at ${origin}/\n` : `License Desk listens on ${origin}/api/messages${reach}\n`)

// Else the next start is a slow one wherever this process is killed instead of stopped.
void clock.wait(SETTLED_MS).then(() => flushCompileCache())

for (;;) {
  await store.purge().catch(error => log.trouble('old conversations could not be deleted', error))
  await clock.wait(DAY_MS)
  await planAnew().catch(error => log.trouble('what is tracked could not be planned anew', error))
}

/** What is tracked follows the policy that is in force now: another file, or the next version of the documents. */
async function planAnew(stop?: AbortSignal): Promise<void> {
  const plans = await store.replan(planningBy(policyOn, clock.now()), () => clock.now(), stop)
  if (plans > 0) log.note('what is tracked was planned anew', { plans })
}

function notifierWith(sender: Sender): Notifier {
  const hindrance = ({ serviceUrl, tenant }: Place) => {
    if (serviceUrl === '' || !(credentials || isLocal(serviceUrl))) return 'no-address'
    return credentials && !isServed(credentials.tenants, tenant) ? 'tenant-not-served' : undefined
  }
  const elsewhere = credentials && !credentials.cloud ? GOVERNMENT_URL : undefined
  notifier = createNotifier({
    store,
    sender,
    write: reminderCard,
    policy: policyOn,
    clock,
    log,
    telemetry,
    hindrance,
    elsewhere,
    first: planAnew,
  })
  return notifier
}

async function stop(): Promise<void> {
  // Told twice, it goes on stopping.
  if (stopping) return
  stopping = true
  await Promise.race([server.stop(), clock.wait(STOP_MS)])
  if (server.turns > 0) log.note('turns were broken off', { turns: server.turns })
  await Promise.race([Promise.all([telemetry.stop(), store.close()]), clock.wait(LAST_WORDS_MS)])
  log.note('the bot stopped')
  await Promise.race([output.idle(), clock.wait(LOGGED_MS)])
  process.exit()
}
