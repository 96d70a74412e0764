import type { Day } from '../rules/day.ts'
import type { Scene } from './scene.ts'

/** The days that some words may mean: one, two where they read both ways, none where there is no such day. */
export async function daysMeant({ turn, desk }: Pick<Scene, 'turn' | 'desk'>, words: string): Promise<readonly Day[]> {
  // "Ends" makes it a day ahead.
  const { facts, unclear } = await desk.understand(`the trial ends ${words}`, {
    asked: 'trialEnd',
    today: turn.today,
    locale: turn.person.locale,
  })
  return facts.trialEnd ? [facts.trialEnd] : (unclear.find(({ fact }) => fact === 'trialEnd')?.readings ?? [])
}
