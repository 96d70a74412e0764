const NOT = "(?:not|no|isn't|isnt|aren't|arent|wasn't|wasnt|never|without|n't|neither|nor)"
const COMPARED = /\b(?:like|like in|as in|parity with|than|than in|versus|vs|unlike) (?:the )?$/u
const NEGATED = new RegExp(`(?:^| )${NOT}(?: (?:through|via|by|with|on|in|under|our|an?|the)){0,2} $`, 'u')
/** "We don't have an EA", "we couldn't find a billing admin". */
const LACKED =
  /\b(?:(?:do|does|did|have|has|had|could|can)(?:n't|nt| not)|cannot|never|no longer) (?:have|had|got|get|use|used|find|hold|on|under|in|be|been|an?|the|any|our) (?:(?:got|an?|the|any|our|under|on) ){0,2}$/u
/** "I used to be global admin", "formerly EA". */
const FORMER = /\b(?:used to (?:be|have|use|hold)|formerly|previously|no longer) (?:(?:an?|the|on|under|with|our) ){0,2}$/u

/** Whether the words before a name deny it. */
export const isDenied = (before: string): boolean => NEGATED.test(before) || LACKED.test(before) || FORMER.test(before)

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
      if (!isDenied(before) && !COMPARED.test(before)) found.push({ value, at, before, after })
    }
  }
  return found.sort((one, two) => one.at - two.at)
}
