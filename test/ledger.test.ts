import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inFolder } from '../bot/store/sqlite.ts'
import { type OpenStore, openStore } from '../bot/store/store.ts'
import { testClock } from './support/clock.ts'
import { ended, startCommand } from './support/command.ts'
import { ledgerOf, TENANT, threadOf, track, trial } from './support/tracked.ts'

let folder: string
let store: OpenStore
const clock = testClock('2026-03-10T10:00:00Z')
const thread = threadOf('http://127.0.0.1:1/')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  store = await openStore(inFolder(folder), clock)
  await track(store, thread, trial({ name: 'Werk Süd' }), clock.now())
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function ledger(...options: string[]) {
  const { status, stdout, stderr } = await ended(startCommand('ledger', options, { DATA_DIR: folder }))
  return {
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Record<string, unknown>),
    stderr,
  }
}

test('the ledger is read beside a bot that has it open, without names or text', async () => {
  const { status, lines } = await ledger('--day', '2026-04-01', '--tenant', TENANT.toUpperCase(), '--state', 'planned')
  expect(status).toBe(0)
  expect(lines).toEqual([
    {
      id: expect.any(String),
      tenant: TENANT,
      place: 'a:robin-and-the-desk',
      due: '2026-04-01T09:00:00.000Z',
      state: 'planned',
      uncertain: false,
      attempts: [],
      milestones: ['trial-ends'],
      activityId: null,
    },
  ])
  expect((await ledger()).lines).toHaveLength(12)
  expect((await ledger('--state', 'sent')).lines).toEqual([])
  expect((await ledger('--dry-run', '3650')).lines).toHaveLength(12)
  expect((await ledger('--dry-run', '0')).lines.every(({ due }) => String(due) <= new Date().toISOString())).toBe(true)
})

test('what failed is sent again, what did not is refused by its id', async () => {
  const [first, second] = await ledgerOf(store)
  await store.ledger.settle([{ id: first?.id ?? '', state: 'failed', reason: '500', attempts: [{ at: 'x', status: 500 }] }], clock.now())
  const { status, lines, stderr } = await ledger('--resend', first?.id ?? '', second?.id ?? '')
  expect(status).toBe(1)
  expect(lines).toMatchObject([{ id: first?.id, state: 'planned' }])
  expect(stderr).toBe(`--resend: "${second?.id}" is no notice that failed, was parked or missed; give ids of such.\n`)
})

test('an id may begin with a dash', async () => {
  expect(await ledger('--resend', '-x.2026-04-01', '--y')).toEqual({
    status: 1,
    lines: [],
    stderr: ['-x.2026-04-01', '--y']
      .map(id => `--resend: "${id}" is no notice that failed, was parked or missed; give ids of such.\n`)
      .join(''),
  })
})

test('a folder without a database is named, and left without one', async () => {
  const elsewhere = join(folder, 'elsewhere')
  expect(await ended(startCommand('ledger', [], { DATA_DIR: elsewhere }))).toEqual({
    status: 1,
    stdout: '',
    stderr: `DATA_DIR: ${JSON.stringify(elsewhere)} holds no license-desk.db; give the folder that the bot stores in.\n`,
  })
  expect(existsSync(elsewhere)).toBe(false)
})

test('options that mean nothing are refused with what is accepted', async () => {
  expect(await ledger('--state', 'lost', '--day', '2026-02-30', '--dry-run', 'soon')).toEqual({
    status: 1,
    lines: [],
    stderr: `--state: "lost" is none; use one of planned, sending, sent, failed, parked, missed, cancelled
--day: "2026-02-30" is not a day in the calendar; use YYYY-MM-DD, such as 2026-02-28
--dry-run: "soon" is no number of days; use a whole number such as 30
`,
  })
})
