import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer, Turn } from '../dialogs/turn.ts'
import { activityOf, pressOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'

let bot: RunningBot
let clock: TestClock
let turns: Turn[]

beforeEach(async () => {
  turns = []
  clock = testClock()
  bot = await startBot(async (turn): Promise<Answer> => {
    turns.push(turn)
    return { reply: { kind: 'say', text: 'Yes' }, trace: {} }
  }, clock)
})
afterEach(() => bot.stop())

const activity = (more = {}) => activityOf(bot.connector.serviceUrl, { text: 'hi', ...more })
const { stringify } = JSON
const without = (key: string) => stringify({ ...activity(), [key]: undefined })
const codeOf = (body: unknown) => (body as { error?: { code?: string } } | undefined)?.error?.code
const stillAnswers = async () => expect(await bot.say('still there?')).toEqual({ status: 200, body: undefined })

describe('a body that is not taken', () => {
  test.for<[string, number, string, () => [string | Uint8Array<ArrayBuffer>, Record<string, string>?]]>([
    ['malformed JSON', 400, 'malformed', () => ['{"type":']],
    ['an empty body', 400, 'malformed', () => ['']],
    ['another type of body', 415, 'not-json', () => [stringify(activity()), { 'Content-Type': 'text/plain' }]],
    ['a form', 415, 'not-json', () => ['type=message', { 'Content-Type': 'application/x-www-form-urlencoded' }]],
    ['what only claims to be gzip', 415, 'encoded', () => ['no gzip at all', { 'Content-Encoding': 'gzip' }]],
    ['real gzip', 415, 'encoded', () => [gzipSync(stringify(activity())), { 'Content-Encoding': 'gzip' }]],
    ['any other encoding', 415, 'encoded', () => [stringify(activity()), { 'Content-Encoding': 'br' }]],
    ['1 MB of text', 413, 'too-large', () => [stringify(activity({ text: 'x'.repeat(1_000_000) }))]],
    ['a key that reaches for the prototype', 400, 'malformed', () => ['{"type":"message","value":{"__proto__":{"admin":true}}}']],
    ['the same key in disguise', 400, 'malformed', () => ['{"type":"message","\\u005f_proto__":{"admin":true}}']],
    ['100,000 nested lists', 400, 'malformed', () => [`${'['.repeat(100_000)}${']'.repeat(100_000)}`]],
    ['a list', 400, 'not-an-activity', () => ['[]']],
    ['nothing', 400, 'not-an-activity', () => ['null']],
    ['no type', 400, 'not-an-activity', () => [without('type')]],
    ['an empty type', 400, 'not-an-activity', () => [stringify(activity({ type: '' }))]],
    ['no channel', 400, 'not-an-activity', () => [without('channelId')]],
    ['no serviceUrl', 400, 'not-an-activity', () => [without('serviceUrl')]],
    ['a serviceUrl of another protocol', 400, 'not-an-activity', () => [stringify(activity({ serviceUrl: 'file:///etc/passwd' }))]],
    ['no conversation', 400, 'not-an-activity', () => [without('conversation')]],
    ['a conversation without an id', 400, 'not-an-activity', () => [stringify(activity({ conversation: { id: 7 } }))]],
    [
      'a conversation whose id leads out of its folder',
      400,
      'not-an-activity',
      () => [stringify(activity({ conversation: { id: '..' } }))],
    ],
    ['an answer to what leads out of its folder', 400, 'not-an-activity', () => [stringify(activity({ replyToId: '..' }))]],
    ['an id that leads nowhere', 400, 'not-an-activity', () => [stringify(activity({ id: '.' }))]],
    ['nobody who sent it', 400, 'not-an-activity', () => [without('from')]],
    ['a text that is none', 400, 'not-an-activity', () => [stringify(activity({ text: { toString: 1 } }))]],
    ['a press without an action', 400, 'not-an-activity', () => [stringify(pressOf(bot.connector.serviceUrl, {}, { value: {} }))]],
    ['a serviceUrl elsewhere', 403, 'not-local', () => [stringify(activity({ serviceUrl: 'https://smba.trafficmanager.net/emea/' }))]],
    ['a serviceUrl that looks local', 403, 'not-local', () => [stringify(activity({ serviceUrl: 'http://127.0.0.1.evil.example/' }))]],
  ])('%s gets %i %s, and the bot goes on', async ([, status, code, made]) => {
    const [body, headers] = made()
    const answer = await post(bot.address, body, headers)
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code])
    expect(stringify(answer.body)).not.toMatch(/validateAndFix|Cannot read|node_modules/)
    expect([turns, bot.connector.posted]).toEqual([[], []])
    await stillAnswers()
  })

  test('a body that never ends is cut off', async () => {
    const { port } = new URL(bot.address)
    const headers = { 'Content-Type': 'application/json', 'Content-Length': 1000 }
    const upload = request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers })
    upload.write('{"type":')
    await clock.waitedFor(10_000)
    clock.advance(10_000)
    const [response] = await once(upload, 'response')
    expect(response.statusCode).toBe(408)
    upload.on('error', () => {}).destroy()
    await stillAnswers()
  })

  test('a caller that goes away in the middle of a body leaves nothing behind', async () => {
    const socket = connect(Number(new URL(bot.address).port), '127.0.0.1')
    socket.write('POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"type"')
    await clock.waitedFor(10_000)
    socket.destroy()
    await stillAnswers()
  })

  test('a page that gave its own name the address of this machine is refused', async () => {
    const { port } = new URL(bot.address)
    const headers = { 'Content-Type': 'application/json', Host: 'evil.example' }
    const call = request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers }).end(stringify(activity()))
    const [response] = await once(call, 'response')
    expect(response.statusCode).toBe(403)
    response.resume()
  })
})

describe('what is taken', () => {
  test.for(['typing', 'event', 'messageReaction', 'messageDelete', 'endOfConversation', 'something new'])(
    '%s is met with silence',
    async type => {
      expect(await bot.send(activity({ type, reactionsAdded: [{ type: 'like' }] }))).toEqual({ status: 200, body: undefined })
      expect([turns, bot.connector.posted]).toEqual([[], []])
    },
  )

  test('an activity with the least there can be', async () => {
    const { serviceUrl } = bot.connector
    const least = { type: 'message', channelId: 'test', serviceUrl, conversation: { id: 'c' }, from: { id: 'p' }, text: 'hi' }
    expect(await bot.send(least)).toEqual({ status: 200, body: undefined })
    expect(turns).toMatchObject([{ today: '2026-03-10', person: { locale: 'en-US', zone: 'UTC', tenant: '' }, place: 'personal' }])
  })

  test('a null where nothing is meant', async () => {
    const nothing = {
      recipient: null,
      entities: null,
      attachments: null,
      channelData: null,
      value: null,
      locale: null,
      localTimestamp: null,
    }
    expect(await bot.send(activity(nothing))).toEqual({ status: 200, body: undefined })
    expect(turns).toHaveLength(1)
  })

  test('an invoke that nobody answers gets 501', async () => {
    for (const name of ['fileConsent/invoke', 'signin/verifyState', 'composeExtension/something', undefined]) {
      const { status, body } = await bot.send(activity({ type: 'invoke', name, value: undefined }))
      expect([status, codeOf(body)]).toEqual([501, 'not-implemented'])
    }
  })
})

test.for([
  ['messageDelete', undefined],
  ['event', 'application/vnd.microsoft.meetingStart'],
  ['event', 'application/vnd.microsoft.meetingEnd'],
  ['event', 'application/vnd.microsoft.readReceipt'],
  ['event', 'application/vnd.microsoft.meetingParticipantJoin'],
])('%s %s without what the SDK reads of it is met with silence', async ([type, name]) => {
  expect(await bot.send(activity({ type, name, channelData: undefined, value: undefined }))).toEqual({ status: 200, body: undefined })
})

describe('other addresses', () => {
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${bot.address}${path}`, init)
    return [response.status, await response.json()]
  }

  test('an unknown one is told so, in JSON whatever the caller accepts', async () => {
    const error = { code: 'not-found', message: 'There is nothing at this address.' }
    expect(await get('/admin', { headers: { Accept: 'text/html' } })).toEqual([404, { error }])
    expect(await get('/api/messages')).toMatchObject([405, { error: { code: 'wrong-method' } }])
  })

  test('the bot is alive and ready', async () => {
    expect(await get('/healthz')).toEqual([200, { status: 'ok' }])
    expect(await get('/readyz')).toEqual([200, { status: 'ready' }])
  })

  test('it is not ready without its store, which is asked once a second at most', async () => {
    await get('/readyz')
    await bot.store.close()
    expect(await get('/readyz')).toEqual([200, { status: 'ready' }])
    clock.advance(1000)
    expect(await get('/readyz')).toEqual([503, { status: 'store' }])
    expect(await get('/healthz')).toEqual([200, { status: 'ok' }])
  })

  test('it says how things stand by a clock that was set back as well', async () => {
    await get('/readyz')
    await bot.store.close()
    clock.advance(-3_600_000)
    expect(await get('/readyz')).toEqual([503, { status: 'store' }])
  })
})
