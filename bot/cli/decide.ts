import '../runtime.js'
import { faultMessage } from '../../cards/words/en/faults.ts'
import { decideQuestion } from '../../rules/decide.ts'
import { policyOfShell } from '../config.ts'
import { fail } from '../start-faults.ts'
import { linesOf, print } from './lines.ts'

// The rules from the shell: one JSON object a line in, a verdict or an error a line out, in order.
const policyOn = policyOfShell()
if ('faults' in policyOn) fail(policyOn.faults)
for await (const line of linesOf(process.stdin)) {
  if (line.trim() === '') continue
  const verdict = decideQuestion(parse(line), policyOn)
  if ('fault' in verdict) process.exitCode = 1
  await print('fault' in verdict ? { error: { fact: verdict.fault.fact, message: faultMessage(verdict.fault) } } : verdict)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
