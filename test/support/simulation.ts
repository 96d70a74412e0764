import { Writable } from 'node:stream'
import { createLog } from '../../bot/log.ts'
import { createNotifier } from '../../bot/notifier.ts'
import type { Outgoing, Sender, Sent } from '../../bot/sender.ts'
import { type OpenStore, openStore, type Storage } from '../../bot/store/store.ts'
import { planned } from '../../dialogs/reminders/planning.ts'
import type { WriteReminder } from '../../dialogs/reminders/tracked.ts'
import { addDays, type Day, dayIn, hourIn } from '../../rules/day.ts'
import { documentedPolicy } from '../../rules/policy.ts'
import { threadOf, trial } from './tracked.ts'
import { type VirtualClock, virtualClock } from './virtual-clock.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** The simulated bot looks less often than the real one, which changes nothing but how long it takes to simulate. */
const LOOK_MS = 15 * MINUTE_MS
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']

/** The same numbers from 0 to 1 every time. */
export function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** What came of a simulated time. Every list is empty where all is as promised. */
export interface Simulated {
  readonly sent: number
  /** How often each state is in the ledger. */
  readonly states: Readonly<Record<string, number>>
  /** Messages that arrived a second time although nobody could think that they had not, by item and day. */
  readonly doubled: readonly string[]
  /** What was planned when it was tracked, and is not in the ledger. */
  readonly lost: readonly string[]
  /** What arrived in the night. */
  readonly nightly: readonly string[]
  /** The most messages that one tenant got in any second, and one conversation. */
  readonly mostPerTenant: number
  readonly mostPerConversation: number
  readonly refused: Readonly<Record<string, number>>
  readonly store: OpenStore
}

interface Arrival {
  readonly at: number
  readonly tenant: string
  readonly conversation: string
  readonly key: string
  readonly zone: string
}

/** Connects to nobody, and behaves like a connector on a bad day: slow, throttling, failing, and lying about what it took. */
function badConnector(clock: VirtualClock, dice: () => number) {
  const arrivals: Arrival[] = []
  const lies = new Set<string>()
  const refused: Record<string, number> = {}
  const recent = new Map<string, number[]>()
  const isTooMuch = (key: string, most: number) => {
    const now = clock.now().getTime()
    const last = (recent.get(key) ?? []).filter(at => at > now - 1000)
    recent.set(key, [...last, now])
    return last.length >= most
  }
  const refuse = (status: number, code?: string, retryAfterMs?: number): Sent => {
    refused[status] = (refused[status] ?? 0) + 1
    return { kind: 'refused', status, ...(code ? { code } : {}), ...(retryAfterMs ? { retryAfterMs } : {}) }
  }
  const sender: Pick<Sender, 'send'> = {
    async send({ conversationId, activity }: Outgoing, limitMs) {
      const [tenant = '', zone = '', key = ''] = (activity as { summary: string }).summary.split('|')
      const at = clock.now().getTime()
      await clock.wait(dice() < 0.01 ? 5000 + dice() * 5000 : 20 + dice() * 200)
      if (isTooMuch(`tenant ${tenant}`, 50) || isTooMuch(conversationId, 7)) return refuse(429, undefined, 1000)
      const fate = dice()
      if (fate < 0.01) return refuse(503)
      if (fate < 0.012) return refuse(429, undefined, 30_000)
      if (fate < 0.013) return refuse(500)
      if (fate < 0.0135) return refuse(403, 'BotNotInConversationRoster')
      arrivals.push({ at, tenant, conversation: conversationId, key, zone })
      if (fate < 0.016) {
        // It says that it didn't take it, but it did.
        lies.add(key)
        return refuse(502)
      }
      if (fate < 0.018) {
        lies.add(key)
        await clock.wait(limitMs)
        return { kind: 'unknown' }
      }
      return { kind: 'accepted', id: `m${arrivals.length}` }
    },
  }
  return { sender, arrivals, lies, refused }
}

/** Lets so many licences be tracked for so many days, with three days of downtime in the middle. */
export async function simulate(storage: Storage, items: number, days: number, seed = 1): Promise<Simulated> {
  const dice = diceOf(seed)
  const clock = virtualClock('2026-01-01T00:00:00Z')
  const store = await openStore(storage, clock)
  const { sender, arrivals, lies, refused } = badConnector(clock, dice)
  const log = createLog('silent', new Writable({ write: (_, __, done) => done() }))
  const write: WriteReminder = due => {
    const [{ tracked, warns }] = due
    const [tenant = ''] = JSON.parse(tracked.place) as string[]
    const key = due.map(each => `${each.tracked.id} ${each.warns.map(({ milestone }) => milestone).join()}`).join()
    return {
      summary: `${tenant}|${tracked.zone}|${key} ${dayIn(tracked.zone, clock.now())} ${warns.length}`,
      text: '',
      content: {} as never,
    }
  }
  const parts = { store, sender, write, policy: documentedPolicy, clock, log, hindrance: () => undefined, dice }
  const notifier = createNotifier(parts)
  const policy = documentedPolicy('2026-01-01' as Day)
  const expected: string[] = []

  for (let number = 0; number < items; number++) {
    const thread = threadOf('http://127.0.0.1:1/', { conversation: `a:${number % Math.ceil(items * 0.9)}`, tenant: `tenant-${number % 3}` })
    const zone = zones[Math.floor(dice() * zones.length)] ?? 'UTC'
    const item = trial({
      name: `item ${number}`,
      zone,
      facts: { trialEnd: addDays('2026-01-20' as Day, Math.floor(dice() * (days - 20))) },
    })
    const plan = planned(item, { policy, now: clock.now() })
    await store.track(thread, item, plan)
    expected.push(...plan.map(({ due }) => `${thread.key} ${due}`))
  }
  const end = Date.parse('2026-01-01T00:00:00Z') + days * DAY_MS
  const down = Date.parse('2026-01-01T00:00:00Z') + Math.floor(days / 2) * DAY_MS
  for (let at = clock.now().getTime(); at < end; at = Math.max(at, clock.now().getTime()) + LOOK_MS) {
    if (at >= down && at < down + 3 * DAY_MS) continue
    clock.till(new Date(at))
    await clock.through(notifier.round())
  }

  const states: Record<string, number> = {}
  const kept = new Map<string, number>()
  for await (const { tenant, place, due, state } of store.register.lines({})) {
    states[state] = (states[state] ?? 0) + 1
    const key = `${JSON.stringify([tenant, place])} ${due}`
    kept.set(key, (kept.get(key) ?? 0) + 1)
  }
  const times = Map.groupBy(arrivals, ({ key }) => key)
  return {
    sent: arrivals.length,
    states,
    doubled: [...times].filter(([key, all]) => all.length > 1 && !lies.has(key)).map(([key]) => key),
    lost: lostOf(expected, kept),
    nightly: arrivals
      .filter(({ at, zone }) => hourIn(zone, new Date(at)) < 9 || hourIn(zone, new Date(at - MINUTE_MS)) >= 18)
      .map(({ at, zone }) => `${new Date(at).toISOString()} ${zone}`),
    mostPerTenant: mostInASecond(arrivals, ({ tenant }) => tenant),
    mostPerConversation: mostInASecond(arrivals, ({ conversation, tenant }) => `${tenant} ${conversation}`),
    refused,
    store,
  }
}

/** What was expected more often than it was kept. */
function lostOf(expected: readonly string[], kept: ReadonlyMap<string, number>): string[] {
  return [...Map.groupBy(expected, key => key)].filter(([key, all]) => all.length > (kept.get(key) ?? 0)).map(([key]) => key)
}

/** The most of one kind within any second, by when they arrived. */
export function mostInASecond<Thing extends { readonly at: number }>(things: readonly Thing[], kindOf: (thing: Thing) => string): number {
  let most = 0
  for (const ofKind of Map.groupBy(things, kindOf).values()) {
    const at = ofKind.map(({ at }) => at).sort((a, b) => a - b)
    for (let first = 0, last = 0; last < at.length; last++) {
      while ((at[last] ?? 0) - (at[first] ?? 0) >= 1000) first++
      most = Math.max(most, last - first + 1)
    }
  }
  return most
}
