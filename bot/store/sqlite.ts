import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely'

/** How long a second process waits for the first one's write, in milliseconds. */
const BUSY_MS = 2000
/** A turn uses a handful of statements; preparing one costs more than running it. */
const PREPARED = 100

/** SQLite in the memory of this process: for the shell and the tests. */
export const inMemory = (): Dialect => dialectOf(new DatabaseSync(':memory:'))

/**
 * SQLite in a folder, which is made where it is missing.
 * @throws a system error (`code`) where the folder can't be written or the file is no database
 */
export function inFolder(folder: string): Dialect {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'license-desk.db'), { timeout: BUSY_MS })
  // A power cut may take back the last turns of a conversation, which costs a repeated question, but never the file.
  database.exec('pragma journal_mode = wal; pragma synchronous = normal')
  return dialectOf(database)
}

/** `node:sqlite` in the form that Kysely knows from better-sqlite3. */
function dialectOf(database: DatabaseSync): Dialect {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    if (prepared.size < PREPARED) prepared.set(sql, statement)
    return statement
  }
  const shim: SqliteDatabase = {
    close: () => database.close(),
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
  return new SqliteDialect({ database: shim })
}
