import type { Intent } from '../../cards/intents.ts'
import { endOfItem } from '../../cards/item.ts'
import type { Kind } from '../../rules/facts.ts'
import { milestoneDates } from '../../rules/milestones.ts'
import { turnTo } from '../conversation.ts'
import { dayKeys, ofDays } from '../days/spoken-days.ts'
import { isFollowUp, isOfTime, isOfWhatFollows, isQuestion, MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import type { Outcome, Scene } from '../scene.ts'
import { mentionedIn, subjectIn } from '../subjects.ts'
import { personal } from '../topic.ts'
import { kindNamed, namesThing, THING, THINGS } from '../understanding/days/subject-words.ts'
import { mayBeOfTracked, namedIn, spokenLast, spokenOf } from './item-meant.ts'
import { nameIn } from './reminding.ts'
import { standing } from './shown-items.ts'
import { type Followed, isSameName, type Tracked } from './tracked.ts'

/** A question as it is asked of what is tracked. */
export interface OfTracked {
  readonly stood: Conversation
  readonly reading: Reading
}

const commands: readonly Intent[] = ['set-reminder', 'stop-reminders']
/** How it is in general, whatever is tracked. */
const general = new RegExp(`\\b(?:an?|any|every|each)(?: \\S+)? ${THING}\\b|\\b(?:${THINGS}|generally|usually|normally|in general)\\b`, 'i')
const ending = /\b(?:ends?|ending|over|expir\w+|runs? out|end date|left)\b/i

/**
 * "When does Lyon end?" is answered with the date that is tracked under that name, never another one's, and "can we still extend it?" with
 * the one that can be meant. Undefined for every other message.
 */
export async function askedOfTracked(scene: Scene, reading: Reading, text: string): Promise<OfTracked | Outcome | undefined> {
  const { stood, here } = scene
  const [{ intent }] = reading.wishes
  const asks = isQuestion(text) || isFollowUp(text) || subjectIn(text) !== undefined
  const isAnswered = dayKeys.some(key => reading.facts[key] !== undefined) || reading.unclear.length > 0 || reading.supposed
  const isCommand = reading.band === 'sure' && commands.includes(intent)
  if (isAnswered && !isCommand && !reading.supposed && !stood.open && text.length <= MAX_PHRASE) return besideTracked(scene, reading, text)
  if (!asks || isAnswered || isCommand || stood.open || text.length > MAX_PHRASE) return undefined
  const ofTime = isOfTime(text) && ending.test(text) && !isOfWhatFollows(text)
  if (stood.topic === 'size-license' && !ofTime && !ofDays.includes(intent)) return undefined
  const all = await here.tracked()
  const named = namedIn(all, text)
  if (named.length > 0) return ofNamed(scene, reading, text, named, ofTime)
  const item = await theOnlyOne(scene, intent, text, all, ofTime)
  return item && { stood: withDates(stood, item), reading: ofTime ? ofEnd(reading) : reading }
}

/**
 * A day that is asked about is one of those that follow from what is tracked ("is 30 July the last day of grace?"), and one that is told
 * after its reminder may be that of something else ("the quote is valid until 15 May").
 */
async function besideTracked(scene: Scene, reading: Reading, text: string): Promise<OfTracked | Outcome | undefined> {
  const { stood, here, at } = scene
  const [day, another] = dayKeys.flatMap(key => reading.facts[key] ?? [])
  if (!day || another || !mayBeOfTracked(stood) || (nameIn(text) ?? subjectIn(text)) !== undefined) return undefined
  const [item, other] = await spokenLast(scene, await here.tracked())
  const named = kindNamed(text)
  if (!item || other || (named && named !== item.tracked.kind)) return undefined
  const follows = milestoneDates({ kind: item.tracked.kind, ...item.tracked.facts }, at).some(({ date }) => date === day)
  if (isQuestion(text) && follows && day !== endOfItem(item.tracked))
    return standing(scene, [item], { intent: 'list-reminders', outcome: 'of-date' })
  // Who names a trial or licence tells of that one.
  if (stood.topic || isQuestion(text) || namesThing(text)) return undefined
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
  const { stood } = scene
  const [{ intent }] = reading.wishes
  const kind = kindAsked(intent, text)
  const ofKind = named.filter(({ tracked }) => kind === undefined || tracked.kind === kind)
  const [item, another] = ofKind
  const isDated = ofDays.includes(intent) && reading.band !== 'not'
  const alone = subjectIn(text)
  // "And Lyon?" asks the same as before.
  const isAlone = alone !== undefined && isSameName(alone, item?.tracked.name)
  if (!ofTime && !isDated && !isAlone && intent !== 'list-reminders') return undefined
  if (!item) return undefined
  const trace = { intent: 'list-reminders', outcome: 'of-name' }
  if (another) return standing(scene, ofKind, trace)
  const itsDays = item.tracked.kind === 'trial' ? (['trialEnd', 'trialStart'] as const) : (['licenseEnd', 'licenseStart'] as const)
  // What was said of it in the talk is newer.
  const known = isSameName(stood.subject, item.tracked.name) && itsDays.some(key => stood.facts[key] !== undefined)
  const turned = known ? stood : turnedTo(stood, item.tracked)
  if (ofTime || isDated) return { stood: turned, reading: ofTime ? ofEnd(reading) : { ...reading, band: 'sure' } }
  if (isAlone && stood.topic && ofDays.includes(stood.topic))
    return { stood: turned, reading: { ...reading, wishes: [{ intent: stood.topic, sure: 1 }], band: 'sure' } }
  return {
    ...standing(scene, [item], trace),
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
  scene: Scene,
  intent: Intent,
  text: string,
  all: readonly Followed[],
  ofTime: boolean,
): Promise<Followed | undefined> {
  const { stood } = scene
  const isOfDates = intent === 'extend-trial' || intent === 'license-lifecycle' || (intent === 'trial-terms' && ofTime)
  const isOther = stood.subject || (nameIn(text) ?? subjectIn(text) ?? mentionedIn(text)) !== undefined
  if (!isOfDates || isOther || general.test(text) || dayKeys.some(key => stood.facts[key] !== undefined)) return undefined
  const kind = kindAsked(intent, text)
  const ofKind = all.filter(({ tracked }) => kind === undefined || tracked.kind === kind)
  if (ofKind.length < 2) return ofKind[0]
  const [only, another] = await spokenLast(scene, ofKind)
  return another ? undefined : only
}

const withDates = (stood: Conversation, { tracked }: Followed): Conversation =>
  tracked.name ? turnedTo(stood, tracked) : { ...stood, facts: { ...stood.facts, ...tracked.facts } }

/** A conversation that turns to what is tracked: its dates are the item's, and no other one's. */
function turnedTo(stood: Conversation, { name, facts }: Pick<Tracked, 'name' | 'facts'>): Conversation {
  const isOther = name !== '' && !isSameName(name, stood.subject)
  const { supposed: _, ...turned } = isOther ? turnTo(stood, name) : stood
  return { ...turned, facts: { ...personal(turned.facts), ...facts } }
}
