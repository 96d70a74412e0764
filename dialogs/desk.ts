import { welcomeCard } from '../cards/help.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import { answer, nothingSaid, topicWanted } from './answering.ts'
import { broughtBy } from './brought.ts'
import { bareFact, current, dropped, isKnown, moveFor, turnTo } from './conversation.ts'
import { answerBeside, answerWithin, asOfDay, dayBeside, daysAskedFor } from './days/as-of.ts'
import { doubtedDay } from './days/doubted-day.ts'
import { withMonthKept, withMonthTold } from './days/month-told.ts'
import { onDayIn } from './days/own-days.ts'
import { dayKeys, shiftsDay, withWholeDay } from './days/spoken-days.ts'
import { whichDay, withDayTold } from './days/vague-day.ts'
import { besideKnown, whileAsked } from './days/whose-day.ts'
import { asMeant } from './implied.ts'
import { nextCase, ofCustomers } from './new-case.ts'
import { withoutHesitation, withoutOpeners } from './openers.ts'
import { isCorrection, isOnlyNumbers } from './phrases.ts'
import type { Conversation, Desk, Reading } from './ports.ts'
import { pressed } from './pressed.ts'
import { withSector } from './public-sector.ts'
import { putAside } from './put-aside.ts'
import { withRenewal } from './refund-window.ts'
import { asWish } from './reminders/answered-notice.ts'
import { askedOfTracked } from './reminders/asked-of-tracked.ts'
import { remindingOn } from './reminders/shown-items.ts'
import { repaired } from './repair.ts'
import { blank, hereOf, labelled, type Outcome, type Scene, say, shown } from './scene.ts'
import { searched } from './search.ts'
import { backToList, listMeant } from './sites/back-to-list.ts'
import { askedOfSite, joined } from './sites/further-site.ts'
import { siteNamed } from './sites/site-named.ts'
import { asWhatIf } from './sites/supposed-list.ts'
import { whichSite } from './sites/unplaced-site.ts'
import { whichChange } from './sites/which-change.ts'
import { sizeForm } from './size-form.ts'
import { steered } from './steering.ts'
import { toKnownSite } from './subjects/known-site.ts'
import { isOfLicence, openedSubject, withMentioned } from './subjects/opened-subject.ts'
import { secondSite, siteAsked } from './subjects/second-site.ts'
import { severalAsked } from './subjects/several-asked.ts'
import { whichKind } from './taken-further.ts'
import { isTooLong } from './too-long.ts'
import { viewOf } from './topic.ts'
import type { Answer, Turn } from './turn.ts'

/** Two processes may answer one conversation at once: the later one answers again from what the other kept. */
const TRIES = 3

/** Answers one turn: the one door to everything that License Desk knows. */
export async function handle(turn: Turn, desk: Desk): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const stood = current(await desk.store.conversation(turn.conversation), desk.clock.now())
    const { answer, kept, acted } = await answerFrom(stood, turn, desk)
    if (!kept || (await desk.store.keep(turn.conversation, kept)) === 'kept' || acted || attempt === TRIES) return answer
  }
}

async function answerFrom(kept: Conversation, turn: Turn, desk: Desk): Promise<Outcome> {
  const stood = { ...kept, next: undefined }
  const scene = { stood, next: kept.next, turn, desk, here: hereOf(turn, desk), at: { today: turn.today, policy: desk.policy(turn.today) } }
  const { input } = turn
  if (input.kind === 'joined') return { answer: shown([welcomeCard(viewOf(blank(scene, 'help')))], { intent: 'help', outcome: 'welcome' }) }
  if (input.kind === 'pressed') return pressed(scene, input.data)
  if (input.kind === 'searched') return { answer: await searched(scene, input) }
  if (input.kind === 'form') return { answer: await sizeForm(scene, input) }
  const raw = asWhatIf(stood, stood.topic === 'size-license' ? withoutHesitation(input.text) : input.text)
  const text = raw.trim()
  if (text === '') return { answer: say(smallTalk.empty, { outcome: 'empty' }) }
  if (isTooLong(text)) return { answer: say(smallTalk.tooLong, { outcome: 'too-long' }) }
  const next = nextCase(stood, raw)
  if (next) return ofNextCase({ ...scene, stood: next.stood }, next.rest)
  const back = listMeant(stood, text)
  if (back?.rest === '') return ofSubject(scene, back.stood)
  if (back) return ofNextCase({ ...scene, stood: back.stood }, back.rest)
  const aside = await putAside(scene, text)
  if (aside) return ofNextCase(aside.scene, aside.rest)
  const told = { ...scene, stood: withSector(stood, text) }
  const wish = asWish(text)
  return (await steered(told, withoutOpeners(text))) ?? said(told, wish === text ? raw : wish, wish)
}

/** What is said of another customer, or of the list gone back to, is a message of its own. */
async function ofNextCase(scene: Scene, raw: string): Promise<Outcome> {
  const text = raw.trim()
  if (text === '') return { answer: say(smallTalk.restarted, { outcome: 'restart' }), kept: scene.stood }
  return (await steered(scene, withoutOpeners(text))) ?? said(scene, raw, text)
}

async function said(scene: Scene, raw: string, text: string): Promise<Outcome> {
  const before = { ...scene, stood: ofCustomers(backToList(scene.stood, text), text) }
  const found = (await severalAsked(before, raw, text)) ?? (await secondSite(before, text))
  if (!found) return opened(before, raw, text)
  if ('answer' in found) return found
  return understood({ ...scene, stood: found.stood }, found.rest, found.rest, () => opened(before, raw, text))
}

async function opened(before: Scene, raw: string, text: string): Promise<Outcome> {
  const { stood, rest, loosely } = openedSubject(before.stood, text) ?? { stood: before.stood, rest: text }
  if (rest === '') return ofSubject(before, stood)
  const otherwise = stood === before.stood ? undefined : () => understood(before, raw, text)
  const at = { ...before, stood }
  const outcome = rest === text ? understood(at, raw, text, otherwise) : understood(at, rest, rest, loosely ? otherwise : undefined)
  return withMonthKept(at, rest, await outcome)
}

/** The same question of another site or customer. */
const ofSubject = (scene: Scene, stood: Conversation) =>
  answer({ ...scene, stood }, [topicWanted(stood)], nothingSaid, { ...(stood.topic ? { intent: stood.topic } : {}), outcome: 'subject' })

/** `otherwise` answers a message that would turn to the name that it begins with, which it only does with a date of its own. */
async function understood(scene: Scene, written: string, said: string, otherwise?: () => Promise<Outcome>): Promise<Outcome> {
  const { stood, turn, desk } = scene
  const { kind } = stood.reminding ?? {}
  const bare = bareFact(stood.topic, kind ? { ...stood.facts, kind } : stood.facts)
  const isShift = shiftsDay(said, bare)
  const former = (isShift ? stood.asOf : undefined) ?? knownDay(bare, { ...stood.facts, ...stood.supposed })
  const raw = withWholeDay(withMonthTold(written, stood), former, bare)
  const text = isShift ? raw : said
  const asked = stood.asked ?? bare ?? (isOnlyNumbers(text) ? 'sites' : undefined)
  const at = { asked, ended: stood.ended, topic: stood.topic, today: turn.today, locale: turn.person.locale }
  const heard = await desk.understand(raw, at)
  const reading = asMeant(await withDayTold(scene, heard, text), stood, text, scene.at)
  if (otherwise && !isOfLicence(reading)) return otherwise()
  const ofTracked = await askedOfTracked(scene, reading, text)
  if (ofTracked)
    return 'answer' in ofTracked ? ofTracked : labelled(await moved({ ...scene, stood: ofTracked.stood }, ofTracked.reading, text), reading)
  const subject = siteAsked(stood, reading, text) ?? siteNamed(stood, reading, text)
  if (subject) return (await askedOfSite(scene, subject)) ?? ofSubject(scene, turnTo(stood, subject))
  const known = await toKnownSite(scene, reading, text)
  if (known) return 'answer' in known ? known : understood({ ...scene, stood: known }, raw, text)
  const further = await joined(scene, reading)
  if (further) return labelled(further, reading)
  return labelled(await moved({ ...scene, stood: withMentioned(stood, reading, text) }, reading, text), reading)
}

/** "Not the 15th" */
const denied = /^\W*not (?:on )?(?:the )?\d/i

const knownDay = (key: FactKey | undefined, facts: Facts) =>
  dayKeys.some(day => day === key) ? facts[key as (typeof dayKeys)[number]] : undefined

async function moved(scene: Scene, reading: Reading, text: string): Promise<Outcome> {
  const { stood } = scene
  const read = { intent: reading.wishes[0].intent, band: reading.band }
  const aside = (await whileAsked(scene, text, read)) ?? (await asOfDay(scene, reading, text)) ?? (await besideKnown(scene, text, read))
  if (aside) return aside
  const vague = await whichDay(scene, reading, text, read)
  if (vague) return vague
  const move = moveFor(stood, reading, text)
  const trace = {
    intent: move.kind === 'answer' ? (move.wishes[0]?.intent ?? '') : reading.wishes[0].intent,
    band: reading.band,
    outcome: move.kind,
  }
  switch (move.kind) {
    case 'answer': {
      const asked = whichKind(scene, reading, text, trace)
      if (asked) return asked
      const words = move.wishes[0]?.intent === 'set-reminder' ? onDayIn(text) : undefined
      const on = words ? await remindingOn(scene, words) : undefined
      if (on && 'answer' in on) return on
      const brought = { ...broughtBy(stood, reading, text, move.wishes[0]?.intent === stood.topic), ...(on ? { reminding: on } : {}) }
      const unchanged =
        (isCorrection(text) || denied.test(text)) &&
        move.wishes[0]?.intent === stood.topic &&
        isKnown(brought.said, { ...stood.facts, ...stood.supposed })
      if (unchanged) return repaired(scene, { kind: 'miss', again: true }, reading, trace)
      const doubt = await doubtedDay(scene, brought, move.wishes, trace)
      if (doubt) return doubt
      const ahead = await daysAskedFor(scene, text, move.wishes, brought.said)
      const at = ahead ? { ...scene.at, today: ahead.first } : scene.at
      const renewed = { ...brought, said: withRenewal(brought.said, text, move.wishes[0]?.intent, at) }
      const beside = ahead ? undefined : dayBeside(move.wishes, stood, renewed, reading.otherDays)
      if (beside) return answerBeside(scene, beside, move.wishes, renewed, trace)
      return ahead ? answerWithin(scene, ahead, move.wishes, renewed, trace) : answer(scene, move.wishes, renewed, trace)
    }
    case 'decline': {
      const declined = [...stood.declined, move.fact]
      return answer({ ...scene, stood: { ...stood, declined } }, [topicWanted(stood)], { ...nothingSaid, followsUp: true }, trace)
    }
    case 'which-site':
      return whichSite(scene, move.unplaced, trace)
    case 'which-change':
      return whichChange(scene, move.doubted, trace)
    case 'thanks':
      return { answer: say(smallTalk.thanks, trace), kept: { ...stood, next: scene.next, misses: 0 } }
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
