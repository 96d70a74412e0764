import type { Token } from '../tokens.ts'
import { word } from './date-parts.ts'
import { subjectOf } from './subject-words.ts'

/** What puts a length before "by" behind an end: "missed the renewal by five days", "late by three weeks". */
export const LATE = /^(?:late|missed|miss|overdue|exceeded|overran|passed|past|behind|overshot)$/u
/** What makes "before 5 days" mean "5 days ago", as some speakers say it. */
export const DONE = /^(?:bought|buyed|purchased|ordered|paid|pay|started|activated|expired|ended|finished|lapsed|did|done|got|taken|took)$/u
export const hasWord = (tokens: readonly Token[], at: number, words: RegExp) =>
  tokens.slice(Math.max(0, at - 6), at).some(token => words.test(token.text))

export const isFree = (token: Token | undefined) =>
  !token ||
  token.kind === 'break' ||
  /^[,.;:!?)(-]$/u.test(token.text) ||
  /^(?:and|but|so|can|then|which|what|before|until|till)$/u.test(token.text)

/** "the trial has 24 days.", "we have still 40 days", "about to finish (6 days)": what is left, though nobody says so. */
export function isOwned(tokens: readonly Token[], at: number, to: number): boolean {
  const end = word(tokens, to) === 'on' && ['it', 'this', 'that'].includes(word(tokens, to + 1)) ? to + 2 : to
  if (!isFree(tokens[end === to && ['still', 'now', 'yet'].includes(word(tokens, to)) ? to + 1 : end])) return false
  if (word(tokens, at - 1) === '(')
    return (
      word(tokens, to) === ')' &&
      hasWord(tokens, at - 1, /^(?:finish|finishing|end|ending|ends|expire|expires|expiring|over|up|out)$/u) &&
      !hasWord(tokens, at - 1, /^(?:extend|extended|extension|longer|more)$/u)
    )
  let before = at - 1
  while (['still', 'only', 'just', 'about', 'like', 'maybe', 'another', 'exactly', 'barely', 'around'].includes(word(tokens, before)))
    before -= 1
  if (!/^(?:have|has|we've|i've|'ve|got|it's got|having)$/u.test(word(tokens, before))) return false
  return ![1, 2].some(back =>
    /^(?:do|does|did|if|can|could|will|would|to|must|should|customers?|everyone|you)$/u.test(word(tokens, before - back)),
  )
}

/** "licence lapsed, 20 days now", "60 days without a valid licence": for so long it has been over. */
export function isUnlicensed(tokens: readonly Token[], at: number, to: number): boolean {
  if (word(tokens, to) === 'without') return tokens.slice(to + 1, to + 5).some(({ text }) => subjectOf(text) === 'licence')
  return word(tokens, to) === 'now' && /^[,-]$/u.test(word(tokens, at - 1)) && hasWord(tokens, at - 1, OVER)
}
const OVER = /^(?:lapsed|expired|ended|over|missed|renew|unrenewed|overdue|late)$/u

/** "into the trial", "into our 60-day evaluation", but "into the year" and "into a trial". */
export const isRunning = (tokens: readonly Token[], at: number) =>
  /^(?:the|our|my|this|their|his|her)$/u.test(word(tokens, at)) &&
  tokens.slice(at + 1, at + 5).some(({ kind, text }) => kind === 'word' && text !== 'year' && subjectOf(text) !== undefined)
