import type { Where } from './activities.ts'
import { type Activity, messageIn, record } from './chats.ts'

const LONGEST_TURN_MS = 30_000

interface Reached {
  readonly status: number
  readonly body: unknown
}

/** Posts an activity to the bot as Teams does. What goes wrong is recorded in the chat, where the person sees it. */
export async function deliver(endpoint: string, { chat, person }: Where, activity: Activity): Promise<Reached | undefined> {
  record(chat, { kind: 'sent', by: person, activity })
  const reached = await post(`${endpoint}/api/messages`, activity)
  const reason = typeof reached === 'string' ? reached : activity.type !== 'invoke' && reached.status >= 300 ? faultOf(reached) : undefined
  if (reason !== undefined) record(chat, { kind: 'failed', id: activity.id ?? '', reason })
  return typeof reached === 'string' ? undefined : reached
}

/** Presses a card's button: the answer of the invoke replaces the card for the one who pressed, tells something, or is a fault. */
export async function execute(
  endpoint: string,
  where: Where,
  activity: Activity,
  { card, attachment }: { readonly card: string; readonly attachment: number },
): Promise<void> {
  const reached = await deliver(endpoint, where, activity)
  if (!reached) return
  const { chat, person } = where
  const answer = reached.body as { statusCode?: number; type?: string; value?: unknown } | undefined
  const status = reached.status === 200 ? (answer?.statusCode ?? 200) : reached.status
  record(chat, { kind: 'answered', by: person, card, attachment, status, body: reached.body })
  const message = messageIn(chat, card, person)
  if (status !== 200 || answer?.type !== 'application/vnd.microsoft.card.adaptive') return
  if (!message?.attachments || attachment >= message.attachments.length) return
  const attachments = message.attachments.with(attachment, { contentType: answer.type, content: answer.value })
  record(chat, { kind: 'updated', by: person, activity: { ...message, attachments } })
}

async function post(address: string, activity: Activity): Promise<Reached | string> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(LONGEST_TURN_MS),
    })
    return { status: response.status, body: readBody(await response.text()) }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return timedOut ? `License Desk did not answer within ${LONGEST_TURN_MS / 1000} seconds.` : 'License Desk could not be reached.'
  }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function faultOf({ status, body }: Reached): string {
  const message = (body as { error?: { message?: string } } | undefined)?.error?.message
  return `License Desk refused this with status ${status}${message ? `: ${message}` : '.'}`
}
