import { MAX_PHRASE } from '../phrases.ts'
import { MONTH, WEEKDAY } from '../understanding/days/calendar-words.ts'
import { AMOUNT, UNIT } from '../understanding/days/lengths.ts'
import { THING } from '../understanding/days/subject-words.ts'

// How somebody wants to be reminded, where nothing of that kind can be done: it is told, rather than dropped.

const remind = '(?:remind(?:er|ing)?s?|ping|notify|alert|warn|nudge)\\b(?: (?:me|us))?'
const often = `(?:every|each) (?:(?:single|other|second|few) )?(?:${UNIT}|mornings?|hours?|${WEEKDAY})|daily|weekly|monthly|(?:once|twice|(?:${AMOUNT}) times) (?:a|per) (?:day|week|fortnight|month)|more often`
const over = "(?:it|that|this|the (?:trial|licen[cs]e|end))(?:[’']s| is| has)? ?(?:ends|ended|over|expires|expired|ran out)?"
const wishes = [
  new RegExp(`\\b${remind}\\b[^.,;:]{0,25}?(?<!\\b(?:our|the|an?|my) )\\b(${often})\\b`, 'i'),
  new RegExp(`\\b((?:${AMOUNT}) (?:working|business|week)[ -]?days? (?:before|ahead|prior|earlier))\\b`, 'i'),
  new RegExp(`\\b${remind} ((?:in|during) (?:early |late |mid[- ])?(?:${MONTH}))\\b(?! \\d)`, 'i'),
  new RegExp(`\\b${remind} (?:again )?((?:a \\w+ )?after ${over})`, 'i'),
  new RegExp(`\\b${remind} ((?:a bit |much |even |a little )?(?:earlier|sooner|later))\\b`, 'i'),
]
/** "Remind my colleague" */
const somebodyElse = new RegExp(`\\b(?:remind|ping|notify|alert|warn|nudge) ((?:my|our|his|her) (?!${THING}\\b|own)\\p{L}{3,20})\\b`, 'iu')

/** The words of such a wish; undefined where a message has none. */
export function oddWishIn(text: string | undefined, shared: boolean): string | undefined {
  if (!text || text.length > MAX_PHRASE) return undefined
  const patterns = shared ? wishes : [...wishes, somebodyElse]
  return patterns.map(pattern => pattern.exec(text)?.[1]).find(words => words !== undefined)
}
