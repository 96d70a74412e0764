import { addYears, type Day } from '../rules/day.ts'
import { endKey } from '../rules/facts.ts'
import { type Milestone, milestones } from '../rules/milestones.ts'
import { MAX_DAYS, writePress } from './actions.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { buttons, dateInput, press } from './controls.ts'
import type { Handle } from './handle.ts'
import {
  allButton,
  type Coming,
  deedButton,
  endOfItem,
  following,
  handleOf,
  type Item,
  type ItemAhead,
  leftUntil,
  titleOf,
} from './item.ts'
import { momentsOf } from './moments.ts'
import { card, headline, nothing, type Part, paragraph, quoted } from './parts.ts'
import type { View } from './view.ts'
import { factLabels } from './words/en/facts.ts'
import { milestonesBasis, milestoneWords } from './words/en/milestones.ts'
import { trackedWords } from './words/en/tracked.ts'

/** How an item comes to be shown. */
export interface Manner {
  readonly as: 'tracked' | 'moved' | 'changed' | 'same-again' | 'snoozed' | 'stands'
  /** How it stood before it was moved. */
  readonly before?: Item | undefined
  /** Several people see the card. */
  readonly shared: boolean
  /** What of the days that were asked for can't be. */
  readonly refused?: readonly Refused[]
  /** Another hour was asked for. */
  readonly otherHour?: boolean
  /** What became of others that it was pressed for. */
  readonly besides?: Part
}

/** A day that no reminder can come on, or that stays though it isn't wanted; `before` counts days before the end. */
export type Refused =
  | { readonly why: 'after-end'; readonly day: Day; readonly end: Day }
  | { readonly why: 'past'; readonly day: Day }
  | { readonly why: 'standard' | 'none'; readonly before: number }
  | { readonly why: 'other' | 'unused'; readonly words: string }

/** What is tracked, with each date and the days on which a card will come. */
export function trackedCard(
  { tracked, ahead }: ItemAhead,
  { as, before, shared, refused = [], otherHour = false, besides = nothing }: Manner,
  view: View,
): Card {
  const own: View = { ...view, about: tracked.name, carried: changing(tracked) }
  const dates = datesOf(tracked, view)
  const [next] = ahead
  const refusals = refused.map(each => refusal(each, view))
  const unchanged = as === 'same-again' ? refusals[0] : undefined
  const title = unchanged ?? (next ? headlineOf(as, shared, view.format.day(next.day)) : trackedWords.nothingAhead)
  const known = answerCard(
    {
      headline: title,
      rows: rowsOf(tracked, view),
      body: [besides],
      moments: dates.length > 0 ? momentsOf(timed(dates, ahead, view), view, dates[0]?.date) : [],
      cautions: [
        ...refusals.filter(line => line !== unchanged),
        ...(before && as === 'moved' ? [trackedWords.before(titleOf(before, view))] : []),
        ...(tracked.kind === 'paid' && !tracked.facts.licenseEnd ? [trackedWords.assumedOneYear] : []),
        ...(next
          ? [
              [
                trackedWords.at(tracked.zone),
                ...(otherHour ? [trackedWords.hourFixed] : []),
                ...(shared ? [trackedWords.everyone] : []),
              ].join(' '),
            ]
          : []),
      ],
      changeable: tracked.kind === 'trial' ? ['trialEnd'] : ['licenseStart', 'licenseEnd'],
      links: [],
      offers: [
        ...(before && as === 'moved' ? [putBack(tracked, before)] : []),
        deedButton(trackedWords.stopIt, 'stop', [handleOf(tracked)]),
        allButton(),
      ],
      because: [{ text: milestonesBasis, sources: ['D4IOT-LIC', 'D4IOT-RETENTION', 'M365-END'] }],
    },
    own,
  )
  return following(known, [handleOf(tracked)], shared ? undefined : tracked.person)
}

/** Each date with the days on which a reminder of it comes. */
function timed(dates: readonly Milestone[], ahead: readonly Coming[], view: View) {
  return dates.map(({ milestone, date, notifyOn }) => {
    const coming = ahead.filter(({ warns }) => warns.some(warned => warned.milestone === milestone)).map(({ day }) => day)
    // One put off till the day of another comes with it.
    return [date, milestoneWords[milestone], remindersOn([...new Set(coming)], notifyOn, view)] as const
  })
}

const putBack = (tracked: Item, { facts, ownDays }: Item) =>
  press(
    trackedWords.putBack,
    writePress({
      intent: 'set-reminder',
      facts,
      deed: { verb: 'restore', items: [handleOf(tracked)] },
      reminding: { days: ownDays.slice(0, MAX_DAYS) },
    }),
  )

const changing = (item: Item) => ({
  intent: 'set-reminder' as const,
  facts: item.facts,
  deed: { verb: 'change' as const, items: [handleOf(item)] },
})

function headlineOf(as: Manner['as'], shared: boolean, next: string): string {
  switch (as) {
    case 'tracked':
      return shared ? trackedWords.trackedHere(next) : trackedWords.tracked(next)
    case 'moved':
      return trackedWords.moved(next)
    case 'changed':
      return trackedWords.changed(next)
    case 'same-again':
      return trackedWords.sameAgain(next)
    case 'snoozed':
      return trackedWords.snoozed(next)
    case 'stands':
      return trackedWords.stands(next)
  }
}

function rowsOf(item: Item, view: View): (readonly [label: string, value: string])[] {
  const { format } = view
  const end = endOfItem(item)
  const key = endKey(item.kind)
  const { licenseStart } = item.facts
  return [
    ...(item.kind === 'paid' && licenseStart ? [[factLabels.licenseStart, format.day(licenseStart)] as const] : []),
    ...(end ? [[factLabels[key], `${format.day(end)} (${leftUntil(end, view)})`] as const] : []),
    ...(item.ownDays.length > 0 ? [[trackedWords.also, ownDaysOf(item, view)] as const] : []),
  ]
}

function ownDaysOf({ ownDays }: Item, { format }: View): string {
  const before = ownDays.filter(days => days > 0).map(days => format.days(days))
  return trackedWords.ownDays(before, ownDays.includes(0))
}

function refusal(refused: Refused, { format }: View): string {
  const { 'after-end': afterEnd, past, standard, none, other } = trackedWords.refused
  const before = (days: number) => (days === 0 ? trackedWords.onDay : trackedWords.daysBefore(format.days(days)))
  switch (refused.why) {
    case 'after-end':
      return afterEnd(format.day(refused.day), format.day(refused.end))
    case 'other':
      return other(refused.words)
    case 'unused':
      return trackedWords.refused.unused(refused.words)
    case 'past':
      return past(format.day(refused.day))
    case 'standard':
      return standard(before(refused.before))
    case 'none':
      return none(before(refused.before))
  }
}

/** The dates from today on of which a reminder comes or came. */
function datesOf({ kind, facts }: Item, { today, policy }: View) {
  const verdict = milestones.decide({ kind, ...facts }, { today, policy })
  return 'fault' in verdict ? [] : verdict.details.milestones
}

function remindersOn(coming: readonly Day[], notifyOn: readonly Day[], { today, format }: View): string {
  if (coming.length > 0) return trackedWords.reminders(format.daysOf(coming, today))
  return notifyOn.includes(today) ? trackedWords.thisIsIt : ''
}

/** How a matter ended, asked after "Done": with a new end it goes on, else it is over. */
export function doneCard(item: Item, handle: Handle, view: View, fault?: string): Card {
  const { kind } = item
  const key = endKey(kind)
  const end = endOfItem(item)
  return card(
    trackedWords.done[kind],
    [
      headline(trackedWords.done[kind]),
      item.name ? quoted([item.name]) : nothing,
      paragraph(titleOf(item, view)),
      paragraph(fault ?? trackedWords.doneLine[kind]),
      dateInput(key, trackedWords.newEnd, kind === 'paid' && end ? addYears(end, 1) : undefined),
      buttons([deedButton(trackedWords.saveEnd[kind], 'renew', [handle], true)]),
    ],
    [
      ...(kind === 'trial' ? [deedButton(trackedWords.bought, 'settle', [handle])] : []),
      deedButton(trackedWords.over, 'settle', [handle]),
      deedButton(trackedWords.back, 'show', [handle]),
    ],
  )
}
