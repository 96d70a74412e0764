import type { Kysely, Selectable } from 'kysely'
import type { Due, Followed, Tracked, Warned } from '../../dialogs/reminders/tracked.ts'
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

/** What is active, oldest first; what several lines of one message tracked, by name. */
export const activeItems = (all: Kysely<Tables>) =>
  all.selectFrom('tracked').selectAll().where('state', '=', 'active').orderBy('changed_at').orderBy('name_key').orderBy('kind')

/** What is sent within so long is one go: the reminders of one morning. */
const ONE_GO_MS = 3_600_000

type Sent = Pick<Selectable<Tables['notices']>, 'tracked' | 'warns' | 'settled_at'>

/** What was sent to a place since an instant, the latest first. */
export const sentSince = (all: Kysely<Tables>, place: string, since: string) =>
  all
    .selectFrom('notices')
    .select(['tracked', 'warns', 'settled_at'])
    .where('place', '=', place)
    .where('state', '=', 'sent')
    .where('settled_at', '>=', since)
    .orderBy('settled_at', 'desc')

/** The items of the last reminders among these, with what they warned of. */
export async function remindedOf(all: Kysely<Tables>, rows: readonly Sent[]): Promise<Due[]> {
  const from = new Date(Date.parse(rows[0]?.settled_at ?? '') - ONE_GO_MS).getTime()
  const warned = Map.groupBy(
    rows.filter(({ settled_at }) => Date.parse(settled_at ?? '') >= from),
    ({ tracked }) => tracked,
  )
  if (warned.size === 0) return []
  const items = await all
    .selectFrom('tracked')
    .selectAll()
    .where('id', 'in', [...warned.keys()])
    .orderBy('name_key')
    .orderBy('kind')
    .execute()
  const due = items.map(trackedOf).map(tracked => ({ tracked, warns: warnsOf(warned.get(tracked.id) ?? []) }))
  const active = due.filter(({ tracked }) => tracked.state === 'active')
  return active.length > 0 ? active : due
}

function warnsOf(rows: readonly { readonly warns: string }[]): Warned[] {
  const all = rows.flatMap(({ warns }) => JSON.parse(warns) as Warned[])
  return [...new Map(all.map(warned => [warned.milestone, warned])).values()]
}
