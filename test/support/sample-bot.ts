import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import restify from 'restify'
import { mountPlayground } from '../../bot/playground/playground.ts'

type Json = Record<string, unknown>

interface Received extends Json {
  readonly type: string
  readonly id: string
  readonly text?: string
  readonly value?: Json
  readonly replyToId?: string
  readonly serviceUrl: string
  readonly conversation: { readonly id: string }
}

const press = (title: string, data: Json, style = 'default') => ({
  type: 'Action.Execute',
  title,
  style,
  verb: 'answer',
  data,
  fallback: { type: 'Action.Submit', title, data },
})

const text = (value: string, more: Json = {}) => ({ type: 'TextBlock', text: value, wrap: true, ...more })

const cardOf = (body: readonly Json[], actions: readonly Json[] = []) => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: actions.length ? [...body, { type: 'ActionSet', actions }] : body,
})

const facts = (...pairs: readonly (readonly [string, string])[]) => ({
  type: 'FactSet',
  facts: pairs.map(([title, value]) => ({ title, value })),
})

/** Cards with every element that License Desk uses, to look at the chat page with. */
export const sampleCards = {
  answer: cardOf(
    [
      text('Yes, until 31 March 2026', { size: 'large', weight: 'bolder', style: 'heading' }),
      facts(['Trial ends', '15 April 2026 (36 days left)'], ['Your role', 'Billing admin']),
      text('*Ask early:* the extension takes **up to two days**.', { color: 'warning' }),
      {
        type: 'Container',
        id: 'why',
        isVisible: false,
        style: 'emphasis',
        items: [text('Closed from 15 days before the end. [Billing](https://learn.microsoft.com/)')],
      },
    ],
    [
      press("I'm a billing admin", { role: 'billing-admin' }, 'positive'),
      press("Don't know", { role: null }),
      { type: 'Action.OpenUrl', title: 'View in the admin center', url: 'https://admin.microsoft.com/' },
      { type: 'Action.ToggleVisibility', title: 'Why', targetElements: ['why'] },
    ],
  ),
  question: cardOf(
    [
      text('When does the trial end?', { size: 'large', weight: 'bolder', style: 'heading' }),
      { type: 'Input.Date', id: 'trialEnd', label: 'End of the trial', isRequired: true, errorMessage: 'Pick the day the trial ends.' },
      {
        type: 'Input.ChoiceSet',
        id: 'role',
        label: 'Your role',
        value: 'billing-admin',
        choices: [
          { title: 'Billing admin', value: 'billing-admin' },
          { title: 'Global admin', value: 'global-admin' },
        ],
      },
    ],
    [press('Check', {}, 'positive')],
  ),
  order: cardOf([
    text('2 XL, 1 M', { size: 'large', weight: 'bolder', style: 'heading' }),
    {
      type: 'Table',
      firstRowAsHeader: true,
      columns: [{ width: 2 }, { width: 1 }, { width: 1 }],
      rows: [
        ['Site', 'Devices', 'License'],
        ['Lyon plant', '6,000', '2 XL'],
        ['Graz plant', '900', '1 M'],
      ].map(row => ({ type: 'TableRow', cells: row.map(each => ({ type: 'TableCell', items: [text(each)] })) })),
    },
  ]),
  old: cardOf([text('An old client shows this')], [{ type: 'Action.Submit', title: 'Send it', data: { way: 'submit' } }]),
}

export interface SampleBot {
  readonly address: string
  /** Everything that arrived at /api/messages. */
  readonly received: readonly Received[]
  stop(): Promise<void>
}

/** The far end of the chat page: speaks the protocol as a bot does, and answers with sample cards. */
export async function startSampleBot(port = 0): Promise<SampleBot> {
  const server = restify.createServer()
  const received: Received[] = []
  let address = ''
  server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
    const activity = (await json(req)) as Received
    received.push(activity)
    const answer = await answerTo(activity)
    if (activity.text === 'refuse this') res.send(503, { error: { code: 'Busy', message: 'Busy.' } })
    else if (answer) res.send(200, answer)
    else res.send(200)
  })
  mountPlayground(server, { endpoint: () => address, move: () => {} })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return {
    address,
    received,
    async stop() {
      await new Promise<void>(stopped => {
        server.close(stopped)
        server.server.closeAllConnections()
      })
    },
  }
}

async function answerTo(activity: Received): Promise<Json | undefined> {
  const { type, value } = activity
  const said = activity.text?.replace(/^<at>License Desk<\/at>\s*/, '')
  if (activity.name === 'composeExtension/query') return { composeExtension: { type: 'message', text: 'No results' } }
  if (type === 'invoke') return pressed(value?.action as Json)
  if (type === 'installationUpdate') await reply(activity, { text: 'Hi. I answer **licence questions** about Microsoft Defender for IoT.' })
  if (type !== 'message') return undefined
  if (said === 'refuse this') return undefined
  const card = sampleCards[said as keyof typeof sampleCards]
  if (card) await reply(activity, cards(card))
  else if (said === 'all') await reply(activity, cards(...Object.values(sampleCards)))
  else if (said) await reply(activity, { text: `You said: ${said}` })
  else await call('PUT', activity, activity.replyToId ?? '', cards(cardOf([text(`Submitted ${JSON.stringify(value)}`)])))
  return undefined
}

function pressed(action: Json): Json {
  const data = action.data as Json
  if (data.role === null)
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Then ask your billing admin.' }
  const card = cardOf([
    text('Noted', { size: 'large', weight: 'bolder', style: 'heading' }),
    facts(...Object.entries(data).map(([key, of]) => [key, String(of)] as const)),
  ])
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
}

const cards = (...contents: readonly Json[]) => ({
  attachmentLayout: 'list',
  attachments: contents.map(content => ({ contentType: 'application/vnd.microsoft.card.adaptive', content })),
})

const reply = (activity: Received, content: Json) => call('POST', activity, activity.id, content)

/** The Bot Connector of the activity's own `serviceUrl`, called as a bot's client does. */
async function call(method: string, { serviceUrl, conversation }: Received, id: string, content: Json): Promise<void> {
  await fetch(`${serviceUrl}/v3/conversations/${encodeURIComponent(conversation.id)}/activities/${id}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'message', ...content }),
  })
}
