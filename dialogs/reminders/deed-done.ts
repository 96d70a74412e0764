import { endKey } from '../../rules/facts.ts'
import { without } from '../known-facts.ts'
import type { Conversation, Next } from '../ports.ts'
import { type Outcome, type Scene, shown } from '../scene.ts'
import { pick } from '../topic.ts'
import type { Tracked } from './tracked.ts'
import { type Done, pressedDeed } from './tracked-presses.ts'

/** Does what a message says of tracked items as if the button of their card had been pressed. */
export async function deedDone(scene: Scene, { before, ...deed }: Next): Promise<Outcome> {
  const reminding = before ? { days: before.ownDays } : {}
  const done = await pressedDeed(scene, deed, { v: 1, intent: 'set-reminder', facts: before?.facts ?? {}, reminding }, {})
  const answer = shown([done.card], { intent: 'set-reminder', outcome: done.outcome })
  const stood = before
    ? { ...scene.stood, facts: { ...without(scene.stood.facts, before.facts.trialEnd ? ['trialEnd'] : ofLicence), ...before.facts } }
    : scene.stood
  return { answer, kept: leftBy(stood, done) ?? stood, acted: true }
}

const ofLicence = ['licenseStart', 'licenseEnd'] as const

/** The conversation after something was done to tracked items: what may be typed next. Undefined where that is as before. */
export function leftBy(stood: Conversation, { asks, undo }: Done): Conversation | undefined {
  if (asks) return awaitingEnd(stood, asks)
  const { topic: _, asked: __, open: ___, reminding: ____, ...answered } = stood
  const closed = isAwaitingEnd(stood) ? answered : undefined
  return undo ? { ...(closed ?? stood), misses: 0, next: undo } : closed
}

/** Whether the new end of what went on is asked for. */
export const isAwaitingEnd = ({ open, reminding }: Conversation): boolean => open === true && reminding?.goesOn === true

/** The new end is asked for: a date that is typed next is it. */
function awaitingEnd(stood: Conversation, { kind, name }: Tracked): Conversation {
  const { subject: _, supposed: __, offered: ___, unclear: ____, ...rest } = stood
  return {
    ...rest,
    misses: 0,
    topic: 'set-reminder',
    asked: endKey(kind),
    open: true,
    facts: pick(stood.facts, ['role', 'billingAccount', 'cloud']),
    reminding: { kind, ...(name ? { name } : {}), goesOn: true },
  }
}
