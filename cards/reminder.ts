import { daysBetween, LAST_TODAY } from '../rules/day.ts'
import { endKey } from '../rules/facts.ts'
import { milestoneDates, milestones } from '../rules/milestones.ts'
import type { SourceId } from '../rules/sources.ts'
import type { At } from '../rules/verdict.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { openLink } from './controls.ts'
import { fitting } from './fitting.ts'
import type { Handle, Warning } from './handle.ts'
import { allButton, deedButton, endOfItem, following, handleOf, type Item, leftUntil, nameOf, titleOf } from './item.ts'
import { type LinkId, links, routeLinks } from './links.ts'
import { momentsOf } from './moments.ts'
import { type Action, bullets, card, headline, MAX_SUMMARY, nothing, paragraph, quoted } from './parts.ts'
import { cut } from './text.ts'
import { chooser, endedCard, handles, itemRows } from './tracked-lists.ts'
import { type View, viewFor } from './view.ts'
import { factLabels } from './words/en/facts.ts'
import { linkTitles } from './words/en/frame.ts'
import { milestonesBasis, milestoneWords } from './words/en/milestones.ts'
import { type ReminderParams, reminderHeadlines, reminderLines, reminderWords } from './words/en/reminder.ts'
import { trackedWords } from './words/en/tracked.ts'

/** One item of a reminder, as it stands now, and the dates that it warns of. */
export interface DueItem {
  readonly tracked: Item
  readonly warns: readonly Warning[]
}

export interface ReminderAt extends At {
  readonly locale: string
  /** Several people see the card. */
  readonly shared: boolean
  /** It was asked for, to see what one looks like: with the person's own dates or with made-up ones. */
  readonly test?: 'own' | 'made-up'
  /** The person called it wrong. */
  readonly calledWrong?: boolean | undefined
  /** The headline of a list, where it asks something. */
  readonly asks?: string
  /** Only what is needed to act: Teams found the whole card too large. */
  readonly small?: boolean
}

/** So many of a list are on a small card. */
const FEW = 8

/** A reminder, when it is sent and whenever it is computed again: what closes, or how it was settled; several items are a list. */
export function reminderCard(due: readonly [DueItem, ...DueItem[]], at: ReminderAt): Card {
  const { locale, calledWrong = false } = at
  const view = { ...viewFor(locale, at, false, { intent: 'set-reminder', facts: {} }), calledWrong }
  const isActive = ({ tracked }: DueItem) => tracked.state === 'active'
  const [most, ...others] = due.filter(isActive).toSorted((a, b) => (urgencyOf(a, view) < urgencyOf(b, view) ? -1 : 1))
  const ended = due.filter(each => !isActive(each))
  const written = (some: readonly [DueItem, ...DueItem[]]): Card => {
    if (!most) return endedCard([some[0].tracked, ...some.slice(1).map(({ tracked }) => tracked)], view)
    return others.length === 0
      ? withName(noticeCard(most, at, view), most.tracked)
      : listCard(some.filter(isActive), others.length + 1, view, at.asks)
  }
  const [first, ...rest] = most ? [most, ...others, ...ended] : due
  return fitting([first, ...(at.small ? rest.slice(0, FEW - 1) : rest)], some =>
    at.test ? written(some) : following(written(some), some.map(toHandle), at.shared ? undefined : first.tracked.person),
  )
}

/** The toast says which one it is about: plain text, so nothing of the name may look like a link. */
function withName(written: Card, { name }: Item): Card {
  return name ? { ...written, summary: cut(`${name.replace(/[[\]()*_\x60]/g, '')}: ${written.summary}`, MAX_SUMMARY) } : written
}

const toHandle = ({ tracked, warns }: DueItem): Handle => handleOf(tracked, warns)

/** What closes, when, what then and what to do about it. */
function noticeCard({ tracked, warns }: DueItem, { test, small }: ReminderAt, view: View): Card {
  const { today } = view
  const dates = stillMeant(tracked, warns, view)
  const ahead = dates.filter(({ date }) => date >= today)
  const main = ahead[0] ?? dates.at(-1)
  if (!main) return standingCard(tracked, warns.length > 0, view)
  const params = (warning: Warning) => paramsOf(warning, tracked, view)
  const [act, otherwise] = reminderLines[main.milestone](params(main))
  const others = ahead.slice(1).flatMap(warning => reminderLines[warning.milestone](params(warning)).slice(0, 1))
  const title = reminderHeadlines[main.milestone](params(main))
  const lines = bullets(ahead.length > 0 ? [act, otherwise, ...others] : [overLine(tracked, view)])
  const [first] = linksOf(main, tracked)
  const offers = offersFor({ tracked, warns: dates }, ahead, view)
  if (small)
    return card(
      title,
      [headline(title), tracked.name ? quoted([tracked.name]) : nothing, lines],
      [...(first ? [openLink(linkTitles[first], links[first], true)] : []), ...offers],
    )
  return answerCard(
    {
      headline: title,
      rows: main.milestone === 'trial-ends' || main.milestone === 'license-ends' ? [] : [endRow(tracked, view)].flat(),
      moments: dates.length > 1 ? momentsOf(timed(dates), view, ahead[0]?.date) : [],
      body: [lines],
      cautions: test ? [reminderWords.test[test]] : [],
      links: linksOf(main, tracked),
      offers,
      because: [{ text: milestonesBasis, sources: sourcesOf(main) }],
    },
    { ...view, about: tracked.name, carried: { ...view.carried, deed: { verb: 'show', items: [handleOf(tracked, warns)] } } },
  )
}

/** What is warned of, by date, without the dates that the item has no more. */
export function stillMeant(
  { kind, facts }: Pick<Item, 'kind' | 'facts'>,
  warns: readonly Warning[],
  { today, policy }: At,
): readonly Warning[] {
  const dates = milestoneDates({ kind, ...facts }, { today, policy })
  const isMeant = (warned: Warning) => dates.some(({ milestone, date }) => milestone === warned.milestone && date === warned.date)
  return warns.filter(isMeant).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** Nothing of what the reminder warned of holds any more, because the item has other dates now, or because they are over. */
function standingCard(item: Item, changed: boolean, view: View): Card {
  const title = (changed ? reminderWords.changed : reminderWords.stands)(titleOf(item, view))
  const name = item.name ? [quoted([item.name])] : []
  return card(
    title,
    [headline(title), ...name, paragraph(overLine(item, view))],
    [deedButton(trackedWords.stop, 'stop', [handleOf(item)]), allButton()],
  )
}

const timed = (dates: readonly Warning[]) => dates.map(({ milestone, date }) => [date, milestoneWords[milestone]] as const)

function endRow(item: Item, view: View): (readonly [string, string])[] {
  const end = endOfItem(item)
  const label = factLabels[endKey(item.kind)]
  return end ? [[label, `${view.format.day(end)} (${leftUntil(end, view)})`]] : []
}

/** "Tomorrow again" only where tomorrow something of it lies ahead. */
function offersFor({ tracked, warns }: DueItem, ahead: readonly Warning[], { today }: View): Action[] {
  const handle = handleOf(tracked, warns)
  return [
    deedButton(reminderWords.done, 'done', [handle]),
    ...(ahead.some(({ date }) => date > today) ? [deedButton(reminderWords.tomorrow, 'snooze', [handle])] : []),
    deedButton(trackedWords.stop, 'stop', [handle]),
  ]
}

function paramsOf({ date }: Warning, { kind }: Item, { today, format, policy }: View): ReminderParams {
  const left = daysBetween(today, date)
  return { date: format.day(date), left, days: format.days(Math.abs(left)), kind, grace: format.days(policy.grace.days) }
}

function linksOf({ milestone }: Warning, { kind }: Item): readonly LinkId[] {
  switch (milestone) {
    case 'extension-closes':
      return routeLinks['admin-center']
    case 'trial-ends':
      return routeLinks['turn-off-recurring-billing']
    case 'refund-closes':
      return routeLinks['cancel-in-admin-center']
    case 'license-ends':
      return kind === 'paid' ? ['admin-center', 'turn-off-billing'] : routeLinks['renew-now']
    case 'grace-ends':
    case 'data-at-risk':
      return routeLinks['renew-now']
  }
}

function sourcesOf({ milestone }: Warning): readonly SourceId[] {
  switch (milestone) {
    case 'extension-closes':
      return ['D4IOT-LIC', 'D4IOT-PLANS']
    case 'refund-closes':
      return ['D4IOT-LIC', 'M365-CANCEL']
    case 'data-at-risk':
      return ['D4IOT-LIC', 'D4IOT-RETENTION', 'M365-END']
    default:
      return ['D4IOT-LIC', 'M365-END']
  }
}

/** A card that is looked at when its dates are over: what comes next. */
function overLine(item: Item, view: View): string {
  const next = nextOf(item, view)
  return next ? reminderWords.next(milestoneWords[next.milestone], view.format.day(next.date)) : reminderWords.over
}

function nextOf({ kind, facts }: Item, { today, policy }: View): Warning | undefined {
  const verdict = milestones.decide({ kind, ...facts }, { today, policy })
  return 'fault' in verdict ? undefined : verdict.details.milestones[0]
}

/** Too many at once for a card each: one line for each item, the most urgent first. */
function listCard(urgent: readonly DueItem[], total: number, view: View, asks?: string): Card {
  const items = urgent.map(({ tracked }) => tracked)
  const title = asks ?? reminderWords.several(view.format.number(total))
  const rows = urgent.map(each => [nameOf(each.tracked), whatCloses(each, view)] as const)
  const again = urgent.filter(({ tracked, warns }) => stillMeant(tracked, warns, view).some(({ date }) => date > view.today))
  return card(
    title,
    [headline(title), itemRows(rows, total, view), chooser(urgent.map(toHandle), items, view)],
    [
      ...(again.length > 0 ? [deedButton(reminderWords.tomorrow, 'snooze', again.map(toHandle))] : []),
      deedButton(trackedWords.stop, 'stop', handles(items)),
      allButton(),
    ],
  )
}

/** The date of which an item warns first, from today on; undefined where it has other dates now. */
function mainOf({ tracked, warns }: DueItem, view: View): Warning | undefined {
  const dates = stillMeant(tracked, warns, view)
  return dates.find(({ date }) => date >= view.today) ?? dates.at(-1)
}

/** What has other dates now comes last. */
const urgencyOf = (due: DueItem, view: View): string => mainOf(due, view)?.date ?? LAST_TODAY

function whatCloses(due: DueItem, view: View): string {
  const main = mainOf(due, view)
  return main ? reminderHeadlines[main.milestone](paramsOf(main, due.tracked, view)) : overLine(due.tracked, view)
}
