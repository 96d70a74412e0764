import { type Token, word } from '../tokens.ts'
import type { Found } from './found.ts'
import { isHolding, isPlaceNoun, isPlacesNoun } from './site-words.ts'

const isNumber = (tokens: readonly Token[], at: number) => tokens[at]?.kind === 'number'

/** "15 to 20 sites with 60 devices each", "15+ sites of 60", "at least 15 sites": nobody said how many; undefined for all other numbers. */
export function vaguePlacesAt(tokens: readonly Token[], at: number): Found | undefined {
  const first = firstNumber(tokens, at)
  if (first === undefined) return undefined
  const isRange = /^(?:to|-|or|and)$/u.test(word(tokens, first + 1)) && isNumber(tokens, first + 2)
  const isMore = word(tokens, first + 1) === '+'
  if (first === at && !isRange && !isMore) return undefined
  const last = isRange ? first + 2 : isMore ? first + 1 : first
  let noun = last + 1
  while (noun < last + 3 && tokens[noun]?.kind === 'word' && !isPlaceNoun(word(tokens, noun))) noun += 1
  if (!isPlacesNoun(word(tokens, noun))) return undefined
  let devices = noun + 1
  while (devices < noun + 5 && (word(tokens, devices) === ',' || isHolding(word(tokens, devices)))) devices += 1
  return isNumber(tokens, devices) && devices > noun + 1 ? { from: at, to: devices + 1, why: 'no exact number of sites' } : undefined
}

/** The number at `at`, or behind "at least", "between"; one of a range has to be below the other. */
function firstNumber(tokens: readonly Token[], at: number): number | undefined {
  if (isNumber(tokens, at)) return isAbove(tokens, at) ? at : undefined
  const to = /^(?:over|above|under|below|between|min|max|nearly|almost)$/u.test(word(tokens, at))
    ? at + 1
    : /^(?:at (?:least|most)|more than|less than|fewer than|up to)$/u.test(`${word(tokens, at)} ${word(tokens, at + 1)}`)
      ? at + 2
      : undefined
  return to !== undefined && isNumber(tokens, to) ? to : undefined
}

const isAbove = (tokens: readonly Token[], at: number) =>
  !isNumber(tokens, at + 2) || (tokens[at + 2]?.value ?? 0) > (tokens[at]?.value ?? 0)
