import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** A regular expression of the project, and the file in which it is written or put together. */
export interface Pattern {
  readonly source: string
  readonly flags: string
  readonly file: string
}

/** What `npm run` starts does its work when it is loaded. */
const programs = Object.values((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts).join(' ')

/**
 * All regular expressions that are written in the TypeScript files below some folders, and those that are put together from strings when
 * these files are loaded (but for those of the bot): which only happens once, so nothing may have loaded them before.
 */
export async function patternsIn(folders: readonly string[]): Promise<readonly Pattern[]> {
  const found = new Map<string, Pattern>()
  const put = (source: string, flags: string, file: string) => {
    const key = `/${source}/${flags}`
    if (!found.has(key)) found.set(key, { source, flags, file })
  }
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => join(folder, name)),
  )
  for (const file of files) {
    const { program } = parseSync(file, readFileSync(file, 'utf8'))
    new Visitor({ Literal: node => void ('regex' in node && put(node.regex.pattern, node.regex.flags, file)) }).visit(program)
    // What the bot loads brings patterns of others along.
    if (programs.includes(file) || file.startsWith('bot')) continue
    await builtWhile(
      () => import(join(process.cwd(), file)),
      ({ source, flags }) => put(source, flags, file),
    )
  }
  return [...found.values()]
}

async function builtWhile(work: () => Promise<unknown>, built: (pattern: RegExp) => void): Promise<void> {
  const Original = RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args, self) {
      const pattern = Reflect.construct(target, args, self === globalThis.RegExp ? Original : self) as RegExp
      built(pattern)
      return pattern
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Original
  }
}
