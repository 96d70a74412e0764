import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog, type Log, muteConsole } from '../bot/log.ts'
import type { Card } from '../cards/card.ts'
import { activityOf, installOf, pressOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { ofType } from './support/card-parts.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { type LlmServer, startLlmServer } from './support/llm-server.ts'
import { claimsFor, credentialsOf, type Keys, makeKeys, signedBy, startTeamsCloud, TENANT, type TeamsCloud } from './support/teams-cloud.ts'

type Json = Readonly<Record<string, unknown>>

const STRANGERS = '99999999-2222-4333-8444-555555555555'

/** All that must never be in a log, each unmistakable. */
const marks = {
  person: '29:zaphod-beeblebrox',
  name: 'Zaphod Beeblebrox',
  directoryId: '42424242-4242-4242-8242-424242424242',
  mail: 'zaphod@betelgeuse.example',
  chat: 'a:heart-of-gold',
  team: '19:magrathea',
  bot: '28:marvin',
  message: 'activity-slartibartfast',
  site: 'Milliways',
  wish: 'vogon poetry gargleblaster',
  tracked: 'Deep Thought',
  file: 'towel-inventory',
  address: 'krikkit.example',
  typed: 'Agrajag',
  key: 'key-of-trillian',
  secret: 'secret-of-ford',
  token: 'token-of-arthur',
  model: 'answer-of-eddie',
  teams: 'words-of-oolon',
}

let clock: TestClock
let cloud: TeamsCloud
let model: LlmServer
let bot: RunningBot
let keys: Keys
const written: string[] = []

beforeEach(async () => {
  written.length = 0
  for (const method of ['debug', 'info', 'log', 'trace'] as const) vi.spyOn(console, method).mockImplementation(keep)
  for (const output of [process.stdout, process.stderr]) vi.spyOn(output, 'write').mockImplementation(text => keep(text) ?? true)
  clock = testClock()
  keys = makeKeys('teams', ['msteams'])
  cloud = await startTeamsCloud([keys])
  model = await startLlmServer()
  const llm = { kind: 'openai', baseUrl: `${model.address}/v1`, apiKey: marks.key, model: 'm' } as const
  bot = await startBot(undefined, clock, llm, credentialsOf({ ...cloud.environment, MICROSOFT_APP_PASSWORD: marks.secret }))
})
afterEach(async () => {
  await bot.stop()
  await Promise.all([cloud.stop(), model.stop()])
})

function keep(...said: unknown[]): undefined {
  written.push(said.map(String).join(' '))
}

const conversation = (tenantId = TENANT) => ({ id: marks.chat, name: marks.name, conversationType: 'personal', tenantId })
const of = (more: Json): Json => ({
  from: { id: marks.person, name: marks.name, aadObjectId: marks.directoryId, email: marks.mail },
  recipient: { id: marks.bot, name: 'License Desk' },
  conversation: conversation(),
  channelData: { tenant: { id: TENANT }, team: { id: marks.team, name: marks.name } },
  ...more,
})
const signed = () => ({ Authorization: `Bearer ${signedBy(keys, { payload: claimsFor(bot.connector.serviceUrl, clock.now()) })}` })
const deliver = (activity: Json, headers: Readonly<Record<string, string>> = signed()) =>
  post(bot.address, JSON.stringify(activity), headers)
let messages = 0
const say = (text: string, more: Json = {}) =>
  deliver(activityOf(bot.connector.serviceUrl, of({ id: `${marks.message}-${++messages}`, text, ...more })))
const press = (data: unknown) => deliver(pressOf(bot.connector.serviceUrl, data, of({ replyToId: marks.message })))
const invoke = (name: string, value: unknown) => deliver(activityOf(bot.connector.serviceUrl, of({ type: 'invoke', name, value })))
const buttonOf = (title: string): unknown => {
  const { content } = bot.connector.posted.at(-1)!.activity.attachments[0]
  return ofType({ content } as Card, /^Action.Execute$/).find(button => button.title === title)?.data
}

async function talk(): Promise<void> {
  for (const installed of installOf(bot.connector.serviceUrl)) await deliver({ ...installed, ...of({}) })
  await say(`${marks.site}: 400 devices, 900 at ${marks.typed}`)
  await press({ ...(buttonOf('With 20 % growth') as object), [marks.typed]: marks.typed })
  await say(`can I still extend my trial? it ends on 15 April. ${marks.name}`, { type: 'messageUpdate' })
  await press(buttonOf('This is wrong'))
  await press({ ...(buttonOf('Update') as object), trialEnd: marks.typed })
  await press({ press: { v: 1, intent: marks.typed, facts: { trialEnd: marks.typed } } })
  await say('and on 3/4/2026?')
  await say(`31 February, says ${marks.name}`)
  await say(`<at>${marks.name}</at> what counts as a device?`)
  await say('', { attachments: [{ contentType: 'image/png', name: marks.file, contentUrl: `https://${marks.address}/` }] })
  model.next({ text: marks.model }, { status: 500, body: marks.model }, 'reset')
  for (const times of ['once', 'twice', 'thrice']) await say(`${marks.wish} ${times}`)
  await invoke('composeExtension/query', { commandId: 'search', parameters: [{ name: 'text', value: `${marks.site} 400 devices` }] })
  await invoke('composeExtension/submitAction', { commandId: 'size', data: { sites: `${marks.site}\t400` } })
  await invoke('task/fetch', { data: marks.typed })
  await say('what do you know about me?')
}

async function remind(): Promise<void> {
  await say(`remind me before our trial ends on 15 April 2026, it's called ${marks.tracked}`)
  const told = { error: { code: 'ConversationBlockedByUser', message: marks.teams } }
  bot.connector.next({ status: 429, body: told }, { status: 500, body: marks.teams }, { status: 403, body: told })
  for (let day = 0; day < 40; day++) {
    clock.advance(86_400_000)
    await bot.deliver()
  }
  await say('what do you track for me?')
}

async function knock(): Promise<void> {
  const activity = activityOf(bot.connector.serviceUrl, of({ text: marks.wish }))
  await deliver(activity, {})
  await deliver(activity, { Authorization: `Bearer ${marks.token}` })
  await deliver(activity, { Authorization: `Basic ${marks.token}` })
  await deliver({ ...activity, serviceUrl: `https://${marks.address}/` })
  await post(bot.address, `{"text":"${marks.wish}`, signed())
  await post(bot.address, JSON.stringify({ [marks.typed]: marks.typed }), signed())
  await post(bot.address, marks.wish.repeat(20_000), signed())
  await post(bot.address, marks.wish, { 'Content-Encoding': marks.typed })
  await fetch(`${bot.address}/${marks.typed}?${marks.typed}`, { headers: { 'User-Agent': marks.typed, traceparent: marks.typed } })
  await deliver(activityOf(bot.connector.serviceUrl, of({ conversation: conversation(STRANGERS), channelData: null, text: marks.wish })))
}

async function fail(): Promise<void> {
  bot.connector.next({ status: 400, body: { error: { code: 'BadSyntax', message: marks.teams } } }, 'reset')
  await say('hello')
  await say('hello')
  await bot.store.close()
  await say(marks.wish)
  await bot.deliver().catch(() => {})
}

test('a log says what happened in codes, and nothing of what was said, by whom, where, or with which secrets', async () => {
  await talk()
  await remind()
  await say('forget me')
  await knock()
  await fail()
  const lines = bot.lines.map(line => JSON.stringify(line))
  expect(lines.length).toBeGreaterThan(20)
  for (const what of ['turn', 'notices', 'a turn failed', 'requests were refused', 'the model was of no use'])
    expect(bot.lines.map(({ msg }) => msg)).toContain(what)
  const outcomes = bot.lines.map(({ outcome }) => outcome)
  expect(outcomes).toEqual(
    expect.arrayContaining(['called-wrong', 'unknown-button', 'about-me', 'tracked', 'forgotten', 'tenant-refused', 'failed']),
  )
  const never = [...Object.values(marks), STRANGERS, TENANT, new URL(bot.connector.serviceUrl).host, 'eyJ', 'token-1', 'Deep']
  const told = [...lines, ...written].join('\n')
  expect(never.filter(mark => told.toLowerCase().includes(mark.toLowerCase()))).toEqual([])
  expect(told).not.toMatch(/15 April|2026-04-15/)
})

test('a flood of refused requests makes no flood of lines', async () => {
  for (let each = 0; each < 30; each++) await deliver(activityOf(bot.connector.serviceUrl), { Authorization: 'Bearer x' })
  await post(bot.address, '[]')
  expect(bot.lines).toMatchObject([{ msg: 'requests were refused', 'unauthorized: not-a-token': 1 }])
  await clock.waitedFor(60_000)
  clock.advance(60_000)
  await expect.poll(() => bot.lines.slice(1)).toMatchObject([{ 'unauthorized: not-a-token': 29, 'unauthorized: no-token': 1 }])
})

describe('the log', () => {
  const lines: string[] = []
  const log: Log = createLog('info', { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream)
  beforeEach(() => {
    lines.length = 0
  })

  test('tells the place of an error, whatever its message looks like', () => {
    const error = new Error(`no ${marks.wish}\n    at ${marks.typed} (file:///${marks.file}.ts:1:1)`)
    error.name = marks.name
    log.trouble('it broke', Object.assign(error, { code: marks.mail }), 'a1b2c3')
    const { at, error: kind, code, turn } = JSON.parse(lines[0] ?? '') as { at: string[]; error: string; code?: string; turn: string }
    expect([kind, code, turn]).toEqual(['Error', undefined, 'a1b2c3'])
    expect(at[0]).toContain('log.test.ts')
    expect(Object.values(marks).filter(mark => lines.join().includes(mark))).toEqual([])
  })

  test('tells nothing of an error that is none, or whose message was changed', () => {
    const error = new Error('first')
    expect(error.stack).toContain('first')
    error.message = marks.wish
    log.trouble('it broke', error)
    log.trouble('it broke', marks.wish)
    expect(lines.map(line => JSON.parse(line))).toMatchObject([{ error: 'Error', at: [] }, { error: 'string' }])
    expect(lines.join()).not.toContain(marks.wish)
  })

  test('takes the fact alone of what a library writes to the console', () => {
    const before = { ...console }
    muteConsole(log)
    for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) console[method](marks.wish)
    Object.assign(console, before)
    expect(lines.map(line => (JSON.parse(line) as { msg: string }).msg)).toEqual(Array(6).fill('a library wrote to the console'))
    expect([...lines, ...written].join()).not.toContain(marks.wish)
  })
})
