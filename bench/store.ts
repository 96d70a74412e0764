import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inFolder } from '../bot/store/sqlite.ts'
import { type OpenStore, openStore } from '../bot/store/store.ts'
import type { Clock } from '../dialogs/ports.ts'
import { addDays, type Day } from '../rules/day.ts'
import { testClock } from '../test/support/clock.ts'
import { diceOf } from '../test/support/simulation.ts'
import { threadOf, track, trial } from '../test/support/tracked.ts'
import { type Figures, share, spreadOf } from './figures.ts'

const TRACKED = 100_000
const BENCHES = 5
const TIMES = 400
const START = '2026-03-10T10:00:00Z'

/** With 100,000 tracked licences in SQLite: what a change and the look for what is due take, beside what the disk itself takes. */
export async function benchStore(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'license-desk-bench-'))
  const clock = testClock(START)
  const dice = diceOf(1)
  await fill(folder, dice, clock)
  const store = await openStore(inFolder(folder), clock)
  const before = memory()

  const changes: number[] = []
  const dues: number[] = []
  for (let bench = 0; bench < BENCHES; bench++) {
    changes.push(await p99(() => trackOne(store, Math.floor(dice() * TRACKED), dice, clock.now())))
    clock.advance(86_400_000)
    dues.push(
      await p99(async () => {
        for (const claim of await store.ledger.claim(clock.now(), 16, 60_000)) await store.ledger.release(claim)
      }),
    )
  }
  const result = {
    'tracked licences': TRACKED,
    'change and plan again, p99 in ms': spreadOf(changes),
    'look for what is due and claim it, p99 in ms': spreadOf(dues),
    'one sync of the disk, p99 in ms': diskSync(folder),
    'memory before the measurements, MB': before,
    'memory after, MB': memory(),
  }
  await store.close()
  rmSync(folder, { recursive: true })
  return result
}

/** What isn't measured needs no sync: all of it goes over the connection that does without. */
async function fill(folder: string, dice: () => number, clock: Clock): Promise<void> {
  const { swift } = inFolder(folder)
  const store = await openStore({ swift, durable: swift }, clock)
  for (let number = 0; number < TRACKED; number++) await trackOne(store, number, dice, clock.now())
  await store.close()
}

async function trackOne(store: OpenStore, number: number, dice: () => number, now: Date): Promise<void> {
  const thread = threadOf('http://127.0.0.1:1/', { conversation: `a:${number}`, tenant: `tenant-${number % 100}` })
  const item = trial({ facts: { trialEnd: addDays('2026-04-15' as Day, Math.floor(dice() * 300)) }, person: `29:${number}` })
  await track(store, thread, item, now)
}

async function p99(work: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return p99Of(times)
}

const p99Of = (times: readonly number[]) =>
  share(
    times.toSorted((a, b) => a - b),
    0.99,
  )

function diskSync(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w')
  const times = Array.from({ length: TIMES }, () => {
    writeSync(file, Buffer.alloc(4096))
    const start = performance.now()
    fsyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  return p99Of(times)
}

function memory(): number {
  return process.memoryUsage().rss / 2 ** 20
}
