import { whoseDayCard } from '../../cards/help.ts'
import type { Day } from '../../rules/day.ts'
import type { FactKey } from '../../rules/facts.ts'
import { viewAsking } from '../answering.ts'
import { bareFact } from '../conversation.ts'
import { nextDayIn } from '../phrases.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import type { Trace } from '../turn.ts'
import { WEEKDAY } from '../understanding/days/calendar-words.ts'
import { LENGTH } from '../understanding/days/lengths.ts'
import { daysAs } from './day-meant.ts'
import { isDayKey, ofDays } from './spoken-days.ts'

// "And tomorrow?" may name the day of the trial or licence, or the day on which it is asked for: a wrong guess gives a wrong date.

/** Leads that add a day; "ok, tomorrow" and "tomorrow" answer. */
const adds = /^\W*(?:and|or|(?:what|how) about)\b/i
const dayBehind = new RegExp(
  `^\\W*(?:(?:and|or|(?:what|how) about)[ ,]+)*(yesterday|(?:the )?day before yesterday|${LENGTH} ago|(?:last )?(?:${WEEKDAY}))\\s*\\?*\\W*$`,
  'i',
)

/** "Friday?" may be the last one of a start alone. */
const isWeekday = new RegExp(`^(?:${WEEKDAY})$`, 'i')

const addedDayIn = (text: string): string | undefined =>
  adds.test(text) && text.length < 60 ? (nextDayIn(text) ?? dayBehind.exec(text)?.[1]) : undefined

/** "Yesterday?" */
const doubtedDayIn = (text: string) => (text.length < 60 && text.trimEnd().endsWith('?') ? dayBehind.exec(text)?.[1] : undefined)

/** Such a day while the day itself is asked for: no answer to that. */
export async function whileAsked(scene: Scene, text: string, trace: Trace): Promise<Outcome | undefined> {
  const { asked, open, topic } = scene.stood
  const words = open && topic && ofDays.includes(topic) && isDayKey(asked) ? addedDayIn(text) : undefined
  if (words === undefined || !isDayKey(asked)) return undefined
  return { ...(await askedWhose(scene, asked, words, await daysAs(scene, asked, words), trace)), kept: { ...scene.stood, misses: 0 } }
}

/** Such a day that lies behind, where the day itself is known: nobody acts in the past, and no day is replaced by it unasked. */
export async function besideKnown(scene: Scene, text: string, trace: Trace): Promise<Outcome | undefined> {
  const { stood, turn } = scene
  const { topic, open, supposed, facts } = stood
  const fact = bareFact(topic, facts)
  const known = isDayKey(fact) ? facts[fact] : undefined
  const words = known && topic && ofDays.includes(topic) && !open && !supposed ? (addedDayIn(text) ?? doubtedDayIn(text)) : undefined
  if (words === undefined || !known || !isDayKey(fact)) return undefined
  const [day, another] = await daysAs(scene, 'licenseStart', words)
  if (!day || another || day === known || day >= turn.today || (isWeekday.test(words) && fact !== 'licenseStart')) return undefined
  const unclear = { fact, text: words, readings: [day, known] }
  return {
    ...(await askedWhose(scene, fact, words, unclear.readings, trace)),
    kept: { ...stood, asked: fact, open: true, unclear, misses: 0 },
  }
}

async function askedWhose(scene: Scene, fact: FactKey, words: string, days: readonly Day[], trace: Trace): Promise<Outcome> {
  const { stood } = scene
  const asking = { ...blank(scene, stood.topic ?? 'help'), facts: stood.facts, declined: stood.declined, about: stood.subject }
  return { answer: shown([whoseDayCard(fact, words, days, await viewAsking(scene, asking))], { ...trace, outcome: 'whose-day' }) }
}
