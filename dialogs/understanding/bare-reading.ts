import type { Intent } from '../../cards/intents.ts'
import type { Facts } from '../../rules/facts.ts'
import type { Reading, SaidAt } from '../ports.ts'
import { type Entities, type EntitiesAt, readEntities } from './entities.ts'
import type { Ranked } from './wishes.ts'

/** A message on its way to its reading. */
export interface Message {
  readonly text: string
  /** With characters as plain as possible. */
  readonly clean: string
  readonly words: readonly string[]
  /** What the words may ask for. */
  readonly ranked: Ranked
  readonly at: SaidAt
  /** So many thanks and greetings in front may still be left out. */
  readonly preambles: number
  /** Reads other words in its place. */
  again(text: string, preambles?: number): Reading
}

/** A way to read messages; undefined for those that are none of its kind. */
export type Way = (message: Message) => Reading | undefined

/** What the first way that knows a message makes of it. */
export function firstOf(ways: readonly Way[], message: Message): Reading | undefined {
  for (const way of ways) {
    const reading = way(message)
    if (reading) return reading
  }
  return undefined
}

/** From here on a reading is sure; tuned on messages of writers that training had not seen, for few answers that are sure and wrong. */
const SURE = 0.85

export const HALF = 0.4
/** By so much more than the next. */
const SURE_MARGIN = 0.7
const SURE_OF_LIST = 0.9

/** A reading that says nothing but what is asked. */
export const bare = (intent: Intent, sure: number): Reading => ({
  wishes: [{ intent, sure }],
  band: sure >= SURE ? 'sure' : 'not',
  orElse: [],
  facts: {},
  unclear: [],
  unreadable: [],
  supposed: false,
})

/** How sure the best of the ranked wishes is. */
export function bandOf([first, second]: Ranked): Reading['band'] {
  const margin = first.sure - (second?.sure ?? 0)
  if (first.sure >= SURE && margin >= SURE_MARGIN) return 'sure'
  return first.sure >= HALF ? 'half' : 'not'
}

/** What else it may be. */
export const orElse = ([, ...others]: Ranked) => others.slice(0, 3).map(({ intent }) => intent)

/** The facts of a message under an intent. */
export const factsUnder = (intent: Intent, { text, at }: Pick<Message, 'text' | 'at'>, more: Partial<EntitiesAt> = {}): Entities =>
  readEntities(text, { today: at.today, locale: at.locale, intent, ...more })

/** The same of an answer to the question of sites. */
export const sitesIn = (message: Pick<Message, 'text' | 'at'>): Entities => factsUnder('size-license', message, { asked: 'sites' })

/** What was read is a list of sites to be sized. */
export const sized = (entities: Entities): Reading => ({ ...bare('size-license', SURE_OF_LIST), ...entities })

/** A list of sites and its growth, without what else was read. */
export const listFacts = ({ sites, growthPercent }: Facts): Facts => ({
  ...(sites ? { sites } : {}),
  ...(growthPercent === undefined ? {} : { growthPercent }),
})
