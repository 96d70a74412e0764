import type { Kysely, Transaction } from 'kysely'
import type { Tracking } from '../../dialogs/reminders/tracked.ts'
import type { Tables } from './schema.ts'

/** Deletes all there is about a person, in one transaction. */
export function forgetter(database: Kysely<Tables>, scrub: () => Promise<void>): Tracking['forgetPerson'] {
  return async (tenant, person) => {
    await database.transaction().execute(async all => {
      const own = await all
        .selectFrom('places')
        .select(['key', 'conversation'])
        .where('tenant', '=', tenant)
        .where('person', '=', person)
        .execute()
      await deletePlaces(
        all,
        own.map(({ key }) => key),
      )
      await all.updateTable('tracked').set({ person: null }).where('tenant', '=', tenant).where('person', '=', person).execute()
      await deleteConversations(all, tenant, person)
    })
    await scrub()
  }
}

/** Deletes conversations with all that is tracked in them. */
export async function deletePlaces(all: Transaction<Tables>, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await all.deleteFrom('places').where('key', 'in', keys).execute()
  await all.deleteFrom('tracked').where('place', 'in', keys).execute()
  await all.deleteFrom('notices').where('place', 'in', keys).execute()
  await all.deleteFrom('rates').where('key', 'in', keys).execute()
}

/** The keys of conversations and owners of lists are tenant, thread and person as JSON. */
async function deleteConversations(all: Transaction<Tables>, tenant: string, person: string): Promise<void> {
  const isOwn = (key: string) => {
    const [of, , who] = partsOf(key)
    return of === tenant && who === person
  }
  const end = `%${JSON.stringify(person).replace(/[\\%_]/g, '_')}]`
  const keys = await all.selectFrom('conversations').select('key').where('key', 'like', end).execute()
  const owners = await all.selectFrom('stashes').select('owner as key').where('owner', 'like', end).execute()
  for (const key of new Set([...keys, ...owners].map(({ key }) => key).filter(isOwn))) {
    await all.deleteFrom('conversations').where('key', '=', key).execute()
    await all.deleteFrom('stashes').where('owner', '=', key).execute()
  }
}

function partsOf(key: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
