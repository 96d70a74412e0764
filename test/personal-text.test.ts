import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visible } from '../cards/text.ts'
import { activityOf, pressOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'

type Json = Readonly<Record<string, unknown>>

/** Markdown, a mention, HTML, a text that turns around, signs without width, a pile of accents, half a sign. */
const LINK = 'Evil[free](https://evil.example)'
const SLY = 'Evil\u202e*b*\u200b\u2066_i_\u0007e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\ud800'

/** A client puts a date in its place, which nobody wrote. */
const DATED = 'Evil{{DATE(2031-01-01T00:00:00Z)}}'

/** A link of Markdown without its brackets. */
const ADDRESS = '<https://evil.example/Evil>'

let bot: RunningBot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.stop())

interface Shown {
  /** Where a text stands: the type of the element and the name of the property. */
  readonly where: string
  readonly text: string
}

/** Every text that somebody will see; what buttons carry and a person's own input is for the bot. */
function shownIn(value: unknown, where = ''): Shown[] {
  if (typeof value === 'string') return [{ where, text: value }]
  if (Array.isArray(value)) return value.flatMap(part => shownIn(part, where))
  if (typeof value !== 'object' || value === null) return []
  const { type } = value as Json
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'data' || key === 'fallback' || (key === 'value' && type === 'Input.Text')
      ? []
      : shownIn(part, `${typeof type === 'string' ? type : ''}.${key}`),
  )
}

/** The places where text is never read as Markdown, HTML or a mention. */
const PLAIN = /^(TextRun\.text|AdaptiveCard\.fallbackText|\.title|message\.summary|\.text)$/

function expectPlain(value: unknown, finding = true): void {
  const shown = shownIn(value)
  const personal = shown.filter(({ text }) => text.includes('Evil'))
  if (finding) expect(personal.length).toBeGreaterThan(0)
  expect(personal.filter(({ where }) => !PLAIN.test(where))).toEqual([])
  expect(shown.filter(({ text }) => text !== visible(text))).toEqual([])
  expect(shown.filter(({ where, text }) => !/\.title$|^message\.summary$/.test(where) && /\{\{(?:DATE|TIME)/.test(text))).toEqual([])
  expect(shown.filter(({ where, text }) => where.endsWith('fallbackText') && text.includes(`](https://evil`))).toEqual([])
}

const said = async (text: string) => {
  await bot.say(text)
  return bot.connector.posted.at(-1)?.activity as unknown
}
const pressed = async (data: Json) => (await bot.send(pressOf(bot.connector.serviceUrl, data))).body
const invoked = async (name: string, value: Json) =>
  (await bot.send(activityOf(bot.connector.serviceUrl, { type: 'invoke', name, value }))).body
const press = (intent: string, more: Json = {}) => ({ press: { v: 1, intent, facts: {}, ...more } })

describe.for([LINK, SLY, DATED, ADDRESS])('%j is shown as it is', name => {
  test('as the name of a site', async () => {
    expectPlain(await said(`Site;Devices\n${name};400\n${name}a;900`))
    expectPlain(
      await pressed(
        press('size-license', {
          facts: {
            sites: [
              { devices: 400, name },
              { devices: 900, name: `${name}b` },
            ],
          },
        }),
      ),
    )
  })

  test('as a line that can not be read', async () => {
    expectPlain(await said(`Site;Devices\nLyon;400\nParis;900\n${name};4oo`))
  })

  test('as what is tracked, alone and among others, in a list and in a reminder', async () => {
    const tracking = (called: string, kind: string) =>
      pressed(
        press('set-reminder', {
          facts: kind === 'trial' ? { trialEnd: '2026-04-15' } : { licenseEnd: '2026-12-01' },
          reminding: { kind, name: called },
        }),
      )
    expectPlain(await tracking(name, 'trial'))
    expectPlain(await tracking(name, 'paid'))
    expectPlain(await said('what do you track for me?'))
    expectPlain(await said('what do you know about me?'), false)
    expectPlain(await said('stop reminders'), false)
    expectPlain(bot.connector.posted.map(({ activity }) => activity))
  })

  test('as a search, and as a form of the message extension', async () => {
    const query = (value: string) => invoked('composeExtension/query', { commandId: 'x', parameters: [{ name: 'query', value }] })
    expectPlain(await query(`Site;Devices\n${name};400\nb;900`), false)
    expectPlain(await query(name), false)
    expectPlain(await query(`trial ends 31 February ${name}`), false)
    const form = (sites: string, names: string) =>
      invoked('composeExtension/submitAction', { commandId: 'x', data: { ...press('size-license', { form: 'size' }), sites, names } })
    expectPlain(await form(`Site;Devices\n${name};400\nb;900`, ''))
    expectPlain(await form('400\n900', `${name}\n${name}`))
    expectPlain(await form(`Lyon;400\nParis;900\n${name};4oo`, name), false)
  })

  test('where it is no fact at all', async () => {
    for (const facts of [{ trialEnd: name }, { role: name }, { [name]: 1 }, { sites: [{ devices: name }] }, { sites: name }])
      expectPlain(await pressed(press('extend-trial', { facts })), false)
    expectPlain(await pressed({ ...press('extend-trial'), trialEnd: name }), false)
    expectPlain(await said(`can I extend my trial at ${name}? It ends 31 February`), false)
    expectPlain(await said(`and for ${name}?`), false)
  })
})

test.for(['Evil&copy;', 'Evil&#91;x', 'Evil\n===', 'Evil\n---\nb'])('%j is shown as it is, as the name of a site', async name => {
  const sites = [{ devices: 400, name }, { devices: 900 }]
  expectPlain(await pressed(press('size-license', { facts: { sites } })))
})

test.for<[string, string]>([
  ['Łódź, 東京, مصنع', 'Łódź, 東京, مصنع'],
  ['👩‍🔧 می‌خواهم', '👩‍🔧 می‌خواهم'],
  ['a\u202eb\u2069c\u200bd\ufeffe\u00adf\u0000g', 'abcdefg'],
  ['\u00ad\u034f\u115f\u17b4\u2800\u3164\uffa0\u{1d173}', ''],
  ['one\ntwo\tthree', 'one\ntwo\tthree'],
  ['a\u0301\u0302\u0303\u0304\u0305\u0306\u0307b', 'a\u0301\u0302\u0303\u0304b'],
  ['half \ud800 a sign', 'half \ufffd a sign'],
])('%j is visible as %j', ([text, shown]) => {
  expect(visible(text)).toBe(shown)
})
