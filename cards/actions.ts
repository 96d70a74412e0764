import { z } from 'zod'
import { type Day, FIRST_DAY, LAST_TODAY, parseDay } from '../rules/day.ts'
import { type FactKey, type Facts, factKeys, hasForm, type Kind, kinds } from '../rules/facts.ts'
import { boundedList, boundedText } from './bounded.ts'
import { type Handle, MAX_HANDLES, readHandle, writeHandle } from './handle.ts'
import { aspects, type Intent, intents, untaught } from './intents.ts'
import { type Unused, unusedShape } from './unused.ts'

/**
 * What a button does to tracked items: shows one as it stands (`show`, also when Teams computes the card again), all that are tracked
 * (`list`), the one that was chosen (`pick`), stops reminders, begins them again, warns again tomorrow, asks how a matter ended (`done`) and takes the answer:
 * it goes on until a later day (`renew`), or is over (`settle`). `change` gives another date, `restore` those before and the days of the person's own.
 */
export const verbs = ['show', 'list', 'pick', 'stop', 'resume', 'snooze', 'done', 'change', 'renew', 'settle', 'restore'] as const
export type Verb = (typeof verbs)[number]

export interface Deed {
  readonly verb: Verb
  readonly items: readonly Handle[]
}

/** Of what and how a person wants to be reminded. */
export interface Reminding {
  readonly kind?: Kind
  /** What the trial or licence is called. */
  readonly name?: string
  /** Days before its end, besides the standard ones; 0 is the day itself. */
  readonly days?: readonly number[]
  /** Weekdays, the last of each before its end; 1 is Monday. */
  readonly weekdays?: readonly number[]
  /** Such days that are not wanted any more. */
  readonly without?: readonly number[]
  /** Days of the calendar. */
  readonly on?: readonly Day[]
  /** It was extended or renewed: its new end is asked for, and that of a licence is the end of another term. */
  readonly goesOn?: true
  /** Reminders are wanted at another hour than theirs. */
  readonly otherHour?: true
  /** The talk is of the day of a reminder; that is kept in the conversation, and in no button. */
  readonly asksDay?: true
  /** Its days that were asked for last, as others may take their place; kept like that. */
  readonly lastDays?: readonly number[]
  /** Its end, said before it was known whether it is that of a trial or a licence. */
  readonly end?: Day
  /** It is none of those that are tracked already. */
  readonly another?: true
  /** A day was told, and it was asked what it is; kept in the conversation. */
  readonly doubted?: Day
}

/** A button press: the question it stands for, with every fact the card knew. Untrusted when it comes back. */
export interface Press {
  readonly v: 1
  readonly intent: Intent
  readonly aspect?: string
  readonly facts: Facts
  /** The site that the card is about, as the person named it. */
  readonly about?: string
  /** Who asked, as a mark that only the bot can tell: on cards that others can press as well. */
  readonly by?: string
  /** The day that was asked about, where that is not the day of the answer. */
  readonly asOf?: Day
  /** The facts were only supposed ("what if"). */
  readonly supposed?: true
  /** Facts the person said they don't know. */
  readonly declined?: readonly FactKey[]
  /** The id under which a list of sites too large for a button is kept. */
  readonly list?: string
  /** What could not be taken from that list, where it finds room here. */
  readonly unused?: Unused
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

/** What a site that is spoken of is called, in characters: no more than the message that named it. */
const MAX_ABOUT = 500
const MAX_BY = 20

/** A name for a trial or licence, in characters. */
export const MAX_NAME = 60
/** The earliest day of a person's own, before the end. */
export const MAX_OWN_DAYS = 999
/** So many of them are told at once. */
export const MAX_DAYS = 10
/** Inputs that hold no fact: which tracked item, what it is called, on which day it ends (trial or licence), and what several sites are called. */
export const fields = ['item', 'name', 'end', 'names'] as const
export type Field = (typeof fields)[number]

const known = z.enum(factKeys as readonly [FactKey, ...FactKey[]])
const day = z.custom<Day>(value => typeof value === 'string' && parseDay(value) !== undefined)
const handle = z
  .string()
  .refine(text => readHandle(text))
  .transform(text => readHandle(text) as Handle)
const ownDays = boundedList(z.int().min(0).max(MAX_OWN_DAYS), MAX_DAYS)
const reminding = z.object({
  kind: z.enum(kinds).optional(),
  name: boundedText(MAX_NAME)
    .refine(name => name !== '')
    .optional(),
  days: ownDays.optional(),
  weekdays: boundedList(z.int().min(1).max(7), 7).optional(),
  without: ownDays.optional(),
  on: boundedList(day, 10).optional(),
  goesOn: z.literal(true).optional(),
  otherHour: z.literal(true).optional(),
  end: day.optional(),
  another: z.literal(true).optional(),
})
const press = z.object({
  v: z.literal(1),
  intent: z.enum(intents),
  aspect: z.enum([...Object.values(aspects).flat(), ...untaught]).optional(),
  facts: z
    .partialRecord(known, z.unknown())
    .refine(facts => (Object.keys(facts) as FactKey[]).every(key => hasForm(key, facts[key])))
    .default({}),
  about: boundedText(MAX_ABOUT).optional(),
  by: boundedText(MAX_BY).optional(),
  asOf: day.refine(day => day >= FIRST_DAY && day <= LAST_TODAY).optional(),
  supposed: z.literal(true).optional(),
  declined: boundedList(known, factKeys.length).optional(),
  list: boundedText(64).optional(),
  unused: unusedShape.optional(),
  reminding: reminding.optional(),
  form: z.enum(formSteps).optional(),
  deed: z.object({ verb: z.enum(verbs), items: boundedList(handle, MAX_HANDLES) }).optional(),
  wrong: day.refine(day => day >= FIRST_DAY && day <= LAST_TODAY).optional(),
})

/** A press as it is written: tracked items as short texts, because one card holds many of them several times. */
export interface Written extends Omit<Press, 'deed'> {
  readonly deed?: { readonly verb: Verb; readonly items: readonly string[] }
}

/** The payload of a button. */
export function writePress(press: Omit<Press, 'v'>): { readonly press: Written } {
  const { deed } = press
  return { press: { v: 1, ...press, deed: deed && { verb: deed.verb, items: deed.items.map(writeHandle) } } }
}

export interface Pressed {
  readonly press: Press
  /** What the card's inputs held, by fact; "" where an input was left empty. */
  readonly inputs: Readonly<Partial<Record<FactKey, string>>>
  readonly fields: Readonly<Partial<Record<Field, string>>>
}

/** Reads what a button sent back; undefined where it is nothing that this app wrote. Whether a fact is in range is checked by the rules. */
export function readPress(data: unknown): Pressed | undefined {
  const read = z.object({ press }).safeParse(data)
  if (!read.success) return undefined
  const pressed = read.data.press as Press
  // An answer is called wrong as it was given, whatever was filled in on its card since.
  const typed = pressed.wrong ? {} : data
  return { press: pressed, inputs: textsIn(typed, factKeys), fields: textsIn(typed, fields) }
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
