import { once } from 'node:events'
import { createServer } from 'node:net'

/** Why the store can't be opened, as a sentence for the operator. */
export function storeFault(error: unknown, folder: string): string {
  const { code, errstr, message } = error as { code?: string; errstr?: string; message?: string }
  // SQLite's own reason, the system's code, or what the migrations say of a database of a newer version.
  return `DATA_DIR: ${JSON.stringify(folder)} can't be used (${errstr ?? (code?.startsWith('E') ? code : message)}); give a folder that the bot may write to.`
}

/** Why the database can't be opened; its address may hold a password, and the errors of its library the name of a user. */
export function databaseFault(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return `DATABASE_URL: the database can't be opened (${code ?? 'it is of another version'}); give the address of a PostgreSQL database that the bot may write to.`
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
