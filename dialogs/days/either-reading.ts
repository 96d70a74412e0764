import { type Day, partsOf, weekdayOf } from '../../rules/day.ts'
import { ordinalIn } from '../phrases.ts'
import type { Unclear } from '../ports.ts'
import { MONTH, monthNumber, WEEKDAY_BEGUN, weekdayNumber } from '../understanding/days/calendar-words.ts'

// Which of the readings of a date a message means that names no day in full.

type Of = (unclear: Unclear, text: string) => readonly Day[]

const MAX = 60
const small = "(?:(?:it['’]?s|it is|is|on|in|sorry|i mean|i meant|no|yes|the|that['’]?s|of|one|as) ){0,4}"

/** "The later one", "the earlier". */
const later: Of = ({ readings }, text) => {
  const which = /^\W*(?:the )?(?:(earlier|sooner)|later|latter)(?: one| date)?\W*$/i.exec(text)
  return which ? [...readings].sort().slice(...(which[1] ? [0, 1] : [-1])) : []
}

const dayAlone = new RegExp(`^\\W*${small}(\\d{1,2})(?:st|nd|rd|th)\\W*$`, 'i')
/** "The 21st" */
const ofDay: Of = ({ readings }, text) => {
  const said = Number(dayAlone.exec(text)?.[1])
  return readings.filter(day => partsOf(day).day === said)
}

const monthAlone = new RegExp(`^\\W*${small}(${MONTH})(?: one| date)?\\W*$`, 'i')
/** "May", "the one in May" */
const ofMonth: Of = ({ readings }, text) => {
  const said = monthNumber(monthAlone.exec(text)?.[1] ?? '')
  return readings.filter(day => partsOf(day).month === said)
}

const weekdayAlone = new RegExp(`^\\W*${small}(${WEEKDAY_BEGUN})[a-z]{0,6}(?: one)?\\W*$`, 'i')
/** "The Monday" */
const ofWeekday: Of = ({ readings }, text) => {
  const said = weekdayNumber(weekdayAlone.exec(text)?.[1] ?? '')
  return readings.filter(day => weekdayOf(day) === said)
}

const format = '(?: (?:first|format|order|style|date|way|notation)){0,2}'
const dayFirst = new RegExp(
  `^\\W*${small}(?:day|dd? ?[/.-] ?mm?(?: ?[/.-] ?yy(?:yy)?)?|uk|british|european|eu|international|german)${format}\\W*$`,
  'i',
)
const monthFirst = new RegExp(`^\\W*${small}(?:month|mm? ?[/.-] ?dd?(?: ?[/.-] ?yy(?:yy)?)?|us|usa|american)${format}\\W*$`, 'i')
/** "Day first", "US format", of 04/05/2026. */
const ofOrder: Of = ({ readings, text: date }, text) => {
  const first = Number(/(\d{1,2})[/.-]\d{1,2}/.exec(date)?.[1])
  if (dayFirst.test(text)) return readings.filter(day => partsOf(day).day === first)
  return monthFirst.test(text) ? readings.filter(day => partsOf(day).month === first) : []
}

/** The reading that is meant; undefined where none is, or several. */
export function readingIn(unclear: Unclear, text: string): Day | undefined {
  if (text.length > MAX) return undefined
  const counted = unclear.readings[ordinalIn(text) ?? -1]
  const [only, another] = counted
    ? [counted]
    : ([later, ofDay, ofMonth, ofWeekday, ofOrder].map(of => of(unclear, text)).find(([day]) => day) ?? [])
  return another ? undefined : only
}
