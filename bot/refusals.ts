import type { IncomingMessage } from 'node:http'
import type { Response } from 'restify'

/** Everything that a request can be refused with. Fixed texts: nothing of the request or of an error comes back. */
const refusals = {
  malformed: [400, 'The body is not JSON of an acceptable form.'],
  'not-an-activity': [400, 'The body is not an activity.'],
  'no-address': [400, 'Host and path make no address.'],
  unauthorized: [401, 'The token is missing or not accepted.'],
  'not-local': [403, 'Without credentials the bot talks to its own machine only.'],
  'not-found': [404, 'There is nothing at this address.'],
  'wrong-method': [405, 'This address does not take this method.'],
  'too-slow': [408, 'The body did not arrive in time.'],
  'too-large': [413, 'The body is larger than 256 KB.'],
  encoded: [415, 'The body must not be compressed.'],
  'not-json': [415, 'The body must be sent as application/json.'],
  failed: [500, 'Something went wrong.'],
  'not-implemented': [501, 'The bot does not answer this.'],
  'reply-refused': [502, 'The reply was not accepted.'],
  busy: [503, 'There are too many turns at once.'],
  stopping: [503, 'The bot is stopping.'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>

export type Refusal = keyof typeof refusals

/** Answers a request with `{"error":{"code","message"}}`. */
export function refuse(response: Response, code: Refusal): void {
  const [status, message] = refusals[code]
  sendJson(response, status, { error: { code, message } }, status === 503 ? { 'Retry-After': '1' } : {})
}

/** So much of a body that was not waited for may still come, in bytes: then its sender gets to read the answer. */
const LARGEST_REST = 1024 * 1024

/** Whether a body may go on for long after its answer. */
const goesOn = ({ complete, headers }: IncomingMessage) =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > LARGEST_REST)

/** Sends JSON whatever the caller says it accepts; an empty body where there is nothing to say. */
export function sendJson(response: Response, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  const length = String(Buffer.byteLength(text))
  const type = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': length }
  response.sendRaw(status, text, { ...type, ...(status === 408 || goesOn(response.req) ? { Connection: 'close' } : {}), ...headers })
}
