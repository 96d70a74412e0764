import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesIn, importsOf, sourceOf } from './support/files.ts'

/** What each folder may import besides itself: only what lies below it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  rules: ['zod', 'luxon'],
  cards: ['zod', 'adaptivecards', 'rules'],
  dialogs: ['zod', 'rules', 'cards'],
}

/** Who may name what ties the desk to a framework, a database or the network: everything else stays when one of them is replaced. */
const mayName: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ['bot/teams.ts'],
  'botbuilder-core': ['bot/adapter.ts', 'bot/outbound.ts', 'bot/teams.ts', 'bot/turns.ts'],
  '@azure/msal-node': ['bot/login.ts'],
  jose: ['bot/authentication.ts'],
  restify: ['bot/server.ts', 'bot/refusals.ts', 'bot/playground/'],
  kysely: ['bot/store/'],
  openai: ['bot/llm-client.ts'],
  '@opentelemetry': ['bot/otlp.ts'],
  'node:sqlite': ['bot/store/'],
  pg: ['bot/store/postgres.ts'],
  ajv: ['bot/package/schema.ts'],
  fflate: ['bot/package/package.ts'],
  pngjs: ['bot/package/icons.ts'],
  // For its version.
  'package.json': ['cards/about.ts', 'bot/main.ts', 'bot/otlp.ts'],
  // The labelled messages and the model that training makes of them lie beside the code that reads them.
  'node:fs': ['bot/', 'dialogs/understanding/examples.ts', 'dialogs/understanding/model.ts'],
  'node:crypto': ['bot/', 'dialogs/scene.ts', 'dialogs/understanding/examples.ts'],
}

const layers = Object.keys(mayImport)
const everything = [...layers, 'bot'].flatMap(folder => filesIn(folder))

/** An import as a layer sees it: the folder of a file of ours, else the package without the path inside it. */
function originOf(name: string): string {
  const parts = name.split('/')
  return (name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]) ?? name
}

test.for(layers)('%s imports only what is below it', folder => {
  const allowed = [folder, ...(mayImport[folder] ?? [])]
  const isAllowed = (file: string, name: string) => allowed.includes(originOf(name)) || (mayName[name]?.includes(file) ?? false)
  const wrong = filesIn(folder).flatMap(file =>
    importsOf(file)
      .filter(({ name }) => !isAllowed(file, name))
      .map(({ name }) => `${file} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test.for(Object.keys(mayName))('%s is named only where it belongs', name => {
  const places = mayName[name] ?? []
  const naming = everything.filter(file => importsOf(file).some(each => each.name === name || each.name.startsWith(`${name}/`)))
  expect(naming.filter(file => !places.some(place => file === place || (place.endsWith('/') && file.startsWith(place))))).toEqual([])
  expect(places.filter(place => !naming.some(file => file.startsWith(place)))).toEqual([])
})

test('only the types of adaptivecards are used: the library itself is for browsers', () => {
  const running = everything.filter(file => importsOf(file).some(({ name, onlyTypes }) => name.startsWith('adaptivecards') && !onlyTypes))
  expect(running).toEqual([])
})

/** Rounds that come back to where they began, by what each imports. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (one: string, path: readonly string[]): void => {
    if (path.includes(one)) circles.push([...path.slice(path.indexOf(one)), one].join(' -> '))
    if (done.has(one) || path.includes(one)) return
    for (const next of graph.get(one) ?? []) visit(next, [...path, one])
    done.add(one)
  }
  for (const one of graph.keys()) visit(one, [])
  return circles
}

test('no file imports itself by a detour', () => {
  expect(circlesIn(new Map(everything.map(file => [file, importsOf(file).map(({ name }) => name)])))).toEqual([])
})

test.for(['dialogs', 'dialogs/understanding'])('of the folders in %s, none imports itself by way of another', parent => {
  const folderOf = (file: string) => (dirname(dirname(file)) === parent ? dirname(file) : undefined)
  const graph = new Map<string, string[]>()
  for (const file of filesIn(parent)) {
    const from = folderOf(file)
    if (from === undefined) continue
    const others = importsOf(file).flatMap(({ name }) => folderOf(name) ?? [])
    graph.set(from, [...(graph.get(from) ?? []), ...others.filter(other => other !== from)])
  }
  expect([...graph.keys()].length).toBeGreaterThan(2)
  expect(circlesIn(graph)).toEqual([])
})

test('the dialogs load no model: only the thread of the understanding has one in memory', () => {
  const loaded = new Set<string>()
  const load = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const { name, onlyTypes } of everything.includes(file) ? importsOf(file) : []) if (!onlyTypes) load(name)
  }
  load('dialogs/desk.ts')
  expect([...loaded]).toContain('dialogs/understanding/days/acting-day.ts')
  expect([...loaded]).not.toContain('dialogs/understanding/model.ts')
})

test('imports are found in every form they are written in', () => {
  // The tests above are worth what `importsOf` finds.
  const here = importsOf('test/layers.test.ts').map(({ name }) => name)
  expect(here).toEqual(['node:path', 'vitest', 'test/support/files.ts'])
  const withMany = importsOf('cards/answer.ts').map(({ name }) => name)
  expect(withMany).toContain('cards/parts.ts')
  expect(importsOf('cards/card.ts')).toEqual([{ name: 'adaptivecards', onlyTypes: true }])
})

describe('what must be handed in', () => {
  const places = (pattern: RegExp, folders: readonly string[]) =>
    folders.flatMap(folder => filesIn(folder)).filter(file => pattern.test(sourceOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))

  test('is the environment: bot/config.ts alone reads it', () => {
    expect(places(/process\.(env|loadEnvFile)\b/, [...layers, 'bot'])).toEqual(['bot/config.ts'])
  })

  test('is the clock: no rule, card or dialog reads it', () => {
    expect(places(/Date\.now\(|new Date\(\)|DateTime\.(now|local|utc)\(\)|performance\.now|hrtime/, layers)).toEqual([])
  })

  test('is chance: no rule, card or dialog throws dice', () => {
    expect(places(/Math\.random|randomUUID|randomBytes/, layers)).toEqual([])
  })
})

test('rules speak in codes: the words live with the cards', () => {
  // Titles of documents are data, and a fault in the policy is for the operator who wrote the file.
  const excepted = ['rules/sources.ts', 'rules/policy.ts']
  const sentence = /(['"`])(?:(?!\1)[^\\\n])*[A-Za-z,]{2,} [a-z]+ [a-z]+(?:(?!\1)[^\n])*\1/g
  const speaking = filesIn('rules')
    .filter(file => !excepted.includes(file))
    .flatMap(file =>
      [
        ...sourceOf(file)
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
          .matchAll(sentence),
      ].map(([text]) => `${file}: ${text}`),
    )
  expect(speaking).toEqual([])
})
