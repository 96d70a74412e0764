import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atUrl } from '../bot/store/postgres.ts'
import { inFolder } from '../bot/store/sqlite.ts'
import { type OpenStore, openStore, type Storage } from '../bot/store/store.ts'
import { testClock } from './support/clock.ts'
import { type Connector, startConnector } from './support/connector.ts'
import { createDatabase, hasPostgres, stopPostgres } from './support/postgres.ts'
import { kill } from './support/process.ts'
import { ledgerOf, threadOf, track, trial } from './support/tracked.ts'

/** More of them on a machine that has the time: KILL_ROUNDS=50. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 5)
const DUE = ROUNDS * 50
const MINUTE_MS = 60_000
const first = Date.parse('2026-03-24T09:00:00Z')

let connector: Connector
let running: ChildProcess[]
let tracked: string[]
beforeEach(async () => {
  connector = await startConnector()
  running = []
  tracked = []
})
afterEach(async () => {
  for (const child of running) await kill(child)
  await connector.stop()
})

/** Starts a process that delivers, at a time of its own; resolves once it began. */
async function start(place: string, at: number, name: string, tracks: boolean) {
  const script = resolve(import.meta.dirname, 'support/deliverer.ts')
  const args = [script, place, connector.serviceUrl, new Date(at).toISOString(), name, tracks ? 'tracks' : '']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  const lines = createInterface({ input: child.stdout })
  lines.on('line', line => line.startsWith('tracked ') && tracked.push(line.slice(8)))
  await once(lines, 'line')
  return child
}

/** Notices of many licences, all due on the same morning. */
async function prepare(storage: Storage): Promise<void> {
  const store = await openStore(storage, testClock('2026-03-10T10:00:00Z'))
  for (let number = 0; number < DUE; number++) {
    const thread = threadOf(connector.serviceUrl, { conversation: `a:${number}`, tenant: `tenant-${number % 10}` })
    await track(store, thread, trial({ name: `due-${number}` }), new Date('2026-03-10T10:00:00Z'))
  }
  await store.close()
}

/** How often the notice of each licence arrived. */
function arrived(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { activity } of connector.posted) {
    const name = String(activity.summary).split(' ')[1] ?? ''
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** What must hold after any number of kills. */
async function check(store: OpenStore, atOnce: number): Promise<void> {
  const lines = await ledgerOf(store, { day: '2026-03-24' })
  // What was on its way at two kills is not sent a third time.
  expect(lines.filter(({ state, uncertain }) => state !== 'sent' && !(state === 'failed' && uncertain))).toEqual([])
  const counts = arrived()
  const uncertain = new Map(lines.map(({ place, uncertain }) => [`due-${place.slice(2)}`, uncertain]))
  for (let number = 0; number < DUE; number++) {
    const name = `due-${number}`
    const times = counts.get(name) ?? 0
    expect(times, `${name} arrived`).toBeGreaterThanOrEqual(1)
    expect(times, `${name}, ${uncertain.get(name) ? '' : 'not '}marked as uncertain, arrived`).toBeLessThanOrEqual(
      uncertain.get(name) ? 2 : 1,
    )
  }
  if (process.env.KILL_ROUNDS)
    console.info(
      'uncertain',
      [...uncertain.values()].filter(Boolean).length,
      'doubled',
      [...counts.values()].filter(times => times > 1).length,
      'tracked',
      tracked.length,
    )
  expect([...uncertain.values()].filter(Boolean).length).toBeLessThanOrEqual(atOnce)
  for (const name of tracked) {
    const key = threadOf('', { conversation: `a:${name}`, tenant: `tenant-${Number(name.split('-').at(-1)) % 10}` }).key
    expect(
      (await store.trackedIn(key)).map(({ tracked, ahead }) => [tracked.name, ahead.length]),
      name,
    ).toEqual([[name, 12]])
  }
}

const pause = () => new Promise(resolve => setTimeout(resolve, Math.random() * 250))

describe('killed at any moment', () => {
  test('the bot loses nothing that it acknowledged, and doubles only what was on its way, which it marks', {
    timeout: 30_000 + ROUNDS * 4000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
    await prepare(inFolder(folder))
    let at = first
    for (let round = 0; round < ROUNDS; round++) {
      const child = await start(folder, at, `round-${round}`, true)
      await pause()
      await kill(child)
      at += 5 * MINUTE_MS
    }
    const last = await start(folder, at, 'last', false)
    await once(last, 'exit')
    const store = await openStore(inFolder(folder), testClock())
    expect(tracked.length).toBeGreaterThan(0)
    await check(store, ROUNDS * 16)
    await store.close()
    rmSync(folder, { recursive: true })
  })

  test('what was acknowledged is in the files as the disk has them', async () => {
    const [folder, copy] = [mkdtempSync(join(tmpdir(), 'license-desk-')), mkdtempSync(join(tmpdir(), 'license-desk-'))]
    const child = await start(folder, first, 'cut', true)
    while (tracked.length < 20) await once(child.stdout as NodeJS.ReadableStream, 'data')
    const acknowledged = [...tracked]
    for (const file of readdirSync(folder)) if (!file.endsWith('-shm')) copyFileSync(join(folder, file), join(copy, file))
    await kill(child)
    tracked = acknowledged
    const store = await openStore(inFolder(copy), testClock())
    for (const name of acknowledged) {
      const key = threadOf('', { conversation: `a:${name}`, tenant: `tenant-${Number(name.split('-').at(-1)) % 10}` }).key
      expect(
        (await store.trackedIn(key)).map(({ ahead }) => ahead.length),
        name,
      ).toEqual([12])
    }
    await store.close()
    for (const each of [folder, copy]) rmSync(each, { recursive: true })
  })

  test.runIf(hasPostgres)(
    'two of three processes on one PostgreSQL leave the same to the third',
    { timeout: 60_000 + ROUNDS * 4000 },
    async () => {
      const database = await createDatabase()
      await prepare(atUrl(database.url))
      let at = first
      for (let round = 0; round < Math.ceil(ROUNDS / 3); round++) {
        const children = await Promise.all([1, 2].map(number => start(database.url, at, `round-${round}-${number}`, true)))
        const third = start(database.url, at, `third-${round}`, true)
        await pause()
        for (const child of children) await kill(child)
        await pause()
        await kill(await third)
        at += 5 * MINUTE_MS
      }
      const last = await start(database.url, at, 'last', false)
      await once(last, 'exit')
      const store = await openStore(atUrl(database.url), testClock())
      await check(store, ROUNDS * 48)
      await store.close()
      await database.drop()
      await stopPostgres()
    },
  )
})
