import type { FactKey, Facts } from '../rules/facts.ts'
import type { MilestonesVerdict } from '../rules/milestones.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { usedFacts } from './fact-rows.ts'
import { momentsOf } from './moments.ts'
import type { View } from './view.ts'
import { milestonesRule, milestonesWords, milestoneWords } from './words/en/milestones.ts'

const used: readonly FactKey[] = ['kind', 'trialEnd', 'licenseStart', 'licenseEnd']

/** The dates that close a door for a trial or licence. */
export function milestonesCard(verdict: MilestonesVerdict, facts: Facts, view: View): Card {
  const { milestones } = verdict.details
  const [next] = milestones
  const none = verdict.missing.length > 0 ? milestonesRule : milestonesWords.none
  return answerCard(
    {
      headline: next ? milestonesWords.next(milestoneWords[next.milestone], view.format.day(next.date)) : none,
      rows: usedFacts(used, facts, view.format),
      moments:
        milestones.length > 0
          ? momentsOf(
              milestones.map(({ milestone, date }) => [date, milestoneWords[milestone]]),
              view,
              next?.date,
            )
          : [],
      cautions: [
        milestonesWords.notYet,
        ...(milestones.some(({ milestone }) => milestone === 'trial-ends') ? [milestonesWords.turnOff] : []),
        ...(verdict.notes.includes('assumed-one-year') ? [milestonesWords.assumedOneYear] : []),
      ],
      asks: verdict.missing[0],
      changeable: [facts.kind === 'trial' ? 'trialEnd' : 'licenseEnd'],
      links: ['turn-off-billing', 'admin-center'],
      because: [{ text: milestonesWords.basis, sources: ['D4IOT-LIC', 'D4IOT-RETENTION', 'M365-END'] }],
    },
    view,
  )
}
