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

const reminders: Migration = {
  async up(database) {
    const { schema } = database
    await schema
      .createTable('places')
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('tenant', 'text', column => column.notNull())
      .addColumn('conversation', 'text', column => column.notNull())
      .addColumn('root', 'text', column => column.notNull())
      .addColumn('team', 'text')
      .addColumn('shared', 'integer', column => column.notNull())
      .addColumn('person', 'text')
      .addColumn('service_url', 'text')
      .addColumn('bot', 'text', column => column.notNull())
      .addColumn('parked', 'text')
      .addColumn('parked_at', 'text')
      .addColumn('lease', 'text')
      .addColumn('lease_until', 'text')
      .execute()
    await schema.createIndex('places_by_root').on('places').columns(['tenant', 'root']).execute()
    await schema.createIndex('places_by_person').on('places').columns(['tenant', 'person']).execute()
    await schema
      .createTable('tracked')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('place', 'text', column => column.notNull())
      .addColumn('tenant', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('name_key', 'text', column => column.notNull())
      .addColumn('facts', 'text', column => column.notNull())
      .addColumn('own_days', 'text', column => column.notNull())
      .addColumn('person', 'text')
      .addColumn('zone', 'text', column => column.notNull())
      .addColumn('locale', 'text', column => column.notNull())
      .addColumn('version', 'integer', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('changed_at', 'text', column => column.notNull())
      .addUniqueConstraint('tracked_once', ['place', 'kind', 'name_key'])
      .execute()
    await schema.createIndex('tracked_by_person').on('tracked').columns(['tenant', 'person']).execute()
    await schema
      .createTable('notices')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('place', 'text', column => column.notNull())
      .addColumn('tracked', 'text', column => column.notNull())
      .addColumn('day', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('warns', 'text', column => column.notNull())
      .addColumn('due', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('uncertain', 'integer', column => column.notNull().defaultTo(0))
      .addColumn('attempts', 'text', column => column.notNull().defaultTo('[]'))
      .addColumn('tries', 'integer', column => column.notNull().defaultTo(0))
      .addColumn('reason', 'text')
      .addColumn('next_at', 'text')
      .addColumn('activity_id', 'text')
      .addColumn('settled_at', 'text')
      .addUniqueConstraint('notices_once', ['tracked', 'day', 'kind', 'place'])
      .execute()
    await schema.createIndex('notices_to_do').on('notices').column('next_at').where('next_at', 'is not', null).execute()
    await schema.createIndex('notices_by_place').on('notices').column('place').execute()
    await schema
      .createTable('rates')
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('next_ms', 'double precision', column => column.notNull())
      .execute()
  },
}

const replanning: Migration = {
  async up({ schema }) {
    await schema
      .alterTable('tracked')
      .addColumn('planned_by', 'text', column => column.notNull().defaultTo(''))
      .execute()
  },
}

/** Every change of the tables, in order. One that was released never changes; the next is one more entry. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-conversations': conversations,
  '0002-reminders': reminders,
  '0003-replanning': replanning,
}
