/** Buckets that features are hashed into; a power of two. */
export const BUCKETS = 1 << 16

/** The name of a feature as its hash: names are never spelled out, there are hundreds of them in a message. */
export type Name = number

/** FNV-1a of a text, or of its part; it goes on from the hash of what stands before it. */
export function named(text: string, before: Name = 0x811c9dc5, from = 0, to = text.length): Name {
  let name = before
  for (let at = from; at < to; at++) name = Math.imul(name ^ text.charCodeAt(at), 0x01000193)
  return name
}

/** Mixed once more so that the low bits are good. */
const bucketOf = (name: Name) => (Math.imul(name ^ (name >>> 15), 0x2c1b3c6d) >>> 7) & (BUCKETS - 1)

/** Features of a message as parallel arrays: the bucket of each and its weight, of unit length together. */
export interface Features {
  readonly buckets: readonly number[]
  readonly weights: readonly number[]
}

// Tables that are as small as the message at hand: one place for each of 65,536 buckets would stay in no cache.
let slots = new Uint32Array(1 << 12)
let sums = new Float64Array(1 << 12)

/** Makes room for so many different numbers; gives the table's size for `placeOf`. */
function emptied(most: number): number {
  const size = 2 << (32 - Math.clz32(most))
  if (size > slots.length) {
    slots = new Uint32Array(size)
    sums = new Float64Array(size)
  }
  slots.fill(0, 0, size)
  return size
}

/** Where a number stands in a list without repeats; it is added where it is new. */
function placeOf(number: number, list: number[], size: number): number {
  let at = number & (size - 1)
  while (slots[at] !== 0 && list[(slots[at] as number) - 1] !== number) at = (at + 1) & (size - 1)
  if (slots[at] === 0) slots[at] = list.push(number)
  return (slots[at] as number) - 1
}

/** Each of the names once, in the order in which they came first. */
export function distinct(names: readonly Name[]): readonly Name[] {
  const size = emptied(names.length)
  const once: Name[] = []
  for (let at = 0; at < names.length; at++) placeOf(names[at] as Name, once, size)
  return once
}

/** Adds up the weights of names that fall into one bucket; the buckets stand in the order in which they came. */
export function inBuckets(groups: readonly { readonly names: readonly Name[]; readonly weight: number }[]): Features {
  const size = emptied(groups.reduce((sum, { names }) => sum + names.length, 0))
  const buckets: number[] = []
  for (const { names, weight } of groups) {
    for (let at = 0; at < names.length; at++) {
      const known = buckets.length
      const place = placeOf(bucketOf(names[at] as Name), buckets, size)
      sums[place] = place === known ? weight : (sums[place] as number) + weight
    }
  }
  let squares = 0
  for (let at = 0; at < buckets.length; at++) squares += (sums[at] as number) * (sums[at] as number)
  const length = Math.sqrt(squares) || 1
  return { buckets, weights: buckets.map((_, at) => (sums[at] as number) / length) }
}
