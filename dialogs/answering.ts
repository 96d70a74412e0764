import type { Reminding } from '../cards/actions.ts'
import type { Card } from '../cards/card.ts'
import { notUnderstoodCard, unclearCard } from '../cards/help.ts'
import type { Aspect, Intent } from '../cards/intents.ts'
import { allUsed, isAllUsed, type Unused } from '../cards/unused.ts'
import type { View } from '../cards/view.ts'
import { type FactKey, type Facts, MAX_SITES } from '../rules/facts.ts'
import { isToldAsOver } from './days/over-already.ts'
import { dayKeys } from './days/spoken-days.ts'
import { type Known, learn, type Manner, without } from './known-facts.ts'
import { formerListOf, sizedAtOnce, stashLarge } from './list-kept.ts'
import type { Conversation, Finding, Pending, Unclear, Unreadable } from './ports.ts'
import { blank, doingOf, type Outcome, type Scene, shown } from './scene.ts'
import { type Question, type Told, unusedOf, viewOf } from './topic.ts'
import { topicOf } from './topics.ts'
import type { Trace } from './turn.ts'

const MAX_CARDS = 3

/** One thing that is asked. */
export interface Wanted {
  readonly intent: Intent
  readonly aspect?: Aspect | undefined
}

/** What is talked of, asked again. */
export const topicWanted = ({ topic = 'help', aspect }: Conversation): Wanted => ({ intent: topic, aspect })

/** What a message or press brought. */
export interface Brought extends Manner {
  readonly said: Facts
  readonly unreadable: readonly Unreadable[]
  /** The line of each site that was said. */
  readonly siteLines?: readonly number[] | undefined
  /** So many sites were told of, without a number of devices. */
  readonly places?: number | undefined
  /** What could not be taken from the list before, where it was changed or pressed. */
  readonly unused?: Unused | undefined
  /** Where a list too large for a button is kept. */
  readonly list?: string
  readonly reminding?: Reminding | undefined
}

export const nothingSaid: Brought = { said: {}, supposed: false, followsUp: false, unreadable: [] }

interface Answered extends Wanted {
  readonly told: Told
}

/** Answers one or more wishes, then asks again what was left open. */
export async function answer(scene: Scene, wanted: readonly Wanted[], news: Brought, trace: Trace): Promise<Outcome> {
  const { stood } = scene
  const pending = stood.pending && news.said[stood.pending.of] !== undefined ? stood.pending : undefined
  const [next, ...others] = pending?.unclear.filter(({ fact }) => news.said[fact] === undefined) ?? []
  if (pending && next) {
    const intent = askingFor(next.fact, pending.wishes) ?? stood.topic ?? 'help'
    return askedBack(
      scene,
      { ...news, intent, unclear: next, pending: { ...pending, of: next.fact, unclear: others }, followsUp: true },
      trace,
    )
  }
  const wishes = pending && pending.wishes.length > 1 ? pending.wishes : wanted
  const brought = { ...news, said: sizedAtOnce(news.said).facts, unused: unusedNow(news, stood) }
  let known: Known = { effective: stood.facts, facts: stood.facts, supposed: {} }
  const answered: Answered[] = []
  for (const wanted of wishes) {
    known = learn({ topic: stood.topic, supposed: stood.supposed, facts: known.facts }, wanted.intent, brought.said, brought)
    answered.push({ ...wanted, told: await tell(scene, wanted, known, brought) })
  }
  const main = answered.find(({ told }) => told.open) ?? answered.findLast(({ told }) => told.rule) ?? answered[0]
  if (!main) return { answer: { reply: { kind: 'nothing' }, trace } }
  const again = await askedAgain(scene, main, known, brought.said)
  const all = again ? [...answered, again] : answered
  const cards = all.flatMap(({ told }) => told.cards).slice(0, MAX_CARDS)
  const { rule, outcome } = main.told
  const told = findingOf(main, scene)
  return {
    answer: shown(cards, {
      ...trace,
      ...(rule ? { rule } : {}),
      ...(told ? { codes: told.codes, policy: told.policy } : {}),
      ...(outcome ? { outcome } : {}),
    }),
    kept: {
      ...keptAfter(stood, main, again, main.told.unsettled ? { ...known, facts: stood.facts } : known),
      ended: isEnded(stood, again ?? main, brought.text) || undefined,
      unused: known.effective.sites && !isAllUsed(brought.unused) ? brought.unused : undefined,
      places: known.effective.sites ? undefined : (brought.places ?? stood.places),
      kinds: known.effective.sites ? undefined : stood.kinds,
      joins: known.effective.sites ? undefined : stood.joins,
      formerList: formerListOf(stood, known.facts),
      formerStart: known.facts.licenseStart === stood.facts.licenseStart ? stood.formerStart : stood.facts.licenseStart,
      told,
      next: main.told.next,
    },
    acted: all.some(({ intent }) => keeps(intent)),
  }
}

/** The answer to one thing, for whoever took a message up as `outcome` says. */
export const answerOne = (scene: Scene, wanted: Wanted, outcome: string, brought: Partial<Brought> = {}): Promise<Outcome> =>
  answer(scene, [wanted], { ...nothingSaid, ...brought }, { intent: wanted.intent, outcome })

/** Of several wishes the one that hangs on a fact. */
export const askingFor = (fact: FactKey, wishes: readonly Wanted[]): Intent | undefined =>
  (wishes.find(({ intent }) => topicOf(intent)?.facts.includes(fact)) ?? wishes[0])?.intent

interface AskedBack extends Pick<Brought, 'said' | 'supposed' | 'askedAbout' | 'followsUp'> {
  readonly intent: Intent
  readonly unclear: Unclear
  readonly pending: Pending | undefined
}

/** Asks which day an unclear one is: its readings, or an input. */
export async function askedBack(scene: Scene, { intent, unclear, pending, said, ...manner }: AskedBack, trace: Trace): Promise<Outcome> {
  const { supposed } = manner
  const known = learn(scene.stood, intent, said, manner)
  const { unclear: _, ...stood } = scene.stood
  return {
    answer: shown([await unclearIn(scene, unclear, { intent, facts: known.effective, supposed })], trace),
    kept: {
      ...stood,
      topic: intent,
      asked: unclear.fact,
      open: true,
      facts: known.facts,
      ...(supposed ? { supposed: known.supposed } : {}),
      misses: 0,
      pending,
      ...(unclear.readings.length > 1 || unclear.fact === 'cloud'
        ? { unclear: supposed ? { ...unclear, supposed: true as const } : unclear }
        : {}),
    },
  }
}

async function unclearIn(
  scene: Scene,
  { fact, text, readings }: Unclear,
  of: Pick<Question, 'intent' | 'facts' | 'supposed'>,
): Promise<Card> {
  return unclearCard(fact, text, readings, await viewAsking(scene, { ...blank(scene, of.intent), ...of, about: scene.stood.subject }))
}

/** Plain answers stand together under one name. */
const PLAIN = 'answers'

function findingOf({ intent, told }: Answered, { at }: Scene): Finding | undefined {
  return told.codes && { intent, rule: told.rule ?? PLAIN, codes: told.codes, policy: at.policy.version }
}

/** The question that was open before, where the present one is answered and another. */
async function askedAgain(scene: Scene, main: Answered, known: Known, said: Facts): Promise<Answered | undefined> {
  const { stood } = scene
  const open = stood.open && stood.topic !== main.intent ? stood.topic : stood.waiting
  if (!open || open === main.intent || main.told.open) return undefined
  const { unclear } = stood
  if (unclear && open === stood.topic && known.facts[unclear.fact] === undefined) {
    const card = await unclearIn(scene, unclear, { intent: open, facts: known.facts, supposed: false })
    return { intent: open, told: { cards: [card], open: true, asked: unclear.fact } }
  }
  // What was to be kept until a fact is known is kept when that is told: a day of the talk may be another one's.
  const isTold = stood.asked !== undefined && said[stood.asked] !== undefined
  const effective = keeps(open) && !isTold ? without(known.facts, dayKeys) : known.facts
  const told = await tell(scene, { intent: open }, { ...known, effective, supposed: {} }, nothingSaid)
  return told.open || keeps(open) ? { intent: open, told } : undefined
}

/** Whether an intent keeps something when it is answered. */
export function keeps(intent: Intent): boolean {
  const topic = topicOf(intent)
  return topic !== undefined && 'act' in topic
}

/** What stays of a conversation whatever is talked of. */
function ofPerson({ subject, mentioned, customers, ofGovernment, otherSubjects, calledWrong, at, version }: Conversation) {
  return { subject, mentioned, customers, ofGovernment, otherSubjects, calledWrong, misses: 0, at, version }
}

function keptAfter(stood: Conversation, main: Answered, again: Answered | undefined, known: Known): Conversation {
  // A plain answer is an aside: the topic stays, so that a correction still finds it.
  const isTopic = (topicOf(main.intent)?.facts.length ?? 0) > 0
  const stays = again ?? (main.told.rule || main.told.open || (isTopic && !stood.topic) ? main : undefined)
  if (!stays) return { ...stood, facts: known.facts, misses: 0, disputed: undefined }
  const interrupted = !again && main.told.open && stood.open && stood.topic !== main.intent ? stood.topic : undefined
  const waiting = again ? undefined : (interrupted ?? (main.told.open ? stood.waiting : undefined))
  return {
    ...ofPerson(stood),
    facts: known.facts,
    declined: stood.declined,
    topic: stays.intent,
    aspect: stays.told.aspect ?? stays.aspect,
    asked: stays.told.asked,
    open: stays.told.open || undefined,
    reminding: stays.told.reminding,
    waiting,
    ...(again && stood.unclear && stays.told.asked === stood.unclear.fact ? { unclear: stood.unclear, pending: stood.pending } : {}),
    supposed: Object.keys(known.supposed).length > 0 && !again ? known.supposed : undefined,
  }
}

/** Whether the end that is asked for was told of as over, now or when it was asked for first. */
const isEnded = ({ topic, open, ended }: Conversation, { intent, told }: Answered, text: string | undefined) =>
  told.open && (isToldAsOver(text) || (topic === intent && open && ended))

/** One topic's answer from what is known. */
async function tell(scene: Scene, { intent, aspect }: Wanted, { effective: facts, ...known }: Known, brought: Brought): Promise<Told> {
  const topic = topicOf(intent)
  if (!topic) return { cards: [notUnderstoodCard(1, viewOf(blank(scene, 'help')))] }
  const { subject } = scene.stood
  const question: Question = {
    ...blank(scene, intent),
    facts,
    aspect,
    supposed: topic.facts.some(key => known.supposed[key] !== undefined),
    declined: scene.stood.declined,
    ...(facts.sites ? brought.unused : { unreadable: brought.unreadable }),
    list: brought.list ?? (await stashLarge(scene, facts, brought.unused)),
    about: topic.facts.length > 0 ? subject : undefined,
    said: brought.text,
    before: scene.stood.topic,
    news: brought.said,
    // "Stop it" names what it is said of.
    reminding: intent === 'set-reminder' ? remindingOf(scene.stood, brought) : intent === 'stop-reminders' ? brought.reminding : undefined,
  }
  return 'act' in topic ? topic.act(question, doingOf(scene)) : topic.answer(question)
}

/** What is to be tracked is what was spoken of, unless a message brings a date of its own. */
function remindingOf({ subject, reminding, open, topic }: Conversation, { said, followsUp, reminding: pressed }: Brought): Reminding {
  const sameOne = topic === 'set-reminder' && (open || followsUp || !(said.trialEnd || said.licenseStart || said.licenseEnd))
  return { ...(subject ? { name: subject } : {}), ...(sameOne ? reminding : {}), ...pressed }
}

/** What stays unused of the list in view, with what a message brought. */
function unusedNow({ said, unreadable, siteLines, unused }: Brought, { unused: before }: Conversation): Unused {
  const { leftOut } = sizedAtOnce(said)
  const stays = (said.sites ? unused : before) ?? allUsed
  const leftOutFrom = stays.leftOutFrom ?? (leftOut > 0 ? siteLines?.[MAX_SITES] : undefined)
  return unusedOf({ unreadable: [...unreadable, ...stays.unreadable], leftOut: stays.leftOut + leftOut, leftOutFrom })
}

/** The view of a card that asks further: its buttons carry all that is known, a list too large for that by the id under which it is kept. */
export async function viewAsking(scene: Scene, question: Question): Promise<View> {
  return viewOf({ ...question, list: question.list ?? (await stashLarge(scene, question.facts, question)) })
}
