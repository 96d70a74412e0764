import type { Intent } from '../../cards/intents.ts'
import type { Day } from '../../rules/day.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Unclear } from '../ports.ts'
import { type Kind, whatHappens } from './date-kinds.ts'
import { datesNear, eventFor, type Near, type Scene, sceneOf } from './date-scene.ts'
import { isTrial } from './date-subjects.ts'
import { type DateKey, resolve, tenseOf } from './date-tenses.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import type { Token } from './tokens.ts'

export interface DateFacts {
  readonly facts: Pick<Facts, DateKey>
  readonly unclear: readonly Unclear[]
  /** The facts that no word of the message names: only the intent or the open question makes them theirs. */
  readonly guessed: readonly DateKey[]
}

interface Claim {
  readonly key: DateKey
  /** What the date reads as; worked out for those that count only. */
  readonly days: () => readonly Day[]
  readonly text: string
  /** How far the words lie that say so; a guess from the intent alone is far. */
  readonly distance: number
  /** Named together with other days of the same kind. */
  readonly alike: boolean
}

const GUESS = 20

/** Which fact each date of a message is, counted from `today`. */
export function readDateFacts(
  tokens: readonly Token[],
  dates: readonly DateFound[],
  at: { today: Day; intent: Intent; asked?: FactKey; named?: ReadonlyMap<DateFound, DateKey> },
): DateFacts {
  if (dates.length === 0) return { facts: {}, unclear: [], guessed: [] }
  const scene = sceneOf(tokens, dates, at.intent)
  const asked = askedDate(scene, at.asked)
  const claims = dates.flatMap((date, index) => claimOf(scene, date, index, at.today, asked, at.named?.get(date)))
  return settle(claims)
}

/** An answer to the open question is little more than the date itself. */
function askedDate(scene: Scene, asked: FactKey | undefined): DateKey | undefined {
  const words = scene.tokens.filter(token => token.kind === 'word').length
  const isDate = asked === 'trialStart' || asked === 'trialEnd' || asked === 'licenseStart' || asked === 'licenseEnd'
  return isDate && words <= 8 && scene.dates.length === 1 ? asked : undefined
}

function claimOf(scene: Scene, date: DateFound, index: number, today: Day, asked?: DateKey, named?: DateKey): Claim[] {
  const best = eventFor(scene, date)
  const kind = whatHappens(scene, date, index, best)
  // The answer to an open question is what was asked for, unless its own words say otherwise.
  const own = asked && !best ? asked : kind && keyOf(scene, date, best?.event, kind)
  // What somebody else calls it counts only where its own words say nothing.
  const key = own ?? (kind ? undefined : named)
  if (!key) return []
  const days = () => resolve(date, tenseOf(scene, date, best?.event, key), today, key)
  return [
    { key, days, text: rawText(scene.tokens, date), distance: (own && best?.distance) ?? GUESS, alike: isAlike(scene, date, index, best) },
  ]
}

/** One of several days that the same words tell of: each behind its own event word of one kind, or listed behind one. */
function isAlike(scene: Scene, date: DateFound, index: number, best: Near | undefined): boolean {
  const { event } = best ?? {}
  if (!event) return false
  const said = scene.tokens[event.at]?.text
  const [before, after] = [scene.dates[index - 1], scene.dates[index + 1]]
  return datesNear(scene, date).some(other => {
    if (other === date) return false
    const twin = eventFor(scene, other)?.event
    if (!twin || scene.tokens[twin.at]?.text !== said) return false
    if (twin.at === event.at) return other === before ? listed(scene, other, date) : other === after && listed(scene, date, other)
    return scene.intent === 'set-reminder' && twin.at < other.from === event.at < date.from
  })
}

/** "the 1st, 4th and 9th" */
const listed = ({ tokens }: Scene, first: DateFound, second: DateFound) =>
  second.from - first.to <= 5 &&
  tokens.slice(first.to, second.from).every(token => token.kind === 'ordinal' || /^(?:,|and|&|the)$/u.test(token.text))

function keyOf(scene: Scene, date: DateFound, event: Event | undefined, kind: Kind): DateKey | undefined {
  if (kind === 'none') return undefined
  if (kind === 'buy') return 'licenseStart'
  const trial = isTrial(scene, date, event)
  if (trial === undefined) return undefined
  if (kind === 'end') return trial ? 'trialEnd' : 'licenseEnd'
  return trial ? 'trialStart' : 'licenseStart'
}

function rawText(tokens: readonly Token[], date: DateFound): string {
  return tokens.slice(date.from, date.to).reduce((text, token) => text + (token.spaced && text ? ' ' : '') + token.raw, '')
}

/** Several licences, each with its own words and day ("Nice ends 8 April, Lille ends 10 April", "bought on the 1st, 4th and 9th"): no day is the day. */
function hasRivals(claim: Claim, claims: readonly Claim[]): boolean {
  if (!claim.alike) return false
  const [day] = claim.days()
  return claims.some(other => other.alike && other.key === claim.key && other.distance < GUESS && other.days()[0] !== day)
}

/** One day per fact: the claim whose words stand nearest; guesses only where nothing was said. */
function settle(claims: readonly Claim[]): DateFacts {
  const facts: Partial<Record<DateKey, Day>> = {}
  const unclear: Unclear[] = []
  const taken = new Set<DateKey>()
  const guessed = claims.filter(({ distance }) => distance === GUESS).map(({ key }) => key)
  for (const claim of [...claims].sort((one, two) => one.distance - two.distance)) {
    if (taken.has(claim.key)) continue
    taken.add(claim.key)
    if (hasRivals(claim, claims)) continue
    const days = claim.days()
    const [only] = days
    if (only && days.length === 1) facts[claim.key] = only
    else unclear.push({ fact: claim.key, text: claim.text, readings: days })
  }
  return { facts, unclear, guessed: guessed.filter(key => !claims.some(claim => claim.key === key && claim.distance < GUESS)) }
}
