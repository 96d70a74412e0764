import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { activityOf, pressOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { type RunningCollector, startCollector } from './support/collector.ts'
import { type LlmServer, startLlmServer } from './support/llm-server.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const CALLER = 'b7ad6b7169203331'
const question = 'can I still extend my trial? it ends on 15 April'

let clock: TestClock
let collector: RunningCollector
let model: LlmServer
let bot: RunningBot
let stopped = false

beforeEach(async () => {
  clock = testClock()
  collector = await startCollector()
  model = await startLlmServer()
  const llm = { kind: 'openai', baseUrl: `${model.address}/v1`, apiKey: 'k', model: 'm' } as const
  const { endpoint } = collector
  stopped = false
  bot = await startBot(undefined, clock, llm, undefined, undefined, {
    endpoint,
    headers: { authorization: 'Bearer s3cret' },
    service: 'our-desk',
  })
})
afterEach(async () => {
  await stop()
  await Promise.all([collector.stop(), model.stop()])
})

/** Stops the bot, which sends what is left. */
async function stop(): Promise<void> {
  if (!stopped) await bot.stop()
  stopped = true
}

const say = (text: string, headers: Readonly<Record<string, string>> = {}) =>
  post(bot.address, JSON.stringify(activityOf(bot.connector.serviceUrl, { text })), headers)
const measured = (name: string, attributes = {}) =>
  collector
    .points()
    .filter(
      point => point.name === `license_desk.${name}` && Object.entries(attributes).every(([key, value]) => point.attributes[key] === value),
    )
    .reduce((sum, { value }) => sum + value, 0)

describe('a trace', () => {
  test('of a turn goes on with that of the caller, and holds what the turn waited for', async () => {
    await say(question, { traceparent: `00-${TRACE}-${CALLER}-01` })
    await stop()
    const spans = collector.spans()
    const turn = spans.find(({ name }) => name === 'turn')!
    expect(turn).toMatchObject({ trace: TRACE, parent: CALLER, failed: false })
    expect(turn.attributes).toEqual({
      turn: expect.stringMatching(/^[0-9a-f]{6}$/),
      did: 'said',
      intent: 'extend-trial',
      band: 'sure',
      rule: 'trialExtension',
      codes: ['window-open-if'],
      policy: '2024-11-17',
      outcome: 'depends',
      sent: 'accepted',
      place: 'personal',
    })
    const under = (id: string) => spans.filter(({ parent }) => parent === id).map(({ name }) => name)
    expect(under(turn.id)).toEqual(['store seen', 'desk', 'send'])
    const desk = spans.find(({ name }) => name === 'desk')!
    expect(under(desk.id)).toEqual(expect.arrayContaining(['store conversation', 'understand', 'store keep']))
    expect(desk.attributes).toMatchObject({ rule: 'trialExtension', outcome: 'depends' })
    expect(spans.find(({ name }) => name === 'send')?.attributes).toEqual({ method: 'POST', outcome: 'accepted' })
    expect(new Set(spans.map(({ trace }) => trace))).toEqual(new Set([TRACE]))
  })

  test('is named on the line of the log', async () => {
    await say(question)
    await stop()
    const [turn] = collector.spans().filter(({ name }) => name === 'turn')
    expect(turn?.parent).toBe('')
    expect(bot.lines).toMatchObject([{ trace: turn?.trace, turn: turn?.attributes.turn, msg: 'turn' }])
  })

  test('that the caller doesn’t record is not sent, and not named', async () => {
    await say(question, { traceparent: `00-${TRACE}-${CALLER}-00` })
    await stop()
    expect(collector.spans()).toEqual([])
    expect(bot.lines).toMatchObject([{ msg: 'turn', outcome: 'depends' }])
    expect(bot.lines[0]).not.toHaveProperty('trace')
  })

  test.for(['', 'nonsense', `00-${'0'.repeat(32)}-${CALLER}-01`, `00-${TRACE}-${CALLER}-01-more`])(
    'begins anew where the caller tells "%s"',
    async traceparent => {
      await say('hello', { traceparent })
      await stop()
      expect(collector.spans().find(({ name }) => name === 'turn')).toMatchObject({ parent: '', trace: expect.not.stringMatching(TRACE) })
    },
  )

  test('of a model shows what came of it', async () => {
    model.next({ opinion: { intent: 'refund-window', aspect: null, dates: [] } })
    await say('vorpal mimsy outgrabe')
    await stop()
    const llm = collector.spans().find(({ name }) => name === 'llm')!
    expect(llm.attributes).toEqual({ outcome: 'used' })
    expect(collector.spans().find(({ id }) => id === llm.parent)).toMatchObject({ name: 'understand', attributes: { model: true } })
  })

  test('of a turn that fails tells the kind of error, and is named with the id that the person is given', async () => {
    const text = `can I extend? it ends on 15 April ${randomUUID()}`
    await bot.store.close()
    await say(text)
    const said = bot.connector.posted.at(-1)!.activity.text as string
    const id = /\(id ([0-9a-f]{6})\)/.exec(said)?.[1]
    await stop()
    const spans = collector.spans()
    expect(spans.find(({ name }) => name === 'turn')?.attributes).toMatchObject({ turn: id, outcome: 'failed' })
    expect(spans.filter(({ failed }) => failed).map(({ name }) => name)).toEqual(['store seen'])
    expect(bot.lines[0]).toMatchObject({ level: 'error', turn: id, trace: spans[0]?.trace })
  })

  test('of a delivery holds the ledger and the sending', async () => {
    await say('remind me before our trial ends on 15 April')
    clock.advance(14 * 86_400_000)
    await bot.deliver()
    await stop()
    const delivery = collector.spans().find(({ name }) => name === 'delivery')!
    expect(delivery).toMatchObject({ parent: '', attributes: { notices: 1, shared: false } })
    const names = collector.spans().flatMap(({ name, trace }) => (trace === delivery.trace ? [name] : []))
    expect(names).toEqual(expect.arrayContaining(['store ledger begin', 'send', 'store ledger settle']))
    expect(measured('notices', { state: 'sent' })).toBe(1)
    expect(measured('attempts', { outcome: 'accepted' })).toBe(1)
  })
})

describe('metrics', () => {
  test('count turns, refused requests, replies and what was called wrong', async () => {
    await say(question)
    await say('this is wrong')
    await say('this is wrong')
    await post(bot.address, 'x'.repeat(300_000))
    await post(bot.address, '[]')
    await post(bot.address, '[]')
    bot.connector.next({ status: 400 })
    await say('hello')
    await stop()
    expect(measured('turns')).toBe(4)
    expect(measured('turns', { intent: 'extend-trial', rule: 'trialExtension', outcome: 'depends', did: 'said' })).toBe(1)
    expect(measured('turn.duration')).toBe(4)
    expect(measured('answers.wrong')).toBe(1)
    expect(measured('answers.wrong', { rule: 'trialExtension', codes: 'window-open-if', policy: '2024-11-17' })).toBe(1)
    expect(measured('requests.refused', { code: 'too-large' })).toBe(1)
    expect(measured('requests.refused', { code: 'not-an-activity' })).toBe(2)
    expect(measured('replies', { outcome: 'accepted' })).toBe(3)
    expect(measured('replies', { outcome: 'refused', status: 400 })).toBe(1)
    expect(collector.points().find(({ name }) => name === 'license_desk.queue.length')?.value).toBe(0)
  })

  test('count sends for which Teams does not know the bot, and how long reminders wait', async () => {
    await say('remind me before our trial ends on 15 April')
    clock.advance(14 * 86_400_000)
    bot.connector.next({ status: 401 })
    await bot.deliver()
    clock.advance(400_000)
    await stop()
    expect(measured('connector.unauthorized', { status: 401 })).toBe(1)
    expect(measured('attempts', { status: 401 })).toBe(1)
    expect(measured('notices.overdue')).toBe(4_000_000)
  })

  test('count what came of questions to a model, and a store that is not reached', async () => {
    const opinion = (intent: string | null) => ({ opinion: { intent, aspect: null, dates: [] } })
    model.next(opinion('refund-window'), { status: 500 }, opinion(null), 'silence')
    await say('vorpal mimsy outgrabe')
    await say('gimble in the wabe')
    await say('jabberwock with eyes of flame')
    const waiting = say('galumphing back beamish')
    await model.arrived(4)
    clock.advance(2500)
    await waiting
    await bot.store.close()
    await fetch(`${bot.address}/readyz`)
    await stop()
    for (const outcome of ['used', 'failed', 'undecided', 'slow']) expect([outcome, measured('llm', { outcome })]).toEqual([outcome, 1])
    expect(measured('llm', { outcome: 'failed', why: 'status 500' })).toBe(1)
    expect(measured('store.unreachable')).toBe(1)
  })
})

test('the collector gets its headers at its own paths, and nothing about people', async () => {
  const name = `Zaphod ${randomUUID()}`
  await say(`remind me before our trial of ${name} ends on 15 April`)
  await bot.send(pressOf(bot.connector.serviceUrl, { press: name }))
  await stop()
  expect(collector.exports.map(({ path }) => path).toSorted()).toEqual(['/base/v1/metrics', '/base/v1/traces'])
  for (const { headers, body } of collector.exports) {
    expect(headers).toMatchObject({ authorization: 'Bearer s3cret', 'content-type': 'application/x-protobuf' })
    const sent = body.toString('latin1')
    expect(sent).toContain('our-desk')
    for (const secret of [
      name,
      'Zaphod',
      'Robin',
      '29:robin',
      'a:robin',
      '66666666',
      '11111111',
      '15 April',
      '2026-04-15',
      '127.0.0.1',
      's3cret',
    ])
      expect(sent).not.toContain(secret)
  }
})

test.for<[string, number | 'silence' | 'nobody']>([
  ['refuses', 401],
  ['is overloaded', 503],
  ['never answers', 'silence'],
  ['is not there', 'nobody'],
])('a collector that %s holds nobody up, and its secrets stay out of the log', async ([, answer]) => {
  const other = await startCollector(answer === 'nobody' ? 200 : answer)
  if (answer === 'nobody') await other.stop()
  const { endpoint } = other
  const alone = await startBot(undefined, testClock(), undefined, undefined, undefined, {
    endpoint,
    headers: { 'x-key': 's3cret' },
    service: 'd',
  })
  expect(await alone.say(question)).toEqual({ status: 200, body: undefined })
  const ending = alone.stop()
  if (answer === 'silence') await other.arrived(2)
  if (answer === 401) await ending
  if (answer !== 'nobody') await other.stop()
  expect(alone.lines[0]).toMatchObject({ msg: 'turn', outcome: 'depends' })
  if (answer === 401) expect(alone.lines.slice(1)).toMatchObject([{ msg: 'the collector takes nothing', code: 401 }, { code: 401 }])
  expect(JSON.stringify(alone.lines)).not.toMatch(/s3cret|a-secret|127\.0\.0\.1/)
})
