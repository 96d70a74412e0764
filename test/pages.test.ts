import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placeholders, settings } from '../bot/settings.ts'
import { counters, gauges } from '../bot/telemetry.ts'
import { filesIn, importsOf, root, sourceOf } from './support/files.ts'

// What the pages promise is there: links, files, commands, variables, lines of the log.
const pages = ['README.md', 'manifest/CHECKLIST.md', 'dialogs/understanding/README.md', ...filesIn('docs', '.md')]
const scripts = Object.keys((JSON.parse(sourceOf('package.json')) as { scripts: object }).scripts)
const operate = sourceOf('docs/operate.md')

/** The anchor that a heading gets. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
const anchorsIn = (page: string) => [...sourceOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

/** The names in the first column of a page's tables whose heading is this. */
const rowsUnder = (page: string, heading: string) =>
  page
    .split(`\n| ${heading} |`)
    .slice(1)
    .flatMap(table => {
      const [rows = ''] = table.split('\n\n')
      return rows.split('\n').flatMap(row => /^\| `([^`]+)`/.exec(row)?.[1] ?? [])
    })

describe.for(pages)('%s', page => {
  const text = sourceOf(page)

  test('has links that lead somewhere', () => {
    const broken = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].filter(([, path = '', anchor]) => {
      const file = path === '' ? page : posix.join(posix.dirname(page), path)
      return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsIn(file).includes(anchor))
    })
    expect(broken.map(([link]) => link)).toEqual([])
  })

  test('names files and commands that exist', () => {
    const files = [...text.matchAll(/`((?:bot|cards|deploy|dialogs|docs|manifest|rules|test)\/[\w./-]*)`/g)].map(([, file = '']) => file)
    expect(files.filter(file => !existsSync(join(root, file)))).toEqual([])
    const commands = [...text.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, script = '']) => script)
    expect(commands.filter(script => !scripts.includes(script))).toEqual([])
  })
})

describe('docs/operate.md', () => {
  test('explains every variable, and none that does not exist', () => {
    const clouds = /all seven of these[^\n]*\n([^\n]+)/.exec(operate)?.[1]?.match(/\w+(?=`)/g) ?? []
    const explained = [...rowsUnder(operate, 'variable'), ...clouds]
    expect([...new Set(explained)].toSorted()).toEqual(
      [...new Set([...Object.keys(settings.shape), ...Object.keys(placeholders)])].toSorted(),
    )
  })

  test('gives the defaults that the bot has', () => {
    const { PORT, DATA_DIR, MICROSOFT_APP_TYPE, LLM, LOG_LEVEL } = settings.parse({})
    const defaults = Object.fromEntries(
      [...operate.matchAll(/^\| `(\w+)` \| `?([\w.]+)/gm)].map(([, name = '', value = '']) => [name, value]),
    )
    expect(defaults).toMatchObject({ PORT: String(PORT), DATA_DIR, MICROSOFT_APP_TYPE, LLM, LOG_LEVEL })
  })

  test('says what to do about every line of the log', () => {
    const calls = filesIn('bot').flatMap(file =>
      [...sourceOf(file).matchAll(/\blog\.(?:note|trouble)\(([^\n]*)/g)].map(([, rest = '']) => rest),
    )
    const said = calls.flatMap(rest => [...rest.matchAll(/'(\w+(?: \w+,?)+|notices)'/g)].map(([, line = '']) => line))
    expect(said.length).toBeGreaterThan(10)
    expect([...new Set(said)].filter(line => !operate.includes(`\`${line}\``))).toEqual([])
  })
})

test('docs/operate.md explains every metric, and none that does not exist', () => {
  const explained = [...operate.matchAll(/^\| (`license_desk\..*?) \|/gm)].flatMap(([, names = '']) => names.match(/[\w.]+/g) ?? [])
  const sent = [...Object.keys(counters), ...Object.keys(gauges), 'turn.duration'].map(name => `license_desk.${name}`)
  expect(explained.toSorted()).toEqual(sent.toSorted())
})

test('docs/privacy.md says how long things are kept, as the store keeps them', () => {
  const kept = filesIn('bot/store').flatMap(file => [...sourceOf(file).matchAll(/^const [A-Z]+_DAYS = (\d+)$/gm)].map(([, days]) => days))
  const rows = sourceOf('docs/privacy.md')
    .split('\n')
    .filter(line => line.split(' | ').length === 3)
  const stated = rows.flatMap(row => [...row.matchAll(/(\d+) days/g)].map(([, days]) => days))
  expect(kept.length).toBeGreaterThan(3)
  expect([...new Set(stated)].toSorted()).toEqual([...new Set(kept)].toSorted())
})

test('docs/way-out.md names exactly the files that name the SDK', () => {
  const naming = filesIn('bot').filter(file => importsOf(file).some(({ name }) => name.startsWith('botbuilder')))
  expect(rowsUnder(sourceOf('docs/way-out.md'), 'file').toSorted()).toEqual(naming)
})

test('the variables of the README exist', () => {
  const named = [...sourceOf('README.md').matchAll(/`([A-Z][A-Z\d]*_[A-Z\d_]+)`/g)].map(([, name = '']) => name)
  expect(named.filter(name => !(name in settings.shape) && !(name in placeholders))).toEqual([])
})

test('deploy/main.bicep sets variables that exist', () => {
  const set = [...sourceOf('deploy/main.bicep').matchAll(/\{ name: '([A-Z][A-Z_]+)'/g)].map(([, name = '']) => name)
  expect(set.length).toBeGreaterThan(3)
  expect(set.filter(name => !(name in settings.shape))).toEqual([])
})
