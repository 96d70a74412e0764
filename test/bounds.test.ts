import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../dialogs/turn.ts'
import { activityOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { mayOpen } from './support/open-files.ts'
import { claimsFor, credentialsOf, makeKeys, signedBy, startTeamsCloud, type TeamsCloud } from './support/teams-cloud.ts'

let clock: TestClock
let cloud: TeamsCloud
let bot: RunningBot
let release: () => void
let held: Promise<void>
beforeEach(async () => {
  clock = testClock()
  cloud = await startTeamsCloud([])
  held = new Promise(resolve => (release = resolve))
})
afterEach(async () => {
  release()
  await bot.stop()
  await cloud.stop()
})

const yes = async (): Promise<Answer> => ({ reply: { kind: 'say', text: 'Yes' }, trace: {} })
const answered = { status: 200, body: undefined }
const comeBack = { status: 503, again: '1', code: 'busy' }
const times = <Made>(count: number, make: (index: number) => Made) => Array.from({ length: count }, (_, index) => make(index))

async function ask(more: object, headers: Readonly<Record<string, string>> = {}) {
  const body = JSON.stringify(activityOf(bot.connector.serviceUrl, { text: 'hi', ...more }))
  const all = { 'Content-Type': 'application/json', ...headers }
  const response = await fetch(`${bot.address}/api/messages`, { method: 'POST', headers: all, body })
  const text = await response.text()
  return { status: response.status, again: response.headers.get('Retry-After'), code: text && JSON.parse(text).error.code }
}

let persons = 0
/** Somebody else of a tenant says something, in a chat of their own. */
const of = (tenant: string) => {
  const id = `a:${++persons}`
  return { from: { id }, conversation: { id, conversationType: 'personal', tenantId: tenant } }
}

test.for([
  ['one tenant', ['loud'], 'loud', 'quiet'],
  ['all', ['one', 'other'], 'third', undefined],
] as const)(
  'of %s no more turns than their share are taken while Teams is slow, and everybody is answered in the end',
  { skip: !mayOpen(4000) },
  async ([, loud, refused, served]) => {
    bot = await startBot(yes, clock)
    const turns = loud.length * 500
    bot.connector.next(...times(turns, () => ({ hold: held })))
    const taken: ReturnType<typeof ask>[] = []
    // A few at a time: on a slow machine, whoever waits long to begin is sent away before the queue is full.
    while (taken.length < turns) {
      taken.push(...times(25, () => ask(of(loud[Math.floor(taken.length / 500)]!))))
      await Promise.race([bot.connector.arrived(taken.length), ...taken])
    }
    expect(await Promise.all(times(3, () => ask(of(refused))))).toEqual(times(3, () => comeBack))
    if (served) expect(await bot.say('hi', of(served))).toEqual(answered)
    release()
    expect(new Set((await Promise.all(taken)).map(({ status }) => status))).toEqual(new Set([200]))
    expect(await bot.say('hi', of(refused))).toEqual(answered)
  },
)

test('no more than 500 wait for the keys of Teams while these do not come', { skip: !mayOpen(1100) }, async () => {
  const keys = makeKeys('teams', ['msteams'])
  cloud.keys = [keys]
  bot = await startBot(yes, clock, undefined, credentialsOf({ ...cloud.environment, MICROSOFT_APP_PASSWORD: 'top-secret' }))
  cloud.next('/keys', { hold: held })
  const madeUp = { Authorization: `Bearer ${signedBy({ ...keys, id: 'made-up' }, { payload: {} })}` }
  const good = { Authorization: `Bearer ${signedBy(keys, { payload: claimsFor(bot.connector.serviceUrl, clock.now()) })}` }
  let sentAway = 0
  const all = times(510, async () => {
    const answer = await ask({}, madeUp)
    if (answer.status === 503) sentAway++
    return answer
  })
  await expect.poll(() => sentAway).toBe(10)
  expect(await (await fetch(`${bot.address}/healthz`)).json()).toEqual({ status: 'ok' })
  release()
  const answers = await Promise.all(all)
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(500)
  expect(answers.filter(({ status }) => status === 503)).toEqual(times(10, () => comeBack))
  expect((await ask({}, good)).status).toBe(200)
})
