import { afterEach, beforeEach, expect, test } from 'vitest'
import { bytesOf, MAX_BYTES } from '../cards/fitting.ts'
import { intents } from '../cards/intents.ts'
import { aboutMeWords } from '../cards/words/en/about-me.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import { isTooLong } from '../dialogs/too-long.ts'
import { factKeys } from '../rules/facts.ts'
import { activityOf, pressOf } from './support/activities.ts'
import { attack } from './support/attack.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { hostileTexts } from './support/hostile-texts.ts'

let bot: RunningBot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.stop())

test.for([1, 2, 3])(
  "what somebody makes up (seed %i) breaks nothing, and gets neither an error nor another person's facts out of it",
  {
    timeout: 60_000,
  },
  async seed => {
    expect(await attack(bot, seed, 400)).toEqual([])
  },
)

test('what says of its length that it is no number is no text and no list', async () => {
  const endless = { length: { toString: 1, valueOf: 1 } }
  const { serviceUrl } = bot.connector
  for (const part of ['id', 'action', 'replyToId', 'locale', 'from', 'membersAdded'])
    expect((await bot.send(activityOf(serviceUrl, { [part]: endless }))).status).toBe(400)
  const remind = { v: 1, intent: 'set-reminder', facts: {} }
  for (const more of [
    { list: endless },
    { declined: endless },
    { unused: { unreadable: endless, leftOut: 0 } },
    { reminding: { name: endless } },
    { reminding: { on: endless } },
    { deed: { verb: 'show', items: endless } },
  ])
    expect((await bot.send(pressOf(serviceUrl, { press: { ...remind, ...more } }))).body).toMatchObject({
      value: { fallbackText: expect.stringContaining(smallTalk.unknownButton) },
    })
})

test.for(factKeys)('a button with a %s that is none is not read, and nothing is kept of it', async key => {
  const { serviceUrl } = bot.connector
  const none: unknown[] = [
    null,
    {},
    [[]],
    { toString: 1 },
    [{ devices: '400' }],
    [{ devices: 400 }, null],
    [{ devices: 0, name: 5 }],
    'none',
  ]
  for (const value of none)
    for (const intent of intents.filter(each => each !== 'thanks' && each !== 'cancel')) {
      const answer = await bot.send(pressOf(serviceUrl, { press: { v: 1, intent, facts: { [key]: value } } }))
      expect(answer.body).toMatchObject({ value: { fallbackText: expect.stringContaining(smallTalk.unknownButton) } })
    }
  await bot.say('what do you know about me?')
  expect(JSON.stringify(bot.connector.posted.at(-1)?.activity)).toContain(aboutMeWords.nothing)
  expect(bot.lines.filter(({ level }) => level !== 'info')).toEqual([])
})

test('a client that says of itself what is no text is answered like any other', async () => {
  const entities = [{ type: 'clientInfo', platform: { toString: 1 }, locale: { toString: 1 } }]
  await bot.say('hello', { locale: undefined, entities })
  expect(bot.lines).toMatchObject([{ level: 'info', intent: 'greeting' }])
})

test('a message that is made to be slow is read as quickly as it is sent', { timeout: 60_000 }, async () => {
  // A pattern that tries again and again would take hours over a single one of these.
  const texts = [...hostileTexts(20_000)].filter((_, index) => index % 13 === 0)
  for (const text of texts) expect((await bot.say(text)).status).toBe(200)
  expect(bot.connector.posted).toHaveLength(texts.length)
})

test.for([
  ['for a', ' ', '!1'],
  ['and A', ' ', '1'],
  ['still ok on', ' ', 'a'.repeat(40)],
  ['extended to abc', ' ', 'a'.repeat(40)],
  ['a: 1', "' ", 'x'],
  ['not ', '5 and ', 'x'],
] as const)('gaps in what looks like a follow-up are looked at once: %j, %j', async ([start, piece, end]) => {
  await bot.say('3 plants: Lyon 400, Bonn 900 and Rome 6k devices')
  await bot.say('can I still extend my trial? it ends on 15 April')
  // Each of them took seconds or minutes, in which nobody was answered.
  for (let said = 0; said < 30; said++) await bot.say(`${start}${piece.repeat(19_900 / piece.length)}${end}`)
  expect(bot.connector.posted).toHaveLength(32)
})

test('a message that says thousands of times where it mentions the bot is read as quickly as any other', async () => {
  const mention = { type: 'mention', text: '', mentioned: { id: '28:license-desk' } }
  // To look for each of them takes many seconds a message.
  for (let sent = 0; sent < 15; sent++)
    expect((await bot.say(`\u20ac${'a'.repeat(80_000)}`, { entities: Array(2000).fill(mention) })).status).toBe(200)
})

test('what is typed into a card may be no longer than a message', async () => {
  const press = { press: { v: 1, intent: 'size-license', facts: {} }, sites: '400\n'.repeat(30_000) }
  const answer = await bot.send(pressOf(bot.connector.serviceUrl, press))
  expect(answer.body).toMatchObject({ statusCode: 200, value: smallTalk.tooLong })
})

test.for([
  ['20,001 characters', 'a'.repeat(20_001), true],
  ['20,000 characters', 'a'.repeat(20_000), false],
  ['2,001 lines', 'a\n'.repeat(2000), true],
  ['2,000 lines of sites', 'Lyon plant 400\n'.repeat(1999), false],
  ['a long line among many', `${'a\n'.repeat(50)}${'b'.repeat(20_000)}`, true],
] as const)('%s', ([, text, tooLong]) => {
  expect(isTooLong(text)).toBe(tooLong)
})

test('of the sites that somebody turns to again and again, no more than a talk has are kept', async () => {
  const list = Array.from({ length: 500 }, (_, index) => `Plant ${index};${100 + index}`).join('\n')
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    await bot.say(list)
    await bot.say(`and for Qu${letter}?`)
  }
  const { conversation, from } = activityOf('') as Record<string, Record<string, string>>
  const kept = await bot.store.conversation(JSON.stringify([conversation?.tenantId, conversation?.id, from?.id]))
  expect(Object.keys(kept?.otherSubjects ?? {})).toHaveLength(20)
})

test.for(['stop Lyon', 'purple elephants', 'our trial ends on 3/4/2026', "that's wrong"])(
  '%j after a long list is answered with a card that finds room in a message',
  async text => {
    await bot.say(Array.from({ length: 500 }, (_, index) => `Plant of the northern region ${index};${100 + index}`).join('\n'))
    await bot.say(text)
    const cards = bot.connector.posted.flatMap(({ activity }) => (activity as { attachments?: { content: object }[] }).attachments ?? [])
    expect(cards).toHaveLength(2)
    expect(cards.map(({ content }) => bytesOf(content)).filter(bytes => bytes > MAX_BYTES)).toEqual([])
  },
)
