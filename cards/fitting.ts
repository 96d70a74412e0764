import type { Card } from './card.ts'
import { MAX_HANDLES } from './handle.ts'

/** The most that a card has, as JSON in UTF-8. */
export const MAX_BYTES = 28 * 1024

export const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** The first lines of a text that find room in so many bytes, and how many are missing. */
export function firstLines(lines: readonly string[], room: number): { readonly shown: readonly string[]; readonly missing: number } {
  let left = room
  let count = 0
  for (const line of lines) {
    left -= bytesOf(line)
    if (left < 0) break
    count += 1
  }
  return { shown: lines.slice(0, count), missing: lines.length - count }
}

/** The card of as many items as find room on one, the first ones. */
export function fitting<Item>([first, ...others]: readonly [Item, ...Item[]], write: (some: readonly [Item, ...Item[]]) => Card): Card {
  for (let count = Math.min(others.length + 1, MAX_HANDLES); ; count = Math.floor(count * 0.9)) {
    const written = write([first, ...others.slice(0, count - 1)])
    if (count <= 1 || bytesOf(written.content) <= MAX_BYTES) return written
  }
}
