import { Writable } from 'node:stream'
import { movableClock, systemClock } from '../bot/clock.ts'
import { createLog } from '../bot/log.ts'
import { createNotifier } from '../bot/notifier.ts'
import { createSender } from '../bot/sender.ts'
import { inMemory } from '../bot/store/sqlite.ts'
import { openStore } from '../bot/store/store.ts'
import { documentedPolicy } from '../rules/policy.ts'
import { startConnector } from '../test/support/connector.ts'
import { plainReminder } from '../test/support/notifying.ts'
import { mostInASecond, simulate } from '../test/support/simulation.ts'
import { threadOf, track, trial } from '../test/support/tracked.ts'

const NOTICES = 900
const ITEMS = 10_000
const DAYS = 365

/** How busy the limit of one tenant is kept over real HTTP, and a year of 10,000 tracked licences in time that jumps. */
export async function benchDelivery(): Promise<Readonly<Record<string, number>>> {
  return { ...(await ofOneTenant()), ...(await ofAYear()) }
}

async function ofOneTenant(): Promise<Readonly<Record<string, number>>> {
  const clock = movableClock(systemClock)
  clock.moveTo(new Date('2026-03-10T10:00:00Z'))
  const connector = await startConnector()
  const store = await openStore(inMemory(), clock)
  for (let number = 0; number < NOTICES; number++)
    await track(store, threadOf(connector.serviceUrl, { conversation: `a:${number}` }), trial(), clock.now())
  clock.moveTo(new Date('2026-03-24T09:00:00Z'))
  const sender = createSender(clock)
  const arrivals: { at: number }[] = []
  const counting = {
    send: (...sent: Parameters<typeof sender.send>) => {
      arrivals.push({ at: performance.now() })
      return sender.send(...sent)
    },
  }
  const log = createLog('silent', new Writable({ write: (_, __, done) => done() }))
  const parts = { store, sender: counting, write: plainReminder, policy: documentedPolicy, clock, log, hindrance: () => undefined }
  const start = performance.now()
  await createNotifier(parts).round()
  const seconds = (performance.now() - start) / 1000
  sender.close()
  await connector.stop()
  await store.close()
  return {
    'notices due at once in one tenant': NOTICES,
    'a second, on average (the limit is 45)': NOTICES / seconds,
    'most in any second': mostInASecond(arrivals, () => ''),
  }
}

async function ofAYear(): Promise<Readonly<Record<string, number>>> {
  const before = process.memoryUsage().rss / 2 ** 20
  const start = performance.now()
  const { store, sent, states, lost, doubled, nightly, mostPerTenant } = await simulate(inMemory(), ITEMS, DAYS)
  await store.close()
  return {
    'a year: tracked licences': ITEMS,
    'a year: messages that arrived': sent,
    'a year: notices sent': states.sent ?? 0,
    'a year: failed': states.failed ?? 0,
    'a year: parked': states.parked ?? 0,
    'a year: missed (three days of downtime)': states.missed ?? 0,
    'a year: lost': lost.length,
    'a year: doubled without a reason': doubled.length,
    'a year: sent at night': nightly.length,
    'a year: most in any second in one tenant': mostPerTenant,
    'a year: real minutes': (performance.now() - start) / 60_000,
    'a year: memory grew by, MB': process.memoryUsage().rss / 2 ** 20 - before,
  }
}
