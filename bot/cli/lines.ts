/**
 * The lines of a stream, without their ends (LF or CRLF). `node:readline` also ends a line at U+2028 and U+2029, which JSON allows inside a string.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.map(withoutCarriageReturn)
  }
  rest += decoder.decode()
  if (rest !== '') yield withoutCarriageReturn(rest)
}

const withoutCarriageReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)

/** Writes a line of JSON, and waits where the reader is slower. */
export async function print(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return
  await new Promise(resolve => process.stdout.once('drain', resolve))
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
