import { readLines } from '../text.ts'
import type { ListRead } from './line-kinds.ts'
import { readOne } from './site-lists.ts'

/** With a name, or a number of sites, which "about 400" and "only 400" don't begin with. */
const begins =
  /^\s*(?!(?:about|around|ca\b|circa|customer|client|approx\w*|roughly|maybe|perhaps|only|some|probably|we|it|its|i|the|there|over|under|yes|no|ok|so|just|exactly|total|all|my|our|each|actually|really|sorry|oops|wait|correction|rather|instead|not|nope|well|hmm?|then|also|and|plus|at|up|more|less|start|make|add|both|everything|every|times|x|drop|remove|delete|without|swap|replace|split)\b)(?:\p{L}|\d+ ?[x×*] ?\d)/iu

/** "Lyon 400", "Leeds tbd": a list of one line, where sites are asked for. */
export function oneSite(text: string, words: readonly string[]): ListRead | undefined {
  if (words.length > 6 || text.trim().includes('\n') || words.includes('zask') || words.includes('zdate') || !begins.test(text))
    return undefined
  return readOne(readLines(text.trim()))
}
