import { readPress } from '../cards/actions.ts'
import type { Card } from '../cards/card.ts'
import { didYouMeanCard, noticeCard, notUnderstoodCard, retryCard, unclearCard, welcomeCard } from '../cards/help.ts'
import type { Intent } from '../cards/intents.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import { type Facts, MAX_SITES } from '../rules/facts.ts'
import type { At } from '../rules/verdict.ts'
import { current, inFormerMonth, type Known, learn, type Move, moveFor, subjectIn, turnTo } from './conversation.ts'
import type { Conversation, Desk, Reading, Unreadable } from './ports.ts'
import { readInputs } from './press.ts'
import { type Question, type Told, viewOf } from './topic.ts'
import { topicOf } from './topics.ts'
import type { Answer, Reply, Trace, Turn } from './turn.ts'

/** Two processes may answer one conversation at once: the later one answers again from what the other kept. */
const TRIES = 3
/** Larger facts are stashed, and buttons carry their id. */
const MAX_CARRIED = 2048
const MAX_TEXT = 20_000
const LIST_LINES = 40

/** Answers one turn: the one door to everything that License Desk knows. */
export async function handle(turn: Turn, desk: Desk): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const stood = current(await desk.store.conversation(turn.conversation), desk.clock.now())
    const { answer, kept } = await answerFrom(stood, turn, desk)
    if (!kept || attempt === TRIES || (await desk.store.keep(turn.conversation, kept)) === 'kept') return answer
  }
}

interface Outcome {
  readonly answer: Answer
  /** The conversation to keep; none where nothing was learned. */
  readonly kept?: Conversation
}

/** Everything that is needed to answer from where a conversation stands. */
interface Scene {
  readonly stood: Conversation
  readonly turn: Turn
  readonly desk: Desk
  readonly at: At
}

async function answerFrom(stood: Conversation, turn: Turn, desk: Desk): Promise<Outcome> {
  const scene = { stood, turn, desk, at: { today: turn.today, policy: desk.policy(turn.today) } }
  const { input } = turn
  if (input.kind === 'joined') return { answer: shown([welcomeCard(viewOf(blank(scene, 'help')))], { intent: 'help', outcome: 'welcome' }) }
  if (input.kind === 'pressed') return pressed(scene, input.data)
  const text = input.text.trim()
  if (text === '') return { answer: say(smallTalk.empty, { outcome: 'empty' }) }
  if (text.length > MAX_TEXT && text.split('\n').length < LIST_LINES) return { answer: say(smallTalk.tooLong, { outcome: 'too-long' }) }
  const subject = stood.topic && subjectIn(text)
  if (subject) return aboutAnother({ ...scene, stood: turnTo(stood, subject) })
  const asked = stood.asked ?? topicOf(stood.topic)?.bare
  const reading = await desk.understand(input.text, {
    ...(asked ? { asked } : {}),
    ...(stood.topic ? { topic: stood.topic } : {}),
    today: turn.today,
    locale: turn.person.locale,
  })
  const outcome = await said(scene, reading, text)
  return reading.byModel ? { ...outcome, answer: { ...outcome.answer, byModel: true } } : outcome
}

/** The same question about another site. */
function aboutAnother(scene: Scene): Promise<Outcome> {
  const { topic = 'help', aspect } = scene.stood
  const fresh = { ...scene, stood: { ...scene.stood, open: false, declined: [] } }
  return answer(fresh, [{ intent: topic, ...(aspect ? { aspect } : {}) }], nothingSaid, { intent: topic, band: 'sure', outcome: 'subject' })
}

async function said(scene: Scene, reading: Reading, text: string): Promise<Outcome> {
  const { stood } = scene
  const move = moveFor(stood, reading, text)
  const trace = {
    intent: move.kind === 'answer' ? (move.wishes[0]?.intent ?? '') : reading.wishes[0].intent,
    band: reading.band,
    outcome: move.kind,
  }
  switch (move.kind) {
    case 'answer':
      return answer(scene, move.wishes, { said: inFormerMonth(reading.facts, stood.facts, text), supposed: reading.supposed, unreadable: reading.unreadable }, trace)
    case 'decline':
      return answer(
        { ...scene, stood: { ...stood, declined: [...stood.declined, move.fact] } },
        [{ intent: stood.topic ?? 'help', ...(stood.aspect ? { aspect: stood.aspect } : {}) }],
        nothingSaid,
        trace,
      )
    case 'thanks':
      return { answer: say(smallTalk.thanks, trace), kept: { ...stood, misses: 0 } }
    case 'foreign':
      return { answer: say(smallTalk.foreign, trace) }
    case 'restart':
      return { answer: say(smallTalk.restarted, trace), kept: { ...forgotten(stood) } }
    case 'drop':
      return { answer: say(smallTalk.dropped, trace), kept: { ...forgotten(stood), facts: stood.facts } }
    default:
      return repaired(scene, move, reading, trace)
  }
}

const forgotten = ({ at, version }: Conversation): Conversation => ({ facts: {}, declined: [], misses: 0, at, version })

/** Asks back: which day, which topic, or in other words. */
function repaired(scene: Scene, move: Extract<Move, { kind: 'clarify' | 'offer' | 'miss' }>, reading: Reading, trace: Trace): Outcome {
  const { stood } = scene
  if (move.kind === 'clarify') {
    const { intent, unclear } = move
    const known = learn(stood, intent, reading.facts, reading.supposed)
    const view = viewOf({ ...blank(scene, intent), facts: known.effective, supposed: reading.supposed })
    const kept = { ...stood, topic: intent, asked: unclear.fact, open: true, facts: known.facts, misses: 0 }
    return { answer: shown([unclearCard(unclear.fact, unclear.text, unclear.readings, view)], trace), kept }
  }
  if (move.kind === 'offer') {
    const view = viewOf({ ...blank(scene, 'help'), facts: { ...stood.facts, ...reading.facts }, supposed: reading.supposed })
    return { answer: shown([didYouMeanCard(move.intents, view)], trace), kept: { ...stood, misses: 0 } }
  }
  const misses = stood.misses + 1
  const kept = { ...stood, misses }
  if (stood.open && stood.asked && stood.topic && misses < 2) {
    const view = viewOf({ ...blank(scene, stood.topic), facts: stood.facts, declined: stood.declined })
    return { answer: shown([retryCard(stood.asked, view)], trace), kept }
  }
  return { answer: shown([notUnderstoodCard(misses, viewOf(blank(scene, 'help')))], trace), kept }
}

/** What a message or press brought. */
interface Brought {
  readonly said: Facts
  readonly supposed: boolean
  readonly unreadable: readonly Unreadable[]
  readonly list?: string
}

const nothingSaid: Brought = { said: {}, supposed: false, unreadable: [] }

/** Answers one or more wishes, then asks again what was left open. */
async function answer(
  scene: Scene,
  wishes: readonly { readonly intent: Intent; readonly aspect?: Question['aspect'] }[],
  brought: Brought,
  trace: Trace,
): Promise<Outcome> {
  const { stood } = scene
  let known: Known = { effective: stood.facts, facts: stood.facts, supposed: {} }
  const tolds: { intent: Intent; aspect?: Question['aspect']; told: Told }[] = []
  for (const { intent, aspect } of wishes) {
    known = learn({ ...stood, facts: known.facts }, intent, brought.said, brought.supposed)
    const told = await tell(scene, intent, aspect, known, brought)
    tolds.push({ intent, ...(aspect ? { aspect } : {}), told })
  }
  const main = tolds.find(({ told }) => told.open) ?? tolds.findLast(({ told }) => told.rule) ?? tolds[0]
  if (!main) return { answer: { reply: { kind: 'nothing' }, trace } }
  const again = await askedAgain(scene, main, known)
  const cards = [...tolds.flatMap(({ told }) => told.cards), ...(again?.told.cards ?? [])].slice(0, 3)
  const kept = keptAfter(stood, main, again, known)
  const { rule, outcome } = main.told
  return { answer: shown(cards, { ...trace, ...(rule ? { rule } : {}), ...(outcome ? { outcome } : {}) }), kept }
}

type Main = { readonly intent: Intent; readonly aspect?: Question['aspect']; readonly told: Told }

/** The question that was open before, where the present one is answered and another. */
async function askedAgain(scene: Scene, main: Main, known: Known): Promise<Main | undefined> {
  const { stood } = scene
  const open = stood.open && stood.topic !== main.intent ? stood.topic : stood.waiting
  if (!open || open === main.intent || main.told.open) return undefined
  const told = await tell(scene, open, undefined, { ...known, effective: known.facts }, nothingSaid)
  return told.open ? { intent: open, told } : undefined
}

function keptAfter(stood: Conversation, main: Main, again: Main | undefined, known: Known): Conversation {
  // A plain answer is an aside: the topic stays, so that a correction still finds it.
  const stays = again ?? (main.told.rule || main.told.open || !stood.topic ? main : undefined)
  const { subject, otherSubjects, declined, at, version } = stood
  const base = { ...(subject ? { subject } : {}), ...(otherSubjects ? { otherSubjects } : {}), facts: known.facts, declined, misses: 0, at, version }
  if (!stays) return { ...stood, ...base }
  const interrupted = !again && main.told.open && stood.open && stood.topic !== main.intent ? stood.topic : undefined
  const waiting = again ? undefined : (interrupted ?? (main.told.open ? stood.waiting : undefined))
  return {
    ...base,
    topic: stays.intent,
    ...(stays.aspect ? { aspect: stays.aspect } : {}),
    ...(stays.told.asked ? { asked: stays.told.asked } : {}),
    ...(stays.told.open ? { open: true } : {}),
    ...(waiting ? { waiting } : {}),
    ...(Object.keys(known.supposed).length > 0 && !again ? { supposed: known.supposed } : {}),
  }
}

/** One topic's answer from what is known. */
async function tell(scene: Scene, intent: Intent, aspect: Question['aspect'], known: Known, brought: Brought): Promise<Told> {
  const topic = topicOf(intent)
  if (!topic) return { cards: [notUnderstoodCard(1, viewOf(blank(scene, 'help')))] }
  const sites = known.effective.sites ?? []
  const leftOut = Math.max(0, sites.length - MAX_SITES)
  const facts = leftOut > 0 ? { ...known.effective, sites: sites.slice(0, MAX_SITES) } : known.effective
  const list = brought.list ?? (await stashLarge(scene, facts))
  return topic.answer({
    ...blank(scene, intent),
    facts,
    aspect,
    supposed: Object.keys(known.supposed).some(key => topic.facts.includes(key as keyof Facts)),
    declined: scene.stood.declined,
    unreadable: brought.unreadable,
    leftOut,
    list,
    about: topic.facts.length > 0 ? scene.stood.subject : undefined,
  })
}

async function stashLarge({ turn, desk }: Scene, { sites }: Facts): Promise<string | undefined> {
  return sites && JSON.stringify(sites).length > MAX_CARRIED ? desk.store.stash(turn.conversation, { sites }) : undefined
}

function blank({ turn, at }: Scene, intent: Intent): Question {
  const { locale } = turn.person
  return { intent, facts: {}, supposed: false, declined: [], unreadable: [], leftOut: 0, at, locale, mobile: turn.mobile }
}

/** A button: the same as a sentence that says all of it, answered in the card's place. */
async function pressed(scene: Scene, data: unknown): Promise<Outcome> {
  const { stood, turn, desk } = scene
  const read = readPress(data)
  if (!read) return { answer: replace([noticeCard(smallTalk.unknownButton, viewOf(blank(scene, 'help')))], { outcome: 'unknown-button' }) }
  const { press } = read
  const list = press.list ? await desk.store.stashed(turn.conversation, press.list) : {}
  if (!list) return { answer: replace([noticeCard(smallTalk.lostList, viewOf(blank(scene, 'size-license')))], { outcome: 'lost-list' }) }
  const inputs = await readInputs(read, text => desk.understand(text, { asked: 'sites', today: turn.today, locale: turn.person.locale }))
  const brought = {
    said: { ...list, ...inputs.facts },
    supposed: press.supposed === true,
    unreadable: inputs.unreadable,
    ...(press.list && !read.inputs.sites ? { list: press.list } : {}),
  }
  const asked = { intent: press.intent, ...(press.aspect ? { aspect: press.aspect as Question['aspect'] } : {}) }
  // The card in view is answered for itself: what waits elsewhere in the conversation stays there.
  const place = { ...scene, stood: { ...stood, declined: inputs.declined, open: false } }
  const { answer: told, kept } = await answer(place, [asked], brought, { intent: press.intent, band: 'sure' })
  const { reply } = told
  return {
    answer: { ...told, reply: reply.kind === 'cards' ? { kind: 'replace', card: reply.cards[0] } : reply },
    ...(kept ? { kept } : {}),
  }
}

const say = (text: string, trace: Trace): Answer => ({ reply: { kind: 'say', text }, trace })
const replace = ([card]: readonly [Card], trace: Trace): Answer => ({ reply: { kind: 'replace', card }, trace })

function shown(cards: readonly Card[], trace: Trace): Answer {
  const [first, ...others] = cards
  const reply: Reply = first ? { kind: 'cards', cards: [first, ...others] } : { kind: 'nothing' }
  return { reply, trace }
}
