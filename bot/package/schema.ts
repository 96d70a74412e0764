import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ErrorObject, ValidateFunction } from 'ajv'
import draft04 from 'ajv-draft-04'
import formats from 'ajv-formats'
import { type Fault, under } from './fault.ts'
import type { JsonObject } from './json.ts'

const require = createRequire(import.meta.url)

/** Compiling one takes longer than all the rest of a package. */
const known = new Map<string, ValidateFunction | undefined>()

/** Where a file departs from Microsoft's schema of the version that it names. */
export function schemaFaults(file: string, content: JsonObject, kind: 'MicrosoftTeams' | 'MicrosoftTeams.Localization'): Fault[] {
  const address = String(content.$schema)
  const [, version] = /\/teams\/(v\d+\.\d+)\//.exec(address) ?? []
  const name = `teams/${version}/${kind}.schema.json`
  if (!known.has(name)) known.set(name, checkOf(name))
  const conforms = address.endsWith(name) ? known.get(name) : undefined
  if (!conforms) return [{ file, path: '$schema', what: `"${address}" is no schema of the ${kind} kind that is known here.` }]
  return conforms(content) ? [] : (conforms.errors ?? []).map(error => ({ file, ...described(error, content) }))
}

/** Microsoft publishes the schemas in a package that can't be imported, only read. */
function checkOf(name: string): ValidateFunction | undefined {
  try {
    const schema = JSON.parse(
      readFileSync(require.resolve(`@microsoft/app-manifest/build/json-schemas/${name}`), 'utf8').replace(/^\uFEFF/, ''),
    )
    const draft = new draft04.default({ allErrors: true, strict: false, logger: false, unicodeRegExp: false })
    formats.default(draft as never)
    return draft.compile(schema)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

function described({ instancePath, keyword, params, message, schemaPath }: ErrorObject, content: JsonObject): Omit<Fault, 'file'> {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const path = steps.reduce((at, step) => under(at, /^\d+$/.test(step) ? Number(step) : step), '')
  let value: unknown = content
  for (const step of steps) value = (value as Record<string, unknown>)[step]
  switch (keyword) {
    case 'additionalProperties':
      return { path: under(path, params.additionalProperty), what: 'is not known there; take it out.' }
    case 'required':
      return { path: under(path, params.missingProperty), what: 'is missing; add it.' }
    case 'maxLength':
      return { path, what: `has ${[...String(value)].length} characters; it may have ${params.limit} at most.` }
    case 'maxItems':
      return { path, what: `has ${(value as unknown[]).length} entries; it may have ${params.limit} at most.` }
    case 'enum':
      return {
        path,
        what: `${JSON.stringify(value)} is not one of ${params.allowedValues.filter((each: unknown) => each !== null).join(', ')}.`,
      }
    case 'pattern':
      return {
        path,
        what: `${JSON.stringify(value)} is not ${forms[/definitions\/(\w+)/.exec(schemaPath)?.[1] ?? ''] ?? `of the form ${params.pattern}`}.`,
      }
    default:
      return { path, what: `${JSON.stringify(value)} ${message}.` }
  }
}

const forms: Readonly<Record<string, string>> = {
  guid: 'an id such as 11111111-2222-3333-4444-555555555555',
  anyHttpUrl: 'an address that begins with https://',
  languageTag: 'a language tag such as en or pt-br',
  hexColor: 'a colour such as #4F52B2',
}
