import { randomBytes } from 'node:crypto'
import type { PersonKey } from './people.ts'

/** Anything that goes over the Bot Framework protocol, as its JSON. Only what the playground itself reads has a type. */
export interface Activity {
  readonly type: string
  readonly id?: string
  readonly attachments?: readonly unknown[]
  readonly conversation?: { readonly id: string }
  readonly [property: string]: unknown
}

/** How the person's client is set: `today` is absent while the real date is used. */
export interface Setting {
  readonly today?: string | undefined
  readonly locale: string
  readonly zone: string
  readonly phone: boolean
}

export type Place = 'personal' | 'group' | 'channel'

/** One thing that happened in a chat, in the order in which the page shows it. */
export type Happening =
  | { readonly kind: 'posted'; readonly activity: Activity }
  /** `unheard` is what people say to each other: Teams doesn't send it to the bot. */
  | { readonly kind: 'sent' | 'unheard'; readonly by: PersonKey; readonly activity: Activity }
  /** What a press is answered with is seen by the person who pressed, `by`. What the bot changes itself is seen by all. */
  | { readonly kind: 'updated'; readonly by?: PersonKey; readonly activity: Activity }
  | { readonly kind: 'deleted'; readonly id: string }
  | {
      readonly kind: 'answered'
      readonly by: PersonKey
      readonly card: string
      readonly attachment: number
      readonly status: number
      readonly body: unknown
    }
  | { readonly kind: 'failed'; readonly id: string; readonly reason: string }

type Listener = (happening: Happening, at: number) => void

/** A place where people meet the bot, with all that happened in it since it was opened. It lives as long as the program. */
export interface Chat {
  readonly id: string
  readonly place: Place
  /** Who added the bot to it. A personal chat is this person's alone. */
  readonly owner: PersonKey
  setting: Setting
  readonly happenings: Happening[]
  readonly listeners: Set<Listener>
}

/** Ids look like those of Teams and need escaping in an address, as theirs do. */
const ids = {
  personal: () => `a:1${randomBytes(24).toString('base64url')}`,
  group: () => `19:${randomBytes(16).toString('hex')}@thread.v2`,
  channel: () => `19:${randomBytes(24).toString('base64url')}@thread.tacv2`,
}

export function openChat(place: Place, owner: PersonKey, setting: Setting): Chat {
  return { id: ids[place](), place, owner, setting, happenings: [], listeners: new Set() }
}

/** Appends to a chat and tells everyone who watches it. */
export function record(chat: Chat, happening: Happening): void {
  const at = chat.happenings.push(happening) - 1
  for (const listener of chat.listeners) listener(happening, at)
}

/** Tells all that happened from position `from` on, then what happens next. The answer ends it. */
export function watch(chat: Chat, from: number, listener: Listener): () => void {
  chat.happenings.slice(from).forEach((happening, index) => {
    listener(happening, from + index)
  })
  chat.listeners.add(listener)
  return () => chat.listeners.delete(listener)
}

/** The bot's message as it stands now, for `viewer` or for all; undefined where it was never posted, or was deleted. */
export function messageIn(chat: Chat, id: string, viewer?: PersonKey): Activity | undefined {
  const last = chat.happenings.findLast(each => {
    if (each.kind === 'deleted') return each.id === id
    if (each.kind === 'updated') return each.activity.id === id && (each.by === undefined || each.by === viewer)
    return each.kind === 'posted' && each.activity.id === id
  })
  return last && 'activity' in last ? last.activity : undefined
}

const THREAD = ';messageid='

/** The id of a conversation: in a channel each thread is one, named by its first message. */
export function conversationId({ id, place }: Chat, thread: string): string {
  return place === 'channel' ? `${id}${THREAD}${thread}` : id
}

/** The first message's id of the thread in which an activity stands; undefined outside channels. */
export function threadOf({ conversation }: Activity): string | undefined {
  return conversation?.id.split(THREAD)[1]
}

export function hasThread(chat: Chat, thread: string): boolean {
  return chat.happenings.some(each => 'activity' in each && each.activity.id === thread && threadOf(each.activity) === thread)
}

/** The chat, and in a channel the thread, of a conversation's id; undefined where either isn't there. */
export function findConversation(chats: ReadonlyMap<string, Chat>, conversation: string): { chat: Chat; thread?: string } | undefined {
  const [id = '', thread] = conversation.split(THREAD)
  const chat = chats.get(id)
  if (!chat || thread === undefined) return chat && { chat }
  return hasThread(chat, thread) ? { chat, thread } : undefined
}

let lastId = 0

/** A new activity id as Teams makes them: the milliseconds of now, made unique. */
export function activityId(now: Date): string {
  lastId = Math.max(lastId + 1, now.getTime())
  return String(lastId)
}
