import type { Token } from '../tokens.ts'
import type { Figure } from './figures.ts'
import { isDeviceNoun, isOtherNoun, isPlaceNoun } from './site-words.ts'

const NO_NAME =
  /^(?:total|scope|each|them|use|stock|production|operation|this|that|most|theory|older|newer|wired|wireless|active|inactive|online|offline|managed|unmanaged|today|tomorrow|later|currently|meanwhile|purchased|ordered|bought|licensed|still|maximum|minimum|more|less|extra|spare|approx|about|around|only|devices?|size|sizes|sizing|have|with|which|what|licen[cs]es?|altogether|overall|respectively|please|thanks|here|there|maybe|perhaps|probably|roughly|exactly|nearly|almost|first|second|third|last|next|another|others?|rest|former|formerly|north|south|east|west)$/u

/** A word in lower case that may be a place's name. */
export const isProperLower = (token: Token | undefined) =>
  token?.kind === 'word' &&
  token.text.length > 3 &&
  /^\p{Ll}+$/u.test(token.raw) &&
  ![isPlaceNoun, isDeviceNoun, isOtherNoun].some(is => is(token.text)) &&
  !NO_NAME.test(token.text)

const isFree = (token: Token | undefined) => !token || token.kind === 'break' || /^(?:,|;|\.|\?|!|and|n|&|plus|\+|\/)$/u.test(token.text)

/** Where a name in lower case may stand beside its count. */
const places: readonly ((tokens: readonly Token[], figure: Figure) => Token | undefined)[] = [
  // "85 devs in singapore"
  (tokens, { to }) => (/^(?:in|at)$/u.test(tokens[to]?.text ?? '') && isFree(tokens[to + 2]) ? tokens[to + 1] : undefined),
  // "3200 chennai"
  (tokens, { at, to }) => (to === at + 1 && isFree(tokens[to + 1]) ? tokens[to] : undefined),
  // "chennai (3200)", "sizing for chennai 3200"
  (tokens, { at }) => {
    const name = tokens[at - 1]?.text === '(' ? at - 2 : at - 1
    return isFree(tokens[name - 1]) || tokens[name - 1]?.text === 'for' ? tokens[name] : undefined
  },
]

/** "85 devs in singapore and 260 in batam", "chennai (3200) & pune (450)": names in lower case count where every count has one in the same place. */
export function lowerNames(tokens: readonly Token[], figures: readonly Figure[]): readonly string[] | undefined {
  for (const place of places) {
    const names = figures.map(figure => place(tokens, figure)).map(token => (isProperLower(token) ? token?.raw : undefined))
    const found = names.flatMap(name => name ?? [])
    if (found.length === figures.length && new Set(found).size === found.length) return found
  }
  return undefined
}
