import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '../cards/card.ts'
import type { Answer, Reply, Turn } from '../dialogs/turn.ts'
import { activityOf, installOf, pressOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'

const card = (text: string): Card => ({
  summary: `${text}, in short`,
  text,
  content: { type: 'AdaptiveCard', version: '1.5', body: [] } as never,
})
const content = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [], fallbackText: text })
const attachment = (text: string) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content: content(text) })

/** A desk that answers by the last word of what was said, so that every kind of reply can be asked for. */
const replies: Readonly<Record<string, Reply>> = {
  words: { kind: 'say', text: 'In *words*' },
  card: { kind: 'cards', cards: [card('Yes')] },
  both: { kind: 'cards', cards: [card('Yes'), card('No')] },
  replace: { kind: 'replace', card: card('Changed') },
  nothing: { kind: 'nothing' },
}

let bot: RunningBot
let clock: TestClock
let turns: Turn[]
let hold: Promise<void>

beforeEach(async () => {
  turns = []
  hold = Promise.resolve()
  clock = testClock()
  bot = await startBot(async (turn): Promise<Answer> => {
    turns.push(turn)
    await hold
    const { input } = turn
    const wanted =
      input.kind === 'said'
        ? (input.text.split(' ').at(-1) ?? '')
        : input.kind === 'pressed'
          ? (input.data as { give: string }).give
          : 'card'
    if (wanted === 'error') throw new TypeError('the secret plans of Robin Meyer')
    return { reply: replies[wanted] ?? replies.words!, trace: { intent: 'help', outcome: 'answer' } }
  }, clock)
})
afterEach(() => bot.stop())

const url = () => bot.connector.serviceUrl
const posted = () => bot.connector.posted.map(({ method, path, activity }) => ({ method, path, activity }))
const texts = () => bot.connector.posted.map(({ activity }) => activity.text)

describe('a message', () => {
  test('is answered in its own conversation, and then with an empty 200', async () => {
    expect(await bot.say('say it in words', { id: 'm1' })).toEqual({ status: 200, body: undefined })
    expect(posted()).toEqual([
      {
        method: 'POST',
        path: '/a:robin-and-the-desk/activities/m1',
        activity: expect.objectContaining({
          type: 'message',
          text: 'In *words*',
          textFormat: 'plain',
          replyToId: 'm1',
          from: { id: '28:license-desk', name: 'License Desk' },
          conversation: expect.objectContaining({ id: 'a:robin-and-the-desk' }),
        }),
      },
    ])
  })

  test('is answered with a card that says the same in words, and nothing beside it', async () => {
    await bot.say('a card')
    const { activity } = bot.connector.posted[0]!
    expect(activity).toMatchObject({ summary: 'Yes, in short', attachmentLayout: 'list', attachments: [attachment('Yes')] })
    expect(activity.text).toBeUndefined()
  })

  test('with two answers gets them in one message', async () => {
    await bot.say('both')
    expect(bot.connector.posted.map(({ activity }) => activity.attachments)).toEqual([[attachment('Yes'), attachment('No')]])
  })

  test('in a channel is answered in its thread', async () => {
    const conversation = { id: '19:plant@thread.tacv2;messageid=17', conversationType: 'channel', tenantId: 't' }
    await bot.say('words', { id: 'm2', conversation })
    expect(posted()[0]!.path).toBe('/19:plant@thread.tacv2;messageid=17/activities/m2')
  })

  test('that was edited is answered as a new one', async () => {
    await bot.say('words', { id: 'm1' })
    await bot.say('card', { id: 'm1', type: 'messageUpdate', timestamp: '2026-03-10T09:01:00Z', channelData: { eventType: 'editMessage' } })
    await bot.say('card', {
      id: 'm1',
      type: 'messageUpdate',
      timestamp: '2026-03-10T09:02:00Z',
      channelData: { eventType: 'undeleteMessage' },
    })
    expect(turns.map(({ input }) => input)).toEqual([
      { kind: 'said', text: 'words' },
      { kind: 'said', text: 'card' },
    ])
  })

  test('that comes twice is answered once, also while the first is at work', async () => {
    const same = activityOf(url(), { text: 'words' })
    const both = await Promise.all([bot.send(same), bot.send(same)])
    await bot.send(same)
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(texts()).toEqual(['In *words*'])
  })

  test('that expects replies in the response gets them there', async () => {
    const { body } = await bot.say('card', { deliveryMode: 'expectReplies' })
    expect(body).toMatchObject({ activities: [{ type: 'message', attachments: [attachment('Yes')] }] })
    expect(posted()).toEqual([])
  })

  test('without anything to read is met with silence, a file or picture with a sentence', async () => {
    await bot.say('')
    await bot.say(' \n', { attachments: [{ contentType: 'text/html', content: '<p>&nbsp;</p>' }] })
    expect(posted()).toEqual([])
    await bot.say('', {
      attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'sites.xlsx', content: {} }],
    })
    await bot.say('', { attachments: [{ contentType: 'image/*' }, { contentType: 'text/html', content: '<img>' }] })
    expect(texts()).toEqual(Array(2).fill(expect.stringContaining('I read what is typed')))
    expect(turns).toEqual([])
  })

  test('with a file and a question has its question answered', async () => {
    await bot.say('words', { attachments: [{ contentType: 'image/png' }] })
    expect(texts()).toEqual(['In *words*'])
  })
})

describe('turns', () => {
  test('of one conversation run one after the other, in the order they came', async () => {
    let go = () => {}
    hold = new Promise(resolve => (go = resolve))
    const first = bot.say('first words')
    const second = bot.say('second words')
    await expect.poll(() => turns.length).toBe(1)
    expect(turns.map(({ input }) => input)).toEqual([{ kind: 'said', text: 'first words' }])
    go()
    await Promise.all([first, second])
    expect(turns.map(({ input }) => input)).toEqual([
      { kind: 'said', text: 'first words' },
      { kind: 'said', text: 'second words' },
    ])
  })

  test('of different people in one channel do not wait for each other', async () => {
    let go = () => {}
    hold = new Promise(resolve => (go = resolve))
    const conversation = { id: '19:plant@thread.tacv2;messageid=17', conversationType: 'channel', tenantId: 't' }
    const both = ['29:robin', '29:sam'].map(id => bot.say('words', { conversation, from: { id } }))
    await expect.poll(() => turns.length).toBe(2)
    go()
    await Promise.all(both)
    expect(new Set(turns.map(turn => turn.conversation)).size).toBe(2)
  })
})

describe('a press', () => {
  test('changes its own card in the response', async () => {
    expect(await bot.send(pressOf(url(), { give: 'replace' }))).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: content('Changed') },
    })
    expect(turns[0]!.input).toEqual({ kind: 'pressed', data: { give: 'replace' } })
    expect(posted()).toEqual([])
  })

  test('can be answered with a line, with silence, or with a new card', async () => {
    const type = 'application/vnd.microsoft.activity.message'
    expect((await bot.send(pressOf(url(), { give: 'words' }))).body).toEqual({ statusCode: 200, type, value: 'In *words*' })
    expect((await bot.send(pressOf(url(), { give: 'nothing' }))).body).toEqual({ statusCode: 200, type, value: '' })
    expect(posted()).toEqual([])
    expect((await bot.send(pressOf(url(), { give: 'card' }))).body).toEqual({ statusCode: 200, type, value: 'Yes, in short' })
    expect(bot.connector.posted[0]!.activity.attachments).toEqual([attachment('Yes')])
  })

  test('that comes twice gets the same answer twice', async () => {
    const press = pressOf(url(), { give: 'replace' })
    expect(await bot.send(press)).toEqual(await bot.send(press))
    expect(turns).toHaveLength(1)
  })

  test('in a client without Action.Execute changes the message of the card', async () => {
    await bot.say('', { text: undefined, value: { give: 'replace' }, replyToId: 'card-7' })
    expect(posted()).toEqual([
      {
        method: 'PUT',
        path: '/a:robin-and-the-desk/activities/card-7',
        activity: expect.objectContaining({ id: 'card-7', attachments: [attachment('Changed')] }),
      },
    ])
    expect(turns[0]!.input).toEqual({ kind: 'pressed', data: { give: 'replace' } })
  })

  test('on a card that is gone is answered with a new one', async () => {
    bot.connector.next({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } })
    await bot.say('', { value: { give: 'replace' }, replyToId: 'card-7' })
    expect(posted().map(({ method }) => method)).toEqual(['PUT', 'POST'])
  })

  test('where it is not known which card it was is answered with a new one', async () => {
    await bot.say('', { value: { give: 'replace' } })
    expect(posted().map(({ method }) => method)).toEqual(['POST'])
  })
})

describe('an install', () => {
  test('is welcomed once, although Teams tells of it twice', async () => {
    for (const activity of installOf(url())) await bot.send(activity)
    expect(turns.map(({ input }) => input.kind)).toEqual(['joined'])
    expect(posted()).toHaveLength(1)
  })

  test('is welcomed again after an uninstall', async () => {
    for (const activity of installOf(url())) await bot.send(activity)
    await bot.send(activityOf(url(), { type: 'installationUpdate', action: 'remove' }))
    for (const activity of installOf(url())) await bot.send(activity)
    expect(turns).toHaveLength(2)
  })

  test('of a new version, and people who join or leave, are met with silence', async () => {
    await bot.send(activityOf(url(), { type: 'installationUpdate', action: 'add-upgrade' }))
    await bot.send(activityOf(url(), { type: 'conversationUpdate', membersAdded: [{ id: '29:sam' }], channelData: { team: { id: 'x' } } }))
    await bot.send(activityOf(url(), { type: 'conversationUpdate', membersRemoved: [{ id: '29:sam' }] }))
    await bot.send(activityOf(url(), { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }))
    expect([turns, posted()]).toEqual([[], []])
  })
})

describe('an error in a turn', () => {
  test('gives the person a sentence with an id that the log has too, and the bot goes on', async () => {
    expect(await bot.say('make an error')).toEqual({ status: 200, body: undefined })
    const id = /\(id ([0-9a-f]{6})\)/.exec(texts()[0])?.[1]
    expect(texts()[0]).toMatch(/^Something went wrong on our side \(id .*\)\. Try again.* "list my reminders" shows whether/)
    expect(bot.lines).toMatchObject([
      { level: 'error', turn: id, error: 'TypeError', msg: 'a turn failed' },
      { level: 'info', turn: id, outcome: 'failed', sent: 'accepted', msg: 'turn' },
    ])
    await bot.say('words')
    expect(texts()[1]).toBe('In *words*')
  })

  test('of a press is told in the response', async () => {
    const { status, body } = await bot.send(pressOf(url(), { give: 'error' }))
    expect(status).toBe(200)
    expect(body).toMatchObject({ statusCode: 200, value: expect.stringMatching(/^Something went wrong on our side \(id [0-9a-f]{6}\)/) })
  })
})

describe('a card that Teams computes again by itself', () => {
  const refreshOf = (give: string) =>
    pressOf(url(), { give }, { value: { action: { type: 'Action.Execute', data: { give } }, trigger: 'automatic' } })

  test.for(['words', 'nothing', 'card', 'replace', 'error'])('is answered with a card, and with that alone: %s', async give => {
    const { status, body } = await bot.send(refreshOf(give))
    expect(status).toBe(200)
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } })
    expect(posted()).toEqual([])
  })

  test('that fails says so, and can be tried again by hand and by itself', async () => {
    const { body } = await bot.send(refreshOf('error'))
    expect(body).toMatchObject({
      value: {
        fallbackText: expect.stringMatching(/^This card could not be brought up to date\nSomething went wrong on our side \(id /),
        refresh: { action: { data: { give: 'error' } } },
        actions: [{ type: 'Action.Execute', title: 'Try again', data: { give: 'error' } }],
      },
    })
  })
})

describe('a reply that Teams does not take', () => {
  test('is told to the caller, and may come again', async () => {
    const same = activityOf(url(), { text: 'words' })
    bot.connector.next({ status: 500 })
    expect(await bot.send(same)).toMatchObject({ status: 502, body: { error: { code: 'reply-refused' } } })
    expect((await bot.send(same)).status).toBe(200)
    expect(bot.lines).toMatchObject([{ sent: 'refused 500' }, { sent: 'accepted' }])
  })

  test('is over where it may have arrived', async () => {
    bot.connector.next('reset')
    expect((await bot.say('words')).status).toBe(200)
    expect(bot.lines).toMatchObject([{ sent: 'unknown' }])
    expect(posted()).toHaveLength(1)
  })

  test('does not hold up other conversations', async () => {
    bot.connector.next('silence')
    const stuck = bot.say('words')
    await bot.connector.arrived(1)
    await bot.say('words', { conversation: { id: 'another' } })
    clock.advance(10_000)
    expect((await stuck).status).toBe(200)
  })
})

test('the log says what happened and nothing of what was written, or by whom', async () => {
  await bot.say('is Zanzibar covered? words')
  await bot.say('Zanzibar error')
  expect(bot.lines.at(0)).toEqual({
    level: 'info',
    time: expect.any(String),
    turn: expect.stringMatching(/^[0-9a-f]{6}$/),
    did: 'said',
    intent: 'help',
    outcome: 'answer',
    sent: 'accepted',
    ms: 0,
    msg: 'turn',
  })
  expect(JSON.stringify(bot.lines)).not.toMatch(/Zanzibar|Robin|29:robin|secret|a:robin/)
})

/** The data of the first button that can be executed. */
function firstButtonIn(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return undefined
  if ('type' in part && part.type === 'Action.Execute' && 'data' in part) return part.data
  return Object.values(part)
    .map(firstButtonIn)
    .find(data => data !== undefined)
}

describe('with the real desk', () => {
  let desk: RunningBot
  beforeEach(async () => {
    desk = await startBot()
  })
  afterEach(() => desk.stop())
  const lastCard = () => desk.connector.posted.at(-1)!.activity.attachments[0].content

  test('a trial is asked about, its end told, and a button of the answer pressed', async () => {
    await desk.say('can I still extend my trial?')
    expect(lastCard().fallbackText).toMatch(/When does the trial end\?/)
    await desk.say('it ends on 15 April')
    expect(lastCard().fallbackText).toMatch(/^Yes, until 31 March 2026, if/)
    const { body } = await desk.send(pressOf(desk.connector.serviceUrl, firstButtonIn(lastCard())))
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { fallbackText: expect.stringMatching(/^Yes, until 31 March 2026/) },
    })
  })

  test('a button that somebody made up is met with a card, not an error', async () => {
    for (const data of [null, 7, 'x', [], {}, { press: { v: 1, intent: 'nope' } }, { press: { v: 99 } }]) {
      const { status, body } = await desk.send(pressOf(desk.connector.serviceUrl, data))
      expect([status, body]).toMatchObject([200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' }])
    }
    expect(desk.lines.filter(({ level }) => level !== 'info')).toEqual([])
  })
})
