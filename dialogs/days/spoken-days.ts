import type { Intent } from '../../cards/intents.ts'
import { addDays, addYears, type Day, dayOf, daysBetween, partsOf, weekdayOf } from '../../rules/day.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import { isCorrection, isOfTime, isOfWhatFollows, isRepair } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { MONTH, monthNames, monthNumber, WEEKDAY, weekdayNumber } from '../understanding/days/calendar-words.ts'
import { after, LENGTH, lengthOf } from '../understanding/days/lengths.ts'
import { namesPaid, THING } from '../understanding/days/subject-words.ts'
import { laterEnd, tellsRenewal } from './later-end.ts'

// Days that are said against the day spoken of: a correction of it, or another one supposed.

/** The facts that are days. */
export const dayKeys = ['trialEnd', 'trialStart', 'licenseStart', 'licenseEnd'] as const
export type DayKey = (typeof dayKeys)[number]
export const isDayKey = (key: FactKey | undefined): key is DayKey => dayKeys.some(day => day === key)
/** What is asked of such a day, and answered by it and the day on which somebody acts. */
export const ofDays: readonly (Intent | undefined)[] = ['extend-trial', 'refund-window', 'license-lifecycle']
const months = new RegExp(`\\b(?:${MONTH})\\b`, 'i')
/** A day of a month that is told from today. */
const monthFromToday = /\b(?:this|next|last|current) month\b/i

/**
 * A corrected or supposed day stays near the one it replaces: "the 20th" in its month, "25 February" in the year that is nearest.
 * A day with a year, or counted from today, stays as it is.
 */
export function nearFormer(said: Facts, before: Facts, text: string, corrects = isRepair(text)): Facts {
  if (/\b(19|20)\d\d\b/.test(text) || monthFromToday.test(text)) return said
  const namesDay = /\b\d{1,2}(?:st|nd|rd|th)\b/i.test(text)
  const named = months.test(text)
  const moved = dayKeys.flatMap(key => {
    const [former, now] = [before[key], said[key]]
    if (key === 'licenseEnd' && former && now && tellsRenewal(text)) return [[key, laterEnd('paid', former, now, text) ?? now] as const]
    const other = before[partners[key]]
    // "14 March is when it started", of the end: the same day, whatever year a start would have.
    if (now && other && other.slice(4) === now.slice(4) && said[partners[key]] === undefined) return [[key, other] as const]
    if (!former && now && other && named && corrects && key.startsWith('trial')) return [[key, inNearestYear(now, other)] as const]
    if (!former || !now || !(named || (namesDay && corrects))) return []
    return [[key, named ? inNearestYear(now, former) : dayInMonthOf(former, now)] as const]
  })
  return { ...said, ...(Object.fromEntries(moved) as Partial<Record<DayKey, Day>>) }
}

const partners = { trialEnd: 'trialStart', trialStart: 'trialEnd', licenseStart: 'licenseEnd', licenseEnd: 'licenseStart' } as const

const dayInMonthOf = (former: Day, day: Day) => dayOf(partsOf(former).year, partsOf(former).month, partsOf(day).day) ?? day

/** "Sorry, the 31st", of a day in April: there is none, and no other month was meant. */
export function ofMissingDay(reading: Reading, { facts, supposed, topic }: Conversation, text: string): Reading {
  const before = { ...facts, ...supposed }
  const [dayOfMonth, another] = text.match(/\b\d{1,2}(?=(?:st|nd|rd|th)\b)/gi) ?? []
  const [key, second] = dayKeys.filter(each => reading.facts[each] !== undefined)
  const former = key && before[key]
  if (!topic || !dayOfMonth || another || !former || second || reading.band === 'sure' || !isRepair(text)) return reading
  if (months.test(text) || monthFromToday.test(text) || /\b(19|20)\d\d\b/.test(text)) return reading
  const { year, month } = partsOf(former)
  if (dayOf(year, month, Number(dayOfMonth))) return reading
  const { [key]: _, ...others } = reading.facts
  const name = monthNames[month - 1] ?? ''
  const said = `${dayOfMonth} ${name[0]?.toUpperCase()}${name.slice(1)} ${year}`
  return { ...reading, facts: others, unclear: [...reading.unclear, { fact: key, text: said, readings: [] }] }
}

function inNearestYear(day: Day, former: Day): Day {
  const around = [-1, 0, 1].map(years => addYears(day, years))
  const nearest = (a: Day, b: Day) => (Math.abs(daysBetween(former, b)) < Math.abs(daysBetween(former, a)) ? b : a)
  return around.reduce(nearest)
}

const monthAlone = new RegExp(`(?<=^\\W*(?:[a-z']+\\W+){1,6})(?:in )?\\b(${MONTH})\\W*$`, 'i')
/** "No, 2025", "in 2025" */
const yearAlone =
  /(?<=^\W*(?:(?:no|sorry|oops|wait|actually|in|of|it was|it['’]?s|that was|that['’]?s|i mean|i meant)\W+){1,4})(20\d\d)\W*$/i
const way = '(?:earlier|sooner|later|longer|before|after)(?: than that| that)?'
const aside = '(?:[,. ]+(?:sorry|actually|in fact|really|though|i mean|instead|please|then))*'
const shifted = new RegExp(`\\b(${LENGTH}) (${way})${aside}\\W*$`, 'i')
const leads =
  "(?:(?:no|sorry|actually|in fact|but|and|well|wait|or|then|maybe|rather|exactly|just|only|it['’]?s|it is|it was|that['’]?s|that is|make (?:it|that))\\W+)*"
const buys = '(?:(?:we|i|they) )?(?:actually |really )?(?:bought|ordered|purchased|got) (?:it|that|them|this) '
const shiftAlone = new RegExp(`^\\W*${leads}${LENGTH} ${way}${aside}\\W*$`, 'i')
const shiftOfBuying = new RegExp(`^\\W*${leads}${buys}${LENGTH} ${way}${aside}\\W*$`, 'i')
/** "Actually two days earlier", "it's a week later than that", "we bought it a day before": how far the day spoken of lies from the one that was told, and nothing else. */
export const shiftsDay = (text: string, key: FactKey | undefined) =>
  text.length <= MAX_SHIFT && (shiftAlone.test(text) || (key === 'licenseStart' && shiftOfBuying.test(text)))
/** "It ends a month earlier": told of an end that was said before, neither from today nor of a reminder. */
const ofEnd = new RegExp(
  `^\\W*(?:(?:but|and|well|no|sorry|actually|i was wrong)\\W+){0,3}(?:it|this|that|the (?:end(?: date)?|${THING}))(?: actually| really| now){0,2} (?:ends?|ended|expires?|expired|runs out|is over|is|was)\\b`,
  'i',
)
export const shiftsEnd = (text: string) => text.length <= MAX_SHIFT && shifted.test(text) && ofEnd.test(text)
const MAX_SHIFT = 60
const beside = new RegExp(`\\bthe (day|${WEEKDAY}) (before|after)(?: that)?\\W*$`, 'i')

const endOfContract = /\b(?:agreement|term)\b/i

/**
 * "And what happens when it ends on the 24th?" after a talk of the trial that ends then is about no licence, and neither is "and when
 * does it end?" where only the start of a trial is known. In a talk about a trial alone, an end that no word calls a licence's is a trial's.
 */
export function ofTrial(read: Reading, stood: Conversation, text: string): Reading {
  if (namesPaid(text)) return read
  const before = stood.facts
  const { licenseEnd, ...others } = read.facts
  if (licenseEnd !== undefined && licenseEnd === before.trialEnd) return { ...read, facts: others }
  const reading = (isOfTrial(stood) || isItsEnd(stood, text)) && !endOfContract.test(text) ? asTrials(read) : read
  const [{ intent, sure }, another] = reading.wishes
  const known = { ...before, ...reading.facts }
  const isOfStarted = known.trialStart && !(known.trialEnd ?? known.licenseStart ?? known.licenseEnd)
  if (intent !== 'license-lifecycle' || another || !isOfStarted || !isOfTime(text) || isOfWhatFollows(text)) return reading
  return { ...reading, wishes: [{ intent: 'trial-terms', aspect: 'trial-terms', sure }] }
}

/** What is spoken of is a trial, whatever else was asked in between. */
const isOfTrial = ({ topic, reminding, told, facts }: Conversation) =>
  (topic === 'set-reminder' && reminding?.kind === 'trial') ||
  (topic === 'license-lifecycle' && facts.kind === 'trial') ||
  told?.intent === 'trial-terms' ||
  told?.intent === 'extend-trial' ||
  ((topic === 'extend-trial' || topic === 'trial-terms') && !(facts.licenseEnd ?? facts.licenseStart))

/** "It actually ends on 16 April": the only end that was told is put right. */
const isItsEnd = ({ facts }: Conversation, text: string) =>
  facts.trialEnd !== undefined && facts.licenseEnd === undefined && (isCorrection(text) || /\bactually\b/i.test(text))

/** "The new end is 22 April": an end that names nothing is that of what is spoken of. */
function asTrials(reading: Reading): Reading {
  const { licenseEnd, ...others } = reading.facts
  const isTold = reading.unclear.some(({ fact }) => fact === 'licenseEnd')
  if ((!licenseEnd && !isTold) || others.trialEnd || others.licenseStart || others.kind) return reading
  const trials = (fact: FactKey) => (fact === 'licenseEnd' ? 'trialEnd' : fact)
  return {
    ...reading,
    facts: { ...others, ...(licenseEnd ? { trialEnd: licenseEnd } : {}) },
    unclear: reading.unclear.map(each => ({ ...each, fact: trials(each.fact) })),
    ...(reading.guessed ? { guessed: reading.guessed.map(trials) } : {}),
  }
}

/** A message that only moves the day spoken of ("sorry, May", "a week later", "no, the Friday before that"), a fact named `key`, with that day in full; any other as it is. */
export function withWholeDay(text: string, former: Day | undefined, key?: FactKey): string {
  if (!former || text.length > MAX_SHIFT) return text
  if (!(isCorrection(text) || yearAlone.test(text) || shiftsDay(text, key) || shiftsEnd(text) || /^\W*(and )?(what )?if\b/i.test(text)))
    return text
  const moves: readonly (readonly [RegExp, (words: readonly string[]) => Day | undefined])[] = [
    [yearAlone, ([, year]) => dayOf(Number(year), partsOf(former).month, partsOf(former).day)],
    [monthAlone, ([, name = '']) => inMonth(former, name)],
    [shifted, ([, length = '', way = '']) => moved(former, length, way)],
    [beside, ([, which = '', way = '']) => next(former, which, way)],
  ]
  for (const [pattern, dayFrom] of moves) {
    const match = pattern.exec(text)
    const day = match && dayFrom(match)
    if (match && day) return `${text.slice(0, match.index)}${day}`
  }
  return text
}

const isBack = (way: string) => /^(earlier|sooner|before)/i.test(way)

function inMonth(former: Day, name: string): Day | undefined {
  const { year, day } = partsOf(former)
  return dayOf(year, monthNumber(name), day)
}

function moved(former: Day, length: string, way: string): Day | undefined {
  const said = lengthOf(length)
  return said && after(former, isBack(way) ? { ...said, count: -said.count } : said)
}

function next(former: Day, which: string, way: string): Day {
  const step = isBack(way) ? -1 : 1
  const wanted = weekdayNumber(which)
  const apart = wanted === 0 ? 1 : ((wanted - weekdayOf(former)) * step + 7) % 7 || 7
  return addDays(former, apart * step)
}
