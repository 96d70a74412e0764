import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activityOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'

let bot: RunningBot
beforeAll(async () => {
  bot = await startBot(async () => ({ reply: { kind: 'nothing' }, trace: {} }))
})
afterAll(() => bot.stop())

interface Sent {
  readonly line?: string
  readonly host?: string
  readonly headers?: readonly string[]
  /** In place of the length of the body. */
  readonly length?: string
  readonly body?: string
}

const activity = () => JSON.stringify(activityOf(bot.connector.serviceUrl, { type: 'typing' }))

/** A request as its bytes are. */
function written({
  line = 'POST /api/messages HTTP/1.1',
  host = 'Host: 127.0.0.1',
  headers = [],
  body = activity(),
  length,
}: Sent): string {
  const given = length ?? `Content-Length: ${Buffer.byteLength(body)}`
  const head = [line, host, 'Content-Type: application/json', 'Connection: close', given, ...headers].filter(text => text !== '')
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

/** Every answer to these bytes until the bot closes the connection. */
async function answersTo(...bytes: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(bot.address).port), '127.0.0.1').setEncoding('latin1')
  let answers = ''
  socket.on('data', text => (answers += text)).on('error', () => {})
  for (const part of bytes) socket.write(part)
  if (!socket.closed) await new Promise(resolve => socket.once('close', resolve))
  return answers
}

const statusOf = (answers: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answers)?.[1])
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`
const chunked = (more: Sent = {}): Sent => ({ length: '', headers: ['Transfer-Encoding: chunked'], body: chunk(activity()), ...more })

test.for<[string, number, () => Sent]>([
  ['a request', 200, () => ({})],
  ['a body in pieces', 200, () => chunked()],
  ['an address in full', 200, () => ({ line: 'POST http://127.0.0.1/api/messages HTTP/1.1' })],
  ['a question mark with something behind it', 200, () => ({ line: 'POST /api/messages?__proto__=x HTTP/1.1' })],
  ['HTTP 1.0', 200, () => ({ line: 'POST /api/messages HTTP/1.0' })],
  ['a wish to speak another protocol', 200, () => ({ headers: ['Connection: Upgrade', 'Upgrade: websocket'] })],
  ['an encoding that is none', 200, () => ({ headers: ['Content-Encoding: Identity'] })],
  ...['gzip', 'GZIP', 'x-gzip', 'deflate', 'br', 'zstd', 'compress', 'gzip, identity', 'identity, gzip', '*', 'identity;q=0'].map(
    (encoding): [string, number, () => Sent] => [`the encoding ${encoding}`, 415, () => ({ headers: [`Content-Encoding: ${encoding}`] })],
  ),
  ['an encoding beside none', 415, () => ({ headers: ['Content-Encoding: identity', 'Content-Encoding: gzip'] })],
  ['an encoding of the way', 415, () => chunked({ headers: ['Transfer-Encoding: gzip, chunked'] })],
  ['257 KB', 413, () => ({ body: ' '.repeat(257 * 1024) })],
  ['257 KB in pieces', 413, () => chunked({ body: chunk(' '.repeat(257 * 1024)) })],
  ['the announcement of a gigabyte', 413, () => ({ length: 'Content-Length: 1000000000', body: '' })],
  ['a length beside pieces', 400, () => chunked({ headers: ['Transfer-Encoding: chunked', 'Content-Length: 5'] })],
  ['two lengths', 400, () => ({ headers: ['Content-Length: 5'] })],
  ['a negative length', 400, () => ({ length: 'Content-Length: -1' })],
  ['a signed length', 400, () => ({ length: 'Content-Length: +5' })],
  ['pieces by another name', 400, () => chunked({ headers: ['Transfer-Encoding: xchunked'] })],
  ['a space before a colon', 400, () => ({ headers: ['X-A : b'] })],
  ['a header over two lines', 400, () => ({ headers: ['X-A: b\r\n c'] })],
  ['a header that ends in the middle', 400, () => ({ headers: ['X-A: b\u0000c'] })],
  ['no host', 400, () => ({ host: '' })],
  ['an empty host', 403, () => ({ host: 'Host: ' })],
  // Each of these makes no URL, and ended the process once.
  ...['1.2.3.999', '0x100000000', 'desk.contoso.com:99999', 'x:y', ':80', '[', 'a b', 'a%zz', 'a^b', '<', '@'].map(
    (host): [string, number, () => Sent] => [`the host ${host}`, 400, () => ({ host: `Host: ${host}` })],
  ),
  ...['http://[', 'http://', 'http://a:99999/api/messages', 'a b'].map((target): [string, number, () => Sent] => [
    `the address ${target}`,
    400,
    () => ({ line: `POST ${target} HTTP/1.1` }),
  ]),
  ...['x/api/messages?', 'x#', 'x\\api'].map((host): [string, number, () => Sent] => [
    `the path in the host ${host}`,
    400,
    () => ({ line: 'POST /zzz HTTP/1.1', host: `Host: ${host}` }),
  ]),
  ['another method', 405, () => ({ line: 'PUT /api/messages HTTP/1.1' })],
  ['a method that nobody knows', 400, () => ({ line: 'FOO /api/messages HTTP/1.1' })],
  ['another version', 400, () => ({ line: 'POST /api/messages HTTP/9.9' })],
  ['another address', 404, () => ({ line: 'POST /api/messages%00 HTTP/1.1' })],
  ['an address that can not be read', 404, () => ({ line: 'POST /%zz HTTP/1.1' })],
  ['20 KB of headers', 431, () => ({ headers: [`X-A: ${'a'.repeat(20_000)}`] })],
  ['3,000 headers', 431, () => ({ headers: Array.from({ length: 3000 }, (_, index) => `X-${index}: a`) })],
])('%s is answered with %i, and the bot goes on', async ([, status, made]) => {
  const answers = await answersTo(written(made()))
  expect(statusOf(answers)).toBe(status)
  expect(answers).not.toMatch(/node_modules| {4}at |restify/)
  expect(statusOf(await answersTo(written({})))).toBe(200)
})

test.for([
  '\u0000\u0001\u0002\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
])('%j is no request, and the bot goes on', async bytes => {
  expect(await answersTo(bytes)).toMatch(/^(HTTP\/1\.1 400 .*)?/)
  expect(statusOf(await answersTo(written({})))).toBe(200)
})

test.for(['GET /healthz', 'GET /readyz', 'GET /nothing', 'OPTIONS *', 'HEAD /healthz', 'DELETE /api/messages'])(
  '%s for a host that makes no address is refused as well',
  async target => {
    expect(statusOf(await answersTo(`${target} HTTP/1.1\r\nHost: 1.2.3.999\r\nConnection: close\r\n\r\n`))).toBe(400)
    expect(statusOf(await answersTo(written({})))).toBe(200)
  },
)

test('whatever stands for host and path, it is answered, and the bot goes on', { timeout: 60_000 }, async () => {
  const piece = fc.constantFrom(
    ...'/:.@[]%?#\\<>^|"{} *~0129ax',
    'http://',
    '99999',
    '[::1]',
    '%2f',
    '%zz',
    '\u00e9',
    '//',
    '..',
    'localhost',
  )
  const text = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(text, text, async (host, path) => {
      const answers = await answersTo(`GET ${path || '/'} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
      expect(statusOf(answers)).toBeGreaterThanOrEqual(200)
    }),
    { numRuns: 500 },
  )
  expect(statusOf(await answersTo(written({})))).toBe(200)
})

test('requests that are sent all at once are answered one after the other', async () => {
  const kept = written({}).replace('Connection: close', 'Connection: keep-alive')
  expect((await answersTo(kept, kept, kept, written({}))).match(/HTTP\/1\.1 200/g)).toHaveLength(4)
})

test('of requests that nobody could have waited for, none is answered, and the connection is closed', async () => {
  const flood = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'.repeat(3000)
  expect((await answersTo(flood)).match(/HTTP\/1\.1/g) ?? []).toHaveLength(0)
  const expecting = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n'.repeat(3000)
  expect((await answersTo(expecting)).match(/HTTP\/1\.1 [2-5]/g) ?? []).toHaveLength(0)
  expect(statusOf(await answersTo(written({})))).toBe(200)
})

test.for<[string, string]>([
  ['announced', 'Content-Length: 99999999999'],
  ['in pieces', 'Transfer-Encoding: chunked'],
])('a body without an end (%s) ends with its answer', async ([, length]) => {
  const answers = await answersTo(
    `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${length}\r\n\r\n`,
    `40000\r\n${' '.repeat(256 * 1024)}\r\n40000\r\n${' '.repeat(1024)}`,
  )
  expect(statusOf(answers)).toBe(413)
  expect(answers).toMatch(/^connection: close/im)
})

test('a body in single bytes is refused long before its end', async () => {
  const body = '1\r\n \r\n'.repeat(5000)
  const head = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
  expect(statusOf(await answersTo(head, body))).toBe(400)
})
