import { zipSync } from 'fflate'
import { domainFaults, pageFaults } from './addresses.ts'
import { type Fault, lineOf } from './fault.ts'
import { colorIconFaults, outlineIconFaults } from './icons.ts'
import { type JsonObject, withTexts } from './json.ts'
import { fill, type Parts, type Sources, type Values } from './parts.ts'
import { schemaFaults } from './schema.ts'
import { shape } from './shape.ts'
import { structureFaults } from './structure.ts'
import { type Texts, wordingFaults } from './wording.ts'

const MANIFEST = 'manifest.json'
/** The oldest day that a zip knows, so that the same files make the same bytes on every day, in every time zone. */
const WRITTEN = new Date(1980, 0, 1)

/** The app package as a zip, or a line for each fault. Pure: the same files and values give the same bytes. */
export function packageOf(sources: Sources, values: Values): { readonly zip: Uint8Array } | { readonly faults: readonly string[] } {
  const parts = fill(sources, values)
  if ('faults' in parts) return { faults: parts.faults.map(lineOf) }
  const icons = iconsOf(parts.manifest, sources)
  const faults = [...textFaults(parts), ...icons.faults]
  if (faults.length > 0) return { faults: faults.map(fault => lineOf(withOrigin(fault, parts))) }
  const texts = Object.entries({ [MANIFEST]: parts.manifest, ...parts.languages }).map(
    ([file, content]) => [file, encoded(content)] as const,
  )
  return { zip: zipSync(Object.fromEntries([...texts, ...icons.files]), { mtime: WRITTEN, level: 9, os: 0 }) }
}

const encoded = (content: JsonObject) => new TextEncoder().encode(`${JSON.stringify(content, undefined, 2)}\n`)

function textFaults({ manifest, languages, written }: Parts): Fault[] {
  const found = [...manifestFaults(manifest), ...wordingFaults(MANIFEST, textsOf(written[MANIFEST] ?? {}))]
  const { defaultLanguageFile } = manifest.localizationInfo as JsonObject
  return [
    ...found,
    ...Object.entries(languages)
      .flatMap(([file, content]) => [...languageFaults(file, content, manifest), ...wordingFaults(file, textsOf(written[file] ?? {}))])
      // The texts of this one were looked at in the manifest.
      .filter(({ file, path }) => file !== defaultLanguageFile || !found.some(each => each.path === path)),
  ]
}

function manifestFaults(manifest: JsonObject): Fault[] {
  const known = shape.safeParse(manifest).data
  return [
    ...schemaFaults(MANIFEST, manifest, 'MicrosoftTeams'),
    // What the schema has refused may have no form in which there is anything to check.
    ...(known
      ? [...structureFaults(MANIFEST, known), ...domainFaults(MANIFEST, known.validDomains), ...pageFaults(MANIFEST, known.developer)]
      : []),
  ]
}

function languageFaults(file: string, content: JsonObject, manifest: JsonObject): Fault[] {
  const version = (json: JsonObject) => /\/v[\d.]+\//.exec(String(json.$schema))?.[0]
  const other = { file, path: '$schema', what: 'is of another version than that of manifest.json; give the same.' }
  return [...(version(content) === version(manifest) ? [] : [other]), ...schemaFaults(file, content, 'MicrosoftTeams.Localization')]
}

function textsOf(content: JsonObject): Texts {
  const texts: Record<string, string> = {}
  withTexts(content, (text, path) => (texts[path] = text))
  return texts
}

/** The two icons by the names that the manifest gives them. */
function iconsOf({ icons }: JsonObject, sources: Sources) {
  const named = (icons ?? {}) as Readonly<Record<string, string>>
  const checks = { color: colorIconFaults, outline: outlineIconFaults }
  const found = Object.entries(checks).flatMap(([kind, check]) => {
    const file = named[kind]
    if (typeof file !== 'string') return []
    const content = Object.hasOwn(sources, file) && /^[\w-]+\.png$/.test(file) ? sources[file] : undefined
    if (content) return [{ files: [[file, content] as const], faults: check(file, content) }]
    return [
      {
        files: [],
        faults: [
          {
            file: MANIFEST,
            path: `icons.${kind}`,
            what: `${JSON.stringify(file)} is no PNG in manifest/; draw it with \`npm run icons\`.`,
          },
        ],
      },
    ]
  })
  return { files: found.flatMap(({ files }) => files), faults: found.flatMap(({ faults }) => faults) }
}

/** A fault with the variable that its text came from. */
function withOrigin(fault: Fault, { madeWith }: Parts): Fault {
  const variable = madeWith.get(`${fault.file} ${fault.path}`)
  return variable ? { ...fault, what: `${fault.what} It comes from ${variable}.` } : fault
}
