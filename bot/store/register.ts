import type { Kysely } from 'kysely'
import type { Warned } from '../../dialogs/reminders/tracked.ts'
import { resume } from './places.ts'
import type { Attempt, NoticeState, Tables } from './schema.ts'

/** A notice as an operator sees it: no names, no text. */
export interface Line {
  readonly id: string
  readonly tenant: string
  /** The channel's own id of the conversation. */
  readonly place: string
  readonly due: string
  readonly state: NoticeState
  readonly uncertain: boolean
  readonly attempts: readonly Attempt[]
  readonly milestones: readonly string[]
  readonly activityId: string | null
}

export interface Wanted {
  readonly state?: NoticeState | undefined
  readonly tenant?: string | undefined
  readonly day?: string | undefined
  /** Only what is planned to go out by then. */
  readonly until?: Date | undefined
}

/** The ledger as an operator reads it, beside a bot that runs. */
export interface Register {
  lines(wanted: Wanted): AsyncIterable<Line>
  /** Sends what failed, was parked or missed once more, at its time where that is still to come; undefined where there is no such notice or it is none of these. */
  resend(id: string, now: Date): Promise<Line | undefined>
}

const PAGE = 1000
/** How the key of a place of this tenant begins. */
const startOf = (tenant = '') => `${JSON.stringify([tenant]).slice(0, -1)},`
const resendable: readonly NoticeState[] = ['failed', 'parked', 'missed']

export function createRegister(database: Kysely<Tables>): Register {
  const page = ({ state, tenant, day, until }: Wanted, last: { due: string; id: string } | undefined) =>
    database
      .selectFrom('notices')
      .select(['id', 'place', 'due', 'state', 'uncertain', 'attempts', 'reason', 'settled_at', 'warns', 'activity_id'])
      .$if(state !== undefined, query => query.where('state', '=', state as NoticeState))
      .$if(day !== undefined, query => query.where('day', '=', day as string))
      .$if(tenant !== undefined, query =>
        query.where(({ eb, fn, val }) => eb(fn('substr', ['place', val(1), val(startOf(tenant).length)]), '=', startOf(tenant))),
      )
      .$if(until !== undefined, query => query.where('state', '=', 'planned').where('due', '<=', until?.toISOString() ?? ''))
      .$if(last !== undefined, query =>
        query.where(({ eb, or, and }) =>
          or([eb('due', '>', last?.due ?? ''), and([eb('due', '=', last?.due ?? ''), eb('id', '>', last?.id ?? '')])]),
        ),
      )
      .orderBy('due')
      .orderBy('id')
      .limit(PAGE)
      .execute()

  return {
    async *lines(wanted) {
      for (let last: { due: string; id: string } | undefined; ; ) {
        const rows = await page(wanted, last)
        yield* rows.map(lineOf)
        last = rows.at(-1)
        if (rows.length < PAGE) return
      }
    },
    resend: (id, now) =>
      database.transaction().execute(async all => {
        const found = await all
          .selectFrom('notices')
          .select(['place', 'state', 'due'])
          .where('id', '=', id)
          .where('state', 'in', resendable)
          .executeTakeFirst()
        if (!found) return undefined
        // Whoever has it sent again says that its place can be reached: what else waits there goes on as well.
        await resume(all, [found.place], 'message', now.toISOString())
        // What a clock far ahead took for missed still has its day.
        const next = found.state === 'missed' && found.due > now.toISOString() ? found.due : now.toISOString()
        const row = await all
          .updateTable('notices')
          .set({ state: 'planned', next_at: next, tries: 0, uncertain: 0, reason: null, settled_at: null })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        return row && lineOf(row)
      }),
  }
}

type Row = Pick<
  Tables['notices'],
  'id' | 'place' | 'due' | 'state' | 'uncertain' | 'attempts' | 'reason' | 'settled_at' | 'warns' | 'activity_id'
>

function lineOf(row: Row): Line {
  const [tenant = '', place = ''] = JSON.parse(row.place) as string[]
  const attempts = JSON.parse(row.attempts) as Attempt[]
  // What ended without an attempt says why all the same.
  const why =
    row.reason !== null && attempts.at(-1)?.reason !== row.reason ? [{ at: row.settled_at ?? row.due, status: 0, reason: row.reason }] : []
  return {
    id: row.id,
    tenant,
    place,
    due: row.due,
    state: row.state,
    uncertain: row.uncertain === 1,
    attempts: [...attempts, ...why],
    milestones: (JSON.parse(row.warns) as Warned[]).map(({ milestone }) => milestone),
    activityId: row.activity_id,
  }
}
