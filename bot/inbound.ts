import type { Input, Thread, Turn } from '../dialogs/turn.ts'
import { type Day, dayIn, dayOfInstant, FIRST_DAY, isZone, LAST_TODAY } from '../rules/day.ts'
import type { Incoming } from './incoming.ts'
import { keeping } from './once.ts'
import { CARD_TYPE } from './outbound.ts'
import type { Seen } from './store/places.ts'

const DEFAULT_LOCALE = 'en-US'
/** Nothing that a client says of itself is longer. */
const MOST_SAID = 100
const LOCALES_REMEMBERED = 1000

/**
 * What a person did, as a turn.
 * @param id the turn's own id, for the log and for what the person is told if it fails
 * @param now for a sender that says nothing about its time
 */
export function turnOf(activity: Incoming, input: Input, id: string, now: Date): Turn {
  const tenant = tenantOf(activity)
  const zone = zoneOf(activity)
  return {
    id,
    conversation: conversationKey(activity),
    thread: threadOf(activity),
    place: placeOf(activity),
    person: { id: activity.from.id, tenant, locale: localeOf(activity), zone },
    today: todayOf(activity, zone, now),
    mobile: /^(ios|android)$/i.test(clientOf(activity, 'platform')),
    input,
  }
}

/** Tenant, conversation (in a channel: the thread) and person. */
export function conversationKey(activity: Incoming): string {
  return JSON.stringify([tenantOf(activity), activity.conversation.id, activity.from.id])
}

/** Where an activity comes from, and the way back. */
export function threadOf(activity: Incoming): Thread {
  const { serviceUrl, conversation, recipient, channelData } = activity
  const tenant = tenantOf(activity)
  const team = channelData?.team?.id
  return {
    key: JSON.stringify([tenant, conversation.id]),
    tenant,
    conversation: conversation.id,
    serviceUrl,
    bot: recipient?.id ?? '',
    shared: placeOf(activity) !== 'personal',
    ...(team ? { team } : {}),
  }
}

/** Who was seen where. A zone only where the client names one: an offset says nothing about the summer. */
export function seenOf(activity: Incoming): Seen {
  const { localTimezone } = activity
  const zone = localTimezone && isZone(localTimezone) ? localTimezone : undefined
  return { thread: threadOf(activity), person: activity.from.id, locale: localeOf(activity), zone }
}

/** The tenant of the conversation; empty outside Teams. */
export function tenantOf({ conversation, channelData }: Incoming): string {
  return (conversation.tenantId ?? channelData?.tenant?.id ?? '').toLowerCase()
}

/** Between how many people something is said. */
export function placeOf({ conversation: { conversationType, isGroup } }: Incoming): Turn['place'] {
  if (conversationType === 'channel') return 'channel'
  return conversationType === 'groupChat' || isGroup ? 'group' : 'personal'
}

/** What the client says of itself; empty where it says nothing that is a text. */
function clientOf({ entities }: Incoming, what: 'platform' | 'locale'): string {
  const said = entities?.find(({ type }) => type === 'clientInfo')?.[what]
  return typeof said === 'string' && said.length <= MOST_SAID ? said : ''
}

function localeOf(activity: Incoming): string {
  return canonical(activity.locale ?? clientOf(activity, 'locale'))
}

// To bring one into its form takes as long as all the rest of an activity.
const canonical = keeping(LOCALES_REMEMBERED, written => {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? DEFAULT_LOCALE
  } catch {
    return DEFAULT_LOCALE
  }
})

/** The zone by name, else the offset of the local time, else UTC. */
function zoneOf({ localTimezone, localTimestamp }: Incoming): string {
  if (localTimezone && isZone(localTimezone)) return localTimezone
  const offset = /T.*([+-]\d{2}:\d{2})$/.exec(localTimestamp ?? '')?.[1]
  return offset && isZone(`UTC${offset}`) ? `UTC${offset}` : 'UTC'
}

/** The person's own day: as their client wrote it, else by the zone when it was sent, else now. Only a day that the rules know. */
function todayOf({ localTimestamp, timestamp }: Incoming, zone: string, now: Date): Day {
  const written = dayOfInstant(localTimestamp ?? '')
  if (written && isToday(written)) return written
  const sent = new Date(timestamp ?? Number.NaN)
  const counted = Number.isNaN(sent.getTime()) ? undefined : dayIn(zone, sent)
  return counted && isToday(counted) ? counted : dayIn(zone, now)
}

const isToday = (day: Day) => day >= FIRST_DAY && day <= LAST_TODAY

/** The text of a message as the person typed it: without the bot's own mention, with everything else as it is. */
export function textOf(activity: Incoming): string {
  const rest = withoutMentions(activity).replace(/^(?:[ \u00a0]|&nbsp;)+/, '')
  return activity.channelId === 'msteams' ? rest.replace(/&(#?\w{1,8});/g, decoded) : rest
}

/** Ways in which one message writes the bot's mention; Teams knows one. */
const MOST_MENTIONS = 10

/** The bot's own mention goes, the name in anybody else's stays. */
function withoutMentions({ text, entities, recipient }: Incoming): string {
  const own = (entities ?? []).filter(({ type, mentioned }) => type === 'mention' && recipient && idOf(mentioned) === recipient.id)
  const written = own.flatMap(({ text: mention }) => (typeof mention === 'string' && mention !== '' ? [mention] : []))
  return [...new Set(written)]
    .slice(0, MOST_MENTIONS)
    .reduce((rest, mention) => rest.replaceAll(mention, ''), text ?? '')
    .replace(/<at(?:\s[^<>]{0,50})?>([^<>]{0,300})<\/at>/gi, (_, name: string) => (name === recipient?.name ? '' : name))
}

const idOf = (account: unknown) => (typeof account === 'object' && account !== null && 'id' in account ? account.id : undefined)

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Teams writes these few in a message's text; what else looks like one was typed by the person. */
function decoded(written: string, name: string): string {
  const number = /^#(\d{1,6})$/.exec(name)?.[1]
  return number ? String.fromCodePoint(Number(number)) : (named[name] ?? written)
}

/** What a message asks for: a pressed button of a card that can't execute, words, or something that can't be read. */
export function inputOf(activity: Incoming): Input | 'unreadable' | undefined {
  const { value, attachments } = activity
  if (typeof value === 'object' && value !== null) return { kind: 'pressed', data: value }
  const text = textOf(activity)
  if (text.trim()) return { kind: 'said', text }
  // To call the bot by its name alone is to greet it.
  if (activity.text?.trim()) return { kind: 'said', text: 'hello' }
  // What was typed comes a second time, as HTML. A card is there for people to look at.
  return attachments?.some(({ contentType }) => contentType !== 'text/html' && contentType !== CARD_TYPE) ? 'unreadable' : undefined
}

/** Whether the bot itself was added to a conversation, or removed from it, or neither. Teams says so twice. */
export function installOf({ type, action, recipient, membersAdded, membersRemoved }: Incoming): 'added' | 'removed' | undefined {
  if (type === 'installationUpdate') return action === 'add' ? 'added' : action === 'remove' ? 'removed' : undefined
  const self = (account: { id: string }) => account.id === recipient?.id
  if (membersAdded?.some(self)) return 'added'
  return membersRemoved?.some(self) ? 'removed' : undefined
}
