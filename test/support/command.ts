import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts

/** Starts an npm script the way npm does, with only these variables besides the system's own. */
export function startCommand(script: string, args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
  const [, ...own] = scripts[script]!.split(' ')
  const { PATH, SYSTEMROOT, TMPDIR } = process.env
  const env = Object.fromEntries(Object.entries({ PATH, SYSTEMROOT, TMPDIR, ...environment }).filter(([, value]) => value !== undefined))
  return spawn(process.execPath, [...own, ...args], { env, stdio: 'pipe' })
}

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How a started command ends. */
export async function ended(command: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = command
  const [out, err] = [stdout ? text(stdout) : '', stderr ? text(stderr) : '']
  const [status] = (await once(command, 'close')) as [number | null]
  return { status, stdout: await out, stderr: await err }
}

/** Runs an npm script to its end on this input. */
export async function run(script: string, input: string | Uint8Array, environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const command = startCommand(script, [], environment)
  // A command that stops at once does not read its input.
  command.stdin.on('error', () => undefined)
  command.stdin.end(input)
  return ended(command)
}
