import { afterEach, beforeEach, expect, test } from 'vitest'
import { pressOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'

let bot: RunningBot
let turns: number
beforeEach(async () => {
  turns = 0
  bot = await startBot(async () => ({ reply: { kind: 'say', text: `Turn ${++turns}` }, trace: {} }))
})
afterEach(() => bot.stop())

const press = () => pressOf(bot.connector.serviceUrl, {})
const answer = (number: number) => ({ status: 200, body: expect.objectContaining({ value: `Turn ${number}` }) })

test.for([
  [199, 'gets its first answer', 1],
  [200, 'is answered anew', 202],
] as const)('a press that comes again after %i others %s', async ([others, , number]) => {
  const first = press()
  expect(await bot.send(first)).toEqual(answer(1))
  for (let count = 0; count < others; count++) await bot.send(press())
  expect(await bot.send(first)).toEqual(answer(number))
})

test('messages in the meantime do not make the bot forget a press', async () => {
  const first = press()
  await bot.send(first)
  for (let count = 0; count < 250; count++) await bot.say('hi')
  expect(await bot.send(first)).toEqual(answer(1))
})

test('more services than are remembered are still told apart, each time one speaks', async () => {
  const speak = (serviceUrl: string) => bot.say('hi', { serviceUrl })
  const own = (number: number) => `${bot.connector.serviceUrl}service-${number}/`
  for (let round = 0; round < 2; round++)
    for (let number = 0; number < 120; number++) {
      expect(await speak(own(number))).toEqual({ status: 200, body: undefined })
      expect(await speak(`https://service-${number}.example/`)).toMatchObject({ status: 403 })
      expect(await speak(`ftp://service-${number}.example/`)).toMatchObject({ status: 400 })
    }
  const numbers = bot.connector.posted.map(({ path }) => Number(/^\/service-(\d+)\/v3\//.exec(path)?.[1]))
  expect(numbers).toEqual(Array.from({ length: 240 }, (_, index) => index % 120))
})
