import { Writable } from 'node:stream'
import { createLog } from '../../bot/log.ts'
import { createNotifier, type Notifier, type NotifierParts } from '../../bot/notifier.ts'
import { createSender, type Sender } from '../../bot/sender.ts'
import type { OpenStore } from '../../bot/store/store.ts'
import type { WriteReminder } from '../../dialogs/reminders/tracked.ts'
import { documentedPolicy } from '../../rules/policy.ts'
import type { TestClock } from './clock.ts'

/** A card that says what it warns of: which items, of what, in how many days' time. */
export const plainReminder: WriteReminder = (due, { today, small }) => {
  const text = due
    .map(
      ({ tracked, warns }) =>
        `${tracked.name || tracked.kind} ${tracked.state}: ${warns.map(({ milestone, date }) => `${milestone} ${date}`).join(', ')}`,
    )
    .join('; ')
  return {
    summary: `${today} ${text}${small ? ', small' : ''}`,
    text,
    content: { type: 'AdaptiveCard', version: '1.5', body: [] } as never,
  }
}

export interface Notifying {
  readonly notifier: Notifier
  readonly sender: Sender
  readonly lines: readonly Readonly<Record<string, unknown>>[]
}

/** Delivers what is due. Messages to one conversation wait for their turns, which only the clock of the test brings. */
export async function throughRound({ notifier }: Pick<Notifying, 'notifier'>, clock: TestClock): Promise<void> {
  let done = false
  const delivered = notifier.round().finally(() => (done = true))
  while (!done) {
    await new Promise(resolve => setImmediate(resolve))
    const turn = clock.untilNext ?? Number.POSITIVE_INFINITY
    if (turn <= 2000) clock.advance(turn)
  }
  await delivered
}

/** A notifier on a store, with the real sender and the clock of the test. */
export function notifying(store: OpenStore, clock: TestClock, more: Partial<NotifierParts> = {}): Notifying {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', new Writable({ write: (line, _, done) => done(void lines.push(JSON.parse(String(line)))) }))
  const sender = createSender(clock)
  const parts = { store, sender, write: plainReminder, policy: documentedPolicy, clock, log, hindrance: () => undefined, dice: () => 1 }
  return { notifier: createNotifier({ ...parts, ...more }), sender, lines }
}
