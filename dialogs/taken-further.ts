import { whichKindCard } from '../cards/help.ts'
import type { Facts } from '../rules/facts.ts'
import { answerOne, topicWanted, type Wanted } from './answering.ts'
import { afterwardsOf } from './days/after-the-end.ts'
import { renewedSince } from './days/renewed-term.ts'
import { quotesSource } from './days/told-day.ts'
import { lengthTold } from './days/trial-length.ts'
import { goneInto } from './gone-into.ts'
import { isQuestion } from './phrases.ts'
import type { Conversation, Reading } from './ports.ts'
import { kindIn } from './press.ts'
import { priceAskedIn } from './refund-window.ts'
import { blank, type Outcome, type Scene, shown } from './scene.ts'
import { viewOf } from './topic.ts'
import type { Trace } from './turn.ts'
import { kindNamed } from './understanding/days/subject-words.ts'

// A few words that only mean something after what was said: what follows an end, whose end it is, and how long a trial is.

export async function takenFurther(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const afterwards = afterwardsOf(stood, text)
  if (afterwards) {
    const kind = stood.topic === 'license-lifecycle' ? {} : { kind: 'trial' as const }
    const brought = { said: { ...stood.supposed, ...kind }, supposed: stood.supposed !== undefined, followsUp: true }
    return answerOne(scene, afterwards, 'afterwards', brought)
  }
  const length = lengthTold(stood, text)
  if (length && stood.topic)
    return answerOne({ ...scene, stood: { ...stood, facts: length.former } }, topicWanted(stood), 'length', length.brought)
  const renewed = await renewedSince(scene, text)
  if (renewed) return renewed
  const price = priceAskedIn(stood, text)
  if (price) return answerOne(scene, { intent: 'refund-window' }, 'price', { said: price, followsUp: true, text })
  const into = goneInto(stood, text)
  if (into) return answerOne({ ...scene, stood: into.stood }, into.wanted, 'gone-into', { followsUp: true, unused: stood.unused })
  const kind = kindSaid(stood, text)
  return kind && answerOne({ ...scene, stood: { ...stood, facts: kind.facts } }, kind.wanted, 'kind', { said: kind.said })
}

interface KindSaid {
  readonly wanted: Wanted
  readonly said: Facts
  /** What stays of the facts before. */
  readonly facts: Facts
}

const corrects = /\b(?:it|its|it['’]s|that['’]?s?|this|ours|mine|mean|meant|no|not|sorry|actually|is|was)\b/i

/** "Actually it is a trial", after the end of a licence was told: the day is the trial's. Or the answer to the question of which. */
function kindSaid({ topic, aspect, open, facts, ofEither }: Conversation, text: string): KindSaid | undefined {
  const kind = kindIn(text)
  if (!kind) return undefined
  const { trialEnd, licenseEnd, trialStart: _, trialDays: __, licenseStart: ___, kind: ____, ...others } = facts
  if (ofEither) {
    const { end } = ofEither
    return kind === 'trial'
      ? { wanted: { intent: 'extend-trial' }, said: end ? { trialEnd: end } : {}, facts }
      : { wanted: { intent: 'license-lifecycle' }, said: end ? { licenseEnd: end, kind } : { kind }, facts }
  }
  // Before any end is known, it decides which one is asked for.
  if (topic === 'license-lifecycle' && open && facts.kind !== kind) return { wanted: { intent: topic, aspect }, said: { kind }, facts }
  if (!corrects.test(text)) return undefined
  if (kind === 'paid' && topic === 'refund-window') return { wanted: { intent: topic }, said: { kind }, facts }
  if (kind === 'trial' && topic === 'refund-window' && facts.licenseStart)
    return { wanted: { intent: topic }, said: { kind }, facts: others }
  if (kind === 'trial' && topic === 'license-lifecycle' && licenseEnd && !trialEnd)
    return { wanted: { intent: 'trial-terms', aspect: 'trial-after' }, said: { trialEnd: licenseEnd }, facts: others }
  if (kind === 'paid' && (topic === 'extend-trial' || topic === 'trial-terms') && trialEnd && !licenseEnd)
    return { wanted: { intent: 'license-lifecycle' }, said: { licenseEnd: trialEnd, kind }, facts: others }
  return undefined
}

const trying = /\b(?:free|tests?|testing)\b/i
const longer =
  /\b(?:exten(?:d|ds|ded|ding|sion)|prolong\w*|longer|(?:more|extra|additional|further|another) (?:\w+ )?(?:time|days?|weeks?|months?))\b/i

/** "Can I extend the licence? It ends 15 April", "licence ends 31 March, can we get two more weeks?": a trial is extended, a bought licence renewed, and nobody said which it is. */
export function whichKind(scene: Scene, reading: Reading, text: string, trace: Trace): Outcome | undefined {
  const { stood } = scene
  const [{ intent }, another] = reading.wishes
  const named = kindNamed(text)
  const spokenOf = named === 'trial' || trying.test(text) || stood.topic === 'extend-trial' || stood.topic === 'trial-terms'
  const goesOn =
    stood.topic === 'license-lifecycle' && stood.facts.licenseEnd && Object.keys(reading.facts).length === 0 && isQuestion(text)
  const isOfLicence = named === 'paid' && longer.test(text)
  // "The admin center says 14 April" is of neither by itself.
  const isOfEither = !named && reading.facts.trialEnd !== undefined && quotesSource(text) && !longer.test(text)
  if (intent !== 'extend-trial' || another || spokenOf || !(isOfLicence || goesOn || isOfEither)) return undefined
  if (stood.facts.trialEnd ?? stood.facts.trialStart ?? reading.facts.trialStart ?? reading.facts.extended) return undefined
  const { trialEnd: end, ...others } = reading.facts
  const facts = { ...stood.facts, ...others }
  const view = viewOf({ ...blank(scene, 'extend-trial'), facts, about: stood.subject })
  return {
    answer: shown([whichKindCard(end, view)], { ...trace, outcome: 'which-kind' }),
    kept: { ...stood, facts, misses: 0, ofEither: end ? { end } : {} },
  }
}
