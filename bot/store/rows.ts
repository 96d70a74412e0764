import type { Selectable } from 'kysely'
import type { Notice, Tracked } from '../../dialogs/reminders/tracked.ts'
import type { Day } from '../../rules/day.ts'
import type { Tables } from './schema.ts'

/** A tracked item as the desk knows it. */
export function trackedOf(row: Selectable<Tables['tracked']>): Tracked {
  const { id, place, kind, name, facts, own_days, person, zone, locale, version, state } = row
  return {
    id,
    place,
    kind,
    name,
    facts: JSON.parse(facts) as Tracked['facts'],
    ownDays: JSON.parse(own_days) as number[],
    ...(person === null ? {} : { person }),
    zone,
    locale,
    version,
    state,
  }
}

/** A notice as the desk knows it. */
export function noticeOf(row: Pick<Selectable<Tables['notices']>, 'id' | 'tracked' | 'day' | 'due' | 'kind' | 'warns'>): Notice {
  const { id, tracked, day, due, kind, warns } = row
  return { id, tracked, day: day as Day, due, kind, warns: JSON.parse(warns) as Notice['warns'] }
}
