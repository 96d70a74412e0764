import { word } from '../tokens.ts'
import type { Figure } from './figures.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { nameBefore, nameBehind } from './site-phrases.ts'

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
