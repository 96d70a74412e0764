import type { DateKey } from './days/date-tenses.ts'
import type { DateFound } from './days/dates.ts'
import { mergeNumbers } from './numbers.ts'
import { readLines } from './text.ts'
import { type Token, tokenize } from './tokens.ts'

/** A claim by somebody else (a model) that these words of a message are the day of this fact. */
export interface NamedDate {
  readonly fact: DateKey
  readonly words: string
}

/**
 * The dates of a message that are named. The words only point: they have to stand in the message, whole and in this order, and
 * the date is what the message says around them ("15 April" of "15 April 2025" is that one).
 */
export function findNamed(
  tokens: readonly Token[],
  dates: readonly DateFound[],
  named: readonly NamedDate[],
): ReadonlyMap<DateFound, DateKey> {
  const found = new Map<DateFound, DateKey>()
  for (const { fact, words } of named) {
    const [date, ...others] = datesIn(tokens, dates, wordsOf(words))
    if (date && others.length === 0 && !found.has(date)) found.set(date, fact)
  }
  return found
}

const wordsOf = (text: string) =>
  mergeNumbers(tokenize(readLines(text)))
    .filter(({ kind }) => kind !== 'break')
    .map(token => token.text)

/** The dates that a row of words touches, wherever it stands. */
function datesIn(tokens: readonly Token[], dates: readonly DateFound[], words: readonly string[]): DateFound[] {
  const starts = tokens.flatMap((_, at) => (words.length > 0 && words.every((word, next) => tokens[at + next]?.text === word) ? [at] : []))
  return dates.filter(({ from, to }) => starts.some(at => at < to && from < at + words.length))
}
