import type { Intent } from '../../cards/intents.ts'
import { addDays, type Day, daysBetween } from '../../rules/day.ts'
import type { Facts } from '../../rules/facts.ts'
import type { At } from '../../rules/verdict.ts'
import { answer, type Brought, nothingSaid, type Wanted } from '../answering.ts'
import { bareFact } from '../conversation.ts'
import { actingDayIn, isActing, isAnotherDay, isCorrection, nextDayIn } from '../phrases.ts'
import type { Reading } from '../ports.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { topicOf } from '../topics.ts'
import type { Trace } from '../turn.ts'
import { actingDayOf } from '../understanding/days/acting-day.ts'
import { MONTH } from '../understanding/days/calendar-words.ts'
import { type Stretch, stretchOf } from '../understanding/days/stretches.ts'
import { daysMeant } from './day-meant.ts'
import { dayKeys, ofDays } from './spoken-days.ts'

// The day for which something is asked, which is no day of the licence or trial itself.

/** In days: nobody plans further. */
const MAX_AHEAD = 300

const hasDay = (facts: Facts) => dayKeys.some(key => facts[key] !== undefined)

/** "Is it still possible on 14 April?": the same question, asked as of that day; undefined where the message is no such question. */
export async function asOfDay(scene: Scene, reading: Reading, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const isStartKnown = isOfStart(stood)
  const asks = isActing(text) || ((stood.asOf !== undefined || isStartKnown) && isAnotherDay(text))
  const doubted = dayDoubtedIn(stood, text)
  const words =
    doubted ??
    (asks || addsNothing(stood, reading) ? actingDayOf(text) : undefined) ??
    (asks ? actingDayIn(text) : undefined) ??
    (mayAskAgain(stood) ? nextDayIn(text) : undefined)
  if (!stood.topic || stood.topic === 'set-reminder' || !words || !hasDay(stood.facts)) return undefined
  const ahead = await daysAhead(scene, words)
  // Nobody asks for more time when it is over: "what about 20 April?" is another end then.
  if (!ahead || (doubted && stood.topic === 'extend-trial' && ahead.first > (stood.facts.trialEnd ?? ahead.first))) return undefined
  const wanted = { intent: stood.topic, aspect: stood.aspect }
  return answerWithin(scene, ahead, [wanted], { ...nothingSaid, followsUp: true }, { intent: stood.topic, outcome: 'as-of' })
}

/** No licence starts ahead: such a day is one on which it may be given back. */
const isOfStart = ({ topic, facts }: Scene['stood']) => bareFact(topic, {}) === 'licenseStart' && facts.licenseStart !== undefined

/** Whether a message neither tells a fact nor surely asks for something else. */
const addsNothing = ({ topic }: Scene['stood'], { facts, unclear, wishes: [{ intent }], band }: Reading) =>
  Object.keys(facts).length === 0 && unclear.length === 0 && (band !== 'sure' || intent === topic)

const dayDoubted = new RegExp(
  `^\\W*(?<lead>(?:(?:so|and|or|then|until|till|by|on|ok(?:ay)?|sorry|no|actually|i mean|i meant|(?:what|how) about)[ ,]+)*)(?<day>20\\d\\d-\\d\\d-\\d\\d|(?:the )?\\d{1,2}(?:(?:st|nd|rd|th)?(?: of)? (?:${MONTH})|(?:st|nd|rd|th)))\\W*$`,
  'i',
)

/** "So until 12 March?", and after an answer as of another day "and 1 April?", "or the 2nd", "sorry, 1 April". */
function dayDoubtedIn(stood: Scene['stood'], text: string): string | undefined {
  const { lead, day } = (text.length < 40 && dayDoubted.exec(text)?.groups) || {}
  if (stood.asOf === undefined) return text.includes('?') && isOfStart(stood) && !isCorrection(text) ? day : undefined
  return text.includes('?') || lead ? day : undefined
}

/** What is known is asked about on other days; what is only supposed, with other days. */
const mayAskAgain = ({ topic, aspect, open, supposed }: Scene['stood']) =>
  topic !== undefined && (ofDays.includes(topic) || aspect === 'trial-after') && !open && !supposed

/** The days for which a message asks that brings the facts itself: "can I extend it on 1 April? the trial ends 15 April". */
export async function daysAskedFor(
  scene: Scene,
  text: string,
  [wanted, another]: readonly Wanted[],
  said: Facts,
): Promise<Stretch | undefined> {
  if (!wanted || another || !ofDays.includes(wanted.intent) || !hasDay({ ...scene.stood.facts, ...said })) return undefined
  const words = actingDayOf(text)
  return words === undefined ? oneDay(startAhead(wanted.intent, said, scene.turn.today)) : daysAhead(scene, words)
}

const oneDay = (day: Day | undefined): Stretch | undefined => day && { first: day, last: day }

/** The one day that the words mean, or the week or month, where it lies ahead. */
const daysAhead = async (scene: Scene, words: string): Promise<Stretch | undefined> =>
  stretchOf(words, scene.turn.today) ?? oneDay(await dayAhead(scene, words))

/** The day on which a licence is to be bought whose refund is asked about: there is none before. */
const startAhead = (intent: Intent, { licenseStart }: Facts, today: Day): Day | undefined =>
  intent === 'refund-window' && licenseStart && licenseStart > today && daysBetween(today, licenseStart) <= MAX_AHEAD
    ? licenseStart
    : undefined

/** The one day that the words mean, where it lies ahead. */
async function dayAhead(scene: Scene, words: string): Promise<Day | undefined> {
  const [day, another] = await daysMeant(scene, words)
  const { today } = scene.turn
  if (!day || another || day < today) return undefined
  // Said without a year, a day just gone by is no day of next year.
  return daysBetween(today, day) <= MAX_AHEAD || /\b20\d\d\b/.test(words) ? day : undefined
}

/** The one day ahead of which a message speaks besides those of the licence. */
export function dayBeside(
  [wanted, another]: readonly Wanted[],
  { facts }: Scene['stood'],
  { said }: Brought,
  days: Reading['otherDays'] = [],
) {
  const [day, second] = days
  const isOfDays = wanted?.intent === 'refund-window' || wanted?.intent === 'license-lifecycle'
  return isOfDays && !another && !second && hasDay({ ...facts, ...said }) ? day : undefined
}

/** Answers for today, and for another day of which a message speaks where that makes a difference: what is meant to be done then is not said. */
export async function answerBeside(scene: Scene, day: Day, wishes: readonly Wanted[], brought: Brought, trace: Trace): Promise<Outcome> {
  const now = await answer(scene, wishes, brought, trace)
  const then = await answerAsOf(scene, day, wishes, brought, trace)
  const [one, other] = [now.answer.reply, then.answer.reply]
  const isSame = String(now.answer.trace.codes) === String(then.answer.trace.codes)
  if (isSame) return brought.said.price ? then : now
  return one.kind === 'cards' && other.kind === 'cards' && !now.kept?.open
    ? { ...now, answer: shown([...one.cards, ...other.cards], then.answer.trace) }
    : now
}

/** Answers as it will be in that time: as of its beginning, and where that changes within it, as of the day of the change as well. */
export async function answerWithin(
  scene: Scene,
  { first, last }: Stretch,
  wishes: readonly Wanted[],
  brought: Brought,
  trace: Trace,
): Promise<Outcome> {
  const changed = wishes[0] ? changeIn(scene, { first, last }, wishes[0].intent, brought.said) : undefined
  const before = await answerAsOf(scene, first, wishes, brought, trace)
  if (!changed) return before
  const after = await answerAsOf(scene, changed, wishes, brought, trace)
  const [one, other] = [before.answer.reply, after.answer.reply]
  if (one.kind !== 'cards' || other.kind !== 'cards') return before
  return { ...before, answer: shown([...one.cards, ...other.cards], before.answer.trace) }
}

/** The first day on which the answer is another than at the beginning. */
function changeIn(scene: Scene, { first, last }: Stretch, intent: Intent, said: Facts): Day | undefined {
  const topic = topicOf(intent)
  if (!topic || !('answer' in topic)) return undefined
  const facts = { ...scene.stood.facts, ...scene.stood.supposed, ...said }
  const outcomeOn = (today: Day) => topic.answer({ ...blank({ ...scene, at: { ...scene.at, today } }, intent), facts }).outcome
  const atFirst = outcomeOn(first)
  for (let day = first; day < last; ) {
    day = addDays(day, 1)
    if (outcomeOn(day) !== atFirst) return day
  }
  return undefined
}

/** The day as of which the last answer was given, where that still lies ahead. */
export const asOfAgain = ({ at, turn }: Scene, day: Day | undefined): At => (day && day > turn.today ? { ...at, today: day } : at)

/** Answers as it will be on that day. */
export async function answerAsOf(scene: Scene, day: Day, wishes: readonly Wanted[], brought: Brought, trace: Trace): Promise<Outcome> {
  const { answer: told, kept } = await answer({ ...scene, at: { ...scene.at, today: day } }, wishes, brought, trace)
  return { answer: told, ...(kept ? { kept: { ...kept, asOf: day } } : {}) }
}
