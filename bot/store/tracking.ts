import { randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../../dialogs/ports.ts'
import { nameKey, type ToTrack, type Tracked, type Tracking } from '../../dialogs/reminders/tracked.ts'
import { type Thread, withoutThread } from '../../dialogs/turn.ts'
import { forgetter } from './forgetting.ts'
import { activeItems, find, followed, followedOne, remindedOf, sentSince } from './items.ts'
import { sql } from './kysely.ts'
import { resume } from './places.ts'
import { datesIn, insertPlanned, plan, renewCards, withdraw } from './plans.ts'
import { prepared, type Run } from './prepared.ts'
import { noticeOf, trackedOf } from './rows.ts'
import type { Tables } from './schema.ts'

// Begins with no dash: on a command line it is taken for an id, not for an option.
const newId = () => randomBytes(12).toString('hex')

/**
 * What the desk asks of the store about reminders. Rows are locked in one order, so that no two writers wait for each other: place,
 * item, notices.
 * @param run reads by a shorter way than `database`, for what many messages ask
 * @param scrub takes what was deleted off the disk as well
 */
export function createTracking(database: Kysely<Tables>, run: Run, clock: Clock, scrub: () => Promise<void>): Tracking {
  const now = () => clock.now().toISOString()
  const activeIn = prepared(run, (place: string) => activeItems(database).where('place', '=', place))
  const sentTo = prepared(run, (place: string, since: string) => sentSince(database, place, since))

  /** Nothing more is sent of items that ended. */
  async function withdrawn(all: Transaction<Tables>, ended: readonly Tracked[], state: 'settled' | 'stopped'): Promise<void> {
    const ids = ended.map(({ id }) => id)
    if (ids.length === 0) return
    await withdraw(all, ids, state, clock.now())
    await renewCards(all, ids, clock.now())
  }

  const ending = (all: Transaction<Tables>, place: string, state: 'settled' | 'stopped') =>
    all
      .updateTable('tracked')
      .set({ state, version: sql`version + 1`, changed_at: now() })
      .where('place', '=', place)
      .where('state', '=', 'active')
      .returningAll()

  return {
    track: (thread, item, planned, known) =>
      database.transaction().execute(async all => {
        await keepPlace(all, thread, item.person, now())
        const before = await named(all, thread.key, item)
        if (before && isSame(before, item)) return { ...(await followedOne(all, before)), before }
        if ((before?.state === 'active' ? before.version : undefined) !== known?.version) return undefined
        const columns = { ...columnsOf(item), ...nameColumns(item), person: item.person ?? null, zone: item.zone, locale: item.locale }
        const row = await all
          .insertInto('tracked')
          .values({ id: newId(), place: thread.key, tenant: thread.tenant, version: 1, ...columns, changed_at: now() })
          .onConflict(conflict =>
            conflict
              .columns(['place', 'kind', 'name_key'])
              .doUpdateSet({ ...columns, version: sql`tracked.version + 1`, changed_at: now() })
              .where('tracked.version', '=', before?.version ?? 0),
          )
          .returningAll()
          .executeTakeFirst()
        if (!row) return undefined
        const tracked = trackedOf(row)
        await plan(all, tracked, planned, clock.now(), before)
        return { ...(await followedOne(all, tracked)), ...(before ? { before } : {}) }
      }),
    trackedIn: async place => followed(database, (await activeIn(place)).map(trackedOf)),
    trackedBy: async (tenant, person) => {
      const rows = await activeItems(database).where('tenant', '=', tenant).where('person', '=', person).execute()
      return followed(database, rows.map(trackedOf))
    },
    remindedOf: async (place, since) => remindedOf(database, await sentTo(place, since.toISOString())),
    trackedById: async (place, id) => {
      const tracked = await find(database, place, id)
      return tracked && followedOne(database, tracked)
    },
    change: (thread, known, item, planned) =>
      database.transaction().execute(async all => {
        const before = await find(all, thread.key, known.id)
        if (before?.version !== known.version) return undefined
        await keepPlace(all, thread, before.person, now())
        const row = await all
          .updateTable('tracked')
          .set({ ...columnsOf(item), version: sql`version + 1`, changed_at: now() })
          .where('id', '=', known.id)
          .where('version', '=', known.version)
          .returningAll()
          .executeTakeFirst()
        if (!row) return undefined
        const tracked = trackedOf(row)
        await plan(all, tracked, planned, clock.now(), before)
        return followedOne(all, tracked)
      }),
    end: (place, { id, version }, state) =>
      database.transaction().execute(async all => {
        const rows = await ending(all, place, state).where('id', '=', id).where('version', '=', version).execute()
        const ended = rows.map(trackedOf)
        await withdrawn(all, ended, state)
        return ended[0]
      }),
    stopAll: place =>
      database.transaction().execute(async all => {
        const ended = (await ending(all, place, 'stopped').execute()).map(trackedOf)
        await withdrawn(all, ended, 'stopped')
        return ended
      }),
    snooze: (place, { id, version }, planned) =>
      database.transaction().execute(async all => {
        // Changes nothing: whoever else writes to the item waits until this is through.
        const held = await all
          .updateTable('tracked')
          .set({ version })
          .where('id', '=', id)
          .where('place', '=', place)
          .where('version', '=', version)
          .where('state', '=', 'active')
          .returning('id')
          .execute()
        if (held.length === 0) return undefined
        await insertPlanned(all, { tracked: id, place }, [planned], undefined, 'snoozed')
        const row = await all
          .selectFrom('notices')
          .selectAll()
          .where('tracked', '=', id)
          .where('day', '=', planned.day)
          .where('kind', '=', 'snoozed')
          .executeTakeFirstOrThrow()
        return noticeOf(row)
      }),
    forgetPerson: forgetter(database, scrub),
  }
}

/** What of an item its buttons and sentences change. To change an item is to track it on. */
const columnsOf = ({ facts, ownDays }: Pick<Tracked, 'facts' | 'ownDays'>) => ({
  facts: JSON.stringify(facts),
  own_days: JSON.stringify(ownDays),
  state: 'active' as const,
  planned_by: '',
})

const nameColumns = ({ kind, name }: Pick<Tracked, 'kind' | 'name'>) => ({ kind, name, name_key: nameKey(name) })

async function named(all: Kysely<Tables>, place: string, { kind, name }: ToTrack): Promise<Tracked | undefined> {
  const row = await all
    .selectFrom('tracked')
    .selectAll()
    .where('place', '=', place)
    .where('kind', '=', kind)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst()
  return row && trackedOf(row)
}

/** Tracked a second time in the same words: nothing changes, and nothing that was put off is lost. */
function isSame(before: Tracked, item: ToTrack): boolean {
  return before.state === 'active' && said(before) === said(item)
}

const said = ({ kind, name, facts, ownDays, zone }: ToTrack) => JSON.stringify([kind, name, datesIn(facts), ownDays, zone])

async function keepPlace(all: Transaction<Tables>, thread: Thread, person: string | undefined, now: string): Promise<void> {
  const { key, tenant, conversation, serviceUrl, bot, shared, team } = thread
  const reach = { service_url: serviceUrl, bot, team: team ?? null }
  const place = await all
    .insertInto('places')
    .values({
      key,
      tenant,
      conversation,
      root: withoutThread(conversation),
      shared: shared ? 1 : 0,
      person: shared ? null : (person ?? null),
      ...reach,
    })
    .onConflict(conflict => conflict.column('key').doUpdateSet(reach))
    .returning('parked')
    .executeTakeFirst()
  if (place?.parked) await resume(all, [key], 'message', now)
}
