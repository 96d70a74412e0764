import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inFolder, inMemory } from '../bot/store/sqlite.ts'
import { openStore } from '../bot/store/store.ts'
import { storeContract } from './store.contract.ts'
import { testClock } from './support/clock.ts'
import { trackingContract } from './tracking.contract.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

storeContract('SQLite in memory', clock => openStore(inMemory(), clock))
storeContract('SQLite in a folder', clock => openStore(inFolder(join(folder, 'made', 'where missing')), clock))
trackingContract('SQLite in memory', clock => openStore(inMemory(), clock))
trackingContract('SQLite in a folder', clock => openStore(inFolder(folder), clock))

const conversation = { facts: {}, declined: [], misses: 0, at: '2026-03-10T09:00:00Z', version: 0 }

test('what was kept is there after a restart', async () => {
  const first = await openStore(inFolder(folder), testClock())
  await first.keep('a', conversation)
  await first.close()
  const second = await openStore(inFolder(folder), testClock())
  expect(await second.conversation('a')).toEqual({ ...conversation, version: 1 })
  await second.close()
})

test('two processes on one folder see what the other kept', async () => {
  const [one, other] = [await openStore(inFolder(folder), testClock()), await openStore(inFolder(folder), testClock())]
  await one.keep('a', conversation)
  expect(await other.keep('a', conversation)).toBe('changed-meanwhile')
  expect(await other.keep('a', { ...conversation, version: 1 })).toBe('kept')
  expect(await one.conversation('a')).toMatchObject({ version: 2 })
  await one.close()
  await other.close()
})

test('a file that is no database is not touched', async () => {
  writeFileSync(join(folder, 'license-desk.db'), 'a shopping list '.repeat(500))
  expect(() => inFolder(folder)).toThrow('file is not a database')
})

test('a store that was closed does not pass its probe', async () => {
  const store = await openStore(inMemory(), testClock())
  await store.close()
  await expect(store.probe()).rejects.toThrow()
})
