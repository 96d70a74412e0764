import type { Card } from '../cards/card.ts'
import { noticeCard } from '../cards/help.ts'
import { ABOUT } from '../cards/intents.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import { aboutMe, testReminder } from './about-me.ts'
import { answerOne, topicWanted } from './answering.ts'
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
import { ofKinds } from './sites/kinds-of-site.ts'
import { aboutList } from './sites/list-in-view.ts'
import { takenBack } from './taken-back.ts'
import { takenFurther } from './taken-further.ts'
import { viewOf } from './topic.ts'
import { withoutWaiting } from './understanding/waiting-words.ts'

type Steer = (scene: Scene, text: string) => Outcome | undefined | Promise<Outcome | undefined>

/** What steers the conversation itself, whatever it is about; undefined for everything else. */
export async function steered(scene: Scene, text: string): Promise<Outcome | undefined> {
  for (const steer of steers) {
    const outcome = await steer(scene, text)
    if (outcome) return outcome
  }
  return undefined
}

/** The first that knows a message answers it. */
const steers: readonly Steer[] = [
  forgotten,
  (scene, text) => (asksToBeForgotten(text) ? told(scene, smallTalk.howForgotten, 'how-forgotten') : undefined),
  async (scene, text) => (isAboutMe(text) ? card(await aboutMe(scene), 'about-me') : undefined),
  doubted,
  (scene, text) => (isAbout(text) ? answerOne(scene, { intent: 'help', aspect: ABOUT }, ABOUT) : undefined),
  (scene, text) =>
    isStopAll(text) && scene.stood.topic !== 'size-license'
      ? answerOne(scene, { intent: 'stop-reminders' }, 'stop-all', { text })
      : undefined,
  (scene, text) => (isListAll(text) ? answerOne(scene, { intent: 'list-reminders' }, 'list-all') : undefined),
  async (scene, text) => (isTestReminder(text) ? card(await testReminder(scene), 'test-reminder') : undefined),
  (scene, text) => (withoutWaiting(text) === '' ? told(scene, smallTalk.waiting, 'waiting') : undefined),
  aboutTracked,
  calledWrong,
  takenFurther,
  takenBack,
  chosen,
  ofKinds,
  aboutList,
  (scene, text) => {
    const offered = scene.stood.offered?.[ordinalIn(text) ?? -1] ?? typedTopic(text)
    return offered && answerOne(scene, { intent: offered }, 'choice')
  },
  (scene, text) => {
    const { topic, supposed } = scene.stood
    return topic && supposed && isBackToReal(text) ? answerOne(scene, topicWanted(scene.stood), 'back') : undefined
  },
]

const told = ({ stood }: Scene, line: string, outcome: string): Outcome => ({ answer: say(line, { outcome }), kept: stood })
const card = (shownCard: Card, outcome: string): Outcome => ({ answer: shown([shownCard], { outcome }) })

async function forgotten({ turn, desk }: Scene, text: string): Promise<Outcome | undefined> {
  if (!isForgetMe(text)) return undefined
  await desk.store.forgetPerson(turn.person.tenant, turn.person.id)
  await desk.store.forget(turn.conversation)
  return { answer: say(turn.place === 'personal' ? smallTalk.forgotten : smallTalk.forgottenHere, { outcome: 'forgotten' }) }
}

function calledWrong(scene: Scene, text: string): Outcome | undefined | Promise<Outcome> {
  const { told, topic } = scene.stood
  if (!isCallingWrong(text)) return undefined
  if (told) return saidWrong(scene, told)
  return topic ? undefined : card(noticeCard(smallTalk.nothingTold, viewOf(blank(scene, 'help'))), 'nothing-told')
}

/** A value that answers what was asked, typed as the button that has it. */
async function chosen(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const choice = typedChoice(stood, text) ?? (await otherLicenceIn(scene, text))
  const brought = choice ? { said: choice, supposed: stood.unclear?.supposed === true } : renewalIn(stood, text, scene.at)
  return brought && stood.topic ? answerOne(scene, topicWanted(stood), 'choice', { ...brought, followsUp: true }) : undefined
}
