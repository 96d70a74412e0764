import type { Day } from './day.ts'
import type { FactKey, Facts, FactsTaken } from './facts.ts'
import type { Fault } from './fault.ts'
import type { Policy } from './policy.ts'
import type { SourceId } from './sources.ts'

/** What the person does next; the links that go with it live with the cards. */
export type Route =
  | 'admin-center'
  | 'ask-an-admin'
  | 'sales-extension'
  | 'sales-activation'
  | 'included-in-plan'
  | 'buy'
  | 'buy-again'
  | 'renew-site'
  | 'buy-or-turn-off'
  | 'contact-representative'
  | 'count-devices'
  | 'cancel-in-admin-center'
  | 'turn-off-recurring-billing'
  | 'renew-or-turn-off'
  | 'renew-now'
  | 'ask-partner'
  | 'contact-sales'
  | 'track'

/** When a rule is asked: the person's own day, and the policy in force on it. */
export interface At {
  readonly today: Day
  readonly policy: Policy
}

/** A finding as a code with at least one source; the words for it live with the cards. */
export interface Said<Code extends string> {
  readonly code: Code
  readonly sources: readonly [SourceId, ...SourceId[]]
}

/** What a rule answers. `answer` is null where the question is not a yes-or-no one. */
export interface Verdict<Name extends string, Code extends string, Note extends string, Details> {
  readonly rule: Name
  readonly today: Day
  readonly answer: 'yes' | 'no' | 'depends' | null
  readonly details: Details
  readonly reasons: readonly Said<Code>[]
  /** The unknown facts that could still change the answer, the most decisive first. */
  readonly missing: readonly FactKey[]
  readonly route: Route
  /** What doesn't change the answer: assumptions, cautions, documents that disagree. */
  readonly notes: readonly Note[]
  /** The date of the policy's version, or `operator` where the operator replaced values. */
  readonly policy: Policy['version']
}

export type AnyVerdict = Verdict<string, string, string, object>

/** A rule is a value: its name on the wire, the facts it takes in the order they are checked, and the decision. Pure. */
export interface Rule<K extends FactKey, V extends AnyVerdict> extends FactsTaken {
  readonly name: V['rule']
  readonly facts: readonly K[]
  /** Days that this rule takes only up to today. */
  readonly notAfterToday?: readonly K[]
  /** Facts without which the question makes no sense. */
  readonly needed?: readonly K[]
  /** Takes facts that passed `checkFacts`; gives a fault where two of them contradict each other. */
  decide(facts: Pick<Facts, K>, at: At): V | { readonly fault: Fault }
}
