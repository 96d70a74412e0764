import { ConfidentialClientApplication, type Configuration, ManagedIdentityApplication } from '@azure/msal-node'
import { boundedFetch } from './bounded-fetch.ts'
import type { Credentials } from './credentials.ts'
import { isLocal } from './loopback.ts'
import { LOGIN_MS, type Token } from './tokens.ts'

const AUDIENCE = 'https://api.botframework.com'
const LOGIN = 'https://login.microsoftonline.com'
/** Microsoft's own logins, where a tenant has an address of its own. */
const tenantLogin = /^https:\/\/login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn)(?=\/|$)/i

type Network = NonNullable<NonNullable<Configuration['system']>['networkClient']>

/** Logs the bot in, the way its credentials say. Each login is a new one: what it gets is kept elsewhere. */
export function loginWith({ appId, tenantId, proof, cloud }: Credentials): () => Promise<Token> {
  const audience = (cloud?.ToChannelFromBotOAuthScope ?? AUDIENCE).replace(/\/\.default$/, '')
  if (proof.kind === 'managed-identity') {
    const application = () =>
      new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: appId }, system: { networkClient: network() } })
    return async () => tokenOf(await application().acquireToken({ resource: audience, forceRefresh: true }))
  }
  const authority = authorityFor(tenantId, cloud?.ToChannelFromBotLoginUrl)
  const secret =
    proof.kind === 'password'
      ? { clientSecret: proof.password }
      : { clientCertificate: { thumbprintSha256: proof.thumbprint, privateKey: proof.key, x5c: proof.certificate } }
  const application = () =>
    new ConfidentialClientApplication({
      auth: { clientId: appId, ...authorityOptions(authority), ...secret },
      system: { networkClient: network(authority) },
    })
  return async () => tokenOf(await application().acquireTokenByClientCredential({ scopes: [`${audience}/.default`] }))
}

/** A bot of one tenant logs in with that tenant, at Microsoft's own logins; any other address is taken as it is. */
function authorityFor(tenantId: string, login = LOGIN): string {
  const origin = tenantLogin.exec(login)?.[0]
  return origin ? `${origin}/${tenantId}` : login.replace(/\/$/, '')
}

/** The addresses of a login follow from its own, so nobody has to be asked for them. */
function authorityOptions(authority: string) {
  const secure = authority.replace(/^http:/, 'https:')
  const endpoints = {
    issuer: `${secure}/v2.0`,
    authorization_endpoint: `${secure}/oauth2/v2.0/authorize`,
    token_endpoint: `${secure}/oauth2/v2.0/token`,
    jwks_uri: `${secure}/discovery/v2.0/keys`,
  }
  return { authority: secure, knownAuthorities: [new URL(secure).host], authorityMetadata: JSON.stringify(endpoints) }
}

/** MSAL insists on https. A login on this machine may be plain, as it is in a test. */
function network(authority = ''): Network {
  const plain = authority.startsWith('http:') && isLocal(authority)
  const send = async (method: 'GET' | 'POST', address: string, options: { headers?: Record<string, string>; body?: string } = {}) => {
    const url = plain ? address.replace(/^https:/, 'http:') : address
    // What proves who the bot is goes to this address alone, wherever the answer leads to. Nobody waits for it any more after a while.
    const limits = { redirect: 'error', signal: AbortSignal.timeout(LOGIN_MS) } as const
    const response = await boundedFetch(url, { method, headers: options.headers ?? {}, body: options.body ?? null, ...limits })
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() }
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  } as Network
}

function tokenOf(result: { accessToken: string; expiresOn: Date | null } | null): Token {
  if (!result?.accessToken || !result.expiresOn) throw new Error('the login gave no token')
  return { text: result.accessToken, until: result.expiresOn }
}
