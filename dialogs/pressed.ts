import { readPress } from '../cards/actions.ts'
import { noticeCard } from '../cards/help.ts'
import type { Aspect } from '../cards/intents.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import type { At } from '../rules/verdict.ts'
import { answer, keeps, viewAsking } from './answering.ts'
import { counted, pressedWrong, warnedOf } from './called-wrong.ts'
import { caseOf, namesTopic, ownPress } from './card-case.ts'
import { asOfAgain } from './days/as-of.ts'
import { misread, readInputs, withEnd, withName } from './press.ts'
import { isAwaitingEnd, leftBy } from './reminders/deed-done.ts'
import { pressedDeed } from './reminders/tracked-presses.ts'
import { blank, type Outcome, replace, type Scene, say } from './scene.ts'
import { isTooLong } from './too-long.ts'
import { refused, viewOf } from './topic.ts'

/** A button: the same as a sentence that says all of it, answered in the card's place. */
export async function pressed(entered: Scene, data: unknown): Promise<Outcome> {
  const { stood, turn, desk } = entered
  const sent = readPress(data)
  if (!sent) return unreadable(entered)
  const own = ownPress(entered, sent.press)
  const { press } = own
  const read = { ...sent, press }
  const calledWrong = press.wrong !== undefined
  const scene = { ...entered, asker: own.asker, at: asOfAgain(entered, press.asOf) }
  if (press.wrong && !press.deed && keeps(press.intent)) return unreadable(scene)
  if (isTooLong(read.inputs.sites ?? '')) return { answer: say(smallTalk.tooLong, { outcome: 'too-long' }) }
  const list = press.list ? await desk.store.stashed(turn.conversation, press.list) : {}
  if (!list) return { answer: replace(noticeCard(smallTalk.lostList, viewOf(blank(scene, 'size-license'))), { outcome: 'lost-list' }) }
  const inputs = await readInputs(read, text =>
    desk.understand(text, { asked: 'sites', topic: 'size-license', today: turn.today, locale: turn.person.locale }),
  )
  if (press.deed) {
    const done = await pressedDeed({ ...scene, calledWrong }, press.deed, { ...press, facts: inputs.facts }, read.fields)
    const answer = replace(done.card, { intent: press.intent, outcome: done.outcome })
    if (press.wrong) return counted({ answer }, warnedOf(press.deed, desk.policy(press.wrong)), stood)
    // What another question asks for is typed for that one.
    const kept = stood.open && !isAwaitingEnd(stood) ? undefined : leftBy(stood, done)
    return { answer, ...(kept ? { kept } : {}) }
  }
  const { facts, fault } = misread(withEnd(inputs.facts, read.fields.end), turn.today)
  const reminding = withName(press.reminding, read.fields.name)
  const supposed = press.supposed === true
  if (fault) {
    const { list, unused, about } = press
    const asked = { ...blank(scene, press.intent), ...unused, aspect: press.aspect as Aspect | undefined, list, about }
    const view = await viewAsking(scene, { ...asked, facts, declined: inputs.declined, supposed, reminding })
    return { answer: replace(refused(fault, view).cards[0], { intent: press.intent, outcome: 'refused' }) }
  }
  const sites = list.sites ? { sites: list.sites } : {}
  const brought = {
    said: { ...sites, ...facts },
    supposed,
    followsUp: supposed,
    unreadable: inputs.unreadable,
    siteLines: inputs.siteLines,
    unused: read.inputs.sites ? undefined : (list.unused ?? press.unused),
    reminding,
    ...(press.list && !read.inputs.sites ? { list: press.list } : {}),
  }
  const typed = Object.keys(read.inputs).length + Object.keys(read.fields).length > 0
  const ofCard = !typed && namesTopic(press) ? undefined : caseOf(stood, own, { ...sites, ...press.facts })
  // The card in view is answered for itself: what waits elsewhere in the conversation stays there.
  const place = { ...scene, stood: { ...(ofCard?.stood ?? stood), declined: inputs.declined, open: false }, calledWrong }
  const wanted = { intent: press.intent, aspect: press.aspect as Aspect | undefined }
  const answerOn = async (at: At): Promise<Outcome> => {
    const { kept, ...told } = await answer({ ...place, at }, [wanted], brought, { intent: press.intent, band: 'sure' })
    return { ...told, ...(kept ? { kept: { ...(ofCard?.kept(kept) ?? kept), asOf: at.today === turn.today ? undefined : at.today } } : {}) }
  }
  const { answer: told, kept } = await (press.wrong ? pressedWrong(place, press.wrong, answerOn) : answerOn(scene.at))
  const { reply } = told
  // Several questions that waited for this press don't fit into the place of one card.
  const isOne = reply.kind === 'cards' && (reply.cards.length === 1 || (stood.pending?.wishes ?? []).length < 2)
  return {
    answer: { ...told, reply: isOne ? { kind: 'replace', card: reply.cards[0] } : reply },
    ...(kept ? { kept } : {}),
  }
}

const unreadable = (scene: Scene): Outcome => ({
  answer: replace(noticeCard(smallTalk.unknownButton, viewOf(blank(scene, 'help'))), { outcome: 'unknown-button' }),
})
