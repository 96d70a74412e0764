import { type Token, word, written } from '../tokens.ts'
import type { Figure } from './figures.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { siteName } from './site-names.ts'
import { nameBefore, nameBehind, runBefore, runFrom } from './site-phrases.ts'
import { isDeviceNoun, isOtherNoun, isPlaceNoun } from './site-words.ts'

// Which names belong to which counts of a sentence.

/** "300 in Munich, 120 in Hamburg": over a comma, the name behind a count is nearer than the one before, which may be that of the count before. */
export function nameOf({ tokens, figures }: Phrase, figure: Figure): string | undefined {
  const behind = nameBehind(tokens, figure)
  const before = nameBefore(tokens, figure)
  if (!/^(?:,|and)$/u.test(word(tokens, figure.at - 1))) return before ?? behind
  const last = figures[figures.indexOf(figure) - 1]
  return behind ?? (last && nameBehind(tokens, last) === before ? undefined : before)
}

/** Whether a count has a name of its own. */
export const isNamed = (phrase: Phrase, { figure }: Draft) => phrase.labels.has(figure.at) || nameOf(phrase, figure) !== undefined

/** "Graz 300 PLCs and 40 HMIs at Linz": counts that have names of their own. */
export const areApart = (phrase: Phrase, drafts: readonly Draft[]) =>
  new Set(drafts.flatMap(({ figure }) => phrase.labels.get(figure.at) ?? nameOf(phrase, figure) ?? [])).size > 1

const JOINS = /^(?:,|;|and|&|\+|plus|or|\/)$/u
const LEADS =
  /^(?:have|has|had|with|w|at|of|run|need|needs|got|are|is|all|each|both|together|combined|jointly|about|around|roughly|approx|some|,|:|-|~|=)$/u
const BEHIND = /^(?:devices?|assets?|endpoints?|each|apiece|respectively|resp|in|at|for|our|the)$/u

/** "Malmö and Lund, 130 devices each", "250 each in Paris, Lyon and Nice": the names that share a count; none where there is but one. */
export function sharedNames(tokens: readonly Token[], { at, to }: Figure): string[] {
  const before = namesBefore(tokens, at)
  const names = before.length > 1 ? before : namesBehind(tokens, to)
  return names.length > 1 ? names : []
}

/** The names that stand in a row before a count: "Malmö and Lund have". */
export function namesBefore(tokens: readonly Token[], figure: number): string[] {
  const names: string[] = []
  let to = figure
  while (to > figure - 6 && LEADS.test(word(tokens, to - 1))) to -= 1
  for (;;) {
    const from = runBefore(tokens, to)
    const name = from < to ? siteName(written(tokens, from, to)) : undefined
    if (name === undefined) return names
    names.unshift(name)
    to = from
    while (JOINS.test(word(tokens, to - 1))) to -= 1
    if (to === from) return names
  }
}

/** The names that stand in a row behind a count: "each in Paris and Lyon". */
export function namesBehind(tokens: readonly Token[], end: number): string[] {
  const names: string[] = []
  let at = end
  while (at < end + 6 && BEHIND.test(word(tokens, at))) at += 1
  for (;;) {
    const to = runFrom(tokens, at)
    const name = to > at ? siteName(written(tokens, at, to)) : undefined
    if (name === undefined) return names
    names.push(name)
    at = to
    while (JOINS.test(word(tokens, at))) at += 1
    if (at === to) return names
  }
}

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
