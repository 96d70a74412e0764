import { type Token, word, written } from '../tokens.ts'
import type { Figure } from './figures.ts'
import { siteName } from './site-names.ts'
import { runBefore, runFrom } from './site-phrases.ts'

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
