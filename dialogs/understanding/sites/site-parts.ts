import { type Token, word } from '../tokens.ts'
import type { Figure } from './figures.ts'
import { isFloor, isHolding } from './site-words.ts'

// Counts of the parts of a site: its floors, and what a bracket behind a count breaks it down into.

const MOST_FLOORS = 200

/** Where a count is said to be that of one floor: "120 devices per floor", "40 on each floor". */
export function isPerFloor(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + 6; next += 1) {
    if (tokens[next]?.kind === 'number' || tokens[next]?.kind === 'break') return false
    if (/^(?:per|each|every|a)$/u.test(word(tokens, next)) && isFloor(word(tokens, next + 1))) return true
  }
  return false
}

/** The number of floors that a figure counts: "3 floors", "a 12-storey tower"; undefined for any other. */
const floorsOf = (tokens: readonly Token[], { at, value }: Figure) => {
  const noun = word(tokens, at + 1) === '-' ? at + 2 : at + 1
  return isFloor(word(tokens, noun)) && value > 0 && value <= MOST_FLOORS ? { value, to: noun + 1 } : undefined
}

/** "3 floors of 120 devices", "120 devices per floor, 3 floors": what all floors have is one count. */
export function ofAllFloors(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const floors = figures.find(figure => floorsOf(tokens, figure))
  const counted = floors && floorsOf(tokens, floors)
  if (!floors || !counted) return [...figures]
  const each =
    figures.find(({ at }) => isPerFloor(tokens, at)) ??
    figures.find(
      ({ at }) =>
        at > floors.at && at - counted.to <= 3 && tokens.slice(counted.to, at).every(({ text }) => text === ',' || isHolding(text)),
    )
  if (!each || each === floors) return [...figures]
  const [first, last] = floors.at < each.at ? [floors, each] : [each, floors]
  const all: Figure = {
    at: first.at,
    to: Math.max(last.to, counted.to),
    value: counted.value * each.value,
    role: 'devices',
    explicit: true,
  }
  return figures.flatMap(figure => (figure === first ? [all] : figure === last ? [] : [figure]))
}

/** "1,300 devices altogether, 400 in Ghent, the rest in Bruges": what is left of the whole. */
export function withRemainder(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const [whole, ...parts] = figures
  const at = tokens.findIndex(({ text }, index) => /^(?:rest|remainder)$/u.test(text) && isPlaced(tokens, index))
  if (!whole || at < 0 || parts.length === 0 || parts.some(part => part.at > at || part.role === 'places')) return [...figures]
  const left = whole.value - parts.reduce((sum, { value }) => sum + value, 0)
  return left > 0 ? [...parts, { at, to: at + 1, value: left, role: 'devices' }] : [...figures]
}

/** "The rest is in Bruges", with no number of its own. */
const isPlaced = (tokens: readonly Token[], at: number) => {
  const place = /^(?:is|are|sits?)$/u.test(word(tokens, at + 1)) ? at + 2 : at + 1
  return (
    /^(?:in|at)$/u.test(word(tokens, place)) &&
    /^\p{Lu}/u.test(tokens[place + 1]?.raw ?? '') &&
    !tokens.slice(place, place + 6).some(({ kind }) => kind === 'number')
  )
}

const MOST_PARTS = 12

/** Where a bracket ends that is no longer than a breakdown. */
function closing(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < from + 4 * MOST_PARTS; at += 1) if (word(tokens, at) === ')') return at
  return -1
}

/** "Ghent 400 (250 OT, 150 IT)": what a bracket breaks a count down into is no count of its own. */
export function withoutBreakdown(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const kept: Figure[] = []
  for (let index = 0; index < figures.length; index += 1) {
    const whole = figures[index] as Figure
    const end = word(tokens, whole.to) === '(' ? closing(tokens, whole.to) : -1
    const parts = figures.slice(index + 1, index + MOST_PARTS).filter(({ at }) => at < end)
    const isIncluded =
      parts.length > 0 && tokens.slice(whole.to, end).some(({ text }) => /^(?:incl|included|including|thereof)$/u.test(text))
    const isBreakdown = isIncluded || (parts.length > 1 && parts.reduce((sum, { value }) => sum + value, 0) === whole.value)
    kept.push(isBreakdown ? { ...whole, to: end + 1 } : whole)
    if (isBreakdown) index += parts.length
  }
  return kept
}
