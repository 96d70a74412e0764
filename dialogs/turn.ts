import type { Card } from '../cards/card.ts'
import type { Day } from '../rules/day.ts'

/** Who speaks. `id` is the channel's own id of the person, `locale` a BCP 47 tag, `zone` an IANA name. */
export interface Person {
  readonly id: string
  readonly tenant: string
  readonly locale: string
  readonly zone: string
}

/** Where something was said, and how a message gets there later. */
export interface Thread {
  /** Tenant and conversation (in a channel: its thread), which everybody there shares. */
  readonly key: string
  readonly tenant: string
  /** The channel's own id of the conversation. */
  readonly conversation: string
  readonly serviceUrl: string
  /** The bot's own id there. */
  readonly bot: string
  /** A group chat or channel: several people see what is posted. */
  readonly shared: boolean
  /** The team of a channel. */
  readonly team?: string
}

/** The channel's own id of a conversation without its thread: what installs are about. */
export const withoutThread = (conversation: string): string => conversation.replace(/;messageid=.*$/, '')

/**
 * What a person did: said something, pressed a button of a card, typed into the message extension's search box (`skip` and `count` are the
 * page of results that is shown), opened its form or answered it (`edit` and `insert` say more than the form's own button), or was greeted
 * by an install.
 */
export type Input =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'pressed'; readonly data: unknown }
  | { readonly kind: 'searched'; readonly text: string; readonly skip: number; readonly count: number }
  | { readonly kind: 'form'; readonly step: 'open' | 'answered' | 'edit' | 'insert'; readonly data?: unknown }
  | { readonly kind: 'joined' }

/** One thing a person did, free of any bot framework's types. */
export interface Turn {
  readonly id: string
  /** Tenant, thread and person: what one person said is never used to answer another. */
  readonly conversation: string
  readonly thread: Thread
  readonly place: 'personal' | 'group' | 'channel'
  readonly person: Person
  /** The person's own calendar day. */
  readonly today: Day
  /** iOS or Android: no price, pricing or purchase link may be shown. */
  readonly mobile: boolean
  readonly input: Input
}

/** A card that can be put into a message, and how it is listed until it is chosen. */
export interface Result {
  readonly title: string
  readonly line: string
  readonly card: Card
}

/**
 * What is answered: a line of text, cards (one activity), the pressed card's replacement, cards to put into a message, a card in a dialog
 * (task module), or silence.
 */
export type Reply =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'cards'; readonly cards: readonly [Card, ...Card[]] }
  | { readonly kind: 'replace'; readonly card: Card }
  | { readonly kind: 'results'; readonly results: readonly Result[] }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  | { readonly kind: 'nothing' }

/** What may be written to a log about a turn: no text, no names. */
export interface Trace {
  readonly intent?: string
  readonly band?: string
  readonly rule?: string
  /** What the rule found. */
  readonly codes?: readonly string[]
  /** The date of the numbers that it went by, or `operator`. */
  readonly policy?: string
  readonly outcome?: string
}

export interface Answer {
  readonly reply: Reply
  readonly trace: Trace
  /** A model decided what was asked: people are told so. */
  readonly byModel?: boolean
}
