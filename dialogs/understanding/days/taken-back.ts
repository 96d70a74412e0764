import type { Token } from '../tokens.ts'
import { AROUND, MAX_APART, TAKES_BACK } from './corrected-day.ts'
import { wordsIn } from './date-parts.ts'
import type { Scene } from './date-scene.ts'
import type { Placed } from './hung-days.ts'

// Days that the next one takes the place of.

/** How far before a day stands what denies it: "we didn't buy the licence on". */
const MAX_DENIED = 7
/** "Doesn't end on", "no longer ends", "I thought it ends on". */
const NO_END =
  /(?:\b(?:doesn't|does not|isn't|is not|won't|not|no longer)(?: actually| really)? (?:end|ends|ending|expire|expires|expiring|over|due)|\b(?:thought|believed|assumed|was told)(?: (?:that|it|the|our|my|trial))* (?:ends|ended|expires|expired|is|was))(?: on| in| by)?(?: the)?$/u
const DENIES = /^(?:not|never|no|\S{2,6}n't|didnt|doesnt|wasnt|isnt|dont|wont)$/u

/** "3 April, no sorry, 20 May", "not on 3 April but on 20 May", "not the 20th, the 30th", "we didn't buy on 2 March but on 4 March": the day that comes next is meant. */
export function isTakenBack({ tokens, dates }: Pick<Scene, 'tokens' | 'dates'>, index: number): boolean {
  const [date, next] = [dates[index], dates[index + 1]]
  if (index > 0 && date && isInstead(tokens, date.from)) return true
  if (!date || !next) return false
  if (dates.length === 2 && isPutRightAtEnd(tokens, date, next)) return true
  if (next.from - date.to > MAX_APART) return false
  const between = tokens.slice(date.to, next.from)
  if (isFormer(tokens, date, next)) return true
  if (!between.every(({ text }) => text === '\n' || AROUND.has(text))) return false
  return isInstead(tokens, date.from) || isDenied(tokens, date.from, between) || TAKES_BACK.test(wordsIn(between))
}

/** "The end was 14 March, now 13 April", "it used to be the 14th and is the 20th now": what was gives way to what is now. */
function isFormer(tokens: readonly Token[], date: Placed, next: Placed): boolean {
  const between = tokens.slice(date.to, next.from)
  const isNow = between.some(({ text }) => text === 'now') || tokens[next.to]?.text === 'now'
  const was = WAS.test(wordsIn(tokens, date.from - MAX_DENIED, date.from)) || BEFORE.test(between[0]?.text ?? '')
  return was && isNow && between.every(({ text }) => IS_NOW.test(text) || BEFORE.test(text))
}
const WAS =
  /\b(?:was|were|used to|originally|initially|previously|formerly|(?:going|supposed|meant) to)(?: (?:be|end|ends|ended|expire|expired|on|until|till|the|in|by|due))*$/u
const BEFORE = /^(?:before|previously|originally|initially|formerly|earlier)$/u
const IS_NOW = /^(?:[,;.()\n-]|and|but|it|it's|is|now|then|ends|end|expires|until|till|the|on|new|date)$/u

/** "Ends 20 March, can I extend? No, sorry, 30 March": put right when all was said. */
function isPutRightAtEnd(tokens: readonly Token[], { to }: Placed, next: Placed): boolean {
  const said = tokens.slice(to, next.from)
  const last = said.slice(said.findLastIndex(({ text }) => /^[?!.]$/u.test(text)) + 1)
  const isEnd = tokens.slice(next.to).every(({ kind }) => kind === 'mark' || kind === 'break')
  return isEnd && last.length < said.length && last.every(({ text }) => AROUND.has(text)) && TAKES_BACK.test(wordsIn(last))
}

/** "ends on 5 June, not (on) 1 June", "28 April instead of 30 June" */
const isInstead = (tokens: readonly Token[], from: number) => INSTEAD.test(wordsIn(tokens, from - 3, from))
const INSTEAD = /(?:^| )(?:not|instead of|rather than)(?: on| until| the| by)?$/u

function isDenied(tokens: readonly Token[], at: number, between: readonly Token[]): boolean {
  if (!between.some(({ text }) => /^(?:but|it|it's|now)$/u.test(text))) return false
  const before = tokens.slice(Math.max(0, at - MAX_DENIED), at).map(({ text }) => text)
  const clause = before.slice(before.findLastIndex(text => /^(?:[.,;:?!\n]|and|but)$/u.test(text)) + 1)
  const isBut = between.some(({ text }) => text === 'but')
  return (isBut && clause.some(text => DENIES.test(text))) || NO_END.test(wordsIn(tokens, at - MAX_DENIED, at))
}
