import type { Deed, Field, Press } from '../../cards/actions.ts'
import type { Card } from '../../cards/card.ts'
import { type Handle, readHandle } from '../../cards/handle.ts'
import { endOfItem, handleOf } from '../../cards/item.ts'
import { reminderCard, stillMeant } from '../../cards/reminder.ts'
import { tooLateCard } from '../../cards/track-form.ts'
import { doneCard, type Manner, trackedCard } from '../../cards/tracked.ts'
import { besides, endedCard, nothingTrackedCard, standingCard, trackedListCard } from '../../cards/tracked-lists.ts'
import type { View } from '../../cards/view.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { addDays, parseDay } from '../../rules/day.ts'
import { decide } from '../../rules/decide.ts'
import { endKey } from '../../rules/facts.ts'
import type { Fault } from '../../rules/fault.ts'
import { milestones } from '../../rules/milestones.ts'
import { SAMPLE } from '../about-me.ts'
import type { Next } from '../ports.ts'
import { misread } from '../press.ts'
import { blank, doingOf, type Scene } from '../scene.ts'
import { listRemindersTopic } from '../stop-reminders.ts'
import { type Doing, refused, viewOf } from '../topic.ts'
import { datesOf, undoing } from '../tracking.ts'
import { planned, tomorrow } from './planning.ts'
import type { Followed, Tracked, TrackedFacts } from './tracked.ts'

/** A press on a card about tracked items, with what is needed to answer it. */
interface Pressing extends Doing {
  readonly deed: Deed
  readonly press: Press
  readonly scene: Scene
  readonly view: View
  /** What stands behind the card's handles; an item that is gone is left out. */
  readonly found: readonly Found[]
}

interface Found extends Followed {
  readonly handle: Handle
  /** It is as the card knew it, so the press means what the person saw. */
  readonly known: boolean
  /** So it is, and still active. */
  readonly fresh: boolean
}

/** What a pressed button did, and the card that takes the place of the pressed one. */
export interface Done {
  readonly card: Card
  readonly outcome: string
  /** The item whose new end the card asks for. */
  readonly asks?: Tracked
  /** What undoes it. */
  readonly undo?: Next
}

/**
 * Does what a button of a card about tracked items says. A press that comes again, or from a card that things have moved on from,
 * does nothing and shows how they stand.
 */
export async function pressedDeed(scene: Scene, deed: Deed, press: Press, fields: Readonly<Partial<Record<Field, string>>>): Promise<Done> {
  const doing = doingOf(scene)
  const chosen = deed.verb === 'pick' ? readHandle(fields.item ?? '') : undefined
  if (deed.verb === 'list' || (deed.verb === 'pick' && !chosen))
    return { card: (await listRemindersTopic.act(blank(scene, 'list-reminders'), doing)).cards[0], outcome: 'listed' }
  if (deed.items.some(({ id }) => id === SAMPLE))
    return { card: nothingTrackedCard(viewOf(blank(scene, 'set-reminder')), trackedWords.sample), outcome: 'test' }
  const meant = chosen ? { verb: deed.verb, items: [chosen] } : deed
  const found = await findAll(meant, doing)
  const pressing: Pressing = { ...doing, deed: meant, press, scene, view: viewOf(blank(scene, 'set-reminder')), found }
  const [first] = found
  if (!first) return { card: nothingTrackedCard(pressing.view, trackedWords.gone), outcome: 'gone' }
  return deeds[deed.verb](pressing, first)
}

async function findAll({ items }: Deed, doing: Doing): Promise<readonly Found[]> {
  const found = await Promise.all(items.map(handle => find(handle, doing)))
  return found.filter(item => item !== undefined)
}

async function find(handle: Handle, { tracking, thread }: Doing): Promise<Found | undefined> {
  const followed = await tracking.trackedById(thread.key, handle.id)
  const known = followed?.tracked.version === handle.version
  return followed && { ...followed, handle, known, fresh: known && followed.tracked.state === 'active' }
}

const deeds: Readonly<Record<Exclude<Deed['verb'], 'list'>, (pressing: Pressing, first: Found) => Done | Promise<Done>>> = {
  show: standing,
  pick: standing,
  stop,
  resume,
  snooze,
  done: asItWas(asking),
  change: asItWas(change),
  renew: asItWas(renew),
  settle,
  restore: asItWas(restore),
}

/** Nothing is done to what has changed since the card was sent. */
function asItWas(deed: (pressing: Pressing, found: Found) => Done | Promise<Done>) {
  return (pressing: Pressing, found: Found) => (found.fresh ? deed(pressing, found) : standing(pressing))
}

function asking({ view }: Pressing, { tracked, handle }: Found, fault?: string): Done {
  return { card: doneCard(tracked, handle, view, fault), outcome: 'asked', asks: tracked }
}

const resuming = (ended: readonly Tracked[]): Deed => ({ verb: 'resume', items: ended.map(item => handleOf(item)) })

/** How things stand with what a card is about: its reminder as it reads today, or what became of the item. */
function standing({ found, view, shared, scene }: Pressing): Done {
  const [first, ...others] = found
  if (!first) return { card: nothingTrackedCard(view, trackedWords.gone), outcome: 'gone' }
  const reminded = found.flatMap(({ handle, tracked }) => (handle.warns ? [{ tracked, warns: handle.warns }] : []))
  const [due, ...more] = reminded
  // A list goes on with what is left of it.
  if (due && reminded.length === found.length && found.some(({ fresh }) => fresh))
    return {
      card: reminderCard([due, ...more], { ...scene.at, locale: scene.turn.person.locale, shared, calledWrong: scene.calledWrong }),
      outcome: 'stands',
    }
  const active = found.filter(({ tracked }) => tracked.state === 'active')
  const ended = [first.tracked, ...others.map(({ tracked }) => tracked)] as const
  return { card: active.length > 0 ? standingCard(active, view) : endedCard(ended, view), outcome: 'stands' }
}

/** How things stand after somebody else was faster. */
async function standingNow(pressing: Pressing): Promise<Done> {
  return standing({ ...pressing, found: await findAll(pressing.deed, pressing) })
}

async function stop(pressing: Pressing): Promise<Done> {
  const { found, tracking, thread, view } = pressing
  const fresh = found.filter(item => item.fresh)
  const ended = (await Promise.all(fresh.map(({ tracked }) => tracking.end(thread.key, tracked, 'stopped')))).filter(
    item => item !== undefined,
  )
  const [first, ...others] = ended
  const changed = found.filter(({ fresh, tracked }) => !fresh && tracked.state === 'active')
  return first
    ? {
        card: endedCard([first, ...others], view, besides(trackedWords.goOn, changed, view)),
        outcome: 'stopped',
        undo: resuming(ended),
      }
    : standingNow(pressing)
}

async function settle(pressing: Pressing, { tracked, fresh }: Found): Promise<Done> {
  const ended = fresh ? await pressing.tracking.end(pressing.thread.key, tracked, 'settled') : undefined
  return ended ? { card: endedCard([ended], pressing.view), outcome: 'settled', undo: resuming([ended]) } : standingNow(pressing)
}

/** Tracks again what was stopped: a single one with another date, where its own are over and a card asked for it. */
async function resume(pressing: Pressing): Promise<Done> {
  const { found, press, tracking, thread, view, now, scene, shared } = pressing
  const ended = found.filter(({ tracked, known }) => known && tracked.state !== 'active')
  const said = ended.length === 1 ? press.facts : {}
  const again: Followed[] = []
  const over: Found[] = []
  for (const item of ended) {
    const { tracked } = item
    const facts = { ...tracked.facts, ...datesOf(tracked.kind, said) }
    const verdict = decide(milestones, { kind: tracked.kind, ...facts }, scene.at)
    if ('fault' in verdict) return refusedDate(pressing, verdict.fault, facts)
    const plan = planned({ ...tracked, facts }, { policy: scene.at.policy, now })
    if (plan.length === 0) over.push({ ...item, tracked: { ...tracked, facts }, ahead: [] })
    const { ownDays } = tracked
    const followed = plan.length > 0 ? await tracking.change(thread, tracked, { facts, ownDays }, plan) : undefined
    if (followed) again.push(followed)
  }
  const left = besides(trackedWords.alsoOver, over, view)
  const card = oneOrList(again, { as: 'tracked', shared, besides: left }, view)
  if (card) return { card, outcome: 'tracked' }
  const [late] = over
  if (!late) return standingNow(pressing)
  const carried = { intent: 'set-reminder', facts: {}, deed: { verb: 'resume', items: [late.handle] } } as const
  return { card: tooLateCard(late.tracked, { ...view, carried }), outcome: 'too-late' }
}

/** "Tomorrow again", for what of it still lies ahead then. */
async function snooze(pressing: Pressing): Promise<Done> {
  const { found, tracking, thread, view, now, shared, scene } = pressing
  const snoozed: Followed[] = []
  for (const { tracked, handle, fresh } of found) {
    const again = fresh && handle.warns ? tomorrow(stillMeant(tracked, handle.warns, scene.at), tracked.zone, now) : undefined
    const kept = again && (await tracking.snooze(thread.key, tracked, again))
    const followed = kept && (await tracking.trackedById(thread.key, tracked.id))
    if (followed) snoozed.push(followed)
  }
  const card = oneOrList(snoozed, { as: 'snoozed', shared }, view, trackedWords.snoozedAll)
  return card ? { card, outcome: 'snoozed' } : standingNow(pressing)
}

/** What became of items: the only one in full, several as a list. */
function oneOrList([first, ...others]: readonly Followed[], manner: Manner, view: View, why?: string): Card | undefined {
  if (first && others.length > 0) return trackedListCard([first, ...others], view, why, manner.besides)
  return first && trackedCard(first, manner, view)
}

/** Another date, from the form of a card. */
function change(pressing: Pressing, found: Found): Done | Promise<Done> {
  const { tracked } = found
  const said = datesOf(tracked.kind, pressing.press.facts)
  if (Object.keys(said).length === 0) return asking(pressing, found, trackedWords.endMissing)
  return moved(pressing, found, { ...tracked.facts, ...said })
}

/** As it was before the last change. */
function restore(pressing: Pressing, found: Found): Promise<Done> {
  const { facts, reminding } = pressing.press
  return moved(pressing, found, datesOf(found.tracked.kind, facts), reminding?.days ?? [])
}

/** It goes on until a later day. The other term of a licence starts the day after the former one. */
function renew(pressing: Pressing, found: Found): Done | Promise<Done> {
  const { tracked } = found
  const { press, view } = pressing
  const [former, end] = [endOfItem(tracked), press.facts[endKey(tracked.kind)]]
  if (!end) return asking(pressing, found, trackedWords.endMissing)
  if (former && parseDay(end) && end <= former) return asking(pressing, found, trackedWords.endNotLater(view.format.day(former)))
  if (tracked.kind === 'trial') return moved(pressing, found, { trialEnd: end })
  return moved(pressing, found, { licenseEnd: end, ...(former ? { licenseStart: addDays(former, 1) } : {}) })
}

/** A date that can't be: what is wrong with it, and the same asked again with what else was said. */
function refusedDate({ view, deed, scene }: Pressing, fault: Fault, facts: TrackedFacts): Done {
  const carried = { intent: 'set-reminder' as const, facts: misread(facts, scene.turn.today).facts, deed }
  return { card: refused(fault, { ...view, carried }).cards[0], outcome: 'refused' }
}

async function moved(pressing: Pressing, { tracked, ahead }: Found, facts: TrackedFacts, ownDays = tracked.ownDays): Promise<Done> {
  const { tracking, thread, view, now, shared, scene } = pressing
  const { kind } = tracked
  const show = (followed: Followed, as: Manner['as']) => trackedCard(followed, { as, before: tracked, shared }, view)
  const isMoved = !same(datesOf(kind, facts), datesOf(kind, tracked.facts))
  if (!isMoved && same(ownDays, tracked.ownDays)) return { card: show({ tracked, ahead }, 'stands'), outcome: 'stands' }
  const verdict = decide(milestones, { kind, ...facts }, scene.at)
  if ('fault' in verdict) return refusedDate(pressing, verdict.fault, facts)
  const plan = planned({ ...tracked, facts, ownDays }, { policy: scene.at.policy, now })
  const changed = await tracking.change(thread, tracked, { facts, ownDays }, plan)
  if (!changed) return standingNow(pressing)
  return { card: show(changed, isMoved ? 'moved' : 'changed'), outcome: 'moved', undo: undoing(changed.tracked, tracked) }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
