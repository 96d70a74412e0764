import type { Kysely, Migration } from 'kysely'
import type { Tables } from './schema.ts'

const conversations: Migration = {
  async up(database: Kysely<Tables>) {
    await database.schema
      .createTable('conversations')
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('version', 'integer', column => column.notNull())
      .addColumn('kept_at', 'text', column => column.notNull())
      .execute()
    await database.schema.createIndex('conversations_by_age').on('conversations').column('kept_at').execute()
    await database.schema
      .createTable('stashes')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('owner', 'text', column => column.notNull())
      .addColumn('facts', 'text', column => column.notNull())
      .addColumn('kept_at', 'text', column => column.notNull())
      .execute()
    await database.schema.createIndex('stashes_by_owner').on('stashes').column('owner').execute()
    await database.schema.createIndex('stashes_by_age').on('stashes').column('kept_at').execute()
  },
}

/** Every change of the tables, in order. One that was released never changes; the next is one more entry. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-conversations': conversations,
}
