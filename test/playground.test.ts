import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '../bot/playground/moment.ts'
import type { Day } from '../rules/day.ts'
import { chatPage, connectorPath as connector, pageSetting as setting } from './support/chat-page.ts'
import { type SampleBot, startSampleBot } from './support/sample-bot.ts'

let bot: SampleBot
let page: ReturnType<typeof chatPage>
beforeEach(async () => {
  bot = await startSampleBot()
  page = chatPage(bot.address)
})
afterEach(() => bot.stop())

describe('the chat page speaks to the bot as Teams does', () => {
  test('a new chat tells the bot that it was installed, and the welcome arrives', async () => {
    const chat = await page.open()
    const happenings = await page.until(chat, 'licence questions')
    expect(happenings.map(({ kind, activity }) => `${kind} ${activity.type}`)).toEqual([
      'sent conversationUpdate',
      'sent installationUpdate',
      'posted message',
    ])
    expect(bot.received[1]).toMatchObject({ action: 'add', conversation: { id: chat, conversationType: 'personal' } })
  })

  test('a message carries who, where, when and on which device', async () => {
    const chat = await page.open()
    await page.send(chat, { kind: 'said', text: 'a < b\n& c' })
    const [sent] = bot.received.filter(({ type }) => type === 'message')
    expect(sent).toMatchObject({
      channelId: 'msteams',
      serviceUrl: `${bot.address}/playground`,
      text: 'a &lt; b\n&amp; c',
      from: { name: 'Ada Novak', aadObjectId: expect.any(String) },
      recipient: { id: '28:license-desk' },
      conversation: { id: chat, conversationType: 'personal', tenantId: expect.any(String) },
      channelData: { tenant: { id: expect.any(String) } },
      locale: 'de-DE',
      localTimezone: 'Europe/Berlin',
      localTimestamp: expect.stringMatching(/^2026-03-10T\d\d:\d\d:\d\d\.\d{3}\+01:00$/),
      entities: [{ type: 'clientInfo', platform: 'iOS', country: 'DE', locale: 'de-DE', timezone: 'Europe/Berlin' }],
    })
  })

  test('a press is an invoke, and its answer takes the place of the card', async () => {
    const chat = await page.open()
    await page.send(chat, { kind: 'said', text: 'all' })
    const posted = (await page.until(chat, 'An old client')).at(-1)!.activity
    await page.send(chat, {
      kind: 'executed',
      card: posted.id,
      attachment: 1,
      action: { verb: 'answer', data: { trialEnd: '2026-04-15' } },
    })
    expect(bot.received.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: posted.id,
      value: { action: { type: 'Action.Execute', verb: 'answer', data: { trialEnd: '2026-04-15' } }, trigger: 'manual' },
    })
    const { kind, activity } = (await page.until(chat, '"kind":"updated"')).at(-1)!
    expect(kind).toBe('updated')
    expect(activity.attachments[1]!.content.body[0].text).toBe('Noted')
    expect(activity.attachments.toSpliced(1, 1)).toEqual(posted.attachments.toSpliced(1, 1))
  })

  test('the message extension is an invoke, and its answer is for the page alone', async () => {
    const chat = await page.open()
    const value = { commandId: 'answer', parameters: [{ name: 'query', value: '400' }] }
    const { status, body } = await page.invoke(chat, 'composeExtension/query', value)
    expect(bot.received.at(-1)).toMatchObject({ type: 'invoke', name: 'composeExtension/query', value, conversation: { id: chat } })
    expect({ status, body }).toEqual({ status: 200, body: { composeExtension: { type: 'message', text: 'No results' } } })
  })

  test('a card that a person puts into a message goes with it', async () => {
    const chat = await page.open()
    await page.send(chat, { kind: 'said', text: '', card: { type: 'AdaptiveCard', version: '1.5', body: [] } })
    expect(bot.received.at(-1)).toMatchObject({
      type: 'message',
      attachments: [{ contentType: 'text/html' }, { contentType: 'application/vnd.microsoft.card.adaptive', content: { version: '1.5' } }],
    })
    expect(await page.send(chat, { kind: 'said', text: '' })).toBe('400')
  })

  test('a message that the bot refuses is a line in the chat', async () => {
    const chat = await page.open()
    await page.send(chat, { kind: 'said', text: 'refuse this' })
    expect((await page.until(chat, '"kind":"failed"')).at(-1)!.reason).toBe('License Desk refused this with status 503: Busy.')
  })
})

describe('the connector answers the bot as Teams does', () => {
  const message = { type: 'message', text: 'hello' }

  test('a message can be posted, changed and deleted', async () => {
    const chat = await page.open()
    const posted = await page.call('POST', connector(chat), message)
    expect(posted.status).toBe(201)
    const { id } = (await posted.json()) as { id: string }
    expect((await page.call('PUT', connector(chat, id), message)).status).toBe(200)
    expect((await page.call('DELETE', connector(chat, id))).status).toBe(200)
    expect((await page.call('PUT', connector(chat, id), message)).status).toBe(404)
  })

  test.for([
    ['a conversation that is not there', 'POST', 'a:other', '', message, 404, 'ConversationNotFound'],
    ['an activity that is not there', 'PUT', '', '17', message, 404, 'ActivityNotFoundInConversation'],
    ['a message without anything in it', 'POST', '', '', { type: 'message' }, 400, 'BadArgument'],
    ['what is no activity', 'POST', '', '', ['hello'], 400, 'BadSyntax'],
    ['a message over 100 KB', 'POST', '', '', { type: 'message', text: 'x'.repeat(60_000) }, 413, 'MessageSizeTooBig'],
  ] as const)('%s is refused', async ([, method, other, id, body, status, code]) => {
    const response = await page.call(method, connector(other || (await page.open()), id), body)
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([status, code])
  })
})

describe('the playground is for its own page only', () => {
  const statusOf = (headers: Record<string, string>, path = '/') =>
    new Promise(resolve => {
      const { hostname, port } = new URL(bot.address)
      request({ hostname, port, path, headers }, response => resolve(response.resume().statusCode)).end()
    })

  test.for([
    [{ Host: 'localhost:3978' }, 200],
    [{ Host: 'desk.example:3978' }, 403], // a name that was pointed at this machine
    [{ Host: 'localhost:3978', Origin: 'http://localhost:3978' }, 200],
    [{ Host: 'localhost:3978', Origin: 'https://desk.example' }, 403],
    [{ Host: 'localhost:3978', Origin: 'null' }, 403],
  ] as const)('%j gets %i', async ([headers, status]) => {
    expect(await statusOf(headers)).toBe(status)
  })

  test.for([
    '/playground/assets/..%2fassets.ts',
    '/playground/assets/../assets.ts',
    '/playground/assets/nothing.js',
    '/playground/assets/toString',
  ])('%s is not there', async path => {
    expect(await statusOf({ Host: 'localhost' }, path)).toBe(404)
  })

  test.for([
    { ...setting, zone: 'Europe/Paradise' },
    { ...setting, locale: 'x' },
    { ...setting, today: '2026-02-30' },
  ])('a setting that cannot be is refused: %j', async wrong => {
    expect((await page.call('POST', '/playground/start', { place: 'personal', person: 'ada', setting: wrong })).status).toBe(400)
  })
})

test.for([
  ['2026-11-24T20:15:30.250Z', 'Europe/Berlin', undefined, '2026-11-24T21:15:30.250+01:00'],
  ['2026-11-24T20:15:30.250Z', 'Asia/Kolkata', undefined, '2026-11-25T01:45:30.250+05:30'], // another day there
  ['2026-11-24T22:30:00.000Z', 'Europe/Berlin', '2026-07-01', '2026-07-01T23:30:00.000+02:00'], // the offset of that day
  ['2026-07-01T21:30:00.000Z', 'Europe/Berlin', '2026-12-01', '2026-12-01T23:30:00.000+01:00'],
  ['2026-11-24T20:15:30.000Z', 'UTC', '2024-02-29', '2024-02-29T20:15:30.000+00:00'],
] as const)('at %s in %s with today %s it is %s', ([now, zone, today, local]) => {
  expect(momentOf(new Date(now), zone, today as Day | undefined).localTimestamp).toBe(local)
})

test.for([
  ['**bold** and *italic* and _italic_', '<p><strong>bold</strong> and <em>italic</em> and <em>italic</em></p>'],
  ['**an *inner* one**', '<p><strong>an <em>inner</em> one</strong></p>'],
  ['snake_case_name, 2 * 3 * 4', '<p>snake_case_name, 2 * 3 * 4</p>'],
  ['\\*not\\* \\_this\\_ \\[nor](https://this.example)', '<p>*not* _this_ [nor](https://this.example)</p>'],
  ['<img src=x onerror=alert(1)> & "quotes"', '<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;</p>'],
  ['[a](javascript:alert(1)) [b](http://b.example)', '<p>[a](javascript:alert(1)) [b](http://b.example)</p>'],
  ['[c](https://c.example/?d=1&e=2)', '<p><a href="https://c.example/?d=1&amp;e=2" target="_blank" rel="noopener noreferrer">c</a></p>'],
  ['one\ntwo\n\nthree', '<p>one two</p><p>three</p>'],
  ['- one\n- two\r\n3. three', '<ul><li>one</li><li>two</li></ul><ol start="3"><li>three</li></ol>'],
] as const)('%j is shown as Teams shows it', async ([text, html]) => {
  const { markdown } = (await import(new URL('../bot/playground/page/markdown.js', import.meta.url).href)) as {
    markdown: (text: string) => string
  }
  expect(markdown(text)).toBe(html)
})
