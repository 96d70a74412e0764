import { type Aspect, aspects, type Intent } from '../cards/intents.ts'
import { isRepair, isUnknown } from '../dialogs/phrases.ts'
import type { Clock, Reading, SaidAt, Understand } from '../dialogs/ports.ts'
import type { Turn } from '../dialogs/turn.ts'
import { readEntities } from '../dialogs/understanding/entities.ts'
import { wordsOf } from '../dialogs/understanding/features.ts'
import { isFragment } from '../dialogs/understanding/fragments.ts'
import { within } from './clock.ts'
import { type Ask, connect, type Opinion } from './llm-client.ts'
import type { Llm } from './llm-settings.ts'
import type { Log } from './log.ts'
import type { Say, Telemetry } from './telemetry.ts'

/** What a model may take, with the typing sign before it. */
const LIMIT_MS = 2500

/** How the message of a turn is understood. `typing` shows the person that the answer takes a moment. */
export type UnderstandIn = (turn: Turn, typing: () => Promise<void>) => Understand

/**
 * The embedded understanding, and a model's opinion where that is not sure what somebody wrote is about. Every fact is read from
 * the message by the embedded grammar. Where the model fails, the embedded reading stands.
 */
export function withOpinion(understand: Understand, llm: Llm, clock: Clock, log: Log, telemetry: Telemetry): UnderstandIn {
  const ask = connect(llm)
  return ({ id, input }, typing) => {
    if (input.kind !== 'said') return understand
    let asked: ReturnType<typeof askInTime> | undefined
    return async (text, at) => {
      const embedded = await understand(text, at)
      if (!isOpen(embedded, text, at)) return embedded
      // A turn that is answered a second time doesn't ask again.
      asked ??= telemetry.span('llm', say => counted(askInTime(ask, text, typing, clock), say, telemetry), true)
      const opinion = await asked
      if (!('why' in opinion) && opinion.intent) return shaped(embedded, opinion, opinion.intent, text, at)
      log.note('the model was of no use', { turn: id, why: 'why' in opinion ? opinion.why : 'undecided' })
      return embedded
    }
  }
}

/** An opinion, counted by what came of it. */
async function counted(asked: ReturnType<Ask>, say: Say, telemetry: Telemetry): ReturnType<Ask> {
  const opinion = await asked
  const came = cameTo(opinion)
  say(came)
  telemetry.count('llm', came)
  return opinion
}

function cameTo(opinion: Awaited<ReturnType<Ask>>): { readonly outcome: string; readonly why?: string } {
  if (!('why' in opinion)) return { outcome: opinion.intent ? 'used' : 'undecided' }
  return opinion.why === 'slow' ? { outcome: 'slow' } : { outcome: 'failed', why: opinion.why }
}

/**
 * Whether a message leaves open what is asked. A few small words, and what goes on with a topic, get their meaning from the
 * conversation, which a model is not shown.
 */
function isOpen({ band, foreign, facts, unclear }: Reading, text: string, { topic }: SaidAt): boolean {
  if (band === 'sure' || foreign || isFragment(wordsOf(text))) return false
  const brings = Object.keys(facts).length > 0 || unclear.length > 0
  return !topic || !(brings || isRepair(text) || isUnknown(text))
}

function askInTime(ask: Ask, text: string, typing: () => Promise<void>, clock: Clock): ReturnType<Ask> {
  const stop = new AbortController()
  const work = typing().then(() => ask(text, stop.signal))
  return within(clock, LIMIT_MS, work, () => {
    stop.abort()
    return { why: 'slow' }
  })
}

/** The reading where the intent is what a model says. It gives no probability. */
function shaped({ orElse }: Reading, { aspect, dates }: Opinion, intent: Intent, text: string, { asked, today, locale }: SaidAt): Reading {
  const own: readonly Aspect[] = intent in aspects ? aspects[intent as keyof typeof aspects] : []
  const entities = readEntities(text, { today, locale, intent, named: dates, ...(asked ? { asked } : {}) })
  return {
    wishes: [{ intent, sure: 1, ...(aspect && own.includes(aspect) ? { aspect } : {}) }],
    band: 'sure',
    orElse,
    ...entities,
    byModel: true,
  }
}
