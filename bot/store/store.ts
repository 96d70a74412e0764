import { randomBytes } from 'node:crypto'
import { type Dialect, Kysely, Migrator } from 'kysely'
import type { Clock, Conversation, Store } from '../../dialogs/ports.ts'
import type { Facts } from '../../rules/facts.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './schema.ts'

const CONVERSATION_DAYS = 30
const STASH_DAYS = 90
const DAY_MS = 86_400_000

/** The desk's store, with what running it needs. */
export interface OpenStore extends Store {
  /** Fails where the storage can't be reached. */
  probe(): Promise<void>
  /** Deletes what is older than it may be. */
  purge(): Promise<void>
  close(): Promise<void>
}

/** Opens the store on a database and brings its tables up to date. The one set of queries for every database. */
export async function openStore(dialect: Dialect, clock: Clock): Promise<OpenStore> {
  const database = new Kysely<Tables>({ dialect })
  const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) {
    await database.destroy()
    throw error
  }
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS).toISOString()
  const now = () => clock.now().toISOString()

  return {
    async conversation(key) {
      const row = await database.selectFrom('conversations').select(['state', 'version']).where('key', '=', key).executeTakeFirst()
      return row && { ...(JSON.parse(row.state) as Conversation), version: row.version }
    },
    async keep(key, conversation) {
      const { version, ...state } = conversation
      const row = { state: JSON.stringify(state), version: version + 1, kept_at: now() }
      const kept =
        version === 0
          ? await database
              .insertInto('conversations')
              .values({ key, ...row })
              .onConflict(conflict => conflict.column('key').doNothing())
              .returning('key')
              .execute()
          : await database
              .updateTable('conversations')
              .set(row)
              .where('key', '=', key)
              .where('version', '=', version)
              .returning('key')
              .execute()
      return kept.length > 0 ? 'kept' : 'changed-meanwhile'
    },
    async forget(key) {
      await database.transaction().execute(async both => {
        await both.deleteFrom('conversations').where('key', '=', key).execute()
        await both.deleteFrom('stashes').where('owner', '=', key).execute()
      })
    },
    async stash(owner, facts) {
      const id = randomBytes(16).toString('base64url')
      await database
        .insertInto('stashes')
        .values({ id, owner, facts: JSON.stringify(facts), kept_at: now() })
        .execute()
      return id
    },
    async stashed(owner, id) {
      const row = await database
        .selectFrom('stashes')
        .select('facts')
        .where('id', '=', id)
        .where('owner', '=', owner)
        .where('kept_at', '>=', daysAgo(STASH_DAYS))
        .executeTakeFirst()
      return row && (JSON.parse(row.facts) as Facts)
    },
    async probe() {
      await database.selectFrom('conversations').select('version').limit(1).execute()
    },
    async purge() {
      await database.deleteFrom('conversations').where('kept_at', '<', daysAgo(CONVERSATION_DAYS)).execute()
      await database.deleteFrom('stashes').where('kept_at', '<', daysAgo(STASH_DAYS)).execute()
    },
    close: () => database.destroy(),
  }
}
