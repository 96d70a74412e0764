import type { FactKey, Facts } from '../rules/facts.ts'
import type { Format } from './format.ts'
import { factLabels, factValue } from './words/en/facts.ts'

/** The known ones of these facts, as label and value. */
export function usedFacts(keys: readonly FactKey[], facts: Facts, format: Format): (readonly [label: string, value: string])[] {
  return keys.flatMap(key => {
    const value = factValue(key, facts, format)
    return value === undefined ? [] : [[factLabels[key], value] as const]
  })
}
