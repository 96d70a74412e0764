/** What is wrong with a file of the app package. */
export interface Fault {
  readonly file: string
  /** Where in the file, as `bots[0].botId`; empty for the file as a whole. */
  readonly path: string
  readonly what: string
}

/** One line for a person: `manifest.json bots[0].botId: what`. */
export const lineOf = ({ file, path, what }: Fault): string => `${file}${path && ` ${path}`}: ${what}`

/** The path of what lies under a key, or at a place of a list. */
export function under(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}
