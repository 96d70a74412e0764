import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inMemory } from '../bot/store/sqlite.ts'
import { type OpenStore, openStore } from '../bot/store/store.ts'
import type { Day } from '../rules/day.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { type Connector, type Fate, startConnector } from './support/connector.ts'
import { type Notifying, notifying } from './support/notifying.ts'
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
/** Delivers what is due. Messages to one conversation wait for their turns, which only the clock of the test brings. */
async function round(): Promise<void> {
  let done = false
  const delivered = bot.notifier.round().finally(() => (done = true))
  while (!done) {
    await new Promise(resolve => setImmediate(resolve))
    const turn = clock.untilNext ?? Number.POSITIVE_INFINITY
    if (turn <= 2000) clock.advance(turn)
  }
  await delivered
}

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

  test('whose card is gone stays as it is on record', async () => {
    const { tracked } = await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
    await round()
    connector.next({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } })
    await store.end(thread().key, tracked, 'settled')
    await round()
    await round()
    expect(connector.posted).toHaveLength(2)
    expect(await firstLine()).toMatchObject({ state: 'sent' })
  })
})

const error = (status: number, code?: string, more = {}): Fate => ({
  status,
  body: code ? { error: { code, message: 'no' } } : {},
  ...more,
})

describe('what the connector refuses', () => {
  beforeEach(async () => {
    await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
  })

  test.for([
    [400, 'BadArgument'],
    [413, 'MessageSizeTooBig'],
    [500, 'ServiceError'],
    [405, 'MethodNotAllowed'],
  ] as const)('with %i is failed and not tried again', async ([status, code]) => {
    connector.next(error(status, code))
    await round()
    clock.advance(3_600_000)
    await round()
    expect(connector.posted).toHaveLength(1)
    expect(await firstLine()).toMatchObject({ state: 'failed', attempts: [{ status, reason: code }] })
  })

  test.for([412, 429, 502, 503, 504])('with %i is tried again after a pause, and is sent once it is taken', async status => {
    connector.next(error(status), error(status))
    await round()
    expect(await firstLine()).toMatchObject({ state: 'planned', attempts: [{ status }] })
    clock.advance(4000)
    await round()
    clock.advance(8000)
    await round()
    expect(await firstLine()).toMatchObject({ state: 'sent', uncertain: false, attempts: [{ status }, { status }, { status: 201 }] })
  })

  test('five times is failed', async () => {
    connector.next(...Array.from({ length: 9 }, () => error(503)))
    for (let time = 0; time < 9; time++) {
      await round()
      clock.advance(60_000)
    }
    expect(await firstLine()).toMatchObject({ state: 'failed', attempts: Array(5).fill({ status: 503, reason: '503' }) })
  })

  test('with Retry-After waits just that long', async () => {
    connector.next(error(429, undefined, { headers: { 'retry-after': '100' } }))
    await round()
    clock.advance(99_000)
    await round()
    expect(connector.posted).toHaveLength(1)
    clock.advance(1000)
    await round()
    expect(connector.posted).toHaveLength(2)
  })

  test.for([
    ['BotDisabledByAdmin', 403, 'message'],
    ['BotNotInConversationRoster', 403, 'install'],
    ['BotNotInConversationRoster', 404, 'install'],
    ['ConversationBlockedByUser', 403, 'message'],
    ['ForbiddenOperationException', 403, 'install'],
    ['NotEnoughPermissions', 403, 'message'],
    ['MessageWritesBlocked', 403, 'message'],
    ['ConversationNotFound', 404, 'install'],
    ['InvalidBotApiHost', 403, 'message'],
  ] as const)('with %s is parked with that reason, and goes on after it is mended', async ([code, status, by]) => {
    connector.next(error(status, code))
    await round()
    clock.advance(3_600_000)
    await round()
    expect(connector.posted).toHaveLength(1)
    expect(await firstLine()).toMatchObject({ state: 'parked', attempts: [{ status, reason: code }] })
    expect(await ledgerOf(store, { state: 'planned' })).toEqual([])
    if (by === 'install') await store.installed(thread())
    else await store.seen({ thread: thread(), person: '29:robin', locale: 'en-GB', zone: undefined })
    await round()
    expect(await firstLine()).toMatchObject({ state: 'sent', attempts: [{ status }, { status: 201 }] })
    expect(await ledgerOf(store, { state: 'parked' })).toEqual([])
  })

  test('with a subcode, or in plain text, is known by that', async () => {
    connector.next({
      status: 403,
      body: { error: { code: 'Forbidden', innerHttpError: { body: { subCode: 'MessageWritesBlocked', errorCode: 209 } } } },
    })
    await round()
    expect(await firstLine()).toMatchObject({ state: 'parked', attempts: [{ status: 403, reason: 'MessageWritesBlocked' }] })
  })

  test('with any other 403 or 404 is parked as well', async () => {
    connector.next(error(403))
    await round()
    expect(await firstLine()).toMatchObject({ state: 'parked', attempts: [{ status: 403, reason: '403' }] })
  })

  test('with InvalidBotApiHost is sent to the other host, once', async () => {
    const other = await startConnector()
    bot = notifying(store, clock, { elsewhere: other.serviceUrl })
    connector.next(error(403, 'InvalidBotApiHost'))
    await round()
    expect([connector.posted.length, other.posted.length]).toEqual([1, 1])
    expect(await firstLine()).toMatchObject({ state: 'sent', attempts: [{ status: 403, reason: 'InvalidBotApiHost' }, { status: 201 }] })
    other.next(error(403, 'InvalidBotApiHost'))
    till('2026-03-28T09:00:00Z')
    await round()
    expect([connector.posted.length, other.posted.length]).toEqual([1, 2])
    expect((await ledgerOf(store, { day: '2026-03-28' }))[0]).toMatchObject({ state: 'parked' })
    await other.stop()
  })

  test('with 401 stops everything for five minutes, and nothing of it is given up', async () => {
    for (let number = 0; number < 30; number++)
      await track(store, thread({ conversation: `a:${number}` }), trial(), new Date('2026-03-10T10:00:00Z'))
    connector.next(...Array.from({ length: 200 }, () => error(401, 'BotNotRegistered')))
    await round()
    const tried = connector.posted.length
    expect(tried).toBeLessThanOrEqual(16)
    clock.advance(4 * 60_000)
    await round()
    expect(connector.posted).toHaveLength(tried)
    expect(await ledgerOf(store, { day: '2026-03-24', state: 'planned' })).toHaveLength(31)
    expect(bot.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
    for (let time = 0; time < 7; time++) {
      clock.advance(5 * 60_000)
      await round()
    }
    expect(await ledgerOf(store, { day: '2026-03-24', state: 'failed' })).toEqual([])
  })
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
