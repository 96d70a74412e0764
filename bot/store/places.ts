import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../../dialogs/ports.ts'
import { dueAt } from '../../dialogs/reminders/planning.ts'
import type { Thread } from '../../dialogs/turn.ts'
import type { Day } from '../../rules/day.ts'
import { sql } from './kysely.ts'
import { prepared, type Run } from './prepared.ts'
import type { Tables } from './schema.ts'

/** Who was seen where, as far as their client said. */
export interface Seen {
  readonly thread: Thread
  readonly person: string
  readonly locale: string
  /** Undefined where the client named none. */
  readonly zone: string | undefined
}

/** The conversations with something tracked, and the news of them. Others are not kept. */
export interface Places {
  /** A person wrote: the way back is renewed, what waited for that goes on, and a new time zone moves what is planned. */
  seen(seen: Seen): Promise<void>
  /** The bot was added: what is still ahead goes on. */
  installed(thread: Thread): Promise<void>
  /** The bot was removed: nothing is sent there any more. */
  uninstalled(thread: Thread): Promise<void>
}

/** A place where nothing is sent for a reason; `drop` where its address is of no use any more. */
export interface Parked {
  readonly place: string
  readonly reason: string
  readonly drop: boolean
}

/** Who blocked the bot, or whose admin did, is left alone until they write themselves. */
const ONLY_BY_MESSAGE = ['ConversationBlockedByUser', 'BotDisabledByAdmin']

/** @param run reads for every message, and most have no news; `database` is what writes them */
export function createPlaces(database: Kysely<Tables>, run: Run, clock: Clock): Places {
  const now = () => clock.now().toISOString()
  const ofInstall = (all: Kysely<Tables>, { tenant, conversation, team }: Thread) =>
    all
      .selectFrom('places')
      .select('key')
      .where('tenant', '=', tenant)
      .where(({ eb, or }) => or([eb('root', '=', conversation), ...(team ? [eb('team', '=', team)] : [])]))
      .execute()

  /** What a message changes: a place (no `tracked`) whose way back is another now or that was parked, and items with another locale or zone. */
  const newsOf = prepared(
    run,
    (key: string, serviceUrl: string, bot: string, tenant: string, person: string, locale: string, zone: string | null) =>
      database
        .selectFrom('places')
        .select(sql<string | null>`null`.as('tracked'))
        .where('key', '=', key)
        .where(({ eb, or }) => or([eb('service_url', 'is distinct from', serviceUrl), eb('parked', 'is not', null), eb('bot', '<>', bot)]))
        .unionAll(
          database
            .selectFrom('tracked')
            .select('id as tracked')
            .where('tenant', '=', tenant)
            .where('person', '=', person)
            .where(({ eb, or }) => or([eb('locale', '<>', locale), eb('zone', '<>', zone)])),
        ),
  )

  return {
    async seen({ thread, person, locale, zone }) {
      const news = await newsOf(thread.key, thread.serviceUrl, thread.bot, thread.tenant, person, locale, zone ?? null)
      if (news.length === 0) return
      const isStale = news.some(({ tracked }) => tracked === null)
      const moved = news.flatMap(({ tracked }) => tracked ?? [])
      await database.transaction().execute(async all => {
        if (isStale) {
          await all.updateTable('places').set({ service_url: thread.serviceUrl, bot: thread.bot }).where('key', '=', thread.key).execute()
          await resume(all, [thread.key], 'message', now())
        }
        for (const id of moved) {
          await all
            .updateTable('tracked')
            .set({ locale, ...(zone ? { zone } : {}) })
            .where('id', '=', id)
            .execute()
          if (zone) await moveNotices(all, id, zone, now())
        }
      })
    },
    async installed(thread) {
      const places = await ofInstall(database, thread)
      if (places.length === 0) return
      const keys = places.map(({ key }) => key)
      await database.transaction().execute(async all => {
        await all.updateTable('places').set({ service_url: thread.serviceUrl }).where('key', 'in', keys).execute()
        await resume(all, keys, 'install', now())
      })
    },
    async uninstalled(thread) {
      const places = await ofInstall(database, thread)
      for (const { key } of places)
        await database.transaction().execute(all => park(all, { place: key, reason: 'uninstalled', drop: false }, now()))
    },
  }
}

/** What is planned for a morning is sent in that morning of the new zone. What is overdue stays so. */
async function moveNotices(all: Transaction<Tables>, tracked: string, zone: string, now: string): Promise<void> {
  const rows = await all
    .selectFrom('notices')
    .select(['id', 'day', 'state'])
    .where('tracked', '=', tracked)
    .where('state', 'in', ['planned', 'parked'])
    .where('due', '>', now)
    .execute()
  for (const { id, day, state } of rows) {
    const due = dueAt(day as Day, zone)
    await all
      .updateTable('notices')
      .set({ due, ...(state === 'planned' ? { next_at: due } : {}) })
      .where('id', '=', id)
      .execute()
  }
}

/** Sends nothing to a place any more: all that is planned there waits, with the reason. */
export async function park(all: Transaction<Tables>, { place: key, reason, drop }: Parked, now: string): Promise<void> {
  await all
    .updateTable('places')
    .set({ parked: reason, parked_at: now, ...(drop ? { service_url: null } : {}) })
    .where('key', '=', key)
    .execute()
  await all
    .updateTable('notices')
    .set({ state: 'parked', reason, next_at: null, settled_at: now })
    .where('place', '=', key)
    .where('state', '=', 'planned')
    .execute()
  await all.updateTable('notices').set({ next_at: null }).where('place', '=', key).where('state', '=', 'sent').execute()
}

/** Takes up what was parked in some places, unless its reason asks for more. What is past by now is put on record when it is looked at. */
export async function resume(all: Transaction<Tables>, keys: readonly string[], by: 'message' | 'install', now: string): Promise<void> {
  const parked = await all
    .updateTable('places')
    .set({ parked: null, parked_at: null })
    .where('key', 'in', keys)
    .where('parked', 'is not', null)
    .$if(by === 'install', query => query.where('parked', 'not in', ONLY_BY_MESSAGE))
    .returning('key')
    .execute()
  if (parked.length === 0) return
  await all
    .updateTable('notices')
    .set(({ eb, ref }) => ({
      state: 'planned',
      reason: null,
      tries: 0,
      settled_at: null,
      next_at: eb.case().when('due', '>', now).then(ref('due')).else(now).end(),
    }))
    .where(
      'place',
      'in',
      parked.map(({ key }) => key),
    )
    .where('state', '=', 'parked')
    .execute()
}
