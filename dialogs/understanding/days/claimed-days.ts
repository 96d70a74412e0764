import { type Day, daysBetween, FIRST_DAY } from '../../../rules/day.ts'
import type { Facts } from '../../../rules/facts.ts'
import type { Unclear } from '../../ports.ts'
import type { Alike } from './alike-days.ts'
import type { DateKey } from './date-tenses.ts'

// Which of the days that may be a fact is the one.

/** A date of a message that may be a fact. */
export interface Claim {
  readonly key: DateKey
  /** What the date reads as; worked out for those that count only. */
  readonly days: () => readonly Day[]
  /** What it reads as if it is surely to come. */
  readonly coming: () => readonly Day[]
  readonly text: string
  /** It was told of as over. */
  readonly isOver: boolean
  /** Said of something else ("the invoice is from 4 March"), or of when to be reminded: it is no rival. */
  readonly isAside: boolean
  /** The day is only near it. */
  readonly loose: boolean
  /** How far the words lie that say so; a guess from the intent alone is far. */
  readonly distance: number
  /** Named together with other days of the same kind; `partly` where some of them are no dates by themselves ("the 1st, 4th and 9th"). */
  readonly alike: Alike
  /** Where it stands, as tokens, and in which sentence. */
  readonly place: { readonly from: number; readonly to: number; readonly sentence: number }
}

/** The distance of a date that no word of the message makes a fact. */
export const GUESS = 20

export interface Settled {
  readonly facts: Pick<Facts, DateKey>
  readonly unclear: readonly Unclear[]
  /** The facts that no word of the message names: only the intent or the open question makes them theirs. */
  readonly guessed: readonly DateKey[]
}

/** One day per fact; two that rule each other out are unclear, and an end before its start is another one's. */
export const settled = (claims: readonly Claim[], today: Day): Settled => endAfterStart(settle(claims, today), claims)

/** Words this far from a trial's end, in tokens, say of it that it is one. */
const BESIDE_ITS_WORDS = 3

/**
 * Several licences or trials, each with its own day ("Nice ends 8 April, Lille ends 10 April", "bought on the 1st, 4th and 9th"): none of
 * them is the day. Two days are never of one and the same, unless a renewal made the second or nobody said that it is such a day.
 */
function rivalsOf(claim: Claim, claims: readonly Claim[], today: Day): readonly Claim[] {
  const [day = ''] = claim.days()
  const isGuess = ({ distance, days }: Claim) => distance === GUESS && (claim.key === 'licenseEnd' || (days()[0] ?? today) > today)
  const isSaid = (told: Claim) => told.distance < GUESS && told.days()[0] !== today
  const isTold = (told: Claim) => told.distance >= 0 && !told.isAside && (isSaid(told) || isBesideOther(told, claims, today))
  const isOne = (told: Claim) =>
    isTold(told) && (told.key.startsWith('license') || (told.key === 'trialEnd' && told.distance <= BESIDE_ITS_WORDS))
  const others = claims.filter(
    other =>
      other.key === claim.key &&
      (claim.alike ? other.alike : other === claim || (isOne(claim) && isOne(other) && isGuess(other) === isGuess(claim))),
  )
  return others.some(other => other.days()[0] !== day) ? others : []
}

/** Between two of a list, in tokens: "an L on 6 March, an M on 20 February". */
const MAX_BETWEEN = 6

/** A day that no word makes a fact, or that is today, on which somebody speaks, is one of several only in a list with another of them. */
function isBesideOther(claim: Claim, claims: readonly Claim[], today: Day): boolean {
  const { from, to, sentence } = claim.place
  // "Last Tuesday: today" are no two days of one list.
  const least = claim.days()[0] === today ? 2 : 1
  return claims.some(({ key, place }) => {
    const between = Math.max(place.from - to, from - place.to)
    return key === claim.key && place.sentence === sentence && between >= least && between <= MAX_BETWEEN
  })
}

/** One day per fact: the claim whose words stand nearest; guesses only where nothing was said. */
function settle(claims: readonly Claim[], today: Day): Settled {
  const facts: Partial<Record<DateKey, Day>> = {}
  const unclear: Unclear[] = []
  const taken = new Set<DateKey>()
  const guessed = claims.filter(({ distance }) => distance === GUESS).map(({ key }) => key)
  for (const claim of [...claims].sort((one, two) => one.distance - two.distance)) {
    if (taken.has(claim.key)) continue
    taken.add(claim.key)
    const rivals = rivalsOf(claim, claims, today)
    if (rivals.some(({ alike }) => alike === 'partly')) continue
    const read = rivals.length > 0 ? [...new Set(rivals.flatMap(rival => rival.days()))] : claim.days()
    // Which day of a year long ago it was makes no difference: no such day is accepted.
    const days = read.every(day => day < FIRST_DAY) ? read.slice(0, 1) : read
    const [only] = days
    if (only && days.length === 1 && !claim.loose) facts[claim.key] = only
    else unclear.push({ fact: claim.key, text: textOf(rivals) ?? claim.text, readings: days })
  }
  return { facts, unclear, guessed: guessed.filter(key => !claims.some(claim => claim.key === key && claim.distance < GUESS)) }
}

/** "Bought 5 March, ends 4 March": the end is the one behind the start. "Ended 1 March, bought a new one 5 March": the end was another's. */
function endAfterStart(dated: Settled, claims: readonly Claim[]): Settled {
  const facts = { ...dated.facts }
  for (const [from, to] of [
    ['licenseStart', 'licenseEnd'],
    ['trialStart', 'trialEnd'],
  ] as const) {
    const [start, end] = [facts[from], facts[to]]
    if (!start || !end || end >= start) continue
    const claim = claims.find(({ key, days }) => key === to && days()[0] === end)
    const later = claim?.coming()[0]
    if (to === 'licenseEnd' && claim?.isOver) delete facts[to]
    // No trial runs for most of a year: one of the two is wrong, which the rules refuse.
    else if (later && later > start && (to === 'licenseEnd' || daysBetween(start, later) <= LONGEST_TRIAL)) facts[to] = later
  }
  return { ...dated, facts }
}

/** In days. */
const LONGEST_TRIAL = 180

/** "3 April, 10 April or 20 May" */
function textOf(rivals: readonly Claim[]): string | undefined {
  const texts = rivals.map(({ text }) => text)
  return texts.length > 1 ? `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}` : undefined
}
