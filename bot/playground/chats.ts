import { randomBytes } from 'node:crypto'

/** Anything that goes over the Bot Framework protocol, as its JSON. Only what the playground itself reads has a type. */
export interface Activity {
  readonly type: string
  readonly id?: string
  readonly attachments?: readonly unknown[]
  readonly [property: string]: unknown
}

/** How the person's client is set: `today` is absent while the real date is used. */
export interface Setting {
  readonly today?: string | undefined
  readonly locale: string
  readonly zone: string
  readonly phone: boolean
}

/** One thing that happened in a chat, in the order in which the page shows it. */
export type Happening =
  | { readonly kind: 'sent' | 'posted' | 'updated'; readonly activity: Activity }
  | { readonly kind: 'deleted'; readonly id: string }
  | { readonly kind: 'answered'; readonly card: string; readonly attachment: number; readonly status: number; readonly body: unknown }
  | { readonly kind: 'failed'; readonly id: string; readonly reason: string }

type Listener = (happening: Happening, at: number) => void

/** A conversation with the bot, with all that happened in it since it was opened. It lives as long as the program. */
export interface Chat {
  readonly id: string
  setting: Setting
  readonly happenings: Happening[]
  readonly listeners: Set<Listener>
}

/** Opens a chat under an id that looks like those of Teams and needs escaping in an address, as theirs do. */
export function openChat(setting: Setting): Chat {
  return { id: `a:1${randomBytes(24).toString('base64url')}`, setting, happenings: [], listeners: new Set() }
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

/** The bot's message as it stands now; undefined where it was never posted, or was deleted. */
export function messageIn(chat: Chat, id: string): Activity | undefined {
  const last = chat.happenings.findLast(each =>
    each.kind === 'deleted' ? each.id === id : (each.kind === 'posted' || each.kind === 'updated') && each.activity.id === id,
  )
  return last && 'activity' in last ? last.activity : undefined
}

let lastId = 0

/** A new activity id as Teams makes them: the milliseconds of now, made unique. */
export function activityId(now: Date): string {
  lastId = Math.max(lastId + 1, now.getTime())
  return String(lastId)
}
