import { type Handle, MAX_HANDLES, writePress } from './actions.ts'
import type { Card } from './card.ts'
import { allButton, deedButton, deedOn, endOfItem, handleOf, type Item, type ItemAhead, nameOf, titleOf } from './item.ts'
import { bullets, buttons, card, choiceInput, factRows, headline, type Part, paragraph, press, refreshing, together } from './parts.ts'
import type { View } from './view.ts'
import { trackedWords } from './words/en/tracked.ts'

/** So many are listed; a form holds the others. */
const MAX_LISTED = 15

/** Nothing is tracked here. */
export function nothingTrackedCard(view: View, why: string = trackedWords.nothing): Card {
  const track = press(trackedWords.trackOne, writePress({ intent: 'set-reminder', facts: view.carried.facts }))
  return card(why, [headline(why), bullets(trackedWords.nothingLines)], [track])
}

/** Everything that is tracked in a place, each with its next reminder; one can be chosen. */
export function trackedListCard(all: readonly [ItemAhead, ...ItemAhead[]], view: View, why?: string): Card {
  const title = why ?? trackedWords.list(all.length)
  const items = all.map(({ tracked }) => tracked)
  const listed = card(
    title,
    [
      headline(title),
      itemRows(
        all.map(each => [nameOf(each.tracked), standingOf(each, view)]),
        view,
      ),
      chooser(handles(items), items, view),
    ],
    [
      deedButton(trackedWords.stopAll, 'stop', handles(items)),
      press(trackedWords.trackAnother, writePress({ intent: 'set-reminder', facts: {} })),
    ],
  )
  return why ? listed : refreshing(listed, deedOn('list', handles(items)))
}

/** "Trial until 15 April 2026, next reminder 24 March 2026". */
export function standingOf({ tracked, ahead: [next] }: ItemAhead, view: View): string {
  return `${untilOf(tracked, view)}, ${next ? trackedWords.next(view.format.day(next.day)) : trackedWords.noNext}`
}

/** "Trial until 15 April 2026", beside a label that says "Trial" already "until 15 April 2026". */
function untilOf(item: Item, view: View): string {
  const end = endOfItem(item)
  return item.name || !end ? titleOf(item, view) : trackedWords.until(view.format.day(end))
}

/** One line for each item, as far as there is room. */
export function itemRows(rows: readonly (readonly [name: string, what: string])[], { format }: View): Part {
  const left = rows.length - MAX_LISTED
  return together([factRows(rows.slice(0, MAX_LISTED)), ...(left > 0 ? [paragraph(trackedWords.more(format.number(left)))] : [])])
}

/** Chooses one of several items, which then stands in the card's place. */
export function chooser(handles: readonly Handle[], items: readonly Item[], view: View): Part {
  const named = items
    .slice(0, MAX_HANDLES)
    .map(item => [item.id, item.name ? trackedWords.kindOf(item.name, item.kind) : titleOf(item, view)] as const)
  return together([
    choiceInput('item', trackedWords.which, trackedWords.choose, named),
    buttons([{ ...deedButton(trackedWords.open, 'pick', handles.slice(0, MAX_HANDLES)), text: '' }]),
  ])
}

export const handles = (items: readonly Item[]) => items.slice(0, MAX_HANDLES).map(item => handleOf(item))

/** Items of which no reminder comes any more, and the way back. */
export function endedCard(ended: readonly [Item, ...Item[]], view: View): Card {
  const title = ended.every(({ state }) => state === 'settled') ? trackedWords.settled(ended.length) : trackedWords.stopped(ended.length)
  return card(
    title,
    [headline(title), factRows(ended.slice(0, MAX_LISTED).map(item => [nameOf(item), untilOf(item, view)] as const))],
    [deedButton(trackedWords.resume, 'resume', handles(ended)), allButton()],
  )
}
