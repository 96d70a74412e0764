import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { isRead, meantBy } from './misspelt.ts'
import type { Given } from './settings.ts'

/**
 * What `.env` in the current folder sets; nothing where there is none. A folder or a binary file is refused, because Node would skip it
 * unnoticed; so are its lines that Node skips, and names that nobody reads.
 * @returns the variables, with a sentence for the operator for each fault
 */
export function readEnvFile(): { readonly given: Given; readonly faults: readonly string[] } {
  const faulty = (what: string) => ({ given: {}, faults: [`.env ${what}; give lines of NAME=value, or remove it.`] })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync('.env'))
    return text.includes('\0') ? faulty('is not text') : { given: parseEnv(text), faults: faultsIn(text) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { given: {}, faults: [] }
    return faulty(code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not text' : `can't be read (${code})`)
  }
}

const QUOTED = /^(\s*(?:export\s+)?[\w.-]+\s*=\s*)("[^"]*"|'[^']*'|`[^`]*`)/gm
const LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=/
/** A quote without its end, or with more than a comment behind that: Node makes the one a part of the value, and drops the other. */
const HALF_QUOTED = /^[^=]*=\s*(?!""\s*(?:#|$))["'`]/
/** Outside of quotes Node reads a value up to its first "#", in the middle of a secret too. */
const CUT = /=(?:\s*[^\s#][^#]*(?<!\s))?#/

/** What is wrong with lines, by their number: a line may be a secret that went astray, so it is not repeated. */
function faultsIn(text: string): string[] {
  const oneLine = text.replace(QUOTED, (_, name: string, value: string) => `${name}""${'\n'.repeat(value.split('\n').length - 1)}`)
  return oneLine.split('\n').flatMap((line, index) => {
    const what = /^\s*(#|$)/.test(line) ? undefined : (faultOf(LINE.exec(line)?.[1]) ?? brokenIn(line))
    return what ? [`.env: line ${index + 1} ${what}`] : []
  })
}

function brokenIn(line: string): string | undefined {
  if (HALF_QUOTED.test(line)) return 'has a value that is only partly in quotes; put all of it in quotes of a kind that it has none of.'
  return CUT.test(line) ? 'has a # in its value; put the value in quotes, or a space before the comment.' : undefined
}

function faultOf(name: string | undefined): string | undefined {
  if (name === undefined) return 'is no NAME=value; write it so, or remove it.'
  if (isRead(name)) return undefined
  const meant = meantBy(name)
  return meant
    ? `sets ${name}, which is not read; ${meant} is.`
    : 'sets a name that nothing reads; give one of docs/operate.md, or remove it.'
}
