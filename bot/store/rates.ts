import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Who may be sent how much, whatever the number of processes: each message moves on when the next one may go. */
export interface Rates {
  /** Takes the next free moment of a key; returns how long to wait for it, in milliseconds. */
  take(key: string, everyMs: number, now: Date): Promise<number>
  /** Nothing goes to a key before `until`. */
  hold(key: string, until: Date): Promise<void>
}

export function createRates(database: Kysely<Tables>): Rates {
  return {
    async take(key, everyMs, now) {
      const ms = now.getTime()
      const { next_ms } = await database
        .insertInto('rates')
        .values({ key, next_ms: ms + everyMs })
        .onConflict(conflict =>
          conflict.column('key').doUpdateSet({
            next_ms: sql<number>`case when rates.next_ms > ${ms} then rates.next_ms else ${ms} end + ${everyMs}`,
          }),
        )
        .returning('next_ms')
        .executeTakeFirstOrThrow()
      return Math.max(0, next_ms - everyMs - ms)
    },
    async hold(key, until) {
      const next_ms = until.getTime()
      await database
        .insertInto('rates')
        .values({ key, next_ms })
        .onConflict(conflict => conflict.column('key').doUpdateSet({ next_ms }).where('rates.next_ms', '<', next_ms))
        .execute()
    },
  }
}
