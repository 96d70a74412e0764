import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { activityOf } from './support/activities.ts'
import { post } from './support/bot.ts'
import { startConnector } from './support/connector.ts'
import { createDatabase, hasPostgres, stopPostgres } from './support/postgres.ts'
import { kill, runBot } from './support/process.ts'
import { startStoppableProxy } from './support/stoppable-proxy.ts'

/** The bot's write. What it deletes at its start may wait as well. */
const whatWaits = "pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'insert%'"

/** Ways to lose the connections on which a query is running. */
const ways = {
  'the server ends them, as in a restart': (admin: pg.Client) =>
    admin.query(`select pg_terminate_backend(pid) from (select ${whatWaits}) waiting`),
  'the network resets them': (_: pg.Client, proxy: Awaited<ReturnType<typeof startStoppableProxy>>) => proxy.reset(),
}

describe.runIf(hasPostgres)('a bot whose connections to PostgreSQL break while a query runs', () => {
  afterAll(stopPostgres)

  test.for(Object.entries(ways))('because %s says so to the person, and goes on', async ([, lose]) => {
    const folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
    const [database, connector] = [await createDatabase(), await startConnector()]
    const proxy = await startStoppableProxy(database.url)
    const bot = runBot(folder, { DATABASE_URL: proxy.url })
    const address = await bot.listening()
    const say = (text: string) => post(address, JSON.stringify(activityOf(connector.serviceUrl, { text })))
    const ready = async () => (await fetch(`${address}/readyz`)).json()

    const track = () => say('remind me before our trial ends on 15 April 2035')
    const [locking, admin] = [new pg.Client(database.url), new pg.Client(database.url)]
    await Promise.all([locking.connect(), admin.connect()])
    await locking.query('begin; lock table tracked in share mode')
    const broken = track()
    await expect.poll(async () => (await admin.query(`select ${whatWaits}`)).rowCount, { timeout: 30_000 }).toBe(1)
    await lose(admin, proxy)
    expect(await broken).toEqual({ status: 200, body: undefined })

    await locking.end()
    await expect.poll(ready, { timeout: 30_000 }).toEqual({ status: 'ready' })
    expect(await track()).toEqual({ status: 200, body: undefined })
    const [first, second] = connector.posted.map(({ activity }) => JSON.stringify(activity))
    expect(first).toContain('Something went wrong on our side')
    expect(second).toContain('Tracked.')
    bot.child.kill('SIGTERM')
    expect((await bot.ended()).code).toBe(0)

    await kill(bot.child)
    await Promise.all([admin.end(), proxy.close(), connector.stop()])
    await database.drop()
    rmSync(folder, { recursive: true })
  })
})
