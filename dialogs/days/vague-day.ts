import { vagueDayCard } from '../../cards/help.ts'
import { viewAsking } from '../answering.ts'
import { bareFact } from '../conversation.ts'
import { isQuestion } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import type { Trace } from '../turn.ts'
import { MONTH } from '../understanding/days/calendar-words.ts'
import { dayKeys, isDayKey } from './spoken-days.ts'

const month = `(?:${MONTH})`
const span = '(?:weeks?|months?|quarter|years?|spring|summer|autumn|fall|winter|weekend)'
const few = '(?:a few|a couple(?: of)?|some|several|two or three|a)'
const vague = new RegExp(
  `\\b(?:${[
    `(?:the )?(?:mid(?:dle)?(?: of)?|beginning of|start of|early(?: in)?|late(?: in)?|end of|first half of|second half of|sometime in|some time in|around|about)[ -](?:the )?(?:(?:last|this|next) )?(?:${span}|${month}|christmas|easter|new year)`,
    `(?:the )?(?:first|second|third|last) week of (?:${month}|next month|last month)`,
    `(?:last|this|next|the past) ${span}`,
    `${few} (?:days|weeks?|months?) (?:ago|back|from now)`,
    `in ${few} (?:days|weeks?|months?)`,
    'the other day|recently|soon|not long ago|lately',
    `(?:in|during) ${month}`,
  ].join('|')})\\b(?! \\d)`,
  'i',
)
const MAX_VAGUE = 80

/** "I bought it last week": the words for a time that is asked for and are no day. */
function vagueDayIn({ asked, open, topic }: Conversation, { facts, unclear, wishes: [{ intent }], band }: Reading, text: string) {
  if (!open || !isDayKey(asked) || text.length > MAX_VAGUE || unclear.length > 0 || dayKeys.some(key => facts[key])) return undefined
  if (intent !== topic && (band === 'sure' || isQuestion(text))) return undefined
  const words = vague.exec(text)?.[0]
  return words === undefined ? undefined : { words, fact: asked }
}

const told =
  /\b(?:invoice|receipt|bill|order|contract|confirmation|mail|e-?mail|admin cent(?:er|re)|portal|calendar|paper|it|which|i (?:think|believe|guess))\b(?: (?:says?|said|shows?|showed|reads?|states?|tells?(?: me)?|is|was|has|from|dated|date|on|of|:|mentions?)){0,3}:? ([^?!]{3,30})$/i

const onPaper = /\b(?:invoice|receipt|bill|order|contract|confirmation|mail|e-?mail|admin cent(?:er|re)|portal)\b/i

/** "Don't know, the invoice says 5 March": the day that is asked for, or spoken of, in the words of another. */
export async function withDayTold({ stood, turn, desk }: Scene, reading: Reading, text: string): Promise<Reading> {
  const { open, topic } = stood
  const asked = open ? stood.asked : onPaper.test(text) ? bareFact(topic, stood.facts) : undefined
  const days = Object.keys(reading.facts).length + reading.unclear.length
  if (!isDayKey(asked) || days > 0 || reading.band === 'sure' || text.length > MAX_VAGUE) return reading
  const words = told.exec(text)?.[1]
  if (words === undefined) return reading
  const again = await desk.understand(words, { asked, ...(topic ? { topic } : {}), today: turn.today, locale: turn.person.locale })
  return again.facts[asked] || again.unclear.some(({ fact }) => fact === asked) ? again : reading
}

/** Asks for the day itself: what was said is not enough to work out a date, and the question stays open. */
export async function whichDay(scene: Scene, reading: Reading, text: string, trace: Trace): Promise<Outcome | undefined> {
  const { stood } = scene
  const found = vagueDayIn(stood, reading, text)
  if (!found || !stood.topic) return undefined
  const facts = { ...stood.facts, ...(reading.supposed ? {} : reading.facts) }
  const asking = { ...blank(scene, stood.topic), facts, declined: stood.declined, about: stood.subject, reminding: stood.reminding }
  const card = vagueDayCard(found.fact, found.words, await viewAsking(scene, asking))
  return { answer: shown([card], { ...trace, outcome: 'vague-day' }), kept: { ...stood, facts, misses: 0 } }
}
