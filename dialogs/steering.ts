import { noticeCard } from '../cards/help.ts'
import { ABOUT } from '../cards/intents.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import { aboutMe, testReminder } from './about-me.ts'
import { answer, nothingSaid, topicWanted } from './answering.ts'
import { saidWrong } from './called-wrong.ts'
import { doubted } from './doubted.ts'
import { otherLicenceIn } from './other-licence.ts'
import {
  asksToBeForgotten,
  isAbout,
  isAboutMe,
  isBackToReal,
  isCallingWrong,
  isForgetMe,
  isListAll,
  isStopAll,
  ordinalIn,
} from './phrases.ts'
import { typedChoice, typedTopic } from './press.ts'
import { renewalIn } from './refund-window.ts'
import { aboutTracked } from './reminders/about-tracked.ts'
import { isTestReminder } from './reminders/reminding.ts'
import { blank, type Outcome, type Scene, say, shown } from './scene.ts'
import { aboutList } from './sites/list-in-view.ts'
import { takenBack } from './taken-back.ts'
import { takenFurther } from './taken-further.ts'
import { viewOf } from './topic.ts'
import { withoutWaiting } from './understanding/waiting-words.ts'

/** What steers the conversation itself, whatever it is about; undefined for everything else. */
export async function steered(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  if (isForgetMe(text)) {
    await desk.store.forgetPerson(turn.person.tenant, turn.person.id)
    await desk.store.forget(turn.conversation)
    const forgotten = turn.place === 'personal' ? smallTalk.forgotten : smallTalk.forgottenHere
    return { answer: say(forgotten, { outcome: 'forgotten' }) }
  }
  if (asksToBeForgotten(text)) return { answer: say(smallTalk.howForgotten, { outcome: 'how-forgotten' }), kept: stood }
  if (isAboutMe(text)) return { answer: shown([await aboutMe(scene)], { outcome: 'about-me' }) }
  const ofDoubt = await doubted(scene, text)
  if (ofDoubt) return ofDoubt
  if (isAbout(text)) return answer(scene, [{ intent: 'help', aspect: ABOUT }], nothingSaid, { intent: 'help', outcome: ABOUT })
  if (isStopAll(text) && stood.topic !== 'size-license')
    return answer(scene, [{ intent: 'stop-reminders' }], { ...nothingSaid, text }, { intent: 'stop-reminders', outcome: 'stop-all' })
  if (isListAll(text)) return answer(scene, [{ intent: 'list-reminders' }], nothingSaid, { intent: 'list-reminders', outcome: 'list-all' })
  if (isTestReminder(text)) return { answer: shown([await testReminder(scene)], { outcome: 'test-reminder' }) }
  if (withoutWaiting(text) === '') return { answer: say(smallTalk.waiting, { outcome: 'waiting' }), kept: stood }
  const ofReminders = await aboutTracked(scene, text)
  if (ofReminders) return ofReminders
  if (isCallingWrong(text)) {
    if (stood.told) return saidWrong(scene, stood.told)
    if (!stood.topic)
      return { answer: shown([noticeCard(smallTalk.nothingTold, viewOf(blank(scene, 'help')))], { outcome: 'nothing-told' }) }
  }
  const further = await takenFurther(scene, text)
  if (further) return further
  const back = await takenBack(scene, text)
  if (back) return back
  const choice = typedChoice(stood, text) ?? (await otherLicenceIn(scene, text))
  const chosen = choice ? { said: choice, supposed: stood.unclear?.supposed === true } : renewalIn(stood, text, scene.at)
  if (chosen && stood.topic)
    return answer(scene, [topicWanted(stood)], { ...nothingSaid, ...chosen, followsUp: true }, { intent: stood.topic, outcome: 'choice' })
  const ofList = await aboutList(scene, text)
  if (ofList) return ofList
  const offered = stood.offered?.[ordinalIn(text) ?? -1] ?? typedTopic(text)
  if (offered) return answer(scene, [{ intent: offered }], nothingSaid, { intent: offered, outcome: 'choice' })
  if (stood.topic && stood.supposed && isBackToReal(text))
    return answer(scene, [topicWanted(stood)], nothingSaid, { intent: stood.topic, outcome: 'back' })
  return undefined
}
