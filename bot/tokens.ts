import type { Clock } from '../dialogs/ports.ts'
import { within } from './clock.ts'
import type { Log } from './log.ts'

export interface Token {
  readonly text: string
  readonly until: Date
}

/** The bearer token of what goes out. */
export interface Tokens {
  /** The one in use, or a new one. Rejects where the login fails or takes too long. */
  get(): Promise<string>
  /** Teams did not accept it: the next one is new. */
  refused(text: string): void
}

/** From so long before its end on a token is renewed, and from the half of a shorter life; until then the old one serves. */
const RENEW_MS = 10 * 60_000
/** A message may be under way for a while, and clocks differ. */
const LAST_USE_MS = 60_000
/** How long a login may take. */
export const LOGIN_MS = 5000

/** Keeps what `login` gets and renews it in time; many that ask at once share one login. */
export function createTokens(login: () => Promise<Token>, clock: Clock, log: Log): Tokens {
  let current: Token | undefined
  let renewMs = RENEW_MS
  let renewing: Promise<Token> | undefined

  const leftOf = ({ until }: Token) => until.getTime() - clock.now().getTime()

  const renew = () => {
    const late = () => {
      throw new Error('the login took too long')
    }
    renewing ??= within(clock, LOGIN_MS, login(), late)
      .then(token => {
        renewMs = Math.min(RENEW_MS, leftOf(token) / 2)
        current = token
        return token
      })
      .catch((error: unknown) => {
        log.trouble('the bot could not log in', error)
        throw error
      })
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }

  return {
    async get() {
      const left = current ? leftOf(current) : 0
      if (!current || left <= LAST_USE_MS) return (await renew()).text
      if (left <= renewMs) renew().catch(() => {})
      return current.text
    },
    refused(text) {
      if (current?.text === text) current = undefined
    },
  }
}
