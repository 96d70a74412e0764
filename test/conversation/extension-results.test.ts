import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activityOf } from '../support/activities.ts'
import { type RunningBot, startBot } from '../support/bot.ts'
import { ofType } from '../support/card-parts.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at in all their parts
type Body = any

let bot: RunningBot
beforeAll(async () => {
  bot = await startBot()
})
afterAll(() => bot.stop())

async function results(text: string): Promise<Body[]> {
  const value = { commandId: 'answer', parameters: [{ name: 'query', value: text }] }
  const { body } = await bot.send(activityOf(bot.connector.serviceUrl, { type: 'invoke', name: 'composeExtension/query', value }))
  return (body as Body).composeExtension.attachments
}

const listed = async (text: string) => (await results(text)).map(({ preview }) => `${preview.content.title} | ${preview.content.text}`)

const sites = 'Change it, for example "Lyon 400, Leeds 900"'
const bound = 'more or less than a number, not one number'
const days = 'I accept days from 1 January 2015 to 10 March 2036'
const counts = 'I accept whole numbers from 1 to 10,000,000'

describe('what was given and cannot be used is said, rather than asked for', () => {
  test.for([
    ['>1000', `">1000": ${bound} | ${sites}`],
    ['<500', `"<500": ${bound} | ${sites}`],
    ['400+', `"400+": ${bound} | ${sites}`],
    ['up to 500', `"up to 500": ${bound} | ${sites}`],
    ['over 1000 devices', `"over 1000 devices": ${bound} | ${sites}`],
    ['400-450', `"400-450": a range, not one number | ${sites}`],
    ['400 or 500', `"400 or 500": two numbers, not one | ${sites}`],
    ['1.5 devices', `"1.5 devices": not a whole number | ${sites}`],
    ['Lyon 400-450', `"Lyon 400-450": a range, not one number | ${sites}`],
    ['0', `0 can't be a number of devices. ${counts} | ${sites}`],
    ['10000001', `10000001 can't be a number of devices. ${counts} | ${sites}`],
    [
      '400 with 1001% growth',
      `1001 can't be right. I accept numbers from 0 to 1,000 | Change it, for example "400 900 6k with 20 % growth"`,
    ],
    ['trial ends 1 january 2099', `1 January 2099 can't be right. ${days} | Change it, for example "trial ends 15 April"`],
    ['trial started 1 january 2099', `1 January 2099 can't be right. ${days} | Change it, for example "trial started 1 March"`],
    ['bought 1 january 2012', `1 January 2012 can't be right. ${days} | Change it, for example "bought 3 March"`],
  ] as const)('"%s"', async ([text, only]) => {
    expect(await listed(text)).toEqual([only])
  })

  test('beside what can be used', async () => {
    expect((await listed('400 devices, trial ends 2099-01-01')).slice(0, 2)).toEqual([
      `1 January 2099 can't be right. ${days} | Change it, for example "trial ends 15 April"`,
      '1 M | 400 devices, 1 site, 1 licence',
    ])
  })
})

describe('the best comes first', () => {
  test.for(['13/4/2026', '2026-04-13', '13/4', '13.4.2026', '13 April'])(
    'of a day in whatever form the end of the trial: "%s"',
    async text => {
      const all = await listed(text)
      expect(all[0]).toMatch(/^Yes, until 29 March 2026, if .*\| Trial ends: 13 April 2026$/)
      expect(all).toContainEqual(expect.stringMatching(/\| Licence ends: 13 April 2026$/))
      expect(all).not.toContainEqual(expect.stringContaining('still ahead'))
    },
  )

  test('of a day in figures with two readings each of them', async () => {
    const all = await listed('3/4/2026')
    expect(all[0]).toMatch(/\| Trial ends: 3 April 2026$/)
    expect(all).toContainEqual(expect.stringMatching(/\| Trial ended: 4 March 2026$/))
  })

  test.for(['400 devices trial ends 15 April', 'trial ends 15 April, 400 devices'])(
    'of a trial that is within its limit what follows from its end: "%s"',
    async text => {
      const all = await listed(text)
      expect(all[0]).toMatch(/^(Yes, until 31 March 2026, if .*\| Trial ends: 15 April 2026|1 M \| 400 devices, 1 site, 1 licence)$/)
      expect(all).not.toContainEqual(expect.stringContaining('More than 1,000'))
    },
  )

  test.for([
    ['1500 devices trial ends 15 April', /^More than 1,000 devices: the trial goes on/],
    ['trial with 400 devices', /^A trial covers one site with up to 1,000 devices/],
    ['trial ended 1 march', /^The trial is over\. Buy by 31 March 2026/],
    ['trial started 1 march', /^Yes, until 15 March 2026, if/],
    ['trial started 1 march, 60 days', /^Yes, until 14 April 2026, if/],
    ['government trial ends 15 April', /^It depends on the government cloud/],
    ['government trial ends 15 April, can we extend?', /^It depends on the government cloud/],
  ] as const)('of "%s"', async ([text, first]) => {
    expect((await listed(text))[0]).toMatch(first)
  })

  test('a government cloud that was not named has no yes', async () => {
    for (const text of ['government trial ends 15 April', 'extend trial, federal agency, ends 15 April'])
      expect(await listed(text)).not.toContainEqual(expect.stringMatching(/^Yes/))
  })
})

test('no result holds what only the bot answers, whatever is typed', async () => {
  const folder = 'dialogs/understanding/examples'
  const said = readdirSync(folder)
    .filter(file => file.endsWith('.jsonl'))
    .flatMap(file => readFileSync(`${folder}/${file}`, 'utf8').split('\n').slice(0, 4))
    .filter(line => line !== '')
    .map(line => (JSON.parse(line) as { text: string }).text)
  const typed = [
    '',
    'hi',
    'tri',
    '>1000',
    '0',
    '400 with 1001% growth',
    'trial ends 31 Feb',
    'trial ends 1 january 2099',
    '?',
    'x'.repeat(30_000),
  ]
  for (const text of [...typed, ...said])
    for (const { content } of await results(text))
      expect(ofType({ summary: '', text: '', content }, /^Input\.|^Action\.(Execute|Submit)$/), text).toEqual([])
})
