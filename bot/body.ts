import type { IncomingMessage } from 'node:http'
import type { Clock } from '../dialogs/ports.ts'
import { within } from './clock.ts'

export const LARGEST_BYTES = 256 * 1024
const SLOWEST_MS = 10_000
/** Pieces of a body. Each costs more than its bytes: a body in single bytes would keep the bot busy for seconds. */
const MOST_PIECES = 4096
const DEEPEST = 64

export type BodyFault = 'not-json' | 'too-large' | 'too-slow' | 'malformed'

/**
 * Reads a JSON body within limits of size, time and depth.
 * A browser sends `application/json` to another site only after asking, so insisting on it keeps foreign pages out.
 */
export async function readBody(
  request: IncomingMessage,
  clock: Clock,
): Promise<{ readonly json: unknown } | { readonly fault: BodyFault }> {
  const { 'content-type': type, 'content-length': length } = request.headers
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) return { fault: 'not-json' }
  if (Number(length) > LARGEST_BYTES) return { fault: 'too-large' }
  const bytes = await readBytes(request, clock)
  return Buffer.isBuffer(bytes) ? parse(bytes) : { fault: bytes }
}

async function readBytes(request: IncomingMessage, clock: Clock): Promise<Buffer | BodyFault> {
  // Whoever went away while the token was checked sends no more events.
  if (request.destroyed) return 'malformed'
  const parts: Buffer[] = []
  let size = 0
  const whole = new Promise<Buffer | BodyFault>(resolve => {
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size > LARGEST_BYTES) resolve('too-large')
      else if (parts.push(part) > MOST_PIECES) resolve('malformed')
    })
    request.once('end', () => resolve(Buffer.concat(parts)))
    request.once('close', () => resolve('malformed'))
    request.once('error', () => resolve('malformed'))
  })
  try {
    // What has arrived whole is only to be taken up.
    return await (request.complete ? whole : within(clock, SLOWEST_MS, whole, () => 'too-slow'))
  } finally {
    // The rest of a body that is too large runs through, so that the caller gets to read the answer.
    request.removeAllListeners('data').resume()
  }
}

function parse(bytes: Buffer): { readonly json: unknown } | { readonly fault: BodyFault } {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'))
    return isPlain(json, DEEPEST) ? { json } : { fault: 'malformed' }
  } catch {
    return { fault: 'malformed' }
  }
}

/** Whether a value is no deeper than that, and none of its keys could reach an object's prototype. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every(part => isPlain(part, depth - 1))
}
