import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder } from '../bot/store/sqlite.ts'
import { openStore } from '../bot/store/store.ts'
import { testClock } from './support/clock.ts'

test('a database is for the user of the bot alone, in a folder that others may look into', {
  skip: process.platform === 'win32',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  chmodSync(folder, 0o755)
  const store = await openStore(inFolder(folder), testClock())
  await store.stash('somebody', { sites: [{ devices: 400, name: 'Lyon' }] })
  const files = readdirSync(folder)
  expect(files).toContain('license-desk.db-wal')
  expect(files.map(file => (statSync(join(folder, file)).mode & 0o777).toString(8))).toEqual(files.map(() => '600'))
  await store.close()
  rmSync(folder, { recursive: true })
})
