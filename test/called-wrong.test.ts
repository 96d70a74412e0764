import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Press } from '../cards/actions.ts'
import type { Card } from '../cards/card.ts'
import type { Intent } from '../cards/intents.ts'
import { pressOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { ofType } from './support/card-parts.ts'

let bot: RunningBot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.stop())

/** Says something, and gives the data of the button that calls the answer wrong. */
async function wrongButtonOf(text: string): Promise<unknown> {
  await bot.say(text)
  const { content } = bot.connector.posted.at(-1)!.activity.attachments[0]
  return ofType({ content } as Card, /^Action.Execute$/).find(({ title }) => title === 'This is wrong')?.data
}

/** Presses a button; gives the headline of the card that takes the place of the pressed one. */
async function press(data: unknown, more = {}): Promise<string> {
  const { body } = await bot.send(pressOf(bot.connector.serviceUrl, data, more))
  return (body as { value: { body: { text: string }[] } }).value.body[0]!.text
}

const found = () => bot.lines.map(({ outcome, rule, codes, policy }) => ({ outcome, rule, codes, policy })).at(-1)
const open = { rule: 'trialExtension', codes: ['window-open-if'], policy: '2024-11-17' }
const later = { localTimestamp: '2026-04-02T10:00:00.000+02:00' }

describe('an answer that is called wrong', () => {
  test('is counted by rule, codes and date of the numbers, and once however often it is pressed', async () => {
    const data = await wrongButtonOf('can I still extend my trial? it ends on 15 April')
    await press(data)
    expect(found()).toEqual({ ...open, outcome: 'called-wrong' })
    await press(data)
    expect(found()).toEqual({ ...open, outcome: 'called-wrong-again' })
    await bot.say('this is wrong')
    expect(found()).toEqual({ ...open, outcome: 'called-wrong-again' })
  })

  test('without arithmetic is counted by the codes of what it says', async () => {
    await press(await wrongButtonOf('what counts as a device?'))
    expect(found()).toMatchObject({ outcome: 'called-wrong', rule: 'answers', policy: '2024-11-17' })
  })

  test('is that which was given, whatever was filled in on its card since', async () => {
    const data = await wrongButtonOf('can I still extend my trial? it ends on 15 April')
    const headline = "Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA"
    expect(await press({ ...(data as object), trialEnd: '2026-03-12', role: 'other' })).toBe(headline)
    expect(found()).toEqual({ ...open, outcome: 'called-wrong' })
  })

  test('may be that something is out of scope', async () => {
    const wanted = { outcome: 'called-wrong', rule: 'answers', codes: ['out-of-scope'], policy: '2024-11-17' }
    await press(await wrongButtonOf('can you extend my Power BI trial?'))
    expect(found()).toEqual(wanted)
    await bot.say('how many Intune licences do I need?')
    await bot.say('wrong answer')
    expect(found()).toEqual({ ...wanted, outcome: 'called-wrong-again' })
  })

  test('is counted as it was when it was given, and shown as it is now', async () => {
    const data = await wrongButtonOf('can I still extend my trial? it ends on 15 April')
    expect(await press(data, later)).toBe('No, that closed on 31 March 2026. Ask sales instead')
    expect(found()).toEqual({ ...open, outcome: 'called-wrong' })
  })

  test('about something tracked is counted by the dates that the card warned of', async () => {
    const { press: tracked } = (await wrongButtonOf('remind me before our trial ends on 15 April')) as { press: Press }
    await press({ press: tracked })
    expect(found()).toEqual({ outcome: 'called-wrong', rule: 'milestones', codes: [], policy: '2024-11-17' })
    const items = tracked.deed?.items.map(item => `${item}~extension-closes=2026-03-31`)
    await press({ press: { ...tracked, deed: { verb: 'show', items } } })
    expect(found()).toMatchObject({ outcome: 'called-wrong', rule: 'milestones', codes: ['extension-closes'] })
  })
})

describe('a forged button', () => {
  const forged = (wrong: unknown, intent: Intent = 'extend-trial') => press({ press: { v: 1, intent, facts: {}, wrong } })

  test.for(['yesterday', '2026-02-30', '9999-01-01', { $gt: '' }, 'x'.repeat(1000)])('with the day %j is not read', async wrong => {
    expect(await forged(wrong)).toBe("I can't read that button any more. Please ask again in words")
    expect(found()?.outcome).toBe('unknown-button')
  })

  test('keeps nothing, and counts nothing that is no answer', async () => {
    const facts = { kind: 'trial', trialEnd: '2026-04-15' }
    await press({ press: { v: 1, intent: 'set-reminder', facts, wrong: '2026-03-10' } })
    expect(found()?.outcome).toBe('unknown-button')
    await forged('2026-03-10', 'help')
    expect(found()).toEqual({ outcome: undefined, rule: undefined, codes: undefined, policy: undefined })
    await bot.say('what do you track for me?')
    expect(found()?.outcome).toBe('none')
  })
})
