import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/** Answers with JSON that goes on for as long as somebody listens. */
export function endlessly(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  Readable.from(blanks()).pipe(response)
}

function* blanks() {
  for (;;) yield Buffer.alloc(64 * 1024, ' ')
}
