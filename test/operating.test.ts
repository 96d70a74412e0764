import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atUrl } from '../bot/store/postgres.ts'
import { inFolder } from '../bot/store/sqlite.ts'
import { type OpenStore, openStore } from '../bot/store/store.ts'
import { testClock } from './support/clock.ts'
import { run } from './support/command.ts'
import { sourceOf } from './support/files.ts'
import { createDatabase, hasPostgres, stopPostgres } from './support/postgres.ts'
import { ledgerOf, TENANT, threadOf, track, trial } from './support/tracked.ts'

const clock = testClock('2026-03-10T10:00:00Z')
const thread = threadOf('http://127.0.0.1:1/')
const KEY = JSON.stringify([TENANT, 'a:robin-and-the-desk', '29:robin'])
const LISTS = 1203

let folder: string
let store: OpenStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  store = await openStore(inFolder(join(folder, 'data')), clock)
  await track(store, thread, trial({ name: 'Werk Süd' }), clock.now())
  await store.keep(KEY, { facts: { role: 'other' }, declined: [], misses: 0, at: clock.now().toISOString(), version: 0 })
  // More than goes into one statement.
  for (let each = 0; each < LISTS; each++) await store.stash(`${KEY}${each}`, { sites: [{ devices: each + 1, count: 1 }] })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** All that a store can tell of what it holds. */
const contentOf = async (of: OpenStore, list: string) => ({
  conversation: await of.conversation(KEY),
  list: await of.stashed(KEY, list),
  tracked: await of.trackedIn(thread.key),
  ledger: await ledgerOf(of),
})

test('the backup of docs/operate.md is whole while the bot runs, and is restored by putting it back', async () => {
  const [, command = ''] = /^npx node -e "(.*VACUUM INTO.*)"$/m.exec(sourceOf('docs/operate.md')) ?? []
  const list = await store.stash(KEY, { sites: [{ devices: 7, count: 1 }] })
  const script = command.replaceAll('.data/', `${join(folder, 'data')}/`).replace('backup.db', join(folder, 'backup.db'))
  execFileSync(process.execPath, ['-e', script], { stdio: 'pipe' })
  mkdirSync(join(folder, 'restored'))
  cpSync(join(folder, 'backup.db'), join(folder, 'restored/license-desk.db'))
  const restored = await openStore(inFolder(join(folder, 'restored')), clock)
  expect(await contentOf(restored, list)).toEqual(await contentOf(store, list))
  await restored.close()
})

describe.runIf(hasPostgres)('npm run move', () => {
  afterAll(stopPostgres)

  test('takes everything from SQLite to an empty PostgreSQL, once', async () => {
    const database = await createDatabase()
    const environment = { DATA_DIR: join(folder, 'data'), DATABASE_URL: database.url }
    const list = await store.stash(KEY, { sites: [{ devices: 7, count: 1 }] })
    expect(await run('move', '', environment)).toEqual({
      status: 0,
      stdout: `Copied: 1 conversations, ${LISTS + 1} stashes, 1 places, 1 tracked, 12 notices, 0 rates.\n`,
      stderr: '',
    })
    const moved = await openStore(atUrl(database.url), clock)
    expect(await contentOf(moved, list)).toEqual(await contentOf(store, list))
    await moved.close()
    const again = 'DATABASE_URL: the table conversations is not empty; give the address of a database that no bot has used.\n'
    expect(await run('move', '', environment)).toEqual({ status: 1, stdout: '', stderr: again })
    await database.drop()
  })
})

test('npm run move says all that is missing', async () => {
  const { status, stderr } = await run('move', '', { DATA_DIR: join(folder, 'elsewhere') })
  expect([status, stderr]).toEqual([
    1,
    `DATA_DIR: ${JSON.stringify(join(folder, 'elsewhere'))} holds no license-desk.db; give the folder that the bot stores in.\n` +
      'DATABASE_URL is not set; give the address of an empty PostgreSQL database.\n',
  ])
})
