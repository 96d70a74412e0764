import { MONTH_BEGUN } from './understanding/days/calendar-words.ts'
import { isPlaceNoun, isPlural, PLACES } from './understanding/sites/site-words.ts'

// Names that a number tells apart: "plant 2", "Werk 3", "customer 12", "Lyon 2". Without it two licences would be taken for one.

/** The patterns around these tell names by their capitals, so that they can't be without case. */
const months = MONTH_BEGUN.replace(/[a-z]+/g, month => `${month}|${month[0]?.toUpperCase()}${month.slice(1)}|${month.toUpperCase()}`)
const units = `(?:more|full|working|business|calendar|ot|it|iot)\\b|days?|weeks?|months?|years?|hours?|devices?|endpoints?|sensors?|assets?|users?|${PLACES}|euros?|eur|usd|percent|times|am\\b|pm\\b`
/** What a number behind a name belongs to: "Lyon 15 April", "15/4", "the 15th", "3 days before", "400 devices", "15 or 20 April". */
const others = `\\p{L}|\\p{N}|%|[-./:,]\\d|\\s*%|\\s+(?:of\\s+)?(?:${months})\\p{L}*|\\s+(?:${units})|\\s*(?:-|–|to|or|and)\\s*\\d`
/** The number at the end of a name, for patterns with the flag `u`. */
export const NUMBER = `(?: (?:[Nn]o\\.? ?|[Nn]r\\.? ?|#)?\\d{1,3}[a-hA-H]?(?!${others}))`

const numbered = new RegExp(`(?<!\\p{L})(\\p{L}{2,30})${NUMBER}`, 'gu')

/** The place or customer that a text names by its number, as it is written; undefined where it names none or several. */
export function numberedIn(text: string): string | undefined {
  const found = [...text.matchAll(numbered)].flatMap(([all, noun = '']) => (isNumbered(noun) ? [all] : []))
  return new Set(found.map(each => each.toLowerCase())).size === 1 ? found[0] : undefined
}

/** Whether a noun is one of what is told apart by numbers. */
function isNumbered(noun: string): boolean {
  const word = noun.toLowerCase()
  return (isPlaceNoun(word) && !isPlural(word)) || /^(?:customer|client|account|tenant|line|zone|area|unit)$/.test(word)
}

const whole = new RegExp(`^(\\p{L}{2,30})${NUMBER}$`, 'u')

/** A name without the number at its end. */
export const withoutNumber = (name: string): string => name.replace(atEnd, '')
const atEnd = new RegExp(`${NUMBER}$`, 'u')

/** Whether a name is such a noun and its number. */
export const isNumberedName = (name: string): boolean => isNumbered(whole.exec(name)?.[1] ?? '')
