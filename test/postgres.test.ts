import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atUrl } from '../bot/store/postgres.ts'
import { openStore } from '../bot/store/store.ts'
import { storeContract } from './store.contract.ts'
import { testClock } from './support/clock.ts'
import { createDatabase, hasPostgres } from './support/postgres.ts'
import { trackingContract } from './tracking.contract.ts'

if (!hasPostgres) console.info('PostgreSQL is skipped: none answers at TEST_DATABASE_URL, or at 127.0.0.1:5432.')

describe.runIf(hasPostgres)('with PostgreSQL', () => {
  const databases: { drop(): Promise<void> }[] = []
  const create = async () => {
    const database = await createDatabase()
    databases.push(database)
    return database
  }
  afterAll(async () => {
    for (const { drop } of databases) await drop()
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

  test('a server that is not there is said to be', async () => {
    await expect(openStore(atUrl('postgres://postgres@127.0.0.1:1/none'), testClock())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
