import { parseDay } from '../../rules/day.ts'
import { CARD_TYPE } from '../outbound.ts'
import { type Activity, activityId, type Chat, conversationId } from './chats.ts'
import { momentOf } from './moment.ts'
import { bot, type PersonKey, people, team, tenant } from './people.ts'

/** What a person does on the page. A press names its card by the id of the message and the place in it. */
export type Deed =
  | { readonly kind: 'said'; readonly text: string; readonly value?: unknown; readonly card?: unknown }
  | { readonly kind: 'submitted'; readonly card: string; readonly data?: unknown }
  | { readonly kind: 'executed'; readonly card: string; readonly attachment: number; readonly action: Readonly<Record<string, unknown>> }

/** A search, a form that is opened, or what was typed there. */
export interface Invoked {
  readonly name: `composeExtension/${'query' | 'fetchTask' | 'submitAction'}`
  readonly value: unknown
}

/** Where somebody does something. In a channel without a thread, it starts one. */
export interface Where {
  readonly chat: Chat
  readonly person: PersonKey
  readonly thread?: string | undefined
}

/** The activity that Teams would send to a bot at `serviceUrl` for what the person did. */
export function activityOf(deed: Deed, where: Where, serviceUrl: string, now: Date): Activity {
  const common = envelope(where, serviceUrl, now)
  if (deed.kind === 'executed') {
    const value = { action: { type: 'Action.Execute', ...deed.action }, trigger: 'manual' }
    return { ...common, type: 'invoke', name: 'adaptiveCard/action', value, replyToId: deed.card }
  }
  if (deed.kind === 'submitted') return { ...common, type: 'message', value: deed.data, replyToId: deed.card }
  const mentioned = isMentioned(deed.text, where.chat)
  const text = escaped(deed.text)
  return {
    ...common,
    type: 'message',
    text: mentioned ? text.replace(MENTION, AT) : text,
    textFormat: 'plain',
    // Teams sends what was typed a second time, as HTML.
    attachments: [
      { contentType: 'text/html', content: htmlOf(mentioned ? text.replace(MENTION, MENTION_HTML) : text) },
      ...(deed.card === undefined ? [] : [{ contentType: CARD_TYPE, content: deed.card }]),
    ],
    entities: mentioned ? [{ type: 'mention', mentioned: bot, text: AT }, ...common.entities] : common.entities,
    ...(deed.value === undefined ? {} : { value: deed.value }),
  }
}

/** What Teams sends to the message extension for what a person does in the compose box. */
export function invokeOf({ name, value }: Invoked, where: Where, serviceUrl: string, now: Date): Activity {
  return { ...envelope(where, serviceUrl, now), type: 'invoke', name, value }
}

/** Among several people a bot is sent what mentions it, and the buttons of its cards; in a personal chat everything. */
export function isHeard(deed: Deed, chat: Chat): boolean {
  return chat.place === 'personal' || deed.kind !== 'said' || isMentioned(deed.text, chat)
}

const MENTION = new RegExp(`@${bot.name}(?![\\p{L}\\p{N}])`, 'u')
const AT = `<at>${bot.name}</at>`
const MENTION_HTML = `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${bot.name}</span>`

const isMentioned = (text: string, { place }: Chat) => place !== 'personal' && MENTION.test(text)

const htmlOf = (text: string) => `<p>${text.replace(/\n/g, '<br>')}</p>`

/** What Teams sends when the app is added to a chat or a team, in its order. */
export function installation(chat: Chat, serviceUrl: string, now: Date): readonly Activity[] {
  const common = { ...envelope({ chat, person: chat.owner }, serviceUrl, now), conversation: { ...conversationIn(chat), id: chat.id } }
  const inTeam = chat.place === 'channel'
  return [
    {
      ...common,
      type: 'conversationUpdate',
      membersAdded: [{ id: bot.id }],
      channelData: inTeam ? { team, eventType: 'teamMemberAdded', tenant } : { tenant },
    },
    {
      ...common,
      id: activityId(now),
      type: 'installationUpdate',
      action: 'add',
      channelData: inTeam ? { team, settings: { selectedChannel: { id: chat.id } }, tenant } : { tenant },
    },
  ]
}

/** What the connector adds to what the bot posts, as the message `id`. */
export function asPosted(activity: Activity, chat: Chat, id: string, thread: string, now: Date): Activity {
  return { ...activity, id, from: bot, conversation: { id: conversationId(chat, thread) }, ...momentIn(chat, now) }
}

function envelope({ chat, person, thread }: Where, serviceUrl: string, now: Date) {
  const { locale, zone, phone } = chat.setting
  const country = new Intl.Locale(locale).maximize().region
  const id = activityId(now)
  return {
    id,
    ...momentIn(chat, now),
    channelId: 'msteams',
    serviceUrl,
    from: people[person],
    conversation: { ...conversationIn(chat), id: conversationId(chat, thread ?? id) },
    recipient: bot,
    locale,
    entities: [{ type: 'clientInfo', locale, country, platform: phone ? 'iOS' : 'Windows', timezone: zone }],
    channelData: channelDataIn(chat),
  }
}

const types = { personal: 'personal', group: 'groupChat', channel: 'channel' } as const

function conversationIn({ place }: Chat) {
  return { conversationType: types[place], tenantId: tenant.id, ...(place === 'personal' ? {} : { isGroup: true }) }
}

function channelDataIn({ id, place }: Chat) {
  if (place !== 'channel') return { tenant }
  return { teamsChannelId: id, teamsTeamId: team.id, channel: { id }, team: { id: team.id }, tenant }
}

function momentIn({ setting }: Chat, now: Date) {
  return momentOf(now, setting.zone, setting.today === undefined ? undefined : parseDay(setting.today))
}

/** Teams writes these three as entities even in the plain text of a message. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
