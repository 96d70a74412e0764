import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Settings } from './settings.ts'

/** Who the bot is to Teams, and how it proves that. */
export interface Credentials {
  readonly appId: string
  readonly tenantId: string
  readonly proof: Proof
  /** The addresses of another cloud, by the SDK's names; undefined for the public one. */
  readonly cloud: Cloud | undefined
  /** The tenants whose people are answered; `*` for all. */
  readonly tenants: readonly string[] | '*'
}

export type Proof =
  | { readonly kind: 'managed-identity' }
  | { readonly kind: 'password'; readonly password: string }
  | {
      readonly kind: 'certificate'
      /** SHA-256, in hexadecimal. */
      readonly thumbprint: string
      readonly certificate: string
      readonly key: string
    }

const cloudNames = {
  TO_CHANNEL_FROM_BOT_LOGIN_URL: 'ToChannelFromBotLoginUrl',
  TO_CHANNEL_FROM_BOT_OAUTH_SCOPE: 'ToChannelFromBotOAuthScope',
  TO_BOT_FROM_CHANNEL_TOKEN_ISSUER: 'ToBotFromChannelTokenIssuer',
  OAUTH_URL: 'OAuthUrl',
  TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: 'ToBotFromChannelOpenIdMetadataUrl',
  TO_BOT_FROM_EMULATOR_OPEN_ID_METADATA_URL: 'ToBotFromEmulatorOpenIdMetadataUrl',
  CALLER_ID: 'CallerId',
} as const
type CloudName = keyof typeof cloudNames
export type Cloud = Readonly<Record<(typeof cloudNames)[CloudName], string>>

const clouds = Object.keys(cloudNames) as CloudName[]
const proofs = ['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_CERTIFICATE_FILE', 'MICROSOFT_APP_CERTIFICATE_KEY_FILE'] as const
const onlyWithAnId = ['MICROSOFT_APP_TENANT_ID', ...proofs, 'ALLOWED_TENANTS', ...clouds] as const

/**
 * The credentials that the settings give, undefined where there are none, or a sentence for each fault.
 * @param wrong the names of variables whose values were refused already
 */
export function readCredentials(
  settings: Settings,
  wrong: readonly string[],
): Credentials | undefined | { readonly faults: readonly string[] } {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenantId, ALLOWED_TENANTS } = settings
  const isGiven = (name: keyof Settings) => settings[name] !== undefined || wrong.includes(name)
  if (!isGiven('MICROSOFT_APP_ID')) {
    const idle = onlyWithAnId.filter(isGiven)
    return idle.length > 0
      ? { faults: [`MICROSOFT_APP_ID is not set, so ${idle.join(', ')} can't be used; give the bot's app id, or unset the others.`] }
      : undefined
  }
  // Which proof is needed depends on the type.
  const proof = wrong.includes('MICROSOFT_APP_TYPE') ? { faults: [] } : readProof(settings)
  const cloud = readCloud(settings, isGiven)
  const faults = [
    ...(isGiven('MICROSOFT_APP_TENANT_ID')
      ? []
      : ["MICROSOFT_APP_TENANT_ID is not set; give the id of the tenant that the bot's app is registered in."]),
    ...('faults' in proof ? proof.faults : []),
    ...(cloud && 'faults' in cloud ? cloud.faults : []),
  ]
  if (!appId || !tenantId || 'faults' in proof || (cloud && 'faults' in cloud)) return { faults }
  return { appId, tenantId, proof, cloud, tenants: ALLOWED_TENANTS ?? [tenantId.toLowerCase()] }
}

function readProof(settings: Settings): Proof | { readonly faults: readonly string[] } {
  const { MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_CERTIFICATE_FILE: file, MICROSOFT_APP_CERTIFICATE_KEY_FILE: keyFile } = settings
  const given = proofs.filter(name => settings[name])
  if (settings.MICROSOFT_APP_TYPE === 'UserAssignedMSI') {
    if (given.length === 0) return { kind: 'managed-identity' }
    return { faults: [`${given.join(', ')}: a managed identity (MICROSOFT_APP_TYPE UserAssignedMSI) needs no secret; unset it.`] }
  }
  if (password && (file || keyFile)) return { faults: [`${given.join(', ')} are set; give the password or the certificate, not both.`] }
  if (password) return { kind: 'password', password }
  if (file && keyFile) return readCertificate(file, keyFile)
  const missing = file || keyFile ? proofs.slice(1).filter(name => !settings[name]) : proofs.slice(0, 1)
  return { faults: [`${missing.join()} is not set; give MICROSOFT_APP_PASSWORD, or both certificate files.`] }
}

function readCertificate(file: string, keyFile: string): Proof | { readonly faults: readonly string[] } {
  const [name, keyName] = ['MICROSOFT_APP_CERTIFICATE_FILE', 'MICROSOFT_APP_CERTIFICATE_KEY_FILE']
  const certificate = readPem(name, file, text => new X509Certificate(text), 'no certificate; give it as PEM.')
  const key = readPem(
    keyName,
    keyFile,
    createPrivateKey,
    'no key that can be used; give the RSA key of the certificate as PEM, without a passphrase.',
  )
  if ('fault' in certificate || 'fault' in key) return { faults: [certificate, key].flatMap(pem => ('fault' in pem ? [pem.fault] : [])) }
  if (key.read.asymmetricKeyType !== 'rsa' || !certificate.read.checkPrivateKey(key.read)) {
    const fault = `${name}, ${keyName}: the key is not the RSA key of the certificate; give the two PEM files that were made together.`
    return { faults: [fault] }
  }
  const thumbprint = certificate.read.fingerprint256.replaceAll(':', '')
  return { kind: 'certificate', thumbprint, certificate: certificate.text, key: key.text }
}

function readPem<Read>(
  name: string,
  file: string,
  read: (text: string) => Read,
  otherwise: string,
): { readonly text: string; readonly read: Read } | { readonly fault: string } {
  if (file.includes('-----BEGIN ')) return { fault: `${name} holds PEM itself; give the path of a file that does.` }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { fault: `${name}: ${JSON.stringify(file)} can't be read (${code}); give a file that the bot may read.` }
  }
  try {
    return { text, read: read(text) }
  } catch {
    return { fault: `${name}: ${JSON.stringify(file)} holds ${otherwise}` }
  }
}

/** The SDK drops all its defaults once a single one of these is set. */
function readCloud(settings: Settings, isGiven: (name: CloudName) => boolean): Cloud | undefined | { readonly faults: readonly string[] } {
  const missing = clouds.filter(name => !isGiven(name))
  if (missing.length === clouds.length) return undefined
  if (missing.length > 0)
    return { faults: [`${missing.join(', ')}: not set although other addresses of the cloud are; give all ${clouds.length} or none.`] }
  return Object.fromEntries(clouds.map(name => [cloudNames[name], settings[name]])) as unknown as Cloud
}
