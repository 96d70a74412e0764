import type { Kysely } from 'kysely'
import type { Followed, Tracked } from '../../dialogs/tracked.ts'
import { noticeOf, trackedOf } from './rows.ts'
import type { Tables } from './schema.ts'

/** An item of a place in whatever state. */
export async function find(all: Kysely<Tables>, place: string, id: string): Promise<Tracked | undefined> {
  const row = await all.selectFrom('tracked').selectAll().where('id', '=', id).where('place', '=', place).executeTakeFirst()
  return row && trackedOf(row)
}

/** Items with what is still to come. */
export async function followed(all: Kysely<Tables>, items: readonly Tracked[]): Promise<Followed[]> {
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

export async function followedOne(all: Kysely<Tables>, tracked: Tracked): Promise<Followed> {
  return { tracked, ahead: (await followed(all, [tracked]))[0]?.ahead ?? [] }
}

/** What is active in a place, or of a person, oldest first. */
export async function activeItems(
  all: Kysely<Tables>,
  of: { readonly place: string } | { readonly tenant: string; readonly person: string },
): Promise<Tracked[]> {
  const active = all.selectFrom('tracked').selectAll().where('state', '=', 'active').orderBy('changed_at').orderBy('id')
  const rows = await ('place' in of
    ? active.where('place', '=', of.place)
    : active.where('tenant', '=', of.tenant).where('person', '=', of.person)
  ).execute()
  return rows.map(trackedOf)
}
