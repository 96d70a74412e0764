import type { Line } from '../text.ts'
import { figureValue } from '../tokens.ts'

const PRODUCT =
  /(?<![\d.,])(?<times>\d{1,5})(?: \p{L}{2,12})? ?[x×*] ?(?<each>\d[\d.,]{0,8})(?<k>k?)(?: (?:devices?|each)){0,2}(?<result> ?= ?(?<all>\d[\d.,]{0,10})(?<kk>k?))(?![\p{L}\d.,])/giu

const numberOf = (figures = '', k = '') => figureValue(figures.replace(/[.,]$/u, '')) * (k === '' ? 1 : 1000)

/** "3x400=1200" as "3x400": what it comes to is no further count. A result that is wrong stays, and is told. */
export function withoutProducts(line: Line): Line {
  if (!line.text.includes('=') || !/\d/u.test(line.text)) return line
  return {
    ...line,
    text: line.text.replace(PRODUCT, (all: string, ...rest) => {
      const { times, each, k, result = '', all: sum, kk } = rest.at(-1) as Record<string, string>
      const isRight = numberOf(times) * numberOf(each, k) === numberOf(sum, kk)
      return isRight ? `${all.slice(0, all.length - result.length)}${' '.repeat(result.length)}` : all
    }),
  }
}
