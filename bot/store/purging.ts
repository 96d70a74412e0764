import { DAY_MS } from '../../rules/day.ts'
import { deletePlaces } from './forgetting.ts'
import { type Kysely, sql } from './kysely.ts'
import type { Tables } from './schema.ts'

const LEDGER_DAYS = 400
const UNINSTALLED_DAYS = 90

/** Deletes what is older than it may be, of all that belongs to reminders. */
export async function purgeTracking(database: Kysely<Tables>, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString()
  await database.transaction().execute(async all => {
    const left = await all.selectFrom('places').select('key').where('parked_at', '<', daysAgo(UNINSTALLED_DAYS)).execute()
    await deletePlaces(
      all,
      left.map(({ key }) => key),
    )
    await all.deleteFrom('notices').where('settled_at', '<', daysAgo(LEDGER_DAYS)).where('next_at', 'is', null).execute()
    // An item goes once nothing of it is in the ledger, a place once nothing is to be done there.
    await all
      .deleteFrom('tracked')
      .where('changed_at', '<', daysAgo(LEDGER_DAYS))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('notices').select(sql`1`.as('one')).whereRef('notices.tracked', '=', 'tracked.id'))),
      )
      .execute()
    await all
      .deleteFrom('places')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('tracked')
              .select(sql`1`.as('one'))
              .whereRef('tracked.place', '=', 'places.key')
              .where('tracked.state', '=', 'active'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('notices').select(sql`1`.as('one')).whereRef('notices.place', '=', 'places.key').where('next_at', 'is not', null),
          ),
        ),
      )
      .execute()
    await all
      .deleteFrom('rates')
      .where('next_ms', '<', now.getTime() - DAY_MS)
      .execute()
  })
}
