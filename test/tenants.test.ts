import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { activityOf, installOf, pressOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { testClock } from './support/clock.ts'
import { claimsFor, credentialsOf, type Keys, makeKeys, signedBy, startTeamsCloud, TENANT, type TeamsCloud } from './support/teams-cloud.ts'

type Json = Readonly<Record<string, unknown>>

const THEIRS = '99999999-2222-4333-8444-555555555555'
const REFUSAL = expect.stringContaining('not set up for your organization')

let keys: Keys
beforeAll(() => {
  keys = makeKeys('teams', ['msteams'])
})

let cloud: TeamsCloud
let bot: RunningBot
let send: (activity: Json) => Promise<{ status: number; body: unknown }>
const start = async (tenants: Readonly<Record<string, string>> = {}) => {
  const clock = testClock()
  const credentials = credentialsOf({ ...cloud.environment, MICROSOFT_APP_PASSWORD: 'top-secret', ...tenants })
  bot = await startBot(undefined, clock, undefined, credentials)
  const authorization = `Bearer ${signedBy(keys, { payload: claimsFor(bot.connector.serviceUrl, clock.now()) })}`
  send = activity => post(bot.address, JSON.stringify(activity), { Authorization: authorization })
}
beforeEach(async () => {
  cloud = await startTeamsCloud([keys])
})
afterEach(async () => {
  await bot.stop()
  await cloud.stop()
})

const conversation = (tenantId: string | undefined, id = 'a:chat') => ({ id, conversationType: 'personal', tenantId })
const of = (tenantId: string | undefined, more: Json = {}, id?: string) => ({
  channelData: null,
  conversation: conversation(tenantId, id),
  ...more,
})
const said = (tenantId: string | undefined, text: string, id?: string) => activityOf(bot.connector.serviceUrl, of(tenantId, { text }, id))
const answered = { status: 200, body: undefined }
const texts = () => bot.connector.posted.map(({ activity }) => activity.text ?? `${activity.attachments.length} cards`)
const stored = async () => [
  await bot.store.conversation(JSON.stringify([THEIRS, 'a:chat', '29:robin'])),
  await bot.store.trackedIn(JSON.stringify([THEIRS, 'a:chat'])),
]

test("people of the app's own tenant are answered, others are told once a conversation and then met with silence", async () => {
  await start()
  expect(await send(said(TENANT, 'hello'))).toEqual(answered)
  for (const text of ['remind me before our trial ends on 15 April 2026', 'hello', 'forget me'])
    expect(await send(said(THEIRS, text))).toEqual(answered)
  expect(await send(said(THEIRS, 'hello', 'a:another'))).toEqual(answered)
  expect(texts()).toEqual(['1 cards', REFUSAL, REFUSAL])
  expect(await stored()).toEqual([undefined, []])
})

test('who names no tenant is of none', async () => {
  await start()
  expect(await send(said(undefined, 'hello'))).toEqual(answered)
  expect(texts()).toEqual([REFUSAL])
})

test('tenants on the list are answered however they are written, and with a star all are', async () => {
  await start({ ALLOWED_TENANTS: THEIRS.toUpperCase() })
  await send(said(THEIRS, 'hello'))
  await send(said(TENANT, 'hello', 'a:other'))
  expect(texts()).toEqual(['1 cards', REFUSAL])
  await bot.stop()
  await start({ ALLOWED_TENANTS: '*' })
  await send(said(THEIRS, 'hello'))
  expect(texts()).toEqual(['1 cards'])
})

test.for<[string, (url: string) => Json]>([
  ['a press of a button', url => pressOf(url, { press: { v: 1, intent: 'set-reminder', facts: { trialEnd: '2026-04-15' } } }, of(THEIRS))],
  [
    'a search',
    url =>
      activityOf(
        url,
        of(THEIRS, {
          type: 'invoke',
          name: 'composeExtension/query',
          value: { commandId: 'x', parameters: [{ name: 'query', value: '400 900' }] },
        }),
      ),
  ],
  [
    'a form that is opened',
    url => activityOf(url, of(THEIRS, { type: 'invoke', name: 'composeExtension/fetchTask', value: { commandId: 'x' } })),
  ],
  [
    'a form that is sent',
    url =>
      activityOf(
        url,
        of(THEIRS, { type: 'invoke', name: 'composeExtension/submitAction', value: { commandId: 'x', data: { sites: '400' } } }),
      ),
  ],
])('%s from another tenant is answered with the one sentence, then with nothing', async ([, made]) => {
  await start()
  const [first, second] = [await send(made(bot.connector.serviceUrl)), await send(made(bot.connector.serviceUrl))]
  expect([first.status, JSON.stringify(first.body)]).toEqual([200, REFUSAL])
  expect([second.status, JSON.stringify(second.body ?? '')]).toEqual([200, expect.not.stringMatching(/organization|XL|trial/)])
  expect(bot.connector.posted).toEqual([])
  expect(await stored()).toEqual([undefined, []])
})

test('an install, a file and a sticker from another tenant bring the one sentence, and nothing else', async () => {
  await start()
  const { serviceUrl } = bot.connector
  for (const install of installOf(serviceUrl)) await send({ ...install, ...of(THEIRS) })
  await send(activityOf(serviceUrl, of(THEIRS, { attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info' }] })))
  await send(activityOf(serviceUrl, of(THEIRS, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })))
  expect(texts()).toEqual([REFUSAL])
  expect(await stored()).toEqual([undefined, []])
})
