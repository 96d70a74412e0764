import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

const require = createRequire(import.meta.url)

// Microsoft's schema of Adaptive Cards 1.5 (MIT, microsoft/AdaptiveCards, schemas/1.5.0). It calls its own id `id`, which ajv no longer knows.
const { id, ...schema } = JSON.parse(readFileSync(new URL('adaptive-card-1.5.schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv({ strict: false, logger: false })
formats.default(ajv)
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'))
const conforms = ajv.compile({ ...schema, $id: id })

// The whole schema decides; where it says no, it says so of every element type it tried. A copy without nested elements tells what is wrong with each.
const nested = (_: string, value: unknown) => (/\/ImplementationsOf\./.test(String((value as { $ref?: string } | null)?.$ref)) ? {} : value)
const SHALLOW = 'https://license-desk.test/shallow.json'
const perElement = new Ajv({ strict: false, logger: false, allErrors: true })
formats.default(perElement)
perElement.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'))
perElement.addSchema({ ...JSON.parse(JSON.stringify(schema), nested), $id: SHALLOW })

/** Where a card departs from the schema of Adaptive Cards 1.5, misspelt properties included: `path: what`. */
export function schemaFaults(card: unknown): string[] {
  if (conforms(card)) return []
  const faults = elementFaults(card, '')
  return faults.length > 0 ? faults : (conforms.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

function elementFaults(part: unknown, path: string): string[] {
  if (typeof part !== 'object' || part === null) return []
  const { type, data: _, ...inner } = part as Record<string, unknown>
  const within = Object.entries(inner).flatMap(([key, value]) => elementFaults(value, `${path}/${key}`))
  if (typeof type !== 'string') return within
  const matches = perElement.getSchema(`${SHALLOW}#/definitions/${type}`)
  if (!matches) return [`${path}: there is no ${type}`, ...within]
  if (matches(part)) return within
  return [...(matches.errors ?? []).map(({ message, params }) => `${path}: ${type} ${message} ${JSON.stringify(params)}`), ...within]
}
