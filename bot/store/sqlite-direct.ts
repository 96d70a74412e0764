import type { DatabaseSync } from 'node:sqlite'
import type { CompiledQuery } from 'kysely'
import type { Run } from './prepared.ts'
import { running } from './sqlite-driver.ts'
import { alone, isBusy, type Lock } from './sqlite-lock.ts'

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
