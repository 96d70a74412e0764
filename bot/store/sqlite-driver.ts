import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { systemClock } from '../clock.ts'
import type { Run } from './prepared.ts'

/** How long a statement waits for another process's write, in milliseconds, and how often it looks. */
const BUSY_MS = 2000
const LOOK_MS = 20
/** A turn uses a handful of statements; preparing one costs more than running it. */
const PREPARED = 100

/** Held by one at a time. */
export interface Lock {
  /** Waits until nobody else has it; returns how to give it back. */
  take(): Promise<() => void>
  isFree(): boolean
}

/** Whoever uses the connection of this process takes turns: a statement of one doesn't belong into the transaction of another. */
export function createLock(): Lock {
  let last: Promise<void> = Promise.resolve()
  let takers = 0
  return {
    async take() {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      takers++
      last = promise.then(() => void takers--)
      await before
      return resolve
    },
    isFree: () => takers === 0,
  }
}

/** Who has the lock, as long as it is held. */
interface Holder {
  release: () => void
}

/**
 * Runs `work`, again and again while another process writes. SQLite's own way of waiting would hold up the thread with all other
 * conversations; here they have their turn meanwhile, and what only reads goes on.
 */
async function patiently<Result>(lock: Lock, holder: Holder, work: () => Result, limitMs = BUSY_MS): Promise<Result> {
  const until = performance.now() + limitMs
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error
    }
    holder.release()
    await systemClock.wait(LOOK_MS)
    holder.release = await lock.take()
  }
}

/** As `patiently`, for whoever is no connection of Kysely's. */
export async function alone<Result>(lock: Lock, work: () => Result, limitMs?: number): Promise<Result> {
  const holder = { release: await lock.take() }
  try {
    return await patiently(lock, holder, work, limitMs)
  } finally {
    holder.release()
  }
}

const SQLITE_BUSY = 5
export const busy = () => Object.assign(new Error('the database is busy'), { errcode: SQLITE_BUSY })
const isBusy = (error: unknown) => ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY

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

/**
 * Runs a statement without a connection of Kysely's, at once where that can be: to get one, or to wait, takes longer than most statements.
 * What is written in one round of the event loop is committed together.
 */
export function directly(database: DatabaseSync, lock: Lock): Run {
  const run = running(database)
  const together = gathering(database, lock)
  return async <Row>(query: CompiledQuery<Row>) => {
    const now = () => run<Row>(query).rows
    if (query.query.kind !== 'SelectQueryNode') return together(now)
    if (!lock.isFree()) return alone(lock, now)
    try {
      return now()
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    return alone(lock, now)
  }
}

interface Write {
  readonly work: () => unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Gathers writes and commits them together; where that fails, each for itself. */
function gathering(database: DatabaseSync, lock: Lock) {
  let gathered: Write[] = []

  function commit(writes: readonly Write[]): unknown[] {
    database.exec('begin immediate')
    try {
      const results = writes.map(({ work }) => work())
      database.exec('commit')
      return results
    } finally {
      if (database.isTransaction) database.exec('rollback')
    }
  }

  async function flush(): Promise<void> {
    const writes = gathered
    gathered = []
    try {
      const results = await alone(lock, () => commit(writes))
      for (const [at, { resolve }] of writes.entries()) resolve(results[at])
    } catch (error) {
      for (const { work, resolve, reject } of writes) {
        if (isBusy(error)) reject(error)
        else await alone(lock, work).then(resolve, reject)
      }
    }
  }

  return <Result>(work: () => Result): Promise<Result> =>
    new Promise<unknown>((resolve, reject) => {
      if (gathered.push({ work, resolve, reject }) === 1) setImmediate(flush)
    }) as Promise<Result>
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

function running(database: DatabaseSync): RunNow {
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
