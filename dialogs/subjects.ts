import { MAX_PHRASE } from './phrases.ts'

// The sites that a message names.

const notSubjects =
  /\b(trial|licen[cs]e|refund|money|sales|reminder|renewal|grace|data|e[35]|gcc|dod|size|price|me|us|you|that|this|it|free|now|extension|devices?|hardware|thanks|xs|xl|[sml]|mca|mosa|ea|csp|admin|iot|agreement|today|tomorrow|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b|\d/i

/** The site in "and for Lyon?": the same question about another one. A name alone must be capitalised. */
export function subjectIn(text: string): string | undefined {
  if (text.length > MAX_PHRASE) return undefined
  const said =
    /^\W*(?:and |so |ok,? )*(?:what about|how about|what|how|and|for)?\s*(for|at|in)\s+(?:our |the )?(\p{L}[\p{L} .'-]{1,40}?)(?:\s+(?:again|only|alone))?\s*\??\W*$/iu.exec(
      text,
    )?.[2]
  const named = /^\W*(?:and|what about|how about)\s+(?:our |the )?(\p{Lu}[\p{L} .'-]{1,40}?)(?:\s+again)?\s*\??\W*$/u.exec(text)?.[1]
  const name = (said ?? named)?.trim()
  return name && !notSubjects.test(name) && name.split(' ').length <= 3 ? name : undefined
}

/** A site named in passing: "our trial in Hamburg". */
export function mentionedIn(text: string): string | undefined {
  const name = /\b(?:in|at|for|of)\s+(\p{Lu}\p{L}+)\b/u.exec(text)?.[1]
  return name && !notSubjects.test(name) && !/defender|microsoft|teams|azure/i.test(name) ? name : undefined
}
