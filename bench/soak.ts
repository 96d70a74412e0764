import { setInterval } from 'node:timers/promises'
import type { CountingConnector } from './connector.ts'
import { type Figures, spreadOf } from './figures.ts'
import { INSPECTED, keptBy } from './heap.ts'
import { converse } from './load.ts'
import { someone } from './people.ts'
import { start } from './running.ts'

const CONVERSATIONS = 32
const SAMPLE_MS = 1000
const MINUTE_MS = 60_000

/** Whether memory grows in the second half of so many minutes of load. */
export async function benchSoak(folder: string, connector: CountingConnector, minutes: number): Promise<Figures> {
  const bot = await start('License Desk', folder, INSPECTED)
  const samples: number[] = []
  const stop = new AbortController()
  const sampling = (async () => {
    for await (const _ of setInterval(SAMPLE_MS, undefined, { signal: stop.signal })) samples.push(bot.memory())
  })().catch(() => {})
  const people = Array.from({ length: CONVERSATIONS }, (_, index) => someone(connector.serviceUrl, `soak-${index}`, index))
  const half = Math.ceil(minutes / 2)
  const first = await converse(bot.port, people, half * MINUTE_MS)
  const kept = await keptBy(bot.log)
  const second = await converse(bot.port, people, (minutes - half) * MINUTE_MS)
  const keptInTheEnd = await keptBy(bot.log)
  const sent = [...first.sent, ...second.sent]
  stop.abort()
  await sampling
  await bot.stop()
  const minute = (number: number) => {
    const until = (number * MINUTE_MS) / SAMPLE_MS
    return spreadOf(samples.slice(until - MINUTE_MS / SAMPLE_MS, until))
  }
  return {
    'soak: turns': sent.length,
    'soak: turns that failed': sent.filter(({ status }) => status !== 200).length,
    'soak: turns a second': sent.length / (first.seconds + second.seconds),
    [`soak: memory in minute ${half}, MB`]: minute(half),
    [`soak: memory in minute ${minutes}, MB`]: minute(minutes),
    'soak: growth between, MB': minute(minutes).median - minute(half).median,
    [`soak: kept in the heap after minute ${half}, MB`]: kept,
    [`soak: kept in the heap after minute ${minutes}, MB`]: keptInTheEnd,
  }
}
