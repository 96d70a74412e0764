import { readPress } from '../cards/actions.ts'
import { aboutMeCard, noticeCard, welcomeCard } from '../cards/help.ts'
import type { Aspect } from '../cards/intents.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import type { Facts } from '../rules/facts.ts'
import { answer, type Brought, nothingSaid } from './answering.ts'
import { bareFact, current, dropped, mentionedIn, moveFor, nearFormer, subjectIn, turnTo } from './conversation.ts'
import { isAboutMe, isBackToReal, isCorrection, isForgetMe, ordinalIn } from './phrases.ts'
import type { Conversation, Desk, Reading } from './ports.ts'
import { readInputs, typedChoice } from './press.ts'
import { repaired } from './repair.ts'
import { blank, type Outcome, replace, type Scene, say, shown } from './scene.ts'
import { editedSites } from './site-edits.ts'
import { viewOf } from './topic.ts'
import type { Answer, Turn } from './turn.ts'

/** Two processes may answer one conversation at once: the later one answers again from what the other kept. */
const TRIES = 3
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

async function answerFrom(stood: Conversation, turn: Turn, desk: Desk): Promise<Outcome> {
  const scene = { stood, turn, desk, at: { today: turn.today, policy: desk.policy(turn.today) } }
  const { input } = turn
  if (input.kind === 'joined') return { answer: shown([welcomeCard(viewOf(blank(scene, 'help')))], { intent: 'help', outcome: 'welcome' }) }
  if (input.kind === 'pressed') return pressed(scene, input.data)
  const text = input.text.trim()
  if (text === '') return { answer: say(smallTalk.empty, { outcome: 'empty' }) }
  if (text.length > MAX_TEXT && text.split('\n').length < LIST_LINES) return { answer: say(smallTalk.tooLong, { outcome: 'too-long' }) }
  return (await steered(scene, text)) ?? said(scene, input.text, text)
}

/** What steers the conversation itself, whatever it is about; undefined for everything else. */
async function steered(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  if (isForgetMe(text)) {
    await desk.store.forget(turn.conversation)
    return { answer: say(smallTalk.forgotten, { outcome: 'forgotten' }) }
  }
  if (isAboutMe(text)) return { answer: shown([aboutMeCard(stood.facts, viewOf(blank(scene, 'help')))], { outcome: 'about-me' }) }
  const chosen = typedChoice(stood, text)
  if (chosen && stood.topic)
    return answer(
      scene,
      [topicWanted(stood)],
      { ...nothingSaid, said: chosen, followsUp: true },
      { intent: stood.topic, outcome: 'choice' },
    )
  const offered = stood.offered?.[ordinalIn(text) ?? -1]
  if (offered) return answer(scene, [{ intent: offered }], nothingSaid, { intent: offered, outcome: 'choice' })
  if (stood.topic && stood.supposed && isBackToReal(text))
    return answer(scene, [topicWanted(stood)], nothingSaid, { intent: stood.topic, outcome: 'back' })
  return undefined
}

const topicWanted = ({ topic = 'help', aspect }: Conversation) => ({ intent: topic, aspect })

async function said(scene: Scene, raw: string, text: string): Promise<Outcome> {
  const { stood, turn, desk } = scene
  const asked = stood.asked ?? bareFact(stood.topic, stood.facts)
  const at = { ...(asked ? { asked } : {}), ...(stood.topic ? { topic: stood.topic } : {}), today: turn.today, locale: turn.person.locale }
  const reading = await desk.understand(raw, at)
  const subject = stood.topic && reading.band !== 'sure' && Object.keys(reading.facts).length === 0 ? subjectIn(text) : undefined
  if (subject)
    return answer({ ...scene, stood: turnTo(stood, subject) }, [topicWanted(stood)], nothingSaid, {
      ...(stood.topic ? { intent: stood.topic } : {}),
      outcome: 'subject',
    })
  const mentioned = stood.subject ? undefined : mentionedIn(text)
  const outcome = await moved({ ...scene, stood: { ...stood, ...(mentioned ? { mentioned } : {}) } }, reading, text)
  return reading.byModel ? { ...outcome, answer: { ...outcome.answer, byModel: true } } : outcome
}

async function moved(scene: Scene, reading: Reading, text: string): Promise<Outcome> {
  const { stood } = scene
  const move = moveFor(stood, reading, text)
  const trace = {
    intent: move.kind === 'answer' ? (move.wishes[0]?.intent ?? '') : reading.wishes[0].intent,
    band: reading.band,
    outcome: move.kind,
  }
  switch (move.kind) {
    case 'answer': {
      const brought = broughtBy(stood, reading, text, move.wishes[0]?.intent === stood.topic)
      const unchanged = isCorrection(text) && move.wishes[0]?.intent === stood.topic && saysNothingNew(brought.said, stood)
      return unchanged ? repaired(scene, { kind: 'miss', again: true }, reading, trace) : answer(scene, move.wishes, brought, trace)
    }
    case 'decline': {
      const declined = [...stood.declined, move.fact]
      return answer({ ...scene, stood: { ...stood, declined } }, [topicWanted(stood)], { ...nothingSaid, followsUp: true }, trace)
    }
    case 'thanks':
      return { answer: say(smallTalk.thanks, trace), kept: { ...stood, misses: 0 } }
    case 'foreign':
      return { answer: say(smallTalk.foreign, trace) }
    case 'restart':
      return { answer: say(smallTalk.restarted, trace), kept: { facts: {}, declined: [], misses: 0, at: stood.at, version: stood.version } }
    case 'drop':
      return { answer: say(smallTalk.dropped, trace), kept: dropped(stood) }
    default:
      return repaired(scene, move, reading, trace)
  }
}

/** The facts of a message in the light of what was said before. */
function broughtBy(stood: Conversation, reading: Reading, text: string, sameTopic: boolean): Brought {
  const before = { ...stood.facts, ...stood.supposed }
  const near = sameTopic ? nearFormer(reading.facts, before, text) : reading.facts
  const sites = sameTopic && stood.topic === 'size-license' ? editedSites(before.sites, near.sites, text) : near.sites
  const kind = impliedKind(stood, reading, text)
  return {
    said: { ...near, ...(sites ? { sites } : {}), ...(kind ? { kind } : {}) },
    supposed: reading.supposed,
    followsUp: sameTopic && reading.band !== 'sure',
    unreadable: reading.unreadable,
  }
}

/** "And the data?" after a talk about a trial is about the trial's end. */
function impliedKind({ facts }: Conversation, { wishes, facts: now }: Reading, text: string): Facts['kind'] {
  if (wishes[0].intent !== 'license-lifecycle' || now.kind || /licen[cs]e|paid|subscription|renew/i.test(text)) return now.kind
  const known = { ...facts, ...now }
  return known.trialEnd && !known.licenseEnd && !known.licenseStart ? 'trial' : undefined
}

function saysNothingNew(said: Facts, { facts, supposed }: Conversation): boolean {
  const before: Facts = { ...facts, ...supposed }
  return (Object.keys(said) as (keyof Facts)[]).every(key => JSON.stringify(said[key]) === JSON.stringify(before[key]))
}

/** A button: the same as a sentence that says all of it, answered in the card's place. */
async function pressed(scene: Scene, data: unknown): Promise<Outcome> {
  const { stood, turn, desk } = scene
  const read = readPress(data)
  if (!read) return { answer: replace(noticeCard(smallTalk.unknownButton, viewOf(blank(scene, 'help'))), { outcome: 'unknown-button' }) }
  const { press } = read
  const list = press.list ? await desk.store.stashed(turn.conversation, press.list) : {}
  if (!list) return { answer: replace(noticeCard(smallTalk.lostList, viewOf(blank(scene, 'size-license'))), { outcome: 'lost-list' }) }
  const inputs = await readInputs(read, text =>
    desk.understand(text, { asked: 'sites', topic: 'size-license', today: turn.today, locale: turn.person.locale }),
  )
  const brought = {
    said: { ...list, ...inputs.facts },
    supposed: press.supposed === true,
    followsUp: press.supposed === true,
    unreadable: inputs.unreadable,
    ...(press.list && !read.inputs.sites ? { list: press.list } : {}),
  }
  // The card in view is answered for itself: what waits elsewhere in the conversation stays there.
  const place = { ...scene, stood: { ...stood, declined: inputs.declined, open: false } }
  const wanted = { intent: press.intent, aspect: press.aspect as Aspect | undefined }
  const { answer: told, kept } = await answer(place, [wanted], brought, { intent: press.intent, band: 'sure' })
  const { reply } = told
  return {
    answer: { ...told, reply: reply.kind === 'cards' ? { kind: 'replace', card: reply.cards[0] } : reply },
    ...(kept ? { kept } : {}),
  }
}
