import { write, writeSync } from 'node:fs'

const ERROR_OUTPUT = 2
/** Lines are written in blocks of so many characters, or after so many milliseconds. */
const BLOCK = 4096
const MOMENT_MS = 100
/** What lies unwritten because nobody reads it, or no disk takes it. */
const MOST_UNWRITTEN = 4 * 1024 * 1024
/** A process that ends waits so long for a reader that is slow, and looks so often. */
const LAST_MS = 500
const LOOK_MS = 20

export interface ErrorOutput {
  write(line: string): void
  /** Resolves when nothing is on its way: who ends before loses that, or has it behind what is written last. */
  idle(): Promise<void>
}

/**
 * The error output without a wait for its reader. A process that ends writes what is left, as far as that is taken: pino's own output
 * tries it for ever, and a process whose reader is gone, or whose disk is full, would never end. What nobody takes is dropped in the end.
 */
export function errorOutput(): ErrorOutput {
  let lines = ''
  let block = Buffer.alloc(0)
  let isWriting = false
  let written = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  // Whoever reads the log may go away; the bot stays. By this, a pipe does not block whoever writes to it, either.
  process.stderr.on('error', () => {})

  const later = () => {
    timer ??= setTimeout(next, MOMENT_MS).unref()
  }

  function next(): void {
    clearTimeout(timer)
    timer = undefined
    if (isWriting) return
    if (block.length === 0) [block, lines] = [Buffer.from(lines), '']
    if (block.length === 0) return
    isWriting = true
    const { promise, resolve } = Promise.withResolvers<void>()
    written = promise
    write(ERROR_OUTPUT, block, (error, length) => {
      isWriting = false
      block = block.subarray(length)
      if (error || (block.length === 0 && lines.length < BLOCK)) later()
      else next()
      resolve()
    })
  }

  process.once('exit', () => {
    const until = performance.now() + LAST_MS
    // What is on its way is not written twice.
    let rest = Buffer.concat([...(isWriting ? [] : [block]), Buffer.from(lines)])
    while (rest.length > 0 && performance.now() < until) {
      const written = writtenOf(rest)
      if (written === undefined) return
      rest = rest.subarray(written)
    }
  })

  return {
    write(line) {
      if (block.length + lines.length + line.length > MOST_UNWRITTEN) return
      lines += line
      if (lines.length >= BLOCK) next()
      else later()
    },
    async idle() {
      while (isWriting) await written
    },
  }
}

/** How much of it is taken at once, after a moment where that is nothing; undefined where nothing will be. */
function writtenOf(rest: Buffer): number | undefined {
  try {
    return writeSync(ERROR_OUTPUT, rest)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return undefined
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS)
    return 0
  }
}
