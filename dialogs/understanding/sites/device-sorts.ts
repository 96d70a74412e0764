import { word } from '../tokens.ts'
import { areApart, isNamed, nameOf } from './count-names.ts'
import { kindBefore, sortBefore } from './device-kinds.ts'
import { endOfModules } from './held-devices.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { isDeviceNoun, singular } from './site-words.ts'

const SORT = /^(?:ot|it|iot|iiot|eiot|ics)$/u
const GENERIC = /^(?:device|asset|endpoint|thing|box|dev|one)$/u

/** What stands between two counts that are added. */
const JOINT =
  /^(?:[,;.] )?(?:,|;|and|\+|&|plus|\/|as well as|along with|together with|in addition to|additionally|also)?(?: (?:also|another|additional|additionally|further|some|about|plus|the))?$/u

/** "The 400 OT devices, not the 800 IT devices": those count all the same. */
const LEFT_OUT = /^(?:, )?(?:but )?(?:not|excluding|without|except)(?: (?:for|the|our))*$/u

/** What sort of devices a count is of, and the tokens of both. */
interface Sort {
  readonly name: string
  /** One of the sorts into which all devices fall. */
  readonly ofAll: boolean
  readonly from: number
  readonly to: number
}

/** The sort by the noun right behind a count, or the label before it: "OT", "IT laptops", "cameras", "OT: 300"; without a name for devices of any sort. */
function sortOf({ tokens }: Phrase, at: number): Sort | undefined {
  const label = sortBefore(tokens, at)
  if (label !== undefined)
    return { name: word(tokens, label), ofAll: true, from: label, to: GENERIC.test(singular(word(tokens, at + 1))) ? at + 2 : at + 1 }
  const kind = kindBefore(tokens, at)
  if (kind) return { ...kind, ofAll: false }
  const behind = tokens.slice(at + 1, at + 4)
  const end = behind.findIndex(
    ({ kind, text }) =>
      kind !== 'word' ||
      /^(?:and|plus|in|at|on|for|all|each|per|of|with|along|as|together|also|additionally|but|not|excluding|without|except)$/u.test(text),
  )
  const noun = behind.slice(0, end < 0 ? behind.length : end).map(({ text }) => text)
  const isGeneric = GENERIC.test(singular(noun.at(-1) ?? ''))
  const [name = '', another] = isGeneric ? noun.slice(0, -1) : noun
  const ofAll = SORT.test(name)
  const isSort = another === undefined ? ofAll || isGeneric || isDeviceNoun(name) : ofAll && isDeviceNoun(another) && noun.length === 2
  const to = at + 1 + noun.length
  return isSort ? { name, ofAll, from: at, to: endOfModules(tokens, to) ?? to } : undefined
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
  const joint = phrase.tokens.slice(sort.to, another.from).map(({ text }) => text)
  const isLeftOut = sort.ofAll && another.ofAll && LEFT_OUT.test(joint.join(' '))
  if (!JOINT.test(joint.join(' ')) && !isLeftOut && !(sort.ofAll && another.ofAll && areOfOneName(phrase, one, other))) return undefined
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
