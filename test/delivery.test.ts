import { afterEach, beforeEach, expect, test } from 'vitest'
import { activityOf, installOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { ledgerOf } from './support/tracked.ts'

let clock: TestClock
let bot: RunningBot
beforeEach(async () => {
  clock = testClock('2026-03-10T09:00:00Z')
  bot = await startBot(undefined, clock)
})
afterEach(() => bot.stop())

const till = (instant: string) => clock.advance(Date.parse(instant) - clock.now().getTime())
const states = async () => [...new Set((await ledgerOf(bot.store)).map(({ state }) => state))].sort()
const last = () => bot.connector.posted.at(-1)!
const removed = () => activityOf(bot.connector.serviceUrl, { type: 'installationUpdate', action: 'remove' })

test('what somebody asks to be reminded of comes in their morning, with buttons', async () => {
  await bot.say('remind me before our trial ends on 15 April 2026')
  expect(await states()).toEqual(['planned'])
  till('2026-03-24T08:00:00Z')
  await bot.deliver()
  expect(last().activity).toMatchObject({ type: 'message', summary: expect.stringContaining('31 March 2026') })
  const [{ content }] = last().activity.attachments
  expect(JSON.stringify(content)).toContain('Action.Execute')
  expect(content.refresh).toBeDefined()
  expect((await ledgerOf(bot.store, { state: 'sent' })).map(({ activityId, due }) => [activityId, due])).toEqual([
    ['reply-2', '2026-03-24T08:00:00.000Z'],
  ])
})

test('nothing comes between an uninstall and the next install, then what is still ahead', async () => {
  await bot.say('remind me before our trial ends on 15 April 2026')
  await bot.send(removed())
  expect(await states()).toEqual(['parked'])
  till('2026-03-26T10:00:00Z')
  await bot.deliver()
  const before = bot.connector.posted.length
  for (const activity of installOf(bot.connector.serviceUrl)) await bot.send(activity)
  await bot.deliver()
  expect(bot.connector.posted.slice(before).map(({ activity }) => activity.summary)).toEqual([
    expect.anything(),
    expect.stringContaining('31 March 2026'),
  ])
  expect(await states()).toEqual(['planned', 'sent'])
})

test('a message from another zone moves the mornings', async () => {
  await bot.say('remind me before our trial ends on 15 April 2026')
  await bot.say('hello', { localTimezone: 'America/New_York', localTimestamp: '2026-03-10T05:00:00.000-04:00' })
  expect((await ledgerOf(bot.store))[0]?.due).toBe('2026-03-24T13:00:00.000Z')
})

test('to be forgotten is to be forgotten altogether', async () => {
  await bot.say('remind me before our trial ends on 15 April 2026')
  await bot.say('forget me')
  expect(await ledgerOf(bot.store)).toEqual([])
  till('2026-03-24T08:00:00Z')
  const before = bot.connector.posted.length
  await bot.deliver()
  expect(bot.connector.posted).toHaveLength(before)
  expect(JSON.stringify(bot.lines)).not.toMatch(/robin/i)
})
