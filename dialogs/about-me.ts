import { aboutMeCard, type KeptTalk } from '../cards/about-me.ts'
import type { Card } from '../cards/card.ts'
import { type DueItem, reminderCard } from '../cards/reminder.ts'
import { addDays } from '../rules/day.ts'
import { milestoneDates } from '../rules/milestones.ts'
import type { At } from '../rules/verdict.ts'
import { isFaded } from './conversation.ts'
import type { Conversation } from './ports.ts'
import { blank, type Scene } from './scene.ts'
import { viewOf } from './topic.ts'

/** Everything that is kept about a person: what they told, used or not, and what they track. In front of others only what stands there anyway. */
export async function aboutMe(scene: Scene): Promise<Card> {
  const { turn, desk } = scene
  const { thread, place, person, conversation } = turn
  const [kept, lists, own] = await Promise.all([
    desk.store.conversation(conversation),
    desk.store.stashes(conversation),
    desk.store.trackedBy(person.tenant, person.id),
  ])
  const shown = own.filter(({ tracked }) => place === 'personal' || tracked.place === thread.key)
  return aboutMeCard(kept && talkOf(kept, desk.clock.now()), lists, shown, viewOf(blank(scene, 'help')))
}

const talkOf = (kept: Conversation, now: Date): KeptTalk => ({
  topic: kept.topic,
  facts: kept.facts,
  supposed: kept.supposed,
  site: kept.subject ?? kept.mentioned,
  otherSites: kept.otherSubjects,
  reminding: kept.reminding,
  end: kept.ofEither?.end,
  formerStart: kept.formerStart,
  formerSites: kept.formerList?.sites,
  askedBack: kept.unclear?.text,
  unreadable: kept.unused?.unreadable,
  declined: kept.declined,
  calledWrong: kept.calledWrong?.length,
  faded: isFaded(kept, now),
})

/** The trial of a test reminder where nothing is tracked: it ends in so many days. */
const SAMPLE_DAYS = 22
/** The id by which its buttons are known. */
export const SAMPLE = 'sample'

/** What a reminder looks like: that of the first item that is tracked here, else one of a made-up trial. */
export async function testReminder({ turn, here, at }: Scene): Promise<Card> {
  const { person, place } = turn
  const [first] = (await here.tracked()).filter(({ ahead }) => ahead.length > 0)
  const setting = { ...at, locale: person.locale, shared: place !== 'personal' }
  const own = first?.ahead[0] && { tracked: first.tracked, warns: first.ahead[0].warns }
  return own ? reminderCard([own], { ...setting, test: 'own' }) : reminderCard([sampleOn(at, person.zone)], { ...setting, test: 'made-up' })
}

function sampleOn(at: At, zone: string): DueItem {
  const facts = { trialEnd: addDays(at.today, SAMPLE_DAYS) }
  return {
    tracked: { id: SAMPLE, kind: 'trial', name: '', facts, ownDays: [], zone, version: 0, state: 'active' },
    warns: milestoneDates({ kind: 'trial', ...facts }, at).filter(({ milestone }) => milestone === 'extension-closes'),
  }
}
