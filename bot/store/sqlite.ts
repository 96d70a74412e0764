import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { CompiledQuery, type Dialect, type Driver, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Storage } from './store.ts'

/** How long a second process waits for the first one's write, in milliseconds. */
const BUSY_MS = 2000
/** A turn uses a handful of statements; preparing one costs more than running it. */
const PREPARED = 100
/** Of each connection: the upper pages of the indexes of a large ledger. */
const CACHE_KB = 16_000

/** SQLite in the memory of this process: for the shell and the tests. */
export function inMemory(): Storage {
  const dialect = dialectOf(new DatabaseSync(':memory:'), createLock())
  return { swift: dialect, durable: dialect }
}

/**
 * SQLite in a folder, which is made where it is missing.
 * @throws a system error (`code`) where the folder can't be written or the file is no database
 */
export function inFolder(folder: string): Storage {
  mkdirSync(folder, { recursive: true })
  const open = (synchronous: 'normal' | 'full') => {
    const database = new DatabaseSync(join(folder, 'license-desk.db'), { timeout: BUSY_MS })
    // What is deleted is overwritten: forgetting somebody leaves nothing in the file.
    database.exec(
      `pragma journal_mode = wal; pragma synchronous = ${synchronous}; pragma secure_delete = on; pragma cache_size = ${-CACHE_KB}`,
    )
    return database
  }
  // A power cut may take back the last turns of a conversation, which costs a repeated question, but never what was acknowledged.
  const [swift, durable] = [open('normal'), open('full')]
  const lock = createLock()
  return {
    swift: dialectOf(swift, lock),
    durable: dialectOf(durable, lock),
    async scrub() {
      const release = await lock()
      durable.exec('pragma wal_checkpoint(truncate)')
      release()
    },
  }
}

/** Waits until nobody else has it; returns how to give it back. */
type Lock = () => Promise<() => void>

/** The two connections of one process take turns: a statement of one would wait, and hold up the thread, for a transaction of the other. */
function createLock(): Lock {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let release = () => {}
    last = new Promise(resolve => (release = resolve))
    await before
    return release
  }
}

/** `node:sqlite` in the form that Kysely knows from better-sqlite3. */
function dialectOf(database: DatabaseSync, lock: Lock): Dialect {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    if (prepared.size < PREPARED) prepared.set(sql, statement)
    return statement
  }
  const shim: SqliteDatabase = {
    close: () => database.isOpen && database.close(),
    prepare(sql) {
      const statement = prepare(sql)
      const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: parameters => statement.all(...values(parameters)),
        run: parameters => statement.run(...values(parameters)),
        iterate: parameters => statement.iterate(...values(parameters)),
      }
    },
  }
  const dialect = new SqliteDialect({ database: shim })
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => inTurns(dialect.createDriver(), lock),
    createIntrospector: kysely => dialect.createIntrospector(kysely),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}

/** SQLite changes tables in transactions as well, which is what keeps two processes from migrating at once. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function inTurns(driver: Driver, lock: Lock): Driver {
  let release = () => {}
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const done = await lock()
      const connection = await driver.acquireConnection()
      release = done
      return connection
    },
    async releaseConnection(connection) {
      await driver.releaseConnection(connection)
      release()
    },
    // A transaction that begins by reading could find that another process wrote meanwhile, which no waiting helps.
    beginTransaction: connection => connection.executeQuery(CompiledQuery.raw('begin immediate')).then(() => {}),
    commitTransaction: connection => driver.commitTransaction(connection),
    rollbackTransaction: connection => driver.rollbackTransaction(connection),
    destroy: () => driver.destroy(),
  }
}
