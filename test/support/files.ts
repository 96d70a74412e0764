import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve, sep } from 'node:path'

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..')

/** The files below a folder of the project, as `rules/day.ts`. */
export function filesIn(folder: string, ending = '.ts'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(file => posix.join(folder, file.replaceAll(sep, '/')))
    .filter(file => file.endsWith(ending))
    .sort()
}

export const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8')

/** What a file imports: `rules/day.ts` for one of our own, else the name as written. `onlyTypes` where nothing of it runs. */
export function importsOf(file: string): { readonly name: string; readonly onlyTypes: boolean }[] {
  const statements = sourceOf(file).matchAll(
    /^(?:import|export)\s+(?:(?<what>[\w\s{},*$]*?)\s+from\s+)?'(?<path>[^']+)'|\bimport\('(?<later>[^']+)'\)/gm,
  )
  return [...statements].map(({ groups: { what = '', path, later = '' } = {} }) => {
    const name = path ?? later
    return { name: name.startsWith('.') ? posix.join(dirname(file), name) : name, onlyTypes: what.trim().startsWith('type ') }
  })
}
