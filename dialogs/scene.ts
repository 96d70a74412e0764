import { createHash } from 'node:crypto'
import type { Card } from '../cards/card.ts'
import type { Intent } from '../cards/intents.ts'
import { DAY_MS } from '../rules/day.ts'
import type { At } from '../rules/verdict.ts'
import type { Conversation, Desk, Next, Reading } from './ports.ts'
import type { Due, Followed } from './reminders/tracked.ts'
import type { Doing, Question } from './topic.ts'
import type { Answer, Reply, Trace, Turn } from './turn.ts'

/** Everything that is needed to answer from where a conversation stands. */
export interface Scene {
  readonly stood: Conversation
  readonly turn: Turn
  readonly desk: Desk
  readonly here: Here
  readonly at: At
  /** What the last answer left to be taken up; no other message but this one can. */
  readonly next?: Next | undefined
  /** The person calls wrong what is answered. */
  readonly calledWrong?: boolean
  /** What the last answer stands on is asked for. */
  readonly doubted?: boolean
  /** Whose card is pressed, where that is not the person of this turn. */
  readonly asker?: string | undefined
}

/** What is tracked where a turn is, as it stood when that was first asked: for whoever only reads. Whoever acts asks the store anew. */
export interface Here {
  /** What is active, oldest first. */
  readonly tracked: () => Promise<readonly Followed[]>
  /** What the reminders of the last days were of: so long they are spoken of, and answered in words. */
  readonly reminded: () => Promise<readonly Due[]>
}

const LATELY_DAYS = 7

export function hereOf({ thread }: Turn, { store, clock }: Desk): Here {
  return {
    tracked: once(() => store.trackedIn(thread.key)),
    reminded: once(() => store.remindedOf(thread.key, new Date(clock.now().getTime() - LATELY_DAYS * DAY_MS))),
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () => {
    found ??= read()
    return found
  }
}

export interface Outcome {
  readonly answer: Answer
  /** The conversation to keep; none where nothing was learned. */
  readonly kept?: Conversation
  /** Something was tracked or stopped: to answer again would tell that it was so before. */
  readonly acted?: boolean
}

/** What of a scene a question takes with it. */
interface Asking extends Pick<Scene, 'at' | 'calledWrong' | 'doubted' | 'asker'> {
  readonly turn: Pick<Turn, 'today' | 'mobile' | 'place' | 'conversation'> & { readonly person: Pick<Turn['person'], 'locale'> }
}

/** A question without any fact, for the person of this turn. */
export function blank({ turn, at, calledWrong, doubted, asker }: Asking, intent: Intent): Question {
  const { locale } = turn.person
  return {
    intent,
    facts: {},
    supposed: false,
    declined: [],
    unreadable: [],
    leftOut: 0,
    at,
    asOf: at.today !== turn.today,
    by: asker ?? askerOf(turn),
    calledWrong,
    doubted,
    locale,
    mobile: turn.mobile,
  }
}

/** What marks the cards of a person where others can press them too: it tells them apart, and is no id of theirs. */
export function askerOf({ place, conversation }: Pick<Turn, 'place' | 'conversation'>): string | undefined {
  return place === 'personal' ? undefined : createHash('sha256').update(conversation).digest('base64url').slice(0, 10)
}

/** With what the topics of this turn act. */
export function doingOf({ turn, desk }: Pick<Scene, 'turn' | 'desk'>): Doing {
  return { tracking: desk.store, thread: turn.thread, person: turn.person, shared: turn.place !== 'personal', now: desk.clock.now() }
}

export const say = (text: string, trace: Trace): Answer => ({ reply: { kind: 'say', text }, trace })
export const replace = (card: Card, trace: Trace): Answer => ({ reply: { kind: 'replace', card }, trace })

export function shown(cards: readonly Card[], trace: Trace): Answer {
  const [first, ...others] = cards
  const reply: Reply = first ? { kind: 'cards', cards: [first, ...others] } : { kind: 'nothing' }
  return { reply, trace }
}

/** People are told where a model decided what was asked. */
export const labelled = (outcome: Outcome, { byModel }: Pick<Reading, 'byModel'>): Outcome =>
  byModel ? { ...outcome, answer: { ...outcome.answer, byModel: true } } : outcome
