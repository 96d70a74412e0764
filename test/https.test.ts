import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { activityOf } from './support/activities.ts'
import { post } from './support/bot.ts'
import { makeCertificate } from './support/certificate.ts'
import { type Connector, startConnector } from './support/connector.ts'
import { kill, runBot } from './support/process.ts'
import { claimsFor, type Keys, makeKeys, signedBy, startTeamsCloud, type TeamsCloud } from './support/teams-cloud.ts'

type Json = Readonly<Record<string, string>>

// In Teams all that the bot talks to is behind TLS, and its packages take ways of their own there.
const tls = makeCertificate()
let folder: string
let keys: Keys
beforeAll(() => {
  keys = makeKeys('teams', ['msteams'])
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  writeFileSync(join(folder, 'tls.pem'), tls.certificate)
  writeFileSync(join(folder, 'tls.key'), tls.key)
})
afterAll(() => rmSync(folder, { recursive: true }))

let cloud: TeamsCloud
let connector: Connector
let bot: ReturnType<typeof runBot>
beforeEach(async () => {
  cloud = await startTeamsCloud([keys], tls)
  connector = await startConnector(tls)
})
afterEach(async () => {
  await kill(bot.child)
  await connector.stop()
  await cloud.stop()
})

const known = { NODE_EXTRA_CA_CERTS: 'tls.pem' }
const secret = { MICROSOFT_APP_PASSWORD: 'top-secret' }
const certificate = { MICROSOFT_APP_CERTIFICATE_FILE: 'tls.pem', MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'tls.key' }

/** Starts a bot in this environment, and sends it a message as Teams does, from this service. */
async function ask(environment: Json, { serviceUrl }: Connector) {
  bot = runBot(folder, { ...cloud.environment, HOST: '127.0.0.1', ALLOWED_TENANTS: '*', ...environment })
  const token = signedBy(keys, { payload: claimsFor(serviceUrl, new Date()) })
  return post(await bot.listening(), JSON.stringify(activityOf(serviceUrl, { text: 'hello' })), { Authorization: `Bearer ${token}` })
}

/** Stops the bot; returns all that it logged. */
async function log(): Promise<string> {
  bot.child.kill('SIGTERM')
  return (await bot.ended()).err
}

test.for<[string, Json, Json]>([
  ['a secret', secret, { client_secret: 'top-secret' }],
  ['a certificate', certificate, { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' }],
])('over HTTPS the bot checks who asks, logs in with %s, and answers', async ([, proof, form]) => {
  expect(await ask({ ...known, ...proof }, connector)).toEqual({ status: 200, body: undefined })
  expect(Object.fromEntries(cloud.logins[0]!.form)).toMatchObject({ grant_type: 'client_credentials', ...form })
  expect(connector.posted).toMatchObject([{ authorization: 'Bearer token-1' }])
})

test('a login with a certificate that nobody knows is told nothing', async () => {
  const [plain, near] = [await startTeamsCloud([keys]), await startConnector()]
  const login = { TO_CHANNEL_FROM_BOT_LOGIN_URL: cloud.environment.TO_CHANNEL_FROM_BOT_LOGIN_URL! }
  expect(await ask({ ...plain.environment, ...login, ...secret }, near)).toMatchObject({ status: 502 })
  expect([cloud.logins, near.posted]).toEqual([[], []])
  const logged = await log()
  expect(logged).toContain('the bot could not log in')
  expect(logged).not.toContain('top-secret')
  await Promise.all([plain.stop(), near.stop()])
})

test('a Teams with a certificate that nobody knows is told nothing', async () => {
  const plain = await startTeamsCloud([keys])
  expect(await ask({ ...plain.environment, ...secret }, connector)).toMatchObject({ status: 502 })
  expect([plain.logins.length, connector.posted]).toEqual([1, []])
  expect(await log()).toContain('"sent":"refused 0 DEPTH_ZERO_SELF_SIGNED_CERT"')
  await plain.stop()
})
