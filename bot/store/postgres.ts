import { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Storage } from './store.ts'

const CONNECTIONS = 10
const CONNECT_MS = 5000

/** PostgreSQL at a URL (`postgres://user@host/database`), for as many processes as one likes. Connects with the first query. */
export function atUrl(url: string): Storage {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: CONNECT_MS })
  // An idle connection that breaks is replaced with the next query; without a listener it would end the process.
  pool.on('error', () => {})
  const dialect = new PostgresDialect({ pool })
  return { swift: dialect, durable: dialect, severalWriters: true }
}
