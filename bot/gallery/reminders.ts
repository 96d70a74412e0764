import { aboutMeCard } from '../../cards/about-me.ts'
import { MAX_NAME } from '../../cards/actions.ts'
import type { Card } from '../../cards/card.ts'
import { dayToldCard } from '../../cards/day-told.ts'
import { deedOn, handleOf, type Item, type ItemAhead } from '../../cards/item.ts'
import { type DueItem, reminderCard } from '../../cards/reminder.ts'
import { staleCard } from '../../cards/stale.ts'
import { endQuestionCard, kindQuestionCard, tooLateCard, trackFormCard } from '../../cards/track-form.ts'
import { doneCard, type Manner, trackedCard } from '../../cards/tracked.ts'
import { besides, endedCard, nothingTrackedCard, trackedListCard } from '../../cards/tracked-lists.ts'
import { type View, viewFor } from '../../cards/view.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { trouble } from '../../cards/words/en/trouble.ts'
import { planned } from '../../dialogs/reminders/planning.ts'
import { addDays, type Day } from '../../rules/day.ts'
import type { MilestoneName } from '../../rules/milestones.ts'
import { documentedPolicy } from '../../rules/policy.ts'

const day = (text: string) => text as Day
const today = day('2026-03-10')
const policy = documentedPolicy(today)
const now = new Date('2026-03-10T10:00:00Z')
const at = { today, policy, locale: 'en-GB', shared: false }

const trial: Item = {
  id: 't1',
  kind: 'trial',
  name: '',
  facts: { trialEnd: day('2026-04-15') },
  ownDays: [],
  person: '29:ada',
  zone: 'Europe/Berlin',
  version: 1,
  state: 'active',
}
const hamburg: Item = { ...trial, id: 't2', name: '[Hamburg](https://example.com) **1**', ownDays: [5, 2] }
const licence: Item = { ...trial, id: 'l1', kind: 'paid', facts: { licenseStart: day('2026-03-08') } }
const named = (name: string, facts: Item['facts']): Item => ({ ...licence, id: name.replace(/\W+/g, '-').slice(0, 16), name, facts })

const followed = (tracked: Item): ItemAhead => ({ tracked, ahead: planned(tracked, { policy, now }) })
const view = (kind?: 'trial' | 'paid'): View => viewFor('en-GB', at, false, { intent: 'set-reminder', facts: kind ? { kind } : {} })

const shown = (tracked: Item, as: Manner['as'], more: Partial<Manner> = {}) =>
  trackedCard(followed(tracked), { as, shared: false, ...more }, view())

/** What is tracked, in every state. */
export function trackedStates(): { readonly name: string; readonly card: Card }[] {
  const [lyon, leeds] = [named('Lyon', { licenseEnd: day('2026-04-30') }), named('Leeds', { licenseEnd: day('2027-01-15') })]
  const many = Array.from({ length: 20 }, (_, index) => named(`Plant ${index + 1}`, { licenseEnd: addDays(today, 20 + index * 9) }))
  return [
    { name: 'tracked: which', card: trackFormCard(view()) },
    { name: 'tracked: what ends', card: kindQuestionCard(day('2026-04-15'), view()) },
    { name: 'tracked: what a day is', card: dayToldCard(day('2026-04-10'), trial, { trialEnd: day('2026-04-10') }, view('trial')) },
    { name: 'tracked: trial without its end', card: endQuestionCard('trialEnd', view('trial')) },
    { name: 'tracked: only supposed', card: endQuestionCard('trialEnd', view('trial'), trackedWords.onlySupposed) },
    { name: 'tracked: too late', card: tooLateCard({ kind: 'trial', name: '', facts: { trialEnd: day('2025-12-01') } }, view('trial')) },
    { name: 'tracked: trial', card: shown(trial, 'tracked') },
    { name: 'tracked: licence from its start', card: shown(licence, 'tracked') },
    { name: 'tracked: named, with own days', card: shown(hamburg, 'tracked') },
    { name: 'tracked: moved', card: shown(hamburg, 'moved', { before: { ...hamburg, facts: { trialEnd: day('2026-03-30') } } }) },
    { name: 'tracked: the same again', card: shown(trial, 'same-again') },
    { name: 'tracked: in a channel', card: shown(lyon, 'tracked', { shared: true }) },
    { name: 'tracked: extension closes today', card: shown({ ...trial, facts: { trialEnd: day('2026-03-25') } }, 'tracked') },
    { name: 'tracked: nothing ahead', card: shown({ ...trial, facts: { trialEnd: day('2026-02-08') } }, 'stands') },
    {
      name: 'tracked: tomorrow again',
      card: trackedCard({ tracked: trial, ahead: [{ day: day('2026-03-11'), warns: [] }] }, { as: 'snoozed', shared: false }, view()),
    },
    { name: 'tracked: three', card: trackedListCard([followed(trial), followed(lyon), followed(leeds)], view()) },
    { name: 'tracked: twenty', card: trackedListCard(many.map(followed) as [ItemAhead, ...ItemAhead[]], view()) },
    { name: 'tracked: which to stop', card: trackedListCard([followed(lyon), followed(leeds)], view(), trackedWords.whichToStop) },
    { name: 'tracked: nothing', card: nothingTrackedCard(view()) },
    { name: 'tracked: gone', card: nothingTrackedCard(view(), trackedWords.gone) },
    { name: 'tracked: stopped', card: endedCard([{ ...lyon, state: 'stopped' }], view()) },
    {
      name: 'tracked: stopped, another goes on',
      card: endedCard([{ ...lyon, state: 'stopped' }], view(), besides(trackedWords.goOn, [followed(trial)], view())),
    },
    {
      name: 'tracked: all stopped',
      card: endedCard(
        [
          { ...lyon, state: 'stopped' },
          { ...trial, state: 'stopped' },
        ],
        view(),
      ),
    },
    { name: 'tracked: how did the trial go on', card: doneCard(hamburg, handleOf(hamburg), view()) },
    { name: 'tracked: how did the licence go on', card: doneCard(lyon, handleOf(lyon), view()) },
    { name: 'tracked: new end not later', card: doneCard(lyon, handleOf(lyon), view(), trackedWords.endNotLater('30 April 2026')) },
    {
      name: 'about me',
      card: aboutMeCard(
        {
          topic: 'extend-trial',
          facts: { trialEnd: day('2026-04-15'), role: 'billing-admin', sites: [{ name: 'Lyon', devices: 400 }] },
          askedBack: '3 or 4 April',
          declined: ['billingAccount'],
          faded: false,
        },
        1,
        [followed(trial), followed(lyon)],
        view(),
      ),
    },
    { name: 'about me, nothing', card: aboutMeCard(undefined, 0, [], view()) },
  ]
}

/** A reminder that warns of a date so many days ahead. */
function due(tracked: Item, milestone: MilestoneName, left: number, ...more: readonly (readonly [MilestoneName, number])[]): DueItem {
  return { tracked, warns: [[milestone, left] as const, ...more].map(([name, days]) => ({ milestone: name, date: addDays(today, days) })) }
}

/** Every reminder at its day, and what becomes of it. */
export function reminderStates(): { readonly name: string; readonly card: Card }[] {
  const ending = (left: number): Item => ({ ...trial, facts: { trialEnd: addDays(today, left) } })
  const paid = (left: number): Item => ({ ...licence, facts: { licenseEnd: addDays(today, left) } })
  const remind = (name: string, ...all: [DueItem, ...DueItem[]]) => ({ name: `reminder: ${name}`, card: reminderCard(all, at) })
  const plants = (count: number, more = '') =>
    Array.from({ length: count }, (_, index) =>
      due(named(`Plant ${index + 1}${more}`, { licenseEnd: addDays(today, 7 * index) }), 'license-ends', 7 * index),
    ) as [DueItem, ...DueItem[]]
  return [
    remind('extension closes in 7 days', due(ending(22), 'extension-closes', 7)),
    remind('extension closes tomorrow', due({ ...hamburg, facts: ending(16).facts }, 'extension-closes', 1)),
    remind('extension closes today', due(ending(15), 'extension-closes', 0)),
    remind('trial ends in 14 days', due(ending(14), 'trial-ends', 14)),
    remind('trial ends today', due(ending(0), 'trial-ends', 0)),
    remind("a trial's grace ends in 7 days", due(ending(-23), 'grace-ends', 7)),
    remind('refund closes in 3 days', due({ ...licence, facts: { licenseStart: day('2026-03-06') } }, 'refund-closes', 3)),
    remind('licence ends in 60 days', due(paid(60), 'license-ends', 60)),
    remind('licence ends tomorrow', due(paid(1), 'license-ends', 1)),
    remind('grace ends in 14 days', due(paid(-16), 'grace-ends', 14)),
    remind('data at risk in 7 days', due(paid(-83), 'data-at-risk', 7)),
    remind('data at risk today', due(paid(-90), 'data-at-risk', 0)),
    remind('two dates on one day', due(ending(7), 'trial-ends', 7, ['grace-ends', 37])),
    remind('looked at later', due(ending(10), 'extension-closes', -5)),
    remind('changed since', { ...due(hamburg, 'trial-ends', 3) }),
    remind('seven at once', ...plants(7)),
    remind('sixty at once', ...plants(60)),
    remind(
      'fifty at once, with the longest names',
      ...plants(50, ', Wasserwerk und Kläranlage Nordost am Kanal, Łódź'.slice(0, MAX_NAME - 9)),
    ),
    { name: 'reminder: small', card: reminderCard([due(hamburg, 'trial-ends', 36)], { ...at, small: true }) },
    { name: 'reminder: a small list', card: reminderCard(plants(20), { ...at, small: true }) },
    remind('settled', due({ ...ending(14), state: 'settled' }, 'trial-ends', 14)),
    remind('stopped', due({ ...ending(14), state: 'stopped' }, 'trial-ends', 14)),
    { name: 'reminder: in a channel', card: reminderCard([due(paid(7), 'license-ends', 7)], { ...at, shared: true }) },
    { name: 'reminder: could not be computed again', card: staleCard(trouble.wentWrong('1a2b3c'), deedOn('show', [handleOf(trial)])) },
    { name: 'reminder: a test', card: reminderCard([due(ending(22), 'extension-closes', 7)], { ...at, test: 'made-up' }) },
  ]
}
