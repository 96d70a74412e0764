import { type Kysely, sql } from './kysely.ts'
import type { Tables } from './schema.ts'

/** So many at once, and from then on one every so often, in milliseconds. */
export interface Pace {
  readonly everyMs: number
  readonly burst: number
  /** Nobody ever waits for longer: a moment further ahead was taken by a clock that was wrong, and doesn't count. */
  readonly mostMs: number
}

/** Who may be sent how much, whatever the number of processes: each message moves on when the next one may go. */
export interface Rates {
  /** Takes the next free moment of a key; returns how long to wait for it, in milliseconds. Nothing is taken where that is longer than `patienceMs`. */
  take(key: string, pace: Pace, patienceMs: number, now: Date): Promise<number>
  /** Nothing goes to a key before `until`, and from then on one after the other. */
  hold(key: string, pace: Pace, until: Date): Promise<void>
}

export function createRates(database: Kysely<Tables>): Rates {
  return {
    async take(key, { everyMs, burst, mostMs }, patienceMs, now) {
      const ms = now.getTime()
      const ahead = (burst - 1) * everyMs
      const most = ms + ahead + mostMs
      const taken = await database
        .insertInto('rates')
        .values({ key, next_ms: ms + everyMs })
        .onConflict(conflict =>
          conflict
            .column('key')
            .doUpdateSet({
              next_ms: sql<number>`case when rates.next_ms between ${ms} and ${most} then rates.next_ms else ${ms} end + ${everyMs}`,
            })
            .where(({ eb, or }) => or([eb('rates.next_ms', '<=', ms + ahead + patienceMs), eb('rates.next_ms', '>', most)])),
        )
        .returning('next_ms')
        .executeTakeFirst()
      const next = taken
        ? taken.next_ms - everyMs
        : (await database.selectFrom('rates').select('next_ms').where('key', '=', key).executeTakeFirstOrThrow()).next_ms
      return Math.max(0, next - ahead - ms)
    },
    async hold(key, { everyMs, burst }, until) {
      const next_ms = until.getTime() + (burst - 1) * everyMs
      await database
        .insertInto('rates')
        .values({ key, next_ms })
        .onConflict(conflict => conflict.column('key').doUpdateSet({ next_ms }).where('rates.next_ms', '<', next_ms))
        .execute()
    },
  }
}
