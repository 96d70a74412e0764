import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { activityOf } from './support/activities.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { ofType, wordsOf } from './support/card-parts.ts'
import { schemaFaults } from './support/card-schema.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at in all their parts
type Body = any
type Json = Readonly<Record<string, unknown>>

let bot: RunningBot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.stop())

async function invoke(name: string, value: unknown, more: Json = {}): Promise<Body> {
  const { status, body } = await bot.send(activityOf(bot.connector.serviceUrl, { type: 'invoke', name, value, ...more }))
  expect(status).toBe(200)
  return body
}

const query = (text: string, more: Json = {}) =>
  invoke('composeExtension/query', { commandId: 'answer', parameters: [{ name: 'query', value: text }], ...more })

/** How results are listed: title and line. */
async function listed(text: string, more: Json = {}): Promise<string[]> {
  const { composeExtension } = await query(text, more)
  return composeExtension.attachments.map(({ preview }: Body) => `${preview.content.title} | ${preview.content.text}`)
}

/** The card that a result puts into the message. */
const cardOf = (attachment: Body) => ({ summary: '', text: attachment.content.fallbackText as string, content: attachment.content })

describe('a search', () => {
  test.for([
    ['400 900 6k', ['2 XL, 1 L, 1 M | 7,300 devices, 3 sites, 4 licences', '3 XL, 1 M | Devices of today; sized with 20 % growth.']],
    ['12x80, 3 x 600', ['3 L, 12 XS | 2,760 devices, 15 sites, 15 licences', '3 L, 12 XS | Devices of today; sized with 20 % growth.']],
    [
      'Lyon 400 Paris tbd',
      [
        '1 M | Not counted: "Paris tbd". 400 devices, 1 site, 1 licence',
        '1 M | Not counted: "Paris tbd". Devices of today; sized with 20 % growth.',
      ],
    ],
    ['450 OT + 120 IT', ['1 L | 570 devices, 1 site, 1 licence', '1 L | Devices of today; sized with 20 % growth.']],
    ['400 900 6k with 10% growth', ['2 XL, 1 L, 1 M | Devices of today; sized with 10 % growth.']],
    [
      'bought 3 March',
      [
        'Yes, until 10 March 2026 | Licence started: 3 March 2026',
        'Covered until 2 March 2027. Then 30 days to renew | Licence started: 3 March 2026',
      ],
    ],
    ['license ended 20 Feb', ['Renew by 22 March 2026: you are in the grace period | Licence ended: 20 February 2026']],
  ] as const)('for "%s" lists ready-made answers, the best first', async ([text, results]) => {
    expect(await listed(text)).toEqual(results)
  })

  test('for a date alone lists what it may mean, the trial first', async () => {
    const all = await listed('15 April')
    expect(all[0]).toMatch(/^Yes, until 31 March 2026, if .*\| Trial ends: 15 April 2026$/)
    expect(all.map(line => line.split(' | ')[1])).toEqual(
      expect.arrayContaining(['Licence ends: 15 April 2026', 'Licence started: 15 April 2025']),
    )
  })

  test.for([
    ['en-GB', ['3 April 2026', '4 March 2026']],
    ['en-US', ['March 4, 2026', 'April 3, 2026']],
  ] as const)('for a date that reads two ways lists an answer for each, in %s that of the region first', async ([locale, days]) => {
    const value = { parameters: [{ name: 'query', value: 'trial ends 3/4/2026' }] }
    const { composeExtension } = await invoke('composeExtension/query', value, { locale })
    const lines: string[] = composeExtension.attachments.map(({ preview }: Body) => preview.content.text)
    expect([...new Set(lines.map(line => line.replace(/^Trial end(s|ed): /, '')))]).toEqual(days)
  })

  test('shows no tags in a preview, where Teams would read them', async () => {
    const value = { parameters: [{ name: 'query', value: 'Lyon 400\nParis 900\n<a href="https://evil.example">x</a> ~~4' }] }
    const { composeExtension } = await invoke('composeExtension/query', value)
    const shown = JSON.stringify(composeExtension.attachments.map(({ preview }: Body) => preview))
    expect(shown).toContain('‹a href=')
    expect(shown).not.toMatch(/<[a-z/]/)
  })

  test.for([
    ['refund', 'When did the licence start? | Add it, for example "bought 3 March"'],
    ['can we extend the trial', 'When does the trial end? | Add it, for example "trial ends 15 April"'],
    ['trial ends 31 February', /^There is no day "31 February" in the calendar/],
    ['trial ends a few days after 1 May', /^I need the day: which one is "a few days after 1 May"\?/],
    ['tri', /^What is it about\?/],
    ['will it rain tomorrow', /^That's outside what I know/],
    ['können wir die Testversion verlängern', /^I only read English/],
    ['remind me', /^What is it about\?/],
  ] as const)('for "%s" has one result, which says what to add', async ([text, result]) => {
    expect(await listed(text)).toEqual([typeof result === 'string' ? result : expect.stringMatching(result)])
  })

  test('for nothing lists examples, each of which is answered when it is typed', async () => {
    const opened = await invoke('composeExtension/query', { commandId: 'answer', parameters: [{ name: 'initialRun', value: 'true' }] })
    const examples: string[] = opened.composeExtension.attachments.map(({ preview }: Body) => preview.content.title)
    expect(examples.length).toBeGreaterThan(3)
    for (const example of examples) expect((await listed(example))[0]).not.toMatch(/Type devices|Add it/)
  })

  test('has as many results as the client shows at once', async () => {
    const all = await listed('15 April')
    expect(await listed('15 April', { queryOptions: { skip: 1, count: 2 } })).toEqual(all.slice(1, 3))
    expect(await listed('15 April', { queryOptions: { skip: 50, count: 25 } })).toEqual([])
  })

  test('waits for no turn of the same conversation, and is answered each time it is asked', async () => {
    const { promise: hold, resolve: go } = Promise.withResolvers<void>()
    bot.connector.next({ hold })
    const said = bot.say('hello')
    await bot.connector.arrived(1)
    const id = { id: 'f:the-same' }
    const ask = (text: string) => invoke('composeExtension/query', { parameters: [{ name: 'query', value: text }] }, id)
    expect((await ask('80')).composeExtension.attachments[0].preview.content.title).toBe('1 XS')
    expect((await ask('900')).composeExtension.attachments[0].preview.content.title).toBe('1 L')
    go()
    expect(await said).toEqual({ status: 200, body: undefined })
  })

  test('sends nothing to the chat, where the bot may not even be, and keeps nothing of it', async () => {
    await bot.say('our trial ends on 15 April')
    const posted = bot.connector.posted.length
    await query('bought 3 March, I am a billing admin')
    expect(bot.connector.posted).toHaveLength(posted)
    await bot.say('and the refund?')
    expect(bot.connector.posted.at(-1)?.activity.attachments[0].content.fallbackText).toContain('When did the licence start?')
  })
})

describe('a card for others', () => {
  test('says nothing of the person who asked, and has only buttons that work without the bot', async () => {
    const { composeExtension } = await query('trial ends 15 April, I am a billing admin on MCA. And a refund, bought 5 March for 4200?')
    expect(composeExtension.attachments.length).toBeGreaterThan(1)
    for (const attachment of composeExtension.attachments) {
      const card = cardOf(attachment)
      expect(schemaFaults(card.content)).toEqual([])
      expect(ofType(card, /^Input\.|^Action\.(Execute|Submit)$/)).toEqual([])
      expect(card.content.refresh).toBeUndefined()
      expect(JSON.stringify(card.content)).not.toMatch(/4,?200|Your role|Robin/)
    }
  })

  test('counts no days that would be others tomorrow, and says of which day it is', async () => {
    for (const text of ['trial ends 15 April', 'bought 5 March', 'licence ended 20 February']) {
      const { composeExtension } = await query(text)
      const [attachment] = composeExtension.attachments
      expect(attachment.content.fallbackText).toContain('As of 10 March 2026.')
      expect(attachment.content.fallbackText).not.toMatch(/days left|\bin \d+ days|\bago\b|today/i)
    }
  })

  test('shows its sources, and whose it is', async () => {
    const { composeExtension } = await query('400 900 6k')
    const words = wordsOf(cardOf(composeExtension.attachments[0])).join('\n')
    expect(words).toContain('By License Desk, which is not a Microsoft product.')
    expect(words).toMatch(/^Source: \[Defender for IoT licenses and trial extension[^\]]*\]\(https:/m)
  })
})

describe('the form "Size sites"', () => {
  const open = () => invoke('composeExtension/fetchTask', { commandId: 'sizeSites', context: { theme: 'default' } })
  const submit = (data: unknown, more: Json = {}) => invoke('composeExtension/submitAction', { commandId: 'sizeSites', data, ...more })
  /** What a button of the dialog sends, with what is typed there. */
  const pressing = (answer: Body, title: string, typed: Json = {}) => {
    const button = answer.task.value.card.content.actions.find((action: Body) => action.title === title)
    return { ...button.data, ...typed }
  }
  const inputs = (answer: Body): Record<string, string> =>
    Object.fromEntries(ofType(cardOf(answer.task.value.card), /^Input\./).map(({ id, value = '' }) => [id, value])) as Record<
      string,
      string
    >
  const text = (answer: Body): string => answer.task.value.card.content.fallbackText
  const typing = async (typed: Json) => submit(pressing(await open(), 'Size', { sites: '', names: '', growthPercent: '', ...typed }))

  test('opens as a card of the version that Teams shows', async () => {
    const opened = await open()
    expect(opened.task).toMatchObject({
      type: 'continue',
      value: { title: 'Size sites', card: { contentType: 'application/vnd.microsoft.card.adaptive' } },
    })
    expect(schemaFaults(opened.task.value.card.content)).toEqual([])
    expect(inputs(opened)).toEqual({ sites: '', names: '', growthPercent: '' })
  })

  test('takes three steps from the sites to a card in the message', async () => {
    const sized = await typing({ sites: 'Lyon 400\nLeeds 900\nPorto 6k', growthPercent: '20 %' })
    expect(text(sized)).toMatch(/^3 XL, 1 M$/m)
    const inserted = await submit(pressing(sized, 'Insert'))
    expect(inserted.composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' })
    const [attachment, ...others] = inserted.composeExtension.attachments
    expect(others).toEqual([])
    expect(attachment.preview.content.title).toBe('3 XL, 1 M')
    expect(ofType(cardOf(attachment), /^Input\.|^Action\.(Execute|Submit)$/)).toEqual([])
    expect(attachment.content.fallbackText).toContain('Porto | 6,000 → 7,200 | 2 XL')
  })

  test('reads several sorts of devices in a line, and postcodes as such', async () => {
    const sized = await typing({ sites: 'Graz 310 PLCs + 40 laptops (8010)\nLinz 95 devices (4020)' })
    expect(text(sized)).toContain('Graz | 350 | M')
    expect(text(sized)).toContain('445 devices, 2 sites, 2 licences')
  })

  test('gives names to the lines that have none', async () => {
    const sized = await typing({ sites: '400\n900', names: 'Lyon; Leeds' })
    expect(text(sized)).toContain('Leeds | 900 | L')
  })

  test.for([
    [{ sites: '' }, 'Write a line for each site, with its number of devices'],
    [{ sites: 'no idea' }, "I couldn't find a number of devices in that."],
    [{ sites: 'Lyon 400-450\nLeeds tbd' }, 'Line 1, "Lyon 400-450":'],
    [{ sites: '400', growthPercent: 'some' }, 'Write a number from 0 to 1,000'],
    [{ sites: '400', growthPercent: '5000' }, 'Write a number from 0 to 1,000'],
    [{ sites: '400\n900', names: 'Lyon' }, 'There is 1 name for 2 lines without one.'],
    [{ sites: '400', names: 'x'.repeat(101) }, 'The name of a site may have 1 to 100 characters'],
    [{ sites: 'Lyon 0\nLeeds 20000000' }, "0 can't be a number of devices. I accept whole numbers from 1 to 10,000,000"],
  ] as const)('after %o says below the field what is wrong, and keeps what was typed', async ([typed, fault]) => {
    const again = await typing(typed)
    expect(text(again)).toContain(fault)
    expect(inputs(again)).toEqual({ names: '', growthPercent: '', ...typed })
    expect(schemaFaults(again.task.value.card.content)).toEqual([])
  })

  test('sizes what can be read and lists the lines that can not, on the way to the message as well', async () => {
    const sized = await typing({ sites: 'Site\tDevices\nLyon\t1,200\nLeeds\ttbd' })
    expect(text(sized)).toMatch(/^1 XL$/m)
    expect(text(sized)).toContain('Line 3: "Leeds tbd"')
    const inserted = await submit(pressing(sized, 'Insert'))
    expect(inserted.composeExtension.attachments[0].content.fallbackText).toContain('Line 3: "Leeds tbd"')
  })

  test('goes back to what was typed, also by the buttons of a preview in the chat', async () => {
    const typed = { sites: 'Lyon 400\nLeeds tbd', names: '', growthPercent: '20' }
    const sized = await typing(typed)
    expect(inputs(await submit(pressing(sized, 'Edit')))).toEqual(typed)
    const botActivityPreview = [{ type: 'message', attachments: [sized.task.value.card] }]
    expect(inputs(await submit(undefined, { botMessagePreviewAction: 'edit', botActivityPreview }))).toEqual(typed)
    const sent = await submit(undefined, { botMessagePreviewAction: 'send', botActivityPreview })
    expect(sent.composeExtension.attachments[0].preview.content.title).toBe('1 M')
  })

  test('holds 500 sites with names in a card that Teams takes', async () => {
    const sites = Array.from({ length: 501 }, (_, index) => `Production site number ${index}\t${index + 1}`).join('\n')
    const sized = await typing({ sites })
    expect(JSON.stringify(sized.task.value.card.content).length).toBeLessThan(28 * 1024)
    expect(JSON.stringify(sized.task.value.card.content.body)).toContain('Only the first 500')
    const { composeExtension } = await submit(pressing(sized, 'Insert'))
    expect(JSON.stringify(composeExtension.attachments[0].content).length).toBeLessThan(28 * 1024)
  })

  test("never gives out another person's list", async () => {
    const sized = await typing({ sites: 'Secret site 400\nOther 300' })
    const other = { from: { id: '29:someone-else', name: 'Someone Else' } }
    const answer = await invoke('composeExtension/submitAction', { data: pressing(sized, 'Edit') }, other)
    expect(text(answer)).toContain('I no longer have that list. Paste it again')
    expect(JSON.stringify(answer)).not.toContain('Secret')
  })
})

describe('any other invoke of a message extension', () => {
  test.for([
    [
      'composeExtension/queryLink',
      { url: 'https://example.com/' },
      { composeExtension: { type: 'message', text: expect.stringContaining('no previews of links') } },
    ],
    [
      'composeExtension/anonymousQueryLink',
      { url: 'https://example.com/' },
      { composeExtension: { type: 'message', text: expect.any(String) } },
    ],
    ['composeExtension/selectItem', { any: 'thing' }, { composeExtension: { type: 'message', text: expect.any(String) } }],
    ['composeExtension/querySettingUrl', {}, { composeExtension: { type: 'message', text: expect.any(String) } }],
    ['composeExtension/setting', { state: 'x' }, {}],
    ['task/fetch', { data: {} }, { task: { type: 'message', value: expect.any(String) } }],
    ['task/submit', null, { task: { type: 'message', value: expect.any(String) } }],
  ] as const)('%s is refused politely', async ([name, value, answer]) => {
    expect(await invoke(name, value)).toEqual(answer)
  })

  test('is answered in its form whatever it holds', async () => {
    const names = fc.constantFrom('composeExtension/query', 'composeExtension/fetchTask', 'composeExtension/submitAction')
    const keys = fc.constantFrom(
      'parameters',
      'queryOptions',
      'data',
      'press',
      'botMessagePreviewAction',
      'botActivityPreview',
      'name',
      'value',
      'sites',
    )
    const odd = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.constantFrom('edit', 'send', '', 'x'.repeat(5000)),
        tie('object'),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
      object: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    })).value
    await fc.assert(
      fc.asyncProperty(names, odd, async (name, value) => {
        const answer = await invoke(name, value)
        const { composeExtension, task } = answer
        if (composeExtension) expect(['result', 'message']).toContain(composeExtension.type)
        else expect(['continue', 'message']).toContain(task.type)
        expect(name === 'composeExtension/query' ? composeExtension : task).toBeDefined()
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})
