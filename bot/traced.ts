import { handle } from '../dialogs/desk.ts'
import type { Desk, Understand } from '../dialogs/ports.ts'
import type { UnderstandIn } from './llm.ts'
import type { Log } from './log.ts'
import type { Sender, Sent } from './sender.ts'
import type { OpenStore } from './store/store.ts'
import type { DeskBotParts } from './teams.ts'
import { type Counter, silent, type Telemetry } from './telemetry.ts'

/** A sender whose attempts are traced and counted. */
export function tracedSender({ send, close }: Sender, counter: Counter, telemetry: Telemetry): Sender {
  if (telemetry === silent) return { send, close }
  return {
    close,
    send: (outgoing, limitMs) =>
      telemetry.span(
        'send',
        async say => {
          const sent = await send(outgoing, limitMs)
          const ended = endedAs(sent)
          say({ method: outgoing.method, ...ended })
          telemetry.count(counter, ended)
          if (ended.status === 401 || ended.code === 'no-token') telemetry.count('connector.unauthorized', ended)
          return sent
        },
        true,
      ),
  }
}

function endedAs(sent: Sent): { readonly outcome: Sent['kind']; readonly status?: number; readonly code?: string } {
  if (sent.kind !== 'refused') return { outcome: sent.kind }
  return { outcome: sent.kind, status: sent.status, ...(sent.code ? { code: sent.code } : {}) }
}

/** Understanding as a span of the turn. */
const tracedUnderstanding =
  (understand: Understand, telemetry: Telemetry): Understand =>
  (text, at) =>
    telemetry.span('understand', async say => {
      const reading = await understand(text, at)
      say({ intent: reading.wishes[0].intent, band: reading.band, model: reading.byModel === true })
      return reading
    })

/** How turns are answered: by the desk, with the rule that it asked as a span of the turn. */
export const answeringWith =
  (desk: Omit<Desk, 'understand'>, understandIn: UnderstandIn, telemetry: Telemetry): DeskBotParts['handle'] =>
  (turn, typing) =>
    telemetry.span('desk', async say => {
      const understand = tracedUnderstanding(understandIn(turn, typing), telemetry)
      const answer = await handle(turn, { ...desk, understand })
      const { intent, rule, codes, policy, outcome } = answer.trace
      say({ intent, rule, codes, policy, outcome })
      return answer
    })

/** A store whose calls are spans of the turn or delivery that makes them. */
export function tracedStore(store: OpenStore, telemetry: Telemetry): OpenStore {
  return telemetry === silent ? store : traced(store, 'store', telemetry)
}

function traced<Part extends object>(part: Part, name: string, telemetry: Telemetry): Part {
  const entries = Object.entries(part).map(([key, value]) => {
    if (typeof value === 'object') return [key, traced(value as object, `${name} ${key}`, telemetry)]
    const call = (...given: unknown[]) =>
      telemetry.span(`${name} ${key}`, () => (value as (...given: unknown[]) => Promise<unknown>).apply(part, given))
    return [key, call]
  })
  return Object.fromEntries(entries) as Part
}

/** A log whose turns are counted as well. */
export function countedTurns(log: Log, telemetry: Telemetry): Log {
  return {
    ...log,
    turn(line) {
      const { intent, rule, codes, policy, outcome, did, sent, ms } = line
      telemetry.count('turns', { intent, rule, outcome, did, sent })
      telemetry.took(ms, { intent, did })
      if (outcome === 'called-wrong') telemetry.count('answers.wrong', { rule, codes: codes?.join(), policy })
      log.turn(line)
    },
  }
}
