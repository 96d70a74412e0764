import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../bot/clock.ts'
import { sendReply, TURN_MS } from '../bot/reply.ts'
import { createSender, type Sender } from '../bot/sender.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { type Connector, startConnector } from './support/connector.ts'

let connector: Connector
let clock: TestClock
let sender: Sender

beforeEach(async () => {
  connector = await startConnector()
  clock = testClock()
  sender = createSender(clock)
})
afterEach(async () => {
  sender.close()
  await connector.stop()
})

const message = (more = {}) => ({
  method: 'POST' as const,
  serviceUrl: connector.serviceUrl,
  conversationId: 'a:1/2',
  activity: { type: 'message', text: 'Yes' },
  ...more,
})
const send = (more = {}) => sender.send(message(more), 5000)
const reply = () => sendReply(sender, clock, message(), clock.now().getTime() + TURN_MS)

test('a message that was accepted has the id that it got', async () => {
  expect(await send()).toEqual({ kind: 'accepted', id: 'reply-1' })
  expect(connector.posted[0]).toMatchObject({ method: 'POST', path: '/a:1/2/activities', activity: { text: 'Yes' } })
})

test('an answer to a message goes to that message, a change to what is changed', async () => {
  await send({ activityId: 'm1' })
  await send({ method: 'PUT', activityId: 'm2' })
  expect(connector.posted.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /a:1/2/activities/m1', 'PUT /a:1/2/activities/m2'])
})

test('a serviceUrl keeps its path, with or without a slash at the end', async () => {
  await send({ serviceUrl: `${connector.serviceUrl}emea` })
  await send({ serviceUrl: `${connector.serviceUrl}emea/` })
  expect(connector.posted.map(({ path }) => path)).toEqual(Array(2).fill('/emea/v3/conversations/a:1/2/activities'))
})

test('a refusal has the status, the code and the time to wait', async () => {
  connector.next(
    { status: 403, body: { error: { code: 'BotDisabledByAdmin', message: 'no' } } },
    { status: 429, headers: { 'retry-after': '7' }, body: {} },
    { status: 503, headers: { 'retry-after': 'Tue, 10 Mar 2026 09:00:20 GMT' } },
    { status: 500 },
  )
  expect(await send()).toEqual({ kind: 'refused', status: 403, code: 'BotDisabledByAdmin' })
  expect(await send()).toEqual({ kind: 'refused', status: 429, retryAfterMs: 7000 })
  expect(await send()).toEqual({ kind: 'refused', status: 503, retryAfterMs: 20_000 })
  expect(await send()).toEqual({ kind: 'refused', status: 500 })
})

test('an accepted message counts as such whatever the body of the answer', async () => {
  connector.next({ status: 200 }, { status: 202, body: [1] }, { status: 200, body: { id: 7 } })
  for (let i = 0; i < 3; i++) expect(await send()).toEqual({ kind: 'accepted', id: '' })
})

test('a connection that breaks after the message was written leaves it open whether it arrived', async () => {
  connector.next('reset')
  expect(await send()).toEqual({ kind: 'unknown' })
  expect(connector.posted).toHaveLength(1)
})

test('a silent connector is not waited for beyond the limit, and it stays open whether the message arrived', async () => {
  connector.next('silence')
  const sent = send()
  await connector.arrived(1)
  clock.advance(5000)
  expect(await sent).toEqual({ kind: 'unknown' })
})

test.for([
  [201, { kind: 'accepted', id: '' }],
  [403, { kind: 'refused', status: 403 }],
] as const)('an answer of %i that never ends counts all the same once the time is over', async ([status, outcome]) => {
  const patient = createSender(systemClock)
  connector.next({ status, unfinished: true })
  expect(await patient.send(message(), 1500)).toEqual(outcome)
  patient.close()
})

test('a connection that never opened is a refusal: nothing can have arrived', async () => {
  const { serviceUrl } = connector
  await connector.stop()
  expect(await sender.send(message({ serviceUrl }), 5000)).toEqual({ kind: 'refused', status: 0, code: 'ECONNREFUSED' })
})

test('the token of the credentials goes along, and without one nothing is sent', async () => {
  const signed = createSender(clock, { get: async () => 'secret', refused: () => {} })
  const tokenless = createSender(clock, { get: () => Promise.reject(new Error('the token server is away')), refused: () => {} })
  await signed.send(message(), 5000)
  expect(connector.posted[0]!.authorization).toBe('Bearer secret')
  expect(await tokenless.send(message(), 5000)).toEqual({ kind: 'refused', status: 0, code: 'no-token' })
  expect(connector.posted).toHaveLength(1)
  signed.close()
})

test('a connection serves many messages', async () => {
  for (let i = 0; i < 20; i++) await send()
  // One may still be putting away the last answer.
  expect(connector.connections).toBeLessThanOrEqual(2)
})

test('a conversation id of any characters ends up in the path', async () => {
  await send({ conversationId: '19:a@thread.tacv2;messageid=1?x#y' })
  await send({ conversationId: 'broken \ud800' })
  expect(connector.posted.map(({ path }) => path)).toEqual(['/19:a@thread.tacv2;messageid=1?x#y/activities', '/broken \ufffd/activities'])
})

test.for([412, 429, 502, 503, 504])('a reply refused with %i is sent once more, and not a third time', async status => {
  connector.next({ status }, { status })
  const sent = reply()
  await connector.arrived(1)
  await clock.waitedFor(500)
  clock.advance(500)
  expect(await sent).toMatchObject({ kind: 'refused', status })
  expect(connector.posted).toHaveLength(2)
})

test.for([400, 401, 403, 404, 413, 500])('a reply refused with %i is not sent again', async status => {
  connector.next({ status })
  expect(await reply()).toMatchObject({ kind: 'refused', status })
  expect(connector.posted).toHaveLength(1)
})

test('a reply waits as long as it is told to before the second attempt', async () => {
  connector.next({ status: 429, headers: { 'retry-after': '3' } })
  const sent = reply()
  await clock.waitedFor(3000)
  await connector.arrived(1)
  clock.advance(2999)
  expect(connector.posted).toHaveLength(1)
  clock.advance(1)
  expect(await sent).toMatchObject({ kind: 'accepted' })
})

test('a reply is given up where the turn would be over before the second attempt', async () => {
  connector.next({ status: 429, headers: { 'retry-after': '60' } })
  expect(await reply()).toMatchObject({ kind: 'refused', status: 429 })
})

test('a reply that may have arrived is not sent again', async () => {
  connector.next('reset')
  expect(await reply()).toEqual({ kind: 'unknown' })
  expect(connector.posted).toHaveLength(1)
})
