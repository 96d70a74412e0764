import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const main = resolve(import.meta.dirname, '../../bot/main.ts')

/** Runs the bot as its own process, in a folder and with nothing but `environment`. */
export function runBot(folder: string, environment: Readonly<Record<string, string>> = {}, ...options: string[]) {
  const child = spawn(process.execPath, [main, ...options], {
    cwd: folder,
    env: { PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', text => (said.err += text))
  return {
    child,
    said,
    async listening(): Promise<string> {
      while (!said.out.includes('\n')) await once(child.stdout, 'data')
      return /http:\/\/[\d.]+:\d+/.exec(said.out)?.[0] ?? ''
    },
    async ended(): Promise<{ code: number | null; err: string }> {
      const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode]
      return { code, err: said.err }
    },
  }
}

/** Ends a process, unless it ended by itself. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
