import { type Token, word, written } from '../tokens.ts'
import { countsDevices, type Figure } from './figures.ts'
import { siteName } from './site-names.ts'
import { nameBefore, runFrom } from './site-phrases.ts'
import { isDeviceNoun, isDirection, isOtherNoun, isPlaceNoun, TOTAL } from './site-words.ts'

// Labels of counts that are listed in one line.

const SEPARATORS = /^[,;/|+\n>]$/u

const NO_LABEL =
  /^(?:the|a|an|our|my|their|his|its|we|i|they|he|she|it|you|is|are|was|has|have|had|with|for|at|in|on|of|and|or|to|from|about|around|need|which|what|how|one|each|per|every|plus|so|but|if|then|than|that|this|up|total|only|maybe|now|get|can|do|does|will|would|should|please|pls|not|no|size|sizes|licen[cs]es?|lic|quick|need|between|over|under|both|all|first|second|only|side|like|expects?|says?|roughly|total:|x)$/u

/**
 * Counts listed in one line with labels of any kind before them: "rail yard 150 / pit 480 / port 260". Gives each count's token its label;
 * at least two have to stand one behind the other.
 */
export function inlineLabels(tokens: readonly Token[], figures: readonly Figure[]): ReadonlyMap<number, string> {
  const behind = labelsBehind(tokens, figures)
  if (behind) return behind
  const labels = new Map<number, string>()
  const label = figures.map(figure => (countsDevices(figure) ? labelOf(tokens, figure) : undefined))
  figures.forEach((figure, index) => {
    const text = label[index]
    const before = index > 0 && label[index - 1] !== undefined && separated(tokens, figures[index - 1], figure)
    const after = label[index + 1] !== undefined && separated(tokens, figure, figures[index + 1])
    if (text !== undefined && (before || after)) labels.set(figure.at, text)
  })
  return labels
}

/** "400 Ghent, 900 Bruges and 6k - Mons": every count has its name right behind it, and the first one none before. */
function labelsBehind(tokens: readonly Token[], figures: readonly Figure[]): ReadonlyMap<number, string> | undefined {
  const [first, ...others] = figures
  if (!first || others.length === 0 || nameBefore(tokens, first) !== undefined) return undefined
  const labels = new Map<number, string>()
  for (const figure of figures) {
    const { at, to } = figure
    const isBracketed = word(tokens, to) === '('
    const from = isBracketed || word(tokens, to) === '-' ? to + 1 : to
    const end = runFrom(tokens, from)
    if (isBracketed && word(tokens, end) !== ')') return undefined
    const next = tokens[isBracketed ? end + 1 : end]
    const isApart = !next || next.kind === 'break' || next.kind === 'number' || /^(?:[,;/|+&.?!]|and|plus)$/u.test(next.text)
    const name = end > from && isApart ? siteName(written(tokens, from, end)) : undefined
    if (name === undefined || !countsDevices(figure)) return undefined
    labels.set(at, name)
  }
  return labels
}

function labelOf(tokens: readonly Token[], figure: Figure): string | undefined {
  let from = figure.at
  if (/^[=:(-]$/u.test(word(tokens, from - 1))) from -= 1
  if (word(tokens, from - 1) === '>') return undefined
  if (word(tokens, from - 1) === '.' && /^(?:ca|approx)$/u.test(word(tokens, from - 2))) from -= 2
  else if (/^(?:~|ca|circa|approx|about|around)$/u.test(word(tokens, from - 1))) from -= 1
  const to = from
  while (from > to - 7) {
    const token = tokens[from - 1]
    if (!token || token.kind === 'break' || SEPARATORS.test(token.text) || /^[:)("!?]$/u.test(token.text) || token.text === 'and') break
    if (token.kind === 'number' && !(isPlaceNoun(word(tokens, from - 2)) || token.value === undefined)) return undefined
    if (token.kind === 'mark' && !/^[.'#&-]$/u.test(token.text)) {
      if (/^\p{So}|\p{Extended_Pictographic}/u.test(token.raw)) break
      return undefined
    }
    if (token.text === '.' && (word(tokens, from - 2).length > 2 || !tokens[from]?.spaced)) break
    if (/^(?:für|fur|pour|para|das|der|die|und|et|y|e|oder)$/u.test(token.text)) break
    // "Los Angeles", "La Spezia"
    if (/^(?:le|la|les|el|los)$/u.test(token.raw)) break
    // "plants in bilbao (310), vigo (95)"
    if (
      /^(?:in|at)$/u.test(token.text) &&
      from < to &&
      !/^(?:total|all|sum|scope|each|use|stock|average|production|the|our|a|an|one|this)$/u.test(word(tokens, from))
    )
      break
    if ((NO_LABEL.test(token.text) && token.raw !== 'A') || isOtherNoun(token.text)) return undefined
    from -= 1
  }
  if (from === to || from === to - 7) return undefined
  const name = siteName(written(tokens, from, to))
  return name && /\p{L}/u.test(name) && !TOTAL.test(name) && !isDirection(name.toLowerCase()) && !isDeviceNoun(name.toLowerCase())
    ? name
    : undefined
}

/** Only a separator, what is counted, and the next label stand between two counts. */
function separated(tokens: readonly Token[], one: Figure | undefined, two: Figure | undefined): boolean {
  if (!one || !two || two.at - one.to > 8) return false
  const between = tokens.slice(one.to, two.at)
  const marks = between.filter(token => SEPARATORS.test(token.text) || token.kind === 'break' || token.text === 'and')
  const paired = between[0]?.text === 'and' || (between[0]?.text === ')' && between[1]?.text === 'and')
  if (paired && marks.length === 1 && between.length <= 5)
    return between.every(token => token.kind === 'word' || /^[()]$/u.test(token.text))
  return marks.length >= 1 && marks.length <= 2 && marks.some(token => token.text !== 'and') && /^[,;/|+\n)]$/u.test(between[0]?.text ?? '')
}
