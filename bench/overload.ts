import { setTimeout } from 'node:timers/promises'
import type { CountingConnector } from './connector.ts'
import { type Figures, share, spreadOf } from './figures.ts'
import { type Caller, callerOf, converse, type Sent } from './load.ts'
import { someone } from './people.ts'
import { type Running, start } from './running.ts'

const CONVERSATIONS = 32
const WARM_UP_MS = 10_000
const MEASURE_MS = 4000
const TIMES_TOO_MANY = 3
const OFFER_MS = 15_000
const TICK_MS = 10
const CONNECTIONS = 2000
const LONGEST_RECOVERY_MS = 30_000

/** License Desk alone: three times as many turns as it takes, how soon it is itself again, and how it stops in the middle of it. */
export async function benchOverload(folder: string, connector: CountingConnector): Promise<Figures> {
  const bot = await start('License Desk', folder)
  const idle = bot.memory()
  const usual = await closedLoop(bot, connector)
  const caller = callerOf(bot.port, CONNECTIONS)
  const offered = await offer(bot, caller, connector, usual.rate * TIMES_TOO_MANY, OFFER_MS)
  const recoveryMs = await recovery(bot, connector, usual.median)
  const stopped = await stopUnderLoad(bot, caller, connector, usual.rate)
  caller.close()
  const accepted = offered.sent.filter(({ status }) => status === 200)
  const times = accepted.map(({ ms }) => ms).sort((a, b) => a - b)
  const of = (status: number) => offered.sent.filter(each => each.status === status).length
  return {
    'overload: turns a second that it takes': usual.rate,
    'overload: turns a second that were offered': offered.sent.length / (OFFER_MS / 1000),
    'overload: answered a second': accepted.length / (OFFER_MS / 1000),
    'overload: told to come back (503)': of(503),
    'overload: broken connections': of(0),
    'overload: anything else': offered.sent.length - accepted.length - of(503) - of(0),
    'overload: median latency of the answered, ms': share(times, 0.5),
    'overload: 99th percentile of the answered, ms': share(times, 0.99),
    'overload: memory at most, MB more than idle': Math.max(...offered.memory) - idle,
    'overload: itself again after, ms': recoveryMs,
    'overload: stopped under load after, ms': stopped.ms,
    'overload: turns that stopping broke off': stopped.broken,
  }
}

async function closedLoop(bot: Running, connector: CountingConnector): Promise<{ rate: number; median: number }> {
  const people = (name: string) =>
    Array.from({ length: CONVERSATIONS }, (_, index) => someone(connector.serviceUrl, `${name}-${index}`, index))
  await converse(bot.port, people('warm'), WARM_UP_MS)
  const { sent, seconds } = await converse(bot.port, people('usual'), MEASURE_MS)
  return { rate: sent.length / seconds, median: spreadOf(sent.map(({ ms }) => ms)).median }
}

/** Sends so many a second whether or not earlier ones were answered; resolves once all of them are. */
async function offer(bot: Running, caller: Caller, connector: CountingConnector, rate: number, ms: number) {
  const next = someone(connector.serviceUrl, `offered-${rate}`, 7)
  const from = performance.now()
  const calls: Promise<Sent>[] = []
  const memory: number[] = []
  for (let at = 0; at < ms; at = performance.now() - from) {
    const due = Math.floor((rate * at) / 1000)
    while (calls.length < due) calls.push(caller.send(next()))
    memory.push(bot.memory())
    await setTimeout(TICK_MS)
  }
  return { sent: await Promise.all(calls), memory }
}

/** How long after the load it takes until a turn is answered about as fast as usual, in milliseconds. */
async function recovery(bot: Running, connector: CountingConnector, usualMs: number): Promise<number> {
  const from = performance.now()
  const caller = callerOf(bot.port, 1)
  const next = someone(connector.serviceUrl, 'after', 8)
  for (;;) {
    const { status, ms } = await caller.send(next())
    const after = performance.now() - from
    if ((status === 200 && ms <= usualMs) || after > LONGEST_RECOVERY_MS) {
      caller.close()
      return after
    }
  }
}

/** Tells it to stop while people talk: what was begun before has to be answered, by an answer or by "come back". */
async function stopUnderLoad(bot: Running, caller: Caller, connector: CountingConnector, rate: number) {
  const offered = offer(bot, caller, connector, rate, 2000)
  await setTimeout(2000)
  const ms = await bot.stop()
  const { sent } = await offered
  return { ms, broken: sent.filter(({ status }) => status === 0).length }
}
