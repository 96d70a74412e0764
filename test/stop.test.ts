import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atUrl } from '../bot/store/postgres.ts'
import { inFolder } from '../bot/store/sqlite.ts'
import { openStore, type Storage } from '../bot/store/store.ts'
import { activityOf } from './support/activities.ts'
import { post } from './support/bot.ts'
import { testClock } from './support/clock.ts'
import { startCollector } from './support/collector.ts'
import { startConnector } from './support/connector.ts'
import { createDatabase, hasPostgres, stopPostgres } from './support/postgres.ts'
import { kill, runBot } from './support/process.ts'
import { startStoppableProxy } from './support/stoppable-proxy.ts'
import { threadOf } from './support/tracked.ts'

/** Whoever stops the bot kills it then. The times in its log tell whether it is through; to start and end a process takes a busy machine long. */
const KILLED_MS = 10_000
/** What is certain to come needs no limit but one that ends a test that fails. */
const SLOW_MS = 30_000
const SORRY = 'Something went wrong on our side'

/** A database that can be made to hang. */
interface Hanging {
  readonly environment: Readonly<Record<string, string>>
  /** How many messages wait: with so many, those that wait for a file end in time on a slow machine too, those that wait for a server never. */
  readonly waiting: number
  hang(): Promise<void>
  /** Where to see what is in it, once it answers again. */
  free(): Promise<Storage>
  clear(): Promise<void>
}

async function lockedFile(folder: string): Promise<Hanging> {
  let other: DatabaseSync | undefined
  return {
    environment: {},
    waiting: 2,
    async hang() {
      // The bot may still be writing what it does after an answer.
      other = new DatabaseSync(join(folder, '.data/license-desk.db'), { timeout: SLOW_MS })
      other.exec('begin immediate')
    },
    async free() {
      other?.close()
      return inFolder(join(folder, '.data'))
    },
    clear: async () => {},
  }
}

async function lockedTable(): Promise<Hanging> {
  const database = await createDatabase()
  const other = new pg.Client({ connectionString: database.url })
  return {
    environment: { DATABASE_URL: database.url },
    waiting: 3,
    async hang() {
      await other.connect()
      await other.query('begin; lock table conversations in access exclusive mode')
    },
    async free() {
      await other.end()
      return atUrl(database.url)
    },
    clear: database.drop,
  }
}

/** The collector is silent as well: everything takes as long as it may. */
async function silentServer(): Promise<Hanging> {
  const [database, collector] = [await createDatabase(), await startCollector('silence')]
  const proxy = await startStoppableProxy(database.url)
  return {
    environment: { DATABASE_URL: proxy.url, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint },
    waiting: 3,
    hang: async () => proxy.stop(),
    free: async () => atUrl(database.url),
    async clear() {
      await Promise.all([proxy.close(), collector.stop()])
      await database.drop()
    },
  }
}

/** What a bot does that is told to stop while its store hangs and somebody waits for an answer. */
async function stopping(create: (folder: string) => Promise<Hanging>) {
  const folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  const [{ environment, waiting, hang, free, clear }, connector] = [await create(folder), await startConnector()]
  const bot = runBot(folder, environment)
  const address = await bot.listening()
  const now = new Date()
  const end = new Date(now.getTime() + 60 * 86_400_000).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  const say = (text: string) => {
    const when = { timestamp: now.toISOString(), localTimestamp: now.toISOString().replace('Z', '+00:00'), localTimezone: 'UTC' }
    return post(address, JSON.stringify(activityOf(connector.serviceUrl, { text, ...when })))
  }
  const track = (what: string) => say(`remind me before our ${what} ends on ${end}`)
  const said = () => connector.posted.map(({ activity }) => String(activity.text ?? activity.summary))
  // What the first turn needs is loaded meanwhile, which takes a busy machine longer than a turn may.
  await expect.poll(() => track('trial').then(() => said().at(-1)), { timeout: SLOW_MS }).toContain('Tracked')
  const before = said().length
  await hang()
  // Each waits for the one before, and then for the store.
  const first = track('licence')
  const further = Array.from({ length: waiting - 1 }, () => track('licence').catch(() => undefined))
  await expect.poll(async () => (await fetch(`${address}/readyz`)).json(), { timeout: SLOW_MS }).toEqual({ status: 'store' })
  const told = Date.now()
  bot.child.kill('SIGTERM')
  const impatient = new AbortController()
  void setTimeout(SLOW_MS, undefined, impatient).then(
    () => kill(bot.child),
    () => {},
  )
  const { code, err } = await bot.ended()
  impatient.abort()
  const [answered] = await Promise.all([first, ...further])
  const store = await openStore(await free(), testClock(now))
  const tracked = (await store.trackedIn(threadOf('').key)).map(({ tracked: { kind } }) => kind)
  await store.close()
  await connector.stop()
  await clear()
  rmSync(folder, { recursive: true })
  const lines = linesIn(err)
  const stoppedAfter = Date.parse(lines.at(-1)?.time ?? '') - told
  return {
    code,
    answered,
    said: said().slice(before),
    tracked,
    stoppedAfter,
    troubles: troublesIn(err),
    lines: lines.map(({ msg }) => msg),
  }
}

const linesIn = (log: string) =>
  log
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { level: string; time: string; msg: string })

/** What the log complains about, each once. */
const troublesIn = (log: string) => {
  const lines = linesIn(log)
  return [...new Set(lines.filter(({ level }) => level === 'error').map(({ msg }) => msg))]
}

describe('a bot that is told to stop', () => {
  const ways = {
    'a SQLite file that another process writes to': lockedFile,
    ...(hasPostgres ? { 'a PostgreSQL with a locked table': lockedTable, 'a PostgreSQL that falls silent': silentServer } : {}),
  }
  const stops = new Map<string, ReturnType<typeof stopping>>()
  // They wait at the same time.
  beforeAll(() => {
    for (const [way, create] of Object.entries(ways)) stops.set(way, stopping(create))
  })
  afterAll(async () => {
    await Promise.allSettled(stops.values())
    await stopPostgres()
  })

  test.for(Object.keys(ways))(
    'and waits for %s ends in time, and neither says nor loses what is not so',
    { timeout: 4 * SLOW_MS },
    async way => {
      const { code, answered, said, tracked, stoppedAfter, troubles, lines } = await stops.get(way)!
      expect([code, answered]).toEqual([0, { status: 200, body: undefined }])
      expect(stoppedAfter).toBeLessThan(KILLED_MS)
      expect(new Set(said.map(text => text.replace(/ \(.*/, '')))).toEqual(new Set([SORRY]))
      expect(tracked).toEqual(['trial'])
      expect(troubles.filter(msg => msg !== 'the ledger could not be read')).toEqual(['a turn failed'])
      // A turn that waits for a server is given up later than one that waits for a file.
      expect([lines[0], lines.includes('turns were broken off'), lines.at(-1)]).toEqual([
        'the bot started',
        way.includes('PostgreSQL'),
        'the bot stopped',
      ])
    },
  )
})
