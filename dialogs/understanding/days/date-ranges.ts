import { isPassing, type Scene } from './date-scene.ts'
import type { DateFound } from './dates.ts'

/** "15 Mar 2025 - 14 Mar 2026", "from 1 March to 30 March": the first starts, the second ends. An extension leads from the one end to the other. */
export function rangeKind(scene: Scene, index: number): 'start' | 'end' | 'none' | undefined {
  const joined = (first: DateFound | undefined, second: DateFound | undefined) => {
    if (!first || !second) return false
    const between = scene.tokens.slice(first.to, second.from).map(token => token.text)
    return between.length > 0 && between.length <= 2 && ['-', 'to', 'until', 'till', 'through', '>'].includes(between[0] ?? '')
  }
  if ([index - 1, index, index + 1].some(at => scene.dates[at] && isPassing(scene, scene.dates[at]))) return undefined
  const isFirst = joined(scene.dates[index], scene.dates[index + 1])
  if (!isFirst && !joined(scene.dates[index - 1], scene.dates[index])) return undefined
  const moved = movedBy(scene, scene.dates[isFirst ? index : index - 1])
  if (moved === undefined) return isFirst ? 'start' : 'end'
  return isFirst === (moved === 'wished') ? 'end' : 'none'
}

/** Whether the date at `index` is the end from which an extension is to lead to a later one. */
export const movedFrom = (scene: Scene, index: number): boolean =>
  scene.dates[index + 1] !== undefined && rangeKind(scene, index) === 'end' && movedBy(scene, scene.dates[index]) === 'wished'

const MOVES = /^(?:extend|extends|extended|extending|extension|prolong|prolonged|prolonging|prolongation|lengthen|lengthened)$/u
/** "The trial that runs from 1 March to 30 March". */
const RUNS = /^(?:runs?|ran|running|lasts?|lasting|lasted|goes|going|valid|active|is|was|[.!?;])$/u

/** Whether "from 15 April to 20 May" is how an end is to be moved, or was; undefined where it is a term. */
function movedBy({ tokens, sentence }: Scene, first: DateFound | undefined): 'wished' | 'done' | undefined {
  if (!first) return undefined
  const from = tokens[first.from - 1]?.text === 'the' ? first.from - 2 : first.from - 1
  if (tokens[from]?.text !== 'from') return undefined
  for (let at = from - 1; at >= 0 && from - at < 10 && sentence[at] === sentence[from]; at -= 1) {
    const { text } = tokens[at] ?? { text: '' }
    if (RUNS.test(text)) return undefined
    if (MOVES.test(text)) return isStated({ tokens, sentence }, at) ? 'done' : 'wished'
  }
  return undefined
}

const WISHED = /^(?:may|can|could|would|should|will|shall|might|if|want|need|like|please)$/u
/** "we just extended it to 6 May", "was prolonged until 8 May": done, not wished for. */
export function isStated({ tokens, sentence }: Pick<Scene, 'tokens' | 'sentence'>, at: number): boolean {
  if (!/^(?:extended|prolonged|pushed)$/u.test(tokens[at]?.text ?? '')) return false
  const from = Math.max(0, at - 8)
  if (tokens.slice(from, at).some(({ text }, index) => sentence[from + index] === sentence[at] && WISHED.test(text))) return false
  const before = tokens.slice(Math.max(0, at - 4), at).map(token => token.text)
  if (before.some(text => /^(?:be|can|could|to|get|would|should|will|may|if|not|want|need|it's)$/u.test(text))) return false
  return (
    before.length === 0 ||
    before.some(text => /^(?:was|were|been|got|just|we|i|they|he|she|has|have|had|already|\.|,|\n|trial|we've|i've|'ve)$/u.test(text)) ||
    tokens[at + 1]?.text === 'already'
  )
}
