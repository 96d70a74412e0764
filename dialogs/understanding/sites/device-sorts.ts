import { between, word } from '../tokens.ts'
import { areApart, isNamed, nameOf } from './count-names.ts'
import { STOP } from './counted-nouns.ts'
import { type Sort, sortAt } from './device-kinds.ts'
import { endOfModules } from './held-devices.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { isAnyDevice } from './site-words.ts'

/** What stands between two counts that are added. */
const JOINT =
  /^(?:[,;.] )?(?:,|;|and|\+|&|plus|\/|as well as|along with|together with|in addition to|additionally|also)?(?: (?:also|another|additional|additionally|further|some|about|plus|the))?$/u

/** "The 400 OT devices, not the 800 IT devices": those count all the same. */
const LEFT_OUT = /^(?:, )?(?:but )?(?:not|excluding|without|except)(?: (?:for|the|our))*$/u

/** What the noun right behind a count, or its label, says of the devices: "IT laptops", "wired devices"; without a name for devices of any sort. */
function sortOf({ tokens }: Phrase, at: number): Sort | undefined {
  const known = sortAt(tokens, at)
  if (known) return known
  const next = isAnyDevice(word(tokens, at + 1)) || tokens[at + 1]?.kind !== 'word' || STOP.test(word(tokens, at + 1)) ? at + 1 : at + 2
  return isAnyDevice(word(tokens, next)) ? { name: between(tokens, at + 1, next), ofAll: false, from: at, to: next + 1 } : undefined
}

/** "300 OT and 150 IT devices", "12 stores with 30 cameras and 20 PLCs each": several sorts of devices at the same places count together. */
export function together(phrase: Phrase, drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = []
  for (const draft of drafts) {
    const last = merged.at(-1)
    const sum = last && sumOf(phrase, last, draft)
    if (sum) merged[merged.length - 1] = sum
    else merged.push(draft)
  }
  return merged
}

const SORT_BEHIND = /[ -]+(?:OT|IT|IoT)$/u

/** "300 OT in Lyon, 100 IT in Lyon": one site, named with each of its sorts. */
function areOfOneName(phrase: Phrase, one: Draft, other: Draft): boolean {
  const [name, another] = [one, other].map(({ figure }) => phrase.labels.get(figure.at)?.replace(SORT_BEHIND, '') ?? nameOf(phrase, figure))
  return name !== undefined && name === another
}

/** "Ulm 240 + 15 HMIs": a count of whatever devices, and more of one kind. */
const isBareBefore = ({ tokens }: Phrase, at: number, { name, from }: Sort) =>
  from === at + 2 && name !== '' && /^(?:\+|&|plus)$/u.test(word(tokens, at + 1))

function sumOf(phrase: Phrase, one: Draft, other: Draft): Draft | undefined {
  const at = one.lastAt ?? one.figure.at
  const another = sortOf(phrase, other.figure.at)
  const sort =
    sortOf(phrase, at) ?? (another && isBareBefore(phrase, at, another) ? { name: '', ofAll: false, from: at, to: at + 1 } : undefined)
  if (!sort || !another || sort.name === another.name) return undefined
  if (areApart(phrase, [one, other])) return undefined
  const to = endOfModules(phrase.tokens, sort.to) ?? sort.to
  const joint = between(phrase.tokens, to, another.from)
  const isLeftOut = sort.ofAll && another.ofAll && LEFT_OUT.test(joint)
  if (!JOINT.test(joint) && !isLeftOut && !(sort.ofAll && another.ofAll && areOfOneName(phrase, one, other))) return undefined
  // "310 devices, 40 laptops" may be part of them; "310 devices + 40 laptops" are more.
  if ((sort.name === '' || another.name === '') && joint.includes(',')) return undefined
  const counted = [one, other].filter(({ each, count = 1 }) => each && count > 1)
  // "2 plants: 300 PLCs and 200 HMIs" may be what each of them has.
  const perPlace = !isNamed(phrase, one) && phrase.figures.some(({ role, value }) => role === 'places' && value > 1)
  if (!(sort.ofAll && another.ofAll) && counted.length !== 1 && perPlace) return undefined
  if ([one, other].some(draft => draft.count !== undefined && !counted.includes(draft))) return undefined
  const places = counted[0] ?? other
  return { ...places, devices: one.devices + other.devices, figure: { ...other.figure, at: one.figure.at }, lastAt: other.figure.at }
}
