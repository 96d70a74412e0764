import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chatPage, connectorPath } from './support/chat-page.ts'
import { startDeskPage } from './support/desk-page.ts'
import { type SampleBot, startSampleBot } from './support/sample-bot.ts'

const said = (text: string) => ({ kind: 'said', text }) as const

describe('a channel and a group chat send what Teams would send', () => {
  let bot: SampleBot
  let page: ReturnType<typeof chatPage>
  beforeEach(async () => {
    bot = await startSampleBot()
    page = chatPage(bot.address)
  })
  afterEach(() => bot.stop())
  const messages = () => bot.received.filter(({ type }) => type === 'message')

  test('a bot that is added to a team hears of the team and says hello in a post of its own', async () => {
    const channel = await page.open('channel')
    const posted = (await page.until(channel, 'licence questions')).at(-1)!.activity
    expect(bot.received).toMatchObject([
      {
        type: 'conversationUpdate',
        conversation: { id: channel, conversationType: 'channel', isGroup: true },
        channelData: { team: { name: 'OT Security' }, eventType: 'teamMemberAdded', tenant: { id: expect.any(String) } },
      },
      { type: 'installationUpdate', action: 'add', conversation: { id: channel } },
    ])
    expect(posted.conversation.id).toBe(`${channel};messageid=${posted.id}`)
  })

  test('a post that mentions the bot starts a thread, which has the answer and the replies of everybody', async () => {
    const channel = await page.open('channel')
    const post = await page.send(channel, said('@License Desk is 1 < 2?'))
    const reply = await page.send(channel, said('And @License Desk, 2 < 3?'), { person: 'ravi', thread: post })
    const thread = `${channel};messageid=${post}`
    expect(messages()).toMatchObject([
      {
        id: post,
        text: '<at>License Desk</at> is 1 &lt; 2?',
        from: { name: 'Ada Novak' },
        conversation: { id: thread, conversationType: 'channel', isGroup: true, tenantId: expect.any(String) },
        channelData: { channel: { id: channel }, team: { id: expect.any(String) }, tenant: { id: expect.any(String) } },
        entities: [
          { type: 'mention', mentioned: { id: '28:license-desk', name: 'License Desk' }, text: '<at>License Desk</at>' },
          { type: 'clientInfo' },
        ],
      },
      { id: reply, text: 'And <at>License Desk</at>, 2 &lt; 3?', from: { name: 'Ravi Menon' }, conversation: { id: thread } },
    ])
    const [ada, ravi] = messages().map(({ from }) => from as Record<string, string>)
    expect(ada!.aadObjectId).not.toBe(ravi!.aadObjectId)
    const answers = (await page.until(channel, 'You said: And')).filter(({ kind }) => kind === 'posted').slice(1)
    expect(answers.map(({ activity }) => activity.conversation.id)).toEqual([thread, thread])
  })

  test.for(['channel', 'group'])('a message in a %s without a mention is seen by people only', async place => {
    const chat = await page.open(place)
    await page.send(chat, said('Lunch? License Desk can wait, so can @License Desks'))
    const seen = (await page.until(chat, 'Lunch?')).at(-1)!
    expect([seen.kind, seen.by, seen.activity.text]).toEqual(['unheard', 'ada', expect.stringContaining('Lunch?')])
    expect(messages()).toEqual([])
  })

  test('in a group chat everybody is in one conversation without threads', async () => {
    const group = await page.open('group')
    await page.send(group, said('@License Desk hello'), { person: 'ada' })
    await page.send(group, said('@License Desk hello'), { person: 'ravi' })
    expect(messages()).toMatchObject([
      { conversation: { id: group, conversationType: 'groupChat', isGroup: true }, from: { name: 'Ada Novak' } },
      { conversation: { id: group, conversationType: 'groupChat', isGroup: true }, from: { name: 'Ravi Menon' } },
    ])
  })

  test('a personal chat is of one person, and there a mention is plain text', async () => {
    const chat = await page.open('personal', 'ravi')
    expect(await page.send(chat, said('hello'), { person: 'ada' })).toBe('403')
    await page.send(chat, said('@License Desk hello'), { person: 'ravi' })
    expect(messages()).toMatchObject([{ text: '@License Desk hello', from: { name: 'Ravi Menon' }, entities: [{ type: 'clientInfo' }] }])
  })

  test('a press is of the person who pressed, stands in the thread of the card, and its answer is for that person', async () => {
    const channel = await page.open('channel')
    const post = await page.send(channel, said('@License Desk question'))
    const card = (await page.until(channel, 'End of the trial')).at(-1)!.activity
    const press = { kind: 'executed', card: card.id, attachment: 0, action: { data: { trialEnd: '2026-04-15' } } } as const
    await page.send(channel, press, { person: 'ravi' })
    expect(bot.received.at(-1)).toMatchObject({
      type: 'invoke',
      from: { name: 'Ravi Menon' },
      replyToId: card.id,
      conversation: { id: `${channel};messageid=${post}` },
      channelData: { channel: { id: channel } },
    })
    expect((await page.until(channel, '"kind":"updated"')).at(-1)).toMatchObject({ by: 'ravi', activity: { id: card.id } })
  })

  test('a card that the bot changes itself changes for everybody, in its thread', async () => {
    const channel = await page.open('channel')
    const post = await page.send(channel, said('@License Desk old'))
    const card = (await page.until(channel, 'An old client')).at(-1)!.activity
    await page.send(channel, { kind: 'submitted', card: card.id, data: { way: 'submit' } }, { person: 'ravi' })
    const { by, activity } = (await page.until(channel, '"kind":"updated"')).at(-1)!
    expect([by, activity.id, activity.conversation.id]).toEqual([undefined, card.id, `${channel};messageid=${post}`])
  })

  test('a thread that is not there takes no message, from a person or from the bot', async () => {
    const channel = await page.open('channel')
    expect(await page.send(channel, said('@License Desk hello'), { thread: '17' })).toBe('404')
    const posted = await page.call('POST', connectorPath(`${channel};messageid=17`), { type: 'message', text: 'hello' })
    expect(posted.status).toBe(404)
  })
})

describe('what one person said is not used for another', () => {
  let desk: Awaited<ReturnType<typeof startDeskPage>>
  let page: ReturnType<typeof chatPage>
  beforeEach(async () => {
    desk = await startDeskPage()
    page = chatPage(desk.address)
  })
  afterEach(() => desk.stop())

  /** The bot's messages in a chat, each by its first card's headline. The last has to have `words` in it. */
  async function headlines(chat: string, words: string) {
    const posted = (await page.until(chat, words)).filter(({ kind }) => kind === 'posted')
    return posted.map(({ activity }) => activity.attachments[0]?.content.body[0].text as string)
  }

  test.for(['channel', 'group'])('in a %s', async place => {
    const chat = await page.open(place)
    const thread = await page.send(chat, said('@License Desk can I still extend my trial? It ends on 15 April'))
    const where = place === 'channel' ? { thread } : {}
    await page.send(chat, said('@License Desk can I still extend my trial?'), { person: 'ravi', ...where })
    await page.send(chat, said('@License Desk I am a billing admin on MCA'), { person: 'ada', ...where })
    const [welcome, adas, ravis, adasNext] = await headlines(chat, 'Yes, until 31 March 2026"')
    expect(welcome).toContain('I answer licence questions')
    expect(adas).toContain('Yes, until 31 March 2026, if')
    expect(ravis).toBe('You can ask until 15 days before the trial ends')
    expect(adasNext).toBe('Yes, until 31 March 2026')
  })

  test('in the personal chats of two', async () => {
    const adas = await page.open('personal', 'ada')
    const ravis = await page.open('personal', 'ravi')
    await page.send(adas, said('can I still extend my trial? It ends on 15 April'), { person: 'ada' })
    await page.send(ravis, said('can I still extend my trial?'), { person: 'ravi' })
    expect((await headlines(ravis, '15 days before the trial')).at(-1)).toBe('You can ask until 15 days before the trial ends')
  })

  test('in another thread of the channel the same person starts anew', async () => {
    const channel = await page.open('channel')
    await page.send(channel, said('@License Desk can I still extend my trial? It ends on 15 April'))
    await page.send(channel, said('@License Desk can I still extend my trial?'))
    expect((await headlines(channel, '15 days before the trial')).at(-1)).toBe('You can ask until 15 days before the trial ends')
  })

  test('after a press on the card of another', async () => {
    const channel = await page.open('channel')
    const thread = await page.send(channel, said('@License Desk can I still extend my trial?'))
    const card = (await page.until(channel, 'When does the trial end?')).at(-1)!.activity
    const { data } = buttonIn(card.attachments[0]!.content, 'Update')
    const action = { data: { ...data, trialEnd: '2026-04-15' } }
    await page.send(channel, { kind: 'executed', card: card.id, attachment: 0, action }, { person: 'ravi' })
    const changed = (await page.until(channel, '"kind":"updated"')).at(-1)!
    expect([changed.by, changed.activity.attachments[0]!.content.body[0].text]).toEqual(['ravi', expect.stringContaining('31 March 2026')])
    await page.send(channel, said('@License Desk can I still extend my trial?'), { person: 'ada', thread })
    await page.send(channel, said('That was all'), { person: 'ada', thread })
    const [, first, ...afterwards] = await headlines(channel, 'That was all')
    expect(afterwards).toEqual([first])
  })
})

interface Button {
  readonly title: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The button of a card with this title, wherever it stands. */
function buttonIn(card: unknown, title: string): Button {
  const buttons: Button[] = []
  JSON.stringify(card, (_, part) => {
    if (part?.type === 'Action.Execute') buttons.push(part)
    return part
  })
  return buttons.find(button => button.title === title)!
}
