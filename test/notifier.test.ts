import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../bot/limits.ts'
import { inFolder, inMemory } from '../bot/store/sqlite.ts'
import { type OpenStore, openStore } from '../bot/store/store.ts'
import type { Tracked } from '../dialogs/reminders/tracked.ts'
import type { Day } from '../rules/day.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { type Connector, startConnector } from './support/connector.ts'
import { type Notifying, notifying, throughRound } from './support/notifying.ts'
import { table } from './support/table.ts'
import { ledgerOf, threadOf, track, trial } from './support/tracked.ts'

let clock: TestClock
let store: OpenStore
let connector: Connector
let bot: Notifying

beforeEach(async () => {
  clock = testClock('2026-03-10T10:00:00Z')
  store = await openStore(inMemory(), clock)
  connector = await startConnector()
  bot = notifying(store, clock)
})
afterEach(async () => {
  bot.sender.close()
  await connector.stop()
  await store.close()
})

const thread = (more = {}) => threadOf(connector.serviceUrl, more)
const till = (instant: string) => clock.advance(Date.parse(instant) - clock.now().getTime())
const said = () => connector.posted.map(({ method, activity }) => `${method} ${activity.summary}`)
const firstLine = async () => (await ledgerOf(store, { day: '2026-03-24' }))[0]
const round = () => throughRound(bot, clock)

describe('a notice', () => {
  test('goes out at nine, once, and is on record with its message', async () => {
    await track(store, thread(), trial({ zone: 'Europe/Berlin' }), clock.now())
    till('2026-03-24T07:59:59.999Z')
    await round()
    expect(said()).toEqual([])
    till('2026-03-24T08:00:00Z')
    await round()
    await round()
    expect(said()).toEqual(['POST 2026-03-24 trial active: extension-closes 2026-03-31'])
    expect(connector.posted[0]).toMatchObject({ path: '/a:robin-and-the-desk/activities', activity: { from: { id: '28:license-desk' } } })
    expect(await firstLine()).toMatchObject({
      state: 'sent',
      uncertain: false,
      attempts: [{ status: 201 }],
      activityId: 'reply-1',
    })
    expect(bot.lines).toMatchObject([{ msg: 'notices', sent: 1 }])
  })

  test('waits, with the reason, where nothing may be sent to, until somebody there writes again', async () => {
    const hindered = notifying(store, clock, { hindrance: ({ tenant }) => (tenant === thread().tenant ? 'tenant-not-served' : undefined) })
    await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
    await throughRound(hindered, clock)
    expect(connector.posted).toEqual([])
    expect(await firstLine()).toMatchObject({ state: 'parked', attempts: [{ status: 0, reason: 'tenant-not-served' }] })
    await store.seen({ thread: thread(), person: '29:robin', locale: 'en-GB', zone: undefined })
    await round()
    expect(await firstLine()).toMatchObject({ state: 'sent' })
    hindered.sender.close()
  })

  test('goes out late where its date still lies ahead, with what else is overdue for that licence', async () => {
    await track(store, thread(), trial(), clock.now())
    till('2026-03-29T12:00:00Z')
    await round()
    expect(said()).toEqual(['POST 2026-03-29 trial active: extension-closes 2026-03-31'])
    expect((await ledgerOf(store, { state: 'sent' })).map(({ due, activityId }) => [due.slice(0, 10), activityId])).toEqual([
      ['2026-03-24', 'reply-1'],
      ['2026-03-28', 'reply-1'],
    ])
  })

  test('whose date has passed is missed, and on record as that', async () => {
    await track(store, thread(), trial(), clock.now())
    till('2026-04-02T12:00:00Z')
    await round()
    expect(said()).toEqual(['POST 2026-04-02 trial active: trial-ends 2026-04-15'])
    expect((await ledgerOf(store, { state: 'missed' })).map(({ due }) => due.slice(0, 10))).toEqual([
      '2026-03-24',
      '2026-03-28',
      '2026-03-30',
      '2026-03-31',
    ])
  })

  test.for(
    table('now', 'sent', 'why')`
    2026-03-24T17:59:59Z | 2026-03-24T17:59:59.000Z | just before six in the evening
    2026-03-24T18:00:00Z | 2026-03-25T09:00:00.000Z | from six on it waits for the next morning
    2026-03-25T03:00:00Z | 2026-03-25T09:00:00.000Z | in the night as well
  `,
  )('is sent late in the daytime only: at $now, $why', async ({ now, sent }) => {
    await track(store, thread(), trial(), clock.now())
    till(now)
    await round()
    if (sent > now.replace('Z', '.000Z')) {
      expect(said()).toEqual([])
      till(sent)
      await round()
    }
    expect(await firstLine()).toMatchObject({ state: 'sent', attempts: [{ at: sent }] })
  })

  test('of something that was stopped is not sent', async () => {
    const { tracked } = await track(store, thread(), trial(), clock.now())
    await store.end(thread().key, tracked, 'stopped')
    till('2026-03-24T09:00:00Z')
    await round()
    expect(said()).toEqual([])
  })

  describe('on its way while its item is changed', () => {
    /** Sends a notice that meets `fate` only once `meanwhile` was done. */
    async function overtaken(fate: 'taken' | 'refused', meanwhile: (known: Tracked) => Promise<unknown>) {
      const { tracked } = await track(store, thread(), trial(), clock.now())
      till('2026-03-24T09:00:00Z')
      let answer = () => {}
      const hold = new Promise<void>(resolve => (answer = resolve))
      connector.next({ hold, ...(fate === 'refused' ? { status: 503 } : {}) })
      const delivered = round()
      await connector.arrived(1)
      await meanwhile(tracked)
      answer()
      await delivered
      clock.advance(60_000)
      await round()
      await round()
    }
    const moveIt = () => track(store, thread(), trial({ facts: { trialEnd: '2026-05-15' as Day } }), clock.now())
    const stopIt = (known: Tracked) => store.end(thread().key, known, 'stopped')

    test('is brought up to date once it arrived', async () => {
      await overtaken('taken', moveIt)
      expect(said()).toEqual([
        'POST 2026-03-24 trial active: extension-closes 2026-03-31',
        'PUT 2026-03-24 trial active: extension-closes 2026-03-31',
      ])
      expect(await firstLine()).toMatchObject({ state: 'sent', uncertain: false, activityId: 'reply-1' })
    })

    test('is brought up to date once it arrived, also where the item was stopped', async () => {
      await overtaken('taken', stopIt)
      expect(said().slice(1)).toEqual(['PUT 2026-03-24 trial stopped: extension-closes 2026-03-31'])
    })

    test('is not sent again where it was refused', async () => {
      await overtaken('refused', moveIt)
      expect(said()).toHaveLength(1)
      expect(await firstLine()).toMatchObject({ state: 'cancelled', attempts: [{ status: 503 }, { reason: 'changed' }] })
    })

    test('is not sent again where it was refused and the item was stopped', async () => {
      await overtaken('refused', stopIt)
      expect(said()).toHaveLength(1)
      expect(await firstLine()).toMatchObject({ state: 'cancelled', attempts: [{ status: 503 }, { reason: 'stopped' }] })
    })
  })

  test('that is changed again while its card is brought up to date shows the last change', async () => {
    const { tracked } = await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
    await round()
    await store.end(thread().key, tracked, 'settled')
    let answer = () => {}
    connector.next({ hold: new Promise<void>(resolve => (answer = resolve)) })
    const delivered = round()
    await connector.arrived(2)
    await track(store, thread(), trial(), clock.now())
    answer()
    await delivered
    await round()
    expect(
      said()
        .slice(1)
        .map(text => text.split(':')[0]),
    ).toEqual(['PUT 2026-03-24 trial settled', 'PUT 2026-03-24 trial active'])
  })

  test('goes out in time after a clock that was two weeks ahead was put right', async () => {
    await track(store, thread({ conversation: 'a:another' }), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
    await round()
    till('2026-03-10T10:00:00Z')
    await track(store, thread(), trial({ facts: { trialEnd: '2026-04-02' as Day } }), clock.now())
    till('2026-03-11T09:00:00Z')
    await round()
    expect(said().slice(1)).toEqual(['POST 2026-03-11 trial active: extension-closes 2026-03-18'])
  })

  test('that was put off comes on the day, in one card with what is planned for it', async () => {
    const { tracked, ahead } = await track(store, thread(), trial(), clock.now())
    const warns = ahead[0]?.warns ?? []
    await store.snooze(thread().key, tracked, { day: '2026-03-28' as Day, due: '2026-03-28T09:00:00.000Z', warns })
    till('2026-03-24T09:00:00Z')
    await round()
    till('2026-03-28T09:00:00Z')
    await round()
    expect(said()).toHaveLength(2)
    expect((await ledgerOf(store, { day: '2026-03-28' })).map(({ state, activityId }) => [state, activityId])).toEqual([
      ['sent', 'reply-2'],
      ['sent', 'reply-2'],
    ])
  })

  test.for([
    [5, 5],
    [6, 1],
  ] as const)('of each of %i licences in one conversation makes %i cards', async ([items, cards]) => {
    for (let number = 0; number < items; number++) await track(store, thread(), trial({ name: `Plant ${number}` }), clock.now())
    till('2026-03-24T09:00:00Z')
    await round()
    expect(connector.posted).toHaveLength(cards)
    expect(await ledgerOf(store, { state: 'sent' })).toHaveLength(items)
  })

  test('that was sent is brought up to date once the matter is settled', async () => {
    const { tracked } = await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
    await round()
    await store.end(thread().key, tracked, 'settled')
    await round()
    await round()
    expect(said().slice(1)).toEqual(['PUT 2026-03-24 trial settled: extension-closes 2026-03-31'])
    expect(connector.posted[1]?.path).toBe('/a:robin-and-the-desk/activities/reply-1')
    expect(await firstLine()).toMatchObject({ state: 'sent', attempts: [{ status: 201 }] })
  })
})

test('what was sent is written down once the database can be written again, and is not sent twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  const onDisk = await openStore(inFolder(folder), clock)
  bot = notifying(onDisk, clock)
  await track(onDisk, thread(), trial(), clock.now())
  till('2026-03-24T09:00:00Z')
  let answer = () => {}
  connector.next({ hold: new Promise<void>(resolve => (answer = resolve)) })
  const delivered = bot.notifier.round()
  await connector.arrived(1)
  const other = new DatabaseSync(join(folder, 'license-desk.db'))
  other.exec('begin immediate')
  answer()
  await clock.waitedFor(1000)
  other.exec('commit')
  other.close()
  clock.advance(1000)
  await delivered
  expect(connector.posted).toHaveLength(1)
  expect(await ledgerOf(onDisk, { day: '2026-03-24' })).toMatchObject([{ state: 'sent', uncertain: false, attempts: [{ status: 201 }] }])
  await onDisk.close()
  rmSync(folder, { recursive: true })
})

test('what was not sent because the database was away is known not to have been, and is sent once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  const onDisk = await openStore(inFolder(folder), clock)
  bot = notifying(onDisk, clock)
  await track(onDisk, thread(), trial(), clock.now())
  await track(onDisk, thread({ conversation: 'a:another' }), trial(), clock.now())
  till('2026-03-24T09:00:00Z')
  const delivered = bot.notifier.round()
  await connector.arrived(1)
  await clock.waitedFor(Math.floor(limits.perTenant.everyMs))
  // The other one waits for the tenant's next turn, misses it, and cannot take another.
  const other = new DatabaseSync(join(folder, 'license-desk.db'))
  other.exec('begin immediate')
  clock.advance(1000)
  await clock.waitedFor(1000)
  other.exec('commit')
  other.close()
  await throughRound({ notifier: { ...bot.notifier, round: () => delivered } }, clock)
  clock.advance(60_000)
  await throughRound(bot, clock)
  expect(connector.posted).toHaveLength(2)
  expect((await ledgerOf(onDisk, { day: '2026-03-24' })).map(({ state, uncertain }) => [state, uncertain])).toEqual(
    Array(2).fill(['sent', false]),
  )
  await onDisk.close()
  rmSync(folder, { recursive: true })
})

test('what is due in a database that was taken away holds up nobody, and is sent once it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  const [file, elsewhere] = ['license-desk.db', 'taken-away.db'].map(name => join(folder, name)) as [string, string]
  const onDisk = await openStore(inFolder(folder), clock)
  bot = notifying(onDisk, clock)
  await track(onDisk, thread(), trial(), clock.now())
  till('2026-03-24T09:00:00Z')
  renameSync(file, elsewhere)
  writeFileSync(file, '')
  await bot.notifier.round()
  expect(bot.lines).toMatchObject([{ level: 'error', msg: 'a notice could not be delivered' }])
  renameSync(elsewhere, file)
  await throughRound(bot, clock)
  expect(connector.posted).toHaveLength(1)
  await onDisk.close()
  rmSync(folder, { recursive: true })
})

describe('what nobody knows', () => {
  beforeEach(async () => {
    await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
  })

  test('after a connection that broke is sent again once, and marked', async () => {
    connector.next('reset')
    await round()
    expect(await firstLine()).toMatchObject({ state: 'planned', uncertain: true, attempts: [{ status: 0, reason: 'unknown' }] })
    clock.advance(60_000)
    await round()
    expect(await firstLine()).toMatchObject({ state: 'sent', uncertain: true })
    expect(connector.posted).toHaveLength(2)
  })

  test('twice is failed', async () => {
    connector.next('reset', 'reset')
    await round()
    clock.advance(60_000)
    await round()
    clock.advance(60_000)
    await round()
    expect(await firstLine()).toMatchObject({ state: 'failed', uncertain: true })
    expect(connector.posted).toHaveLength(2)
  })

  test('without a connection is known: nothing left', async () => {
    const url = connector.serviceUrl
    await connector.stop()
    await bot.notifier.round()
    expect(await firstLine()).toMatchObject({ state: 'planned', uncertain: false, attempts: [{ status: 0, reason: 'ECONNREFUSED' }] })
    expect(url).toBe(connector.serviceUrl)
  })
})
