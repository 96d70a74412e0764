import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../dialogs/turn.ts'
import { activityOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { mayOpen } from './support/open-files.ts'
import { claimsFor, credentialsOf, makeKeys, signedBy, startTeamsCloud } from './support/teams-cloud.ts'

const yes = async (): Promise<Answer> => ({ reply: { kind: 'say', text: 'Yes' }, trace: {} })

let clock: TestClock
let bot: RunningBot
let sockets: Socket[]
beforeEach(async () => {
  clock = testClock()
  sockets = []
  bot = await startBot(yes, clock)
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await bot.stop()
})

const answered = { status: 200, body: undefined }

/** A connection to the bot, with what it says written to it. */
async function open(written: string): Promise<Socket> {
  const socket = connect(Number(new URL(bot.address).port), '127.0.0.1').setEncoding('latin1')
  sockets.push(socket.on('error', () => {}))
  await once(socket, 'connect')
  socket.write(written)
  return socket
}

/** What comes next on a connection; undefined where it is closed. */
const heard = (socket: Socket) =>
  new Promise<string | undefined>(resolve => {
    socket.once('data', text => resolve(String(text)))
    socket.once('close', () => resolve(undefined))
  })

const head = (length: string) =>
  `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n${length}\r\n\r\n`

test.for([
  ['of the largest size', 'Content-Length: 262144', 'are given up'],
  ['of a size that nobody says', 'Transfer-Encoding: chunked', 'are given up'],
  ['of the largest size', 'Content-Length: 262144', 'go away'],
] as const)('bodies %s (%s) that come slowly fill 64 MB and no more, until they %s', async ([, length, end]) => {
  const begin = async () => {
    const socket = await open(head(length))
    expect(await heard(socket)).toMatch(/^HTTP\/1\.1 100 /)
  }
  for (let count = 0; count < 255; count++) await begin()
  expect(await bot.say('hi')).toEqual(answered)
  await begin()
  expect(await bot.say('hi')).toMatchObject({ status: 503, body: { error: { code: 'busy' } } })
  expect(await (await fetch(`${bot.address}/readyz`)).json()).toEqual({ status: 'ready' })
  if (end === 'are given up') clock.advance(10_000)
  else for (const socket of sockets) socket.destroy()
  await expect.poll(() => bot.say('hi')).toEqual(answered)
})

test("slow bodies of whom nobody believes fill half of that, and are in nobody else's way", async () => {
  const keys = makeKeys('teams', ['msteams'])
  const cloud = await startTeamsCloud([keys])
  await bot.stop()
  bot = await startBot(yes, clock, undefined, credentialsOf({ ...cloud.environment, MICROSOFT_APP_PASSWORD: 'top-secret' }))
  const { address, connector } = bot
  const begin = () => open(head('Content-Length: 262144\r\nAuthorization: Bearer made-up'))
  for (let count = 0; count < 128; count++) expect(await heard(await begin())).toMatch(/^HTTP\/1\.1 100 /)
  const turnedAway = await begin()
  let told = ''
  while (!told.includes('HTTP/1.1 401 ')) told += await heard(turnedAway)
  const token = signedBy(keys, { payload: claimsFor(connector.serviceUrl, clock.now()) })
  const said = JSON.stringify(activityOf(connector.serviceUrl, { text: 'hi' }))
  expect(await post(address, said, { Authorization: `Bearer ${token}` })).toEqual(answered)
  await cloud.stop()
})

test('no more than 2,500 connections are held, and what is too many is closed at once', { skip: !mayOpen(5100) }, async () => {
  const health = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
  // Whoever never asked for anything would be sent away after ten seconds, which a slow machine may take.
  for (let count = 0; count < 2499; count += 49) await Promise.all(Array.from({ length: 49 }, () => open(health)))
  // Connections are taken in order: once this one is answered, all before it are held.
  const last = await open(health)
  expect(await heard(last)).toContain('"ok"')
  expect(await heard(await open(health))).toBeUndefined()
  last.write(health)
  expect(await heard(last)).toContain('"ok"')
  sockets[0]!.destroy()
  await expect.poll(async () => heard(await open(health))).toContain('"ok"')
})
