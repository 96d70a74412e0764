import type { Day } from '../../rules/day.ts'
import type { Scene } from '../scene.ts'
import type { DayKey } from './spoken-days.ts'

/** What happens on such a day says whether it lies ahead or behind. */
const events: Readonly<Record<DayKey, string>> = {
  trialEnd: 'the trial ends',
  trialStart: 'the trial started',
  licenseStart: 'the licence started',
  licenseEnd: 'the licence ends',
}

/** The days that some words may mean as that fact: one, two where they read both ways, none where there is no such day. */
export async function daysAs({ turn, desk }: Pick<Scene, 'turn' | 'desk'>, fact: DayKey, words: string): Promise<readonly Day[]> {
  const read = await desk.understand(`${events[fact]} ${words}`, { asked: fact, today: turn.today, locale: turn.person.locale })
  const day = read.facts[fact]
  return day ? [day] : (read.unclear.find(unclear => unclear.fact === fact)?.readings ?? [])
}

/** The days that some words may mean, ahead. */
export const daysMeant = (scene: Pick<Scene, 'turn' | 'desk'>, words: string) => daysAs(scene, 'trialEnd', words)
