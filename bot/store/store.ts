import { randomBytes } from 'node:crypto'
import type { Dialect } from 'kysely'
import type { Clock, Conversation, Stashed, Store } from '../../dialogs/ports.ts'
import { DAY_MS } from '../../rules/day.ts'
import { Kysely, Migrator } from './kysely.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { migrations } from './migrations.ts'
import { createPlaces, type Places } from './places.ts'
import { prepared, type Run } from './prepared.ts'
import { purgeTracking } from './purging.ts'
import { createRates, type Rates } from './rates.ts'
import { createRegister, type Register } from './register.ts'
import { createReplanning, type Replanning } from './replanning.ts'
import type { Tables } from './schema.ts'
import { createTracking } from './tracking.ts'

const CONVERSATION_DAYS = 30
const STASH_DAYS = 90
/** Of one owner; each may have some 30 KB. */
const MOST_STASHES = 50

/** A database by its connections: one for what may be lost in a power cut, one that is on the disk before it answers. */
export interface Storage {
  readonly swift: Dialect
  readonly durable: Dialect
  /** Runs a query on `swift` by a shorter way than Kysely's, where there is one. */
  readonly run?: Run
  /** Processes write at the same time. */
  readonly severalWriters?: boolean
  /** Fails where nothing can be written, although what is there can be read. */
  probe?(): Promise<void>
  /** Takes what was deleted off the disk. */
  scrub?(): Promise<void>
}

/** The desk's store, with what running it needs. */
export interface OpenStore extends Store, Places, Replanning {
  readonly ledger: Ledger
  readonly rates: Rates
  readonly register: Register
  /** Fails where the storage can't be reached. */
  probe(): Promise<void>
  /** Deletes what is older than it may be. */
  purge(): Promise<void>
  close(): Promise<void>
}

/** Opens the store on a database and brings its tables up to date. The one set of queries for every database. */
export async function openStore(storage: Storage, clock: Clock): Promise<OpenStore> {
  const database = new Kysely<Tables>({ dialect: storage.swift })
  const durable = storage.durable === storage.swift ? database : new Kysely<Tables>({ dialect: storage.durable })
  const close = async () => {
    await database.destroy()
    if (durable !== database) await durable.destroy()
  }
  const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) {
    await close()
    throw error
  }
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS).toISOString()
  const now = () => clock.now().toISOString()
  const run: Run = storage.run ?? (async query => (await database.executeQuery(query)).rows)
  const conversationAt = prepared(run, (key: string) =>
    database.selectFrom('conversations').select(['state', 'version']).where('key', '=', key),
  )
  const insert = prepared(run, (key: string, state: string, _: number, version: number, kept_at: string) =>
    database
      .insertInto('conversations')
      .values({ key, state, version, kept_at })
      .onConflict(conflict => conflict.column('key').doNothing())
      .returning('key'),
  )
  const replace = prepared(run, (key: string, state: string, before: number, version: number, kept_at: string) =>
    database
      .updateTable('conversations')
      .set({ state, version, kept_at })
      .where('key', '=', key)
      .where('version', '=', before)
      .returning('key'),
  )

  return {
    ...createTracking(durable, run, clock, storage.scrub ?? (async () => {})),
    ...createPlaces(durable, run, clock),
    ...createReplanning(durable),
    ledger: createLedger(database, durable, storage.severalWriters === true),
    rates: createRates(database),
    register: createRegister(durable),
    async conversation(key) {
      const [row] = await conversationAt(key)
      return row && { ...(JSON.parse(row.state) as Conversation), version: row.version }
    },
    async keep(key, conversation) {
      const { version } = conversation
      const state = JSON.stringify({ ...conversation, version: undefined })
      const kept = await (version === 0 ? insert : replace)(key, state, version, version + 1, now())
      return kept.length > 0 ? 'kept' : 'changed-meanwhile'
    },
    async forget(key) {
      await database.transaction().execute(async both => {
        await both.deleteFrom('conversations').where('key', '=', key).execute()
        await both.deleteFrom('stashes').where('owner', '=', key).execute()
      })
    },
    async stash(owner, content) {
      const facts = JSON.stringify(content)
      const own = database.selectFrom('stashes').select('id').where('owner', '=', owner)
      const again = await own.where('facts', '=', facts).executeTakeFirst()
      const id = again?.id ?? randomBytes(16).toString('base64url')
      if (again) await database.updateTable('stashes').set({ kept_at: now() }).where('id', '=', id).execute()
      else await database.insertInto('stashes').values({ id, owner, facts, kept_at: now() }).execute()
      const newest = own.orderBy('kept_at', 'desc').limit(MOST_STASHES)
      await database.deleteFrom('stashes').where('owner', '=', owner).where('id', 'not in', newest).execute()
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
      return row && (JSON.parse(row.facts) as Stashed)
    },
    async stashes(owner) {
      return (await database.selectFrom('stashes').select('id').where('owner', '=', owner).execute()).length
    },
    async probe() {
      await database.selectFrom('conversations').select('version').limit(1).execute()
      await storage.probe?.()
    },
    async purge() {
      await purgeTracking(durable, clock.now())
      await database.deleteFrom('conversations').where('kept_at', '<', daysAgo(CONVERSATION_DAYS)).execute()
      await database.deleteFrom('stashes').where('kept_at', '<', daysAgo(STASH_DAYS)).execute()
    },
    close,
  }
}
