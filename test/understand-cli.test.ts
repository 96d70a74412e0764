import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ended, startCommand } from './support/command.ts'

function run(input: string, flags: readonly string[]) {
  const command = startCommand('understand', flags)
  command.stdin.on('error', () => undefined)
  command.stdin.end(input)
  return ended(command)
}

const now = ['--now', '2026-03-10T09:00:00Z']
const understood = async (input: string, flags: readonly string[] = now) => {
  const { stdout, stderr, status } = await run(input, flags)
  expect([status, stderr]).toEqual([0, ''])
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}

describe('a message from the shell', () => {
  test('is understood as plain text, with what was said in it', async () => {
    expect(await understood('can I still extend my trial? it ends on 15 April\n')).toEqual([
      {
        text: 'can I still extend my trial? it ends on 15 April',
        intent: 'extend-trial',
        confidence: expect.any(Number),
        entities: { trialEnd: '2026-04-15' },
        band: 'sure',
      },
    ])
  })

  test('is JSON where it is an object with a text, else the message itself', async () => {
    const lines = ['{"text":"which size for 640 devices?"}', '{"txt":"thanks"}', '', 'thanks\r', '"thanks"']
    const read = await understood(`${lines.join('\n')}\n`)
    expect(read.map(({ text }) => text)).toEqual(['which size for 640 devices?', '{"txt":"thanks"}', 'thanks', '"thanks"'])
  })

  test('has its own moment, whose offset gives the day', async () => {
    const message = (moment: string) => JSON.stringify({ text: 'can we extend? the trial ends tomorrow', now: moment })
    const read = await understood([message('2026-03-10T23:30:00-05:00'), message('2026-03-10T23:30:00+14:00')].join('\n'))
    expect(read.map(({ entities }) => entities.trialEnd)).toEqual(['2026-03-11', '2026-03-11'])
    expect(await understood(message('2026-05-01T00:30:00+02:00'))).toMatchObject([{ entities: { trialEnd: '2026-05-02' } }])
  })

  test('whose moment or language can not be used is counted from the present, and that is said with its line', async () => {
    const text = 'can we extend? the trial ends tomorrow'
    const lines = [{ text }, { text, now: 'garbage' }, { text, now: 5 }, { text, now: '2100-01-01T00:00:00Z' }, { text, locale: '!!' }]
    const { stdout, stderr, status } = await run(lines.map(line => JSON.stringify(line)).join('\n'), now)
    expect(status).toBe(1)
    expect(stdout.match(/"trialEnd":"[\d-]+"/g)).toEqual(lines.map(() => '"trialEnd":"2026-03-11"'))
    expect(stderr.trim().split('\n')).toEqual([
      'line 2: "now": "garbage" is no instant; use ISO, such as 2026-03-10T09:00:00Z; it counts as left out',
      'line 3: "now": 5 is no instant; use ISO, such as 2026-03-10T09:00:00Z; it counts as left out',
      'line 4: "now": 2100-01-01 is out of range; days from 2015-01-01 to 2099-12-31 are accepted; it counts as left out',
      'line 5: "locale": "!!" is no language tag; use one such as en-GB; it counts as left out',
    ])
  })

  test('says which of several answers of an intent is meant', async () => {
    expect(await understood('is it part of E5?')).toMatchObject([{ intent: 'license-terms', aspect: 'e5' }])
  })

  test('in another language is not guessed at', async () => {
    expect(await understood('Wie lange können wir die Testphase noch verlängern?')).toMatchObject([
      { band: 'not', facts: { locale: 'de' } },
    ])
  })

  test('that names a day in two ways of reading says so', async () => {
    const [read] = await understood('my trial ends on 3/4/2026, can I extend it?')
    expect(read.unclear).toEqual([{ fact: 'trialEnd', text: '3/4/2026', readings: ['2026-04-03', '2026-03-04'] }])
  })

  test('about something else has no entities', async () => {
    expect(await understood('remind me to renew my car insurance on 3 May')).toMatchObject([{ intent: 'out-of-scope', entities: {} }])
  })
})

describe('a labelled file', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'understand-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const score = async (lines: readonly string[]) => {
    const file = join(folder, 'labelled.jsonl')
    writeFileSync(file, lines.join('\n'))
    return run('', ['--score', file])
  }

  test('is scored: shares on the last line, counted from 10 March 2026', async () => {
    const { stdout, status } = await score([
      '{"text":"can I extend my trial? it ends tomorrow","intent":"extend-trial","entities":{"trialEnd":"2026-03-11"}}',
      '{"text":"can I extend my trial? it ends today","intent":"extend-trial","entities":{}}',
    ])
    expect(status).toBe(0)
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({ n: 2, intent: 1, entities: 0.5, both: 0.5, sure: 1, sureWrong: 0 })
    expect(stdout).toMatch(/extend-trial +2 of 2 +100\.0 %/)
  })

  test.for([
    '{"text":"hi"}',
    '{"intent":"greeting"}',
    '{"text":"hi","intent":"greeting","entities":null}',
    '{"text":"hi","intent":"greeting","entities":[]}',
    'null',
    '[1]',
    '5',
    'hi',
  ])('with the line %s, which is no labelled message, is refused with its number', async line => {
    const { stdout, stderr, status } = await score(['{"text":"hi","intent":"greeting"}', line])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^--score: line 2 of .* is no labelled message; write \{"text"/)
  })
})

test.for([
  ['--now', 'soon', '--now: "soon" is no instant; use ISO, such as 2026-03-10T09:00:00Z\n'],
  ['--now', '1999-01-01T00:00:00Z', '--now: 1999-01-01 is out of range; days from 2015-01-01 to 2099-12-31 are accepted\n'],
  ['--locale', '!!', '--locale: "!!" is no language tag; use one such as en-GB\n'],
  ['--score', '/nowhere', "--score: /nowhere can't be read (ENOENT)\n"],
] as const)('%s %s is refused in a sentence', async ([flag, value, sentence]) => {
  const { stdout, stderr, status } = await run('hi\n', [flag, value])
  expect([status, stdout, stderr]).toEqual([1, '', sentence])
})
