import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import package_ from '../package.json' with { type: 'json' }
import { activityOf } from './support/activities.ts'
import { post } from './support/bot.ts'
import { type RunningCollector, startCollector } from './support/collector.ts'
import { startConnector } from './support/connector.ts'
import { root } from './support/files.ts'
import { kill, runBot } from './support/process.ts'
import { APP, claimsFor, makeKeys, signedBy, startTeamsCloud, TENANT } from './support/teams-cloud.ts'

let folder: string
let running: ChildProcess[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  running = []
})
afterEach(async () => {
  for (const child of running) await kill(child)
  rmSync(folder, { recursive: true })
})

function run(environment: Readonly<Record<string, string>> = {}, ...options: string[]) {
  const bot = runBot(folder, environment, ...options)
  running.push(bot.child)
  return bot
}

const linesOf = (log: string) =>
  log
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Readonly<Record<string, unknown>>)

test('the bot says where it is, answers, and finishes what it began when it is told to stop', async () => {
  const connector = await startConnector()
  let go = () => {}
  connector.next({ hold: new Promise(resolve => (go = resolve)) })
  const bot = run()
  const address = await bot.listening()
  expect(bot.said.out).toBe(`License Desk listens on ${address}/api/messages, for this machine only: no credentials are set\n`)
  expect(statSync(join(folder, '.data')).mode & 0o777).toBe(0o700)
  const message = () => post(address, JSON.stringify(activityOf(connector.serviceUrl, { text: 'hello' })))
  const answered = message()
  await connector.arrived(1)
  bot.child.kill('SIGTERM')
  await expect.poll(async () => (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'stopping' })
  bot.child.kill('SIGTERM')
  expect(await message()).toMatchObject({ status: 503, body: { error: { code: 'stopping' } } })
  go()
  expect(await answered).toEqual({ status: 200, body: undefined })
  const { code, err } = await bot.ended()
  expect(code).toBe(0)
  expect(linesOf(err)).toMatchObject([
    { msg: 'the bot started', version: package_.version, store: 'sqlite', policy: expect.stringMatching(/^\d{4}-\d\d-\d\d/), llm: 'off' },
    { msg: 'requests were refused', stopping: 1 },
    { msg: 'turn' },
    { msg: 'the bot stopped' },
  ])
  expect(readdirSync(join(folder, '.data'))).toEqual(['license-desk.db'])
  await connector.stop()
})

test('a second bot on the same port says so and ends', async () => {
  const address = await run().listening()
  const { port } = new URL(address)
  expect(await run({ PORT: port }).ended()).toEqual({
    code: 1,
    err: `PORT: ${port} is taken on 127.0.0.1; stop the other program, or give another port (PORT=0 takes a free one).\n`,
  })
})

test.runIf(process.platform === 'linux')('a folder where the system lets nobody make one is said, with what else is wrong', async () => {
  const { code, err } = await run({ DATA_DIR: '/proc/license-desk/data', LOG_LEVEL: 'loud' }).ended()
  expect([code, err.trim().split('\n')]).toEqual([
    1,
    [
      expect.stringMatching(/^LOG_LEVEL: /),
      'DATA_DIR: "/proc/license-desk/data" can\'t be written; give a folder that the bot may write to.',
    ],
  ])
})

test('a folder that can not be written, and everything else that is wrong, is said in sentences', async () => {
  writeFileSync(join(folder, 'file'), '')
  writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\n')
  const { code, err } = await run({ DATA_DIR: 'file/data', POLICY_FILE: 'none.json' }).ended()
  expect(code).toBe(1)
  expect(
    err
      .trim()
      .split('\n')
      .map(line => line.split(':')[0]),
  ).toEqual(['LOG_LEVEL', 'DATA_DIR', 'POLICY_FILE'])
  expect(err).not.toMatch(/\n\s+at /)
})

test('a taken port is said together with what else is wrong', async () => {
  const { port } = new URL(await run().listening())
  writeFileSync(join(folder, 'license-desk.db'), 'a shopping list '.repeat(500))
  const told = async (environment: Readonly<Record<string, string>>) => (await run(environment).ended()).err.match(/^\w+(?=:)/gm)
  const wrong = { LOG_LEVEL: 'loud', DATA_DIR: '.', HOST: '0.0.0.0' }
  expect(await Promise.all(Object.entries(wrong).map(([name, value]) => told({ PORT: port, [name]: value })))).toEqual([
    ['LOG_LEVEL', 'PORT'],
    ['DATA_DIR', 'PORT'],
    ['HOST'],
  ])
})

test('an .env that is a folder or no text is said, with what else is wrong', async () => {
  mkdirSync(join(folder, '.env'))
  expect(await run().ended()).toEqual({ code: 1, err: ".env can't be read (EISDIR); give lines of NAME=value, or remove it.\n" })
  rmSync(join(folder, '.env'), { recursive: true })
  for (const bytes of [
    [0xff, 0xfe, 0x50, 0],
    [0x50, 0, 0x3d, 0],
  ]) {
    writeFileSync(join(folder, '.env'), new Uint8Array(bytes))
    const { code, err } = await run({ LOG_LEVEL: 'loud' }).ended()
    expect([code, err.split('\n')[0]]).toEqual([1, '.env is not text; give lines of NAME=value, or remove it.'])
    expect(err).toContain('LOG_LEVEL: "loud"')
  }
})

test('an .env adds to the environment and overrides nothing of it', async () => {
  writeFileSync(join(folder, '.env'), '\uFEFFLOG_LEVEL=loud\nPORT=x\n')
  const told = async (environment: Readonly<Record<string, string>>) => (await run(environment).ended()).err
  expect(await told({})).toMatch(/^LOG_LEVEL: "loud" can't be used.*\n$/)
  // An empty value counts as unset.
  expect(await told({ LOG_LEVEL: '' })).toBe(await told({}))
})

test('data that is no database is left alone', async () => {
  writeFileSync(join(folder, 'license-desk.db'), 'a shopping list '.repeat(500))
  expect(await run({ DATA_DIR: '.' }).ended()).toEqual({
    code: 1,
    err: 'DATA_DIR: "." can\'t be used (file is not a database); restore the backup.\n',
  })
})

test('a database of a newer version is left alone, and the fault says so', async () => {
  const bot = run({ DATA_DIR: '.' })
  await bot.listening()
  bot.child.kill('SIGTERM')
  await bot.ended()
  const database = new DatabaseSync(join(folder, 'license-desk.db'))
  database.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")
  database.close()
  expect(await run({ DATA_DIR: '.' }).ended()).toEqual({
    code: 1,
    err: 'DATA_DIR: "." can\'t be used (a newer version has used it); start that version again, or restore the backup from before it.\n',
  })
})

test('a PostgreSQL that is not there is named without its password', async () => {
  expect(await run({ DATABASE_URL: 'postgres://desk:pa55word@127.0.0.1:1/desk' }).ended()).toEqual({
    code: 1,
    err: "DATABASE_URL: the database at 127.0.0.1:1 can't be opened (nothing listens there, ECONNREFUSED); give the address of a PostgreSQL database that the bot may write to.\n",
  })
})

// A limit for the size of files stands for a full disk.
const limits = (...options: readonly string[]) => spawnSync('prlimit', options, { cwd: folder, env: { PORT: '0' }, encoding: 'utf8' })
const hasLimits = spawnSync('prlimit', ['--version']).status === 0

test.runIf(hasLimits)(
  'where nothing can be written the bot is not ready, keeps what it has, and goes on when there is room again',
  async () => {
    const connector = await startConnector()
    const bot = run({ DATA_DIR: '.' })
    const address = await bot.listening()
    const say = (text: string) => post(address, JSON.stringify(activityOf(connector.serviceUrl, { text })))
    const ready = async () => (await fetch(`${address}/readyz`)).json()
    await say('remind me, our trial ends on 15 April 2035')
    execFileSync('prlimit', ['--pid', String(bot.child.pid), `--fsize=${statSync(join(folder, 'license-desk.db-wal')).size}:`])
    await expect.poll(ready, { timeout: 30_000 }).toEqual({ status: 'store' })
    await say('remind me, our licence ends on 20 May 2035')
    execFileSync('prlimit', ['--pid', String(bot.child.pid), '--fsize=unlimited:'])
    await expect.poll(ready, { timeout: 30_000 }).toEqual({ status: 'ready' })
    await say('what do you track for me?')
    const [first, second, third] = connector.posted.map(({ activity }) => JSON.stringify(activity))
    expect(first).toContain('Tracked')
    expect(second).toContain('Something went wrong on our side')
    expect(third).toContain('15 April 2035')
    expect(third).not.toContain('20 May 2035')
    expect(bot.said.err).toMatch(/"code":"ERR_SQLITE_ERROR","why":"(disk I\/O error|database or disk is full)"/)
    bot.child.kill('SIGTERM')
    expect((await bot.ended()).code).toBe(0)
    await connector.stop()
  },
)

test.runIf(hasLimits)('where nothing can be written the bot does not start', async () => {
  const bot = run()
  await bot.listening()
  bot.child.kill('SIGTERM')
  await bot.ended()
  const { status, stderr } = limits('--fsize=0', process.execPath, join(root, 'bot/main.ts'))
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^DATA_DIR: "\.data" can't be used \(.+\); look whether its disk is full or broken, or give another folder\.\n$/),
  ])
})

test('the chat page is there with --playground, and not beside credentials', async () => {
  const bot = run({}, '--playground')
  const address = await bot.listening()
  expect(bot.said.out).toBe(`License Desk is at ${address}/\n`)
  expect((await fetch(address)).headers.get('content-type')).toContain('text/html')
  const id = '11111111-2222-4333-8444-555555555555'
  const credentials = { MICROSOFT_APP_ID: id, MICROSOFT_APP_TENANT_ID: id, MICROSOFT_APP_PASSWORD: 'x' }
  expect(await run(credentials, '--playground').ended()).toEqual({
    code: 1,
    err: 'MICROSOFT_APP_ID is set, and the chat page is for trying the desk without Teams; unset it, or run `npm run serve`.\n',
  })
})

test('the packages for models and telemetry are loaded where they are needed, and never where they are not', async () => {
  const connector = await startConnector()
  const hook = join(folder, 'hook.mjs')
  writeFileSync(
    hook,
    `import { registerHooks } from 'node:module'
    const kind = /^(openai|@opentelemetry)/
    const resolve = (name, context, next) => (kind.test(name) && process.stderr.write('LOADED ' + kind.exec(name)[0] + '\\n'), next(name, context))
    registerHooks({ resolve })`,
  )
  const answer = async (environment: Readonly<Record<string, string>>, text: string) => {
    const bot = run({ NODE_OPTIONS: `--import ${pathToFileURL(hook)}`, ...environment })
    await post(await bot.listening(), JSON.stringify(activityOf(connector.serviceUrl, { text })))
    bot.child.kill('SIGTERM')
    return (await bot.ended()).err
  }
  const model = { LLM: 'openai', OPENAI_API_KEY: 'a-secret', OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }
  expect(await answer({}, 'vorpal mimsy outgrabe')).not.toContain('LOADED')
  expect(await answer(model, 'can I still extend my trial?')).not.toContain('LOADED')
  const asked = await answer(model, 'vorpal mimsy outgrabe')
  expect(asked).toContain('LOADED openai')
  expect(await answer({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, 'hello')).toContain('LOADED @opentelemetry')
  expect(asked).toContain('"why":"unreachable"')
  expect(asked).not.toContain('a-secret')
  await connector.stop()
})

test('what a collector is to get is sent before the bot ends, and one that is silent keeps nobody', async () => {
  const connector = await startConnector()
  const ended = async (collector: RunningCollector) => {
    const bot = run({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=s3cret' })
    await post(await bot.listening(), JSON.stringify(activityOf(connector.serviceUrl, { text: 'hello' })))
    bot.child.kill('SIGTERM')
    return bot.ended()
  }
  const [taking, silent] = await Promise.all([startCollector(), startCollector('silence')])
  const [sent, kept] = await Promise.all([ended(taking), ended(silent)])
  expect([sent.code, kept.code]).toEqual([0, 0])
  expect(taking.exports.map(({ path, headers }) => [path, headers['x-key']]).toSorted()).toEqual([
    ['/base/v1/metrics', 's3cret'],
    ['/base/v1/traces', 's3cret'],
  ])
  const [turn] = taking.spans().filter(({ name }) => name === 'turn')
  expect(linesOf(sent.err).find(({ msg }) => msg === 'turn')).toMatchObject({ trace: turn?.trace })
  expect(sent.err + kept.err).not.toContain('s3cret')
  await Promise.all([taking.stop(), silent.stop(), connector.stop()])
})

test('with a managed identity, who has a token of Teams is answered with a token of the bot', async () => {
  const keys = makeKeys('teams', ['msteams'])
  const [cloud, connector] = [await startTeamsCloud([keys]), await startConnector()]
  const identity = { MICROSOFT_APP_TYPE: 'UserAssignedMSI', IDENTITY_ENDPOINT: `${cloud.address}/identity`, IDENTITY_HEADER: 'x' }
  const bot = run({ ...cloud.environment, ...identity, HOST: '127.0.0.1', NODE_ENV: 'production' })
  const address = await bot.listening()
  const token = signedBy(keys, { payload: claimsFor(connector.serviceUrl, new Date()) })
  const say = (text: string, tenantId: string) => {
    const conversation = { id: `chat in ${tenantId}`, conversationType: 'personal', tenantId }
    return post(address, JSON.stringify(activityOf(connector.serviceUrl, { text, conversation })), { Authorization: `Bearer ${token}` })
  }
  expect(await say('hello', TENANT)).toEqual({ status: 200, body: undefined })
  expect(await say('hello', APP)).toEqual({ status: 200, body: undefined })
  expect(connector.posted.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-1'])
  expect(connector.posted[0]?.activity.attachments).toHaveLength(1)
  expect(connector.posted[1]?.activity.text).toContain('not set up for your organization')
  bot.child.kill('SIGTERM')
  expect((await bot.ended()).code).toBe(0)
  expect(bot.said.err).not.toMatch(new RegExp(`hello|token-1|Robin|${APP}|${TENANT}`))
  await Promise.all([cloud.stop(), connector.stop()])
})

test('with credentials nobody gets in without a token', async () => {
  const id = '11111111-2222-4333-8444-555555555555'
  const bot = run({ HOST: '127.0.0.1', MICROSOFT_APP_ID: id, MICROSOFT_APP_TENANT_ID: id, MICROSOFT_APP_PASSWORD: 'x' })
  const address = await bot.listening()
  const activity = JSON.stringify(activityOf('https://smba.trafficmanager.net/emea/', { text: 'hello' }))
  const refused = { status: 401, body: { error: { code: 'unauthorized', message: 'The token is missing or not accepted.' } } }
  expect(await post(address, activity)).toEqual(refused)
  expect(await post(address, activity, { Authorization: 'Bearer not.a.token' })).toEqual(refused)
})
