import { addDays, addMonths } from '../../../rules/day.ts'
import type { Unclear } from '../../ports.ts'
import type { DateFacts } from './date-facts.ts'

const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, thirty: 30, sixty: 60, ninety: 90 }
const count = `(?<count>\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
const unit = '(?<unit>day|week|month)s?'
const more = '(?:extra|more|additional|further|bonus|another)'
const ADDED = [
  new RegExp(`\\b(?:${more}|by)(?: an?)? ${count} (?:${more} )?-? ?${unit}\\b`, 'u'),
  new RegExp(`\\b${count} ${more} ${unit}\\b`, 'u'),
  new RegExp(`\\b${count} ${unit} (?:more|extra|longer|on top|added)\\b`, 'u'),
]
const WAS_TO =
  /\b(?:should have|would have|was (?:going |supposed |meant )?to|were to|supposed to|meant to|originally|had)(?: \S+){0,2}? (?:end|ended|expire|expired|finish|finished|over)\b|\bon top of\b/u

/** "It should have ended on 14 March but we got an extra 30 days": whether that day has them in it, nobody said. */
export function withPutOff(dated: DateFacts, words: string): DateFacts {
  const { trialEnd, ...facts } = dated.facts
  if (!trialEnd || !WAS_TO.test(words)) return dated
  const match = ADDED.map(pattern => pattern.exec(words)).find(found => found?.groups)
  const { count = '', unit } = match?.groups ?? {}
  const many = NUMBERS[count] ?? Number(count)
  if (!match || !many) return dated
  const end = unit === 'month' ? addMonths(trialEnd, many) : addDays(trialEnd, many * (unit === 'week' ? 7 : 1))
  const unclear: Unclear = { fact: 'trialEnd', text: match[0], readings: [end, trialEnd] }
  return { ...dated, facts, unclear: [...dated.unclear, unclear] }
}
