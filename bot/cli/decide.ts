// import '../runtime.ts'
import { faultMessage } from '../../cards/words/en/faults.ts'
import { decideQuestion } from '../../rules/decide.ts'
import type { PolicyOn } from '../../rules/policy.ts'
import { linesOf } from './lines.ts'

/** Answers questions to the rules: one JSON object a line in, one a line out, in order. */
export async function decideLines(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, policyOn: PolicyOn): Promise<{ faults: number }> {
  let faults = 0
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue
    const verdict = decideQuestion(parse(line), policyOn)
    if ('fault' in verdict) faults++
    const out = 'fault' in verdict ? { error: { fact: verdict.fault.fact, message: faultMessage(verdict.fault) } } : verdict
    if (!output.write(`${JSON.stringify(out)}\n`)) await new Promise(resolve => output.once('drain', resolve))
  }
  return { faults }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
