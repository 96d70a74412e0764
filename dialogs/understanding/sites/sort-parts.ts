import { between, type Token, word } from '../tokens.ts'
import { type Sort, sortAt } from './device-kinds.ts'
import type { Figure } from './figures.ts'
import type { Found } from './found.ts'
import { nameBefore, nameBehind } from './site-phrases.ts'
import { isAnyDevice } from './site-words.ts'
import { isTotal } from './untold-sites.ts'

// How many of a site's devices are OT or IT, beside how many there are: all of them count together, and a part of them never again.

/** A count of one sort of devices. */
interface Part extends Sort {
  readonly figure: Figure
}

function partAt(tokens: readonly Token[], figure: Figure): Part | undefined {
  const sort = sortAt(tokens, figure.at)
  return sort && { ...sort, figure }
}

const isGenericWhole = (tokens: readonly Token[], { at, explicit }: Figure) =>
  isAnyDevice(word(tokens, at + 1)) || (explicit === true && /^(?:ot|it)$/u.test(word(tokens, at + 1)))

/** Behind a total: "in total", "altogether". */
const ALL_TOLD = /^(?:(?:in total|in all|in sum|all in all|all told|total|altogether|overall|combined|together)(?: |$))/u

/** How a whole is gone on from to a part of it. */
const OPENS = /^[,:;(-]?(?: ?(?:and|but|with|of which|of them|of those|thereof|whereof|where|only|just|about|around|that is|namely)){0,3}$/u
/** What leaves open whether it is a part. */
const MAYBE = /^(?:,|\(|but|with|only|just)(?: (?:but|with|only|just|about|around))*$/u
const OF_THEM = /\b(?:of which|of them|of those|thereof|whereof|incl|including)\b|\(|:/u
const JOINT = /^(?:[,;/+&]|and)?(?: (?:and|the (?:rest|others?)|another|about|around|of them))*$/u

export interface Parted {
  readonly figures: readonly Figure[]
  /** Those that may be a part, or more. */
  readonly doubted: readonly Found[]
}

/** The counts without those of a sort that are part of another: "400 in total, 300 OT", "300 OT of 400 devices", "400 devices (300 OT, 100 IT)". */
export function withoutSortParts(tokens: readonly Token[], figures: readonly Figure[]): Parted {
  const gone = new Set<Figure>()
  const opening = new Map<Figure, number>()
  const doubted: Found[] = []
  const severalPlaces = figures.some(({ role, value }) => role === 'places' && value > 1)
  for (const [index, whole] of figures.entries()) {
    if (gone.has(whole) || whole.role === 'places' || whole.role === 'other' || partOfAll(tokens, whole)) continue
    const before = partsBefore(tokens, figures, index)
    for (const part of before) gone.add(part.figure)
    // "Lyon 300 OT, 400 total": the name is that of the whole.
    const first = before.at(-1)
    if (first) opening.set(whole, first.figure.at)
    const { parts, way } = partsBehind(tokens, figures, index)
    const sum = sumOf(parts)
    if (parts.length === 0 || sum > whole.value) continue
    const isAll = isTotal(tokens, whole)
    const isClear =
      (parts.length > 1 && sum === whole.value && partAt(tokens, whole) === undefined && OF_THEM.test(way)) ||
      (parts.every(({ ofAll }) => ofAll) && (isAll || OF_THEM.test(way) || sum === whole.value || isOfThem(tokens, parts)))
    const isNamed = parts.every(({ ofAll }) => ofAll) || nameBefore(tokens, whole) !== undefined
    const mayBePart = isGenericWhole(tokens, whole) || (partAt(tokens, whole) === undefined && isNamed)
    if (!isClear && (severalPlaces || !mayBePart || !MAYBE.test(way))) continue
    for (const { figure, from, to } of parts) {
      gone.add(figure)
      if (!isClear) doubted.push({ from, to, why: doubtOf(whole.value) })
    }
  }
  const left = figures.flatMap(figure => (gone.has(figure) ? [] : { ...figure, at: opening.get(figure) ?? figure.at }))
  return { figures: left, doubted }
}

const DOUBT = 'or devices beside them?'
/** Why a count of one sort can't be counted beside one of all devices. */
export const doubtOf = (whole?: number) => `part of ${whole === undefined ? 'what is counted' : `the ${whole}`}, ${DOUBT}`

/** Whether a count could not be told from a part of another, so that the next number is that of both. */
export const isOfDoubt = (why: string) => why.endsWith(DOUBT)

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { figure }) => sum + figure.value, 0)

const partOfAll = (tokens: readonly Token[], figure: Figure) => partAt(tokens, figure)?.ofAll === true

/** "300 of them OT" */
const isOfThem = (tokens: readonly Token[], [part]: readonly Part[]) =>
  part !== undefined &&
  part.figure.at === part.from &&
  /^of (?:them|which|those|these)$/u.test(between(tokens, part.from + 1, part.from + 3))

/** What is told of a whole behind it, and the words on the way there. */
function partsBehind(tokens: readonly Token[], figures: readonly Figure[], index: number): { parts: readonly Part[]; way: string } {
  const whole = figures[index] as Figure
  const parts: Part[] = []
  let way = ''
  for (const figure of figures.slice(index + 1, index + 1 + MAX_PARTS)) {
    const part = partAt(tokens, figure)
    const last = parts.at(-1)
    const words = part && between(tokens, last?.to ?? whole.to, part.from).trim()
    if (!part || words === undefined || nameBehind(tokens, figure) !== undefined) break
    const opening = last
      ? words
      : words
          .replace(/^(?:devices?|assets?|endpoints?) ?/u, '')
          .replace(ALL_TOLD, '')
          .trim()
    if (!(last ? JOINT : OPENS).test(opening) || (!last && opening === '' && !isTotal(tokens, whole))) break
    if (!last) way = opening
    parts.push(part)
  }
  // "400 devices and 300 OT" are more.
  return /^and\b/u.test(way) && !isTotal(tokens, whole) ? { parts: [], way } : { parts, way }
}

/** In one site. */
const MAX_PARTS = 4

/** "300 OT, 400 in total", "300 OT of 400 devices": what is told of a whole before it. */
function partsBefore(tokens: readonly Token[], figures: readonly Figure[], index: number): readonly Part[] {
  const whole = figures[index] as Figure
  const parts: Part[] = []
  let to = whole.at
  for (const figure of figures.slice(Math.max(0, index - MAX_PARTS), index).reverse()) {
    const part = partAt(tokens, figure)
    if (!part?.ofAll) break
    const way = between(tokens, part.to, to).trim()
    const isOf = /^(?:out )?of(?: (?:the|our|all|a|in|total|about))*$/u.test(way)
    const adds = isTotal(tokens, whole) && /^(?:[,;:/=(]|so|and|makes)?(?: (?:so|total|in total|altogether|and))*(?: [:=])?$/u.test(way)
    if (!(parts.length === 0 ? isOf || adds : JOINT.test(way))) break
    parts.push(part)
    to = part.from
  }
  return sumOf(parts) <= whole.value ? parts : []
}

/** "300 OT, 100 IT" at the end: nothing but the sorts into which all devices fall, a number each. */
export function sumOfSorts(
  tokens: readonly Token[],
  figures: readonly Figure[],
): { readonly from: number; readonly devices: number } | undefined {
  const parts = figures.map(figure => partAt(tokens, figure))
  const [first] = parts
  if (!first || parts.length < 2 || parts.length > MAX_PARTS) return undefined
  // "Lyon: 300 PLCs, 40 HMIs": behind a name, kinds of devices as well.
  const isMarked = /^(?:[:=-]$|\p{Lu})/u.test(tokens[first.from - 1]?.raw ?? '')
  const areSorts = parts.every((part, at) => {
    const before = parts[at - 1]
    return (
      part && (part.ofAll || isMarked) && (at === 0 || (before !== undefined && JOINT.test(between(tokens, before.to, part.from).trim())))
    )
  })
  const sorts = new Set(
    parts.map(
      part =>
        part &&
        between(tokens, part.from, part.to)
          .replace(/[^a-z ]/gu, '')
          .trim(),
    ),
  )
  const isEnd = (parts.at(-1)?.to ?? 0) >= tokens.length - 1
  return areSorts && isEnd && sorts.size === parts.length
    ? { from: first.from, devices: parts.reduce((sum, part) => sum + (part?.figure.value ?? 0), 0) }
    : undefined
}
