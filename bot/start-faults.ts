import { once } from 'node:events'
import { createServer } from 'node:net'

/** A database that was used by a version with more tables. */
const newer = {
  why: 'a newer version has used it',
  remedy: 'start that version again, or restore the backup from before it.',
}
/** The migrations say so without a code: what was done there is not known here. */
const isNewer = (error: unknown) => /^corrupted migrations/.test((error as Error).message)

const unwritable = 'let the bot write license-desk.db and its folder, or give another folder.'
const disk = 'look whether its disk is full or broken, or give another folder.'
/** What helps, by SQLite's codes: READONLY, CANTOPEN; IOERR, FULL; CORRUPT, NOTADB. */
const spoilt = 'restore the backup.'
const remedies: Readonly<Record<number, string>> = { 8: unwritable, 14: unwritable, 10: disk, 13: disk, 11: spoilt, 26: spoilt }

/** Why the store can't be opened, as a sentence for the operator. */
export function storeFault(error: unknown, folder: string): string {
  const { code, errcode = 0, errstr, message } = error as { code?: string; errcode?: number; errstr?: string; message?: string }
  // SQLite's own reason, or the system's code.
  const { why, remedy } = isNewer(error)
    ? newer
    : {
        why: errstr ?? (code?.startsWith('E') ? code : message),
        remedy: remedies[errcode % 256] ?? 'give a folder that the bot may write to.',
      }
  return `DATA_DIR: ${JSON.stringify(folder)} can't be used (${why}); ${remedy}`
}

/** What PostgreSQL and the system mean by their codes. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  '28000': 'the user is refused',
  '28P01': 'the user or the password is refused',
  '3D000': 'there is no database of that name',
  '42501': 'the user may not create tables',
  '42P07': 'it holds tables of something else',
  '25006': 'it can only be read',
  '53300': 'it has no connection left',
}

/** Why the database can't be opened. Its address may hold a password, and the errors of its library the name of a user: neither is repeated. */
export function databaseFault(error: unknown, url: string): string {
  const { code } = error as NodeJS.ErrnoException
  const { why, remedy } = isNewer(error)
    ? newer
    : {
        why: code ? [reasons[code], code].filter(Boolean).join(', ') : reasonIn(error as Error),
        remedy: 'give the address of a PostgreSQL database that the bot may write to.',
      }
  const { host } = new URL(url)
  return `DATABASE_URL: the database${host ? ` at ${host}` : ''} can't be opened (${why}); ${remedy}`
}

/** The library gives these errors no code. */
function reasonIn({ message }: Error): string {
  if (/time/i.test(message)) return 'no answer in time'
  if (/SSL/.test(message)) return 'the server speaks no TLS, see sslmode'
  return /password/.test(message) ? 'it wants a password' : 'no answer that PostgreSQL would give'
}

/** Why the bot can't listen, as a sentence for the operator. */
export function listenFault(error: unknown, host: string, port: number): string {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: ${port} is taken on ${host}; stop the other program, or give another port (PORT=0 takes a free one).`
    case 'EACCES':
      return `PORT: ${port} needs more rights than the bot has; give one from 1024 on.`
    default:
      return `HOST: the bot can't listen on ${JSON.stringify(host)} (${code}); give an address of this machine.`
  }
}

/** Why the bot can't listen at an address, found out by trying; empty where it can. */
export async function listenFaults({ host, port }: { readonly host: string; readonly port: number }): Promise<string[]> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
    return []
  } catch (error) {
    return [listenFault(error, host, port)]
  } finally {
    server.close()
  }
}

/** Says every fault on the error output, and ends. */
export function fail(faults: readonly string[]): never {
  process.stderr.write(faults.map(fault => `${fault}\n`).join(''))
  process.exit(1)
}
