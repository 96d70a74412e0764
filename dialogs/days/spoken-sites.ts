import type { Facts } from '../../rules/facts.ts'
import { MAX_PHRASE } from '../phrases.ts'
import type { Conversation } from '../ports.ts'
import { dayKeys } from './spoken-days.ts'

// All sites that are spoken of, each with a day of its own: "which can still be extended?", "remind me of both".

export interface SpokenSite {
  /** "" for the person's own, which has none. */
  readonly name: string
  readonly facts: Facts
}

const all =
  '(?:both|all(?: (?:of )?(?:them|these|those|of it))?|each(?: (?:one|of (?:them|these|those)))?|them all|the (?:two|three|four|five))'
const ofAll = new RegExp(`\\b${all}\\b`, 'i')
const which =
  /\bwhich(?: (?:ones?|of (?:them|these|those|the (?:two|three)|both)|trials?|sites?|customers?|licen[cs]es?|plants?))?(?:,? if any,?)? (?:can|could|may|is|are|do|does|has|have|will|would)\b/i

/** Whether a message is said of all of them, or asks which of them it is true of. */
export const isOfAll = (text: string): boolean => text.length <= MAX_PHRASE && ofAll.test(text)
export const asksWhich = (text: string): boolean => text.length <= MAX_PHRASE && which.test(text)

/** Those of which a day is known, where there are several: the one that is spoken of last comes last. */
export function spokenSites({ subject, mentioned, facts, otherSubjects = {} }: Conversation): readonly SpokenSite[] {
  const others = Object.entries(otherSubjects).map(([name, facts]) => ({ name, facts }))
  const last = { name: subject ?? mentioned ?? '', facts }
  const dated = [...others.filter(({ name }) => name !== last.name), last].filter(({ facts }) => dayKeys.some(key => facts[key]))
  return dated.length > 1 ? dated : []
}
