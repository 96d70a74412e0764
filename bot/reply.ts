import type { Clock } from '../dialogs/ports.ts'
import { mayBeRepeated, type Outgoing, type Sender, type Sent } from './sender.ts'

/** Teams gives up on a turn after 15 seconds or so; what is left is for the way there and back. */
export const TURN_MS = 10_000
const PAUSE_MS = 500
/** Less time than this is no use to a second attempt. */
const SHORTEST_MS = 1000

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
