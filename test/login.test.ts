import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loginWith } from '../bot/login.ts'
import { activityOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { makeCertificate } from './support/certificate.ts'
import { type TestClock, testClock } from './support/clock.ts'
import {
  APP,
  claimsFor,
  credentialsOf,
  type Keys,
  makeKeys,
  signedBy,
  startTeamsCloud,
  TENANT,
  type TeamsCloud,
} from './support/teams-cloud.ts'

type Json = Readonly<Record<string, string>>

let keys: Keys
beforeAll(() => {
  keys = makeKeys('teams', ['msteams'])
})

let cloud: TeamsCloud
let clock: TestClock
let bot: RunningBot | undefined
beforeEach(async () => {
  cloud = await startTeamsCloud([keys])
  // MSAL counts a token's time from the machine's clock.
  clock = testClock(new Date())
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await bot?.stop()
  bot = undefined
  await cloud.stop()
})

const secret = { MICROSOFT_APP_PASSWORD: 'top-secret', ALLOWED_TENANTS: '*' }

/** Starts a bot with this proof of who it is. Returns what sends a message to it. */
async function start(proof: Json = secret) {
  const answer = async () => ({ reply: { kind: 'say', text: 'Yes' }, trace: {} }) as const
  const started = await startBot(answer, clock, undefined, credentialsOf({ ...cloud.environment, ...proof }))
  bot = started
  const { serviceUrl } = started.connector
  return (person = '29:robin') => {
    const authorization = `Bearer ${signedBy(keys, { payload: claimsFor(serviceUrl, clock.now()) })}`
    return post(started.address, JSON.stringify(activityOf(serviceUrl, { text: 'hi', from: { id: person } })), {
      Authorization: authorization,
    })
  }
}
const tokens = () => bot?.connector.posted.map(({ authorization }) => authorization)
const answered = { status: 200, body: undefined }

describe('the bot proves who it is', () => {
  test('with a secret', async () => {
    const send = await start()
    expect(await send()).toEqual(answered)
    expect(tokens()).toEqual(['Bearer token-1'])
    expect(cloud.logins.map(({ path }) => path.split('?')[0])).toEqual([`/login/${TENANT}/oauth2/v2.0/token`])
    expect(Object.fromEntries(cloud.logins[0]!.form)).toMatchObject({
      client_id: APP,
      client_secret: 'top-secret',
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
    })
  })

  test('with a certificate, whose key signs what it says and never leaves', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
    const [file, keyFile] = [join(folder, 'bot.pem'), join(folder, 'bot.key')]
    const { certificate, key } = makeCertificate()
    writeFileSync(file, certificate)
    writeFileSync(keyFile, key)
    const send = await start({ MICROSOFT_APP_CERTIFICATE_FILE: file, MICROSOFT_APP_CERTIFICATE_KEY_FILE: keyFile, ALLOWED_TENANTS: '*' })
    rmSync(folder, { recursive: true })
    expect(await send()).toEqual(answered)
    expect(tokens()).toEqual(['Bearer token-1'])

    const { form } = cloud.logins[0]!
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    expect(form.get('client_secret')).toBeNull()
    const [header = '', payload = '', signature = ''] = (form.get('client_assertion') ?? '').split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    const x509 = new X509Certificate(certificate)
    expect(read(header)).toMatchObject({ alg: 'PS256', 'x5t#S256': createHash('sha256').update(x509.raw).digest('base64url') })
    expect(read(payload)).toMatchObject({ iss: APP, sub: APP, aud: expect.stringContaining(`/login/${TENANT}/oauth2/v2.0/token`) })
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    expect(
      verify('sha256', Buffer.from(`${header}.${payload}`), { key: x509.publicKey, ...padding }, Buffer.from(signature, 'base64url')),
    ).toBe(true)
  })

  test('with a managed identity, as App Service and Container Apps have it', async () => {
    vi.stubEnv('IDENTITY_ENDPOINT', `${cloud.address}/identity`)
    vi.stubEnv('IDENTITY_HEADER', 'only-in-here')
    const send = await start({ MICROSOFT_APP_TYPE: 'UserAssignedMSI', ALLOWED_TENANTS: '*' })
    expect(await send()).toEqual(answered)
    expect(tokens()).toEqual(['Bearer token-1'])
    expect(cloud.logins).toMatchObject([{ headers: { 'x-identity-header': 'only-in-here' } }])
    expect(Object.fromEntries(cloud.logins[0]!.form)).toEqual({
      'api-version': '2019-08-01',
      client_id: APP,
      resource: 'https://api.botframework.com',
    })
  })
})

test.for([
  [undefined, undefined, `https://login.microsoftonline.com/${TENANT}`, 'https://api.botframework.com'],
  // The SDK's own address for the US government's cloud names the tenant that all bots of many tenants log in with.
  [
    'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
    'https://api.botframework.us',
    `https://login.microsoftonline.us/${TENANT}`,
    'https://api.botframework.us',
  ],
  [
    `https://login.microsoftonline.us/${TENANT}`,
    'https://api.botframework.us/.default',
    `https://login.microsoftonline.us/${TENANT}`,
    'https://api.botframework.us',
  ],
  [
    'https://login.partner.microsoftonline.cn/a.partner.onmschina.cn',
    'https://api.botframework.azure.cn',
    `https://login.partner.microsoftonline.cn/${TENANT}`,
    'https://api.botframework.azure.cn',
  ],
  ['https://login.example/Private/', 'https://api.example', 'https://login.example/Private', 'https://api.example'],
])('a login at %s for %s is asked at %s', async ([login, scope, authority, audience]) => {
  const asked = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => Response.json({ token_type: 'Bearer', expires_in: 3600, access_token: 'token' }))
  const addresses = login && scope && { ...cloud.environment, TO_CHANNEL_FROM_BOT_LOGIN_URL: login, TO_CHANNEL_FROM_BOT_OAUTH_SCOPE: scope }
  const environment = addresses || { MICROSOFT_APP_ID: APP, MICROSOFT_APP_TENANT_ID: TENANT }
  expect(await loginWith(credentialsOf({ ...environment, ...secret }))()).toMatchObject({ text: 'token' })
  expect(asked.mock.calls.map(([url]) => String(url).split('?')[0])).toEqual([`${authority}/oauth2/v2.0/token`])
  expect(new URLSearchParams(String(asked.mock.calls[0]![1]!.body)).get('scope')).toBe(`${audience}/.default`)
})

describe('the token of the bot', () => {
  const minutes = (count: number) => count * 60_000

  test('is asked for once, however many messages wait for it', async () => {
    const send = await start()
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => send(`29:${index}`)))
    expect(all).toEqual(Array(20).fill(answered))
    expect([cloud.logins.length, new Set(tokens())]).toEqual([1, new Set(['Bearer token-1'])])
  })

  test('is renewed before its end, and nobody waits for that', async () => {
    const send = await start()
    await send()
    clock.advance(minutes(49))
    await send()
    expect(cloud.logins).toHaveLength(1)
    const { promise, resolve } = Promise.withResolvers<void>()
    cloud.next('/login', { hold: promise })
    cloud.lifetime = 7200
    clock.advance(minutes(2))
    await send()
    resolve()
    const newest = async () => {
      await send()
      return tokens()?.at(-1)
    }
    await expect.poll(newest).toBe('Bearer token-2')
    expect(tokens()?.slice(0, 3)).toEqual(Array(3).fill('Bearer token-1'))
    expect(cloud.logins).toHaveLength(2)
  })

  test('that lasts for minutes only is renewed from the half of them on', async () => {
    const send = await start()
    cloud.lifetime = 300
    for (let i = 0; i < 3; i++) await send()
    clock.advance(minutes(2))
    await send()
    expect(cloud.logins).toHaveLength(1)
    clock.advance(minutes(1))
    await send()
    await expect.poll(() => cloud.logins.length).toBe(2)
    expect(tokens()).toEqual(Array(5).fill('Bearer token-1'))
  })

  test('serves to its end where no new one can be had', async () => {
    const send = await start()
    await send()
    cloud.next('/login', { status: 500 }, { status: 500 })
    clock.advance(minutes(55))
    expect(await send()).toEqual(answered)
    expect(tokens()).toEqual(['Bearer token-1', 'Bearer token-1'])
  })

  test('is not used after its end', async () => {
    const send = await start()
    await send()
    clock.advance(minutes(60))
    await send()
    expect(tokens()).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('that Teams refuses is given up for a new one', async () => {
    const send = await start()
    bot?.connector.next({ status: 401 })
    expect((await send()).status).toBe(502)
    expect(await send()).toEqual(answered)
    expect(tokens()).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test.for([
    ['refuses', { status: 401, body: '{"error":"invalid_client","error_description":"AADSTS7000215: top-secret is wrong"}' }],
    ['breaks', { status: 500 }],
    ['talks nonsense', { status: 200, body: '<html>' }],
    ['gives nothing', { status: 200 }],
    ['leads elsewhere', { status: 307, headers: { location: '/login/elsewhere' } }],
    ['never ends', 'endless'],
  ] as const)('is asked for anew after a login that %s, and then the message was not answered', async ([, fate]) => {
    const send = await start()
    cloud.next('/login', fate, fate)
    const waiting = send()
    await clock.waitedFor(500)
    clock.advance(500)
    expect(await waiting).toMatchObject({ status: 502, body: { error: { code: 'reply-refused' } } })
    expect(tokens()).toEqual([])
    expect(bot?.lines).toContainEqual(expect.objectContaining({ level: 'error', msg: 'the bot could not log in' }))
    expect(JSON.stringify(bot?.lines)).not.toMatch(/top-secret|AADSTS7000215: /)
    expect(await send()).toEqual(answered)
  })

  test('is not waited for where the login is silent', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const send = await start()
    cloud.next('/login', { hold: promise }, { hold: promise })
    const waiting = send()
    await expect.poll(() => cloud.logins.length).toBe(1)
    clock.advance(5000)
    await clock.waitedFor(500)
    clock.advance(500)
    await expect.poll(() => cloud.logins.length).toBe(2)
    clock.advance(5000)
    expect(await waiting).toMatchObject({ status: 502 })
    resolve()
    expect(await send()).toEqual(answered)
  })
})
