import { placeholders, settings } from './settings.ts'

const known = [...Object.keys(settings.shape), ...Object.keys(placeholders)]
/** What the libraries read. */
const ofLibraries = /^(AZURE|HTTPS?|IDENTITY|MSI|NODE|NO|OPENAI|OTEL|SSL|UV)_|^PG[A-Z]+$|^TZ$/i
/** One letter away from a name that is shorter are names of other programs. */
const LONG = 9

/** Whether the bot or a library reads a variable of this name. */
export const isRead = (name: string) => known.includes(name) || (ofLibraries.test(name) && meantBy(name) === undefined)

/** The variable that a name was meant for that the bot doesn't know: the same but for case and underscores, as the SDK writes its own, or for one letter. */
export function meantBy(name: string): string | undefined {
  if (known.includes(name)) return undefined
  const letters = lettersOf(name)
  return (
    known.find(each => lettersOf(each) === letters) ??
    known.find(each => lettersOf(each).length >= LONG && isOneLetterAway(lettersOf(each), letters))
  )
}

const lettersOf = (name: string) => name.replaceAll('_', '').toUpperCase()

/** A letter too many, too few, or another one, or two in each other's place. */
function isOneLetterAway(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [rest, otherRest] = [one.slice(at), other.slice(at)]
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  )
}
