type Json = Readonly<Record<string, unknown>>

let count = 0

const bot = { id: '28:license-desk', name: 'License Desk' }

/** An activity as Teams sends it in a personal chat, on the reference day; `more` replaces parts of it. */
export function activityOf(serviceUrl: string, more: Json = {}): Json {
  return {
    type: 'message',
    id: `activity-${++count}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-03-10T09:00:00.000Z',
    localTimestamp: '2026-03-10T10:00:00.000+01:00',
    localTimezone: 'Europe/Berlin',
    locale: 'en-GB',
    from: { id: '29:robin', name: 'Robin Meyer', aadObjectId: '66666666-7777-4888-9999-aaaaaaaaaaaa' },
    recipient: bot,
    conversation: { id: 'a:robin-and-the-desk', conversationType: 'personal', tenantId: '11111111-2222-4333-8444-555555555555' },
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Windows' }],
    channelData: { tenant: { id: '11111111-2222-4333-8444-555555555555' } },
    ...more,
  }
}

/** A button of a card, pressed in a client that knows `Action.Execute`. */
export const pressOf = (serviceUrl: string, data: unknown, more: Json = {}): Json =>
  activityOf(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'reply-1',
    value: { action: { type: 'Action.Execute', verb: 'answer', data }, trigger: 'manual' },
    ...more,
  })

/** The two activities by which Teams says that the app was installed. */
export const installOf = (serviceUrl: string): readonly Json[] => [
  activityOf(serviceUrl, { type: 'conversationUpdate', membersAdded: [bot] }),
  activityOf(serviceUrl, { type: 'installationUpdate', action: 'add' }),
]
