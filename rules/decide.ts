import { type Day, FIRST_DAY, LAST_TODAY } from './day.ts'
import { extendTrial } from './extend-trial.ts'
import { checkDay, checkFacts, type FactKey, type Facts, isObject } from './facts.ts'
import type { Fault } from './fault.ts'
import { licenseLifecycle } from './license-lifecycle.ts'
import { milestones } from './milestones.ts'
import type { PolicyOn } from './policy.ts'
import { refundWindow } from './refund-window.ts'
import { sizeLicense } from './size-license.ts'
import type { AnyVerdict, At, Rule } from './verdict.ts'

const rules = [sizeLicense, extendTrial, refundWindow, licenseLifecycle, milestones] as const
const ruleNames = rules.map(({ name }) => name)
const lineKeys = ['rule', 'today', 'facts']

/** A rule's verdict on facts that were checked by nobody yet, or the first fault in them. */
export function decide<K extends FactKey, V extends AnyVerdict>(rule: Rule<K, V>, facts: Facts, at: At): V | { readonly fault: Fault } {
  const fault = checkFacts(rule, facts as Readonly<Record<string, unknown>>, at.today)
  return fault ? { fault } : rule.decide(facts as Pick<Facts, K>, at)
}

/**
 * One question from the shell: `{ rule, today, facts }`, all of it untrusted.
 * @returns the verdict, or the first fault in the order: no object, `rule`, `today`, `facts`, an unknown key, the facts
 */
export function decideQuestion(question: unknown, policyOn: PolicyOn): AnyVerdict | { readonly fault: Fault } {
  if (!isObject(question)) return { fault: { fact: null, code: 'not-json-object' } }
  const own = (key: string) => (Object.hasOwn(question, key) ? question[key] : undefined)
  const rule = rules.find(({ name }) => name === own('rule'))
  if (!rule)
    return {
      fault: {
        fact: 'rule',
        code: own('rule') === undefined ? 'missing' : 'not-in-list',
        got: own('rule'),
        accepted: { values: ruleNames },
      },
    }
  const today = own('today')
  if (today === undefined) return { fault: { fact: 'today', code: 'missing' } }
  const dayFault = checkDay(today, 'today', FIRST_DAY, LAST_TODAY)
  if (dayFault) return { fault: dayFault }
  const facts = Object.hasOwn(question, 'facts') ? question.facts : {}
  if (!isObject(facts)) return { fault: { fact: 'facts', code: 'not-object', got: facts } }
  const unknown = Object.keys(question).find(key => !lineKeys.includes(key))
  if (unknown !== undefined) return { fault: { fact: unknown, code: 'unknown', accepted: { values: lineKeys } } }
  const at = { today: today as Day, policy: policyOn(today as Day) }
  return decide(rule as Rule<FactKey, AnyVerdict>, facts as Facts, at)
}
