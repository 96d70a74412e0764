import type { FactKey, Facts } from '../rules/facts.ts'
import type { View } from './view.ts'
import { factLabels, factValue, pastLabels } from './words/en/facts.ts'

/** The known ones of these facts, as label and value. */
export function usedFacts(
  keys: readonly FactKey[],
  facts: Facts,
  { format, today }: Pick<View, 'format' | 'today'>,
): (readonly [label: string, value: string])[] {
  return keys.flatMap(key => {
    const value = factValue(key, facts, format)
    const past = pastLabels[key]
    const label = past !== undefined && String(facts[key]) < today ? past : factLabels[key]
    return value === undefined ? [] : [[label, value] as const]
  })
}
