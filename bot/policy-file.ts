import { readFileSync } from 'node:fs'
import { documentedPolicy, operatorPolicy, type PolicyOn } from '../rules/policy.ts'

/**
 * The policy that applies: the documented one, with an operator's own values where there is a file of them.
 * @param file the path in `POLICY_FILE`; undefined for the documented policy alone
 * @returns the policy by day, or a sentence for each fault
 */
export function loadPolicy(file: string | undefined): PolicyOn | { readonly faults: readonly string[] } {
  if (!file) return documentedPolicy
  const json = readJson(file)
  if ('fault' in json) return { faults: [`POLICY_FILE: ${json.fault}`] }
  const policy = operatorPolicy(json.value)
  return 'faults' in policy ? { faults: policy.faults.map(fault => `POLICY_FILE: ${fault}.`) } : policy
}

function readJson(file: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) }
  } catch (error) {
    if (error instanceof SyntaxError)
      return { fault: `${file} is not JSON (${error.message}); give a file such as {"refund":{"days":14}}.` }
    return {
      fault: `${file} can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}); give a file that the bot may read.`,
    }
  }
}
