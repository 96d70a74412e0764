import type { Deed, Reminding } from '../cards/actions.ts'
import type { Aspect, Intent } from '../cards/intents.ts'
import type { TypedSites } from '../cards/size-form.ts'
import type { UnreadableLine, Unused } from '../cards/unused.ts'
import type { Unplaced } from '../cards/which-site.ts'
import type { Day } from '../rules/day.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import type { Policy } from '../rules/policy.ts'
import type { Tracked, Tracking } from './reminders/tracked.ts'

/** Everything that waits, waits on this. */
export interface Clock {
  now(): Date
  wait(ms: number, stop?: AbortSignal): Promise<void>
  /** Calls `ring` after so long; returns how to call that off. */
  alarm(ms: number, ring: () => void): () => void
}

/** A date as written that has two readings (ambiguous) or none (no such day). */
export interface Unclear {
  readonly fact: FactKey
  readonly text: string
  readonly readings: readonly Day[]
  /** It is only supposed, and so is the day that answers what was asked back. */
  readonly supposed?: true
}

/** A line of a list of sites that was meant as a site and can't be used; `line` counts from 1 in the text as given. */
export type Unreadable = UnreadableLine

/** One thing asked for, and how sure that is (0 to 1, calibrated). */
export interface Wish {
  readonly intent: Intent
  readonly aspect?: Aspect
  readonly sure: number
}

/** A message as understood. A button press becomes one as well. */
export interface Reading {
  /** What is asked for, in the order of the text; never empty. */
  readonly wishes: readonly [Wish, ...Wish[]]
  readonly band: 'sure' | 'half' | 'not'
  /** The next likely intents, for "did you mean". */
  readonly orElse: readonly Intent[]
  readonly facts: Facts
  readonly unclear: readonly Unclear[]
  readonly unreadable: readonly Unreadable[]
  /** The line of each site, where they stand on lines of their own. */
  readonly siteLines?: readonly number[]
  /** So many sites are told of, without a number of devices. */
  readonly places?: number
  /** The facts are only asked about ("what if", "can a Global Reader ..."): used once, never kept. */
  readonly supposed: boolean
  /** Facts that are only asked about, beside others that are said: they are supposed. */
  readonly askedAbout?: readonly FactKey[]
  /** Days whose meaning no word of the message says: only its intent or the open question does. */
  readonly guessed?: readonly FactKey[]
  /** Days ahead that are none of its facts: somebody may mean to act on them. */
  readonly otherDays?: readonly Day[]
  /** It names a product that this desk knows nothing of. */
  readonly otherProduct?: boolean
  /** The language of a message that is plainly not English. */
  readonly foreign?: string
  /** A model decided what is asked: people are told so. */
  readonly byModel?: boolean
}

/** When and where a message was said. `asked` is the fact that a bare value would mean, `topic` what is being talked about. */
export interface SaidAt {
  readonly asked?: FactKey
  /** The end that is asked for was told of as over: a day that answers lies behind. */
  readonly ended?: boolean | undefined
  readonly topic?: Intent
  readonly today: Day
  readonly locale: string
}

export type Understand = (text: string, at: SaidAt) => Promise<Reading>

/** What an answer found, in codes: by which rule and which numbers. */
export interface Finding {
  readonly intent: Intent
  readonly rule: string
  readonly codes: readonly string[]
  readonly policy: string
}

export interface Pending {
  readonly of: FactKey
  readonly unclear: readonly Unclear[]
  readonly wishes: readonly Pick<Wish, 'intent' | 'aspect'>[]
}

/** What the very next message may take up of what is tracked. */
export interface Next extends Deed {
  /** It takes the last change back. */
  readonly undoes?: true
  /** How the item stood before that. */
  readonly before?: Pick<Tracked, 'facts' | 'ownDays'>
}

/** "5 stores", and the devices of each once they are known. */
export interface KindOfSite {
  readonly kind: string
  readonly count: number
  readonly devices?: number | undefined
}

/** What is kept of a conversation between two turns. There is no step: the place follows from the facts. */
export interface Conversation {
  readonly topic?: Intent
  readonly aspect?: Aspect
  /** The fact that the last answer asked for. */
  readonly asked?: FactKey
  /** Without the asked fact there is no answer yet. */
  readonly open?: boolean
  /** The first day of the month in which the asked day lies, where no more was told of it ("it ends in April"). */
  readonly inMonth?: Day
  /** The end that was asked for had been told of as over ("our licence has expired"). */
  readonly ended?: boolean | undefined
  /** A topic whose open question waits until the present one is answered. */
  readonly waiting?: Intent
  /** The date with two readings that was asked back. */
  readonly unclear?: Unclear
  /** What else of that message is unclear, and all that it asks, until `of` is answered. */
  readonly pending?: Pending | undefined
  /** Of what and how the person wants to be reminded: until the date is known, and as long as it is spoken of. */
  readonly reminding?: Reminding
  /** The end, where it was told, is a trial's or a paid licence's: it was asked whose. */
  readonly ofEither?: { readonly end?: Day }
  /** The licence's start as it was told before the present one: a renewal may be taken back. */
  readonly formerStart?: Day
  /** What the very next message may take up of what is tracked: the deed whose item was asked for, or how to undo one. */
  readonly next?: Next | undefined
  /** What "did you mean" offered. */
  readonly offered?: readonly Intent[]
  readonly facts: Facts
  /** What could not be taken from the list of sites in view. */
  readonly unused?: Unused
  /** The list as it was before its last change. */
  readonly formerList?: FormerList | undefined
  /** So many sites of each of several kinds, where what some of them have is still to come. */
  readonly kinds?: readonly KindOfSite[] | undefined
  /** So many sites were told of; how many devices each has is asked. */
  readonly places?: number
  /** So many devices are those of a site in view; it was asked of which. */
  readonly unplaced?: Unplaced
  /** The site that is spoken of comes to the list of this one, once its devices are known. */
  readonly joins?: string
  /** What is only supposed, as long as the topic stays. */
  readonly supposed?: Facts
  /** The site that is spoken of, where one was named ("and for Lyon?"), and what is known of the others. */
  readonly subject?: string
  /** The last answer was for a day that was asked about. */
  readonly asOf?: Day | undefined
  /** A site named in passing where the facts were told ("our trial in Hamburg"): its name when another one is turned to. */
  readonly mentioned?: string
  /** The licence is a government customer's. */
  readonly ofGovernment?: boolean | undefined
  /** Those named are others' organisations, each with an account and roles of its own. */
  readonly customers?: boolean
  readonly otherSubjects?: Readonly<Record<string, Facts>>
  readonly declined: readonly FactKey[]
  /** What the last answer found, for whoever says that it is wrong. */
  readonly told?: Finding
  /** The last answer was called wrong: what comes next puts it right. */
  readonly disputed?: boolean
  /** The findings that the person called wrong, written as one text each: counted once. */
  readonly calledWrong?: readonly string[]
  /** How many messages in a row were not understood. */
  readonly misses: number
  /** ISO instant of the last turn. */
  readonly at: string
  /** 0 for one that was never kept. */
  readonly version: number
}

/** What is too large for a button: a list of sites and what could not be taken from it, or what was typed into a form. */
export type Stashed = Pick<Facts, 'sites'> & { readonly unused?: Unused; readonly typed?: TypedSites }

/** A list of sites as it was, with what could not be taken from it. */
export type FormerList = Required<Pick<Facts, 'sites'>> & Pick<Facts, 'growthPercent'> & { readonly unused?: Unused }

export interface Store extends Tracking {
  conversation(key: string): Promise<Conversation | undefined>
  /** Keeps `conversation` as version `conversation.version + 1`, unless another process kept one meanwhile. */
  keep(key: string, conversation: Conversation): Promise<'kept' | 'changed-meanwhile'>
  forget(key: string): Promise<void>
  /**
   * Keeps what is too large for a button under a random id that only `owner` (a conversation's key) can read, for 90 days and among the last 50 of that owner.
   * The same again has the same id.
   */
  stash(owner: string, content: Stashed): Promise<string>
  stashed(owner: string, id: string): Promise<Stashed | undefined>
  /** How many of these are stored. */
  stashes(owner: string): Promise<number>
}

/** What the desk needs from outside. */
export interface Desk {
  readonly policy: (today: Day) => Policy
  readonly understand: Understand
  readonly store: Store
  readonly clock: Clock
}
