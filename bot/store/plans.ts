import type { Transaction } from 'kysely'
import type { Notice, Planned, Tracked, TrackedFacts } from '../../dialogs/reminders/tracked.ts'
import { DAY_MS } from '../../rules/day.ts'
import type { Tables } from './schema.ts'

/** Older cards are out of sight; they show how things stand when they are pressed. */
const UPDATED_DAYS = 30

/**
 * What was planned goes, what was due and is not sent yet stays on record, and the new plan comes. What was put off to another day still
 * comes where the dates are the same as `before`; an item that was not there before has nothing to go.
 */
export async function plan(
  all: Transaction<Tables>,
  { id, place, facts }: Tracked,
  planned: readonly Planned[],
  now: Date,
  before: Tracked | undefined,
): Promise<void> {
  if (before) {
    const kinds: readonly Notice['kind'][] = datesIn(before.facts) === datesIn(facts) ? ['planned'] : ['planned', 'snoozed']
    await all
      .deleteFrom('notices')
      .where('tracked', '=', id)
      .where('kind', 'in', kinds)
      .where('state', '=', 'planned')
      .where('tries', '=', 0)
      .where('uncertain', '=', 0)
      .where('due', '>', now.toISOString())
      .execute()
    await withdraw(all, [id], 'changed', now, kinds)
    await renewCards(all, [id], now)
  }
  await insertPlanned(all, { tracked: id, place }, planned)
}

/** The dates of an item as text, to be compared. */
export const datesIn = ({ trialEnd, licenseStart, licenseEnd }: TrackedFacts) => JSON.stringify([trialEnd, licenseStart, licenseEnd])

/**
 * Adds what is planned, but for days that have their notice already. One that was cancelled comes back, and so does one that is still
 * ahead and was missed all the same, by a clock that was wrong.
 */
export async function insertPlanned(
  all: Transaction<Tables>,
  of: { readonly tracked: string; readonly place: string },
  planned: readonly Planned[],
  where?: Pick<Tables['places'], 'parked' | 'parked_at'>,
  kind: Notice['kind'] = 'planned',
): Promise<void> {
  if (planned.length === 0) return
  const waits = where?.parked ? { state: 'parked' as const, reason: where.parked, next_at: null, settled_at: where.parked_at } : {}
  await all
    .insertInto('notices')
    .values(planned.map(notice => ({ ...rowOf(notice, of, kind), ...waits })))
    .onConflict(conflict =>
      conflict
        .columns(['tracked', 'day', 'kind', 'place'])
        .doUpdateSet(({ ref }) => ({
          state: ref('excluded.state'),
          warns: ref('excluded.warns'),
          due: ref('excluded.due'),
          next_at: ref('excluded.next_at'),
          tries: 0,
          uncertain: 0,
          reason: ref('excluded.reason'),
          settled_at: ref('excluded.settled_at'),
        }))
        .where('notices.state', 'in', ['cancelled', 'missed']),
    )
    .execute()
}

/** Nothing more is sent of these items. */
export async function withdraw(
  all: Transaction<Tables>,
  ids: readonly string[],
  reason: string,
  now: Date,
  kinds: readonly Notice['kind'][] = ['planned', 'snoozed'],
): Promise<void> {
  await all
    .updateTable('notices')
    .set({ state: 'cancelled', reason, next_at: null, settled_at: now.toISOString() })
    .where('tracked', 'in', ids)
    .where('kind', 'in', kinds)
    .where('state', 'in', ['planned', 'parked'])
    .execute()
}

/** The cards that were sent lately are brought up to date by whoever delivers. */
export async function renewCards(all: Transaction<Tables>, ids: readonly string[], now: Date): Promise<void> {
  await all
    .updateTable('notices')
    .set({ next_at: now.toISOString(), tries: 0 })
    .where('tracked', 'in', ids)
    .where('state', '=', 'sent')
    .where('activity_id', 'is not', null)
    .where('settled_at', '>=', new Date(now.getTime() - UPDATED_DAYS * DAY_MS).toISOString())
    .execute()
}

/** A notice as it begins. */
function rowOf({ day, due, warns }: Planned, of: { readonly tracked: string; readonly place: string }, kind: Notice['kind']) {
  const unsent = { state: 'planned' as const, uncertain: 0, attempts: '[]', tries: 0 }
  // Ids that begin alike lie side by side in the database: a change of plan touches a page or two, not one for each notice.
  return {
    id: `${of.tracked}.${day}${kind === 'snoozed' ? '.again' : ''}`,
    ...of,
    day,
    kind,
    warns: JSON.stringify(warns),
    due,
    next_at: due,
    ...unsent,
  }
}
