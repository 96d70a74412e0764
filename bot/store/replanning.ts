import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Notice, Planned, Tracked, Warned } from '../../dialogs/reminders/tracked.ts'
import { insertPlanned, renewCards } from './plans.ts'
import { noticeOf, trackedOf } from './rows.ts'
import type { Tables } from './schema.ts'

/** How items are planned now. */
export interface Planning {
  /** Stands for everything that a plan depends on besides its item. */
  readonly mark: string
  plan(item: Tracked, now: Date): readonly Planned[]
  /** All dates of an item, past ones as well. */
  dates(item: Tracked, now: Date): readonly Warned[]
}

export interface Replanning {
  /**
   * Plans anew what is tracked and was planned by another mark, a few items in a transaction, until all are through or `stop`. What
   * was sent stays so, and nothing past comes. Returns how many plans changed.
   */
  replan(planning: Planning, now: () => Date, stop?: AbortSignal): Promise<number>
}

/** So few that nobody waits long for the database. */
const AT_ONCE = 20

type Row = Selectable<Tables['notices']>

export function createReplanning(database: Kysely<Tables>): Replanning {
  return {
    async replan(planning, now, stop) {
      let changed = 0
      for (let last = ''; !stop?.aborted; ) {
        const ids = await next(database, planning.mark, last)
        if (ids.length === 0) break
        changed += await database.transaction().execute(all => replanItems(all, ids, planning, now()))
        last = ids.at(-1) ?? ''
      }
      return changed
    },
  }
}

async function next(database: Kysely<Tables>, mark: string, after: string): Promise<string[]> {
  const rows = await database
    .selectFrom('tracked')
    .select('id')
    .where('id', '>', after)
    .where('state', '=', 'active')
    .where('planned_by', '<>', mark)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

/** The mark is set together with the plan: who is killed over it leaves the item to whoever comes next. */
async function replanItems(all: Transaction<Tables>, ids: readonly string[], planning: Planning, now: Date): Promise<number> {
  const items = await all
    .updateTable('tracked')
    .set({ planned_by: planning.mark })
    .where('id', 'in', ids)
    .where('state', '=', 'active')
    .where('planned_by', '<>', planning.mark)
    .returningAll()
    .execute()
  if (items.length === 0) return 0
  const open = await all
    .selectFrom('notices')
    .selectAll()
    .where(
      'tracked',
      'in',
      items.map(({ id }) => id),
    )
    .where('state', 'in', ['planned', 'parked'])
    .execute()
  const byItem = Map.groupBy(open, ({ tracked }) => tracked)
  let changed = 0
  for (const item of items) if (await replanItem(all, trackedOf(item), byItem.get(item.id) ?? [], planning, now)) changed++
  return changed
}

/** Whether something of the plan is another now. */
async function replanItem(all: Transaction<Tables>, item: Tracked, open: readonly Row[], planning: Planning, now: Date): Promise<boolean> {
  const isAhead = ({ kind, tries, uncertain, due }: Row) => kind === 'planned' && tries === 0 && uncertain === 0 && due > now.toISOString()
  const ahead = open.filter(isAhead)
  const plan = planning.plan(item, now)
  const differs = saying(plan) !== saying(ahead.map(noticeOf))
  if (differs) await replaceAhead(all, item, ahead, plan)
  const dates = planning.dates(item, now)
  let moved = false
  for (const row of open.filter(row => !isAhead(row))) moved = (await redate(all, row, dates)) || moved
  if (differs || moved) await renewCards(all, [item.id], now)
  return differs || moved
}

const saying = (notices: readonly Pick<Notice, 'day' | 'warns'>[]) =>
  JSON.stringify(notices.map(({ day, warns }) => [day, warns]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)))

async function replaceAhead(
  all: Transaction<Tables>,
  { id, place }: Tracked,
  ahead: readonly Row[],
  plan: readonly Planned[],
): Promise<void> {
  if (ahead.length > 0)
    await all
      .deleteFrom('notices')
      .where(
        'id',
        'in',
        ahead.map(({ id }) => id),
      )
      .execute()
  const where = await all.selectFrom('places').select(['parked', 'parked_at']).where('key', '=', place).executeTakeFirst()
  await insertPlanned(all, { tracked: id, place }, plan, where)
}

/** What is late, put off or tried again warns of the same dates as they are now. */
async function redate(all: Transaction<Tables>, { id, warns: written }: Row, dates: readonly Warned[]): Promise<boolean> {
  const warned = JSON.parse(written) as Warned[]
  const warns = JSON.stringify(
    warned.flatMap(({ milestone }) => dates.filter(date => date.milestone === milestone).map(({ date }) => ({ milestone, date }))),
  )
  if (warns === written) return false
  await all.updateTable('notices').set({ warns }).where('id', '=', id).execute()
  return true
}
