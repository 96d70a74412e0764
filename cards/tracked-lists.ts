import { writePress } from './actions.ts'
import type { Card } from './card.ts'
import { buttons, choiceInput, press } from './controls.ts'
import { fitting } from './fitting.ts'
import { type Handle, writeHandle } from './handle.ts'
import { allButton, deedButton, deedOn, endOfItem, following, handleOf, type Item, type ItemAhead, nameOf, titleOf } from './item.ts'
import { bullets, card, factRows, headline, nothing, type Part, paragraph, refreshing, subheading, together } from './parts.ts'
import { cut } from './text.ts'
import { trackedCard } from './tracked.ts'
import { isShared, type View } from './view.ts'
import { trackedWords } from './words/en/tracked.ts'

/** So many are listed; a form holds the others. */
const MAX_LISTED = 15

/** Nothing is tracked here. */
export function nothingTrackedCard(view: View, why: string = trackedWords.nothing): Card {
  const track = press(trackedWords.trackOne, writePress({ intent: 'set-reminder', facts: view.carried.facts }))
  return card(why, [headline(why), bullets(trackedWords.nothingLines)], [track])
}

/** Several were told at once, and can't be told apart for sure. */
export const oneAtATimeCard = (): Card =>
  card(trackedWords.oneAtATime, [headline(trackedWords.oneAtATime), paragraph(trackedWords.oneAtATimeLine)])

/** How items stand: the only one in full, several as a list, and so a single one of which `why` asks or tells something. */
export function standingCard([first, ...others]: readonly ItemAhead[], view: View, why?: string): Card {
  if (!first) return nothingTrackedCard(view)
  if (others.length > 0 || why) return trackedListCard([first, ...others], view, why)
  return trackedCard(first, { as: 'stands', shared: isShared(view) }, view)
}

/** Everything that is tracked in a place, each with its next reminder; one can be chosen. */
export function trackedListCard(all: readonly [ItemAhead, ...ItemAhead[]], view: View, why?: string, besides = nothing): Card {
  return fitting(all, some => listOf(some, all.length, view, why, besides))
}

function listOf(all: readonly ItemAhead[], total: number, view: View, why: string | undefined, besides: Part): Card {
  const title = why ?? trackedWords.list(total)
  const items = all.map(({ tracked }) => tracked)
  const listed = card(
    title,
    [
      headline(title),
      itemRows(
        all.map(each => [nameOf(each.tracked), standingOf(each, view)]),
        total,
        view,
      ),
      besides,
      chooser(handles(items), items, view),
    ],
    [
      deedButton(items.length < total ? trackedWords.stop : trackedWords.stopAll, 'stop', handles(items)),
      press(trackedWords.trackAnother, writePress({ intent: 'set-reminder', facts: {} })),
    ],
  )
  return why ? listed : refreshing(listed, deedOn('list', []))
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

/** One line for each item, as far as there is room, and how many of `total` are left out. */
export function itemRows(rows: readonly (readonly [name: string, what: string])[], total: number, { format }: View): Part {
  const left = total - Math.min(rows.length, MAX_LISTED)
  return together([factRows(rows.slice(0, MAX_LISTED)), ...(left > 0 ? [paragraph(trackedWords.more(format.number(left)))] : [])])
}

/** Chooses one of several items, which then stands in the card's place. */
export function chooser(handles: readonly Handle[], items: readonly Item[], view: View): Part {
  const titles = items.map(item => (item.name ? trackedWords.kindOf(cut(item.name, MAX_CHOICE), item.kind) : titleOf(item, view)))
  const named = handles.map((handle, index) => [writeHandle(handle), titles[index] ?? ''] as const)
  return together([
    choiceInput('item', trackedWords.which, trackedWords.choose, named),
    buttons([{ ...deedButton(trackedWords.open, 'pick', []), text: '' }]),
  ])
}

/** What a list on a phone shows of a name, in characters. */
const MAX_CHOICE = 24

export const handles = (items: readonly Item[]) => items.map(item => handleOf(item))

/** What is told beside what a card is about: how others stand; nothing where there are none. */
export function besides(title: string, others: readonly ItemAhead[], view: View): Part {
  if (others.length === 0) return nothing
  const rows = others.map(each => [nameOf(each.tracked), standingOf(each, view)] as const)
  return together([subheading(title), itemRows(rows, others.length, view)])
}

/** Items of which no reminder comes any more, and the way back. */
export function endedCard(ended: readonly [Item, ...Item[]], view: View, others = nothing): Card {
  return fitting(ended, some => endedOf(some, ended, view, others))
}

function endedOf(some: readonly Item[], ended: readonly [Item, ...Item[]], view: View, others: Part): Card {
  const title = ended.every(({ state }) => state === 'settled') ? trackedWords.settled(ended.length) : trackedWords.stopped(ended.length)
  const told = card(
    title,
    [
      headline(title),
      itemRows(
        some.map(item => [nameOf(item), untilOf(item, view)]),
        ended.length,
        view,
      ),
      others,
    ],
    [deedButton(trackedWords.resume, 'resume', handles(some)), allButton()],
  )
  return following(told, handles(some), isShared(view) ? undefined : ended[0].person)
}
