import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type CountingConnector, startCountingConnector } from './connector.ts'
import { type Figures, type Spread, share, spreadOf } from './figures.ts'
import { converse } from './load.ts'
import { benchOverload } from './overload.ts'
import { someone } from './people.ts'
import { type Contender, names, type Running, start, workplace } from './running.ts'
import { benchSoak } from './soak.ts'

const BASE: Contender = 'bare botbuilder'
const CONVERSATIONS = 32
const STARTS = 7
const SETTLE_MS = 2000
/** Until the compiler has seen most of it. */
const WARM_UP_MS = 15_000
const ROUNDS = 7
const ROUND_MS = 4000

/**
 * License Desk beside bare echo bots over real HTTP, in turns: a round of one is followed by a round of the next. Then it alone with
 * more turns than it takes, and for some minutes under load where `minutes` are given.
 */
export async function benchTurns(minutes: number): Promise<Figures> {
  install()
  const folder = workplace()
  const connector = await startCountingConnector()
  const starting = await measureStarts(folder)
  const running = await measureRounds(folder, connector)
  const overload = await benchOverload(folder, connector)
  const soak = minutes > 0 ? await benchSoak(folder, connector, minutes) : {}
  await connector.stop()
  return { ...starting, ...running, ...overload, ...soak }
}

/** The bots to compare with, where they are missing. */
function install(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules/@microsoft/teams.apps/package.json'))) return
  process.stderr.write('installing the bots to compare with, from bench/package.json\n')
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  process.stderr.write('bench/package.json could not be installed; that needs an npm registry\n')
  process.exit(1)
}

type Samples = Record<Contender, number[]>
const samples = (): Samples => Object.fromEntries(names.map(name => [name, [] as number[]])) as Samples

/** The same measure of every bot, and how it stands to that of the bare one in the same round. */
function compared(what: string, of: Samples, to: 'ratio' | 'difference'): Figures {
  const base = of[BASE]
  const against = (name: Contender) =>
    spreadOf(of[name].map((value, round) => (to === 'ratio' ? value / (base[round] ?? value) : value - (base[round] ?? value))))
  const each = (spread: (name: Contender) => Spread) => Object.fromEntries(names.map(name => [name, spread(name)]))
  return {
    [what]: each(name => spreadOf(of[name])),
    [to === 'ratio' ? `${what}, to those of ${BASE}` : `${what}, more than ${BASE}`]: each(against),
  }
}

/** Time to listening, and memory after it; the first start of each bot, which fills caches, is not counted. */
async function measureStarts(folder: string): Promise<Figures> {
  const [times, cold, idle] = [samples(), [] as number[], samples()]
  for (let round = 0; round <= STARTS; round++) {
    const bots: Running[] = []
    for (const name of rotated(round)) bots.push(await start(name, folder))
    await setTimeout(SETTLE_MS)
    if (round > 0)
      for (const bot of bots) {
        times[bot.name].push(bot.startMs)
        idle[bot.name].push(bot.memory())
      }
    for (const bot of bots) await bot.stop()
    const without = await start('License Desk', folder, { NODE_DISABLE_COMPILE_CACHE: '1' })
    cold.push(without.startMs)
    await without.stop()
  }
  return {
    ...compared('start to listening, ms', times, 'ratio'),
    'License Desk where no compile cache can be kept, ms': spreadOf(cold),
    ...compared('memory idle, MB', idle, 'difference'),
  }
}

const rotated = (round: number) => names.map((_, index) => names[(index + round) % names.length] ?? BASE)

async function measureRounds(folder: string, connector: CountingConnector): Promise<Figures> {
  const bots = new Map<Contender, Running>()
  for (const name of names) bots.set(name, await start(name, folder))
  const [rates, used, p50, p95, p99, tail, loaded] = Array.from({ length: 7 }, samples) as [
    Samples,
    Samples,
    Samples,
    Samples,
    Samples,
    Samples,
    Samples,
  ]
  let [turns, failed, connections] = [0, 0, 0]
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of rotated(round + names.length)) {
      const bot = bots.get(name) as Running
      const people = Array.from({ length: CONVERSATIONS }, (_, index) =>
        someone(connector.serviceUrl, `${name}-${round}-${index}`, (round + 2) * 1000 + index),
      )
      const opened = connector.counted.connections
      const before = bot.processorMs()
      const { sent, seconds } = await converse(bot.port, people, round < 0 ? WARM_UP_MS : ROUND_MS)
      if (name === 'License Desk') connections += connector.counted.connections - opened
      if (round < 0) continue
      const times = sent.map(({ ms }) => ms).sort((a, b) => a - b)
      turns += sent.length
      failed += sent.filter(({ status }) => status !== 200).length
      rates[name].push(sent.length / seconds)
      used[name].push((bot.processorMs() - before) / sent.length)
      p50[name].push(share(times, 0.5))
      p95[name].push(share(times, 0.95))
      p99[name].push(share(times, 0.99))
      tail[name].push(share(times, 0.99) / share(times, 0.5))
      loaded[name].push(bot.memory())
    }
  }
  for (const bot of bots.values()) await bot.stop()
  return {
    'turns in all': turns,
    'turns that failed': failed,
    'connections that License Desk opened to the connector': connections,
    ...compared('turns a second', rates, 'ratio'),
    ...compared('processor time a turn, ms', used, 'ratio'),
    ...compared('median latency, ms', p50, 'ratio'),
    ...compared('95th percentile, ms', p95, 'ratio'),
    ...compared('99th percentile, ms', p99, 'ratio'),
    '99th percentile, to the own median': Object.fromEntries(names.map(name => [name, spreadOf(tail[name])])),
    ...compared('memory under load, MB', loaded, 'difference'),
  }
}
