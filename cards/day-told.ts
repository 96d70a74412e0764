import type { Day } from '../rules/day.ts'
import type { Facts } from '../rules/facts.ts'
import { writePress } from './actions.ts'
import type { Card } from './card.ts'
import { press } from './controls.ts'
import { endOfItem, type Item, nameOf, titleOf } from './item.ts'
import { card, factRows, headline, paragraph } from './parts.ts'
import type { View } from './view.ts'
import { trackedWords } from './words/en/tracked.ts'

/** What a day is that was told beside something tracked: another end, a day to be reminded on, or the end of another one. Nothing is moved until then. */
export function dayToldCard(day: Day, item: Item, facts: Facts, view: View): Card {
  const { kind, name } = item
  const end = endOfItem(item)
  const title = trackedWords.whatIs(view.format.day(day))
  const of = { kind, ...(name ? { name } : {}) }
  const set = (facts: Facts, reminding: object) =>
    writePress({ intent: 'set-reminder', facts: { ...facts, kind }, by: view.carried.by, reminding: { ...of, ...reminding } })
  const mayRemind = day >= view.today && end !== undefined && day <= end
  return card(
    title,
    [headline(title), paragraph(trackedWords.staysAs), factRows([[nameOf(item), titleOf(item, view)]])],
    [
      press(day === facts.licenseStart ? trackedWords.startedThen : trackedWords.endsThen, set(facts, {})),
      ...(mayRemind ? [press(trackedWords.remindThen, set(item.facts, { on: [day] }))] : []),
      press(
        trackedWords.anotherOne,
        writePress({ intent: 'set-reminder', facts: { kind }, by: view.carried.by, reminding: { kind, another: true, end: day } }),
      ),
    ],
  )
}
