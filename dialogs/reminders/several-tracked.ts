import type { Reminding } from '../../cards/actions.ts'
import { oneAtATimeCard, standingCard } from '../../cards/tracked-lists.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { endKey, type Facts, type Kind } from '../../rules/facts.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import { daysMeant } from '../days/day-meant.ts'
import { dayKeys } from '../days/spoken-days.ts'
import { isOfAll, type SpokenSite, spokenSites } from '../days/spoken-sites.ts'
import { without } from '../known-facts.ts'
import { blank, doingOf, type Outcome, type Scene, shown } from '../scene.ts'
import type { Told } from '../topic.ts'
import { personal, pick, viewOf } from '../topic.ts'
import { setReminderTopic } from '../tracking.ts'
import { type ItemTold, itemsIn, wantsReminder } from './items-told.ts'
import { planned } from './planning.ts'
import { remindingIn } from './reminding.ts'
import { setting } from './shown-items.ts'
import { isSameName, nameKey } from './tracked.ts'

/** More cards than these are one list. */
const MAX_CARDS = 3

export interface Dated {
  readonly kind: Kind
  readonly name: string
  readonly facts: Facts
  /** It went on until then. */
  readonly goesOn?: true
}

/**
 * "Remind us: Lyon trial 15 April, Paris trial 20 April": each is tracked under its name. Where they can't be told apart for sure none is,
 * and they are asked for one at a time. Undefined where a message names no trial or licence by a name and a day.
 */
export async function severalTracked(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const told = itemsIn(text, stood.topic === 'set-reminder')
  const { days, otherHour } = remindingIn(text)
  const wish = { ...(days ? { days } : {}), ...(otherHour ? { otherHour } : {}) }
  const sites = spokenSites(stood)
  const isOfThem = wantsReminder(text) && (isOfAll(text) || /\b(?:them|these|those)\b/i.test(text))
  const spoken = isOfThem ? (sites.length > 0 ? sites : [{ name: stood.subject ?? '', facts: stood.facts }]).flatMap(datedOf) : []
  if (spoken.length > 1 && (!told || told === 'unclear') && spoken.every(item => isAhead(scene, item)))
    return allTracked(scene, spoken, wish)
  if (!told) return undefined
  if (told === 'unclear') return oneAtATime()
  const dated = await Promise.all(told.map(item => dayOf(scene, item)))
  const items = dated.filter(item => item !== undefined)
  const [first, another] = items
  // A day of one alone that reads both ways is asked back as ever.
  if (told.length === 1) return first && setting(withDaysOf(scene, first), brought(first, wish), 'named')
  const keys = new Set(items.map(keyOf))
  const isSure = items.length === told.length && keys.size === items.length && items.every(item => isAhead(scene, item))
  return first && another && isSure ? allTracked(scene, items, wish) : oneAtATime()
}

/** One of them as it is said to be tracked. */
function brought({ kind, name, facts, goesOn }: Dated, wish: Reminding) {
  return { said: { kind, ...facts }, reminding: { kind, ...(name ? { name } : {}), ...(goesOn ? { goesOn } : {}), ...wish } }
}

/** The talk without its days, unless it is of the same one: by its name, or of none whose year ends on this very day. */
function withDaysOf(scene: Scene, { name, facts: { licenseEnd: end } }: Dated): Scene {
  const { subject, reminding, facts } = scene.stood
  const spokenOf = subject ?? reminding?.name
  const isSame = spokenOf ? isSameName(spokenOf, name) : end !== undefined && endOf({ licenseStart: facts.licenseStart }) === end
  if (isSame) return scene
  return { ...scene, stood: { ...scene.stood, facts: without(facts, dayKeys) } }
}

/** Nothing is tracked of what can't be told apart for sure. */
export function oneAtATime(): Outcome {
  return { answer: shown([oneAtATimeCard()], { intent: 'set-reminder', outcome: 'one-at-a-time' }) }
}

/** Of a site that is spoken of, what ends: its trial, its licence, or both. */
const datedOf = ({ name, facts }: SpokenSite): readonly Dated[] => [
  ...(facts.trialEnd ? [{ kind: 'trial', name, facts: pick(facts, ['trialEnd']) } as const] : []),
  ...((facts.licenseEnd ?? facts.licenseStart)
    ? [{ kind: 'paid', name, facts: pick(facts, ['licenseStart', 'licenseEnd']) } as const]
    : []),
]

async function dayOf(scene: Scene, { kind, name, day: words }: ItemTold): Promise<Dated | undefined> {
  const [end, orEnd] = await daysMeant(scene, words)
  // "Porto ends 20 April and Berlin ends 3 May", after a trial was tracked.
  const spokenOf = kind ?? scene.stood.reminding?.kind
  return spokenOf && end && !orEnd ? { kind: spokenOf, name, facts: { [endKey(spokenOf)]: end } } : undefined
}

const isAhead = ({ at, turn, desk }: Scene, item: Dated) =>
  planned({ kind: item.kind, facts: item.facts, ownDays: [], zone: turn.person.zone }, { policy: at.policy, now: desk.clock.now() })
    .length > 0

const keyOf = ({ kind, name }: Pick<Dated, 'kind' | 'name'>) => `${kind} ${nameKey(name)}`

/** Tracks each of them, or moves what is tracked of them. */
export async function allTracked(scene: Scene, items: readonly Dated[], wish: Reminding): Promise<Outcome> {
  const { stood, turn, desk } = scene
  const answers: Told[] = []
  for (const item of items) {
    const { said: facts, reminding } = brought(item, wish)
    answers.push(await setReminderTopic.act({ ...blank(scene, 'set-reminder'), facts, news: facts, reminding }, doingOf(scene)))
  }
  const keys = items.map(keyOf)
  const now = (await desk.store.trackedIn(turn.thread.key)).filter(({ tracked }) => keys.includes(keyOf(tracked)))
  const cards = answers.flatMap(({ cards }) => cards)
  const list = () => standingCard(now, viewOf(blank(scene, 'set-reminder')), trackedWords.trackedSeveral(items.length))
  return {
    answer: shown(cards.length > MAX_CARDS && now.length > 0 ? [list()] : cards, {
      intent: 'set-reminder',
      rule: 'milestones',
      outcome: 'several',
    }),
    // Several are spoken of, so none of their dates is that of the talk.
    kept: {
      ...stood,
      topic: 'set-reminder',
      asked: undefined,
      open: undefined,
      waiting: undefined,
      reminding: undefined,
      supposed: undefined,
      misses: 0,
      facts: personal(stood.facts),
    },
    acted: true,
  }
}
