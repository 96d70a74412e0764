import { randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Clock } from '../../dialogs/ports.ts'
import type { Followed, ToTrack, Tracked, Tracking } from '../../dialogs/tracked.ts'
import type { Thread } from '../../dialogs/turn.ts'
import { forgetter } from './forgetting.ts'
import { resume } from './places.ts'
import { plan, renewCards, rowOf, withdraw } from './plans.ts'
import { noticeOf, trackedOf } from './rows.ts'
import type { Tables } from './schema.ts'

const newId = () => randomBytes(12).toString('base64url')
type Content = Pick<Tracked, 'kind' | 'name' | 'facts' | 'ownDays'>

/** What the desk asks of the store about reminders. `scrub` takes what was deleted off the disk as well. */
export function createTracking(database: Kysely<Tables>, clock: Clock, scrub: () => Promise<void>): Tracking {
  const now = () => clock.now().toISOString()

  async function find(all: Kysely<Tables>, place: string, id: string): Promise<Tracked | undefined> {
    const row = await all.selectFrom('tracked').selectAll().where('id', '=', id).where('place', '=', place).executeTakeFirst()
    return row && trackedOf(row)
  }

  async function followed(all: Kysely<Tables>, items: readonly Tracked[]): Promise<Followed[]> {
    if (items.length === 0) return []
    const rows = await all
      .selectFrom('notices')
      .select(['id', 'tracked', 'day', 'due', 'kind', 'warns'])
      .where(
        'tracked',
        'in',
        items.map(({ id }) => id),
      )
      .where('state', '=', 'planned')
      .orderBy('due')
      .execute()
    const ahead = Map.groupBy(rows.map(noticeOf), ({ tracked }) => tracked)
    return items.map(tracked => ({ tracked, ahead: ahead.get(tracked.id) ?? [] }))
  }

  async function one(all: Kysely<Tables>, tracked: Tracked): Promise<Followed> {
    return { tracked, ahead: (await followed(all, [tracked]))[0]?.ahead ?? [] }
  }

  const ended = async (all: Transaction<Tables>, ids: readonly string[], state: 'settled' | 'stopped') => {
    const rows = await all
      .updateTable('tracked')
      .set({ state, version: sql`version + 1`, changed_at: now() })
      .where('id', 'in', ids)
      .where('state', '=', 'active')
      .returningAll()
      .execute()
    if (rows.length === 0) return []
    await withdraw(
      all,
      rows.map(({ id }) => id),
      state,
      clock.now(),
    )
    await renewCards(
      all,
      rows.map(({ id }) => id),
      clock.now(),
    )
    return rows.map(trackedOf)
  }

  return {
    track: (thread, item, planned) =>
      database.transaction().execute(async all => {
        await keepPlace(all, thread, item, now())
        const before = await named(all, thread.key, item)
        if (before && isSame(before, item)) return { ...(await one(all, before)), before }
        const row = await all
          .insertInto('tracked')
          .values({
            id: newId(),
            place: thread.key,
            tenant: thread.tenant,
            version: 1,
            ...columnsOf(item),
            ...who(item),
            changed_at: now(),
          })
          .onConflict(conflict =>
            conflict.columns(['place', 'kind', 'name_key']).doUpdateSet({
              ...columnsOf(item),
              ...who(item),
              version: sql`tracked.version + 1`,
              changed_at: now(),
            }),
          )
          .returningAll()
          .executeTakeFirstOrThrow()
        const tracked = trackedOf(row)
        await plan(all, tracked, planned, clock.now())
        return { ...(await one(all, tracked)), ...(before ? { before } : {}) }
      }),
    trackedIn: async place => {
      const rows = await database
        .selectFrom('tracked')
        .selectAll()
        .where('place', '=', place)
        .where('state', '=', 'active')
        .orderBy('changed_at')
        .orderBy('id')
        .execute()
      return followed(database, rows.map(trackedOf))
    },
    trackedBy: async (tenant, person) => {
      const rows = await database
        .selectFrom('tracked')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('person', '=', person)
        .where('state', '=', 'active')
        .orderBy('changed_at')
        .orderBy('id')
        .execute()
      return followed(database, rows.map(trackedOf))
    },
    trackedById: async (place, id) => {
      const tracked = await find(database, place, id)
      return tracked && one(database, tracked)
    },
    change: (place, id, item, planned) =>
      database.transaction().execute(async all => {
        const before = await find(all, place, id)
        if (!before) return undefined
        // Another item may have taken the new name: then this one ends, and that one goes on as this one would have.
        const other = await named(all, place, item)
        if (other && other.id !== id) await ended(all, [id], 'stopped')
        const row = await all
          .updateTable('tracked')
          .set({ ...columnsOf(item), version: sql`version + 1`, changed_at: now() })
          .where('id', '=', other?.id ?? id)
          .returningAll()
          .executeTakeFirstOrThrow()
        const tracked = trackedOf(row)
        await plan(all, tracked, planned, clock.now())
        return one(all, tracked)
      }),
    end: (place, id, state) =>
      database.transaction().execute(async all => {
        const tracked = await find(all, place, id)
        return tracked && ((await ended(all, [id], state))[0] ?? tracked)
      }),
    stopAll: place =>
      database.transaction().execute(async all => {
        const rows = await all.selectFrom('tracked').select('id').where('place', '=', place).where('state', '=', 'active').execute()
        return rows.length === 0
          ? []
          : ended(
              all,
              rows.map(({ id }) => id),
              'stopped',
            )
      }),
    snooze: (place, id, planned) =>
      database.transaction().execute(async all => {
        const tracked = await find(all, place, id)
        if (tracked?.state !== 'active') return undefined
        const row = await all
          .insertInto('notices')
          .values(rowOf(planned, { tracked: id, place }, 'snoozed'))
          .onConflict(conflict =>
            conflict
              .columns(['tracked', 'day', 'kind', 'place'])
              // Nothing of the row changes where it is planned already; it comes back where it was cancelled.
              .doUpdateSet(({ ref, eb }) => ({
                state: eb.case().when('notices.state', '=', 'cancelled').then('planned').else(ref('notices.state')).end() as never,
                next_at: eb.case().when('notices.state', '=', 'cancelled').then(planned.due).else(ref('notices.next_at')).end(),
              })),
          )
          .returningAll()
          .executeTakeFirstOrThrow()
        return noticeOf(row)
      }),
    forgetPerson: forgetter(database, scrub),
  }
}

const columnsOf = ({ kind, name, facts, ownDays }: Content) => ({
  kind,
  name,
  name_key: keyOf(name),
  facts: JSON.stringify(facts),
  own_days: JSON.stringify(ownDays),
  state: 'active' as const,
})

const who = ({ person, zone, locale }: ToTrack) => ({ person: person ?? null, zone, locale })

const keyOf = (name: string) => name.normalize('NFKC').trim().toLowerCase()

async function named(all: Kysely<Tables>, place: string, { kind, name }: Content): Promise<Tracked | undefined> {
  const row = await all
    .selectFrom('tracked')
    .selectAll()
    .where('place', '=', place)
    .where('kind', '=', kind)
    .where('name_key', '=', keyOf(name))
    .executeTakeFirst()
  return row && trackedOf(row)
}

/** Tracked a second time in the same words: nothing changes, and nothing that was put off is lost. */
function isSame(before: Tracked, item: ToTrack): boolean {
  return before.state === 'active' && said(before) === said(item)
}

const said = ({ kind, name, facts, ownDays, zone }: ToTrack) =>
  JSON.stringify([kind, name, facts.trialEnd, facts.licenseStart, facts.licenseEnd, ownDays, zone])

async function keepPlace(all: Transaction<Tables>, thread: Thread, { person }: ToTrack, now: string): Promise<void> {
  const { key, tenant, conversation, serviceUrl, bot, shared, team } = thread
  const reach = { service_url: serviceUrl, bot, team: team ?? null }
  await all
    .insertInto('places')
    .values({
      key,
      tenant,
      conversation,
      root: rootOf(conversation),
      shared: shared ? 1 : 0,
      person: shared ? null : (person ?? null),
      ...reach,
    })
    .onConflict(conflict => conflict.column('key').doUpdateSet(reach))
    .execute()
  await resume(all, [key], 'message', now)
}

/** A channel's conversation without the thread. */
export const rootOf = (conversation: string) => conversation.replace(/;messageid=.*$/, '')
