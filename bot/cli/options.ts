import { faultMessage } from '../../cards/words/en/faults.ts'
import { dayOfInstant, FIRST_DAY, isZone, LAST_TODAY } from '../../rules/day.ts'
import { checkDay } from '../../rules/facts.ts'

/** Why a day can't be today, as a sentence; empty where it can. */
export function todayFaults(text: string): string[] {
  const fault = checkDay(text, 'today', FIRST_DAY, LAST_TODAY)
  return fault ? [faultMessage(fault)] : []
}

/** Why a value can't be the present moment, as a sentence; empty where it can. */
export function momentFaults(value: unknown): string[] {
  const today = typeof value === 'string' ? dayOfInstant(value) : undefined
  return today ? todayFaults(today) : [`${JSON.stringify(value)} is no instant; use ISO, such as 2026-03-10T09:00:00Z`]
}

/** Why a text is no language and region, as a sentence; empty where it is. */
export function localeFaults(tag: unknown): string[] {
  try {
    if (typeof tag === 'string' && Intl.getCanonicalLocales(tag).length > 0) return []
  } catch {
    // It has not the form of a tag.
  }
  return [`${JSON.stringify(tag)} is no language tag; use one such as en-GB`]
}

/** Why a text is no time zone, as a sentence; empty where it is. */
export const zoneFaults = (zone: string): string[] =>
  isZone(zone) ? [] : [`${JSON.stringify(zone)} is not known; use an IANA zone, such as Europe/Berlin`]
