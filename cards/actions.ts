import { z } from 'zod'
import { type FactKey, type Facts, factKeys } from '../rules/facts.ts'
import { aspects, type Intent, intents } from './intents.ts'

/** A button press: the question it stands for, with every fact the card knew. Untrusted when it comes back. */
export interface Press {
  readonly v: 1
  readonly intent: Intent
  readonly aspect?: string
  readonly facts: Facts
  /** The facts were only supposed ("what if"). */
  readonly supposed?: true
  /** Facts the person said they don't know. */
  readonly declined?: readonly FactKey[]
  /** The id under which a list of sites too large for a button is kept. */
  readonly list?: string
}

/** What an input of a card may hold besides a fact's value. */
export const DONT_KNOW = 'dont-know'

const known = z.enum(factKeys as readonly [FactKey, ...FactKey[]])
const press = z.object({
  v: z.literal(1),
  intent: z.enum(intents),
  aspect: z.enum(Object.values(aspects).flat() as [string, ...string[]]).optional(),
  facts: z.partialRecord(known, z.unknown()).default({}),
  supposed: z.literal(true).optional(),
  declined: z.array(known).max(factKeys.length).optional(),
  list: z.string().max(64).optional(),
})

/** The payload of a button. */
export function writePress(press: Omit<Press, 'v'>): { readonly press: Press } {
  return { press: { v: 1, ...press } }
}

export interface Pressed {
  readonly press: Press
  /** What the card's inputs held, by fact; "" where an input was left empty. */
  readonly inputs: Readonly<Partial<Record<FactKey, string>>>
}

/** Reads what a button sent back; undefined where it is nothing that this app wrote. Fact values are checked by the rules. */
export function readPress(data: unknown): Pressed | undefined {
  const read = z.object({ press }).safeParse(data)
  if (!read.success) return undefined
  const inputs: Partial<Record<FactKey, string>> = {}
  for (const key of factKeys) {
    const value = Object.hasOwn(data as object, key) ? (data as Record<string, unknown>)[key] : undefined
    if (typeof value === 'string') inputs[key] = value
  }
  return { press: read.data.press as Press, inputs }
}
