import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { activityOf } from './support/activities.ts'
import { post } from './support/bot.ts'
import { startConnector } from './support/connector.ts'
import { createDatabase, hasPostgres, stopPostgres } from './support/postgres.ts'
import { kill, runBot } from './support/process.ts'
import { startStoppableProxy } from './support/stoppable-proxy.ts'

// What a process does to which the machine refuses something, or what it talks to.

let folder: string
let running: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
})
afterEach(async () => {
  if (running) await kill(running)
  rmSync(folder, { recursive: true })
})

function run(environment: Readonly<Record<string, string>> = {}) {
  const bot = runBot(folder, environment)
  running = bot.child
  return bot
}

test.skipIf(process.platform === 'win32').for<readonly [string, string]>([
  ['a disk that is full', 'exec "$@" 2>/dev/full'],
  ['somebody who went away', 'mkfifo log; cat log >/dev/null & exec 3>log; kill $!; exec "$@" 2>&3'],
  ['somebody who reads no more', 'mkfifo log; exec 3<>log; head -c 65536 /dev/zero >&3; exec "$@" 2>&3'],
])('a bot whose log goes to %s ends when it is told to', async ([, script]) => {
  const main = new URL('../bot/main.ts', import.meta.url).pathname
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, main], { cwd: folder, env: { ...process.env, PORT: '0' } })
  running = child
  const ended = new Promise(resolve => child.once('exit', resolve))
  await new Promise(resolve => child.stdout.once('data', resolve))
  child.kill('SIGTERM')
  expect(await Promise.race([ended, setTimeout(30_000, 'still there', { ref: false })])).toBe(0)
})

test('what could not be loaded once, as without a free file, is loaded with the next message', async () => {
  const hook = join(folder, 'hook.mjs')
  writeFileSync(
    hook,
    `import { registerHooks } from 'node:module'
    const refused = new Set()
    const resolve = (name, context, next) => {
      if (!/^(undici|openai)$/.test(name) || refused.has(name)) return next(name, context)
      refused.add(name)
      throw new Error('too many open files')
    }
    registerHooks({ resolve })`,
  )
  const connector = await startConnector()
  const model = { LLM: 'openai', OPENAI_API_KEY: 'a-secret', OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }
  const bot = run({ NODE_OPTIONS: `--import ${pathToFileURL(hook)}`, ...model })
  const address = await bot.listening()
  const say = async (text: string) => (await post(address, JSON.stringify(activityOf(connector.serviceUrl, { text })))).status
  expect([await say('hello'), await say('hello')]).toEqual([500, 200])
  expect([await say('vorpal mimsy outgrabe'), await say('vorpal mimsy outgrabe')]).toEqual([200, 200])
  bot.child.kill('SIGTERM')
  const { err } = await bot.ended()
  expect(err.match(/(?<="why":")[^"]+/g)).toEqual(['not-loaded', 'unreachable'])
  await connector.stop()
})

test('a connection that the system can not take in is counted, and the bot goes on', async () => {
  const hook = join(folder, 'hook.mjs')
  writeFileSync(
    hook,
    `import { Server } from 'node:net'
    const { listen } = Server.prototype
    Server.prototype.listen = function (...given) {
      const refuse = () => this.emit('error', Object.assign(new Error('accept ENOBUFS'), { code: 'ENOBUFS' }))
      this.once('connection', () => setTimeout(refuse))
      return listen.apply(this, given)
    }`,
  )
  const bot = run({ NODE_OPTIONS: `--import ${pathToFileURL(hook)}` })
  const address = await bot.listening()
  const ready = async () => (await fetch(`${address}/readyz`)).status
  expect([await ready(), await setTimeout(100).then(ready)]).toEqual([200, 200])
  bot.child.kill('SIGTERM')
  const { code, err } = await bot.ended()
  expect([code, err]).toEqual([0, expect.stringContaining('"no-connection: ENOBUFS":1')])
})

describe.runIf(hasPostgres)('a database that says what PostgreSQL never would', () => {
  afterAll(stopPostgres)

  // A way to log in that its library doesn't know, and messages that end too early.
  test.for<readonly [string, string]>([
    ['R', '0000000800000007'],
    ['R', '000000060000'],
    ['D', '0000000500'],
    ['T', '00000008ffff0102'],
  ])('breaks the connection, and nothing else: %s %s', async ([code, rest]) => {
    const [database, connector] = [await createDatabase(), await startConnector()]
    const proxy = await startStoppableProxy(database.url)
    const bot = run({ DATABASE_URL: proxy.url })
    const address = await bot.listening()
    const say = (text: string) => post(address, JSON.stringify(activityOf(connector.serviceUrl, { text })))
    await say('can I still extend my trial?')
    proxy.say(Buffer.concat([Buffer.from(code), Buffer.from(rest, 'hex')]))
    await setTimeout(200)
    await say('it ends on 1 April 2099')
    expect(bot.child.exitCode).toBe(null)
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' })
    await kill(bot.child)
    await Promise.all([proxy.close(), connector.stop()])
    await database.drop()
  })
})
