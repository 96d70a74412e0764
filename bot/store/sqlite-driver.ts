import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from './kysely.ts'
import { type Holder, type Lock, patiently } from './sqlite-lock.ts'

/** A turn uses a handful of statements; preparing one costs more than running it. */
const PREPARED = 100

/** What is asked of the disk around a write. */
export interface Disk {
  /** Fails where nothing may be written any more. */
  check(): void
  /** Resolves when what was written is on the disk. */
  synced(): Promise<void>
}

const noDisk: Disk = { check() {}, synced: async () => {} }

/** `node:sqlite` for Kysely; a write resolves when the disk has it. */
export function sqliteDialect(database: DatabaseSync, lock: Lock, disk = noDisk): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => driverOf(database, lock, disk),
    createIntrospector: kysely => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** SQLite changes tables in transactions as well, which is what keeps two processes from migrating at once. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function driverOf(database: DatabaseSync, lock: Lock, disk: Disk): Driver {
  const run = running(database)
  const held = new WeakMap<DatabaseConnection, Holder>()
  return {
    init: async () => {},
    async acquireConnection() {
      const holder = { release: await lock.take() }
      const connection = connectionTo(database, run, lock, holder, disk)
      held.set(connection, holder)
      return connection
    },
    releaseConnection: async connection => held.get(connection)?.release(),
    // A transaction that begins by reading could find that another process wrote meanwhile, which no waiting helps.
    async beginTransaction(connection) {
      disk.check()
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    },
    async commitTransaction(connection) {
      database.exec('commit')
      // Others go on while the disk works.
      held.get(connection)?.release()
      await disk.synced()
    },
    async rollbackTransaction() {
      if (database.isTransaction) database.exec('rollback')
    },
    async destroy() {
      if (database.isOpen) database.close()
    },
  }
}

type RunNow = <Row>(query: CompiledQuery) => QueryResult<Row>

/** Runs statements on a database at once, each prepared once. */
export function running(database: DatabaseSync): RunNow {
  const prepare = preparing(database)
  return <Row>({ sql, parameters }: CompiledQuery) => {
    const { statement, gives } = prepare(sql)
    const values = parameters as readonly SQLInputValue[]
    if (gives) return { rows: statement.all(...values) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
}

function connectionTo(database: DatabaseSync, run: RunNow, lock: Lock, holder: Holder, disk: Disk): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery) {
      // Within a transaction nobody else writes, and the disk has it with the rest.
      if (database.isTransaction) return run<Row>(query)
      const result = await patiently(lock, holder, () => run<Row>(query))
      if (database.isTransaction || query.query.kind === 'SelectQueryNode') return result
      holder.release()
      await disk.synced()
      return result
    },
    // biome-ignore lint/correctness/useYield: nothing here is read piece by piece
    async *streamQuery() {
      throw new Error('SQLite answers whole')
    },
  }
}

interface Prepared {
  readonly statement: StatementSync
  /** It gives rows. */
  readonly gives: boolean
}

/** Statements by their SQL, prepared once. */
function preparing(database: DatabaseSync): (sql: string) => Prepared {
  const prepared = new Map<string, Prepared>()
  return sql => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    const now = { statement, gives: statement.columns().length > 0 }
    if (prepared.size < PREPARED) prepared.set(sql, now)
    return now
  }
}
