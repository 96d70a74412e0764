import { isIP } from 'node:net'
import { z } from 'zod'
import { isSecure } from './loopback.ts'

/** What an environment holds. */
export type Given = Readonly<Record<string, string | undefined>>

const id = z.guid({ error: 'an id such as 11111111-2222-3333-4444-555555555555' }).optional()
const port = { error: 'a whole number from 0 to 65535 (0 takes a free port)' }
const host = z.string().refine(name => isIP(name) > 0 || /^[a-z\d]([a-z\d.-]{0,250}[a-z\d])?$/i.test(name), {
  error: 'an IP address or a host name alone (PORT sets the port)',
})
const address = z.url({ protocol: /^https?$/, error: 'an address that begins with https://' }).optional()
const secure = { error: 'an address that begins with https:// (on this machine http:// will do)' }
/** What the bot believes, or shows its secret to: on the way nobody may write or read along. */
const secureAddress = z
  .url({ protocol: /^https?$/, abort: true, ...secure })
  .refine(isSecure, secure)
  .optional()
const text = z.string().optional()
const oneOf = <const Value extends string>(...values: readonly Value[]) => z.enum(values, { error: `one of ${values.join(', ')}` })
const tenantList = { error: 'tenant ids separated by commas, or * for every tenant' }
const tenants = z
  .string()
  .transform(list => (list === '*' ? '*' : list.split(',').map(tenant => tenant.trim().toLowerCase())))
  .refine(list => list === '*' || list.every(tenant => z.guid().safeParse(tenant).success), tenantList)

/** Every variable that the bot knows, with its form and its default. What may go together is checked elsewhere. */
export const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .transform(Number)
    .pipe(z.int().max(65_535, port))
    .default(3978),
  HOST: host.optional(),
  NODE_ENV: text,
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: text,
  POLICY_FILE: text,
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_TYPE: oneOf('SingleTenant', 'UserAssignedMSI').default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: id,
  MICROSOFT_APP_PASSWORD: text,
  MICROSOFT_APP_CERTIFICATE_FILE: text,
  MICROSOFT_APP_CERTIFICATE_KEY_FILE: text,
  ALLOWED_TENANTS: tenants.optional(),
  TO_CHANNEL_FROM_BOT_LOGIN_URL: secureAddress,
  TO_CHANNEL_FROM_BOT_OAUTH_SCOPE: text,
  TO_BOT_FROM_CHANNEL_TOKEN_ISSUER: text,
  OAUTH_URL: secureAddress,
  TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: secureAddress,
  TO_BOT_FROM_EMULATOR_OPEN_ID_METADATA_URL: secureAddress,
  CALLER_ID: text,
  LLM: oneOf('off', 'openai', 'azure').default('off'),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: address,
  OPENAI_MODEL: text,
  AZURE_OPENAI_ENDPOINT: address,
  AZURE_OPENAI_API_KEY: text,
  AZURE_OPENAI_DEPLOYMENT: text,
  OPENAI_API_VERSION: text,
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: text,
  OTEL_EXPORTER_OTLP_HEADERS: text,
  OTEL_EXPORTER_OTLP_PROTOCOL: text,
  OTEL_SERVICE_NAME: z.string().default('license-desk'),
})

export type Settings = z.infer<typeof settings>

/** The variables that hold an id. */
export const ids: readonly string[] = Object.entries(settings.shape).flatMap(([name, form]) => (form === id ? [name] : []))

/** What the app package is made with, each with what stands there where it is not set. */
export const placeholders = {
  TEAMS_APP_ID: '00000000-0000-0000-0000-000000000001',
  MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000002',
  BOT_HOST: 'license-desk.example',
  DEVELOPER_NAME: 'Your organisation',
  WEBSITE_URL: 'https://license-desk.example/',
  PRIVACY_URL: 'https://license-desk.example/privacy',
  TERMS_URL: 'https://license-desk.example/terms',
} as const
