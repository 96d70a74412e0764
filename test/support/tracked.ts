import type { Line } from '../../bot/store/register.ts'
import type { OpenStore } from '../../bot/store/store.ts'
import { planned } from '../../dialogs/reminders/planning.ts'
import { type Followed, nameKey, type ToTrack, type Tracked } from '../../dialogs/reminders/tracked.ts'
import type { Thread } from '../../dialogs/turn.ts'
import type { Day } from '../../rules/day.ts'
import { documentedPolicy } from '../../rules/policy.ts'

export const TENANT = '11111111-2222-4333-8444-555555555555'

/** Robin's own chat with the desk, unless `more` says otherwise. */
export function threadOf(serviceUrl: string, more: Partial<Thread> = {}): Thread {
  const { tenant = TENANT, conversation = 'a:robin-and-the-desk' } = more
  const key = JSON.stringify([tenant, conversation])
  return { key, tenant, conversation, serviceUrl, bot: '28:license-desk', shared: false, ...more }
}

/** A trial of Robin's that ends on 15 April 2026, unless `more` says otherwise. */
export function trial(more: Partial<ToTrack> = {}): ToTrack {
  return {
    kind: 'trial',
    name: '',
    facts: { trialEnd: '2026-04-15' as Day },
    ownDays: [],
    person: '29:robin',
    zone: 'UTC',
    locale: 'en-GB',
    ...more,
  }
}

/** Tracks an item the way the desk does, now: again where somebody else was faster. */
export async function track(store: OpenStore, thread: Thread, item: ToTrack, now: Date): Promise<Followed & { readonly before?: Tracked }> {
  const isIt = ({ kind, name }: Tracked) => kind === item.kind && nameKey(name) === nameKey(item.name)
  const known = (await store.trackedIn(thread.key)).find(({ tracked }) => isIt(tracked))?.tracked
  const plan = planned(item, { policy: documentedPolicy('2026-03-10' as Day), now })
  return (await store.track(thread, item, plan, known)) ?? track(store, thread, item, now)
}

/** All lines of the ledger. */
export async function ledgerOf(store: OpenStore, wanted: Parameters<OpenStore['register']['lines']>[0] = {}) {
  const lines: Line[] = []
  for await (const line of store.register.lines(wanted)) lines.push(line)
  return lines
}
