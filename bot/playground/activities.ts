import { parseDay } from '../../rules/day.ts'
import { type Activity, activityId, type Chat } from './chats.ts'
import { momentOf } from './moment.ts'

export const bot = { id: '28:license-desk', name: 'License Desk' } as const

const tenant = { id: '11111111-2222-4333-8444-555555555555' } as const

/** Who sits at the page. The ids have the form of Teams', and are nobody's. */
const person = {
  id: '29:1-playground-person-robin',
  aadObjectId: '66666666-7777-4888-9999-aaaaaaaaaaaa',
  name: 'Robin Meyer',
} as const

/** What a person does on the page. A press names its card by the id of the message and the place in it. */
export type Deed =
  | { readonly kind: 'said'; readonly text: string; readonly value?: unknown }
  | { readonly kind: 'submitted'; readonly card: string; readonly data?: unknown }
  | { readonly kind: 'executed'; readonly card: string; readonly attachment: number; readonly action: Readonly<Record<string, unknown>> }

/** The activity that Teams would send to a bot at `serviceUrl` for what the person did. */
export function activityOf(deed: Deed, chat: Chat, serviceUrl: string, now: Date): Activity {
  const common = envelope(chat, serviceUrl, now)
  if (deed.kind === 'executed') {
    const value = { action: { type: 'Action.Execute', ...deed.action }, trigger: 'manual' }
    return { ...common, type: 'invoke', name: 'adaptiveCard/action', value, replyToId: deed.card }
  }
  if (deed.kind === 'submitted') return { ...common, type: 'message', value: deed.data, replyToId: deed.card }
  return {
    ...common,
    type: 'message',
    text: escaped(deed.text),
    textFormat: 'plain',
    // Teams sends what was typed a second time, as HTML.
    attachments: [{ contentType: 'text/html', content: `<p>${escaped(deed.text).replace(/\n/g, '<br>')}</p>` }],
    ...(deed.value === undefined ? {} : { value: deed.value }),
  }
}

/** What Teams sends when the app is added to a personal chat, in its order. */
export function installation(chat: Chat, serviceUrl: string, now: Date): readonly Activity[] {
  return [
    { ...envelope(chat, serviceUrl, now), type: 'conversationUpdate', membersAdded: [{ id: bot.id }] },
    { ...envelope(chat, serviceUrl, now), type: 'installationUpdate', action: 'add' },
  ]
}

/** What the connector adds to what the bot posts. */
export function asPosted(activity: Activity, chat: Chat, id: string, now: Date): Activity {
  return { ...activity, id, from: bot, conversation: { id: chat.id }, ...momentIn(chat, now) }
}

function envelope(chat: Chat, serviceUrl: string, now: Date) {
  const { locale, zone, phone } = chat.setting
  const country = new Intl.Locale(locale).maximize().region
  return {
    id: activityId(now),
    ...momentIn(chat, now),
    channelId: 'msteams',
    serviceUrl,
    from: person,
    conversation: { id: chat.id, conversationType: 'personal', tenantId: tenant.id },
    recipient: bot,
    locale,
    entities: [{ type: 'clientInfo', locale, country, platform: phone ? 'iOS' : 'Windows', timezone: zone }],
    channelData: { tenant },
  }
}

function momentIn({ setting }: Chat, now: Date) {
  return momentOf(now, setting.zone, setting.today === undefined ? undefined : parseDay(setting.today))
}

/** Teams writes these three as entities even in the plain text of a message. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
