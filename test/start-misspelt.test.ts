import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRead, meantBy } from '../bot/misspelt.ts'
import { placeholders, settings } from '../bot/settings.ts'
import { kill, runBot } from './support/process.ts'

test.for([
  ['MicrosoftAppId', 'MICROSOFT_APP_ID'],
  ['MicrosoftAppPassword', 'MICROSOFT_APP_PASSWORD'],
  ['MicrosoftAppTenantId', 'MICROSOFT_APP_TENANT_ID'],
  ['ToChannelFromBotLoginUrl', 'TO_CHANNEL_FROM_BOT_LOGIN_URL'],
  ['POLICYFILE', 'POLICY_FILE'],
  ['DATABASEURL', 'DATABASE_URL'],
  ['log_level', 'LOG_LEVEL'],
  ['ALLOWED_TENANT', 'ALLOWED_TENANTS'],
  ['MICROSOFT_APP_PASWORD', 'MICROSOFT_APP_PASSWORD'],
  ['MICROSOFT_APP_ID_', 'MICROSOFT_APP_ID'],
  ['MICROSFOT_APP_ID', 'MICROSOFT_APP_ID'],
  ['AZURE_OPENAI_ENDPOIND', 'AZURE_OPENAI_ENDPOINT'],
  ['OTEL_EXPORTER_OTLP_HEADER', 'OTEL_EXPORTER_OTLP_HEADERS'],
] as const)('%s was meant for %s', ([name, meant]) => {
  expect([meantBy(name), isRead(name)]).toEqual([meant, false])
})

test('what a cloud host sets was meant for nothing of ours', () => {
  const others =
    'PATH HOME PWD HOSTNAME HOSTS POST GHOST REPORT PORTS USER LANG SHLVL _ TZ NODE_VERSION NODE_OPTIONS NODE_ENVIRONMENT WEBSITE_SITE_NAME WEBSITE_HOSTNAME WEBSITE_INSTANCE_ID WEBSITES_PORT APPSETTING_PORT CONTAINER_APP_NAME CONTAINER_APP_HOSTNAME KUBERNETES_SERVICE_HOST KUBERNETES_PORT BOT_PORT BOT_SERVICE_HOST LICENSE_DESK_PORT_3978_TCP DATABASE_PORT DATABASE_HOST DATABASE_PASSWORD IDENTITY_ENDPOINT IDENTITY_HEADER MSI_ENDPOINT AZURE_CLIENT_ID AZURE_TENANT_ID HTTPS_PROXY NO_PROXY npm_config_loglevel npm_package_name OTEL_RESOURCE_ATTRIBUTES OTEL_EXPORTER_OTLP_TIMEOUT OTEL_TRACES_SAMPLER OPENAI_ORG_ID APPLICATIONINSIGHTS_CONNECTION_STRING DYNO'
  expect(others.split(' ').filter(name => meantBy(name))).toEqual([])
  expect([...Object.keys(settings.shape), ...Object.keys(placeholders)].filter(name => meantBy(name) || !isRead(name))).toEqual([])
})

let folder: string
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
})
afterEach(async () => {
  if (child) await kill(child)
  rmSync(folder, { recursive: true })
})

test('misspelt names and lines that set nothing are said, with what else is wrong and without what they hold', async () => {
  const lines = [
    '# a comment',
    '',
    'export LOG_LEVEL=loud # too much',
    'MicrosoftAppPassword=pa55word',
    'MICROSOFT_APP_TENANT_ID: pa55word',
    'pa55wordAgain',
    'CERTIFICATE="-----BEGIN',
    'pa55word',
    '-----END"',
    'OTEL_RESOURCE_ATTRIBUTES=a=b',
    'pa55word+more/of=',
  ]
  writeFileSync(join(folder, '.env'), lines.join('\r\n'))
  const bot = runBot(folder, { POLICYFILE: 'pa55word', PATH_TO_IT: 'x', DATABASEURL: ' ', log_level: 'debug' })
  child = bot.child
  const { code, err } = await bot.ended()
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([
    '.env: line 4 sets MicrosoftAppPassword, which is not read; MICROSOFT_APP_PASSWORD is.',
    '.env: line 5 is no NAME=value; write it so, or remove it.',
    '.env: line 6 is no NAME=value; write it so, or remove it.',
    '.env: line 7 sets a name that nothing reads; give one of docs/operate.md, or remove it.',
    '.env: line 11 is no NAME=value; write it so, or remove it.',
    'POLICYFILE is not read; set POLICY_FILE, or unset it.',
    'LOG_LEVEL: "loud" can\'t be used; give one of trace, debug, info, warn, error, fatal, silent.',
  ])
})

/** How a start ends with such an `.env`. */
async function startedWith(text: string) {
  writeFileSync(join(folder, '.env'), text)
  const bot = runBot(folder)
  child = bot.child
  return bot.ended()
}

const cut = 'has a # in its value; put the value in quotes, or a space before the comment.'

test('a value in .env that would end in its middle stops the start, and is not shown', async () => {
  const lines = [
    'PORT=0 # any',
    'DATA_DIR="da#ta"',
    "OTEL_SERVICE_NAME='#desk' # a # comment",
    'LOG_LEVEL=info #',
    'OPENAI_API_KEY=pa55#word',
    'OPENAI_MODEL=#pa55word',
    'AZURE_OPENAI_API_KEY= pa55 wo#rd # the key',
    'TZ= # nothing',
  ]
  const { code, err } = await startedWith(lines.join('\r\n'))
  expect([code, err.trim().split('\n')]).toEqual([1, [5, 6, 7].map(line => `.env: line ${line} ${cut}`)])
})

test('a value in .env that is only partly in quotes stops the start, and is not shown', async () => {
  const lines = [
    'DATA_DIR="da\'ta" # all of it',
    "LOG_LEVEL='info'",
    'OTEL_SERVICE_NAME=desk"s',
    'OPENAI_API_KEY="pa55"~word',
    "AZURE_OPENAI_API_KEY='pa55'' word",
    'OPENAI_MODEL= `pa55word',
    'TZ=""',
    'POLICY_FILE="a name',
    'over two lines"',
    'PORT=0',
    'MICROSOFT_APP_PASSWORD="pa55word',
  ]
  const { code, err } = await startedWith(lines.join('\n'))
  expect(code).toBe(1)
  expect(err).not.toContain('pa55')
  expect([...err.matchAll(/line (\d+) has a value that is only partly in quotes/g)].map(([, line]) => line)).toEqual(['4', '5', '6', '11'])
})
