import type { Fault } from './fault.ts'
import { type JsonObject, objectIn, put, withTexts } from './json.ts'

/** The files of `manifest/` by their name there; those of the languages begin with `languages/`. */
export type Sources = Readonly<Record<string, Uint8Array>>

/** What the operator gives, by the name that stands in the files as `{{NAME}}`. */
export type Values = Readonly<Record<string, string>>

/** The texts of the package, by the file's name in it. */
export interface Parts {
  readonly manifest: JsonObject
  readonly languages: Readonly<Record<string, JsonObject>>
  /** All of them before the operator's values came in. */
  readonly written: Readonly<Record<string, JsonObject>>
  /** Which value a text was made with: `manifest.json id` to `TEAMS_APP_ID`. */
  readonly madeWith: ReadonlyMap<string, string>
}

const MANIFEST = 'manifest.json'

/**
 * Fills the manifest with the strings of the default language, and everything with the operator's values.
 * A language is a file of `languages/`, named by its tag; nothing else has to be done to add one.
 */
export function fill(sources: Sources, values: Values): Parts | { readonly faults: readonly Fault[] } {
  const languages = Object.fromEntries(languageFiles(sources).map(name => [name.replace('languages/', ''), objectIn(sources[name])]))
  const manifest = objectIn(sources[MANIFEST])
  const unread = Object.entries({ [MANIFEST]: manifest, ...languages }).filter(([, object]) => object === undefined)
  if (unread.length > 0) return { faults: unread.map(([file]) => ({ file, path: '', what: 'is no JSON object; write it as one.' })) }

  const written = { [MANIFEST]: manifest, ...languages } as Record<string, JsonObject>
  const faults = localize(manifest as JsonObject, languages as Record<string, JsonObject>)
  const madeWith = new Map<string, string>()
  const filled = (file: string, object: JsonObject) =>
    withTexts(object, (text, path) =>
      text.replace(/\{\{(\w*)\}\}/g, (mark, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined
        if (value === undefined)
          faults.push({ file, path, what: `${mark} is no known value; use one of ${Object.keys(values).join(', ')}.` })
        madeWith.set(`${file} ${path}`, name)
        return value ?? mark
      }),
    ) as JsonObject
  const { [MANIFEST]: whole = {}, ...others } = Object.fromEntries(
    Object.entries(written).map(([file, object]) => [file, filled(file, object)]),
  )
  return faults.length > 0 ? { faults } : { manifest: whole, languages: others, written, madeWith }
}

const languageFiles = (sources: Sources) =>
  Object.keys(sources)
    .filter(name => name.startsWith('languages/'))
    .sort()

/** Puts the default language into the manifest and names all of them there. */
function localize(manifest: JsonObject, languages: Readonly<Record<string, JsonObject>>): Fault[] {
  const tag = String((manifest.localizationInfo as JsonObject | undefined)?.defaultLanguageTag)
  const file = `${tag}.json`
  const { $schema: _, ...strings } = languages[file] ?? {}
  const others = Object.keys(languages).filter(each => each !== file)
  manifest.localizationInfo = {
    defaultLanguageTag: tag,
    defaultLanguageFile: file,
    ...(others.length > 0 ? { additionalLanguages: others.map(each => ({ languageTag: each.replace(/\.json$/, ''), file: each })) } : {}),
  }
  if (!languages[file])
    return [
      { file: MANIFEST, path: 'localizationInfo.defaultLanguageTag', what: `${JSON.stringify(tag)} has no file; add languages/${file}.` },
    ]
  return [
    ...Object.entries(strings).flatMap(([path, text]) =>
      put(manifest, path, String(text))
        ? []
        : [{ file, path, what: 'has no free place in manifest.json; make one there, or take it out here.' }],
    ),
    ...others.flatMap(other => untranslated(other, languages[other] ?? {}, languages[file] ?? {})),
  ]
}

function untranslated(file: string, own: JsonObject, standard: JsonObject): Fault[] {
  const missing = Object.keys(standard).filter(path => !Object.hasOwn(own, path))
  const surplus = Object.keys(own).filter(path => !Object.hasOwn(standard, path))
  return [
    ...missing.map(path => ({ file, path, what: 'is not translated; add it.' })),
    ...surplus.map(path => ({ file, path, what: 'has no place in manifest.json; take it out.' })),
  ]
}
