import { type Token, word } from '../tokens.ts'
import { countsDevices, type Figure } from './figures.ts'

// Halves and other shares of a count that was told before them.

/** "half that", "half of that": half the count before. */
export function withHalves(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const all = [...figures]
  for (let at = 0; at < tokens.length; at += 1) {
    const that = word(tokens, at) === 'half' ? (word(tokens, at + 1) === 'of' ? at + 2 : at + 1) : at
    const before =
      that > at && word(tokens, that) === 'that' ? figures.findLast(figure => figure.at < at && countsDevices(figure)) : undefined
    if (before && before.value % 2 === 0) all.push({ at, to: that + 1, value: before.value / 2, role: 'devices' })
  }
  return inOrder(halved(tokens, all) ?? withShares(tokens, all) ?? all)
}

const inOrder = (figures: readonly Figure[]) => [...figures].sort((one, two) => one.at - two.at)

/** "of the 900 devices half are in Cork and half in Kerry": two halves in place of the whole. */
function halved(tokens: readonly Token[], figures: readonly Figure[]): Figure[] | undefined {
  const halves = tokens.flatMap((token, at) => {
    if (token.text !== 'half') return []
    let to = at + 1
    while (/^(?:of|them|these|those|are|is|sit|stand)$/u.test(word(tokens, to))) to += 1
    return /^(?:in|at)$/u.test(word(tokens, to)) ? [{ at, to }] : []
  })
  const [first] = halves
  const whole = first && figures.findLast(figure => figure.at < first.at && countsDevices(figure))
  if (halves.length !== 2 || !whole || whole.value % 2 !== 0) return undefined
  const parts = halves.map(half => ({ ...half, value: whole.value / 2, role: 'devices' as const }))
  return [...figures.filter(figure => figure !== whole), ...parts]
}

/** The share that begins at a token: "half (of them)", "a third of the sites", "80 % of them". */
function shareAt(tokens: readonly Token[], at: number): { readonly share: number; readonly to: number } | undefined {
  const isPercent = tokens[at]?.kind === 'number' && /^(?:%|percent)$/u.test(word(tokens, at + 1))
  const share = isPercent ? (tokens[at]?.value ?? 0) / 100 : ({ half: 1 / 2, third: 1 / 3, quarter: 1 / 4 }[word(tokens, at)] ?? 0)
  let to = isPercent ? at + 2 : at + 1
  if (word(tokens, to) === 'of') to += /^(?:the|these|those|our)$/u.test(word(tokens, to + 1)) && isWord(tokens, to + 2) ? 3 : 2
  return share > 0 && share < 1 && /^(?:with|w|has|have|having|are|run|at)$/u.test(word(tokens, to)) ? { share, to } : undefined
}

const isWord = (tokens: readonly Token[], at: number) => tokens[at]?.kind === 'word'

/** "10 sites, 80 % of them with 100 devices, the rest 600": that many of the places, with their own count behind them. */
function withShares(tokens: readonly Token[], figures: readonly Figure[]): Figure[] | undefined {
  const [whole, another] = figures.filter(({ role, value }) => role === 'places' && value > 1)
  if (!whole || another) return undefined
  const shares = tokens.flatMap((_, at): Figure[] => {
    const found = at >= whole.to ? shareAt(tokens, at) : undefined
    const count = found && figures.find(figure => figure.at >= found.to && figure.at <= found.to + 3)
    const value = Math.round(whole.value * (found?.share ?? 0) * 1e6) / 1e6
    return found && count ? [{ at, to: found.to, value, role: 'places' }] : []
  })
  // Half of seven sites: nobody knows how many.
  if (shares.some(({ value }) => !Number.isInteger(value))) return [whole]
  return shares.length > 0 ? [...figures, ...shares] : undefined
}
