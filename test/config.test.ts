import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../bot/config.ts'
import { makeCertificate } from './support/certificate.ts'

const APP = '11111111-2222-4333-8444-555555555555'
const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
const credentials = { MICROSOFT_APP_ID: APP, MICROSOFT_APP_TENANT_ID: TENANT, MICROSOFT_APP_PASSWORD: 'top-secret' }
const cloud = {
  TO_CHANNEL_FROM_BOT_LOGIN_URL: 'https://login.example/t',
  TO_CHANNEL_FROM_BOT_OAUTH_SCOPE: 'https://api.example',
  TO_BOT_FROM_CHANNEL_TOKEN_ISSUER: 'https://issuer.example',
  OAUTH_URL: 'https://oauth.example',
  TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: 'https://meta.example/a',
  TO_BOT_FROM_EMULATOR_OPEN_ID_METADATA_URL: 'https://meta.example/b',
  CALLER_ID: 'urn:botframework:azure',
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The faults of an environment, or none. */
function faultsOf(environment: Record<string, string>): readonly string[] {
  const config = readConfig(environment)
  return 'faults' in config ? config.faults : []
}

function configOf(environment: Record<string, string>) {
  const config = readConfig(environment)
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  return config
}

describe('defaults', () => {
  test('an empty environment is enough to try the bot on this machine', () => {
    expect(configOf({})).toMatchObject({ host: '127.0.0.1', port: 3978, dataDir: '.data', credentials: undefined, logLevel: 'info' })
  })

  test('an empty value counts as unset', () => {
    expect(configOf({ PORT: '', HOST: ' ', MICROSOFT_APP_ID: '', LLM: '' })).toEqual(
      expect.objectContaining({ port: 3978, host: '127.0.0.1' }),
    )
  })

  test('with credentials the bot listens to all, and serves its own tenant', () => {
    expect(configOf(credentials)).toMatchObject({
      host: '0.0.0.0',
      credentials: {
        appId: APP,
        tenantId: TENANT,
        tenants: [TENANT],
        proof: { kind: 'password', password: 'top-secret' },
        cloud: undefined,
      },
    })
  })

  test('a key for a model alone switches nothing on', () => {
    expect(configOf({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm', LLM: 'off' }).llm).toBeUndefined()
  })
})

describe('what is accepted', () => {
  test('a collector by its address, with headers as pairs, under another name', () => {
    const endpoint = 'https://collector.example/otlp/'
    expect(configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).collector).toEqual({
      endpoint: 'https://collector.example/otlp',
      headers: {},
      service: 'license-desk',
    })
    const headers = 'authorization=Basic%20abc=,x-tenant = one ,'
    const given = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers, OTEL_SERVICE_NAME: 'desk' }
    expect(configOf(given).collector).toMatchObject({ headers: { authorization: 'Basic abc=', 'x-tenant': 'one' }, service: 'desk' })
    expect(configOf({ OTEL_SERVICE_NAME: 'desk' }).collector).toBeUndefined()
  })

  test('a model at OpenAI, at a server that speaks its protocol, or at Azure', () => {
    const openai = { LLM: 'openai', OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' }
    expect(configOf(openai).llm).toEqual({ kind: 'openai', baseUrl: 'https://api.openai.com/v1', apiKey: 'k', model: 'm' })
    expect(configOf({ ...openai, OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' }).llm).toMatchObject({ baseUrl: 'http://127.0.0.1:8000/v1' })
    const azure = {
      LLM: 'azure',
      AZURE_OPENAI_ENDPOINT: 'https://resource.example',
      AZURE_OPENAI_API_KEY: 'k',
      AZURE_OPENAI_DEPLOYMENT: 'd',
      OPENAI_API_VERSION: '2024-10-21',
    }
    expect(configOf(azure).llm).toEqual({
      kind: 'azure',
      endpoint: 'https://resource.example',
      apiKey: 'k',
      deployment: 'd',
      apiVersion: '2024-10-21',
    })
  })

  test('a free port, another tenant or all, another folder, a managed identity', () => {
    expect(configOf({ PORT: '0', DATA_DIR: join(folder, 'new'), LOG_LEVEL: 'warn' })).toMatchObject({ port: 0, logLevel: 'warn' })
    expect(configOf({ ...credentials, ALLOWED_TENANTS: `${APP.toUpperCase()}, ${TENANT}` }).credentials?.tenants).toEqual([APP, TENANT])
    expect(configOf({ ...credentials, ALLOWED_TENANTS: '*' }).credentials?.tenants).toBe('*')
    expect(
      configOf({ MICROSOFT_APP_ID: APP, MICROSOFT_APP_TENANT_ID: TENANT, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }).credentials?.proof,
    ).toEqual({ kind: 'managed-identity' })
  })

  test('all seven addresses of another cloud, by the names of the SDK', () => {
    expect(configOf({ ...credentials, ...cloud }).credentials?.cloud).toMatchObject({
      ToChannelFromBotLoginUrl: 'https://login.example/t',
      CallerId: 'urn:botframework:azure',
    })
  })
})

test.for([
  [{ PORT: '80a' }, ['PORT: "80a" can\'t be used; give a whole number from 0 to 65535 (0 takes a free port).']],
  [{ PORT: '65536' }, ['PORT: "65536" can\'t be used; give a whole number from 0 to 65535 (0 takes a free port).']],
  [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL: "loud" can\'t be used; give one of trace, debug, info, warn, error, fatal, silent.']],
  [
    { HOST: '0.0.0.0' },
    ['HOST: "0.0.0.0" is open to others, and without MICROSOFT_APP_ID nobody is checked; give 127.0.0.1, ::1 or localhost.'],
  ],
  [{ HOST: '127.0.0.1:4311' }, ['HOST: "127.0.0.1:4311" can\'t be used; give an IP address or a host name alone (PORT sets the port).']],
  [{ DATA_DIR: 'postgres://u:s3cret@h/d' }, ["DATA_DIR can't be an address; give a folder, or set DATABASE_URL to store in PostgreSQL."]],
  [{ NODE_ENV: 'production' }, ["MICROSOFT_APP_ID is not set; give the bot's app id, or run `npm start` to try the desk without Teams."]],
  [
    { ...credentials, MICROSOFT_APP_ID: 'my bot' },
    ["MICROSOFT_APP_ID can't be used; give an id such as 11111111-2222-3333-4444-555555555555."],
  ],
  [
    { ...credentials, MICROSOFT_APP_TYPE: 'MultiTenant' },
    ['MICROSOFT_APP_TYPE: "MultiTenant" can\'t be used; give one of SingleTenant, UserAssignedMSI.'],
  ],
  [
    { ...credentials, ALLOWED_TENANTS: 'contoso' },
    ['ALLOWED_TENANTS: "contoso" can\'t be used; give tenant ids separated by commas, or * for every tenant.'],
  ],
  [
    { ...credentials, ALLOWED_TENANTS: `contoso, ${TENANT}, *` },
    [`ALLOWED_TENANTS: "contoso, ${TENANT}, *" can't be used; give tenant ids separated by commas, or * for every tenant.`],
  ],
  [
    { MICROSOFT_APP_ID: 'my bot', NODE_ENV: 'production' },
    [
      "MICROSOFT_APP_ID can't be used; give an id such as 11111111-2222-3333-4444-555555555555.",
      "MICROSOFT_APP_TENANT_ID is not set; give the id of the tenant that the bot's app is registered in.",
      'MICROSOFT_APP_PASSWORD is not set; give MICROSOFT_APP_PASSWORD, or both certificate files.',
    ],
  ],
  [
    { ALLOWED_TENANTS: 'contoso' },
    [
      'ALLOWED_TENANTS: "contoso" can\'t be used; give tenant ids separated by commas, or * for every tenant.',
      "MICROSOFT_APP_ID is not set, so ALLOWED_TENANTS can't be used; give the bot's app id, or unset the others.",
    ],
  ],
  [
    { MICROSOFT_APP_ID: APP },
    [
      "MICROSOFT_APP_TENANT_ID is not set; give the id of the tenant that the bot's app is registered in.",
      'MICROSOFT_APP_PASSWORD is not set; give MICROSOFT_APP_PASSWORD, or both certificate files.',
    ],
  ],
  [
    { MICROSOFT_APP_PASSWORD: 'top-secret', ALLOWED_TENANTS: '*' },
    ["MICROSOFT_APP_ID is not set, so MICROSOFT_APP_PASSWORD, ALLOWED_TENANTS can't be used; give the bot's app id, or unset the others."],
  ],
  [
    { ...credentials, MICROSOFT_APP_CERTIFICATE_FILE: 'a', MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'b' },
    [
      'MICROSOFT_APP_PASSWORD, MICROSOFT_APP_CERTIFICATE_FILE, MICROSOFT_APP_CERTIFICATE_KEY_FILE are set; give the password or the certificate, not both.',
    ],
  ],
  [
    { ...credentials, MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
    ['MICROSOFT_APP_PASSWORD: a managed identity (MICROSOFT_APP_TYPE UserAssignedMSI) needs no secret; unset it.'],
  ],
  [
    { ...credentials, ...cloud, OAUTH_URL: 'ftp://x', CALLER_ID: '' },
    [
      'OAUTH_URL: "ftp://x" can\'t be used; give an address that begins with https:// (on this machine http:// will do).',
      'CALLER_ID: not set although other addresses of the cloud are; give all 7 or none.',
    ],
  ],
  [
    { ...credentials, ...cloud, TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: 'http://meta.example/a' },
    [
      'TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: "http://meta.example/a" can\'t be used; give an address that begins with https:// (on this machine http:// will do).',
    ],
  ],
  [{ LLM: 'gpt' }, ['LLM: "gpt" can\'t be used; give one of off, openai, azure.']],
  [
    { LLM: 'openai', OPENAI_BASE_URL: 'ftp://x' },
    [
      'OPENAI_BASE_URL: "ftp://x" can\'t be used; give an address that begins with https://.',
      "OPENAI_API_KEY is not set, and LLM is openai; give the server's key, or LLM=off.",
      "OPENAI_MODEL is not set, and LLM is openai; give the model's name, or LLM=off.",
    ],
  ],
  [
    { LLM: 'azure', AZURE_OPENAI_ENDPOINT: 'resource', OPENAI_API_KEY: 'k' },
    [
      'AZURE_OPENAI_ENDPOINT: "resource" can\'t be used; give an address that begins with https://.',
      "AZURE_OPENAI_API_KEY is not set, and LLM is azure; give the resource's key, or LLM=off.",
      "AZURE_OPENAI_DEPLOYMENT is not set, and LLM is azure; give the deployment's name, or LLM=off.",
      "OPENAI_API_VERSION is not set, and LLM is azure; give the API's version, such as 2024-10-21, or LLM=off.",
    ],
  ],
  [
    { DATABASE_URL: 'mysql://u:secret@h/d' },
    ["DATABASE_URL can't be used; give an address such as postgres://user:password@host:5432/database, or unset it to store in DATA_DIR."],
  ],
  [
    { DATABASE_URL: 'postgres://u:12345/rest@127.0.0.1:5432/d' },
    ['DATABASE_URL: a mark of its password divides it; write @ as %40, / as %2F, ? as %3F, # as %23 and % as %25 there.'],
  ],
  [
    { DATABASE_URL: 'postgres://u:1?rest@h/d' },
    ['DATABASE_URL: a mark of its password divides it; write @ as %40, / as %2F, ? as %3F, # as %23 and % as %25 there.'],
  ],
  [
    { DATABASE_URL: 'postgres://u:s3c@ret#1@h/d' },
    ['DATABASE_URL: a mark of its password divides it; write @ as %40, / as %2F, ? as %3F, # as %23 and % as %25 there.'],
  ],
  [
    { DATABASE_URL: 'postgres://u:secret@h/d?sslmode=wrong' },
    ["DATABASE_URL: its sslmode can't be used; give one of disable, prefer, require, verify-ca, verify-full, no-verify."],
  ],
  [
    { OTEL_EXPORTER_OTLP_HEADERS: 'key=pa55' },
    [
      "OTEL_EXPORTER_OTLP_ENDPOINT is not set, so OTEL_EXPORTER_OTLP_HEADERS can't be used; give the collector's address, or unset the headers.",
    ],
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    ['OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" can\'t be used; give http/protobuf (the port is mostly 4318), or unset it.'],
  ],
] as const)('%j is refused', ([environment, faults]) => {
  expect(faultsOf(environment as unknown as Record<string, string>)).toEqual(faults)
})

test.for(['collector:4318', 'grpc://collector', 'http://user:pa55@collector', 'http://collector?key=pa55', 'http://collector#pa55'])(
  'a collector at %s is refused, and its address not repeated',
  endpoint => {
    expect(faultsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toEqual([
      "OTEL_EXPORTER_OTLP_ENDPOINT can't be used; give an address such as http://collector:4318, without a user, a password or a query (secrets go into OTEL_EXPORTER_OTLP_HEADERS).",
    ])
  },
)

test.for(['pa55', '=pa55', 'a key=pa55', 'key=%zz', 'key=pa55%0d%0aother: 1', 'key=pa55,more'])(
  'the headers %s for a collector are refused, and not repeated',
  headers => {
    expect(faultsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_EXPORTER_OTLP_HEADERS: headers })).toEqual([
      "OTEL_EXPORTER_OTLP_HEADERS can't be used; give name=value pairs separated by commas, with values percent-encoded.",
    ])
  },
)

test('some addresses of a cloud without the others are refused, by name', () => {
  const { CALLER_ID: _, OAUTH_URL: __, ...some } = cloud
  expect(faultsOf({ ...credentials, ...some })).toEqual([
    'OAUTH_URL, CALLER_ID: not set although other addresses of the cloud are; give all 7 or none.',
  ])
})

test('a certificate that is not there is named, with the reason', () => {
  const { MICROSOFT_APP_PASSWORD: _, ...rest } = credentials
  const files = { MICROSOFT_APP_CERTIFICATE_FILE: join(folder, 'no.pem'), MICROSOFT_APP_CERTIFICATE_KEY_FILE: join(folder, 'no.key') }
  expect(faultsOf({ ...rest, ...files })).toEqual(
    Object.entries(files).map(
      ([name, file]) => `${name}: ${JSON.stringify(file)} can't be read (ENOENT); give a file that the bot may read.`,
    ),
  )
})

test('a certificate that is none, and a key with a passphrase, are named', () => {
  const { MICROSOFT_APP_PASSWORD: _, ...rest } = credentials
  const files = { MICROSOFT_APP_CERTIFICATE_FILE: join(folder, 'bot.pem'), MICROSOFT_APP_CERTIFICATE_KEY_FILE: join(folder, 'bot.key') }
  const locked = createPrivateKey(makeCertificate().key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  writeFileSync(files.MICROSOFT_APP_CERTIFICATE_FILE, 'a shopping list')
  writeFileSync(files.MICROSOFT_APP_CERTIFICATE_KEY_FILE, locked)
  expect(faultsOf({ ...rest, ...files })).toEqual([
    `MICROSOFT_APP_CERTIFICATE_FILE: ${JSON.stringify(files.MICROSOFT_APP_CERTIFICATE_FILE)} holds no certificate; give it as PEM.`,
    `MICROSOFT_APP_CERTIFICATE_KEY_FILE: ${JSON.stringify(files.MICROSOFT_APP_CERTIFICATE_KEY_FILE)} holds no key that can be used; give the RSA key of the certificate as PEM, without a passphrase.`,
  ])
})

test('a certificate with the key of another one, or with a key that is not RSA, is refused', () => {
  const { MICROSOFT_APP_PASSWORD: _, ...rest } = credentials
  const files = { MICROSOFT_APP_CERTIFICATE_FILE: join(folder, 'bot.pem'), MICROSOFT_APP_CERTIFICATE_KEY_FILE: join(folder, 'bot.key') }
  const names = Object.keys(files).join(', ')
  const [own, other, elliptic] = [makeCertificate(), makeCertificate(), makeCertificate('ec')]
  for (const { certificate, key } of [{ ...own, key: other.key }, elliptic]) {
    writeFileSync(files.MICROSOFT_APP_CERTIFICATE_FILE, certificate)
    writeFileSync(files.MICROSOFT_APP_CERTIFICATE_KEY_FILE, key)
    expect(faultsOf({ ...rest, ...files })).toEqual([
      `${names}: the key is not the RSA key of the certificate; give the two PEM files that were made together.`,
    ])
  }
})

test('a folder below a file is no folder for data', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(faultsOf({ DATA_DIR: join(file, 'data') })).toEqual([
    `DATA_DIR: ${JSON.stringify(join(file, 'data'))} can't be a folder, ${file} is a file; give a folder that the bot may write to.`,
  ])
})

test('everything wrong is said at once, a policy of the operator included', () => {
  const policy = join(folder, 'policy.json')
  writeFileSync(policy, '{"refund":{"days":-1}}')
  const faults = faultsOf({ PORT: 'x', LLM: 'y', HOST: '0.0.0.0', DATABASE_URL: 'z', POLICY_FILE: policy })
  expect(faults.map(fault => fault.split(/[: ]/)[0])).toEqual(['PORT', 'LLM', 'HOST', 'DATABASE_URL', 'POLICY_FILE'])
  expect(faults.at(-1)).toBe('POLICY_FILE: refund.days is -1; it must be a whole number from 0 to 365.')
})

test('no fault shows a secret', () => {
  const secrets = { MICROSOFT_APP_PASSWORD: 'top-secret', DATABASE_URL: 'mysql://u:top-secret@h/d', OPENAI_API_KEY: 'top-secret' }
  expect(faultsOf({ ...secrets, LLM: 'azure', HOST: 'x' }).join()).not.toContain('top-secret')
  const swapped = { MICROSOFT_APP_ID: 'abc8Q~top-secret', MICROSOFT_APP_TENANT_ID: 'abc8Q~top-secret', MICROSOFT_APP_PASSWORD: APP }
  expect(faultsOf(swapped)).toHaveLength(2)
  const pem = { ...swapped, MICROSOFT_APP_PASSWORD: '', MICROSOFT_APP_CERTIFICATE_KEY_FILE: '-----BEGIN PRIVATE KEY-----top-secret' }
  const elsewhere = { HOST: 'postgres://u:top-secret@h/d', DATA_DIR: 'postgres://u:top-secret@h/d', LLM: 'https://u:top-secret@h/d' }
  const wrong = [swapped, { ...pem, MICROSOFT_APP_CERTIFICATE_FILE: pem.MICROSOFT_APP_CERTIFICATE_KEY_FILE }, elsewhere]
  expect(wrong.flatMap(faultsOf).join()).not.toContain('top-secret')
  for (const address of ['htps://me:top-secret@model.example/v1', 'me:top-secret@model.example/v1', 'model.example/v1?key=top-secret']) {
    const faults = faultsOf({ OPENAI_BASE_URL: address, AZURE_OPENAI_ENDPOINT: address })
    expect(faults).toHaveLength(2)
    expect(faults.join()).toContain('model.example')
    expect(faults.join()).not.toContain('top-secret')
  }
})
