const NOT = "(?:not|no|isn't|isnt|aren't|never|without|n't|neither|nor)"
const COMPARED = /\b(?:like|like in|as in|parity with|than|than in|versus|vs|unlike) (?:the )?$/u
const NEGATED = new RegExp(`(?:^| )${NOT}(?: an?| the| on| in| our| under| a)?(?: an?| the)? $`, 'u')
const negated = (words: string, at: number) => NEGATED.test(words.slice(Math.max(0, at - 30), at))

/** What a message says, with the words around it. */
export interface Affirmed<Value> {
  readonly value: Value
  readonly at: number
  readonly before: string
  readonly after: string
}

/** The (global) patterns' matches that aren't denied ("not MCA but EA"), in their order in the text. */
export function affirmed<Value>(words: string, patterns: readonly (readonly [Value, RegExp])[]): Affirmed<Value>[] {
  const found: Affirmed<Value>[] = []
  for (const [value, pattern] of patterns) {
    // `matchAll` would copy each pattern, for most of which there is no match.
    for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
      const at = match.index
      const before = words.slice(Math.max(0, at - 30), at)
      const after = words.slice(pattern.lastIndex, pattern.lastIndex + 30)
      if (!negated(words, at) && !COMPARED.test(before)) found.push({ value, at, before, after })
    }
  }
  return found.sort((one, two) => one.at - two.at)
}
