import { handleOf } from '../../cards/item.ts'
import type { Next } from '../ports.ts'
import type { Tracked } from './tracked.ts'

/** What takes a change back: what was tracked is stopped, what was changed gets its former dates and days. */
export const undoing = (now: Tracked, before: Tracked | undefined): Next =>
  before
    ? { verb: 'restore', items: [handleOf(now)], undoes: true, before: { facts: before.facts, ownDays: before.ownDays } }
    : { verb: 'stop', items: [handleOf(now)], undoes: true }
