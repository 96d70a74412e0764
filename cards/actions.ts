import { z } from 'zod'
import { type Day, FIRST_DAY, LAST_TODAY, parseDay } from '../rules/day.ts'
import { type FactKey, type Facts, factKeys, type Kind, kinds } from '../rules/facts.ts'
import { type MilestoneName, milestoneNames } from '../rules/milestones.ts'
import { aspects, type Intent, intents } from './intents.ts'

/**
 * What a button does to tracked items: shows one as it stands (`show`, also when Teams computes the card again), all that are tracked
 * (`list`), the one that was chosen (`pick`), stops reminders, begins them again, warns again tomorrow, asks how a matter ended (`done`) and takes the answer:
 * another date (`change`), another term (`renew`), or the end of it (`settle`).
 */
export const verbs = ['show', 'list', 'pick', 'stop', 'resume', 'snooze', 'done', 'change', 'renew', 'settle'] as const
export type Verb = (typeof verbs)[number]

/** A date that a card warns of. */
export interface Warning {
  readonly milestone: MilestoneName
  readonly date: Day
}

/** A tracked item as a card knew it: one that has changed since is shown as it stands instead. */
export interface Handle {
  readonly id: string
  readonly version: number
  /** What a reminder warns of; none on a card about the item itself. */
  readonly warns?: readonly Warning[]
}

export interface Deed {
  readonly verb: Verb
  readonly items: readonly Handle[]
}

/** Of what and how a person wants to be reminded. */
export interface Reminding {
  readonly kind?: Kind
  /** What the trial or licence is called. */
  readonly name?: string
  /** Days before its end, besides the standard ones. */
  readonly days?: readonly number[]
}

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
  readonly reminding?: Reminding
  /** What is done to tracked items, where the button does more than ask. */
  readonly deed?: Deed
  /** What the button of a form does with what was typed there. */
  readonly form?: FormStep
  /** The answer that the card gave on this day is called wrong. */
  readonly wrong?: Day
}

/** Works a form out, goes back to it with what was typed, or puts what came of it into a message. */
export const formSteps = ['size', 'edit', 'insert'] as const
export type FormStep = (typeof formSteps)[number]

/** What an input of a card may hold besides a fact's value. */
export const DONT_KNOW = 'dont-know'

/** A name for a trial or licence, in characters. */
export const MAX_NAME = 60
/** The earliest day of a person's own, before the end. */
export const MAX_OWN_DAYS = 365
/** Tracked items that one card speaks of. */
export const MAX_HANDLES = 50

/** Inputs that hold no fact: which tracked item, what it is called, on which day it ends (trial or licence), and what several sites are called. */
export const fields = ['item', 'name', 'end', 'names'] as const
export type Field = (typeof fields)[number]

const known = z.enum(factKeys as readonly [FactKey, ...FactKey[]])
const day = z.custom<Day>(value => typeof value === 'string' && parseDay(value) !== undefined)
const handle = z.object({
  id: z.string().min(1).max(64),
  version: z.int(),
  warns: z
    .array(z.object({ milestone: z.enum(milestoneNames), date: day }))
    .max(20)
    .optional(),
})
const reminding = z.object({
  kind: z.enum(kinds).optional(),
  name: z.string().min(1).max(MAX_NAME).optional(),
  days: z.array(z.int().min(1).max(MAX_OWN_DAYS)).max(10).optional(),
})
const press = z.object({
  v: z.literal(1),
  intent: z.enum(intents),
  aspect: z.enum(Object.values(aspects).flat() as [string, ...string[]]).optional(),
  facts: z.partialRecord(known, z.unknown()).default({}),
  supposed: z.literal(true).optional(),
  declined: z.array(known).max(factKeys.length).optional(),
  list: z.string().max(64).optional(),
  reminding: reminding.optional(),
  form: z.enum(formSteps).optional(),
  deed: z.object({ verb: z.enum(verbs), items: z.array(handle).min(1).max(MAX_HANDLES) }).optional(),
  wrong: day.refine(day => day >= FIRST_DAY && day <= LAST_TODAY).optional(),
})

/** The payload of a button. */
export function writePress(press: Omit<Press, 'v'>): { readonly press: Press } {
  return { press: { v: 1, ...press } }
}

export interface Pressed {
  readonly press: Press
  /** What the card's inputs held, by fact; "" where an input was left empty. */
  readonly inputs: Readonly<Partial<Record<FactKey, string>>>
  readonly fields: Readonly<Partial<Record<Field, string>>>
}

/** Reads what a button sent back; undefined where it is nothing that this app wrote. Fact values are checked by the rules. */
export function readPress(data: unknown): Pressed | undefined {
  const read = z.object({ press }).safeParse(data)
  if (!read.success) return undefined
  return { press: read.data.press as Press, inputs: textsIn(data, factKeys), fields: textsIn(data, fields) }
}

/** The values of these inputs, those that a card had. */
function textsIn<K extends string>(data: unknown, keys: readonly K[]): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {}
  for (const key of keys) {
    const value = Object.hasOwn(data as object, key) ? (data as Record<string, unknown>)[key] : undefined
    if (typeof value === 'string') texts[key] = value
  }
  return texts
}
