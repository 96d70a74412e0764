import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Given } from './settings.ts'

/**
 * What `.env` in the current folder sets; nothing where there is none. A folder or a binary file is refused, because Node would skip it unnoticed.
 * @returns the variables, or a sentence for the operator
 */
export function readEnvFile(): { readonly given: Given } | { readonly fault: string } {
  const remedy = 'give lines of NAME=value, or remove it.'
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync('.env'))
    return text.includes('\0') ? { fault: `.env is not text; ${remedy}` } : { given: parseEnv(text) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { given: {} }
    return {
      fault: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? `.env is not text; ${remedy}` : `.env can't be read (${code}); ${remedy}`,
    }
  }
}
