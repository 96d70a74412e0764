import type { Clock } from '../dialogs/ports.ts'
import { mayBeRepeated, type Outgoing, type Sender, type Sent } from './sender.ts'

/** How long a turn may take from when it begins. */
export const TURN_MS = 10_000
/** Teams gives up on a turn after 15 seconds or so, its wait for earlier ones included; what is left is for the way there and back. */
const CALLER_MS = 14_000
/** What of a turn's time is kept for sending its answer, or the sentence that there is none. */
const SENDING_MS = 4000
const PAUSE_MS = 500
/** Less time than this is no use to a second attempt. */
const SHORTEST_MS = 1000

/** When a turn that begins now has to be over; undefined where it waited so long that nothing can come of it. */
export function endOfTurn(arrived: number, now: number): number | undefined {
  const until = Math.min(now + TURN_MS, arrived + CALLER_MS)
  return until - now > SENDING_MS + SHORTEST_MS ? until : undefined
}

/** How long an answer may take that has to be on its way in time, in milliseconds. */
export const timeToAnswer = (until: number, now: number) => Math.max(0, until - SENDING_MS - now)

/** Sends a reply within the turn's time: once, and once more only where it certainly did not arrive. */
export async function sendReply(sender: Sender, clock: Clock, outgoing: Outgoing, until: number): Promise<Sent> {
  const left = () => until - clock.now().getTime()
  const first = await sender.send(outgoing, Math.max(left(), SHORTEST_MS))
  if (first.kind !== 'refused' || !mayBeRepeated(first)) return first
  const pause = first.retryAfterMs ?? PAUSE_MS
  if (left() < pause + SHORTEST_MS) return first
  await clock.wait(pause)
  return sender.send(outgoing, left())
}
