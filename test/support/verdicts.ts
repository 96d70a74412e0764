import { type Day, parseDay } from '../../rules/day.ts'
import { decide } from '../../rules/decide.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Fault } from '../../rules/fault.ts'
import { documentedPolicy, operatorPolicy, type Policy, type PolicyOn } from '../../rules/policy.ts'
import type { AnyVerdict, At, Rule } from '../../rules/verdict.ts'

export function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`${text} is not a day in the calendar`)
  return parsed
}

/** The day on which all tests take place. */
export const today = day('2026-03-10')

/** The documented policy on a day. */
export const on = (date: Day): At => ({ today: date, policy: documentedPolicy(date) })

/** The policy of an operator who replaces these values, on any day. */
export function operatorOn(values: object): PolicyOn {
  const policyOn = operatorPolicy(values)
  if ('faults' in policyOn) throw new Error(policyOn.faults.join('\n'))
  return policyOn
}

/** As `operatorOn`, today. */
export const operator = (values: object): Policy => operatorOn(values)(today)

/** A rule's verdict on facts that are right. Details are loose, so that a test can ask for what it is about. */
export function verdictOf<K extends FactKey, V extends AnyVerdict>(rule: Rule<K, V>, facts: Facts, at: At = on(today)): Loose<V> {
  const verdict = decide(rule, facts, at)
  if ('fault' in verdict) throw new Error(`refused: ${JSON.stringify(verdict.fault)}`)
  return verdict as Loose<V>
}

type Loose<V extends AnyVerdict> = Omit<V, 'details'> & { readonly details: Partial<AllOf<V['details']>> }
type AllOf<T> = (T extends unknown ? (value: T) => void : never) extends (value: infer All) => void ? All : never

/** Why a rule refuses these facts; undefined where it takes them. */
export function faultOf<K extends FactKey, V extends AnyVerdict>(rule: Rule<K, V>, facts: object, at: At = on(today)): Fault | undefined {
  const verdict = decide(rule, facts as Facts, at)
  return 'fault' in verdict ? verdict.fault : undefined
}

/** The codes of a verdict's reasons. */
export const reasonsOf = ({ reasons }: AnyVerdict) => reasons.map(({ code }) => code)
