import { createHmac } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Answer, Turn } from '../dialogs/turn.ts'
import { activityOf, pressOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'
import {
  APP,
  type Claims,
  claimsFor,
  credentialsOf,
  type Keys,
  makeKeys,
  pemOf,
  signedBy,
  startTeamsCloud,
  TENANT,
  type TeamsCloud,
  unsigned,
} from './support/teams-cloud.ts'

type Json = Readonly<Record<string, unknown>>

let teams: Keys
let newer: Keys
let webChat: Keys
let nobodys: Keys
let elsewhere: Keys
beforeAll(() => {
  teams = makeKeys('teams', ['msteams', 'webchat'])
  newer = makeKeys('newer', ['msteams'])
  webChat = makeKeys('web-chat', ['webchat'])
  nobodys = makeKeys('nobodys')
  // The id of a key that is published, and another key.
  elsewhere = makeKeys('teams')
})

let cloud: TeamsCloud
let clock: TestClock
let bot: RunningBot
let turns: Turn[]
beforeEach(async () => {
  cloud = await startTeamsCloud([
    teams,
    webChat,
    nobodys,
    { ...teams, id: 'empty', public: { ...teams.public, kid: 'empty', endorsements: [] } },
  ])
  clock = testClock()
  turns = []
  const answer = async (turn: Turn): Promise<Answer> => {
    turns.push(turn)
    return { reply: { kind: 'say', text: 'Yes' }, trace: {} }
  }
  bot = await startBot(
    answer,
    clock,
    undefined,
    credentialsOf({ ...cloud.environment, MICROSOFT_APP_PASSWORD: 'top-secret', ALLOWED_TENANTS: '*' }),
  )
})
afterEach(async () => {
  await bot.stop()
  await cloud.stop()
})

const activity = (more: Json = {}) => activityOf(bot.connector.serviceUrl, { text: 'hi', ...more })
const seconds = (minutes: number) => Math.floor(clock.now().getTime() / 1000) + minutes * 60
const claims = (more: Json = {}): Claims => ({ payload: { ...claimsFor(bot.connector.serviceUrl, clock.now()), ...more } })
const token = (more: Json = {}) => `Bearer ${signedBy(teams, claims(more))}`
const send = (authorization: string | undefined, sent: Json = activity()) =>
  post(bot.address, JSON.stringify(sent), authorization === undefined ? {} : { Authorization: authorization })

const refused = { status: 401, body: { error: { code: 'unauthorized', message: 'The token is missing or not accepted.' } } }
const answered = { status: 200, body: undefined }

describe('what Teams signed for this bot', () => {
  test('is answered, with the token of the bot itself', async () => {
    expect(await send(token())).toEqual(answered)
    expect(bot.connector.posted).toMatchObject([{ authorization: 'Bearer token-1', activity: { text: 'Yes' } }])
  })

  test('is answered where it is a press, too', async () => {
    const press = pressOf(bot.connector.serviceUrl, { press: { v: 1, intent: 'help', facts: {} } })
    expect(await send(token(), press)).toMatchObject({ status: 200, body: { statusCode: 200, value: 'Yes' } })
  })

  test.for<[string, () => string]>([
    ['expired as long ago as clocks may differ', () => token({ exp: seconds(-5) + 1 })],
    ['is valid as soon as clocks may differ', () => token({ nbf: seconds(5) })],
    ['has the id of the app in capitals', () => token({ aud: APP.toUpperCase() })],
    ['has no time from which on it holds', () => token({ nbf: undefined })],
    ['names its kind in small letters', () => token().replace('Bearer', 'bearer')],
  ])('is answered where it %s', async ([, made]) => {
    expect(await send(made())).toEqual(answered)
  })
})

describe('what is turned away, and nothing done or said about why', () => {
  const appIds = { appid: '99999999-2222-4333-8444-555555555555', ver: '1.0' }
  const government = 'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0'
  const hs256 = () =>
    unsigned({ header: { typ: 'JWT', alg: 'HS256', kid: 'teams' }, ...claims() }, written =>
      createHmac('sha256', pemOf(teams)).update(written).digest('base64url'),
    )
  const tampered = () => {
    const [header, , signature] = token().split('.')
    return `${header}.${Buffer.from(JSON.stringify(claims({ jti: 'x' }).payload)).toString('base64url')}.${signature}`
  }

  test.for<[string, string, () => [authorization: string | undefined, activity?: Json]]>([
    ['nothing', 'no-token', () => [undefined]],
    ['an empty header', 'no-token', () => ['']],
    ['no token after its kind', 'no-token', () => ['Bearer ']],
    ['a password', 'no-token', () => [`Basic ${Buffer.from('admin:admin').toString('base64')}`]],
    ['a token without its kind', 'no-token', () => [token().replace('Bearer ', '')]],
    ['a token of another kind', 'no-token', () => [token().replace('Bearer', 'Basic')]],
    ['garbage', 'not-a-token', () => ['Bearer not.a.token']],
    ['two parts of a token', 'not-a-token', () => [token().split('.').slice(0, 2).join('.')]],
    [
      'a header that is no object',
      'not-a-token',
      () => [`Bearer ${Buffer.from('7').toString('base64url')}.${token().split('.').slice(1).join('.')}`],
    ],
    ['a token that expired longer ago than clocks differ', 'ERR_JWT_EXPIRED', () => [token({ exp: seconds(-5) })]],
    ['a token that never expires', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ exp: undefined })]],
    ['an expiry in words', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ exp: '2099-01-01' })]],
    ['a token for later', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ nbf: seconds(6) })]],
    ["a token of another tenant's bot", 'another-audience', () => [token({ aud: '99999999-2222-4333-8444-555555555555' })]],
    ['an audience of many', 'another-audience', () => [token({ aud: [APP, 'x'] })]],
    ['an audience of one in a list', 'another-audience', () => [token({ aud: [APP] })]],
    ['no audience', 'another-audience', () => [token({ aud: undefined })]],
    ['another issuer', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ iss: 'https://evil.example' })]],
    ['no issuer', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ iss: undefined })]],
    ['an issuer in a list', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ iss: ['https://api.botframework.com'] })]],
    [
      'a token of the emulator',
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
      () => [token({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP, ver: '1.0' })],
    ],
    [
      'a token of another bot',
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
      () => [token({ iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0', ...appIds })],
    ],
    ["a token of the government's cloud", 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ iss: government, ...appIds })]],
    ["a token of the bot's own tenant", 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => [token({ iss: `https://sts.windows.net/${TENANT}/` })]],
    ['another key by the same name', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', () => [`Bearer ${signedBy(elsewhere, claims())}`]],
    ['a payload that was changed', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', () => [tampered()]],
    ['a signature that was cut off', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', () => [token().replace(/\.[^.]*$/, '.')]],
    ['an unknown key', 'unknown-key', () => [`Bearer ${signedBy({ ...teams, id: 'nope' }, claims())}`]],
    ['no key', 'unknown-key', () => [`Bearer ${signedBy(teams, { header: { kid: undefined }, ...claims() })}`]],
    ['a key by a number', 'unknown-key', () => [`Bearer ${signedBy(teams, { header: { kid: 7 }, ...claims() })}`]],
    [
      'a key that comes with the token',
      'unknown-key',
      () => [`Bearer ${signedBy(elsewhere, { header: { kid: undefined, jwk: elsewhere.public }, ...claims() })}`],
    ],
    [
      'no signature at all',
      'ERR_JOSE_ALG_NOT_ALLOWED',
      () => [`Bearer ${unsigned({ header: { typ: 'JWT', alg: 'none', kid: 'teams' }, ...claims() }, () => '')}`],
    ],
    ['the public key as a secret', 'ERR_JOSE_ALG_NOT_ALLOWED', () => [`Bearer ${hs256()}`]],
    [
      'a header that must be understood',
      'ERR_JOSE_NOT_SUPPORTED',
      () => [`Bearer ${signedBy(teams, { header: { crit: ['x'], x: 1 }, ...claims() })}`],
    ],
    ['a key without endorsements', 'unknown-key', () => [`Bearer ${signedBy(nobodys, claims())}`]],
    ['a key with none in its list', 'unknown-key', () => [`Bearer ${signedBy({ ...teams, id: 'empty' }, claims())}`]],
    ['a key for another channel', 'not-endorsed', () => [`Bearer ${signedBy(webChat, claims())}`]],
    ['an activity of another channel', 'not-endorsed', () => [token(), activity({ channelId: 'emulator' })]],
    ['a channel that the SDK checks in another way', 'not-endorsed', () => [token(), activity({ channelId: 'AseChannel' })]],
    ['a token for another service', 'another-service-url', () => [token({ serviceurl: 'https://evil.example/' })]],
    ['a service in other letters', 'another-service-url', () => [token({ serviceurl: bot.connector.serviceUrl.toUpperCase() })]],
    ['a token for no service', 'another-service-url', () => [token({ serviceurl: undefined })]],
    ['an activity of another service', 'another-service-url', () => [token(), activity({ serviceUrl: 'https://evil.example/' })]],
  ])('%s (%s)', async ([, why, made]) => {
    const [authorization, sent] = made()
    expect(await send(authorization, sent)).toEqual(refused)
    expect([turns, bot.connector.posted, cloud.logins]).toEqual([[], [], []])
    expect(bot.lines).toMatchObject([{ msg: 'requests were refused', [`unauthorized: ${why}`]: 1 }])
    expect(await send(token())).toEqual(answered)
  })

  test('an activity that names no service is none, with a good token too', async () => {
    expect((await send(token(), activity({ serviceUrl: undefined }))).status).toBe(400)
    expect(turns).toEqual([])
  })
})

describe('the keys of Teams', () => {
  test('are loaded once for many requests', async () => {
    expect(await Promise.all(Array.from({ length: 20 }, () => send(token())))).toEqual(Array(20).fill(answered))
    clock.advance(23 * 3_600_000)
    expect(await send(token())).toEqual(answered)
    expect(cloud.metadataAsked).toBe(1)
  })

  test('are loaded again every day', async () => {
    await send(token())
    cloud.keys = [newer]
    clock.advance(24 * 3_600_000)
    expect(await send(token())).toEqual(refused)
    expect(await send(`Bearer ${signedBy(newer, claims())}`)).toEqual(answered)
    expect(cloud.metadataAsked).toBe(2)
  })

  test('are followed when they change by a clock that was set back, too', async () => {
    clock.advance(120_000)
    await send(token())
    cloud.keys = [teams, newer]
    clock.advance(-120_000)
    expect(await send(`Bearer ${signedBy(newer, claims())}`)).toEqual(answered)
  })

  test('are followed when they change, and unknown ones do not make the bot load them over and over', async () => {
    await send(token())
    cloud.keys = [teams, newer]
    clock.advance(5000)
    expect(await send(`Bearer ${signedBy(newer, claims())}`)).toEqual(answered)
    for (let i = 0; i < 5; i++) expect(await send(`Bearer ${signedBy({ ...teams, id: `made-up-${i}` }, claims())}`)).toEqual(refused)
    expect(cloud.metadataAsked).toBe(2)
  })

  test.for<[string, string, Parameters<TeamsCloud['next']>[1]]>([
    ['are away', '/openid', { status: 503 }],
    ['are no JSON', '/openid', { status: 200, body: '<html>' }],
    ['lead nowhere', '/openid', { status: 200, body: '{"jwks_uri":"file:///etc/passwd"}' }],
    ['are nothing', '/openid', { status: 200, body: 'null' }],
    ['are no list', '/keys', { status: 200, body: '{"keys":{"teams":1}}' }],
    [
      'are broken',
      '/keys',
      { status: 200, body: '{"keys":[null,7,{"kid":"teams"},{"kid":"teams","kty":"RSA","n":"","e":"AQAB","endorsements":["msteams"]}]}' },
    ],
    ['are endless', '/keys', { status: 200, body: `{"keys":["${'x'.repeat(2_000_000)}"]}` }],
    ['never end', '/keys', 'endless'],
    ['are none', '/keys', { status: 200, body: '{"keys":[]}' }],
    ['are not there', '/keys', { status: 404 }],
  ])('that %s let nobody in, and are loaded as soon as they can be', async ([, path, fate]) => {
    cloud.next(path, fate)
    expect(await send(token())).toEqual(refused)
    clock.advance(5000)
    expect(await send(token())).toEqual(answered)
  })

  const leadingTo = (path: string) => ({ status: 302, headers: { location: path } })
  test.for<[string, string, () => Parameters<TeamsCloud['next']>[1]]>([
    ['metadata that leads elsewhere', '/openid', () => leadingTo('/openid')],
    ['an address of the keys that leads elsewhere', '/keys', () => leadingTo('/keys')],
    [
      'an address of the keys that others can write to',
      '/openid',
      () => ({ status: 200, body: JSON.stringify({ jwks_uri: `${cloud.address.replace('127.0.0.1', '0.0.0.0')}/keys` }) }),
    ],
  ])('%s is not followed', async ([, path, made]) => {
    cloud.next(path, made())
    expect(await send(token())).toEqual(refused)
    expect(await send(token())).toEqual(answered)
  })

  test('that do not come are not waited for', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    cloud.next('/keys', { hold: promise })
    const waiting = send(token())
    await clock.waitedFor(5000)
    clock.advance(5000)
    expect(await waiting).toEqual(refused)
    resolve()
    expect(await send(token())).toEqual(answered)
  })

  test('that are waited for by a crowd keep nobody waiting whose key is at hand', async () => {
    await send(token())
    const { promise, resolve } = Promise.withResolvers<void>()
    cloud.next('/openid', { hold: promise })
    clock.advance(5000)
    const statuses: number[] = []
    const crowd = Array.from({ length: 510 }, async () => {
      statuses.push((await send(`Bearer ${signedBy({ ...teams, id: 'made-up' }, claims())}`)).status)
    })
    await expect.poll(() => statuses, { timeout: 30_000 }).toEqual(Array(10).fill(503))
    expect(await send(token())).toEqual(answered)
    resolve()
    await Promise.all(crowd)
    expect(statuses.slice(10)).toEqual(Array(500).fill(401))
  })

  test('that were loaded stay where no newer ones can be had', async () => {
    await send(token())
    cloud.next('/openid', { status: 500 })
    clock.advance(24 * 3_600_000)
    expect(await send(token())).toEqual(answered)
    expect(bot.lines).toContainEqual(expect.objectContaining({ level: 'error', msg: 'the keys of Teams could not be loaded' }))
  })

  test('that were loaded serve at once while newer ones go on failing to come', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    await send(token())
    cloud.next('/openid', { status: 500 }, { hold: promise })
    clock.advance(24 * 3_600_000)
    for (let i = 0; i < 3; i++) expect(await send(token())).toEqual(answered)
    cloud.keys = [newer]
    resolve()
    await expect.poll(() => send(token())).toEqual(refused)
  })

  test('that can not be loaded make a line a minute, however many ask for them', async () => {
    cloud.next('/openid', ...Array(6).fill({ status: 503 }))
    const lines = () => bot.lines.filter(({ msg }) => msg === 'the keys of Teams could not be loaded')
    for (let i = 0; i < 5; i++) expect(await send(token())).toEqual(refused)
    expect(lines()).toHaveLength(1)
    clock.advance(60_000)
    await send(token())
    expect(lines()).toHaveLength(2)
  })
})
