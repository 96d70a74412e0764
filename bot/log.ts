import { pino } from 'pino'
import type { Trace, Turn } from '../dialogs/turn.ts'

/** What a line about a turn says: codes, never text, a name or a token. */
export interface TurnLine extends Trace {
  /** Correlates the line with the sentence that a person was given. */
  readonly turn: string
  readonly did: Turn['input']['kind']
  /** A model decided what was asked. */
  readonly byModel?: boolean
  /** How the reply ended: `accepted`, `unknown`, or `refused` with the status. */
  readonly sent: string
  readonly ms: number
}

/** JSON lines on the error output; standard output belongs to what a person at the terminal is told. */
export interface Log {
  turn(line: TurnLine): void
  /** Something broke. `id` is the one that the person was given, where there is one. */
  trouble(what: string, error: unknown, id?: string): void
  note(what: string, codes?: Readonly<Record<string, string | number>>): void
}

/** @param traceId the id of the trace that a line belongs to, where there is one */
export function createLog(level: string, output: { write(line: string): void } = process.stderr, traceId?: () => string | undefined): Log {
  const lines = pino(
    {
      level,
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: label => ({ level: label }) },
      ...(traceId ? { mixin: () => ({ trace: traceId() }) } : {}),
    },
    output,
  )
  return {
    turn: line => lines.info(line, 'turn'),
    trouble: (what, error, id) => lines.error({ turn: id, ...described(error) }, what),
    note: (what, codes) => lines.info(codes ?? {}, what),
  }
}

/** Kind, code and place of an error. Its message may quote what a person wrote, so it stays out. */
function described(error: unknown): { error: string; code?: string; why?: string; at?: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, errstr: why } = error as NodeJS.ErrnoException & { errstr?: string }
  return {
    error: named(error.name) ? error.name : 'Error',
    ...(named(code) ? { code } : {}),
    // SQLite has one code for everything, and a sentence of its own for each reason.
    ...(code === 'ERR_SQLITE_ERROR' ? { why } : {}),
    at: framesOf(error),
  }
}

const named = (name: unknown): name is string => typeof name === 'string' && /^\w{1,60}$/.test(name)

/** The frames of a stack. The message stands before them, and may be of many lines that look like frames. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message)
  if (start < 0) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines.filter(line => line.startsWith('    at ')).map(line => line.trim())
}

const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const

/** The SDK and its libraries write to the console, with whatever is in it. Only the fact goes to the log. */
export function muteConsole(log: Log): void {
  for (const method of methods) console[method] = () => log.note('a library wrote to the console')
}
