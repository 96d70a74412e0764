import type { Unclear } from '../../ports.ts'
import type { DateFacts } from './date-facts.ts'
import { AMOUNT, after, lengthOf, UNIT } from './lengths.ts'

const count = `(?<count>${AMOUNT})`
const unit = `(?<unit>${UNIT})`
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
  const { count, unit } = match?.groups ?? {}
  const length = lengthOf(`${count} ${unit}`)
  if (!match || !length) return dated
  const unclear: Unclear = { fact: 'trialEnd', text: match[0], readings: [after(trialEnd, length), trialEnd] }
  return { ...dated, facts, unclear: [...dated.unclear, unclear] }
}
