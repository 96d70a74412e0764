import type { Reminding } from '../cards/actions.ts'
import type { Card } from '../cards/card.ts'
import { faultCard } from '../cards/help.ts'
import type { Aspect, Intent } from '../cards/intents.ts'
import { isAllUsed, type Unused } from '../cards/unused.ts'
import { type Carried, type View, viewFor } from '../cards/view.ts'
import { faultHeadline } from '../cards/words/en/faults.ts'
import { decide } from '../rules/decide.ts'
import { type FactKey, type Facts, factKeys } from '../rules/facts.ts'
import type { Fault } from '../rules/fault.ts'
import type { AnyVerdict, At, Rule } from '../rules/verdict.ts'
import type { Next } from './ports.ts'
import type { Tracking } from './reminders/tracked.ts'
import type { Person, Thread } from './turn.ts'

/** A question as a topic gets it: everything that is known, and for whom it is answered. */
export interface Question extends Unused {
  readonly intent: Intent
  readonly facts: Facts
  readonly aspect?: Aspect | undefined
  readonly supposed: boolean
  readonly declined: readonly FactKey[]
  /** The site that is spoken of, where one was named. */
  readonly about?: string | undefined
  /** Where a list too large for a button is kept. */
  readonly list?: string | undefined
  /** The message in which it was asked, where it was said. */
  readonly said?: string | undefined
  /** What the message or press itself brought, of all facts. */
  readonly news?: Facts | undefined
  /** What was talked of before. */
  readonly before?: Intent | undefined
  /** How the person wants to be reminded. */
  readonly reminding?: Reminding | undefined
  readonly at: At
  /** `at.today` is not the person's today but a day that was asked about. */
  readonly asOf: boolean
  /** Who asks, where others see the answer and can press its buttons. */
  readonly by?: string | undefined
  /** The person calls this answer wrong. */
  readonly calledWrong?: boolean | undefined
  /** The person asks what it stands on. */
  readonly doubted?: boolean | undefined
  readonly locale: string
  readonly mobile: boolean
  /** The answer is handed on to others. */
  readonly handedOn?: boolean
}

/** What a topic answers. */
export interface Told {
  readonly cards: readonly [Card, ...Card[]]
  /** What was answered, where that is not the aspect that was asked for. */
  readonly aspect?: Aspect
  /** The fact that the answer asks for. */
  readonly asked?: FactKey | undefined
  /** Without that fact there is no date or size: the question stays open. */
  readonly open?: boolean
  /** For the log: the rule and how it answered. */
  readonly rule?: string
  /** What the answer says, as the codes of its reasons or of the plain answers. */
  readonly codes?: readonly string[]
  readonly outcome?: string
  /** What is spoken of, for a follow-up. */
  readonly reminding?: Reminding
  /** What the message told is kept only when it is known what it is. */
  readonly unsettled?: true
  /** What the next message may take up of what is tracked. */
  readonly next?: Next
}

/** Something that can be asked about. */
export interface Topic {
  /** The facts that concern it. */
  readonly facts: readonly FactKey[]
  /** What a bare date or number means here. */
  readonly bare?: FactKey | ((facts: Facts) => FactKey)
  /** Facts that are only asked about: they serve this answer and are not kept. */
  readonly asksAbout?: readonly FactKey[]
  answer(question: Question): Told
}

/** With what a topic does more than answer. */
export interface Doing {
  readonly tracking: Tracking
  readonly thread: Thread
  readonly person: Person
  /** Several people see the answer. */
  readonly shared: boolean
  readonly now: Date
}

/** A topic that keeps something: it is answered when that is on the disk. */
export interface ActingTopic extends Omit<Topic, 'answer'> {
  act(question: Question, doing: Doing): Promise<Told>
}

/** The view of a card that answers a question; its buttons carry the question. */
export function viewOf(question: Question): View {
  const {
    intent,
    aspect,
    facts,
    supposed,
    declined,
    list,
    reminding,
    about,
    by,
    at,
    asOf,
    calledWrong,
    doubted,
    locale,
    mobile,
    handedOn,
  } = question
  const carried: Carried = {
    intent,
    facts: list ? withoutSites(facts) : facts,
    aspect,
    supposed: supposed || undefined,
    declined: declined.length > 0 ? declined : undefined,
    list,
    unused: list || isAllUsed(question) ? undefined : unusedOf(question),
    reminding,
    about: about || undefined,
    by,
    asOf: asOf ? at.today : undefined,
  }
  return { ...viewFor(locale, at, mobile, carried, about), asOf, calledWrong, doubted, handedOn }
}

const withoutSites = ({ sites: _, ...others }: Facts): Facts => others

/** What could not be taken from the list of sites, and nothing else of a question. */
export const unusedOf = ({ unreadable, leftOut, leftOutFrom }: Unused): Unused => ({
  unreadable,
  leftOut,
  ...(leftOutFrom === undefined ? {} : { leftOutFrom }),
})

interface Ruled<K extends FactKey, V extends AnyVerdict> {
  readonly rule: Rule<K, V>
  readonly bare: FactKey | ((facts: Facts) => FactKey)
  card(verdict: V, facts: Facts, view: View, question: Question): Card
  /** The card where the rule has no date or size for lack of a fact. */
  withoutFact?(asked: FactKey | undefined, facts: Facts, view: View, question: Question): Card
}

/** A topic that a rule answers: the rule runs first, and what it lacks becomes the next question. */
export function ruled<K extends FactKey, V extends AnyVerdict>({ rule, bare, card, withoutFact }: Ruled<K, V>): Topic {
  return {
    facts: rule.facts,
    bare,
    answer(question) {
      const facts = pick(question.facts, rule.facts)
      const verdict = decide(rule, facts, question.at)
      const view = viewOf(question)
      if ('fault' in verdict) return refused(verdict.fault, view)
      const asked = verdict.missing.find(key => !question.declined.includes(key))
      const open = verdict.reasons.some(({ code }) => code.endsWith('-unknown'))
      return {
        cards: [open && withoutFact ? withoutFact(asked, facts, view, question) : card(verdict, facts, view, question)],
        asked,
        open: open && asked !== undefined,
        rule: rule.name,
        codes: verdict.reasons.map(({ code }) => code),
        outcome: verdict.answer ?? verdict.route,
      }
    },
  }
}

/** How the answer to a value that the rules refuse is called. */
export const REFUSED = 'refused'

/** A value that the rules refuse: what was wrong, and the question again. */
export function refused(fault: Fault, view: View): Told {
  const fact = factKeys.find(key => fault.fact === key || fault.fact?.startsWith(`${key}[`)) ?? 'sites'
  return { cards: [faultCard(fact, faultHeadline(fault, view.format), view)], asked: fact, open: true, outcome: REFUSED }
}

export function pick(facts: Facts, keys: readonly FactKey[]): Facts {
  const picked: Partial<Record<FactKey, unknown>> = {}
  for (const key of keys) if (facts[key] !== undefined) picked[key] = facts[key]
  return picked as Facts
}

/** What a person said of themselves, which holds for whatever is spoken of. */
export const personal = (facts: Facts): Facts => pick(facts, ['role', 'billingAccount', 'cloud'])
