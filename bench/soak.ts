import { setInterval } from 'node:timers/promises'
import type { CountingConnector } from './connector.ts'
import { type Figures, spreadOf } from './figures.ts'
import { converse } from './load.ts'
import { someone } from './people.ts'
import { start } from './running.ts'

const CONVERSATIONS = 32
const SAMPLE_MS = 1000
const MINUTE_MS = 60_000

/** Whether memory grows in the second half of so many minutes of load. */
export async function benchSoak(folder: string, connector: CountingConnector, minutes: number): Promise<Figures> {
  const bot = await start('License Desk', folder)
  const samples: number[] = []
  const stop = new AbortController()
  const sampling = (async () => {
    for await (const _ of setInterval(SAMPLE_MS, undefined, { signal: stop.signal })) samples.push(bot.memory())
  })().catch(() => {})
  const people = Array.from({ length: CONVERSATIONS }, (_, index) => someone(connector.serviceUrl, `soak-${index}`, index))
  const { sent, seconds } = await converse(bot.port, people, minutes * MINUTE_MS)
  stop.abort()
  await sampling
  await bot.stop()
  const minute = (number: number) => {
    const until = (number * MINUTE_MS) / SAMPLE_MS
    return spreadOf(samples.slice(until - MINUTE_MS / SAMPLE_MS, until))
  }
  const half = Math.ceil(minutes / 2)
  return {
    'soak: turns': sent.length,
    'soak: turns that failed': sent.filter(({ status }) => status !== 200).length,
    'soak: turns a second': sent.length / seconds,
    [`soak: memory in minute ${half}, MB`]: minute(half),
    [`soak: memory in minute ${minutes}, MB`]: minute(minutes),
    'soak: growth between, MB': minute(minutes).median - minute(half).median,
  }
}
