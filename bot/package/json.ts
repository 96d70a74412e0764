import { under } from './fault.ts'

/** A structure as JSON knows it. */
export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** A file's text as an object, or undefined where it is none. */
export function objectIn(file: Uint8Array | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

/** A copy in which every text is replaced; `path` says where it stands, as `bots[0].botId`. */
export function withTexts(json: Json, replace: (text: string, path: string) => string, path = ''): Json {
  if (typeof json === 'string') return replace(json, path)
  if (Array.isArray(json)) return json.map((each, index) => withTexts(each, replace, under(path, index)))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, each]) => [key, withTexts(each, replace, under(path, key))]))
}

/** Puts a text where a path such as `bots[0].commandLists[1].commands[2].title` leads. @returns false where the way there is missing, or something is there */
export function put(object: JsonObject, path: string, text: string): boolean {
  const keys = path.split(/[.[\]]+/).filter(key => key !== '')
  const last = keys.pop()
  let at: Json | undefined = object
  for (const key of keys) at = at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? (at as JsonObject)[key] : undefined
  if (last === undefined || at === undefined || at === null || typeof at !== 'object' || Array.isArray(at) || Object.hasOwn(at, last))
    return false
  at[last] = text
  return true
}
