import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { readConfig } from '../../bot/config.ts'
import type { Credentials } from '../../bot/credentials.ts'
import { type Certificate, createServer } from './certificate.ts'
import { endlessly } from './endless.ts'

type Json = Readonly<Record<string, unknown>>

export const APP = '11111111-2222-4333-8444-555555555555'
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
const ISSUER = 'https://api.botframework.com'

/** A pair of keys, as Teams has them. */
export interface Keys {
  readonly id: string
  readonly private: KeyObject
  readonly public: Json
}

/** Real RSA keys that speak for these channels; for none at all where `endorsements` is undefined. */
export function makeKeys(id: string, endorsements?: readonly string[]): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { id, private: privateKey, public: { ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', endorsements } }
}

/** What a token says, and how it is made; what is undefined is left out. */
export interface Claims {
  readonly header?: Json
  readonly payload?: Json
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token signed with these keys. */
export function signedBy(keys: Keys, { header, payload }: Claims): string {
  const written = `${part({ typ: 'JWT', alg: 'RS256', kid: keys.id, ...header })}.${part(payload)}`
  return `${written}.${sign('RSA-SHA256', Buffer.from(written), keys.private).toString('base64url')}`
}

/** A token with this signature, whatever it says. */
export const unsigned = ({ header, payload }: Claims, signature: (written: string) => string): string => {
  const written = `${part(header)}.${part(payload)}`
  return `${written}.${signature(written)}`
}

/** The public key as text. */
export const pemOf = (keys: Keys) => createPublicKey(keys.private).export({ type: 'spki', format: 'pem' })

/** What a caller of the login, or of the managed identity, asked for. */
export interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly form: URLSearchParams
}

/** What the next request at a path meets instead of the usual answer. */
type Fate =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly hold: Promise<void> }
  | 'endless'

export interface TeamsCloud {
  readonly address: string
  /** The environment that makes the bot believe this cloud. */
  readonly environment: Readonly<Record<string, string>>
  /** The keys that are published now. */
  keys: readonly Keys[]
  /** How often the metadata was asked for. */
  readonly metadataAsked: number
  /** Every login and what it said. */
  readonly logins: readonly Asked[]
  /** How long the next tokens last, in seconds. */
  lifetime: number
  /** Lays down what the next requests at a path that begins so meet, in order. */
  next(path: string, ...fates: readonly Fate[]): void
  stop(): Promise<void>
}

/** All that a bot asks of Microsoft's cloud: OpenID metadata, keys, a login, and the endpoint of a managed identity. */
export async function startTeamsCloud(keys: readonly Keys[], tls?: Certificate): Promise<TeamsCloud> {
  const logins: Asked[] = []
  const fates = new Map<string, Fate[]>()
  let metadataAsked = 0

  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const form = new URLSearchParams(request.method === 'POST' ? await text(request) : path.split('?')[1])
    if (path === '/openid') metadataAsked++
    const isLogin = path.startsWith('/login') || path.startsWith('/identity')
    if (isLogin) logins.push({ path, headers: request.headers, form })
    const fate = [...fates].find(([start]) => path.startsWith(start))?.[1].shift()
    if (fate === 'endless') return endlessly(response)
    if (fate && 'hold' in fate) await fate.hold
    const usual = (): Json | undefined => {
      if (path === '/openid') return { issuer: ISSUER, jwks_uri: `${address}/keys` }
      if (path === '/keys') return { keys: cloud.keys.map(({ public: key }) => key) }
      return isLogin ? tokenFor(path, logins.length, cloud.lifetime) : undefined
    }
    const { status, headers, body } = fate && 'status' in fate ? fate : { status: 200, body: JSON.stringify(usual() ?? {}) }
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body ?? '{}')
  }, tls)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`

  const cloud: TeamsCloud = {
    keys,
    lifetime: 3600,
    address,
    environment: {
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_TENANT_ID: TENANT,
      TO_CHANNEL_FROM_BOT_LOGIN_URL: `${address}/login/${TENANT}`,
      TO_CHANNEL_FROM_BOT_OAUTH_SCOPE: 'https://api.botframework.com',
      TO_BOT_FROM_CHANNEL_TOKEN_ISSUER: ISSUER,
      OAUTH_URL: address,
      TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: `${address}/openid`,
      TO_BOT_FROM_EMULATOR_OPEN_ID_METADATA_URL: `${address}/openid`,
      CALLER_ID: 'urn:botframework:azure',
    },
    get metadataAsked() {
      return metadataAsked
    },
    logins,
    next: (path: string, ...more: readonly Fate[]) => void fates.set(path, [...(fates.get(path) ?? []), ...more]),
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return cloud
}

/** The login says how long a token lasts, a managed identity until when. */
function tokenFor(path: string, number: number, lifetime: number): Json {
  const token = { token_type: 'Bearer', access_token: `token-${number}` }
  if (path.startsWith('/login')) return { ...token, expires_in: lifetime, ext_expires_in: lifetime }
  return {
    ...token,
    expires_on: String(Math.floor(Date.now() / 1000) + lifetime),
    resource: 'https://api.botframework.com',
    client_id: APP,
  }
}

/** What Teams says in a token for an activity of this service. */
export const claimsFor = (serviceUrl: string, now: Date): Json => {
  const seconds = Math.floor(now.getTime() / 1000)
  return { iss: ISSUER, aud: APP, nbf: seconds - 60, exp: seconds + 3600, serviceurl: serviceUrl, jti: randomUUID() }
}

/** The credentials that an environment gives. */
export function credentialsOf(environment: Readonly<Record<string, string>>): Credentials {
  const config = readConfig(environment)
  if ('faults' in config || !config.credentials) throw new Error('faults' in config ? config.faults.join() : 'there are none')
  return config.credentials
}
