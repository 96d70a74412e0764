import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Notice, Tracked } from '../../dialogs/reminders/tracked.ts'
import { sql } from './kysely.ts'
import { type Parked, park } from './places.ts'
import { noticeOf, trackedOf } from './rows.ts'
import type { Attempt, NoticeState, Tables } from './schema.ts'

/** A conversation as a sender needs it. */
export interface Place {
  readonly key: string
  readonly tenant: string
  readonly conversation: string
  readonly serviceUrl: string
  readonly bot: string
  readonly shared: boolean
}

/** A notice as whoever delivers it knows it. */
export interface Entry extends Notice {
  readonly place: string
  readonly state: NoticeState
  readonly uncertain: boolean
  readonly attempts: readonly Attempt[]
  readonly tries: number
  readonly activityId?: string
  /** Undefined where the item is gone. */
  readonly item?: Tracked
}

/** A place with what is to be done there, for nobody else until the lease ends. */
export interface Claim {
  readonly place: Place
  readonly lease: string
  readonly entries: readonly Entry[]
}

/** How an entry goes on, or how it ended where there is no `nextAt`. */
export interface Settlement {
  readonly id: string
  readonly state: NoticeState
  readonly uncertain?: boolean
  readonly attempts?: readonly Attempt[]
  readonly tries?: number
  readonly reason?: string
  readonly nextAt?: Date
  /** Null where the message is no longer there. */
  readonly activityId?: string | null
  /** The version of the item that was sent. Where it has another one by now, its message is brought up to date, or not sent any more. */
  readonly version?: number | undefined
}

/** The delivery ledger as whoever delivers sees it. */
export interface Ledger {
  /** Takes places where something is due, up to `limit`, those that wait longest first. */
  claim(now: Date, limit: number, leaseMs: number): Promise<readonly Claim[]>
  /**
   * Marks notices as being sent, on the disk before it resolves, and renews the lease. Returns those that are still to be sent: what
   * was changed or stopped meanwhile is not, and nothing is where the lease was lost.
   */
  begin(claim: Claim, ids: readonly string[], now: Date, leaseMs: number): Promise<readonly string[]>
  /** Renews the lease; false where it was lost, or the place is parked. */
  keep(claim: Claim, now: Date, leaseMs: number): Promise<boolean>
  /** Settles entries, and parks their place with all that is planned there where nothing may be sent there any more. */
  settle(settlements: readonly Settlement[], now: Date, parked?: Parked): Promise<void>
  /** Uses another address for a place from now on. */
  redirect(place: string, serviceUrl: string): Promise<void>
  /** All entries that share a message. */
  entriesOf(place: string, activityId: string): Promise<readonly Entry[]>
  release(claim: Claim): Promise<void>
  /** When the oldest entry that should have been sent was due; undefined where nothing is late. */
  oldestDue(now: Date): Promise<Date | undefined>
}

/**
 * @param swift for what may be lost in a power cut (who has a lease), `durable` for what may not
 * @param severalWriters the database lets processes claim at the same time, past what others have locked
 */
export function createLedger(swift: Kysely<Tables>, durable: Kysely<Tables>, severalWriters: boolean): Ledger {
  /** The entries whose item is another one by now, and how: whoever changed it left alone what was on its way. */
  async function changedSince(all: Kysely<Tables>, settlements: readonly Settlement[]): Promise<ReadonlyMap<string, string>> {
    const versions = new Map(settlements.flatMap(({ id, version }) => (version === undefined ? [] : [[id, version]])))
    if (versions.size === 0) return new Map()
    const rows = await all
      .selectFrom('notices')
      .innerJoin('tracked', 'tracked.id', 'notices.tracked')
      .select(['notices.id', 'tracked.version', 'tracked.state'])
      .where('notices.id', 'in', [...versions.keys()])
      .$if(severalWriters, query => query.forShare('tracked'))
      .execute()
    const changed = rows.filter(({ id, version }) => versions.get(id) !== version)
    return new Map(changed.map(({ id, state }) => [id, state === 'active' ? 'changed' : state]))
  }

  async function entries(rows: readonly Selectable<Tables['notices']>[]): Promise<Entry[]> {
    if (rows.length === 0) return []
    const ids = [...new Set(rows.map(({ tracked }) => tracked))]
    const items = await swift.selectFrom('tracked').selectAll().where('id', 'in', ids).execute()
    const byId = new Map(items.map(item => [item.id, trackedOf(item)]))
    return rows.map(row => entryOf(row, byId.get(row.tracked)))
  }

  return {
    async claim(now, limit, leaseMs) {
      const at = now.toISOString()
      const lease = randomUUID()
      const free = swift
        .selectFrom('notices')
        .innerJoin('places', 'places.key', 'notices.place')
        .select('places.key')
        .where('notices.next_at', '<=', at)
        .where('places.parked', 'is', null)
        .where(({ eb, or }) => or([eb('places.lease_until', 'is', null), eb('places.lease_until', '<=', at)]))
        .orderBy('notices.next_at')
        .limit(limit)
        .$if(severalWriters, query => query.forUpdate('places').skipLocked())
      const places = await swift
        .updateTable('places')
        .set({ lease, lease_until: after(now, leaseMs) })
        .where('key', 'in', free)
        .returningAll()
        .execute()
      if (places.length === 0) return []
      const rows = await swift
        .selectFrom('notices')
        .selectAll()
        .where(
          'place',
          'in',
          places.map(({ key }) => key),
        )
        .where('next_at', '<=', at)
        .orderBy('due')
        .execute()
      const byPlace = Map.groupBy(await entries(rows), ({ place }) => place)
      return places.map(place => ({ place: placeOf(place), lease, entries: byPlace.get(place.key) ?? [] }))
    },
    keep: (claim, now, leaseMs) => leased(swift, claim, after(now, leaseMs)),
    begin: (claim, ids, now, leaseMs) =>
      durable.transaction().execute(async all => {
        const until = after(now, leaseMs)
        if (!(await leased(all, claim, until))) return []
        const rows = await all
          .updateTable('notices')
          .set(({ eb, ref }) => ({
            uncertain: eb.case().when('state', '=', 'sending').then(1).else(ref('uncertain')).end(),
            state: 'sending',
            next_at: until,
          }))
          .where('id', 'in', ids)
          .where('state', 'in', ['planned', 'sending'])
          .where(({ exists, selectFrom }) =>
            exists(selectFrom('tracked').select('id').whereRef('tracked.id', '=', 'notices.tracked').where('tracked.state', '=', 'active')),
          )
          .returning('id')
          .execute()
        return rows.map(({ id }) => id)
      }),
    settle: (settlements, now, parked) =>
      durable.transaction().execute(async all => {
        if (parked) await park(all, parked, now.toISOString())
        const changed = await changedSince(all, settlements)
        for (const settlement of settlements) {
          const why = changed.get(settlement.id)
          const { id, state, uncertain, attempts, tries, reason, nextAt, activityId } = why ? afterChange(settlement, why, now) : settlement
          await all
            .updateTable('notices')
            .set({
              state,
              reason: reason ?? null,
              next_at: nextAt?.toISOString() ?? null,
              ...(state === 'planned'
                ? {}
                : { settled_at: sql<string>`coalesce(case when state = ${state} then settled_at end, ${now.toISOString()})` }),
              ...(uncertain === undefined ? {} : { uncertain: uncertain ? 1 : 0 }),
              ...(attempts ? { attempts: JSON.stringify(attempts) } : {}),
              ...(tries === undefined ? {} : { tries }),
              ...(activityId === undefined ? {} : { activity_id: activityId }),
            })
            .where('id', '=', id)
            // What was withdrawn or parked meanwhile stays so, and what was sent by whoever took it for left alone.
            .$if(state !== 'sent', query => query.where('state', 'in', ['planned', 'sending']))
            .execute()
        }
      }),
    async redirect(place, serviceUrl) {
      await durable.updateTable('places').set({ service_url: serviceUrl }).where('key', '=', place).execute()
    },
    async entriesOf(place, activityId) {
      return entries(
        await swift
          .selectFrom('notices')
          .selectAll()
          .where('place', '=', place)
          .where('activity_id', '=', activityId)
          .orderBy('due')
          .execute(),
      )
    },
    async release({ place, lease }) {
      await swift
        .updateTable('places')
        .set({ lease: null, lease_until: null })
        .where('key', '=', place.key)
        .where('lease', '=', lease)
        .execute()
    },
    async oldestDue(now) {
      const row = await swift
        .selectFrom('notices')
        .select('due')
        .where('next_at', '<=', now.toISOString())
        .where('state', '<>', 'sent')
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst()
      return row && new Date(row.due)
    },
  }
}

async function leased(all: Kysely<Tables>, { place, lease }: Claim, until: string): Promise<boolean> {
  const held = await all
    .updateTable('places')
    .set({ lease_until: until })
    .where('key', '=', place.key)
    .where('lease', '=', lease)
    .where('parked', 'is', null)
    .returning('key')
    .execute()
  return held.length > 0
}

/** How an entry goes on whose item was changed while it was on its way. */
function afterChange({ nextAt, ...settlement }: Settlement, reason: string, now: Date): Settlement {
  if (settlement.state === 'planned' || settlement.state === 'parked') return { ...settlement, state: 'cancelled', reason }
  const isShown = settlement.state === 'sent' && settlement.activityId !== null
  return { ...settlement, ...(isShown ? { nextAt: nextAt ?? now } : {}) }
}

const after = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString()

function placeOf(row: Selectable<Tables['places']>): Place {
  const { key, tenant, conversation, service_url, bot, shared } = row
  return { key, tenant, conversation, serviceUrl: service_url ?? '', bot, shared: shared === 1 }
}

function entryOf(row: Selectable<Tables['notices']>, item: Tracked | undefined): Entry {
  const { place, state, uncertain, attempts, tries, activity_id } = row
  return {
    ...noticeOf(row),
    place,
    state,
    uncertain: uncertain === 1,
    attempts: JSON.parse(attempts) as Attempt[],
    tries,
    ...(activity_id === null ? {} : { activityId: activity_id }),
    ...(item ? { item } : {}),
  }
}
