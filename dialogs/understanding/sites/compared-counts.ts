import { type Token, word } from '../tokens.ts'
import { type Found, WHY } from './found.ts'
import { isPlaceNoun } from './site-words.ts'

// Sites whose count is told as that of another one, or a multiple of it.

/** "Lyon", "site B": what a count may be that of. */
export const isName = (token: Token | undefined) =>
  token?.kind === 'word' && (/^\p{Lu}.*\p{Ll}/u.test(token.raw) || /^\p{Lu}$/u.test(token.raw))

/** "Same in Nice", "double in Rome", "twice as many at Bari". */
export function comparedAt(tokens: readonly Token[], at: number): Found | undefined {
  if (!/^(?:same|double|twice|triple)$/u.test(word(tokens, at))) return undefined
  const to = tokens.findIndex(({ text }, index) => index > at && index < at + 5 && /^(?:in|at)$/u.test(text))
  const between = tokens.slice(at + 1, to)
  if (
    to < 0 ||
    !between.every(({ text }) => /^(?:as|many|much|that|the|number)$/u.test(text)) ||
    !/^\p{Lu}/u.test(tokens[to + 1]?.raw ?? '')
  )
    return undefined
  return { from: at, to: to + 2, why: WHY.other }
}

/** "Ghent 400, Bruges the same", "Bruges twice that", "site B four times as many": behind a name. */
export function sameAt(tokens: readonly Token[], at: number): Found | undefined {
  const isTimes = tokens[at]?.kind === 'number' && word(tokens, at + 1) === 'times' && /^(?:as|that|this)$/u.test(word(tokens, at + 2))
  if (!isTimes && !/^(?:same|ditto|double|twice|triple|half)$/u.test(word(tokens, at))) return undefined
  let from = at
  while (from > at - 3 && /^(?:the|has|have|is|about|:|=|-)$/u.test(word(tokens, from - 1))) from -= 1
  let to = isTimes ? at + 2 : at + 1
  while (to < at + 5 && /^(?:of|that|as|again|number|amount|count|many|much|devices)$/u.test(word(tokens, to))) to += 1
  const next = tokens[to]
  const ends = !next || next.kind === 'break' || /^(?:[,;.!?]|and|too|there)$/u.test(next.text)
  const isNumbered = tokens[from - 1]?.kind === 'number' && isPlaceNoun(word(tokens, from - 2))
  return (isName(tokens[from - 1]) || isNumbered) && ends ? { from, to, why: WHY.other } : undefined
}
