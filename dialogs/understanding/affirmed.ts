const NOT = "(?:not|no|isn't|isnt|aren't|never|without|n't|neither|nor)"
const COMPARED = /\b(?:like|like in|as in|parity with|than|than in|versus|vs|unlike) (?:the )?$/u
const NEGATED = new RegExp(`(?:^| )${NOT}(?: an?| the| on| in| our| under| a)?(?: an?| the)? $`, 'u')
const negated = (words: string, at: number) => NEGATED.test(words.slice(Math.max(0, at - 30), at))

/** The first of the patterns' matches that isn't denied ("not MCA but EA") and stands where `fits` wants it. */
export function firstAffirmed<Value>(
  words: string,
  patterns: readonly (readonly [Value, RegExp])[],
  fits: (before: string, after: string) => boolean = () => true,
): Value | undefined {
  let best: { value: Value; at: number } | undefined
  for (const [value, pattern] of patterns) {
    for (const match of words.matchAll(pattern)) {
      const before = words.slice(Math.max(0, match.index - 30), match.index)
      const after = words.slice(match.index + match[0].length, match.index + match[0].length + 30)
      if (negated(words, match.index) || COMPARED.test(before) || !fits(before, after)) continue
      if (!best || match.index < best.at) best = { value, at: match.index }
      break
    }
  }
  return best?.value
}
