/** What happened in a chat, as the page is told. */
interface Happening {
  readonly kind: string
  readonly by?: string
  readonly activity: Readonly<Record<string, unknown>> & {
    readonly id: string
    readonly type: string
    readonly conversation: { readonly id: string }
    // biome-ignore lint/suspicious/noExplicitAny: a card is read down to single words
    readonly attachments: readonly { readonly content: any }[]
  }
  readonly reason?: string
}

interface Deed {
  readonly kind: 'said' | 'submitted' | 'executed'
  readonly [property: string]: unknown
}

export const pageSetting = { today: '2026-03-10', locale: 'de-DE', zone: 'Europe/Berlin', phone: true }

/** The server's side of the chat page at `address`, used as the page uses it. */
export function chatPage(address: string) {
  const call = (method: string, path: string, body?: unknown) =>
    fetch(`${address}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })

  return {
    call,

    /** Opens a chat with the bot in it; gives its id. */
    async open(place = 'personal', person = 'ada'): Promise<string> {
      const response = await call('POST', '/playground/start', { place, person, setting: pageSetting })
      return ((await response.json()) as { chat: string }).chat
    },

    /** Does something as a person; gives the id of the activity, or the status of a refusal. */
    async send(chat: string, deed: Deed, { person = 'ada', thread }: { person?: string; thread?: string } = {}): Promise<string> {
      const response = await call('POST', '/playground/send', { chat, thread, person, setting: pageSetting, deed })
      return response.ok ? ((await response.json()) as { id: string }).id : String(response.status)
    },

    /** Uses the message extension as Ada; gives the bot's answer. */
    async invoke(chat: string, name: string, value: unknown): Promise<{ status: number; body: unknown }> {
      const response = await call('POST', '/playground/invoke', { chat, person: 'ada', setting: pageSetting, invoke: { name, value } })
      return (await response.json()) as { status: number; body: unknown }
    },

    /** All that happened in a chat, up to the first happening with the words that are looked for. */
    async until(chat: string, wanted: string): Promise<Happening[]> {
      const stop = new AbortController()
      const response = await fetch(`${address}/playground/events?chat=${encodeURIComponent(chat)}`, { signal: stop.signal })
      let text = ''
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part
        if (text.includes(wanted)) break
      }
      stop.abort()
      return [...text.matchAll(/^data: (.*)$/gm)].map(match => JSON.parse(match[1] ?? '') as Happening)
    },
  }
}

/** The address of a conversation's messages at the page's connector. */
export const connectorPath = (conversation: string, id = '') =>
  `/playground/v3/conversations/${encodeURIComponent(conversation)}/activities${id && `/${id}`}`
