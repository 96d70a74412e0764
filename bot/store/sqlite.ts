import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { directly } from './sqlite-direct.ts'
import { sqliteDialect } from './sqlite-driver.ts'
import { alone, busy, createLock } from './sqlite-lock.ts'
import type { Storage } from './store.ts'

/** How long the start waits for another process's write, in milliseconds. */
const OPEN_MS = 2000
/** Whoever asks whether the store can be written doesn't wait longer than a second in all. */
const PROBE_MS = 500
/** After so many, what was logged comes into the file: more at once would hold up everybody for longer than a change may take. */
const LOG_PAGES = 700
/** The upper pages of the indexes of a large ledger. */
const CACHE_KB = 16_000

/** SQLite in the memory of this process: for the shell and the tests. */
export function inMemory(): Storage {
  const [database, lock] = [new DatabaseSync(':memory:'), createLock()]
  const dialect = sqliteDialect(database, lock)
  return { swift: dialect, durable: dialect, run: directly(database, lock) }
}

/**
 * SQLite in a folder, which is made where it is missing.
 * @throws a system error (`code`) where the folder can't be written or the file is no database
 */
export function inFolder(folder: string): Storage {
  make(folder)
  const file = join(folder, 'license-desk.db')
  // The folder may have been there before, and be open to others. The log beside the file is made as the file is.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const database = new DatabaseSync(file, { timeout: OPEN_MS })
  // Some network drives have no way for a log beside the file; there SQLite itself has to wait for the disk.
  const isLogged = database.prepare('pragma journal_mode = wal').get()?.journal_mode === 'wal'
  // What is deleted is overwritten: forgetting somebody leaves nothing in the file.
  database.exec(`pragma synchronous = ${isLogged ? 'normal' : 'full'}; pragma secure_delete = on; pragma cache_size = ${-CACHE_KB}`)
  database.exec(`pragma wal_autocheckpoint = ${LOG_PAGES}`)
  // From here on nothing waits inside SQLite, which would hold up everybody.
  database.exec('pragma busy_timeout = 0')
  const { ino } = statSync(file)
  const disk = {
    // A file that was taken away can still be written, and nobody would ever see it.
    check() {
      if (statSync(file).ino !== ino) throw Object.assign(new Error('another file is in place of the database'), { code: 'ESTALE' })
    },
    synced: isLogged ? syncing(`${file}-wal`) : async () => {},
  }
  const lock = createLock()
  return {
    // A power cut may take back the last turns of a conversation, which costs a repeated question, but never what was acknowledged.
    swift: sqliteDialect(database, lock),
    durable: sqliteDialect(database, lock, disk),
    run: directly(database, lock),
    async probe() {
      disk.check()
      // Only what is really written shows a full disk or a file that may only be read; this number serves nobody else.
      await alone(lock, () => database.exec('pragma user_version = 0'), PROBE_MS)
    },
    // Somebody who reads for long keeps it from being complete; the next one that is forgotten completes it.
    scrub: () => alone(lock, () => scrub(database)).catch(() => {}),
  }
}

/** Makes a folder that nobody else may look into. One after the other: Node's own way never ends where the system says of a folder that it isn't there. */
function make(folder: string): void {
  if (existsSync(folder)) return
  make(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * Waits for the disk without holding up the thread, as `pragma synchronous = full` would: SQLite appends what is committed to this one
 * file. One wait serves all that was written before it began.
 */
function syncing(file: string): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<void> | undefined
  const sync = async () => {
    const handle = await open(file, 'r+').finally(() => (next = undefined))
    await handle.datasync().finally(() => handle.close())
  }
  return () => {
    if (!next) {
      next = running.then(sync)
      running = next.catch(() => {})
    }
    return next
  }
}

function scrub(database: DatabaseSync): void {
  if (database.prepare('pragma wal_checkpoint(truncate)').get()?.busy !== 0) throw busy()
}
