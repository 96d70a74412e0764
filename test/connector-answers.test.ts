import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inMemory } from '../bot/store/sqlite.ts'
import { type OpenStore, openStore } from '../bot/store/store.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { type Connector, type Fate, startConnector } from './support/connector.ts'
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
const round = () => throughRound(bot, clock)
const inAnHour = async () => {
  for (let minutes = 0; minutes < 60; minutes += 2) {
    clock.advance(2 * 60_000)
    await round()
  }
}
const methods = () => connector.posted.map(({ method }) => method).join(' ')
const firstLine = async () => (await ledgerOf(store, { day: '2026-03-24' }))[0]
const always = (fate: Fate) => connector.next(...Array.from({ length: 50 }, () => fate))
const error = (status: number | string, code?: string, more = {}): Fate => ({
  status: Number(status),
  body: code ? { error: { code, message: 'no' } } : {},
  ...more,
})
/** A chat besides, of which something is due as well. */
const another = () => track(store, thread({ conversation: 'a:another' }), trial(), new Date('2026-03-10T10:00:00Z'))

describe('a post that the connector never takes', () => {
  beforeEach(async () => {
    await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
  })

  test.for(
    table('status', 'code', 'tries', 'state', 'why')`
    400 | BadArgument                   | 1  | failed  | wrong is wrong
    401 | BotNotRegistered              | 11 | planned | nothing goes to anybody for five minutes, and nothing is given up
    403 | BotDisabledByAdmin            | 1  | parked  | until the person writes
    403 | BotNotInConversationRoster    | 1  | parked  | until the bot is installed
    403 | ConversationBlockedByUser     | 1  | parked  | until the person writes
    403 | ForbiddenOperationException   | 1  | parked  | it is not installed
    403 | InvalidBotApiHost             | 1  | parked  | there is no other host to go to
    403 | NotEnoughPermissions          | 1  | parked  | any 403
    403 | MessageWritesBlocked          | 1  | parked  | blocked or uninstalled
    403 | SomethingNew                  | 1  | parked  | any 403
    404 | ConversationNotFound          | 1  | parked  | it is gone
    404 | ActivityNotFoundInConversation | 1 | parked  | the thread is gone
    404 | BotNotInConversationRoster    | 1  | parked  | as with 403
    404 | SomethingNew                  | 1  | parked  | any 404
    405 | MethodNotAllowed              | 1  | failed  | not one that may pass
    412 | PreconditionFailed            | 5  | failed  | it may pass, five times
    413 | MessageSizeTooBig             | 2  | failed  | once more in a smaller form
    429 | TooManyRequests               | 5  | failed  | it may pass, five times
    500 | ServiceError                  | 1  | failed  | reported, not repeated
    501 | NotImplemented                | 1  | failed  | not one that may pass
    502 | BadGateway                    | 5  | failed  | it may pass, five times
    503 | ServiceUnavailable            | 5  | failed  | it may pass, five times
    504 | GatewayTimeout                | 5  | failed  | it may pass, five times
  `,
  )('with $status $code is tried $tries times in an hour and then $state: $why', async ({ status, code, tries, state }) => {
    always(error(status, code))
    await round()
    await inAnHour()
    expect(connector.posted).toHaveLength(Number(tries))
    expect(await firstLine()).toMatchObject({
      state,
      uncertain: false,
      attempts: Array(Number(tries)).fill({ status: Number(status), reason: code }),
    })
    // What comes later in this conversation shares its fate where nothing may be sent there, and that alone.
    expect((await ledgerOf(store, { day: '2026-04-08' }))[0]?.state).toBe(state === 'parked' ? 'parked' : 'planned')
  })

  test('without a code says its status', async () => {
    connector.next(error(403))
    await round()
    expect(await firstLine()).toMatchObject({ state: 'parked', attempts: [{ status: 403, reason: '403' }] })
  })

  test('with a subcode, or in plain text, is known by that', async () => {
    connector.next({
      status: 403,
      body: { error: { code: 'Forbidden', innerHttpError: { body: { subCode: 'MessageWritesBlocked', errorCode: 209 } } } },
    })
    await round()
    expect(await firstLine()).toMatchObject({ state: 'parked', attempts: [{ status: 403, reason: 'MessageWritesBlocked' }] })
  })
})

describe('a post that the connector takes later', () => {
  beforeEach(async () => {
    await track(store, thread(), trial(), clock.now())
    till('2026-03-24T09:00:00Z')
  })

  test.for([412, 429, 502, 503, 504])('after two times %i is sent, at longer and longer distances', async status => {
    connector.next(error(status), error(status))
    await round()
    expect(await firstLine()).toMatchObject({ state: 'planned', attempts: [{ status }] })
    clock.advance(4000)
    await round()
    clock.advance(8000)
    await round()
    expect(await firstLine()).toMatchObject({ state: 'sent', uncertain: false, attempts: [{ status }, { status }, { status: 201 }] })
  })

  test('with Retry-After is tried just then', async () => {
    connector.next(error(429, undefined, { headers: { 'retry-after': '100' } }))
    await round()
    clock.advance(99_000)
    await round()
    expect(connector.posted).toHaveLength(1)
    clock.advance(1000)
    await round()
    expect(connector.posted).toHaveLength(2)
  })

  test.for(
    table('header', 'after', 'why')`
    0                             | 4     | nothing to wait for is not named
    -5                            | 4     | nor is what can't be
    soon                          | 4     | nor is a word
    Tue, 24 Mar 2026 08:00:00 GMT | 4     | nor is what is past
    1                             | 3     | with what the conversation itself waits
    50000                         | 50000 | more than half a day
    99999999999                   | 86400 | no longer than a day
    99999999999999999999          | 86400 | also where no calendar reaches as far
    Fri, 31 Dec 9999 23:59:59 GMT | 86400 | also as a date
  `,
  )('with Retry-After: $header is tried again after $after seconds: $why', async ({ header, after }) => {
    connector.next(error(503, undefined, { headers: { 'retry-after': header } }))
    await round()
    expect(await firstLine()).toMatchObject({ state: 'planned', uncertain: false, attempts: [{ status: 503 }] })
    clock.advance(Number(after) * 1000 - 2001)
    await round()
    expect(connector.posted).toHaveLength(1)
    clock.advance(2001)
    await round()
    expect(await firstLine()).toMatchObject({ state: Number(after) === 50_000 ? 'planned' : 'sent', uncertain: false })
  })

  test('in a conversation that is told to wait for a day holds up what else is to be sent there for an hour', async () => {
    await track(store, thread(), trial({ name: 'Lyon', facts: { trialEnd: '2026-04-15' as never } }), new Date('2026-03-10T10:00:00Z'))
    connector.next(error(429, undefined, { headers: { 'retry-after': '86400' } }))
    await round()
    expect(connector.posted).toHaveLength(1)
    clock.advance(3_600_000)
    await round()
    expect(connector.posted).toHaveLength(2)
  })

  test('after 413 is the same in a smaller form', async () => {
    connector.next(error(413, 'MessageSizeTooBig'))
    await round()
    expect(connector.posted.map(({ activity }) => activity.summary)).toEqual([
      '2026-03-24 trial active: extension-closes 2026-03-31',
      '2026-03-24 trial active: extension-closes 2026-03-31, small',
    ])
    expect(await firstLine()).toMatchObject({
      state: 'sent',
      attempts: [{ status: 413, reason: 'MessageSizeTooBig' }, { status: 201 }],
      activityId: 'reply-2',
    })
  })

  test.for(
    table('status', 'code', 'by', 'notBy')`
    403 | BotDisabledByAdmin          | message | install
    403 | BotNotInConversationRoster  | install |
    404 | BotNotInConversationRoster  | message |
    403 | ConversationBlockedByUser   | message | install
    403 | ForbiddenOperationException | install |
    403 | NotEnoughPermissions        | message |
    403 | MessageWritesBlocked        | message |
    404 | ConversationNotFound        | install |
    403 | InvalidBotApiHost           | message |
  `,
  )('after $status $code goes on by $by', async ({ status, code, by, notBy }) => {
    const mend = (how: string | undefined) =>
      how === 'install' ? store.installed(thread()) : store.seen({ thread: thread(), person: '29:robin', locale: 'en-GB', zone: undefined })
    connector.next(error(status, code))
    await round()
    expect(await ledgerOf(store, { state: 'planned' })).toEqual([])
    if (notBy) await mend(notBy)
    await round()
    expect(connector.posted).toHaveLength(1)
    await mend(by)
    await round()
    expect(await firstLine()).toMatchObject({ state: 'sent', attempts: [{ status: Number(status) }, { status: 201 }] })
    expect(await ledgerOf(store, { state: 'parked' })).toEqual([])
  })

  test('after InvalidBotApiHost is sent to the other host, once', async () => {
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
})

test('a 401 stops everything for five minutes, and nothing of it is given up', async () => {
  for (let number = 0; number < 30; number++) await track(store, thread({ conversation: `a:${number}` }), trial(), clock.now())
  till('2026-03-24T09:00:00Z')
  always(error(401, 'BotNotRegistered'))
  always(error(401, 'BotNotRegistered'))
  await round()
  const tried = connector.posted.length
  expect(tried).toBeLessThanOrEqual(16)
  clock.advance(4 * 60_000)
  await round()
  expect(connector.posted).toHaveLength(tried)
  expect(await ledgerOf(store, { day: '2026-03-24', state: 'planned' })).toHaveLength(30)
  expect(bot.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  for (let time = 0; time < 7; time++) {
    clock.advance(5 * 60_000)
    await round()
  }
  expect(await ledgerOf(store, { day: '2026-03-24', state: 'failed' })).toEqual([])
})

describe('an update of a card that was sent', () => {
  /** Lets a card be sent and then settled, so that it is to be brought up to date. */
  beforeEach(async () => {
    const { tracked } = await track(store, thread(), trial(), clock.now())
    await track(store, thread(), trial({ name: 'Lyon', facts: { trialEnd: '2026-06-15' as never } }), clock.now())
    till('2026-03-24T09:00:00Z')
    await round()
    await store.end(thread().key, tracked, 'settled')
  })

  test.for(
    table('status', 'code', 'tried', 'place', 'why')`
    400 | BadArgument                | PUT                 | open   | given up
    403 | BotDisabledByAdmin         | PUT                 | parked | until the person writes
    403 | BotNotInConversationRoster | PUT                 | parked | until the bot is installed
    403 | ConversationBlockedByUser  | PUT                 | parked | until the person writes
    403 | InvalidBotApiHost          | PUT                 | parked | there is no other host to go to
    403 | SomethingNew               | PUT                 | parked | any 403
    404 | ConversationNotFound       | PUT                 | parked | it is gone
    404 | BotNotInConversationRoster | PUT                 | parked | as with 403
    412 | PreconditionFailed         | PUT PUT PUT PUT PUT | open   | it may pass, five times
    413 | MessageSizeTooBig          | PUT PUT             | open   | once more in a smaller form
    429 | TooManyRequests            | PUT PUT PUT PUT PUT | open   | it may pass, five times
    500 | ServiceError               | PUT                 | open   | given up
    503 | ServiceUnavailable         | PUT PUT PUT PUT PUT | open   | it may pass, five times
  `,
  )('that meets $status $code is tried with $tried, and the place is $place: $why', async ({ status, code, tried, place }) => {
    always(error(status, code))
    await round()
    await inAnHour()
    expect(methods()).toBe(`POST ${tried}`)
    expect(await firstLine()).toMatchObject({ state: 'sent', uncertain: false, attempts: [{ status: 201 }], activityId: 'reply-1' })
    expect(new Set((await ledgerOf(store, { day: '2026-06-15' })).map(({ state }) => state))).toEqual(
      new Set([place === 'parked' ? 'parked' : 'planned']),
    )
  })

  test('that meets 401 stops everything for five minutes, and is made then', async () => {
    await another()
    connector.next(error(401, 'BotNotRegistered'), error(401, 'BotNotRegistered'))
    await round()
    clock.advance(4 * 60_000)
    await round()
    const before = connector.posted.length
    expect(before).toBeLessThanOrEqual(3)
    clock.advance(61_000)
    await round()
    expect(methods().split(' ').slice(before).sort()).toEqual(['POST', 'PUT'])
    expect(bot.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  test('whose card is gone is posted anew, once, and from then on that one is brought up to date', async () => {
    connector.next(error(404, 'ActivityNotFoundInConversation'))
    await round()
    await round()
    expect(methods()).toBe('POST PUT POST')
    expect(connector.posted[2]).toMatchObject({ path: '/a:robin-and-the-desk/activities', activity: { from: { id: '28:license-desk' } } })
    expect(connector.posted[2]?.activity.id).toBeUndefined()
    expect(await firstLine()).toMatchObject({ state: 'sent', uncertain: false, attempts: [{ status: 201 }], activityId: 'reply-3' })
    await track(store, thread(), trial(), clock.now())
    await round()
    expect(connector.posted.at(-1)).toMatchObject({ method: 'PUT', path: '/a:robin-and-the-desk/activities/reply-3' })
  })

  test.for([
    ['reset', 'POST PUT POST', { uncertain: true, activityId: null }],
    [error(503), 'POST PUT POST PUT', { uncertain: false, activityId: 'reply-1' }],
    [error(400), 'POST PUT POST', { uncertain: false, activityId: 'reply-1' }],
    [error(403), 'POST PUT POST', { uncertain: false, activityId: 'reply-1' }],
  ] as const)('whose card is gone, and that meets %j when it is posted anew, is not sent twice', async ([fate, tried, line]) => {
    connector.next(error(404, 'ActivityNotFoundInConversation'), fate)
    await round()
    await inAnHour()
    expect(methods()).toBe(tried)
    expect(await firstLine()).toMatchObject({ state: 'sent', ...line })
  })

  test('whose card is gone waits for the morning to be posted anew', async () => {
    till('2026-03-24T20:00:00Z')
    connector.next(error(404, 'ActivityNotFoundInConversation'), error(404, 'ActivityNotFoundInConversation'))
    await round()
    expect(methods()).toBe('POST PUT')
    till('2026-03-25T09:00:00Z')
    await round()
    expect(methods()).toBe('POST PUT PUT POST')
  })

  test('that nobody answers is made again, for to change a card twice is to change it once', async () => {
    connector.next('reset')
    await round()
    clock.advance(60_000)
    await round()
    expect(methods()).toBe('POST PUT PUT')
    expect(await firstLine()).toMatchObject({ state: 'sent', uncertain: false })
  })
})
