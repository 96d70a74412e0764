// Numbers in words, for those who read tokens and those who look for a few words.

/** Words one after the other, each with its number. */
export const numbered = (words: string, from: number, step = 1) =>
  words.split(' ').map((word, index): [string, number] => [word, from + index * step])

/** One to nineteen. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  numbered(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    1,
  ),
)
/** Twenty to ninety. */
export const TENS: ReadonlyMap<string, number> = new Map([
  ...numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['fourty', 40] as const,
])

const small = [...SMALL_NUMBERS.keys()]
/** "Seven", "fifteen", "twenty-one": a number below a hundred, for patterns. */
export const NUMBER_WORD = `(?:${[...TENS.keys()].join('|')})(?:[ -](?:${small.slice(0, 9).join('|')}))?|${small.join('|')}`

/** The number that such words are. */
export function numberOf(words: string): number | undefined {
  const [first = '', second = ''] = words.toLowerCase().split(/[ -]/)
  const tens = TENS.get(first)
  return tens === undefined ? SMALL_NUMBERS.get(first) : tens + (SMALL_NUMBERS.get(second) ?? 0)
}
