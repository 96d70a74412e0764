import '../runtime.js'
import { faultMessage } from '../../cards/words/en/faults.ts'
import { decideQuestion } from '../../rules/decide.ts'
import { policyOfShell } from '../config.ts'
import { fail } from '../start-faults.ts'
import { linesOf, print } from './lines.ts'

/** Stands before a key that is a number, while it is looked at. */
const MARK = '\u2060'

// The rules from the shell: one JSON object a line in, a verdict or an error a line out, in order.
if (process.argv.length > 2) fail(['Usage: npm run --silent decide. It reads a JSON object a line, and takes no arguments.'])
const policyOn = policyOfShell()
if ('faults' in policyOn) fail(policyOn.faults)
for await (const line of linesOf(process.stdin)) {
  if (line.trim() === '') continue
  const verdict = decideQuestion(parse(line), policyOn)
  if ('fault' in verdict) process.exitCode = 1
  await print(
    'fault' in verdict ? { error: { fact: unmarked(verdict.fault.fact), message: unmarked(faultMessage(verdict.fault)) } } : verdict,
  )
}

function parse(line: string): unknown {
  try {
    return JSON.parse(inOrder(line))
  } catch {
    return undefined
  }
}

/** JSON.parse puts keys such as "1" before all others; marked, they stay where they stand. No fact has such a name. */
function inOrder(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"(\s*:)?/g, (text, colon?: string) =>
    colon && /^"\d+"/.test(text) ? `"${MARK}${text.slice(1)}` : text,
  )
}

function unmarked<Text extends string | null>(text: Text): Text {
  return (text?.replaceAll(MARK, '') ?? text) as Text
}
