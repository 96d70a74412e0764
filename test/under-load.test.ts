import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endOfTurn } from '../bot/reply.ts'
import { atUrl } from '../bot/store/postgres.ts'
import { inFolder } from '../bot/store/sqlite.ts'
import type { Storage } from '../bot/store/store.ts'
import { activityOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { createDatabase, hasPostgres, stopPostgres } from './support/postgres.ts'
import { startStoppableProxy } from './support/stoppable-proxy.ts'

let clock: TestClock
let bot: RunningBot
beforeEach(() => {
  clock = testClock()
})
afterEach(() => bot.stop())

const start = async (answer?: Parameters<typeof startBot>[0], storage?: Storage) => {
  bot = await startBot(answer, clock, undefined, undefined, storage)
}
/** Somebody else says something, in a chat of their own. */
const from = (name: string) => ({
  from: { id: `29:${name}` },
  conversation: { id: `a:${name}`, conversationType: 'personal', tenantId: name },
})
const posted = () => bot.connector.posted.map(({ activity }) => activity.text ?? activity.summary)
const answered = { status: 200, body: undefined }

describe('more turns than the bot takes', () => {
  test('of one conversation are told to come back, and others are answered', async () => {
    let go = () => {}
    const held = new Promise<void>(resolve => (go = resolve))
    await start(async ({ person }) => {
      if (person.tenant === 'loud') await held
      return { reply: { kind: 'say', text: person.tenant }, trace: {} }
    })
    const loud = JSON.stringify({ ...activityOf(bot.connector.serviceUrl, { text: 'hi', id: undefined }), ...from('loud') })
    const shout = () =>
      fetch(`${bot.address}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: loud })
    const all = Array.from({ length: 60 }, shout)
    const refused = await Promise.any(all)
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1'])
    expect(await bot.say('hi', from('quiet'))).toEqual(answered)
    go()
    const statuses = (await Promise.all(all)).map(({ status }) => status)
    expect([200, 503].map(status => statuses.filter(each => each === status).length)).toEqual([50, 10])
    expect(await bot.say('hi', from('loud'))).toEqual(answered)
  })

  test('that waited for earlier ones until nobody listens any more are not begun', async () => {
    await start(() => new Promise(() => {}))
    const first = bot.say('hi')
    await clock.waitedFor(6000)
    const waiting = bot.say('hi again')
    await clock.waitedFor(10_000)
    await fetch(`${bot.address}/healthz`)
    clock.advance(9500)
    expect([(await first).status, (await waiting).status]).toEqual([200, 503])
    expect(posted()).toHaveLength(1)
  })
})

test.for([
  // arrived, begins, has to be over
  [0, 0, 10_000],
  [0, 4000, 14_000],
  [0, 8999, 14_000],
  [0, 9000, undefined],
] as const)('a turn that arrived at %i and begins at %i has to be over at %s', ([arrived, now, until]) => {
  expect(endOfTurn(arrived, now)).toBe(until)
})

describe('an answer that takes too long', () => {
  test('is given up while the person still listens, and logged', async () => {
    await start(({ person }) =>
      person.tenant === 'slow' ? new Promise(() => {}) : Promise.resolve({ reply: { kind: 'say', text: 'Yes' }, trace: {} }),
    )
    const slow = bot.say('hi', from('slow'))
    await clock.waitedFor(6000)
    expect(await bot.say('hi', from('other'))).toEqual(answered)
    clock.advance(6000)
    expect(await slow).toEqual(answered)
    expect(posted()).toEqual(['Yes', expect.stringContaining('Something went wrong on our side')])
    expect(bot.lines.find(({ level }) => level === 'error')).toMatchObject({ error: 'OutOfTime', msg: 'a turn failed' })
  })

  test('says nothing any more once it was given up', async () => {
    const { promise: held, resolve: go } = Promise.withResolvers<void>()
    const { promise: late, resolve: finish } = Promise.withResolvers<string>()
    await start(async (_, typing) => {
      await held
      finish(
        await typing().then(
          () => 'it typed',
          (error: Error) => error.message,
        ),
      )
      return { reply: { kind: 'say', text: 'Yes' }, trace: {} }
    })
    const slow = bot.say('hi')
    await clock.waitedFor(6000)
    clock.advance(6000)
    expect(await slow).toEqual(answered)
    go()
    expect(await late).toBe('the turn is over')
    await bot.say('', from('other'))
    expect(posted()).toEqual([expect.stringContaining('Something went wrong on our side')])
    expect(bot.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })
})

describe('a SQLite file', () => {
  let folder: string
  let other: DatabaseSync
  const file = (name: string) => join(folder, name)
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
    await start(undefined, inFolder(folder))
    other = new DatabaseSync(file('license-desk.db'))
  })
  afterEach(async () => {
    other.close()
    await bot.stop()
    rmSync(folder, { recursive: true })
  })
  const readiness = async () => {
    clock.advance(1000)
    return (await fetch(`${bot.address}/readyz`)).json()
  }

  test('that another process writes to holds up nobody, and a turn waits for it', async () => {
    other.exec('begin immediate')
    const waiting = bot.say('can I still extend my trial? it ends 15 April')
    // Whatever goes on in this thread meanwhile could not if SQLite waited in it.
    for (let times = 0; times < 20; times++) expect(await (await fetch(`${bot.address}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(posted()).toEqual([])
    other.exec('rollback')
    expect(await waiting).toEqual(answered)
    expect(posted()).toEqual([expect.stringContaining('Yes, until 31 March 2026')])
  })

  test('that stays locked is said to be, and everything goes on once it is free', async () => {
    expect(await readiness()).toEqual({ status: 'ready' })
    other.exec('begin immediate')
    expect(await bot.say('can I still extend my trial? it ends 15 April')).toEqual(answered)
    expect(posted()).toEqual([expect.stringContaining('Something went wrong on our side')])
    expect(bot.lines.find(({ level }) => level === 'error')).toMatchObject({ code: 'ERR_SQLITE_ERROR' })
    expect(await readiness()).toEqual({ status: 'store' })
    other.exec('rollback')
    expect(await readiness()).toEqual({ status: 'ready' })
    await bot.say('can I still extend my trial? it ends 15 April')
    expect(posted()[1]).toContain('Yes, until 31 March 2026')
  })

  test('that is taken away makes the bot unready until it is back, and nothing is tracked in what nobody will see again', async () => {
    renameSync(file('license-desk.db'), file('elsewhere.db'))
    expect(await readiness()).toEqual({ status: 'store' })
    await bot.say('remind me before our trial ends on 15 April')
    expect(posted()).toEqual([expect.stringContaining('Something went wrong on our side')])
    renameSync(file('elsewhere.db'), file('license-desk.db'))
    expect(await readiness()).toEqual({ status: 'ready' })
  })
})

describe.runIf(hasPostgres)('a PostgreSQL that falls silent', () => {
  afterAll(stopPostgres)

  test('costs those who ask meanwhile a sentence, and is used again once it answers', async () => {
    const database = await createDatabase()
    const proxy = await startStoppableProxy(database.url)
    await start(undefined, atUrl(proxy.url))
    await bot.say('hello')
    proxy.stop()
    const waiting = ['one', 'two'].map(name => bot.say('can I still extend my trial? it ends 15 April', from(name)))
    await expect.poll(() => clock.untilNext).toBe(6000)
    await Promise.race([...waiting, clock.waitedFor(6000)])
    clock.advance(6000)
    expect(await Promise.all(waiting)).toEqual([answered, answered])
    expect(posted().slice(1)).toEqual([1, 2].map(() => expect.stringContaining('Something went wrong on our side')))
    proxy.goOn()
    await bot.say('can I still extend my trial? it ends 15 April')
    expect(posted().at(-1)).toContain('Yes, until 31 March 2026')
    await bot.store.close()
    await proxy.close()
    await database.drop()
  })
})
