import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ended } from './support/command.ts'
import { importsOf, root, sourceOf } from './support/files.ts'

// There is no Docker here: what the Dockerfile says of the image is done by hand, in folders.
const dockerfile = sourceOf('Dockerfile').replaceAll('\\\n', ' ')
const ignored = sourceOf('.dockerignore').split('\n')
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '))
const commandOf = (instruction: RegExp) => JSON.parse(instruction.exec(dockerfile)?.[1] ?? '[]') as [string, ...string[]]

let image: string
let bot: ChildProcess | undefined
beforeEach(() => {
  image = mkdtempSync(join(tmpdir(), 'license-desk-image-'))
  for (const folder of ['app', 'data', 'tmp']) mkdirSync(join(image, folder))
})
afterEach(async () => {
  if (bot?.exitCode === null && bot.kill('SIGKILL')) await once(bot, 'exit')
  allow(join(image, 'app'), 0o755)
  rmSync(image, { recursive: true })
})

/** Sets the mode of a folder and of all folders in it. */
function allow(folder: string, mode: number): void {
  chmodSync(folder, 0o755)
  for (const each of readdirSync(folder, { withFileTypes: true })) if (each.isDirectory()) allow(join(folder, each.name), mode)
  chmodSync(folder, mode)
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return String(port)
}

test('the image is given exactly what its Dockerfile copies', () => {
  expect(ignored.filter(line => line.startsWith('!')).map(line => line.slice(1))).toEqual([...new Set(copied)])
})

test('what the image runs needs no package that stays out of it', () => {
  const files = new Set(['bot/main.ts', 'bot/cli/ledger.ts', 'bot/cli/move.ts'])
  const packages = new Set<string>()
  for (const file of files) {
    for (const { name, onlyTypes } of importsOf(file)) {
      if (/\.(ts|js)$/.test(name) && existsSync(join(root, name))) files.add(name)
      else if (!onlyTypes && !/^node:|^package\.json$/.test(name)) packages.add(/^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
    }
  }
  const { dependencies } = JSON.parse(sourceOf('package.json')) as { dependencies: object }
  expect(packages.size).toBeGreaterThan(5)
  expect([...packages].filter(name => !(name in dependencies))).toEqual([])
  expect([...files].filter(file => !copied.some(folder => file.startsWith(`${folder}/`)))).toEqual([])
})

test('what the Dockerfile copies runs, is healthy, and writes to its data and temporary folders alone', async () => {
  const [app, data, tmp] = ['app', 'data', 'tmp'].map(name => join(image, name)) as [string, string, string]
  const stays = ignored.filter(line => line.includes('/')).map(line => join(root, line))
  for (const name of copied) cpSync(join(root, name), join(app, name), { recursive: true, filter: from => !stays.includes(from) })
  symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'))
  allow(app, 0o555)
  const before = readdirSync(app, { recursive: true })
  const id = '11111111-2222-4333-8444-555555555555'
  const env = {
    ...{ NODE_ENV: 'production', DATA_DIR: data, TMPDIR: tmp, HOME: '/nowhere', PORT: await freePort(), HOST: '127.0.0.1' },
    ...{ MICROSOFT_APP_ID: id, MICROSOFT_APP_TENANT_ID: id, MICROSOFT_APP_PASSWORD: 'x' },
  }
  const run = ([program, ...args]: readonly string[]) =>
    spawn(program === 'node' ? process.execPath : String(program), args, { cwd: app, env, stdio: 'pipe' })

  bot = run(commandOf(/^CMD (.+)$/m))
  const end = ended(bot)
  expect(await Promise.race([once(bot.stdout!, 'data'), end])).toMatchObject([expect.anything()])
  const health = commandOf(/HEALTHCHECK .* CMD (\[.+\])$/m)
  expect(await ended(run(health))).toEqual({ status: 0, stdout: '', stderr: '' })
  bot.kill('SIGTERM')
  expect(await end).toMatchObject({ status: 0, stderr: expect.stringMatching(/^\{.+"the bot started"\}\n\{.+"the bot stopped"\}\n$/) })
  expect((await ended(run(health))).status).toBe(1)
  expect(readdirSync(app, { recursive: true })).toEqual(before)
  expect(readdirSync(image).toSorted()).toEqual(['app', 'data', 'tmp'])
  expect(statSync(join(data, 'license-desk.db')).size).toBeGreaterThan(0)
}, 60_000)
