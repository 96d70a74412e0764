import '../runtime.js'
import { systemClock as clock } from '../clock.ts'
import { environment, readStorage } from '../config.ts'
import { databaseFault, fail, storeFault } from '../start-faults.ts'
import { copyAll, openTables } from '../store/copying.ts'
import { absenceFaults } from '../store/folder.ts'
import { atUrl } from '../store/postgres.ts'
import { inFolder } from '../store/sqlite.ts'

// All that SQLite holds in DATA_DIR, copied to the empty PostgreSQL database at DATABASE_URL. The bot must not run meanwhile.
const { given, faults } = environment()
const [source, target] = [readStorage({ ...given, DATABASE_URL: undefined }), readStorage(given)]
if ('faults' in source) fail([...faults, ...source.faults, ...('faults' in target ? target.faults : [])])
if ('faults' in target) fail([...faults, ...target.faults])
const { dataDir } = source
const { databaseUrl } = target
const missing = absenceFaults(dataDir)
if (!databaseUrl) fail([...faults, ...missing, 'DATABASE_URL is not set; give the address of an empty PostgreSQL database.'])
if (faults.length + missing.length > 0) fail([...faults, ...missing])

const from = await openTables(() => inFolder(dataDir), clock).catch((error: unknown) => fail([storeFault(error, dataDir)]))
const to = await openTables(() => atUrl(databaseUrl), clock).catch((error: unknown) => fail([databaseFault(error, databaseUrl)]))
const copied = await copyAll(from, to)
await Promise.all([from.destroy(), to.destroy()])
if ('used' in copied) fail([`DATABASE_URL: the table ${copied.used} is not empty; give the address of a database that no bot has used.`])
process.stdout.write(
  `Copied: ${Object.entries(copied.rows)
    .map(([table, rows]) => `${rows} ${table}`)
    .join(', ')}.\n`,
)
