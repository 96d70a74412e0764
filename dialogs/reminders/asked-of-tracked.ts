import type { Intent } from '../../cards/intents.ts'
import { endOfItem } from '../../cards/item.ts'
import { trackedCard } from '../../cards/tracked.ts'
import { trackedListCard } from '../../cards/tracked-lists.ts'
import type { Kind } from '../../rules/facts.ts'
import { milestones } from '../../rules/milestones.ts'
import { dayKeys, ofDays } from '../days/spoken-days.ts'
import { isFollowUp, isOfTime, isOfWhatFollows, isQuestion, MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { mentionedIn, subjectIn } from '../subjects.ts'
import { viewOf } from '../topic.ts'
import { turnedTo } from '../turned-to.ts'
import { kindNamed, THING, THINGS } from '../understanding/days/subject-words.ts'
import { isSpokenOf, namedIn, remindedLately, spokenOf } from './item-meant.ts'
import { nameIn, trackingTopics } from './reminding.ts'
import { type Followed, nameKey } from './tracked.ts'

/** A question as it is asked of what is tracked. */
export interface OfTracked {
  readonly stood: Conversation
  readonly reading: Reading
}

const commands: readonly Intent[] = ['set-reminder', 'stop-reminders']
/** How it is in general, whatever is tracked. */
const general = new RegExp(`\\b(?:an?|any|every|each)(?: \\S+)? ${THING}\\b|\\b(?:${THINGS}|generally|usually|normally|in general)\\b`, 'i')
const thing = new RegExp(`\\b${THING}\\b`, 'i')
const ending = /\b(?:ends?|ending|over|expir\w+|runs? out|end date|left)\b/i

/**
 * "When does Lyon end?" is answered with the date that is tracked under that name, never another one's, and "can we still extend it?" with
 * the one that can be meant. Undefined for every other message.
 */
export async function askedOfTracked(scene: Scene, reading: Reading, text: string): Promise<OfTracked | Outcome | undefined> {
  const { stood, turn, desk } = scene
  const [{ intent }] = reading.wishes
  const asks = isQuestion(text) || isFollowUp(text) || subjectIn(text) !== undefined
  const isAnswered = dayKeys.some(key => reading.facts[key] !== undefined) || reading.unclear.length > 0 || reading.supposed
  const isCommand = reading.band === 'sure' && commands.includes(intent)
  if (isAnswered && !isCommand && !reading.supposed && !stood.open && text.length <= MAX_PHRASE) return besideTracked(scene, reading, text)
  if (!asks || isAnswered || isCommand || stood.open || text.length > MAX_PHRASE) return undefined
  const ofTime = isOfTime(text) && ending.test(text) && !isOfWhatFollows(text)
  const mayName = stood.topic !== 'size-license' || ofTime || ofDays.includes(intent)
  if (!mayName && !ofDays.includes(intent)) return undefined
  const all = await desk.store.trackedIn(turn.thread.key)
  if (all.length === 0) return undefined
  const named = mayName ? namedIn(all, text) : []
  if (named.length > 0) return ofNamed(scene, reading, text, named, ofTime)
  const item = await theOnlyOne(scene, intent, text, all, ofTime)
  return item && { stood: withDates(stood, item), reading: ofTime ? ofEnd(reading) : reading }
}

/**
 * A day that is asked about is one of those that follow from what is tracked ("is 30 July the last day of grace?"), and one that is told
 * after its reminder may be that of something else ("the quote is valid until 15 May").
 */
async function besideTracked(scene: Scene, reading: Reading, text: string): Promise<OfTracked | Outcome | undefined> {
  const { stood, turn, desk, at } = scene
  const [day, another] = dayKeys.flatMap(key => reading.facts[key] ?? [])
  const isOfReminders = stood.topic === undefined || trackingTopics.includes(stood.topic)
  if (!day || another || !isOfReminders || (nameIn(text) ?? subjectIn(text)) !== undefined) return undefined
  const all = await desk.store.trackedIn(turn.thread.key)
  const came = stood.topic ? [] : await remindedLately(scene)
  const [item, other] = all.filter(({ tracked }) => isSpokenOf(tracked, stood.reminding) || came.some(due => due.tracked.id === tracked.id))
  const named = kindNamed(text)
  if (!item || other || (named && named !== item.tracked.kind)) return undefined
  const verdict = milestones.decide({ kind: item.tracked.kind, ...item.tracked.facts }, at)
  const follows =
    'fault' in verdict ? [] : verdict.details.milestones.filter(({ date }) => date === day && date !== endOfItem(item.tracked))
  if (isQuestion(text) && follows.length > 0) {
    const card = trackedCard(item, { as: 'stands', shared: turn.place !== 'personal' }, viewOf(blank(scene, 'list-reminders')))
    return { answer: shown([card], { intent: 'list-reminders', outcome: 'of-date' }) }
  }
  // Who names a trial or licence tells of that one.
  if (stood.topic || isQuestion(text) || thing.test(text)) return undefined
  const { facts } = stood
  return {
    stood: { ...stood, topic: 'set-reminder', reminding: spokenOf(item.tracked), facts: { ...facts, ...item.tracked.facts } },
    reading: { ...reading, wishes: [{ intent: 'set-reminder', sure: 1 }], band: 'half' },
  }
}

/** Whoever asks when something ends gets the day, and not what a trial is. */
const ofEnd = (reading: Reading): Reading =>
  ofDays.includes(reading.wishes[0].intent) && reading.band === 'sure'
    ? reading
    : { ...reading, wishes: [{ intent: 'license-lifecycle', sure: 1 }], band: 'sure' }

function ofNamed(
  scene: Scene,
  reading: Reading,
  text: string,
  named: readonly Followed[],
  ofTime: boolean,
): OfTracked | Outcome | undefined {
  const { stood, turn } = scene
  const [{ intent }] = reading.wishes
  const kind = kindAsked(intent, text)
  const ofKind = named.filter(({ tracked }) => kind === undefined || tracked.kind === kind)
  const [item, another] = ofKind
  const isDated = ofDays.includes(intent) && reading.band !== 'not'
  const alone = subjectIn(text)
  // "And Lyon?" asks the same as before.
  const isAlone = alone !== undefined && nameKey(alone) === nameKey(item?.tracked.name ?? '')
  if (!ofTime && !isDated && !isAlone && intent !== 'list-reminders') return undefined
  if (!item) return undefined
  const view = viewOf(blank(scene, 'set-reminder'))
  const trace = { intent: 'list-reminders', outcome: 'of-name' }
  if (another) return { answer: shown([trackedListCard([item, ...ofKind.slice(1)], view)], trace) }
  const itsDays = item.tracked.kind === 'trial' ? (['trialEnd', 'trialStart'] as const) : (['licenseEnd', 'licenseStart'] as const)
  // What was said of it in the talk is newer.
  const known = nameKey(stood.subject ?? '') === nameKey(item.tracked.name) && itsDays.some(key => stood.facts[key] !== undefined)
  const turned = known ? stood : turnedTo(stood, item.tracked)
  if (ofTime || isDated) return { stood: turned, reading: ofTime ? ofEnd(reading) : { ...reading, band: 'sure' } }
  if (isAlone && stood.topic && ofDays.includes(stood.topic))
    return { stood: turned, reading: { ...reading, wishes: [{ intent: stood.topic, sure: 1 }], band: 'sure' } }
  const card = trackedCard(item, { as: 'stands', shared: turn.place !== 'personal' }, view)
  return {
    answer: shown([card], trace),
    kept: { ...turned, topic: 'set-reminder', asked: undefined, reminding: spokenOf(item.tracked), misses: 0 },
  }
}

function kindAsked(intent: Intent, text: string): Kind | undefined {
  const named = kindNamed(text)
  if (intent === 'extend-trial' || named === 'trial') return 'trial'
  return intent === 'refund-window' ? 'paid' : named
}

/** The one item whose date a question lacks: what is spoken of, what a reminder came of, or the only one. */
async function theOnlyOne(
  { stood, turn, desk }: Scene,
  intent: Intent,
  text: string,
  all: readonly Followed[],
  ofTime: boolean,
): Promise<Followed | undefined> {
  const isOfDates = intent === 'extend-trial' || intent === 'license-lifecycle' || (intent === 'trial-terms' && ofTime)
  const isOther = stood.subject || (nameIn(text) ?? subjectIn(text) ?? mentionedIn(text)) !== undefined
  if (!isOfDates || isOther || general.test(text) || dayKeys.some(key => stood.facts[key] !== undefined)) return undefined
  const kind = kindAsked(intent, text)
  const ofKind = all.filter(({ tracked }) => kind === undefined || tracked.kind === kind)
  if (ofKind.length < 2) return ofKind[0]
  const spoken = stood.topic === 'set-reminder' ? ofKind.filter(({ tracked }) => isSpokenOf(tracked, stood.reminding)) : []
  const due = spoken.length > 0 ? [] : await remindedLately({ turn, desk })
  const [only, another] = spoken.length > 0 ? spoken : ofKind.filter(({ tracked }) => due.some(came => came.tracked.id === tracked.id))
  return another ? undefined : only
}

const withDates = (stood: Conversation, { tracked }: Followed): Conversation =>
  tracked.name ? turnedTo(stood, tracked) : { ...stood, facts: { ...stood.facts, ...tracked.facts } }
