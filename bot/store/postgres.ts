import type { Duplex } from 'node:stream'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { PostgresDialect } from './kysely.ts'
import type { Storage } from './store.ts'

const CONNECTIONS = 10
/** For a free connection, or a new one. */
const CONNECT_MS = 3000
/** A turn is over sooner; this frees the connection of a server that fell silent. */
const QUERY_MS = 10_000

/** PostgreSQL's own code for a write where nothing may be written. */
const READ_ONLY = '25006'

/** PostgreSQL at a URL (`postgres://user@host/database`), for as many processes as one likes. Connects with the first query. */
export function atUrl(url: string): Storage {
  const pool = new pg.Pool({
    Client: CarefulClient,
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
  })
  // A connection that breaks is replaced with the next query, and the query it carried fails by itself. Without a listener it would
  // end the process; the pool's own listens to idle connections alone.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const dialect = new PostgresDialect({ pool: withoutDeadConnections(pool) })
  return {
    swift: dialect,
    durable: dialect,
    severalWriters: true,
    // A standby, or a server whose disk is nearly full, still answers what is read.
    async probe() {
      const { rows } = await pool.query<{ transaction_read_only: string }>('show transaction_read_only')
      if (rows[0]?.transaction_read_only !== 'off') throw Object.assign(new Error('the database can only be read'), { code: READ_ONLY })
    },
  }
}

interface Connection {
  attachListeners(stream: Duplex): void
}

/** A connection breaks over bytes that make no message of PostgreSQL's: its library throws where nobody catches, which would end the process. */
class CarefulClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    const { connection } = this as unknown as { readonly connection: Connection }
    const attach = connection.attachListeners.bind(connection)
    connection.attachListeners = stream => {
      attach(stream)
      for (const read of stream.listeners('data') as ((bytes: Buffer) => void)[]) {
        stream.off('data', read).on('data', bytes => {
          try {
            read(bytes)
          } catch (error) {
            stream.destroy(error as Error)
          }
        })
      }
    }
  }
}

/** A connection on which the server did not answer is not used again: the server may be gone, and nobody said so. */
function withoutDeadConnections(pool: pg.Pool): PostgresPool {
  return {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      let dead: Error | undefined
      const query = async (sql: string, parameters: readonly unknown[]) => {
        if (dead) throw dead
        return client.query(sql, [...parameters]).catch((error: Error) => {
          if (!(error instanceof pg.DatabaseError)) dead = error
          throw error
        })
      }
      const release = (discard?: boolean) => client.release(dead ?? discard)
      return { query, release } as unknown as PostgresPoolClient
    },
  }
}
