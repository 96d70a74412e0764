import type { Intent } from '../../cards/intents.ts'
import { type Entities, type EntitiesAt, readEntities } from '../../dialogs/understanding/entities.ts'
import type { Site } from '../../rules/facts.ts'
import { today } from '../support/verdicts.ts'

/** What a message says on the tests' day, read in British English. */
export const read = (text: string, intent: Intent = 'size-license', at: Partial<EntitiesAt> = {}): Entities =>
  readEntities(text, { today, locale: 'en-GB', intent, ...at })

/** Sites as `Leeds 430, 40 x12`: name, devices, how many of them. */
export const sitesIn = (sites: readonly Site[] = []): string =>
  sites.map(({ name, devices, count }) => `${name ? `${name} ` : ''}${devices}${count ? ` x${count}` : ''}`).join(', ')

/** The dates among a message's facts, as `trialEnd=2026-04-15`. */
export function datesIn(entities: Pick<Entities, 'facts'>): string {
  const keys = ['trialStart', 'trialEnd', 'licenseStart', 'licenseEnd'] as const
  return keys.flatMap(key => (entities.facts[key] ? [`${key}=${entities.facts[key]}`] : [])).join(' ')
}

/** What could not be read, as `3: a range, not one number`. */
export const unreadableIn = ({ unreadable }: Entities): string[] => unreadable.map(({ line, why }) => `${line}: ${why}`)
