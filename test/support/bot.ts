import { Writable } from 'node:stream'
import type { Credentials } from '../../bot/credentials.ts'
import { withOpinion } from '../../bot/llm.ts'
import type { Llm } from '../../bot/llm-settings.ts'
import { createNotifier } from '../../bot/notifier.ts'
import { startObserving } from '../../bot/observing.ts'
import type { Sender } from '../../bot/sender.ts'
import { createServer, type ServerParts } from '../../bot/server.ts'
import { inMemory } from '../../bot/store/sqlite.ts'
import { type OpenStore, openStore, type Storage } from '../../bot/store/store.ts'
import type { Collector } from '../../bot/telemetry-settings.ts'
import { answeringWith, tracedStore } from '../../bot/traced.ts'
import { reminderCard } from '../../cards/reminder.ts'
import type { Clock } from '../../dialogs/ports.ts'
import { understand } from '../../dialogs/understanding/understand.ts'
import { documentedPolicy } from '../../rules/policy.ts'
import { activityOf } from './activities.ts'
import { testClock } from './clock.ts'
import { type Connector, startConnector } from './connector.ts'

type Json = Readonly<Record<string, unknown>>

/** The whole bot on a free port, with its store in memory and a connector of the test's own. */
export interface RunningBot {
  readonly address: string
  readonly connector: Connector
  readonly store: OpenStore
  /** Every line of the log so far. */
  readonly lines: readonly Json[]
  /** Sends an activity as Teams does. */
  send(activity: Json): Promise<{ status: number; body: unknown }>
  /** Sends a message as Teams does. */
  say(text: string, more?: Json): Promise<{ status: number; body: unknown }>
  /** Delivers the reminders that are due now. */
  deliver(): Promise<void>
  /** Stops, and has sent what a collector is told by then. */
  stop(): Promise<void>
}

/** Starts the bot, with the real desk (which may ask a model) or one that answers with `answer`. */
export async function startBot(
  answer?: ServerParts['handle'],
  clock: Clock = testClock(),
  llm: Llm | undefined = undefined,
  credentials: Credentials | undefined = undefined,
  storage: Storage = inMemory(),
  collector: Collector | undefined = undefined,
): Promise<RunningBot> {
  const connector = await startConnector()
  const lines: Json[] = []
  const output = new Writable({ write: (line, _, done) => done(void lines.push(JSON.parse(String(line)))) })
  const { log, telemetry } = await startObserving('info', collector, output)
  const store = tracedStore(await openStore(storage, clock), telemetry)
  const understandIn = llm ? withOpinion(understand, llm, clock, log, telemetry) : () => understand
  const handle: ServerParts['handle'] = answer ?? answeringWith({ policy: documentedPolicy, store, clock }, understandIn, telemetry)
  const config = { host: '127.0.0.1', port: 0, credentials }
  let deliver = async () => {}
  const notifierWith = (sender: Sender) => {
    const parts = { store, sender, write: reminderCard, policy: documentedPolicy, clock, log, telemetry, hindrance: () => undefined }
    const notifier = createNotifier({ ...parts, dice: () => 1 })
    deliver = notifier.round
    // It delivers when the test says so.
    return { run: async () => {}, stop: notifier.stop }
  }
  const server = await createServer({ config, handle, store, notifier: notifierWith, clock, log, telemetry })
  const address = await server.listen()
  const send = (activity: Json) => post(address, JSON.stringify(activity))
  return {
    address,
    connector,
    store,
    lines,
    send,
    say: (text, more) => send(activityOf(connector.serviceUrl, { text, ...more })),
    deliver: () => deliver(),
    async stop() {
      await server.stop()
      await connector.stop()
      await telemetry.stop()
      await store.close()
    },
  }
}

/** Posts a body to the bot's endpoint. */
export async function post(address: string, body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}
