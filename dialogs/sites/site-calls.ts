import type { Site } from '../../rules/facts.ts'
import { PLACE, PLACES } from '../understanding/sites/site-words.ts'

// What the sites in view are called: by their names, by these in short ("Nord" of "Plant Nord"), those without one as the card has it.

const nouns = `${PLACE}|${PLACES}|works|werk|standort|usine|building`
const NOUN = new RegExp(`^(?:${nouns})\\s+(?=\\p{L})|(?<=\\p{L}{3})\\s+(?:${nouns})$`, 'giu')

const shortOf = (name: string) => name.toLowerCase().replace(NOUN, '')

/** A letter or two are a word like any other in the middle of a message. */
const LEAST = 3

/** The sites by what they are called in a message, in lower case. */
export const callsOf = (before: readonly Site[]): ReadonlyMap<string, readonly Site[]> => called(before, LEAST)

/** Gives the whole name of what is called so, as it was written; any other as it is. */
export function wholeNames(before: readonly Site[]): (name: string) => string {
  const calls = called(before, 1)
  return name => calls.get(name.toLowerCase())?.[0]?.name ?? name
}

/** A short name that may be that of several is none. */
function called(before: readonly Site[], least: number): ReadonlyMap<string, readonly Site[]> {
  const whole = Map.groupBy(before, ({ name }, at) => name?.toLowerCase() ?? `site ${at + 1}`)
  const short = Map.groupBy(
    [...whole].filter(([name]) => shortOf(name) !== name && !/^site \d/.test(name)),
    ([name]) => shortOf(name),
  )
  const alone = [...short].flatMap(([name, [only, another]]) =>
    only && !another && name.length >= least && !whole.has(name) ? [[name, only[1]] as const] : [],
  )
  return new Map([...whole, ...alone])
}
