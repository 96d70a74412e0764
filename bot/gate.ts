import type { Incoming } from './incoming.ts'

/** Says why an activity does not belong to a token, as a code for the log; undefined where it does. */
export type Admits = (activity: Incoming) => string | undefined

/** Says what a token admits, or why it is not believed to come from Teams, as a code for the log. Fails with `Crowded` where it can't say. */
export type Gate = (authorization: string) => Promise<Admits | string>

/** So many wait for what a token is checked with that one more has to come back. */
export class Crowded extends Error {
  override readonly name = 'Crowded'
}

/** Without credentials everybody is believed: then the bot is heard on its own machine only. */
export const openGate: Gate = async () => () => undefined
