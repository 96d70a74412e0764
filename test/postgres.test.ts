import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atUrl } from '../bot/store/postgres.ts'
import { openStore } from '../bot/store/store.ts'
import { storeContract } from './store.contract.ts'
import { testClock } from './support/clock.ts'
import { run } from './support/command.ts'
import { createDatabase, hasPostgres, stopPostgres } from './support/postgres.ts'
import { TENANT, threadOf, track, trial } from './support/tracked.ts'
import { trackingContract } from './tracking.contract.ts'

describe.runIf(hasPostgres)('with PostgreSQL', () => {
  const databases: { drop(): Promise<void> }[] = []
  const create = async () => {
    const database = await createDatabase()
    databases.push(database)
    return database
  }
  afterAll(async () => {
    for (const { drop } of databases) await drop()
    await stopPostgres()
  })

  const open = async (clock: Parameters<typeof openStore>[1]) => openStore(atUrl((await create()).url), clock)
  storeContract('PostgreSQL', open)
  trackingContract('PostgreSQL', open)

  let url: string
  beforeAll(async () => {
    url = (await create()).url
  })

  test('processes that start at once bring the tables up to date once', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore(atUrl(url), testClock())))
    await Promise.all(stores.map(store => store.probe()))
    await Promise.all(stores.map(store => store.close()))
  })

  test('of somebody who was forgotten no row says anything', async () => {
    const { url } = await create()
    const store = await openStore(atUrl(url), testClock())
    const [chat, channel] = [
      threadOf('http://127.0.0.1:1/', { conversation: 'a:robin' }),
      threadOf('http://127.0.0.1:1/', { conversation: '19:plant', shared: true }),
    ]
    const key = JSON.stringify([TENANT, channel.conversation, '29:robin'])
    await store.keep(key, { facts: {}, declined: [], misses: 0, at: '2026-03-10T09:00:00Z', version: 0 })
    await store.stash(key, { sites: [{ devices: 4, name: 'Werk von Robin' }] })
    await track(store, chat, trial({ name: 'Of Robin' }), testClock().now())
    await track(store, channel, trial({ name: 'Ours' }), testClock().now())
    await store.rates.take(chat.key, { everyMs: 1000, burst: 1, mostMs: 1000 }, 0, testClock().now())
    const client = new pg.Client(url)
    await client.connect()
    const rowsOf = async (sql: string) => (await client.query<{ row: string }>(sql)).rows.map(({ row }) => row)
    const rows = async () => {
      const tables = await rowsOf("select table_name as row from information_schema.tables where table_schema = 'public'")
      return (await Promise.all(tables.map(table => rowsOf(`select t::text as row from "${table}" t`))))
        .flat()
        .filter(row => /robin/i.test(row))
    }
    expect(await rows()).not.toEqual([])
    await store.forgetPerson(TENANT, '29:robin')
    expect(await rows()).toEqual([])
    expect(await store.trackedIn(channel.key)).toHaveLength(1)
    await client.end()
    await store.close()
  })

  test('a database that can only be read does not pass the probe', async () => {
    const database = (await create()).url
    const client = new pg.Client(database)
    await client.connect()
    const store = await openStore(atUrl(database), testClock())
    await store.probe()
    await client.query(`alter database ${new URL(database).pathname.slice(1)} set default_transaction_read_only = on`)
    await client.end()
    const later = await openStore(atUrl(database), testClock())
    await expect(later.probe()).rejects.toMatchObject({ code: '25006' })
    await later.close()
    await store.close()
  })

  test('a server that is not there is said to be', async () => {
    await expect(openStore(atUrl('postgres://postgres@127.0.0.1:1/none'), testClock())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('a database that can not be used is named, with the reason', async () => {
    const [database, unknown, tls] = [(await create()).url, new URL(url), new URL(url)]
    unknown.pathname = '/nowhere'
    tls.searchParams.set('sslmode', 'verify-full')
    await (await openStore(atUrl(database), testClock())).close()
    const client = new pg.Client(database)
    await client.connect()
    await client.query("insert into kysely_migration values ('9999-later', '2030-01-01')")
    await client.end()
    const told = async (address: string | URL) => (await run('ledger', '', { DATABASE_URL: String(address) })).stderr
    const fault = (why: string, remedy = 'give the address of a PostgreSQL database that the bot may write to.') =>
      `DATABASE_URL: the database at ${unknown.host} can't be opened (${why}); ${remedy}\n`
    expect(await told(unknown)).toBe(fault('there is no database of that name, 3D000'))
    expect(await told(tls)).toBe(fault('the server speaks no TLS, see sslmode'))
    expect(await told(database)).toBe(
      fault('a newer version has used it', 'start that version again, or restore the backup from before it.'),
    )
  })
})
