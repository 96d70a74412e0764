import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type JsonObject, objectIn, withTexts } from '../bot/package/json.ts'
import { packageOf } from '../bot/package/package.ts'
import type { Sources } from '../bot/package/parts.ts'
import { searchWords } from '../cards/words/en/search.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import { colorIcon, outlineIcon } from '../manifest/draw-icons.ts'
import { activityOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { ended } from './support/command.ts'
import { filesIn, root } from './support/files.ts'

const operator = {
  TEAMS_APP_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_ID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  BOT_HOST: 'desk.contoso.com',
  DEVELOPER_NAME: 'Contoso',
  WEBSITE_URL: 'https://contoso.com/desk',
  PRIVACY_URL: 'https://contoso.com/privacy',
  TERMS_URL: 'https://contoso.com/terms',
}
const values = { VERSION: '1.2.0', ...operator }
const files = [...filesIn('manifest', '.json'), ...filesIn('manifest', '.png')]
const sources: Sources = Object.fromEntries(files.map(name => [name.replace('manifest/', ''), readFileSync(join(root, name))]))

/** The files of the package, nothing being wrong with it. */
function packed(own: Sources = sources): Readonly<Record<string, Uint8Array>> {
  const made = packageOf(own, values)
  if ('faults' in made) throw new Error(made.faults.join('\n'))
  return unzipSync(made.zip)
}

function faultsOf(own: Sources, given: Readonly<Record<string, string>> = values): readonly string[] {
  const made = packageOf(own, given)
  return 'faults' in made ? made.faults : []
}

const encoded = (content: unknown) => new TextEncoder().encode(JSON.stringify(content))
const written = (name: string) => objectIn(sources[name]) as JsonObject

/** The files with a value put where a path leads; undefined takes out what is there. */
function withValue(file: string, path: string, value: unknown): Sources {
  const content: unknown = structuredClone(written(file))
  const keys = file === 'manifest.json' ? path.split(/[.[\]]+/).filter(key => key !== '') : [path]
  const last = keys.pop() ?? ''
  const at = keys.reduce((object, key) => object[key] as Record<string, unknown>, content as Record<string, unknown>)
  if (value === undefined) delete at[last]
  else at[last] = value
  return { ...sources, [file]: encoded(content) }
}

const pictureOf = (width: number, height: number, pixel: (index: number) => readonly number[]) => {
  const picture = new PNG({ width, height })
  for (let index = 0; index < width * height; index++) picture.data.set(pixel(index), index * 4)
  return PNG.sync.write(picture)
}

describe('the package', () => {
  const { 'manifest.json': manifestFile, ...others } = packed()
  const manifest = objectIn(manifestFile) as JsonObject

  test('holds the manifest, its strings and two icons, and nothing else', () => {
    expect(Object.keys(others)).toEqual(['en.json', 'color.png', 'outline.png'])
    expect(manifest).toMatchObject({
      version: '1.2.0',
      id: operator.TEAMS_APP_ID,
      name: { short: 'License Desk', full: 'License Desk by Contoso' },
      developer: { name: 'Contoso', privacyUrl: operator.PRIVACY_URL },
      localizationInfo: { defaultLanguageTag: 'en', defaultLanguageFile: 'en.json' },
      bots: [{ botId: operator.MICROSOFT_APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
      composeExtensions: [{ botId: operator.MICROSOFT_APP_ID }],
      validDomains: ['desk.contoso.com'],
    })
  })

  test('asks for nothing: no sign-in, no permission, no tab, no link of others to unfold', () => {
    const unasked = ['webApplicationInfo', 'permissions', 'devicePermissions', 'authorization', 'staticTabs', 'configurableTabs']
    expect(unasked.filter(key => key in manifest)).toEqual([])
  })

  test('has nothing left to fill in', () => {
    const texts: string[] = []
    for (const file of [manifest, objectIn(others['en.json']) as JsonObject])
      withTexts(file, text => {
        texts.push(text)
        return text
      })
    expect(texts.filter(text => text.includes('{{'))).toEqual([])
  })

  test('has the version of the program', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(written('manifest.json').version).toBe('{{VERSION}}')
    expect(faultsOf(sources, { ...values, VERSION: version })).toEqual([])
  })

  test('of a language more needs a file more', () => {
    const german = withTexts(written('languages/en.json'), (text, path) => (path === '$schema' ? text : `DE ${text}`.slice(0, 30)))
    const more = { ...sources, 'languages/de.json': encoded(german) }
    const files = packed(more)
    expect(Object.keys(files)).toContain('de.json')
    expect(objectIn(files['manifest.json'])).toMatchObject({
      localizationInfo: { additionalLanguages: [{ languageTag: 'de', file: 'de.json' }] },
    })
    const { 'name.full': _, ...partly } = german as JsonObject
    expect(faultsOf({ ...sources, 'languages/de.json': encoded({ ...partly, 'name.long': 'x' }) })).toEqual([
      'de.json name.full: is not translated; add it.',
      'de.json name.long: has no place in manifest.json; take it out.',
    ])
  })
})

describe('a fault is named with its file and path:', () => {
  const command = 'bots[0].commandLists[0].commands'
  const search = 'composeExtensions[0].commands[0]'
  const long = (length: number) => 'x'.repeat(length)
  const words = Array.from({ length: 501 }, () => 'word').join(' ')
  test.for([
    // Microsoft's schema
    ['manifest.json', 'staticPages', [], 'is not known there; take it out.'],
    ['manifest.json', 'accentColor', undefined, 'is missing; add it.'],
    ['manifest.json', 'accentColor', 'violet', '"violet" is not a colour such as #4F52B2.'],
    ['manifest.json', 'supportsChannelFeatures', 'tier9', '"tier9" is not one of tier1.'],
    ['manifest.json', `${command}[0].type`, 'chat', '"chat" is not one of basic, prompt.'],
    [
      'manifest.json',
      'validDomains',
      Array.from({ length: 101 }, (_, n) => `d${n}.contoso.com`),
      'has 101 entries; it may have 100 at most.',
    ],
    ['manifest.json', 'manifestVersion', '1.22', '"1.22" is not the version of the schema; give that.'],
    [
      'manifest.json',
      '$schema',
      'https://contoso.com/x.json',
      '"https://contoso.com/x.json" is no schema of the MicrosoftTeams kind that is known here.',
    ],
    ['languages/en.json', 'name.short', long(31), 'has 31 characters; it may have 30 at most.'],
    ['languages/en.json', 'description.short', long(81), 'has 81 characters; it may have 80 at most.'],
    ['languages/en.json', 'description.features[0].title', long(46), 'has 46 characters; it may have 45 at most.'],
    ['languages/en.json', `${search}.title`, long(33), 'has 33 characters; it may have 32 at most.'],
    ['languages/en.json', `${search}.samplePrompts[0].text`, long(129), 'has 129 characters; it may have 128 at most.'],
    // Names and descriptions
    ['languages/en.json', 'name.short', 'Defender Desk', '"Defender" is a name of Microsoft; leave it out of the name.'],
    ['languages/en.json', 'name.short', 'License Desk (Teams)', '"Teams" is a name of Microsoft; leave it out of the name.'],
    ['languages/en.json', 'name.short', 'License Desk Beta', '"Beta" is for builds that are not published; leave it out.'],
    ['languages/en.json', 'name.short', 'Help Desk', '"Help" is a part of Teams; begin the name otherwise.'],
    ['languages/en.json', 'name.short', ' ', 'is empty; write it.'],
    ['languages/en.json', 'description.full', words, 'has 501 words; it may have 500 at most.'],
    ['languages/en.json', 'description.full', 'Answers in MS Office', '"MS" stands for Microsoft; write that.'],
    ['languages/en.json', 'description.full', 'Works in Teams', 'names Teams; write "Microsoft Teams" where it does so first.'],
    ['languages/en.json', 'description.full', 'The best answers', '"best" compares or praises; say what it does.'],
    [
      'languages/en.json',
      'description.full',
      'Get it at https://appsource.microsoft.com/x',
      '"appsource.microsoft.com" leads to a store; leave it out.',
    ],
    ['languages/en.json', 'description.short', 'An app for licences', '"app" is said by the place already; leave it out.'],
    // The bot
    ['manifest.json', 'bots[0].isNotificationOnly', true, 'is true, and the bot answers; set it to false.'],
    [
      'manifest.json',
      'bots[0].scopes',
      ['personal', 'team', 'groupChat', 'copilot'],
      undefined,
      'bots[0].commandLists: has no commands for the scope copilot; add a list.',
    ],
    [
      'manifest.json',
      'bots[0].scopes',
      ['personal', 'team'],
      undefined,
      'bots[0].commandLists[1].scopes[1]: "groupChat" is no scope of the bot; add it there.',
    ],
    ['languages/en.json', `${command}[8].title`, '/help', '"/" begins no title; leave it out.'],
    [
      'languages/en.json',
      `${command}[8].title`,
      'Start a chat',
      '"Start a chat" is what Teams calls a function of its own; use other words.',
    ],
    ['languages/en.json', `${command}[8].title`, 'forget ME', '"forget ME" is there twice; leave one.'],
    ['languages/en.json', `${command}[8].description`, undefined, 'is missing; say what the command does.'],
    ['languages/en.json', `${command}[0].prompt`, undefined, 'is missing; say what is asked.'],
    [
      'manifest.json',
      'name',
      { short: 'Another' },
      undefined,
      'en.json name.short: has no free place in manifest.json; make one there, or take it out here.',
    ],
    ['languages/en.json', `${command}[20].title`, 'More', 'has no free place in manifest.json; make one there, or take it out here.'],
    // The message extension
    ['manifest.json', 'composeExtensions[0].botId', operator.TEAMS_APP_ID, 'is another bot; give the id of bots[0].'],
    [
      'manifest.json',
      `${search}.id`,
      'sizeSites',
      undefined,
      'composeExtensions[0].commands[1].id: "sizeSites" is there twice; leave one.',
    ],
    [
      'manifest.json',
      'composeExtensions[0].messageHandlers',
      [{ type: 'link', value: { domains: ['contoso.com'] } }],
      'is not answered by the bot; take it out.',
    ],
    [
      'manifest.json',
      'composeExtensions[0].commands[1].fetchTask',
      false,
      undefined,
      'composeExtensions[0].commands[1].parameters: is missing; say what the command takes.',
    ],
    ['manifest.json', `${search}.semanticDescription`, 'See https://contoso.com', '"https://" has no place here; leave it out.'],
    [
      'languages/en.json',
      `${search}.samplePrompts[1].text`,
      '3 PLANTS: 400, 900 and 6k devices',
      '"3 PLANTS: 400, 900 and 6k devices" is there twice; leave one.',
    ],
    // Files
    ['manifest.json', 'icons.color', '../../secret.png', '"../../secret.png" is no PNG in manifest/; draw it with `npm run icons`.'],
    ['manifest.json', 'localizationInfo.defaultLanguageTag', 'fr', '"fr" has no file; add languages/fr.json.'],
    ['manifest.json', 'accentColor', '{{COLOUR}}', `{{COLOUR}} is no known value; use one of ${Object.keys(values).join(', ')}.`],
  ] as const)('%s %s = %j', ([file, path, value, what, other]) => {
    expect(faultsOf(withValue(file, path, value)).join('\n')).toContain(other ?? `${path}: ${what}`)
  })

  test.for([
    ['TEAMS_APP_ID', 'nope', 'id: "nope" is not an id such as 11111111-2222-3333-4444-555555555555. It comes from TEAMS_APP_ID.'],
    ['DEVELOPER_NAME', 'x'.repeat(33), 'developer.name: has 33 characters; it may have 32 at most. It comes from DEVELOPER_NAME.'],
    ['VERSION', '1.2', 'version: "1.2" can\'t be used; give three numbers such as 1.2.0 in package.json. It comes from VERSION.'],
    [
      'PRIVACY_URL',
      'http://contoso.com',
      'developer.privacyUrl: "http://contoso.com" can\'t be used; give an address that begins with https://.',
    ],
    [
      'TERMS_URL',
      'https://localhost/terms',
      'developer.termsOfUseUrl: "localhost" is known on one machine or network only; give a page of your own.',
    ],
    [
      'BOT_HOST',
      'https://desk.contoso.com',
      'validDomains[0]: "https://desk.contoso.com" is no host alone; give one such as desk.contoso.com,',
    ],
    ['BOT_HOST', '*.contoso.com', 'validDomains[0]: "*.contoso.com" is no host alone;'],
    ['BOT_HOST', 'azurewebsites.net', 'validDomains[0]: "azurewebsites.net" is shared by many; give a host of your own.'],
    ['BOT_HOST', 'desk.ngrok-free.app', 'validDomains[0]: "desk.ngrok-free.app" is a tunnel; give a host of your own.'],
    ['BOT_HOST', 'abc-3978.euw.devtunnels.ms', 'validDomains[0]: "abc-3978.euw.devtunnels.ms" is a tunnel;'],
    ['BOT_HOST', 'teams.microsoft.com', 'validDomains[0]: "teams.microsoft.com" is Microsoft\'s; give a host of your own.'],
    ['BOT_HOST', '10.0.0.1', 'validDomains[0]: "10.0.0.1" is no name; give a host of your own.'],
  ] as const)('%s = %s', ([name, value, line]) => {
    const faults = faultsOf(sources, { ...values, [name]: value })
    expect(faults.join('\n')).toContain(`manifest.json ${line}`)
    expect(faults.every(fault => fault.includes(`It comes from ${name}`))).toBe(true)
  })

  test('what the operator is called follows no rules but those of length', () => {
    expect(faultsOf(sources, { ...values, DEVELOPER_NAME: 'MS Test & Edge Teams (Dev) GmbH' })).toEqual([])
  })

  const violet = [79, 82, 178, 255]
  const white = [255, 255, 255, 255]
  const mark = (index: number) => (index % 32 === 0 || index % 32 === 31 ? white : [0, 0, 0, 0])
  test.for([
    { file: 'color.png', content: pictureOf(191, 192, () => violet), what: 'is 191x192 pixels; it must be 192x192.' },
    {
      file: 'color.png',
      content: pictureOf(192, 192, index => (index < 192 ? [0, 0, 0, 255] : violet)),
      what: 'has an edge of several colours; draw it on a square of one.',
    },
    { file: 'color.png', content: Buffer.from('GIF89a'), what: 'is no PNG that can be read; draw it again with `npm run icons`.' },
    { file: 'outline.png', content: pictureOf(32, 32, () => violet), what: 'has colours; draw it in white on nothing.' },
    { file: 'outline.png', content: pictureOf(32, 32, () => white), what: 'has no transparent pixel; draw it in white on nothing.' },
    {
      file: 'outline.png',
      content: pictureOf(32, 32, index => (index === 500 ? white : [0, 0, 0, 0])),
      what: 'has space around the mark; draw it from edge to edge.',
    },
    { file: 'outline.png', content: pictureOf(64, 64, mark), what: 'is 64x64 pixels; it must be 32x32.' },
    { file: 'manifest.json', content: Buffer.from('[]'), what: 'is no JSON object; write it as one.' },
  ])('$file $what', ({ file, content, what }) => {
    expect(faultsOf({ ...sources, [file]: content })).toContain(`${file}: ${what}`)
    expect(faultsOf({ ...sources, 'outline.png': pictureOf(32, 32, mark) })).toEqual([])
  })
})

test('the icons are what the script draws from the mark of the chat page', () => {
  const pixels = (file: Uint8Array | undefined) => PNG.sync.read(Buffer.from(file ?? [])).data
  expect(pixels(sources['color.png']).equals(pixels(colorIcon()))).toBe(true)
  expect(pixels(sources['outline.png']).equals(pixels(outlineIcon()))).toBe(true)
})

describe('npm run package', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const run = (environment: Readonly<Record<string, string>>) =>
    ended(spawn(process.execPath, [join(root, 'bot/cli/package.ts')], { cwd: folder, env: { ...environment }, stdio: 'pipe' }))

  test('writes the same bytes from the same values, wherever and whenever it runs', async () => {
    const { status, stdout } = await run(operator)
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^dist\/license-desk\.zip: version [\d.]+, [\d,]+ bytes\n$/)])
    const first = readFileSync(join(folder, 'dist/license-desk.zip'))
    await run({ ...operator, TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' })
    expect(readFileSync(join(folder, 'dist/license-desk.zip')).equals(first)).toBe(true)
  })

  test('without ids writes a package for looking at, and says so', async () => {
    writeFileSync(join(folder, '.env'), 'DEVELOPER_NAME=Contoso\n')
    const { status, stdout } = await run({})
    expect(status).toBe(0)
    expect(stdout).toContain('It holds placeholders, because these are not set: TEAMS_APP_ID, MICROSOFT_APP_ID, BOT_HOST, WEBSITE_URL, ')
    expect(readdirSync(join(folder, 'dist'))).toEqual(['license-desk-local.zip'])
  })

  test('with a fault says every one, and writes nothing', async () => {
    const { status, stderr } = await run({ ...operator, TEAMS_APP_ID: 'x', BOT_HOST: 'localhost' })
    expect([
      status,
      stderr
        .trim()
        .split('\n')
        .map(line => line.split(':')[0]),
    ]).toEqual([1, ['manifest.json id', 'manifest.json validDomains[0]']])
    expect(existsSync(join(folder, 'dist'))).toBe(false)
  })
})

describe('what the package promises is answered:', () => {
  const strings = Object.entries(written('languages/en.json')) as [string, string][]
  const matching = (path: RegExp) => [...new Set(strings.filter(([key]) => path.test(key)).map(([, text]) => text))]
  const noAnswer: readonly string[] = [
    smallTalk.didYouMean,
    smallTalk.notUnderstood,
    smallTalk.notUnderstoodTwice,
    smallTalk.outOfScope,
    searchWords.unknown,
  ]
  let bot: RunningBot
  let chats = 0
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  test.for(matching(/^bots.*\.(title|prompt)$/))('"%s"', async text => {
    const before = bot.connector.posted.length
    const tenantId = '11111111-2222-4333-8444-555555555555'
    await bot.say(text, { conversation: { id: `a:chat-${++chats}`, conversationType: 'personal', tenantId } })
    const { activity } = await bot.connector.arrived(before + 1)
    expect(noAnswer).not.toContain(activity.attachments?.[0].content.body[0].text ?? activity.text)
  })

  test.for(matching(/samplePrompts/))('"%s" in the message extension', async text => {
    const value = { commandId: 'answer', parameters: [{ name: 'query', value: text }], queryOptions: { skip: 0, count: 25 } }
    const { body } = await bot.send(activityOf(bot.connector.serviceUrl, { type: 'invoke', name: 'composeExtension/query', value }))
    const { attachments } = (body as { composeExtension: { attachments: { content: { body: { text: string }[] } }[] } }).composeExtension
    expect(noAnswer).not.toContain(attachments[0]?.content.body[0]?.text)
  })

  test('the form of the second command opens', async () => {
    const value = { commandId: 'sizeSites', commandContext: 'compose' }
    const { body } = await bot.send(activityOf(bot.connector.serviceUrl, { type: 'invoke', name: 'composeExtension/fetchTask', value }))
    expect(body).toMatchObject({ task: { type: 'continue' } })
  })
})
