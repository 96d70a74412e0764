import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** Where Debian puts the programs, newest last. */
const DEBIAN = '/usr/lib/postgresql'
const given = process.env.TEST_DATABASE_URL
const programs = given ? undefined : findPrograms()

/** Whether there is a PostgreSQL to test with: a given one, or one that is installed and gets a cluster of the tests' own. */
export const hasPostgres = given !== undefined || programs !== undefined
if (!hasPostgres) console.info('PostgreSQL is skipped: it is not installed, and TEST_DATABASE_URL names none.')

let cluster: { readonly child: ChildProcess; readonly folder: string; readonly url: string } | undefined

/** A database of its own. `drop` deletes it, whoever is still connected. */
export async function createDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  cluster ??= given ? undefined : await startCluster()
  const server = given ?? cluster?.url ?? ''
  const name = `license_desk_${randomBytes(6).toString('hex')}`
  await command(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => command(server, `drop database ${name} with (force)`) }
}

/** Ends the cluster, where the tests have one of their own. */
export async function stopPostgres(): Promise<void> {
  if (!cluster) return
  cluster.child.kill('SIGINT')
  await once(cluster.child, 'exit')
  rmSync(cluster.folder, { recursive: true })
  cluster = undefined
}

function findPrograms(): string | undefined {
  try {
    const newest = readdirSync(DEBIAN)
      .sort((a, b) => Number(a) - Number(b))
      .at(-1)
    return newest && join(DEBIAN, newest, 'bin')
  } catch {
    return undefined
  }
}

async function startCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'license-desk-postgres-'))
  const data = join(folder, 'data')
  const user = userOf(folder)
  execFileSync(join(programs ?? '', 'initdb'), ['-D', data, '-U', 'tests', '-A', 'trust', '--no-sync', '-E', 'UTF8'], {
    ...user,
    stdio: 'ignore',
  })
  const port = await freePort()
  const options = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off', '-c', 'max_connections=200']
  const child = spawn(join(programs ?? '', 'postgres'), options, { ...user, stdio: 'ignore' })
  process.once('exit', () => child.kill('SIGINT'))
  const url = `postgres://tests@127.0.0.1:${port}/postgres`
  for (let tries = 0; !(await answers(url)); tries++) {
    if (tries > 100) throw new Error('PostgreSQL does not start')
    await setTimeout(100)
  }
  return { child, folder, url }
}

/** PostgreSQL refuses to run as root: it runs as its own user, who gets the folder. */
function userOf(folder: string): { uid?: number; gid?: number; cwd: string } {
  if (process.getuid?.() !== 0) return { cwd: folder }
  const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }))
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  chownSync(folder, uid, gid)
  return { uid, gid, cwd: folder }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

async function command(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
