import { expect, test } from 'vitest'
import { trackedWords } from '../cards/words/en/tracked.ts'
import { pressOf } from './support/activities.ts'
import { startBot } from './support/bot.ts'

test('of one place no more is tracked than can be looked through for every message', { timeout: 60_000 }, async () => {
  const bot = await startBot()
  const track = async (name: string, end = '2026-12-15', more = {}) => {
    const press = { v: 1, intent: 'set-reminder', facts: { trialEnd: end }, reminding: { kind: 'trial', name } }
    return JSON.stringify((await bot.send(pressOf(bot.connector.serviceUrl, { press }, more))).body)
  }
  const full = trackedWords.most(200)
  for (let each = 0; each < 200; each++) expect(await track(`Plant ${each}`)).not.toContain(full)
  expect(await track('Lyon')).toContain(full)
  // What is tracked can be changed and stopped, and somebody else is not held up.
  expect(await track('Plant 7', '2026-12-16')).toContain('Moved')
  expect(await track('Lyon', undefined, { conversation: { id: 'a:other', conversationType: 'personal' } })).toContain('Tracked')
  await bot.say('stop reminders for Plant 7')
  expect(await track('Lyon')).toContain('Tracked')
  await bot.stop()
})
