import type { Site } from '../../rules/facts.ts'
import { isFormer, MAX_CHANGE } from './site-changes.ts'
import { numberIn } from './site-places.ts'

// A site of the list in view that goes by its number of devices, and the number that takes its place.

const REPLACES =
  /\b(?:instead|really|actually|not|rather|should be|correct\w*|change[sd]? .*\bto|changes? to|replace|swap|make|becomes?|sorry|no|is|are|was)\b|\d ?(?:->|→|=>)/iu

/** "The 5200 is really 4900", "not 480 but 500", "change 900 to 950", "900 -> 950". */
export function withDevices(before: readonly Site[], text: string): readonly Site[] | undefined {
  if (text.length > MAX_CHANGE || !REPLACES.test(text)) return undefined
  const numbers = [...text.matchAll(/\b\d[\d,.]*k?\b(?!\s?(?:%|percent|pct))/gi)]
  const [one = 0, other = 0] = numbers.map(([number]) => numberIn(number))
  if (numbers.length !== 2 || one === other) return undefined
  const inView = (devices: number) => before.filter(site => site.devices === devices).length === 1
  const [former, now] = isFormer(text, numbers[1]?.index ?? 0) ? [other, one] : [one, other]
  return inView(former) && !inView(now) ? before.map(site => (site.devices === former ? { ...site, devices: now } : site)) : undefined
}
