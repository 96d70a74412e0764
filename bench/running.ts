import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const echoBot = (name: string) => [join(import.meta.dirname, 'bots', `${name}.js`)]

/** The bots by the names under which their figures stand, with what Node is started with. */
export const contenders = {
  'License Desk': ['--import', './bot/runtime.js', 'bot/main.ts'],
  'bare botbuilder': echoBot('botbuilder'),
  'Agents SDK': echoBot('agents-sdk'),
  'Teams SDK': echoBot('teams-sdk'),
} as const
export type Contender = keyof typeof contenders
export const names = Object.keys(contenders) as Contender[]

/** A bot in a process of its own, without credentials. */
export interface Running {
  readonly name: Contender
  readonly port: number
  /** From the start of the process until it said that it listens, in milliseconds. */
  readonly startMs: number
  readonly child: ChildProcess
  /** The file of what it wrote to the error output, of all its starts. */
  readonly log: string
  /** Resident memory in MB. */
  memory(): number
  /** What it has used of the processors in all its threads, in milliseconds; not a number where the system has no `/proc`. */
  processorMs(): number
  /** Ends it; resolves to how long that took, in milliseconds. */
  stop(): Promise<number>
}

const SLOWEST_START_MS = 30_000

/** A folder for what the bots write, which goes when this process ends, and with it every bot. */
export function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'license-desk-bench-'))
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  return folder
}
const children = new Set<ChildProcess>()

/** Starts a bot. Its log goes to a file of the folder, as it would anywhere. */
export async function start(name: Contender, folder: string, more: Readonly<Record<string, string>> = {}): Promise<Running> {
  const port = await freePort()
  const log = join(folder, `${name.replaceAll(' ', '-')}.log`)
  const from = performance.now()
  const child = spawn(process.execPath, contenders[name], {
    cwd: root,
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), PORT: String(port), DATA_DIR: join(folder, 'data'), ...more },
    stdio: ['ignore', 'pipe', openSync(log, 'a')],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  const listens = once(child.stdout as NodeJS.ReadableStream, 'data', { signal: AbortSignal.timeout(SLOWEST_START_MS) })
  const ends = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code} instead of listening`)))
  await Promise.race([listens, ends])
  ends.catch(() => {})
  const startMs = performance.now() - from
  child.stdout?.resume()
  return {
    name,
    port,
    startMs,
    child,
    log,
    memory: () => memoryOf(child.pid ?? 0),
    processorMs: () => processorMsOf(child.pid ?? 0),
    async stop() {
      const told = performance.now()
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return performance.now() - told
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

function memoryOf(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}

/** The kernel counts in hundredths of a second, in the 14th and 15th field; the second is a name in brackets. */
function processorMsOf(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
