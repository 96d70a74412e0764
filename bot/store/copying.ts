import type { Clock } from '../../dialogs/ports.ts'
import { Kysely, sql } from './kysely.ts'
import type { Tables } from './schema.ts'
import { openStore, type Storage } from './store.ts'

/** Rows of one statement. PostgreSQL takes 65,535 values in one. */
const BATCH = 500

/** Every table with its key: one that is new can't be forgotten. */
const keys = { conversations: 'key', stashes: 'id', places: 'key', tracked: 'id', notices: 'id', rates: 'key' } as const satisfies {
  readonly [Table in keyof Tables]: keyof Tables[Table]
}
const tables = Object.keys(keys) as (keyof Tables)[]

export type OpenTables = Kysely<Tables>

/** Opens the tables of a database and brings them up to date. `open` gives a connection of its own each time. */
export async function openTables(open: () => Storage, clock: Clock): Promise<OpenTables> {
  await (await openStore(open(), clock)).close()
  return new Kysely<Tables>({ dialect: open().durable })
}

/**
 * Copies every row to tables that hold none yet, in one transaction: all of them arrive, or none. Nobody may write meanwhile.
 * @returns how many rows of each table were copied, or the first table that holds some already
 */
export async function copyAll(
  from: OpenTables,
  to: OpenTables,
): Promise<{ readonly rows: Readonly<Record<string, number>> } | { readonly used: string }> {
  return to.transaction().execute(async target => {
    const rows: Record<string, number> = {}
    for (const table of tables) {
      if (await target.selectFrom(table).selectAll().limit(1).executeTakeFirst()) return { used: table }
      rows[table] = 0
      for await (const batch of batches(from, table)) {
        await target.insertInto(table).values(batch).execute()
        rows[table] += batch.length
      }
    }
    return { rows }
  })
}

async function* batches(from: OpenTables, table: keyof Tables): AsyncGenerator<Tables[typeof table][]> {
  const key = sql.ref<string>(keys[table])
  for (let last = ''; ; ) {
    const batch = await from.selectFrom(table).selectAll().where(key, '>', last).orderBy(key).limit(BATCH).execute()
    if (batch.length === 0) return
    yield batch
    last = String((batch.at(-1) as Readonly<Record<string, unknown>>)[keys[table]])
  }
}
