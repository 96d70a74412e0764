import type { Card } from './card.ts'
import { MAX_HANDLES } from './handle.ts'

/** The most that a card has, as JSON in UTF-8. */
export const MAX_BYTES = 28 * 1024

/** The card of as many items as find room on one, the first ones. */
export function fitting<Item>([first, ...others]: readonly [Item, ...Item[]], write: (some: readonly [Item, ...Item[]]) => Card): Card {
  for (let count = Math.min(others.length + 1, MAX_HANDLES); ; count = Math.floor(count * 0.9)) {
    const written = write([first, ...others.slice(0, count - 1)])
    if (count <= 1 || new TextEncoder().encode(JSON.stringify(written.content)).length <= MAX_BYTES) return written
  }
}
