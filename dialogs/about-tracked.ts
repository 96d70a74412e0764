import type { Reminding } from '../cards/actions.ts'
import { unclearCard } from '../cards/help.ts'
import { whichDayCard } from '../cards/tracked.ts'
import { answeredNotice } from './answered-notice.ts'
import { answer, nothingSaid } from './answering.ts'
import { daysMeant } from './day-meant.ts'
import { alsoOnDayIn, unwantedDaysIn } from './own-days.ts'
import { prolongedIn, type UnclearEnd } from './prolonged.ts'
import { blank, type Outcome, type Scene, shown } from './scene.ts'
import { viewOf } from './topic.ts'

/** What a message says of what is tracked in its own few words, which mean nothing elsewhere; undefined for everything else. */
export async function aboutTracked(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  const setting = (brought: Partial<Parameters<typeof answer>[2]>, outcome: string) =>
    answer(scene, [{ intent: 'set-reminder' }], { ...nothingSaid, ...brought }, { intent: 'set-reminder', outcome })
  const prolonged = await prolongedIn(scene, text)
  if (prolonged && 'unclear' in prolonged) return whichEnd(scene, prolonged)
  if (prolonged) return setting(prolonged, 'prolonged')
  const notice = await answeredNotice(scene, text)
  if (notice) return notice
  if (unwantedDaysIn(text).length > 0 && (await desk.store.trackedIn(turn.thread.key)).length > 0) return setting({ text }, 'own-days')
  const words = stood.topic === 'set-reminder' ? alsoOnDayIn(text) : undefined
  const on = words ? await remindingOn(scene, words) : undefined
  return on && ('answer' in on ? on : setting({ reminding: on }, 'own-days'))
}

/** Asks for the new end of what is tracked: a day that is pressed or typed next is it. */
function whichEnd(scene: Scene, { unclear, reminding }: UnclearEnd): Outcome {
  const { fact, text, readings } = unclear
  const view = viewOf({ ...blank(scene, 'set-reminder'), facts: { kind: reminding.kind }, reminding })
  return {
    answer: shown([unclearCard(fact, text, readings, view)], { intent: 'set-reminder', outcome: 'which-end' }),
    kept: { ...scene.stood, topic: 'set-reminder', asked: fact, open: true, reminding, ...(readings.length > 1 ? { unclear } : {}) },
  }
}

/** "Remind me on 2 April": the wish for that day, or a question where its words read both ways or name no day. */
export async function remindingOn(scene: Scene, words: string): Promise<Reminding | Outcome> {
  const days = await daysMeant(scene, words)
  const [day, another] = days
  if (day && !another) return { on: [day] }
  const view = viewOf({ ...blank(scene, 'set-reminder'), reminding: scene.stood.reminding })
  return { answer: shown([whichDayCard(words, days, view)], { intent: 'set-reminder', outcome: 'which-day' }) }
}
