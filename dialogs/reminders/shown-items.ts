import type { Reminding, Verb } from '../../cards/actions.ts'
import { handleOf } from '../../cards/item.ts'
import { whichDayCard } from '../../cards/track-form.ts'
import { standingCard } from '../../cards/tracked-lists.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { answer, type Brought, nothingSaid } from '../answering.ts'
import { daysMeant } from '../days/day-meant.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { viewOf } from '../topic.ts'
import type { Trace } from '../turn.ts'
import type { Followed } from './tracked.ts'

/** How items stand, with what is asked or told of them; a choice among them that is typed next has `verb` done. */
export const standing = (scene: Scene, items: readonly Followed[], trace: Trace, why?: string, verb?: Verb): Outcome => ({
  answer: shown([standingCard(items, viewOf(blank(scene, 'set-reminder')), why)], trace),
  kept: { ...scene.stood, ...(verb ? { next: { verb, items: items.map(({ tracked }) => handleOf(tracked)) } } : {}) },
})

/** Asks which one is meant. */
export const whichMeant = (scene: Scene, items: readonly Followed[]): Outcome =>
  standing(scene, items, { intent: 'set-reminder', outcome: 'which' }, trackedWords.whichMeant)

/** Asks which one shall be stopped. */
export const whichToStop = (scene: Scene, items: readonly Followed[]): Outcome =>
  standing(scene, items, { intent: 'stop-reminders', outcome: 'which' }, trackedWords.whichToStop, 'stop')

/** What a message says of what is tracked in words of its own, as a wish for reminders says it. */
export const setting = (scene: Scene, brought: Partial<Brought>, outcome: string): Promise<Outcome> =>
  answer(scene, [{ intent: 'set-reminder' }], { ...nothingSaid, ...brought }, { intent: 'set-reminder', outcome })

/** A reminder on a day in words, or a question what they mean. */
export async function settingOn(scene: Scene, words: string, brought: { readonly text?: string }, reminding: Reminding): Promise<Outcome> {
  const on = await remindingOn(scene, words)
  return 'answer' in on ? on : setting(scene, { ...brought, reminding: { ...reminding, ...on } }, 'own-days')
}

/** "Remind me on 2 April": the wish for that day, or a question where its words read both ways or name no day. */
export async function remindingOn(scene: Scene, words: string): Promise<Reminding | Outcome> {
  const days = await daysMeant(scene, words)
  const [day, another] = days
  if (day && !another) return { on: [day] }
  const view = viewOf({ ...blank(scene, 'set-reminder'), reminding: scene.stood.reminding, about: scene.stood.subject })
  return {
    answer: shown([whichDayCard(words, days, view)], { intent: 'set-reminder', outcome: 'which-day' }),
    kept: { ...scene.stood, reminding: { ...scene.stood.reminding, asksDay: true } },
  }
}
