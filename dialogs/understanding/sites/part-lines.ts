import { mergeNumbers } from '../numbers.ts'
import type { Line } from '../text.ts'
import { tokenize } from '../tokens.ts'
import { findFigures } from './figures.ts'
import { MAX_LINE } from './list-entries.ts'
import { withoutProducts } from './products.ts'
import { sumOfSorts, withoutSortParts } from './sort-parts.ts'

const MAY_TELL = /\b(?:ot|it|iot|iiot|ics)\b|\d[\d.,]{0,9}k? \p{L}[^\d\n]{1,60}\d/iu

/** A line of a list with the parts of its count left out: "Lyon 400 total (300 OT)" is "Lyon 400", "3x400=1200" is "3x400". */
export function withoutPartsIn(written: Line): Line {
  const line = withoutProducts(written)
  if (line.role !== 'body' || line.text.length > MAX_LINE || line.text.includes('\t') || !MAY_TELL.test(line.text)) return line
  const tokens = mergeNumbers(tokenize([line]))
  const told = findFigures(tokens, () => false)
  const sum = sumOfSorts(tokens, told)
  if (sum) return { ...line, text: `${line.text.slice(0, tokens[sum.from]?.start)}${sum.devices}` }
  const { figures, doubted } = withoutSortParts(tokens, told)
  const parts = told.filter(({ value, to }) => !figures.some(figure => figure.value === value && figure.to === to))
  const [whole, another] = figures
  if (!whole || another || parts.length === 0 || doubted.length > 0) return line
  const first = tokens[whole.at]
  // The number stands at its own place where parts of it stand before it.
  const own = tokens.find(({ value, kind }, at) => kind === 'number' && value === whole.value && at < whole.to && at >= whole.at)
  return first && own ? { ...line, text: `${line.text.slice(0, first.start)}${own.raw}` } : line
}
